"""The gold of dates: how it is read, how it is parted, and what is counted on documents of our own."""

from pathlib import Path

import pytest
from rich.console import Console

from dragoman.dates.timeml import Timex, write_timeml
from dragoman.evaluation import dates, reports
from dragoman.evaluation.dates import SETS, GoldSet, parts_of, read_timex2, tallies
from dragoman.evaluation.timexes import Tally

WAR = """<DOC><DOCID>x</DOCID>
<TEXT>
Am <TIMEX2 val="1914-07-28">28. Juli 1914</TIMEX2> fielen Sch&#252;sse &amp; nach <TIMEX2 val="P3D" mod="x">drei
Tagen</TIMEX2>, <TIMEX2 val="1914-07-31TEV">am Abend des <TIMEX2 val="1914-07-31">31. Juli</TIMEX2></TIMEX2>,
<TIMEX2>nichts</TIMEX2>.
</TEXT></DOC>"""


def test_a_document_of_timex2(tmp_path: Path) -> None:
    path = tmp_path / "01_War.key.xml"
    path.write_text(WAR, "utf-8")
    found = read_timex2(path)
    assert (found.id, found.created) == ("01_War", None)
    assert found.text.strip().startswith("Am 28. Juli 1914 fielen Schüsse & nach drei\nTagen, am Abend")
    assert [(found.text[one.start : one.end], one.type, one.value) for one in found.timexes] == [
        ("28. Juli 1914", "DATE", "1914-07-28"),
        ("drei\nTagen", "DURATION", "P3D"),
        ("am Abend des 31. Juli", "TIME", "1914-07-31TEV"),
        ("nichts", "DATE", ""),
    ]


def test_every_third_document_is_kept_aside() -> None:
    parts = parts_of(Tally(gold=10**number) for number in range(7))
    assert parts["kept"] == Tally(gold=10**2 + 10**5)
    assert parts["open"] == Tally(gold=1_111_111 - 10**2 - 10**5)
    assert parts["all"] == Tally(gold=1_111_111)


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of three documents; each has a day that dragoman finds, the third one more that nobody finds."""
    folder = tmp_path / "gold" / "dates" / "en" / "own"
    folder.mkdir(parents=True)
    for number, more in enumerate(("", "", "Whenever."), start=1):
        text = f"The town fell on 5 May 2016. {more}"
        marks = [Timex(17, 27, "DATE", "2016-05-05"), *([Timex(29, 37, "DATE", "XXXX")] if more else [])]
        (folder / f"{number}.tml").write_text(write_timeml(str(number), text, None, marks), "utf-8")
    monkeypatch.setattr(dates, "SETS", {"own": GoldSet("en", "en/own")})
    return tmp_path


def test_the_tallies_of_a_set(gold: Path) -> None:
    assert tallies("own", gold) == {
        "open": Tally(2, 2, 2, 2, 2, 2),
        "kept": Tally(2, 1, 1, 1, 1, 1),
        "all": Tally(4, 3, 3, 3, 3, 3),
    }


def test_a_table_and_the_scores_for_the_floors(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates.reports, "total", lambda _: reports.Count(right=5, false=1))
    console = Console(record=True, width=120)
    scores = dates.measure(gold, console)
    assert scores["own_open_value"] == 1.0
    assert scores["own_kept_relaxed"] == pytest.approx(2 / 3)
    assert (scores["reports_right"], scores["reports_false"]) == (5.0, 1.0)
    assert "reports: right 5, wrong 0, missed 0, false 1, trapped 0" in console.export_text()


def test_the_sets_are_of_languages_that_have_dates() -> None:
    assert {gold.language for gold in SETS.values()} == {"de", "en", "hr"}
