"""Dates on the five reports, against a key of our own: what is right, wrong, missed and false.

The key (`evals/dates-reports.toml`) holds offsets and values alone. An expression is right where one of the system's
overlaps it with a value that the key allows, wrong where the values differ, missed where none overlaps. False is what
overlaps nothing of the key, and a second date on the words of one expression. What is vague in the key may be missed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.dates import find
from dragoman.dates.timeml import Timex, timexes
from dragoman.model import Published

KEY = Path(__file__).parents[3] / "evals" / "dates-reports.toml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An expression of the key and its right values (none: any is)."""

    start: int
    end: int
    values: tuple[str, ...]
    vague: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its key; `none` are places where no time is told."""

    text: str
    language: str
    published: date
    times: tuple[Wanted, ...]
    none: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the key's expressions, and of what was found beyond them; counts add up."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    false: int = 0
    trapped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, name) + getattr(other, name) for name in Count.__slots__))


Reader = Callable[[Report], Sequence[Timex]]


def reports(data: Path, key: Path = KEY) -> Iterator[Report]:
    """The reports that lie in `data`, as their bytes stand: the key counts the characters of the files."""
    if not key.is_file():
        return
    for row in tomllib.loads(key.read_text("utf-8"))["report"]:
        for path in (data / "reports" / "aleppo").glob(f"{row['file']}_*.txt"):
            times = tuple(_wanted(entry) for entry in row["times"])
            none = tuple((start, end) for start, end in row["none"])
            yield Report(path.read_bytes().decode(), row["language"], row["published"], times, none)


def _wanted(row: Mapping[str, Any]) -> Wanted:
    start, end = row["span"]
    return Wanted(start, end, tuple(row.get("values", ())), bool(row.get("vague")))


def read(report: Report) -> Sequence[Timex]:
    """What dragoman finds in a report."""
    day = report.published
    return timexes(find(report.text, report.language, Published(day, day, "day", "metadata")))


def counted(report: Report, found: Sequence[Timex]) -> Count:
    """One report's expressions against its key."""
    right = wrong = missed = 0
    used: set[int] = set()
    for wanted in report.times:
        near = [one for one in found if _overlap((one.start, one.end), (wanted.start, wanted.end))]
        fitting = [one for one in near if not wanted.values or one.value in wanted.values]
        used |= {id(one) for one in fitting or near[:1]}
        if wanted.vague and (fitting or not near):
            continue
        right += bool(fitting)
        wrong += bool(near and not fitting)
        missed += not near
    trapped = sum(any(_overlap((one.start, one.end), place) for one in found) for place in report.none)
    return Count(right, wrong, missed, sum(id(one) not in used for one in found), trapped)


def total(data: Path, reader: Reader = read) -> Count:
    """All the reports' expressions against the key."""
    return sum((counted(report, reader(report)) for report in reports(data)), Count())


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
