"""`dragoman dates` from the command line: what it shows and writes, and its complaints."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli.app import run
from dragoman.dates.timeml import parsed_timeml, read_timeml

TEXT = "On Friday, 28 October 2016, shells hit the “old” town & its bridge.\r\nThe mayor left yesterday.\r\n"
NO_DAY = "no day of publication is known, so what hangs on it stays open; say it with --published"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `dragoman dates` on a file with this content, or on what does not exist."""

    def call(content: str | bytes, *options: str, name: str = "report.txt") -> tuple[int, str, str]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = run(["dates", str(path), *options])
        out, err = capsys.readouterr()
        return code, out, err.replace(f"{tmp_path}/", "")

    return call


def test_a_table(dates: Run) -> None:
    code, out, err = dates(TEXT, "--published", "2016-10-30")
    assert (code, err) == (0, "")
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0].split() == ["words", "days", "precision", "basis", "anchor", "type", "value", "rule"]
    assert lines[1].split()[:5] == ["Friday,", "28", "October", "2016", "2016-10-28"]
    assert lines[2].split()[:5] == ["yesterday", "2016-10-29", "day", "published", "published"]
    assert len(lines) == 3


def test_a_contradiction_is_shown(dates: Run) -> None:
    _, out, _ = dates("They came on Friday 29 October.", "--published", "2016-11-12", "--language", "en")
    assert "2016-10-29 (or 2016-10-28)" in out


def test_nothing_found(dates: Run) -> None:
    assert dates("The town fell.", "--language", "en", "--published", "2016-11-12")[1] == "no expressions of time\n"


def test_json_lines(dates: Run) -> None:
    _, out, _ = dates(TEXT, "--jsonl", "--published", "2016-10-30", "--language", "en")
    first, second = map(json.loads, out.splitlines())
    assert (first["text"], first["low"], first["value"]) == ("Friday, 28 October 2016", "2016-10-28", "2016-10-28")
    assert TEXT[second["start"] : second["end"]] == second["text"] == "yesterday"


def test_timeml_has_the_text_mark_for_mark(dates: Run) -> None:
    code, out, err = dates("\ufeff" + TEXT, "--timeml", "--published", "2016-10-30")
    assert (code, err) == (0, "")
    found = parsed_timeml(out.encode(), "out", "")
    assert (found.id, found.text, str(found.created)) == ("report", TEXT, "2016-10-30")
    assert [one.value for one in found.timexes] == ["2016-10-28", "2016-10-29"]


def test_timeml_gives_its_own_text_and_day(dates: Run, tmp_path: Path) -> None:
    _, out, _ = dates(TEXT, "--timeml", "--published", "2016-10-30")
    code, again, err = dates(out, "--timeml", name="again.tml")
    assert (code, again, err) == (0, out, "")
    later = dates(out, "--timeml", "--published", "2016-11-02", name="again.tml")[1]
    (tmp_path / "later.tml").write_text(later, newline="")
    assert [one.value for one in read_timeml(tmp_path / "later.tml").timexes] == ["2016-10-28", "2016-11-01"]


def test_a_web_page_gives_its_main_text_and_day(dates: Run) -> None:
    story = "<p>Shells hit the old town on Friday, and the mayor of the town left it the day after, people said.</p>"
    page = (
        '<html><head><title>Shells</title><meta property="article:published_time" content="2016-10-30"></head>'
        f"<body><article><h1>Shells</h1>{story * 4}</article></body></html>"
    )
    code, out, _ = dates(page, name="page.html")
    assert code == 0
    assert "Friday" in out
    assert "2016-10-28" in out


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run(["dates", "-", "--published", "2016-10-30", "--language", "en"]) == 0
    assert "2016-10-29" in capsys.readouterr().out


def test_the_language_is_told_by_the_text(dates: Run) -> None:
    text = "Die Armee hat gestern die Stadt eingenommen, wie die Agentur am Freitag aus der Hauptstadt gemeldet hat."
    assert "2016-11-11" in dates(text, "--published", "2016-11-12")[1]


def test_without_a_day_it_says_so(dates: Run) -> None:
    code, out, err = dates("It happened yesterday.", "--language", "en")
    assert (code, err) == (0, f"dragoman: report.txt: {NO_DAY}\n")
    assert "XXXX-XX-XX" in out


def test_what_xml_cannot_hold_is_said(dates: Run) -> None:
    _, out, err = dates("In 2016\x0c it fell.", "--timeml", "--language", "en", "--published", "2016-11-12")
    assert "\ufffd" in out
    assert err == "dragoman: report.txt: 1 control signs that XML cannot hold; each stands as U+FFFD\n"


DAY = ("--published", "2016-11-12")


@pytest.mark.parametrize(
    ("content", "options", "name", "said"),
    [
        (b"caf\xe9", DAY, "a.txt", "a.txt: not UTF-8 (byte 3); convert it to UTF-8 first"),
        ("x", ("--published", "2016-13-01"), "a.txt", "--published 2016-13-01: no day; write it as 2016-10-28"),
        ("x", ("--published", "soon"), "a.txt", "--published soon: no day; write it as 2016-10-28"),
        ("x", (*DAY, "--language", "xx"), "a.txt", "--language xx: there are no dates for it; use one of de, en, hr"),
        ("", DAY, "a.txt", "a.txt: its language cannot be told; say it with --language, one of de, en, hr"),
        ("<TimeML><TEXT>", DAY, "a.tml", "a.tml: no TimeML: no element found: line 1, column 14"),
        ("x", (*DAY, "--jsonl", "--timeml"), "a.txt", "--timeml and --jsonl: choose one of them"),
        ("<html></html>", DAY, "a.html", "a.html: no text in it"),
    ],
)
def test_wrong_input_is_one_line(
    dates: Run, content: str | bytes, options: tuple[str, ...], name: str, said: str
) -> None:
    assert dates(content, *options, name=name) == (2, "", f"dragoman: {said}\n")


def test_another_language(dates: Run) -> None:
    french = "Les habitants de la ville ont fui vers le nord pendant la nuit, a déclaré le maire aux journalistes."
    assert dates(french, *DAY)[2] == (
        "dragoman: report.txt: its language seems to be fr, without dates; say it with --language, one of de, en, hr\n"
    )


@pytest.mark.parametrize(("path", "why"), [("nowhere.txt", "No such file or directory"), ("", "Is a directory")])
def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, why: str) -> None:
    assert run(["dates", str(tmp_path / path)]) == 2
    assert capsys.readouterr().err == f"dragoman: {tmp_path / path}: cannot be read: {why}; name one file\n"
