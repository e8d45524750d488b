"""The program's commands, exit codes and complaints, as a user meets them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli import building
from dragoman.cli.app import COMMANDS, run
from dragoman.cli.screen import safe, safe_json
from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.model import LeftOut
from dragoman.review.pairs import JudgedPair, judged_pairs
from dragoman.review.standing import standing
from dragoman.running import Summary

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dragoman(capsys: pytest.CaptureFixture[str], ledger: Ledger) -> Run:
    """Runs a command line in which LEDGER is the ledger that was made by hand."""

    def call(words: str) -> tuple[int, str, str]:
        code = run([str(ledger.path) if word == "LEDGER" else word for word in words.split()])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_version_comes_at_once() -> None:
    script = "import sys; sys.argv = ['dragoman', '--version']; from dragoman.cli import main; main();"
    script += "print(sorted(sys.modules))"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    started = time.perf_counter()
    out = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert time.perf_counter() - started < 5  # far above what it takes, for a busy machine
    version, modules = out.stdout.splitlines()
    assert version.startswith("dragoman ")
    for heavy in ("typer", "rich", "sqlite3", "duckdb", "trafilatura", "dragoman.ledger", "dragoman.running"):
        assert f"'{heavy}'" not in modules


@pytest.mark.parametrize(
    "command",
    ["", "build", "claims", "events", "control", "tolls", "sources", "chronology", "explain", "judge", "relate",
     "export", "dates", "check", "eval",
     "pack", "pack check", "pack add-places", "pack list"],
)  # fmt: skip
def test_every_command_has_its_help(dragoman: Run, command: str) -> None:
    code, out, _ = dragoman(f"{command} --help")
    assert code == 0
    assert "Usage: dragoman" in out
    # An option without a word of help would stand alone on its line.
    lines = [line for line in out.splitlines() if line.strip().startswith("--")]
    assert [line for line in lines if len(line.split()) < 2] == []


def test_the_exit_codes_are_in_the_help(dragoman: Run) -> None:
    out = " ".join(dragoman("--help")[1].split())
    assert "Exit codes: 0 all is well; 1 there are findings" in out
    assert "2 wrong usage or input that cannot be used; 130 interrupted." in out


def test_a_table_of_claims(dragoman: Run) -> None:
    code, out, err = dragoman("claims LEDGER --place aleppo")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].split()[:3] == ["id", "when", "what"]
    assert [line.split()[1] for line in lines[1:] if line.startswith("c_")] == ["2016-10-28", "2016-11-01"]


def test_json_lines(dragoman: Run, ledger: Ledger) -> None:
    code, out, _ = dragoman("claims LEDGER --json")
    assert code == 0
    assert {json.loads(line)["id"] for line in out.splitlines()} == {claim.id for claim in ledger.claims()}


def test_csv(dragoman: Run) -> None:
    code, out, _ = dragoman("tolls LEDGER --csv")
    assert code == 0
    assert out.splitlines()[0] == "scope,what,who,low,high,cumulative,from,until,source,claims"
    assert out.splitlines()[1].split(",")[1:5] == ["killed", "civilians", "7", "7"]


@pytest.mark.parametrize("by", ["source", "period", "place"])
def test_tolls_seen_together(dragoman: Run, by: str) -> None:
    code, out, err = dragoman(f"tolls LEDGER --by {by} --csv")
    assert code == 0
    header, row = out.splitlines()
    assert header == "by,what,who,cumulative,low,best,high,rows,from,until"
    assert row.split(",")[1:8] == ["killed", "civilians", "no", "7", "7", "7", "1"]
    assert "never add them" in err


def test_tolls_by_something_else(dragoman: Run) -> None:
    code, _, err = dragoman("tolls LEDGER --by colour")
    assert (code, err) == (2, "dragoman: --by colour: not known; use one of source, period, place\n")


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("events LEDGER --json", 2),
        ("events LEDGER --json --limit 1", 1),
        ("events LEDGER --json --limit 0", 2),
        ("control LEDGER --json --actor army", 1), ("sources LEDGER --json --text monitor", 1),
        ("claims LEDGER --json --from 2016-11", 1), ("claims LEDGER --json --to 2016-10", 1),
        ("claims LEDGER --json --from 2016 --to 2016", 2), ("tolls LEDGER --json --what injured", 0),
    ],
)  # fmt: skip
def test_filters(dragoman: Run, words: str, rows: int) -> None:
    code, out, _ = dragoman(words)
    assert (code, len(out.splitlines())) == (0, rows)


def test_a_cut_table_says_so(dragoman: Run) -> None:
    _, _, err = dragoman("events LEDGER --limit 1")
    assert err == "dragoman: the first 1 events are shown; --limit 0 shows all\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "claims nowhere.db",
            "nowhere.db: there is no such ledger; build one: dragoman build REPORTS… -o nowhere.db",
        ),
        ("claims LEDGER --type boo", "--type boo: not known; use one of capture, shelling"),
        ("claims LEDGER --language xx", "--language xx: not known; use one of en, hr"),
        ("events LEDGER --grade good", "--grade good: not known; use one of single, repeated, corroborated,"),
        ("claims LEDGER --from 2016-13", "'2016-13' is no day; write it as 2016-10-28, 2016-10 or 2016"),
        ("claims LEDGER --from soon", "'soon' is no day; write it as 2016-10-28, 2016-10 or 2016"),
        ("claims LEDGER --from 0000", "'0000' is no day; write it as 2016-10-28, 2016-10 or 2016"),
        ("explain LEDGER x_1", "'x_1' is no id; ids begin with c_ (claim), e_ (event) or d_ (document)"),
        ("explain LEDGER c_zzz", "there is no claim c_zzz in "),
        ("explain LEDGER c_", "'c_' begins several ids ("),
        ("export LEDGER --format xls", "--format xls: not known; use one of csv, jsonl"),
        ("build x -o LEDGER --column text", "--column text: write FIELD=COLUMN, as text=article_content"),
        ("claims LEDGER --place Minjan", "no place 'Minjan' in "),
    ],
)
def test_complaints_are_one_line(dragoman: Run, words: str, said: str) -> None:
    code, out, err = dragoman(words)
    assert (code, out) == (2, "")
    assert err.startswith(f"dragoman: {said}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words", ["build", "claims", "nonsense", "claims LEDGER --nonsense", "claims LEDGER --limit x"]
)
def test_wrong_usage(dragoman: Run, words: str) -> None:
    code, _, err = dragoman(words)
    assert code == 2
    assert "Usage: dragoman" in err
    assert "Traceback" not in err


def test_check(dragoman: Run, ledger: Ledger) -> None:
    assert dragoman("check LEDGER")[:2] == (0, f"{ledger.path}: every span, hash, id and reference holds\n")
    ledger.connection.execute("UPDATE toll SET record = json_set(record, '$.scope', 'e_0')")
    assert dragoman("check LEDGER")[:2] == (1, "toll: the event e_0 is not there\n")


def test_export(dragoman: Run, tmp_path: Path) -> None:
    code, out, _ = dragoman(f"export LEDGER --format csv --out {tmp_path / 'tables'}")
    assert code == 0
    assert len(out.splitlines()) == 7
    assert all(Path(line).is_file() for line in out.splitlines())


def test_explain_a_claim(dragoman: Run, ledger: Ledger) -> None:
    claim = next(one for one in ledger.claims() if one.type == "shelling")
    code, out, _ = dragoman(f"explain LEDGER {claim.id}")
    assert code == 0
    for line in (
        f"{claim.id} is a claim: shelling; it is said to have happened.",
        "It stands in the report's own voice.",
        "  What happened is told by “shells”.",
        "  Where: Homs [homs], from “Homs”: town at 36.2000, 37.1000, within homs-province.",
        "  How many: 7 civilians killed, from “7 civilians”.",
        "When: not known.",
        "Who says so: Wire, and behind it, from the outermost to the innermost:",
        "  The Monitor [monitor] reports it, by the words “said” (named as “The monitor”).",
        "The words themselves mark it as hearsay.",
        "Rules that fired: r1, r2.",
        "  Published 2016-10-28: its metadata say so.",
    ):
        assert line in out.splitlines()


def test_explain_an_event(dragoman: Run, ledger: Ledger) -> None:
    event = next(one for one in ledger.events() if one.type == "capture")
    code, out, _ = dragoman(f"explain LEDGER {event.id[:8]}")
    one, other = event.claims
    assert code == 0
    for line in (
        "Grade: contested, since voices disagree on it, or one denies it.",
        "  Wire says Syrian Army, another says Pobunjenici",
        "Disagreement on who:",
        "Told by Wire:",
        "Told by an unnamed outlet (b/dan.txt):",
        f"  {one} and {other}: 0.75; both are a capture; Minyan is in Aleppo",
    ):
        assert line in out.splitlines()


def test_explain_a_document(dragoman: Run, ledger: Ledger) -> None:
    document = next(one for one in ledger.documents() if one.language == "hr")
    code, out, _ = dragoman(f"explain LEDGER {document.id}")
    assert code == 0
    assert "Its day of publication is not known." in out.splitlines()
    assert "Parts, in characters: body 38." in out.splitlines()


def test_a_terminal_is_not_obeyed() -> None:
    assert safe("a\x1b[31m b\u202ec\x9b \u0160") == "a\\x1b[31m b\\u202ec\\x9b \u0160"
    assert safe("a\nb\tc") == "a b c"
    assert json.loads(safe_json('"a\x7f\x9b\u202e"')) == "a\x7f\x9b\u202e"
    assert safe_json('"\x9b"') == '"\\u009b"'


def test_report_text_does_not_reach_the_terminal_raw(dragoman: Run, ledger: Ledger) -> None:
    ledger.connection.execute("UPDATE claim SET record = json_set(record, '$.sentence.text', char(27) || '[2J[red]')")
    for words in ("claims LEDGER", "claims LEDGER --json"):
        out = dragoman(words)[1]
        assert "\x1b" not in out
        assert "[red]" in out


def test_an_unexpected_error_is_one_line(dragoman: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("dragoman.cli.exporting.write", fails)
    code, _, err = dragoman(f"export LEDGER --out {tmp_path}")
    assert code == 2
    assert err == (
        "dragoman: ZeroDivisionError: by zero: this is a bug in dragoman; set DRAGOMAN_DEBUG=1 to see where\n"
    )
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        dragoman(f"export LEDGER --out {tmp_path}")


def test_an_interruption(dragoman: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.cli.exporting.write", interrupted)
    code, _, err = dragoman("export LEDGER")
    assert code == 130
    assert err.strip().splitlines() == [
        "dragoman: interrupted; what was read so far is kept, the same command goes on from there"
    ]


def test_a_build_that_was_cut_short_is_said(dragoman: Run, ledger: Ledger) -> None:
    ledger.set_meta({"complete": "no"})
    assert "its build did not come to its end; run the same build again" in dragoman("events LEDGER")[2]


def test_the_summary_of_a_build() -> None:
    summary = Summary(
        ledger=Path("a.db"), added=3, known=2, repeated=1, documents=5, undated=1, languages=(("en", 5),),
        claims=(("capture", 4), ("siege", 1)), events=3, grades=(("single", 2), ("contested", 1)),
        left_out=(("empty", tuple(LeftOut(f"{n}.txt", "empty", f"{n}.txt: nothing in it") for n in "abcd")),),
        notes=("a block was cut",), look_at="e_1",
    )  # fmt: skip
    assert list(building.summary_lines(summary)) == [
        "Read 3 reports, 2 were known, 1 came again word for word; a.db holds 5",
        "  languages: en 5; without a publication day: 1",
        "Claims: 5",
        "  by type: capture 4, siege 1",
        "Events: 3",
        "  by grade: single 2, contested 1",
        "Left out, or read with a reservation (all of it: dragoman export, left_out):",
        "  empty: 4",
        "    a.txt: nothing in it",
        "    b.txt: nothing in it",
        "    c.txt: nothing in it",
        "Note: a block was cut",
        "Look next at:",
        "  dragoman events a.db --grade contested",
        "  dragoman explain a.db e_1",
        "  dragoman export a.db --format csv --out tables",
    ]


def test_a_column_needs_both_sides() -> None:
    assert building._column("text=a=b") == ("text", "a=b")
    with pytest.raises(InputError, match="write FIELD=COLUMN"):
        building._column("=x")


def test_the_commands_are_those_of_the_documentation() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"dragoman {command} " in documented


def test_a_decision_counts_from_the_next_relating_on(dragoman: Run, ledger: Ledger) -> None:
    one, other = [claim.id for claim in ledger.claims()][:2]
    code, out, _ = dragoman(f"judge LEDGER different {one} {other} --by Ana --reason streets")
    assert code == 0
    assert out.splitlines() == [
        f"Judgement 1: {one} and {other} are different, by Ana: streets",
        f"It counts from the next `dragoman relate {ledger.path}` or build on.",
    ]
    assert judged_pairs(ledger, standing(ledger)) == (JudgedPair(*sorted((one, other)), same=False),)
    dragoman(f"judge LEDGER unsure {other} {one} --by Ben --reason dark")
    assert judged_pairs(ledger, standing(ledger)) == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("judge LEDGER same c_none c_nobody --by Ana --reason why", "c_none: there is no such claim in"),
        ("judge nowhere.db same c_a c_b --by Ana --reason why", "nowhere.db: there is no such ledger"),
        ("relate nowhere.db", "nowhere.db: there is no such ledger"),
    ],
)
def test_a_decision_on_nothing_is_refused_in_one_line(dragoman: Run, words: str, said: str) -> None:
    code, _, err = dragoman(words)
    assert code == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert not Path("nowhere.db").exists()
