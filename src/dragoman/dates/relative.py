"""Dates that hang on another day: on the publication day, or on the last day that the text named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.dates import timex
from dragoman.dates.context import FRESH_WEEKDAY, WEEKDAY_MEMORY, Anchor
from dragoman.dates.days import (
    Days,
    around,
    month_days,
    moved,
    season_days,
    unit_part,
    weekday_after,
    weekday_before,
)
from dragoman.dates.expression import DateExpression
from dragoman.dates.lengths import duration
from dragoman.dates.making import (
    FROM_PUBLICATION,
    STATED,
    UNIT_PRECISION,
    Origin,
    Reading,
    eve,
    hung_on,
    made,
    one_day,
)
from dragoman.dates.numbers import number_of
from dragoman.dates.quarters import year_before_quarter
from dragoman.dates.scan import Match
from dragoman.dates.told import last_told, told_unit
from dragoman.dates.vetoes import ends_clause

_DAY_HOURS = 24
_SHORT = ("second", "minute", "hour")
# A day named in the same sentence anchors a bare weekday only if it lies this near to the publication.
NEWS_DAYS = 21


def weekday_bare(reading: Reading) -> DateExpression | None:
    """A weekday without a date: the dated one of the same name, one beside a date, the last or the next."""
    if reading.match.value("eve"):
        return eve(_day_of_week(reading))
    return _day_of_week(reading)


def _day_of_week(reading: Reading) -> DateExpression | None:
    match = reading.match
    if match.rule.kind == "weekday" and match.value("relative"):
        return relative_word(reading)
    # A night "from Friday to Saturday" is told by its last day.
    weekday = match.value("weekday", 1) or match.value("weekday") or match.value("weekday_plural")
    days, origin = _weekday_days(reading, weekday)
    value = timex.day_value(days.low) if days and days.single else f"XXXX-WXX-{weekday}"
    return made(reading, days, "day", origin, value=value, weekday=weekday)


def _weekday_days(reading: Reading, weekday: int) -> tuple[Days | None, Origin]:
    context, last = reading.context, reading.context.passage(reading.sentence, 0)
    if last is not None and last.days.single and last.days.low.isoweekday() == weekday:
        return last.days, hung_on(last)
    beside = _beside(reading)
    if beside is not None and (reading.ahead or reading.match.value("follows")):
        return _next_after(reading, weekday, beside), hung_on(beside)
    same = context.weekdays.get(weekday)
    if same is not None and reading.sentence - same.sentence <= _memory(reading, same, weekday):
        return same.days, hung_on(same)
    if context.published is None:
        return _before_newest(context.newest, weekday)
    if beside is not None:
        return _next_after(reading, weekday, beside), hung_on(beside)
    return _by_publication(reading, weekday, context.published), FROM_PUBLICATION


def _memory(reading: Reading, same: Anchor, weekday: int) -> int:
    """For how many sentences a dated weekday is meant; fewer where a newer one came since, and other days were told."""
    published, told = reading.context.published, reading.context.last
    newer = published is not None and weekday_before(published.low, weekday) > same.days.low
    return FRESH_WEEKDAY if newer and told is not same else WEEKDAY_MEMORY


def _before_newest(newest: Anchor | None, weekday: int) -> tuple[Days | None, Origin]:
    """In a text without a day of publication: the last such day on or before the newest day told as past."""
    if newest is None:
        return None, STATED
    return one_day(weekday_before(newest.days.low, weekday)), hung_on(newest)


def _beside(reading: Reading) -> Anchor | None:
    """The day that a bare weekday hangs on: of the same sentence, or near by where nothing else is known."""
    published = reading.context.published
    anchor = reading.context.passage(reading.sentence, 0 if published else 5)
    if anchor is None or not (anchor.stated or _said_on(reading, anchor)):
        return None
    if published is not None and not -NEWS_DAYS <= (anchor.days.low - published.low).days <= NEWS_DAYS:
        return None
    return anchor


def _said_on(reading: Reading, anchor: Anchor) -> bool:
    """Whether a day of the same sentence is one on which somebody spoke of what lies ahead."""
    published = reading.context.published
    past = published is not None and anchor.days.low <= published.high
    return past and reading.ahead and anchor.sentence == reading.sentence


def _next_after(reading: Reading, weekday: int, anchor: Anchor) -> Days:
    published = reading.context.published
    after = weekday_after(anchor.days.low, weekday, strict=True)
    if published is not None and after > published.high and not reading.ahead:
        return one_day(weekday_before(anchor.days.low, weekday))
    return one_day(after)


def _by_publication(reading: Reading, weekday: int, published: Days) -> Days:
    if reading.ahead:
        return Days(weekday_after(published.low, weekday), weekday_after(published.high, weekday))
    low, high = weekday_before(published.low, weekday), weekday_before(published.high, weekday)
    return Days(high, high) if low < published.low <= high else Days(low, high)


def near_named(reading: Reading) -> DateExpression | None:
    """Last, this or next: week, month, year, weekday, named month, season, part of the day."""
    match, published = reading.match, reading.context.published
    if reading.context.story is not None and not (match.value("month") or match.value("weekday")):
        return told_unit(reading)
    step = match.value("near")
    season = match.value("season") or match.value("season_unsafe") or match.value("relseason")
    if match.value("month"):
        return _near_month(reading, step, match.value("month"))
    if season:
        return _near_season(reading, step, season)
    if match.value("weekday"):
        return _near_weekday(reading, step, match.value("weekday"))
    if match.value("part") and not match.value("unit") and not match.value("span"):
        return _offset(reading, "day", step if match.value("part") == "NI" or step > 0 else 0)
    unit = _unit(match)
    if published is None or unit in _SHORT:
        return made(reading, None, UNIT_PRECISION[unit], STATED)
    return _so_far(reading, _in_part(reading, _offset(reading, unit, step), unit), step)


def _in_part(reading: Reading, found: DateExpression, unit: str) -> DateExpression:
    """The end of last week, early this month: the part of the unit that is named."""
    part = reading.match.value("mod")
    if part is None or found.low is None or found.high is None:
        return found
    days = unit_part(Days(found.low, found.high), unit, part)
    return replace(found, low=days.low, high=days.high)


def _so_far(reading: Reading, found: DateExpression, step: int) -> DateExpression:
    """This week, told in the past, ends with the publication; "later this week" begins with it."""
    published = reading.context.published
    if published is None or step or reading.match.value("mod") or found.low is None or found.high is None:
        return found
    if not found.low <= published.high <= found.high:
        return found
    if reading.ahead:
        return replace(found, low=published.low) if reading.match.value("ahead") else found
    return replace(found, high=published.high)


def _near_month(reading: Reading, step: int, month: int) -> DateExpression:
    published, year = reading.context.published, reading.story_year
    if year is not None and year > 0:
        value = f"{year:04d}-{month:02d}"
        return made(reading, month_days(year, month), "month", Origin("anchored", str(year)), value=value, month=month)
    if published is None:
        return made(reading, None, "month", STATED, value=timex.yearless(month), month=month)
    now = published.high
    year = now.year
    if step < 0:
        year -= month >= now.month
    elif step > 0:
        year += month <= now.month
    return made(
        reading,
        month_days(year, month),
        "month",
        FROM_PUBLICATION,
        value=f"{year:04d}-{month:02d}",
        month=month,
    )


def _near_season(reading: Reading, step: int, season: str) -> DateExpression:
    published = reading.context.published
    if published is None:
        return made(reading, None, "season", STATED, value=f"XXXX-{season}")
    now = published.high
    found = [
        days for year in range(max(now.year - 2, 1), min(now.year + 3, 9999)) if (days := season_days(year, season))
    ]
    if step < 0:
        days = [days for days in found if days.high < now][-1]
    elif step > 0:
        days = next(days for days in found if days.low > now)
    else:
        days = min(found, key=lambda days: (days.low.year != now.year, abs((days.low - now).days)))
    return made(reading, days, "season", FROM_PUBLICATION, value=f"{days.low.year:04d}-{season}")


def _near_weekday(reading: Reading, step: int, weekday: int) -> DateExpression:
    published = reading.context.published
    if published is None:
        return made(reading, None, "day", STATED, value=f"XXXX-WXX-{weekday}", weekday=weekday)
    if reading.match.value("unit") == "week":
        weeks = _moved(published, "week", step)
        days = Days(*(weekday_after(around(day, "week").low, weekday) for day in weeks or published))
    elif step < 0:
        days = Days(*(weekday_before(day, weekday, strict=True) for day in published))
    elif step > 0 or reading.ahead:
        days = Days(*(weekday_after(day, weekday, strict=step > 0) for day in published))
    else:
        days = Days(*(weekday_before(day, weekday) for day in published))
    return made(reading, days, "day", FROM_PUBLICATION, value=timex.day_value(days.low), weekday=weekday)


def relative_word(reading: Reading) -> DateExpression | None:
    """One word with its offset in the pack: yesterday, heuer, sinoć."""
    match = reading.match
    if reading.context.story is not None and match.value("relunit"):
        return told_unit(reading)
    word = _by_tense(reading, match.value("relative") or match.value("relpart") or match.value("relunit"))
    unit, step, part = timex.offset(word)
    found = _offset(reading, unit, step, part)
    # A night goes over into the next day.
    return _with_next(found) if word.endswith(">") else found


def _by_tense(reading: Reading, word: str) -> str:
    """The offset of a word that means a time past or to come, as the clause tells: "noćas" (`past|ahead`)."""
    past, bar, ahead = word.partition("|")
    return ahead if bar and reading.ahead else past


def _with_next(found: DateExpression) -> DateExpression:
    high = moved(found.high, "day", 1) if found.high else None
    return replace(found, high=high or found.high)


def _offset(reading: Reading, unit: str, step: int, part: str | None = None) -> DateExpression:
    """So many whole units from the publication."""
    published = reading.context.published
    precision = UNIT_PRECISION[unit]
    if part and precision == "day":
        precision = "part_of_day"
    moved_days = _moved(published, unit, step) if published else None
    if moved_days is None:
        today = unit == "day" and step == 0 and part is None
        unknown = "PRESENT_REF" if today else "XXXX-XX-XX" if unit == "day" else ""
        return made(reading, None, precision, STATED, value=unknown)
    days = moved_days if unit == "day" else Days(around(moved_days.low, unit).low, around(moved_days.high, unit).high)
    value = timex.unit_value(days, unit)
    if part:
        return made(reading, days, precision, FROM_PUBLICATION, type="TIME", value=f"{value}T{part}")
    return made(reading, days, precision, FROM_PUBLICATION, value=value)


def _moved(days: Days, unit: str, amount: int) -> Days | None:
    low, high = moved(days.low, unit, amount), moved(days.high, unit, amount)
    return Days(low, high) if low and high else None


def shifted(reading: Reading) -> DateExpression | None:
    """Two weeks ago, drei Tage später: from the publication, or (`told`) from the last day of the passage."""
    match = reading.match
    unit, sign = _unit(match), match.value("sign")
    number = _count(reading)
    if reading.story_year is not None:
        return told_unit(reading)
    if match.value("story") and reading.context.story is None:
        return duration(reading)
    if match.value("if_ahead") and not reading.ahead:
        return made(reading, None, UNIT_PRECISION[unit], STATED, type="DURATION", value=timex.duration(number, unit))
    if unit == "year" and (number, sign) == (1, -1) and (found := year_before_quarter(reading)):
        return found
    if match.value("before") and not ends_clause(reading.text, match.end):
        return _length_before(reading, number, unit)
    base, origin = _base(reading)
    precision = UNIT_PRECISION[unit]
    if base is None or number is None or unit in _SHORT:
        return made(reading, None, precision, STATED, type="DURATION", value=timex.duration(number, unit))
    days = _moved(base, unit, sign * number)
    if days is None:
        return None
    found = made(reading, _blurred(days, unit), precision, origin, value=timex.unit_value(days, unit))
    return _as_length(reading, found, timex.duration(number, unit)) if match.value("length") else found


def _as_length(reading: Reading, found: DateExpression, value: str) -> DateExpression:
    """Where TimeML annotates but the length of "vor zwei Wochen", that length is the expression's part."""
    start = reading.match.spans[0][0]
    words = reading.text[start : found.end]
    part = made(reading, None, found.precision, STATED, type="DURATION", value=value)
    return replace(found, parts=(replace(part, text=words, start=start),))


