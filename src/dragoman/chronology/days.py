"""Days in the reader's language, by CLDR's patterns, as exactly as they are known and no more."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.chronology.wording import Wording
from dragoman.model import When


@dataclass(frozen=True, slots=True)
class Days:
    """How days are written in one language."""

    wording: Wording

    def heading(self, start: date | None, end: date | None) -> str:
        """What stands above the events of the same days: a day, a month, a year, the days between two, or none."""
        words = self._words
        if start is None and end is None:
            return str(self.wording.words["undated"])
        if start is None or end is None:
            frame = words["until"] if start is None else words["since"]
            return str(frame).format(first=self._format(start, "day"), last=self._format(end, "day"))
        if start == end:
            return self._capital(self._format(start, "heading"))
        if _whole_month(start, end):
            return str(words["in_month"]).format(month=self._format(start, "month"))
        if _whole_year(start, end):
            return str(words["in_year"]).format(year=self._format(start, "year"))
        return self._capital(self._two(start, end, "between"))

    def span(self, start: date | None, end: date | None) -> str:
        """A day, or two with what lies between, inside a sentence."""
        if start is None or end is None or start == end:
            return self._format(start or end, "day")
        return self._two(start, end, "span")

    def total(self, start: date | None, end: date | None) -> str:
        """The days that a sum counts; what begins with a month or a year need not be known to the day."""
        words = self.wording.words["totals"]
        if start is None or end is None or start == end:
            frame = "since" if end is None and start else "until" if end else "unknown"
            return str(words[frame]).format(first=self._format(start, "day"), last=self._format(end, "day"))
        if _whole_month(start, end):
            return str(words["in_month"]).format(month=self._format(start, "month"))
        if _whole_year(start, end):
            return str(words["in_year"]).format(year=self._format(start, "year"))
        begun = _beginning(start, end)
        if begun == "day":
            return self._framed(str(words["between"]), start, end)
        return str(words["from"]).format(first=self._format(start, begun), last=self._format(end, "day"))

    def clock(self, when: When) -> str | None:
        """The hours, where words of a report give them."""
        if when.hours is None:
            return None
        first, last = when.hours
        frame = self._words["hour" if first == last else "hours"]
        return str(frame).format(first=first, last=last)

    @property
    def _words(self) -> Mapping[str, Any]:
        words: Mapping[str, Any] = self.wording.words["days"]
        return words

    def _two(self, start: date, end: date, frame: str) -> str:
        return self._framed(str(self._words[frame]), start, end)

    def _framed(self, frame: str, start: date, end: date) -> str:
        same = "day" if start.year != end.year else "same_year" if start.month != end.month else "same_month"
        return frame.format(first=self._format(start, same), last=self._format(end, "day"))

    def _format(self, day: date | None, pattern: str) -> str:
        from babel.dates import format_date

        return "" if day is None else str(format_date(day, self._words[pattern], self.wording.locale))

    def _capital(self, words: str) -> str:
        return words[:1].upper() + words[1:]


def _whole_month(start: date, end: date) -> bool:
    return start.day == 1 and end == date(start.year, start.month, monthrange(start.year, start.month)[1])


def _whole_year(start: date, end: date) -> bool:
    return start == date(start.year, 1, 1) and end == date(start.year, 12, 31)


def _beginning(start: date, end: date) -> str:
    """The pattern for the first day of a longer time: the first of January may stand for its year."""
    if start.day != 1 or (start.year, start.month) == (end.year, end.month):
        return "day"
    return "year" if start.month == 1 and start.year != end.year else "month"
