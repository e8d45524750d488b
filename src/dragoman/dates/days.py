"""Arithmetic with stretches of days: months, seasons, parts of months, shifts and weekdays.

Everything is a pure function over `datetime.date`; a result outside the calendar (years 1 to 9999) is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple


class Days(NamedTuple):
    """The first and the last day of a stretch."""

    low: date
    high: date

    @property
    def single(self) -> bool:
        """Whether the stretch is one day."""
        return self.low == self.high


SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
# Days of a month that "early", "mid" and "late" name; the end is the month's own.
MONTH_PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31), "H1": (1, 15), "H2": (16, 31)}
# Months of a year that "early", "mid" and "late" name.
YEAR_PARTS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12), "H1": (1, 6), "H2": (7, 12)}
# Which share of any other unit they name: the end of a week begins with its Friday.
_SHARES = {"START": (0.0, 0.4), "MID": (0.2, 0.7), "END": (0.6, 1.0), "H1": (0.0, 0.5), "H2": (0.5, 1.0)}
# A holiday on the n-th weekday of a month: month, weekday, n, days after it.
_COUNTED = re.compile(r"nth(\d+)\.(\d)\.(-?\d)(?:\+(\d+))?")
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (31 June, 29 February 2015)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def month_part(year: int, month: int, part: str) -> Days:
    """The days that "early", "mid" or "late" in a month name (thirds of ten days)."""
    first, last = MONTH_PARTS[part]
    end = monthrange(year, month)[1]
    return Days(date(year, month, first), date(year, month, min(last, end)))


def unit_part(days: Days, unit: str, part: str) -> Days:
    """The first, middle or last third (or half) of a week, month, quarter or year."""
    if unit == "month":
        return month_part(days.low.year, days.low.month, part)
    if unit == "year":
        return year_days(days.low.year, part)
    first, last = _SHARES.get(part, (0.0, 1.0))
    length = (days.high - days.low).days + 1
    return Days(_shift(days.low, int(first * length)), _shift(days.low, ceil(last * length) - 1))


def year_days(year: int, part: str | None = None) -> Days:
    """All days of a year, or of its first, middle or last months."""
    first, last = YEAR_PARTS.get(part or "", (1, 12))
    return Days(date(year, first, 1), month_days(year, last).high)


def season_days(year: int, season: str) -> Days | None:
    """The days of a season (meteorological); a winter belongs to the year in which it begins."""
    first, last = SEASON_MONTHS[season]
    if season == "WI" and year >= 9999:
        return None
    return Days(date(year, first, 1), month_days(year + (last < first), last).high)


def moved(day: date, unit: str, amount: int) -> date | None:
    """The day so many units later (or earlier); a month shift keeps within the month."""
    try:
        if unit in UNIT_DAYS:
            return day + timedelta(days=UNIT_DAYS[unit] * amount)
        return _month_moved(day, UNIT_MONTHS[unit] * amount)
    except (OverflowError, ValueError):
        return None


def _month_moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(day: date, unit: str) -> Days:
    """The whole week (from Monday), weekend, month, quarter, year, decade or century that a day lies in."""
    if unit in ("week", "fortnight"):
        monday = _shift(day, -day.weekday())
        return Days(monday, _shift(monday, 6))
    if unit == "weekend":
        saturday = _shift(day, 5 - day.weekday())
        return Days(saturday, _shift(saturday, 1))
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        first = 3 * ((day.month - 1) // 3) + 1
        return Days(date(day.year, first, 1), month_days(day.year, first + 2).high)
    return _around_years(day, unit)


def _around_years(day: date, unit: str) -> Days:
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if size is None:
        return Days(day, day)
    first = max(day.year - day.year % size, 1)
    return Days(date(first, 1, 1), date(min(day.year - day.year % size + size - 1, 9999), 12, 31))


def moving_holiday(year: int, named: str) -> date | None:
    """The day of a holiday that moves: with Easter (`easter+1`, `orthodox-2`), or the weekday of a month."""
    counted = _COUNTED.fullmatch(named)
    if counted:
        month, weekday, place, days = (int(number or 0) for number in counted.groups())
        return _weekday_of_month(year, month, (weekday, place), days)
    style, sign, offset = named.partition("+") if "+" in named else named.partition("-")
    first = _orthodox_easter(year) if style == "orthodox" else _easter(year)
    return None if first is None else moved(first, "day", int(f"{sign}{offset}"))


def _weekday_of_month(year: int, month: int, which: tuple[int, int], offset: int) -> date | None:
    """The n-th weekday of a month, counted from its end where n is negative, and so many days after it."""
    (weekday, place), days = which, month_days(year, month)
    if place > 0:
        found = moved(weekday_after(days.low, weekday), "week", place - 1)
    else:
        found = moved(weekday_before(days.high, weekday), "week", place + 1)
    return found and moved(found, "day", offset)


def _easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + n - 7 * ((a + 11 * h + 22 * n) // 451) + 114, 31)
    return day_of(year, month, day + 1)


def _orthodox_easter(year: int) -> date | None:
    """Easter Sunday of the Julian calendar, as a day of ours (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = day_of(year, month, day + 1)
    return julian and moved(julian, "day", year // 100 - year // 400 - 2)


def _shift(day: date, amount: int) -> date:
    """A shift by days that stays within the calendar."""
    try:
        return day + timedelta(days=amount)
    except OverflowError:
        return day


def weekday_before(day: date, weekday: int, *, strict: bool = False) -> date:
    """The last day with this ISO weekday (Monday is 1) on or before a day; `strict`: before it."""
    back = (day.isoweekday() - weekday) % 7
    return _shift(day, -(back or (7 if strict else 0)))


def weekday_after(day: date, weekday: int, *, strict: bool = False) -> date:
    """The first day with this ISO weekday on or after a day; `strict`: after it."""
    ahead = (weekday - day.isoweekday()) % 7
    return _shift(day, ahead or (7 if strict else 0))


def weekday_nearest(day: date, weekday: int) -> date:
    """The day with this ISO weekday that lies nearest (at most three days off)."""
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    return before if (day - before) <= (after - day) else after