def _length_before(reading: Reading, number: int | None, unit: str) -> DateExpression:
    """Ten days before something that is told: a length."""
    found = made(reading, None, UNIT_PRECISION[unit], STATED, type="DURATION", value=timex.duration(number, unit))
    words = found.text.rsplit(None, 1)[0]
    return replace(found, text=words, end=found.start + len(words))


def _unit(match: Match) -> str:
    names = ("unit", "unit_one", "unit_many", "span", "quarter", "yearof", "yearunit")
    return next(str(value) for name in names if (value := match.value(name)))


def _count(reading: Reading) -> int | None:
    if reading.match.value("vague") is not None:
        return None
    number = number_of(reading.match)
    return 1 if number is None else number


def _blurred(days: Days, unit: str) -> Days:
    """A shift by weeks is meant to a few days, one by months or years to the month or the year."""
    if unit == "day":
        return days
    if unit in ("week", "fortnight", "weekend"):
        return Days(moved(days.low, "day", -3) or days.low, moved(days.high, "day", 3) or days.high)
    return Days(around(days.low, unit).low, around(days.high, unit).high)


def _base(reading: Reading) -> tuple[Days | None, Origin]:
    if reading.match.value("told"):
        anchor = last_told(reading, _unit(reading.match)) or reading.context.passage(reading.sentence)
        if anchor is not None:
            return anchor.days, hung_on(anchor)
        # "A year earlier", with nothing told before, is earlier than the report.
        if not _hangs_on_report(reading):
            return None, STATED
    return reading.context.published, FROM_PUBLICATION


