"""Dates that name their month, year or season themselves; what they leave out comes from the context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeGuard

from dragoman.dates import timex
from dragoman.dates.context import PASSAGE, Anchor, nearest_year
from dragoman.dates.days import (
    Days,
    around,
    day_of,
    month_days,
    month_part,
    moved,
    moving_holiday,
    season_days,
    weekday_nearest,
    year_days,
)
from dragoman.dates.expression import DateExpression
from dragoman.dates.making import (
    CONFLICT,
    FROM_PUBLICATION,
    PUBLISHED,
    STATED,
    YEARS,
    Origin,
    Reading,
    eve,
    flagged,
    hung_on,
    made,
    one_day,
    pieces,
    span_years,
    year_of,
)
from dragoman.dates.numbers import spelled_year
from dragoman.dates.scan import Match

# How far behind the publication a date may lie for its weekday to be trusted above its number.
FRESH_DAYS = 6
# A past day so little after the publication is a slip of the pen, not a day of the year before.
SLIP_DAYS = 2
# So many days ahead a day without a year can lie that nothing else says to lie ahead.
_NEAR_DAYS = 150
# So many months ahead "by May" looks.
_NEAR_MONTHS = 6
# A two-digit year below this is of this century.
CENTURY_TURN = 50
YEAR_OF_PUBLICATION = Origin("stated", PUBLISHED)


def date_named(reading: Reading) -> DateExpression | None:
    """A day of a month, with or without weekday and year."""
    match = reading.match
    day = match.value("day") or match.value("ordinal")
    month, year = match.value("month") or match.value("mon"), year_of(match)
    if match.value("eve"):
        return eve(dated(reading, *_last_named(match)))
    if match.value("near") is not None and reading.context.story is None:
        return _in_near_year(reading, month, day) if month else _in_near_month(reading, day)
    if month is None:
        return _day_only(reading, day)
    return dated(reading, year, month, day)


def _last_named(match: Match) -> tuple[int | None, int, int]:
    """The last day that is named: a night "to the 6th of May", "from the 31st of December to the 1st of January"."""
    named = [("year",), ("month",), ("day", "ordinal")]
    year, month, day = ([value for name, value in match.slots if name in names] for names in named)
    return year[-1] if year else None, month[-1], day[-1]


def _near_year(reading: Reading) -> int | None:
    """The year that "last year" or "of this year" names."""
    published = reading.context.published
    return None if published is None else int(published.high.year + reading.match.value("near"))


def _in_near_year(reading: Reading, month: int, day: int) -> DateExpression | None:
    found = dated(reading, _near_year(reading), month, day)
    return found and (found if found.low is None else replace(found, basis="published", anchor=PUBLISHED))


def _in_near_month(reading: Reading, day: int) -> DateExpression | None:
    """ "The 5th of this month"."""
    published = reading.context.published
    if published is None:
        return made(reading, None, "day", STATED, value=f"XXXX-XX-{day:02d}", day=day)
    month = moved(published.high.replace(day=1), "month", reading.match.value("near"))
    found = month and day_of(month.year, month.month, day)
    return made(reading, one_day(found), "day", FROM_PUBLICATION, value=timex.day_value(found)) if found else None


def dated(reading: Reading, year: int | None, month: int, day: int) -> DateExpression | None:
    """The expression for a day and month; a weekday that does not fit is kept as the other reading."""
    early = _before_our_era(reading, year)
    # 2000 is a leap year: what it has not, no year has.
    if day_of(2000 if early or not year else year, month, day) is None:
        return None
    if early:
        return made(reading, None, "day", STATED, value=timex.early(early, month, day), month=month, day=day)
    found, origin = (day_of(year, month, day), STATED) if year else day_of_year(reading, month, day)
    weekday = reading.match.value("weekday") or reading.match.value("weekday_short")
    facts = {"month": month, "day": day, "weekday": weekday}
    if found is None:
        return made(reading, None, "day", STATED, value=timex.yearless(month, day), **facts)
    return _checked(reading, found, weekday, origin, facts)


def _before_our_era(reading: Reading, year: int | None) -> int | None:
    """The year told, or given by the story, where it lies before our era: the calendar has no days for it."""
    known = year if year is not None else reading.story_year
    return known if known is not None and known < 0 else None


def _checked(
    reading: Reading, day: date, weekday: int | None, origin: Origin, facts: dict[str, int | None]
) -> DateExpression:
    if weekday is None or day.isoweekday() == weekday:
        return made(reading, one_day(day), "day", origin, value=timex.day_value(day), **facts)
    other = weekday_nearest(day, weekday)
    chosen, left = (other, day) if _weekday_wins(reading, day, other) else (day, other)
    found = made(reading, one_day(chosen), "day", origin, value=timex.day_value(chosen), **facts)
    return flagged(found, CONFLICT, one_day(left))


def _weekday_wins(reading: Reading, day: date, other: date) -> bool:
    """The number is trusted, except where it lies after the publication of a report about the past."""
    published = reading.context.published
    if published is None or reading.ahead:
        return False
    return day > published.high >= other and (published.low - other).days <= FRESH_DAYS


def day_of_year(reading: Reading, month: int, day: int) -> tuple[date | None, Origin]:
    """The day in the year that the context gives: the passage's own dates first, then the publication."""
    context, sentence = reading.context, reading.sentence
    if context.story is not None:
        told = reading.story_year
        return (day_of(told, month, day), _of_story(told)) if told else (None, STATED)
    if (lent := context.beside.get(reading.match.start)) is not None:
        return day_of(lent, month, day), _of_story(lent)
    year, published = context.year, context.published
    near = year is not None and sentence - year.sentence <= (0 if published else 20)
    if year is not None and near:
        found = nearest_year((month, day), year.days.low)
        return found, Origin("anchored", year.words)
    if published is None:
        return None, STATED
    return _by_publication(reading, (month, day), published), YEAR_OF_PUBLICATION


