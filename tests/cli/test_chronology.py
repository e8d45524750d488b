"""`dragoman chronology` as a user meets it."""

from collections.abc import Callable

import pytest

from dragoman.cli.app import run
from dragoman.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dragoman(capsys: pytest.CaptureFixture[str], ledger: Ledger) -> Run:
    """Runs a command line in which LEDGER is the ledger that was made by hand."""

    def call(words: str) -> tuple[int, str, str]:
        code = run([str(ledger.path) if word == "LEDGER" else word for word in words.split()])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        ("en", "## Friday, 28 October 2016", "- The Syrian Army captured Minyan"),
        ("de", "## Freitag, 28. Oktober 2016", "- Syrian Army nahm Minyan"),
        ("hr", "## Petak, 28. listopada 2016.", "- Syrian Army je zauzeo mjesto Minyan"),
    ],
)
def test_the_story_in_a_language(dragoman: Run, language: str, heading: str, sentence: str) -> None:
    code, out, err = dragoman(f"chronology LEDGER --language {language}")
    assert (code, err) == (0, "")
    assert heading in out
    assert sentence in out
    assert out.endswith("\n")


def test_english_is_told_where_nothing_is_said(dragoman: Run) -> None:
    assert dragoman("chronology LEDGER")[1] == dragoman("chronology LEDGER --language en")[1]


@pytest.mark.parametrize(
    ("filters", "events"),
    [
        ("", 2), ("--type capture", 1), ("--place aleppo", 1), ("--from 2016-10-28 --to 2016-10", 1),
        ("--grade single", 1), ("--report-language hr", 1), ("--source wire", 2), ("--limit 1", 1),
        ("--text shells", 1),
        ("--actor army", 1),
    ],
)  # fmt: skip
def test_filters(dragoman: Run, filters: str, events: int) -> None:
    code, out, _ = dragoman(f"chronology LEDGER {filters}")
    assert code == 0
    assert sum(line.startswith("- ") for line in out.splitlines()) == events


def test_ids(dragoman: Run, ledger: Ledger) -> None:
    out = dragoman("chronology LEDGER --ids")[1]
    assert all(event.id in out for event in ledger.events())


def test_no_events(dragoman: Run) -> None:
    code, out, err = dragoman("chronology LEDGER --from 2020 --to 2021")
    assert (code, out, err) == (0, "", "dragoman: no events that match\n")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("LEDGER --language fr", "dragoman: --language fr: not known; use one of de, en, hr"),
        ("nowhere.db", "dragoman: nowhere.db: there is no such ledger"),
        ("LEDGER --type dance", "dragoman: --type dance: not known"),
        ("LEDGER --from soon", "dragoman: 'soon' is no day"),
        ("LEDGER --place Atlantis", "dragoman: no place 'Atlantis'"),
        ("LEDGER --pack nowhere", "dragoman: nowhere:0: no such pack"),
    ],
)
def test_errors_are_one_line(dragoman: Run, words: str, complaint: str) -> None:
    code, out, err = dragoman(f"chronology {words}")
    assert (code, out) == (2, "")
    assert err.startswith(complaint)
    assert err.count("\n") == 1
