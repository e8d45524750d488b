"""Durations, repeated times and clock times: what has no day of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.dates import timex
from dragoman.dates.expression import DateExpression
from dragoman.dates.making import STATED, UNIT_PRECISION, Reading, made, pieces
from dragoman.dates.numbers import number_of
from dragoman.dates.scan import Match

_UNITS = ("unit", "unit_one", "unit_many", "unit_stem", "unitlong", "unit_short", "year_stem")
_HALF_OF_DAY = {"MO": "am", "AF": "pm", "EV": "pm"}
FULL_DAY = 24 * 60


def duration(reading: Reading) -> DateExpression | None:
    """A length of time: thirteen days, zehntägig. It has no days of its own."""
    match = reading.match
    unit = next((value for name in _UNITS if (value := match.value(name))), None)
    if unit is None:
        return None
    if match.value("range"):
        return _two_lengths(reading, unit)
    halves = match.value("num", 1) is not None
    number = match.value("num") if halves else number_of(match)
    value = match.value("value") or timex.duration(number, unit, half=bool(match.value("half")))
    return made(reading, None, UNIT_PRECISION[unit], STATED, type="DURATION", value=value)


def _two_lengths(reading: Reading, unit: str) -> DateExpression | None:
    """Six to eight months: from one length to another."""
    numbers = [int(value) for name, value in reading.match.slots if name in ("num", "number")]
    if numbers != sorted(set(numbers)):
        return None
    values = [timex.duration(number, unit) for number in numbers]
    found = made(reading, None, UNIT_PRECISION[unit], STATED, type="DURATION", value="/".join(values))
    places = zip(pieces(reading.match, "num", "number"), values, strict=True)
    parts = (replace(found, text=reading.text[a:b], start=a, end=b, value=value) for (a, b), value in places)
    return replace(found, parts=tuple(parts))


def repeated(reading: Reading) -> DateExpression | None:
    """Every Friday, jeden Tag, each July, daily."""
    match = reading.match
    unit = match.value("unit") or match.value("often") or match.value("unit_one")
    # "Every two years" counts years, "twice a year" does not.
    number = number_of(match) if match.value("unit") else match.rule.fixed.get("number")
    value = timex.duration(number or 1, unit) if unit else _repeated_day(match)
    found = made(reading, None, UNIT_PRECISION[unit] if unit else "day", STATED)
    return replace(found, type="SET", value=value)


def _repeated_day(match: Match) -> str:
    # The last: in "every Tuesday and Friday" the Tuesday stands before the Friday, as what must be there.
    weekday = match.value("weekday", 1) or match.value("weekday") or match.value("weekday_plural")
    month, part = match.value("month"), match.value("part_plural") or match.value("part")
    if month or match.value("season"):
        return timex.yearless(month) if month else f"XXXX-{match.value('season')}"
    day = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    return f"{day}T{part}" if part else day if weekday else "P1D"


def reference(reading: Reading) -> DateExpression | None:
    """Now, recently, soon: a time without days of its own."""
    return made(reading, None, "open", STATED, value=reading.match.value("reference"))


def clock(reading: Reading) -> DateExpression | None:
    """One clock time; its day is bound later (see compose)."""
    times = _times(reading)
    if not times:
        return None
    return made(reading, None, "hour", STATED, type="TIME", value=f"T{times[0]}", hours=(times[0], times[0]))


def hours(reading: Reading) -> DateExpression | None:
    """From one clock time to another."""
    times = _times(reading)
    if len(times) < 2:
        return None
    found = made(reading, None, "hour", STATED, type="TIME", value=f"T{times[0]}", hours=(times[0], times[-1]))
    return replace(found, parts=tuple(_ends(reading, found, times)))


def _ends(reading: Reading, found: DateExpression, times: Sequence[str]) -> Iterator[DateExpression]:
    """The two clock times of a stretch of hours, each with its own words."""
    for (start, end), time in zip(pieces(reading.match, "hour", "daytime"), times, strict=False):
        words = reading.text[start:end]
        yield replace(found, text=words, start=start, end=end, value=f"T{time}", hours=(time, time))


def _times(reading: Reading) -> list[str]:
    """The clock times of a match in order; "9 to 11am" gives both the half of the day that is named last."""
    found: list[list[int | str | None]] = []
    for name, value in reading.match.slots:
        if name == "hhmm":
            found.append([*divmod(value, 100), None])
        elif name == "daytime":
            found.append([*(int(number) for number in value.split(":")), None])
        elif name in ("hour", "number"):
            found.append([value, 0, None])
        elif found and name == "minute":
            found[-1][1] = value
        elif found and name == "part" and value in _HALF_OF_DAY:
            found[-1][2] = _HALF_OF_DAY[value]
        elif found and name == "ampm":
            found[-1][2] = value
    last = found[-1][2] if found else None
    times = [_time(int(hour or 0), int(minute or 0), half or last) for hour, minute, half in found]
    return [time for time in times if time is not None]


def _time(hour: int, minute: int, half: int | str | None) -> str | None:
    if half is not None and hour <= 12:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour * 60 + minute <= FULL_DAY else None
