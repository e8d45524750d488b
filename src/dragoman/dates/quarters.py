"""Quarters of a year, as business news names them; what is called the quarter or the period is the last one named."""

from __future__ import annotations

from datetime import date

from dragoman.dates.days import Days, around, year_days
from dragoman.dates.expression import DateExpression
from dragoman.dates.making import FROM_PUBLICATION, STATED, Origin, Reading, made

_QUARTERS, _HALVES = 4, 2
# For how many sentences "a year ago" means the quarter that was named, one year before.
_REACH = 8
_TOLD = Origin("anchored", "quarter")


def quarter_named(reading: Reading) -> DateExpression | None:
    """The third quarter, of the year that is named or the last one that had begun."""
    number = reading.match.value("ordinal") or reading.match.value("day")
    if reading.match.value("halves"):
        return _half_year(reading, number)
    if number > _QUARTERS:
        return None
    year, origin = _year(reading, number)
    if year is None:
        return made(reading, None, "season", STATED, value=f"XXXX-Q{number}")
    _remember(reading, year, number)
    return _made(reading, year, number, origin)


def _half_year(reading: Reading, number: int) -> DateExpression | None:
    """The second half of a year, named as quarters are."""
    if number > _HALVES:
        return None
    year, origin = _year(reading, number * 2 - 1)
    if year is None:
        return made(reading, None, "season", STATED, value=f"XXXX-H{number}")
    return made(reading, year_days(year, f"H{number}"), "season", origin, value=f"{year:04d}-H{number}")


def _remember(reading: Reading, year: int, number: int) -> None:
    """The quarter of which a report goes on to tell is the newest that is over, or a company's own."""
    told, published = reading.context.quarter, reading.context.published
    over = published is None or _days(year, number).high < published.high
    fiscal = reading.match.value("fiscal") is not None
    if told is None or fiscal or (over and (year, number) >= told[:2]):
        reading.context.quarter = (year, number, reading.sentence)


def _year(reading: Reading, number: int) -> tuple[int | None, Origin]:
    stated, published = reading.match.value("year"), reading.context.published
    if stated is not None or published is None:
        return stated, STATED
    now = published.high
    near = reading.match.value("near")
    if near is not None:
        return now.year + near, FROM_PUBLICATION
    begun = number <= (now.month + 2) // 3
    return now.year - (not begun and not reading.ahead), FROM_PUBLICATION


def _made(reading: Reading, year: int, number: int, origin: Origin) -> DateExpression:
    """The expression of a quarter; a company's own year tells no days."""
    fiscal = reading.match.value("fiscal") is not None
    days = None if fiscal else _days(year, number)
    return made(reading, days, "season", STATED if fiscal else origin, value=f"{year:04d}-Q{number}")


def _days(year: int, number: int) -> Days:
    return around(date(year, number * 3, 1), "quarter")


def quarter_told(reading: Reading) -> DateExpression | None:
    """The quarter, the latest period, the 1988 period, the year-ago quarter: the last one named, or its like."""
    match, told, published = reading.match, reading.context.quarter, reading.context.published
    back = match.value("years_back") or 0
    year = match.value("year")
    if year is None and match.value("near") is not None and published is not None:
        year = published.high.year + match.value("near")
    if told is not None:
        return _made(reading, told[0] + back if year is None else year, told[1], _TOLD)
    if year is None and match.value("newest") and published is not None:
        return _made(reading, *_before(published.high), FROM_PUBLICATION)
    if year is None and back and published is not None:
        year = published.high.year + back
    if year is None:
        return None
    days = around(date(year, 1, 1), "year")
    return made(reading, days, "year", STATED if match.value("year") else FROM_PUBLICATION, value=f"{year:04d}")


def _before(day: date) -> tuple[int, int]:
    """The quarter that was over last: its year and number."""
    number = (day.month + 2) // 3 - 1
    return (day.year, number) if number else (day.year - 1, _QUARTERS)


def year_before_quarter(reading: Reading) -> DateExpression | None:
    """A year ago, beside a quarter: that quarter a year before."""
    told = reading.context.quarter
    if told is None or reading.sentence - told[2] > _REACH:
        return None
    return _made(reading, told[0] - 1, told[1], _TOLD)
