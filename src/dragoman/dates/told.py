"""Days, months and years counted from the date told last: the day before, the same month, the following year."""

from __future__ import annotations

from dragoman.dates import timex
from dragoman.dates.context import PASSAGE, Anchor
from dragoman.dates.days import Days, around, moved, season_days, year_days
from dragoman.dates.expression import DateExpression
from dragoman.dates.making import FROM_PUBLICATION, STATED, UNIT_PRECISION, Origin, Reading, hung_on, made
from dragoman.dates.scan import Match

# For how many sentences a day of a story can be counted from.
_REACH = 20
# … and a day of a report.
_NEWS_REACH = 8
# No base is longer, in days, for what is counted in a unit.
_UNITS = ("unit", "unit_one", "unit_then", "span")
_COARSE = frozenset({"month", "year", "decade"})
_LONGEST = {"day": 1, "week": 31, "weekend": 31, "fortnight": 31, "month": 31}


def told_unit(reading: Reading) -> DateExpression | None:
    """So many units from the date told last; without one from the publication."""
    match = reading.match
    unit, step, part = counted(match)
    season = match.value("season")
    if reading.story_year is not None and (unit == "year" or (season and not step)):
        return _of_year(reading, reading.story_year, season)
    base, origin = _base(reading, "season" if season else unit)
    if season and base is not None:
        found = _season_near(base, season, step)
        return made(reading, found, "season", origin, value=f"{found.low.year:04d}-{season}")
    days = _moved(base, unit, step) if base else None
    if days is None:
        return made(reading, None, UNIT_PRECISION[unit], STATED, value="XXXX-XX-XX" if unit == "day" else "")
    value = timex.unit_value(days, unit)
    if part and match.value("part") is None:
        return made(reading, days, "part_of_day", origin, type="TIME", value=f"{value}T{part}")
    return made(reading, days, UNIT_PRECISION[unit], origin, value=value)


def _season_near(base: Days, season: str, step: int) -> Days:
    """The season in which the story stands, the one after or the one before."""
    years = range(max(base.low.year - 2, 1), min(base.low.year + 3, 9998))
    found = [days for year in years if (days := season_days(year, season)) is not None]
    if step > 0:
        return next(days for days in found if days.low > base.high)
    if step < 0:
        return next(days for days in reversed(found) if days.high < base.low)
    return min(found, key=lambda days: abs((days.low - base.low).days + (days.high - base.low).days))


def counted(match: Match) -> tuple[str, int, str | None]:
    """What a match counts in, how far, and the part of the day that it names."""
    word = match.value("told") or match.value("relunit")
    if isinstance(word, str):
        named, steps, part = timex.offset(word)
        return named, steps, part or match.value("part")
    then = match.value("then")
    step = match.value("near") if then is None else then
    unit: str | None = next((found for name in _UNITS if (found := match.value(name))), None)
    return unit or ("year" if match.value("yearunit") else "day"), step or 0, match.value("part")


def _of_year(reading: Reading, year: int, season: str | None) -> DateExpression:
    origin = Origin("anchored", str(year))
    if year < 0:
        value = timex.early(year)
        return made(reading, None, "year", origin, value=f"{value}-{season}" if season else value)
    if season:
        return made(reading, season_days(year, season), "season", origin, value=f"{year:04d}-{season}")
    return made(reading, year_days(year, reading.match.value("mod")), "year", origin, value=f"{year:04d}")


def _base(reading: Reading, unit: str) -> tuple[Days | None, Origin]:
    context = reading.context
    for anchor in (
        last_told(reading, unit),
        context.passage(reading.sentence, _REACH if context.story else _NEWS_REACH),
    ):
        if anchor is not None:
            return anchor.days, hung_on(anchor)
    return context.published, FROM_PUBLICATION


def last_told(reading: Reading, unit: str) -> Anchor | None:
    """The date told last in a story, where it is no longer than the unit allows; in news for months and years only."""
    told, story = reading.context.told, reading.context.story
    if told is None or (story is None and (unit not in _COARSE or reading.sentence - told.sentence > PASSAGE)):
        return None
    return told if (told.days.high - told.days.low).days < _LONGEST.get(unit, 366) else None


def _moved(days: Days, unit: str, step: int) -> Days | None:
    low, high = moved(days.low, unit, step), moved(days.high, unit, step)
    if low is None or high is None:
        return None
    return Days(low, high) if unit == "day" else Days(around(low, unit).low, around(high, unit).high)
