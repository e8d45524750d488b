"""TIMEX3 values (ISO 8601 with the standard's own extensions) for days, durations and what has no year."""

from __future__ import annotations

import re
from datetime import date

from dragoman.dates.days import Days

_OFFSET = re.compile(r"([a-z]+)([+-]\d+)([A-Z]{2})?(>?)")
UNIT_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


def offset(word: str) -> tuple[str, int, str | None]:
    """The unit, the step and the part of the day of a pack's word: `day-1EV`."""
    found = _OFFSET.fullmatch(word)
    return (found[1], int(found[2]), found[3]) if found else ("day", 0, None)


def day_value(day: date) -> str:
    """A day, as `2016-10-28`."""
    return day.isoformat()


def month_value(days: Days) -> str:
    """A month, as `2016-10`."""
    return f"{days.low.year:04d}-{days.low.month:02d}"


def week_value(day: date) -> str:
    """A week by the day in it, as `2016-W43`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(days: Days, unit: str) -> str:
    """A whole unit by its days: day, week, weekend, month, quarter, year, decade or century."""
    first = days.low
    if unit == "week":
        return week_value(first)
    if unit == "weekend":
        return f"{week_value(first)}-WE"
    if unit == "month":
        return month_value(days)
    if unit == "quarter":
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    lengths = {"year": 4, "decade": 3, "century": 2}
    return f"{first.year:04d}"[: lengths[unit]] if unit in lengths else day_value(first)


def yearless(month: int, day: int | None = None) -> str:
    """A month, or a day of it, of no known year: `XXXX-10-28`."""
    return f"XXXX-{month:02d}" if day is None else f"XXXX-{month:02d}-{day:02d}"


def early(year: int, month: int | None = None, day: int | None = None) -> str:
    """A year before our era, a month or a day of it: `BC0218-12`."""
    return f"BC{-year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


# Half of a unit, in the next smaller one that has a letter.
_HALVES = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M"}


def duration(number: int | None, unit: str, *, half: bool = False) -> str:
    """A duration, as `P13D`, `PT10H`, or `PXW` where the number is vague; `half` adds half a unit."""
    letter = UNIT_LETTERS[unit]
    if half and number is not None:
        whole = duration(number, unit) if number else "PT" if letter in ("TH", "TM") else "P"
        return whole + _HALVES[unit] if unit in _HALVES else f"P{number}.5{letter}"
    count = "X" if number is None else str(number * 2 if unit == "fortnight" else number)
    return f"PT{count}{letter[1]}" if letter[0] == "T" and len(letter) == 2 else f"P{count}{letter}"
