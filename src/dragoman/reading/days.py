"""The publication day out of metadata: the formats in which tools, feeds and people write it.

A time of day is left away: the day counts as it is written, in the zone of the one who wrote it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache

from babel.dates import get_month_names

from dragoman.knowledge.tables import LANGUAGES, language_table
from dragoman.model import Published

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(?:\d{4}|\d{6})Z?)?$")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})$")
_YEAR = re.compile(r"(\d{4})$")
_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?!\d)")
_EPOCH = re.compile(r"(\d{10})(\d{3})?$")

# Months by their names in CLDR; Bosnian and Serbian give Croatian readers' second set of names.
_LOCALES = ("en", "de", "de_AT", "hr", "bs", "sr_Latn")
_EARLIEST, _LATEST = 1900, 2100


class AmbiguousDayError(ValueError):
    """A day in numbers that can be read in two ways."""


def published(value: str) -> Published | None:
    """The day, month or year that the words give; None where they give none. Raises AmbiguousDayError."""
    words = value.strip()
    for start, end, precision in _readings(words):
        if _EARLIEST <= start.year <= _LATEST:
            return Published(start, end, precision, "metadata")  # type: ignore[arg-type]
    return None


def _readings(words: str) -> Iterator[tuple[date, date, str]]:
    if match := _MONTH.match(words):
        yield from _month(int(match[1]), int(match[2]))
    elif match := _YEAR.match(words):
        yield from _span(_day(int(match[1]), 1, 1), _day(int(match[1]), 12, 31), "year")
    else:
        day = _any_day(words)
        yield from _span(day, day, "day")


def _month(year: int, month: int) -> Iterator[tuple[date, date, str]]:
    if 1 <= month <= 12 and year > 0:
        yield from _span(_day(year, month, 1), _day(year, month, calendar.monthrange(year, month)[1]), "month")


def _span(start: date | None, end: date | None, precision: str) -> Iterator[tuple[date, date, str]]:
    if start is not None and end is not None:
        yield start, end, precision


def _any_day(words: str) -> date | None:
    if match := (_ISO.search(words) or _COMPACT.match(words)):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _EPOCH.match(words):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    if match := _NUMBERS.search(words):
        return _in_numbers(int(match[1]), match[2], int(match[3]), int(match[4]))
    if match := _DAY_FIRST.search(words):
        return _named(match[3], match[2], match[1])
    if match := _MONTH_FIRST.search(words):
        return _named(match[3], match[1], match[2])
    return None


def _in_numbers(first: int, sign: str, second: int, year: int) -> date | None:
    """Dots put the day first everywhere; a slash or a hyphen does so in one country and not in the next."""
    if sign == "." or first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    raise AmbiguousDayError(f"{_day(year, second, first)} or {_day(year, first, second)}")


def _named(year: str, month: str, day: str) -> date | None:
    number = _months().get(month.casefold().rstrip("."))
    return _day(int(year), number, int(day)) if number else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    for code in LANGUAGES:
        for number, name in enumerate(language_table(code, "furniture").get("months", ()), start=1):
            names.setdefault(name, number)
    return names


def month_names() -> tuple[str, ...]:
    """All names and short names of months that metadata and date lines may carry, longest first."""
    return tuple(sorted(_months(), key=lambda name: (-len(name), name)))


def captured(value: str) -> str | None:
    """The moment of capture as ISO 8601 writes it; words of another form stay as they are."""
    words = value.strip()
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return words or None
    return moment.isoformat().replace("+00:00", "Z")
