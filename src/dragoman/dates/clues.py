"""What a report says about its own day of publication, gathered as small facts that can be stored.

A clue keeps its words. Clues of readers' comments and of what stands around the report are weak (not `own`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from dragoman.dates.context import Context, context
from dragoman.dates.dateline import leads
from dragoman.dates.expression import DateExpression
from dragoman.dates.finding import find
from dragoman.dates.scan import Engine, Scan, engine, scan
from dragoman.model import Document, Published, Sentence

Kind = Literal["told", "now", "into", "year", "year_before", "weekday", "actor"]
# Relative dates are found against this day, so that their distance from any publication day is known.
PROBE = Published(date(2000, 6, 14), date(2000, 6, 14), "day", "metadata")
_PROBE_DAY = date(2000, 6, 14)
# How many sentences may part a date from the "today" that makes it the day of publication.
_NOW_REACH = 1
# How many sentences may part "last year" from the year that it names.
_YEAR_REACH = 4
OWN_ROLES = frozenset({"title", "byline", "lead", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Clue:
    """One fact about the day of publication.

    told         a day of a month, `weekday` if it was named beside it; `began` if something began on it
    now          the day of a month that is the day of publication
    into         so many `days` have passed since something began (`began`: as in "two weeks into")
    year         a year that the report tells of in the past
    year_before  the year before that of the publication
    weekday      a bare weekday told in the past
    actor        the days (`since`, `until`) between which a named actor held
    """

    kind: Kind
    text: str
    own: bool
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year: int | None = None
    days: int | None = None
    began: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document read for clues."""

    document: Document
    found: Sequence[DateExpression]
    scanned: Scan
    tools: Engine
    context: Context
    since: frozenset[int]

    def own(self, start: int) -> bool:
        """Whether an offset lies in the report's own voice."""
        roles = [part.role for part in self.document.segments if part.start <= start < part.end]
        return not roles or roles[-1] in OWN_ROLES

    def sentence(self, start: int) -> int:
        """The number of the sentence at an offset."""
        return self.context.sentence(start)


def clues(document: Document, sentences: Sequence[Sentence], knowledge: Any | None) -> tuple[Clue, ...]:
    """Every clue of a document, in text order by kind."""
    tools = engine(document.language)
    scanned = scan(document.text, tools)
    found = find(document.text, document.language, PROBE, sentences)
    source = Source(
        document, _flat(found), scanned, tools, context(scanned, tools, None, sentences), _since(found)
    )
    gathered = (*_told(source), *_now(source), *_into(source), *_years(source), *_weekdays(source))
    return tuple(dict.fromkeys((*gathered, *_actors(document, source, knowledge))))


def _flat(found: Sequence[DateExpression]) -> list[DateExpression]:
    return [part for item in found for part in (item.parts or (item,))]


def _since(found: Sequence[DateExpression]) -> frozenset[int]:
    """Where the dates stand that open a stretch until now."""
    return frozenset(part.start for item in found if item.rule.startswith("since(") for part in item.parts)


def _yearless(item: DateExpression) -> bool:
    return item.day is not None and item.month is not None and (bool(item.anchor) or item.low is None)


def _told(source: Source) -> Iterator[Clue]:
    for item in source.found:
        # What has lasted since a day has begun on it, whatever the tense of the sentence.
        past = item.start in source.since or not source.context.told_ahead(item.start, item.end)
        if _yearless(item) and past:
            own = source.own(item.start)
            yield Clue(
                "told", item.text, own, item.month, item.day, item.weekday, began=_began(source, item.start)
            )


def _began(source: Source, start: int) -> bool:
    """Whether the sentence tells that something began."""
    chars, here = source.tools.words.chars.get("began", ""), source.sentence(start)
    near = bisect_left(source.scanned.starts, start)
    tokens = range(max(near - 40, 0), min(near + 40, len(source.scanned.starts)))
    return any(
        source.scanned.codes[2 * token] in chars and source.sentence(source.scanned.starts[token]) == here
        for token in tokens
    )


def _now(source: Source) -> Iterator[Clue]:
    """A day of a month with "today" or "this morning" after it, in the same or the next sentence."""
    dated = [item for item in source.found if _yearless(item)]
    for item in source.found:
        offset = _day_offset(item)
        if offset is None or not source.own(item.start):
            continue
        here = source.sentence(item.start)
        for other in dated:
            if (
                0 <= here - source.sentence(other.start) <= _NOW_REACH
                and other.start < item.start
                and offset == 0
            ):
                yield Clue("now", f"{other.text} … {item.text}", True, other.month, other.day)


def _day_offset(item: DateExpression) -> int | None:
    """How many days from the publication a relative word lies; None for any other expression."""
    relative = item.basis == "published" and item.precision in ("day", "part_of_day") and item.weekday is None
    if not relative or item.low is None or not item.rule.startswith("relative"):
        return None
    return (item.low - _PROBE_DAY).days


def _into(source: Source) -> Iterator[Clue]:
    """Two weeks into it; after a ten-day pause: how long ago something began."""
    after = leads(source.document.language).after
    for item in source.found:
        days = _length(item)
        if days is None or not source.own(item.start):
            continue
        before = source.document.text[: item.start].rstrip()[-12:].split()
        if item.rule == "into" or (before and before[-1].lower() in after):
            yield Clue("into", item.text, True, days=days, began=item.rule == "into")


def _length(item: DateExpression) -> int | None:
    """A duration of whole days or weeks, in days."""
    if item.type != "DURATION" or not item.value[1:-1].isdigit() or item.value[-1] not in "DW":
        return None
    return int(item.value[1:-1][:4]) * (7 if item.value[-1] == "W" else 1)


def _years(source: Source) -> Iterator[Clue]:
    last = [source.sentence(item.start) for item in source.found if _is_last_year(item)]
    for item in source.found:
        if (
            item.low is None
            or item.basis != "stated"
            or item.anchor
            or source.context.told_ahead(item.start, item.end)
        ):
            continue
        own, here = source.own(item.start), source.sentence(item.start)
        yield Clue("year", item.text, own, month=item.low.month, year=item.low.year)
        if any(abs(here - other) <= _YEAR_REACH for other in last):
            yield Clue("year_before", item.text, own, year=item.low.year)


def _is_last_year(item: DateExpression) -> bool:
    return item.basis == "published" and item.precision == "year" and item.value == str(_PROBE_DAY.year - 1)


def _weekdays(source: Source) -> Iterator[Clue]:
    for item in source.found:
        if (
            item.weekday is None
            or item.day is not None
            or item.basis != "published"
            or not source.own(item.start)
        ):
            continue
        if not source.context.told_ahead(item.start, item.end):
            yield Clue("weekday", item.text, True, weekday=item.weekday)


def _actors(document: Document, source: Source, knowledge: Any | None) -> Iterator[Clue]:
    if knowledge is None:
        return
    for name in knowledge.names(document.text, document.language):
        if not name.actors or not source.own(name.start):
            continue
        actor = knowledge.actors[name.actors[0]]
        if actor.since or actor.until:
            yield Clue("actor", actor.name, True, since=actor.since, until=actor.until)


def later(day: date, days: int) -> date:
    """A day so many days later, within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