def _of_story(year: int) -> Origin:
    return Origin("anchored", str(year))


def _by_publication(reading: Reading, month_day: tuple[int, int], published: Days) -> date | None:
    found = nearest_year(month_day, published.high)
    if found is None:
        return _leap_day(published.high, month_day)
    ahead = (found - published.high).days
    if ahead > _NEAR_DAYS and not reading.ahead and not _weekday_named(reading):
        return day_of(found.year - 1, *month_day) or found
    if ahead > SLIP_DAYS and reading.back:
        return _fitting(reading, found, day_of(found.year - 1, *month_day))
    if found < published.low and (published.low - found).days > 90 and reading.ahead:
        return day_of(found.year + 1, *month_day) or found
    return found


def _weekday_named(reading: Reading) -> bool:
    return bool(reading.match.value("weekday") or reading.match.value("weekday_short"))


def _fitting(reading: Reading, nearest: date, before: date | None) -> date:
    """The year before, unless only the nearest year has the day on the weekday that is named beside it."""
    weekday = reading.match.value("weekday") or reading.match.value("weekday_short")
    fits = weekday is not None and nearest.isoweekday() == weekday
    return nearest if before is None or (fits and before.isoweekday() != weekday) else before


def _leap_day(day: date, month_day: tuple[int, int]) -> date | None:
    years = (year for near in range(1, 9) for year in (day.year - near, day.year + near))
    return next((made for year in years if (made := day_of(year, *month_day))), None)


def _day_only(reading: Reading, day: int) -> DateExpression | None:
    """A weekday with the number of a day and no month: the nearest such day, best one that fits."""
    weekday = reading.match.value("weekday")
    passage = reading.context.passage(reading.sentence)
    start = passage.days.low if passage else reading.context.published.high if reading.context.published else None
    if start is None:
        return made(reading, None, "day", STATED, value=f"XXXX-XX-{day:02d}", day=day, weekday=weekday)
    near = [
        day_of(other.year, other.month, day)
        for step in (0, -1, 1)
        if (other := moved(start.replace(day=1), "month", step))
    ]
    found = [made for made in near if made is not None]
    fitting = [made for made in found if made.isoweekday() == weekday] or found
    best = min(fitting, key=lambda made: (abs((made - start).days), made), default=None)
    if best is None:
        return None
    origin = hung_on(passage) if passage else FROM_PUBLICATION
    return made(reading, one_day(best), "day", origin, value=timex.day_value(best))


def date_numeric(reading: Reading) -> DateExpression | None:
    """A date in digits; where day and month can be swapped, the pack's order decides."""
    one, two = reading.match.value("num"), reading.match.value("num", 1)
    year, short = reading.match.value("year"), reading.match.value("y2")
    if short is not None:
        year = _full_year(reading, short)
    if _year_first(reading):
        return dated(reading, year, one, two) if one <= 12 else None
    slashed = "/" in reading.text[reading.match.start : reading.match.end]
    month_first = reading.order == "mdy" and slashed
    return _swappable(reading, year, (two, one) if month_first else (one, two), both=slashed and reading.order == "mdy")


def _full_year(reading: Reading, short: int) -> int:
    """The year that two digits mean: in a story the one that is nearest to the year told before."""
    told = reading.context.last
    if reading.context.story is None or told is None:
        return short + (2000 if short < CENTURY_TURN else 1900)
    century = told.days.low.year // 100 * 100
    return min((century + step + short for step in (-100, 0, 100)), key=lambda year: abs(year - told.days.low.year))


def _year_first(reading: Reading) -> bool:
    names = [name for name, _ in reading.match.slots if name in ("year", "num", "y2")]
    return names[0] == "year"


