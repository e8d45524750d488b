"""The count on the five reports: what is right, wrong, missed and false, on a text of our own."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.dates.timeml import Timex
from dragoman.evaluation.reports import KEY, Count, Report, Wanted, counted, read, reports, total

TEXT = "On Friday 4 May more than 2000 men left by noon, now."
FRIDAY = Wanted(3, 15, ("2016-05-04", "2016-05-06"), vague=False)
NOON = Wanted(43, 47, ("2016-05-04T12:00",), vague=False)
NOW = Wanted(49, 52, ("PRESENT_REF",), vague=True)
REPORT = Report(TEXT, "en", date(2016, 5, 12), (FRIDAY, NOON, NOW), ((26, 30),))


def _at(start: int, end: int, value: str) -> Timex:
    return Timex(start, end, "DATE", value)


@pytest.mark.parametrize(
    ("found", "count"),
    [
        ([], Count(missed=2)),
        ([_at(3, 15, "2016-05-06"), _at(43, 47, "2016-05-04T12:00")], Count(right=2)),
        ([_at(3, 15, "2016-05-07"), _at(43, 47, "2016-05-04T12:00")], Count(right=1, wrong=1)),
        # A second date on the words of one expression is false, and so is a number that counts.
        ([_at(3, 9, "2016-05-11"), _at(10, 15, "2016-05-04")], Count(right=1, missed=1, false=1)),
        ([_at(26, 30, "2000")], Count(missed=2, false=1, trapped=1)),
        ([_at(31, 34, "XXXX")], Count(missed=2, false=1)),
        # What is vague may be missed or found, but not with another value.
        ([_at(49, 52, "PRESENT_REF")], Count(missed=2)),
        ([_at(49, 52, "2016")], Count(missed=2, wrong=1)),
        # One that covers two is right for the one whose value it has.
        ([_at(3, 47, "2016-05-04T12:00")], Count(right=1, wrong=1, trapped=1)),
    ],
)
def test_a_count(found: list[Timex], count: Count) -> None:
    assert counted(REPORT, found) == count


def test_counts_add_up() -> None:
    assert Count(1, 2, 3, 4, 5) + Count(1, 1, 1, 1, 1) == Count(2, 3, 4, 5, 6)


def test_dragoman_reads_a_report() -> None:
    assert read(REPORT)[0].value in FRIDAY.values
    assert counted(REPORT, read(REPORT)).trapped == 0


def test_the_key_belongs_to_files(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "aleppo"
    folder.mkdir(parents=True)
    (folder / "000_x.txt").write_bytes(b"Am 5. Mai.\r\n")
    key = tmp_path / "key.toml"
    key.write_text(
        '[[report]]\nfile = "000"\nlanguage = "de"\npublished = 2016-05-12\n'
        'times = [{ span = [3, 9], values = ["2016-05-05"] }]\nnone = []\n'
        '[[report]]\nfile = "001"\nlanguage = "de"\npublished = 2016-05-12\ntimes = []\nnone = []\n'
    )
    (report,) = reports(tmp_path, key)
    assert report.text == "Am 5. Mai.\r\n"
    assert report.published == date(2016, 5, 12)
    assert counted(report, read(report)) == Count(right=1)


def test_without_reports_nothing_is_counted(tmp_path: Path) -> None:
    assert total(tmp_path) == Count()
    assert list(reports(tmp_path, tmp_path / "none.toml")) == []


def test_the_key_is_in_order() -> None:
    for report in tomllib.loads(KEY.read_text("utf-8"))["report"]:
        spans = [tuple(row["span"]) for row in report["times"]]
        assert spans == sorted(spans)
        assert all(start < end for start, end in [*spans, *report["none"]])
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert not [place for place in report["none"] for start, end in spans if place[0] < end and start < place[1]]
