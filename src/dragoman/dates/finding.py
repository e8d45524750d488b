"""Finding the dates of a text.

1. The scanner finds the pack's date words and the patterns that they form.
2. Vetoes drop what only looks like a date.
3. Each match is resolved in text order: by its own words, the passage's last date, or the publication day.
4. Ranges are joined and clock times bound to their day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from dragoman.dates import absolute, lengths, quarters, relative
from dragoman.dates.compose import composed
from dragoman.dates.context import Anchor, Context, context
from dragoman.dates.days import Days
from dragoman.dates.expression import DateExpression
from dragoman.dates.making import CONFLICT, Reading
from dragoman.dates.scan import Engine, Match, Scan, engine, matches, scan, story_engine
from dragoman.dates.story import beside, story
from dragoman.dates.told import told_unit
from dragoman.dates.vetoes import is_bare_year, is_date, vetoes
from dragoman.model import Published, Sentence

# So many years about a story may be told in it without a word that says that they are years.
_STORY_MARGIN = 15

KINDS: Mapping[str, Callable[[Reading], DateExpression | None]] = {
    "date": absolute.date_named,
    "numeric": absolute.date_numeric,
    "span": absolute.days_span,
    "month": absolute.month_named,
    "week_of": absolute.week_of,
    "year": absolute.year_named,
    "year_span": absolute.years_span,
    "decade": absolute.decade_named,
    "century": absolute.century_named,
    "quarter": quarters.quarter_named,
    "quarter_told": quarters.quarter_told,
    "season": absolute.season_named,
    "holiday": absolute.holiday_named,
    "weekday": relative.weekday_bare,
    "near": relative.near_named,
    "relative": relative.relative_word,
    "shift": relative.shifted,
    "told": told_unit,
    "recent": relative.recent,
    "weekend": relative.weekend,
    "reference": lengths.reference,
    "part": relative.part_of_day,
    "duration": lengths.duration,
    "set": lengths.repeated,
    "clock": lengths.clock,
    "hours": lengths.hours,
    "none": lambda _reading: None,
}


def find(
    text: str, language: str, published: Published | date | None, sentences: Sequence[Sentence] = ()
) -> tuple[DateExpression, ...]:
    """Every expression of time in a text, in text order, none overlapping another.

    `published` is the publication day (or days; a `date` will do) on which relative dates hang; without it they
    keep their words and precision and have no days. Sentences that were split before may be given, else the text
    is split simply.
    """
    if isinstance(published, date):
        published = Published(published, published, "day", "metadata")
    return _found(text, language, published, tuple(sentences))


@lru_cache(maxsize=4)  # a report's dates are asked for by its dating, its evidence and its claims
def _found(
    text: str, language: str, published: Published | None, sentences: tuple[Sentence, ...]
) -> tuple[DateExpression, ...]:
    tools = engine(language)
    found = _scanned(text, language)
    matched = _dates(list(matches(found, tools)), text, language)
    years = story(matched, text, published)
    if years:
        matched, years = _retold(found, language, years, published)
    # A story hangs on its own dates alone.
    told = context(found, tools, None if years is not None else published, sentences)
    told.story, told.beside = years, beside(matched, text)
    return composed(_resolved(matched, text, tools, told), found, tools, told)


def _dates(matched: Sequence[Match], text: str, language: str) -> list[Match]:
    words = vetoes(language)
    return [match for match in matched if is_date(match, text, words)]


def _retold(
    found: Scan, language: str, years: Mapping[int, int], published: Published | None
) -> tuple[list[Match], Mapping[int, int] | None]:
    """A story's dates by the patterns of stories, with the lone years that lie in its time, and all their years."""
    words, text = vetoes(language), found.text
    matched = list(matches(found, story_engine(language)))
    dates = _dates(matched, text, language)
    sure = {match.start for match in dates}
    low, high = min(years.values()) - _STORY_MARGIN, max(years.values()) + _STORY_MARGIN
    bare = [match for match in matched if match.start not in sure and is_bare_year(match, text, words)]
    lone = [match for match in bare if low <= match.value("year") <= high]
    dates = sorted([*dates, *lone], key=lambda match: match.start)
    return dates, story(dates, text, published) or years


@lru_cache(maxsize=2)
def _scanned(text: str, language: str) -> Scan:
    return scan(text, engine(language))


def _resolved(
    matched: Sequence[Match], text: str, tools: Engine, told: Context
) -> Iterator[tuple[Match, DateExpression]]:
    order = str(tools.table.get("order", "dmy"))
    for match in matched:
        reading = Reading(match, text, told, order)
        expression = KINDS[match.rule.kind](reading)
        if expression is not None:
            _remember(reading, expression)
            yield match, expression


def _remember(reading: Reading, found: DateExpression) -> None:
    """What later dates may hang on: single days that the text itself names, in a story any date."""
    if reading.context.story is not None and found.parts:
        found = found.parts[-1]
    if found.low is not None and found.high is not None and found.type != "DURATION":
        reading.context.told = Anchor(Days(found.low, found.high), found.text, reading.sentence, stated=True)
    context, month = reading.context, found.precision == "month" and found.basis == "stated" and not found.anchor
    if month and found.low is not None and context.story is None:
        context.month = Anchor(Days(found.low, found.low), found.text, reading.sentence, stated=True)
    if found.low is None or found.low != found.high or found.precision not in ("day", "part_of_day"):
        return
    # "The day before", said twice, is the same day.
    if reading.match.rule.kind == "told" and context.story is None:
        return
    stated = found.basis == "stated" or (found.basis == "anchored" and found.day is not None)
    full = found.basis == "stated" and not found.anchor
    weekday = found.weekday if stated or found.basis == "anchored" else None
    anchor = Anchor(Days(found.low, found.low), found.text, reading.sentence, stated, _shift(found))
    reading.context.remember(anchor, full=full, past=not reading.ahead, weekday=weekday)


def _shift(found: DateExpression) -> int | None:
    """How many days off the other reading lies of a day whose weekday and number differ."""
    if CONFLICT not in found.flags or found.low is None or found.alternative is None:
        return None
    return (found.alternative[0] - found.low).days