def _swappable(reading: Reading, year: int, day_month: tuple[int, int], *, both: bool) -> DateExpression | None:
    day, month = day_month
    if month > 12:
        day, month = month, day
    found = dated(reading, year, month, day) if 1 <= month <= 12 else None
    if found is None or not both or day > 12 or day == month:
        return found
    other = day_of(year, day, month)
    return flagged(found, "day_month_order", one_day(other)) if other else found


def days_span(reading: Reading) -> DateExpression | None:
    """Several days of one month: `5-7 November`, or a list of them."""
    match = reading.match
    month, year = match.value("month"), year_of(match)
    numbers = [value for name, value in match.slots if name == "day"]
    if numbers != sorted(set(numbers)):
        return None
    low = dated(reading, year, month, numbers[0])
    others = [dated(reading, low.low.year if low and low.low else year, month, day) for day in numbers[1:]]
    days = [day for day in (low, *others) if day is not None]
    if low is None or len(days) < len(numbers):
        return None
    if match.value("part"):  # "the night of 5 to 6 May": the first day's
        days[1:] = [replace(day, type="DATE", precision="day", value=day.value.partition("T")[0]) for day in days[1:]]
    parts = _parts(reading, days, "day")
    if low.low is None or days[-1].low is None:
        value = timex.yearless(month, numbers[0])
        return made(reading, None, "day", STATED, value=value, month=month, day=numbers[0], parts=parts)
    value, origin = f"{low.value}/{days[-1].value}", Origin(low.basis, low.anchor)
    stretch = Days(low.low, days[-1].low)
    return made(reading, stretch, "day", origin, value=value, month=month, day=numbers[0], parts=parts)


def _parts(reading: Reading, found: Sequence[DateExpression], *names: str) -> tuple[DateExpression, ...]:
    """The single dates of a span, each with its own words: "5." and "7 November"."""
    places = zip(found, pieces(reading.match, *names), strict=True)
    return tuple(replace(one, text=reading.text[a:b], start=a, end=b) for one, (a, b) in places)


def month_named(reading: Reading) -> DateExpression | None:
    """A month, or its first, middle or last third, with or without the year."""
    match = reading.match
    month, year, part = match.value("month") or match.value("mon"), year_of(match), match.value("mod")
    origin = STATED
    if match.value("near") is not None and reading.context.story is None:
        year, origin = _near_year(reading), FROM_PUBLICATION
    elif year is None:
        year, origin = month_year(reading, month)
    if year is None:
        return made(reading, None, "month", STATED, value=timex.yearless(month), month=month)
    if year < 0:
        return made(reading, None, "month", origin, value=timex.early(year, month), month=month)
    days = month_part(year, month, part) if part else month_days(year, month)
    return made(reading, days, "month", origin, value=f"{year:04d}-{month:02d}", month=month)


def week_of(reading: Reading) -> DateExpression | None:
    """The week of March 6."""
    match = reading.match
    found = dated(reading, match.value("year"), match.value("month"), match.value("day"))
    if found is None or found.low is None:
        return None
    days = around(found.low, "week")
    return replace(
        found, low=days.low, high=days.high, precision="week", value=timex.week_value(days.low), day=None, month=None
    )


def month_year(reading: Reading, month: int) -> tuple[int | None, Origin]:
    """The year of a bare month: the last one that had begun, or the next where the clause looks ahead."""
    context = reading.context
    if context.story is not None:
        told = reading.story_year
        return (told, _of_story(told)) if told else (None, STATED)
    if (lent := context.beside.get(reading.match.start)) is not None:
        return lent, _of_story(lent)
    year, published = context.year, context.published
    if context.month is not None and context.month.sentence == reading.sentence:
        year = context.month
    elif _told_again(context.month, month, reading):
        return context.month.days.low.year, hung_on(context.month)
    if year is not None and reading.sentence - year.sentence <= (0 if published else 20):
        near = nearest_year((month, 15), year.days.low)
        return near.year if near else None, Origin("anchored", year.words)
    if published is None:
        return None, STATED
    now = published.high
    # The month after this one, where nothing tells the past, is the coming one.
    reach = _NEAR_MONTHS if reading.match.value("deadline") else 0 if reading.back else 2
    if reading.ahead or 0 < (month - now.month) % 12 <= reach:
        return now.year + (month < now.month), YEAR_OF_PUBLICATION
    return now.year - (month > now.month), YEAR_OF_PUBLICATION


def _told_again(told: Anchor | None, month: int, reading: Reading) -> TypeGuard[Anchor]:
    """Whether a month without a year is the one that was told with its year shortly before."""
    return told is not None and told.days.low.month == month and reading.sentence - told.sentence <= PASSAGE


