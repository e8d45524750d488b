"""`dragoman report` as a user meets it."""

from pathlib import Path

import pytest

from dragoman.cli.app import run
from dragoman.ledger import Ledger


def test_it_writes_the_file_and_says_where(ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "report.html"
    assert run(["report", str(ledger.path), "-o", str(out), "--language", "de"]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["LEDGER", "-o", "x.html", "--language", "fr"], "--language fr: not known; use one of de, en, hr"),
        (["nowhere.db", "-o", "x.html"], "nowhere.db"),
        (["LEDGER", "-o", "."], "the report cannot be written"),
    ],
)
def test_what_goes_wrong_is_one_line_and_writes_nothing(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: list[str], words: str,
) -> None:  # fmt: skip
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert run(["report", *(str(ledger.path) if one == "LEDGER" else one for one in arguments)]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
    assert list(folder.iterdir()) == []


def test_a_report_that_cannot_be_made_leaves_the_old_one(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.html"
    out.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run(["report", str(ledger.path), "-o", str(out)]) == 2
    assert out.read_text() == "old"
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".dragoman")] == []