def _hangs_on_report(reading: Reading) -> bool:
    """Whether a year or month earlier is meant from the report, where no day has been told."""
    match = reading.match
    return bool(match.value("else_report")) or (match.value("sign") == -1 and _unit(match) in ("month", "year"))


def recent(reading: Reading) -> DateExpression | None:
    """In recent weeks, die letzten drei Tage: a stretch that ends (or begins) on the publication day."""
    match, published = reading.match, reading.context.published
    unit, sign = _unit(match), match.value("sign") or match.value("near")
    number = None if match.value("vague") else number_of(match)
    value, kind = match.value("value"), "DATE"
    if match.value("calendar") and published is not None:
        value = f"{published.high.year + sign:04d}"
    if value is None or reading.context.story is not None:
        value, kind = timex.duration(number, unit), "DURATION"
    if published is None:
        return made(reading, None, UNIT_PRECISION[unit], STATED, type=kind, value=value)
    other = moved(published.high, *_reach(unit, sign, number))
    if other is None:
        return None
    days = Days(min(other, published.low), max(other, published.high))
    return made(reading, days, "open", FROM_PUBLICATION, type=kind, value=value)


def _reach(unit: str, sign: int, number: int | None) -> tuple[str, int]:
    """How far a stretch reaches, in units that days can be counted in."""
    if unit in _SHORT:
        hours = (number or 1) if unit == "hour" else 1
        return "day", sign * -(-hours // _DAY_HOURS) * (hours >= _DAY_HOURS)
    # A stretch without a number is a few: four units reach far enough.
    return unit, sign * (number or 4)


def weekend(reading: Reading) -> DateExpression | None:
    """Over the weekend, am Wochenende: the last one that has begun, the next where the clause looks ahead."""
    published = reading.context.published
    if published is None:
        return made(reading, None, "week", STATED, value="XXXX-WXX-WE")
    now = published.high
    days = around(now if reading.ahead else weekday_before(now, 6), "weekend")
    days = days if reading.ahead else Days(days.low, min(days.high, now))
    return made(reading, days, "week", FROM_PUBLICATION, value=timex.unit_value(days, "weekend"))


def part_of_day(reading: Reading) -> DateExpression | None:
    """By the evening: of the last day that the text named, else of the publication day."""
    part = reading.match.value("part")
    last = _day_told(reading)
    days, origin = (last.days, hung_on(last)) if last else (reading.context.published, FROM_PUBLICATION)
    if days is None:
        return made(reading, None, "part_of_day", STATED, type="TIME", value=f"XXXX-XX-XXT{part}")
    value = f"{timex.day_value(days.low)}T{part}"
    return made(reading, days, "part_of_day", origin, type="TIME", value=value)


def _day_told(reading: Reading) -> Anchor | None:
    """The last day, where it was named in this passage or lies within the week of the publication."""
    last, published = reading.context.last, reading.context.published
    if last is None or published is None or reading.sentence - last.sentence <= 1:
        return last
    return last if _within_week(last.days.low, published.high) else None


def _within_week(day: date, published: date) -> bool:
    return 0 <= (published - day).days <= 6