def year_named(reading: Reading) -> DateExpression | None:
    """A year, or its first, middle or last months; "post-2003" tells no days."""
    year = reading.story_year or year_of(reading.match) or spelled_year(reading.match)
    if year is None:
        return None
    if year < 0:
        return made(reading, None, "year", STATED, value=timex.early(year))
    part = reading.match.value("mod")
    value = f"{year:04d}-{part}" if part in ("H1", "H2") else f"{year:04d}"
    days = None if reading.match.value("turned") else year_days(year, part)
    return made(reading, days, "year", STATED, value=value)


def years_span(reading: Reading) -> DateExpression | None:
    """From one year to another."""
    first, last = span_years(reading.match)
    if first >= last:
        return None
    early = first < 0
    values = [timex.early(year) if early else f"{year:04d}" for year in (first, last)]
    ends = [
        made(reading, None if early else year_days(year), "year", STATED, value=value)
        for year, value in zip((first, last), values, strict=True)
    ]
    whole = None if early else Days(year_days(first).low, year_days(last).high)
    if reading.match.value("y2") is not None and reading.context.story is None:
        # A season, or a school's year: "2014/15" is one expression, of the year in which it begins.
        return made(reading, whole, "year", STATED, value=values[0])
    return made(reading, whole, "year", STATED, value="/".join(values), parts=_parts(reading, ends, *YEARS))


def decade_named(reading: Reading) -> DateExpression | None:
    """The 1990s."""
    match, short = reading.match, reading.match.value("y2")
    century = match.value("day") or match.value("ordinal")
    year = match.value("year") or match.value("decade_name")
    if short is not None:
        year = _full_year(reading, short) if reading.context.story is not None else 1900 + short
    if century:
        year = (century - 1) * 100 + year % 100
    if year % 10:
        return None
    return made(reading, around(date(year, 1, 1), "decade"), "open", STATED, value=f"{year // 10:03d}")


def century_named(reading: Reading) -> DateExpression | None:
    """The 20th century, the tenth century."""
    number = reading.match.value("day") or reading.match.value("ordinal")
    if reading.match.value("era") == "before":
        return made(reading, None, "open", STATED, value=f"BC{number - 1:02d}")
    first = (number - 1) * 100
    return made(reading, around(date(max(first, 1), 1, 1), "century"), "open", STATED, value=f"{number - 1:02d}")


def season_named(reading: Reading) -> DateExpression | None:
    """A season of a stated year, or of the year that the context gives."""
    season = reading.match.value("season") or reading.match.value("season_unsafe")
    year, origin = year_of(reading.match) or spelled_year(reading.match), STATED
    if year is None and reading.story_year:
        year, origin = reading.story_year, _of_story(reading.story_year)
    if year is None:
        return _season_before(reading, season)
    if year < 0:
        return made(reading, None, "season", origin, value=f"{timex.early(year)}-{season}")
    return made(reading, season_days(year, season), "season", origin, value=f"{year:04d}-{season}")


def _season_before(reading: Reading, season: str) -> DateExpression:
    published = reading.context.published
    if published is None:
        return made(reading, None, "season", STATED, value=f"XXXX-{season}")
    now = published.high
    choices = [days for year in (now.year - 1, now.year, now.year + 1) if (days := season_days(year, season))]
    if reading.ahead:
        days = next(days for days in choices if days.high >= now)
    else:
        days = [days for days in choices if days.low <= now][-1]
    return made(reading, days, "season", FROM_PUBLICATION, value=f"{days.low.year:04d}-{season}")


def holiday_named(reading: Reading) -> DateExpression | None:
    """A holiday with a fixed day, or one that moves with Easter."""
    named, year = str(reading.match.value("holiday")), year_of(reading.match) or reading.story_year
    published = reading.context.published
    if published is not None and year is None and (reading.match.value("near") or named[0].isalpha()):
        day = _nearest(reading, named, published)
        return dated(reading, day.year, day.month, day.day) if day else None
    if named[0].isalpha():
        day = moving_holiday(year, named) if year else None
        return dated(reading, day.year, day.month, day.day) if day else None
    month, number = (int(number) for number in named.split("-"))
    return dated(reading, year, month, number)


def _nearest(reading: Reading, named: str, published: Days) -> date | None:
    """The last or the next such holiday, as its words or the clause tell; else the nearest."""
    step = reading.match.value("near") or (reading.ahead - reading.back)
    years = [published.high.year + offset for offset in (-1, 0, 1)]
    days = [day for year in years if (day := _holiday(year, named)) is not None]
    if step > 0:
        return next((day for day in days if day >= published.low), None)
    if step < 0:
        return next((day for day in reversed(days) if day <= published.high), None)
    return min(days, key=lambda day: abs((day - published.high).days), default=None)


def _holiday(year: int, named: str) -> date | None:
    if named[0].isalpha():
        return moving_holiday(year, named)
    month, day = (int(number) for number in named.split("-"))
    return day_of(year, month, day)
