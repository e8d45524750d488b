"""`dragoman build` from the command line, with the real steps, on small reports."""

from pathlib import Path

import pytest

from dragoman.cli.app import run
from dragoman.ledger import Ledger, check

ENGLISH = """Army takes hill east of Homs

28 October 2016

Syrian government forces captured the town of Saraqib on Friday, a military source said. At least seven
civilians, including two children, were killed when warplanes bombed Idlib, activists reported.
"""
GERMAN = """Rebellen starten Offensive

Am 28. Oktober 2016 griffen Rebellen Stellungen der syrischen Armee im Westen von Aleppo an. Nach Angaben
der Beobachtungsstelle wurden dabei fünf Zivilisten getötet.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(ENGLISH)
    (folder / "two.txt").write_text(GERMAN)
    (folder / "empty.txt").write_text("")
    return folder


def test_a_build(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.db"
    assert run(["build", str(reports), "-o", str(path), "--workers", "1"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"Read 2 reports; {path} holds 2"
    assert out[1].startswith("  languages: de 1, en 1; ")
    assert "  empty: 1" in out
    with Ledger.open(path) as ledger:
        assert check(ledger) == []
        assert "capture" in {claim.type for claim in ledger.claims()}


def test_nothing_could_be_read(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(
        [
            "build",
            str(reports / "empty.txt"),
            str(tmp_path / "none"),
            "-o",
            str(tmp_path / "a.db"),
            "--workers",
            "1",
        ]
    )
    assert code == 1
    assert "Nothing could be read." in capsys.readouterr().out.splitlines()


def test_quiet_is_quiet(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(reports), "-o", str(tmp_path / "a.db"), "--workers", "1", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--column", "words=x"], "column option `words`: no such field"),
        (["--encoding", "martian"], "encoding `martian`: not known"),
        (["--theatre", "atlantis"], "atlantis"),
        (["--workers", "-1"], "--workers -1: at least one is needed"),
    ],
)
def test_wrong_options(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert run(["build", str(reports), "-o", str(tmp_path / "a.db"), "--workers", "1", *options]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
