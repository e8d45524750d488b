"""What a report says about its own day of publication, gathered as small facts that can be stored.

A clue keeps its words. Clues of readers' comments and of what stands around the report are weak (not `own`).
"""

from __future__ import annotations

import re
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

Kind = Literal["told", "now", "today", "into", "year", "year_before", "weekday", "actor", "captured"]
# Relative dates are found against this day, so that their distance from any publication day is known.
PROBE = Published(date(2000, 6, 14), date(2000, 6, 14), "day", "metadata")
_PROBE_DAY = date(2000, 6, 14)
# How many sentences may part a date from the "today" that makes it the day of publication.
_NOW_REACH = 1
# How many sentences may part "last year" from the year that it names.
_YEAR_REACH = 4
# How far into a text a date line without a year can stand.
_TOP = 320
_WORD = re.compile(r"[^\W\d_]+")
# A place, an agency, or both: up to four words that each begin with a capital.
_PLACE_LINE = re.compile(r"(?:[^\W\d_a-zà-ž][\w.'’-]*[ /]*){0,4}(?:\([^()\n]{1,30}\))?[,\s–—-]*")
_LINE_END = re.compile(r"\.(?=\s)|\s*(?:[:(/–—]|-{1,2}\s|\n|$)")
_THIN = re.compile(r"[ ,(]{1,3}(?:dem |den |the |on )?")
_DAYS = frozenset({"day", "part_of_day", "hour", "open"})
OWN_ROLES = frozenset({"title", "byline", "lead", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Clue:
    """One fact about the day of publication.

    told         a day of a month, `weekday` if it was named beside it; `began` if something began on it
    now          the day of a month that is the day of publication
    today        a word for the day of publication
    into         so many `days` have passed since something began (`began`: as in "two weeks into")
    year         a year that the report tells of in the past
    year_before  the year before that of the publication
    weekday      a bare weekday told in the past; `first` if it is the first day that the report tells
    actor        the days (`since`, `until`) between which a named actor held; `year`: when its like began
    captured     the day (`until`) on which the document was collected
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
    first: bool = False


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
    source = Source(document, _flat(found), scanned, tools, context(scanned, tools, None, sentences), _since(found))
    days = (*_told(source), *_dated_top(source), *_now(source), *_today(source), *_into(source))
    gathered = (*days, *_years(source), *_weekdays(source), *_captured(document))
    return tuple(dict.fromkeys((*gathered, *_actors(document, source, knowledge))))


def _flat(found: Sequence[DateExpression]) -> list[DateExpression]:
    return [part for item in found for part in (item.parts or (item,))]


def _since(found: Sequence[DateExpression]) -> frozenset[int]:
    """Where the dates stand that open a stretch until now."""
    return frozenset(part.start for item in found if item.rule.startswith("since(") for part in item.parts)


def _yearless(item: DateExpression) -> bool:
    named = item.day is not None and item.month is not None and item.basis != "published"
    return named and (bool(item.anchor) or item.low is None)


def _told(source: Source) -> Iterator[Clue]:
    for item in source.found:
        # What has lasted since a day has begun on it, whatever the tense of the sentence.
        past = item.start in source.since or not item.ahead
        if _yearless(item) and past:
            own = source.own(item.start)
            yield Clue("told", item.text, own, item.month, item.day, item.weekday, began=_began(source, item.start))


def _began(source: Source, start: int) -> bool:
    """Whether the sentence tells that something began."""
    chars, here = source.tools.words.chars.get("began", ""), source.sentence(start)
    near = bisect_left(source.scanned.starts, start)
    tokens = range(max(near - 40, 0), min(near + 40, len(source.scanned.starts)))
    return any(
        source.scanned.codes[2 * token] in chars and source.sentence(source.scanned.starts[token]) == here
        for token in tokens
    )


def _dated_top(source: Source) -> Iterator[Clue]:
    """A day of a month without a year where a report's own date line stands: "Beirut, 13 November."."""
    for item in source.found:
        if _yearless(item) and item.start <= _TOP and source.own(item.start) and _is_line(source, item):
            yield Clue("now", item.text, True, item.month, item.day)


def _is_line(source: Source, item: DateExpression) -> bool:
    """Whether only a place and an agency stand before a date in its line, and a stop or a dash after it."""
    text = source.document.text
    place = text[text.rfind("\n", 0, item.start) + 1 : item.start]
    told = leads(source.document.language).told
    named = not any(word.lower() in told for word in _WORD.findall(place))
    return named and bool(_PLACE_LINE.fullmatch(place)) and bool(_LINE_END.match(text, item.end))


def _now(source: Source) -> Iterator[Clue]:
    """A day of a month with "today" near it, or a word beside it that says how long ago it was."""
    dated = [item for item in source.found if _yearless(item)]
    for item in source.found:
        offset = _day_offset(item)
        if offset is None or not source.own(item.start):
            continue
        for other in dated:
            if offset == 0 and _shortly_before(source, other, item):
                yield Clue("now", f"{other.text} … {item.text}", True, other.month, other.day)
            elif _beside(source.document.text, item, other):
                day = later(date(2000, other.month or 1, other.day or 1), -offset)
                yield Clue("now", f"{item.text} … {other.text}", True, day.month, day.day)


def _shortly_before(source: Source, one: DateExpression, two: DateExpression) -> bool:
    near = 0 <= source.sentence(two.start) - source.sentence(one.start) <= _NOW_REACH
    return near and one.start < two.start and not one.ahead


def _beside(text: str, one: DateExpression, two: DateExpression) -> bool:
    """Whether nothing but a comma or a bracket parts two expressions: "yesterday (28 October)"."""
    first, second = sorted((one, two), key=lambda item: item.start)
    return bool(_THIN.fullmatch(text, first.end, second.start))


def _today(source: Source) -> Iterator[Clue]:
    for item in source.found:
        ahead = item.ahead and item.start not in source.since
        if _day_offset(item) == 0 and source.own(item.start) and not ahead:
            yield Clue("today", item.text, True)


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
        if item.low is None or item.basis != "stated" or item.anchor or source.context.told_ahead(item.start, item.end):
            continue
        own, here = source.own(item.start), source.sentence(item.start)
        yield Clue("year", item.text, own, month=item.low.month, year=item.low.year)
        if any(abs(here - other) <= _YEAR_REACH for other in last):
            yield Clue("year_before", item.text, own, year=item.low.year)


def _is_last_year(item: DateExpression) -> bool:
    return item.basis == "published" and item.precision == "year" and item.value == str(_PROBE_DAY.year - 1)


def _weekdays(source: Source) -> Iterator[Clue]:
    own = [item for item in source.found if source.own(item.start)]
    first = next((item for item in own if item.low is not None and item.precision in _DAYS), None)
    for item in own:
        bare = item.weekday is not None and item.day is None and item.basis == "published"
        if bare and not item.ahead and item.start not in source.since:
            yield Clue("weekday", item.text, True, weekday=item.weekday, first=item is first)


def _captured(document: Document) -> Iterator[Clue]:
    try:
        day = date.fromisoformat((document.captured or "")[:10])
    except ValueError:
        return
    yield Clue("captured", "the day of collection", True, until=day)


def _actors(document: Document, source: Source, knowledge: Any | None) -> Iterator[Clue]:
    if knowledge is None:
        return
    for name in knowledge.names(document.text, document.language):
        if not name.actors or not source.own(name.start):
            continue
        actor = knowledge.actors[name.actors[0]]
        if actor.since or actor.until:
            kin = None if actor.since else _kin_since(name.actors[0], knowledge)
            yield Clue("actor", actor.name, True, year=kin, since=actor.since, until=actor.until)


def _kin_since(actor: str, knowledge: Any) -> int | None:
    """The year in which what an actor is a part of began, else the first of its like."""
    *_, root = lineage = knowledge.lineage(actor)
    above = [since for key in lineage if (since := knowledge.actors[key].since)]
    if above:
        return int(above[0].year)
    kin = (other for key, other in knowledge.actors.items() if knowledge.lineage(key)[-1] == root)
    return min((other.since.year for other in kin if other.since), default=None)


def later(day: date, days: int) -> date:
    """A day so many days later, within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
