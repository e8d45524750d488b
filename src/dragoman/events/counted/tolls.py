"""Tolls: numbers of victims by source, of events and of periods, each on its own and never added up.

One number in the words is one row: the dead of a sentence stand under one event. Parts ("including three children")
are rows of their own beside the whole, so that no reader adds them to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dragoman.events.counted.numbers import upper
from dragoman.events.counted.sums import TOLLED, Number, about, number
from dragoman.events.ground import Ground
from dragoman.events.weighing.voices import Voices
from dragoman.model import Claim, Count, Event, Toll, What, Where

UNSPECIFIED = "unspecified"

_Period = tuple[str, What, str | None, str, date | None, date | None]


def tolls(claims: Iterable[Claim], events: Iterable[Event], voices: Voices, ground: Ground) -> tuple[Toll, ...]:
    """The tolls of events and those of periods, sorted by scope."""
    found = (*_of_events(events), *_of_periods(claims, voices, ground))
    return tuple(sorted(found, key=_order))


def _order(toll: Toll) -> tuple[str, ...]:
    days = (str(toll.since or ""), str(toll.until or ""))
    return (toll.scope, toll.what, toll.who or "", toll.source, *days, f"{toll.low:012d}", *toll.claims)


def _of_events(events: Iterable[Event]) -> Iterator[Toll]:
    for event in events:
        for count in event.counts:
            if count.what not in TOLLED:
                continue
            for said in count.by_source:
                yield Toll(
                    scope=event.id,
                    what=count.what,
                    who=count.who,
                    low=said.low,
                    high=said.high,
                    cumulative=False,
                    since=event.when.start,
                    until=event.when.end,
                    source=said.source,
                    claims=said.claims,
                )


def _of_periods(claims: Iterable[Claim], voices: Voices, ground: Ground) -> Iterator[Toll]:
    """Sums over a period; a source that repeats its sum for the same place and days is one row."""
    found: dict[_Period, list[tuple[str, Count]]] = defaultdict(list)
    for period, claim, count in _each_once(claims, voices, ground):
        found[period].append((claim.id, count))
    rows = []
    for (scope, what, who, source, since, until), said in found.items():
        ids = tuple(sorted({claim for claim, _ in said}))
        low = min(count.low for _, count in said)
        high = upper((count.low, count.high) for _, count in said)
        rows.append(Toll(scope, what, who, low, high, True, since, until, source, ids))
    yield from _without_echoes(rows)


def _without_echoes(tolls: Iterable[Toll]) -> Iterator[Toll]:
    """One row for a number that one source gives for days that overlap: that of the longest days.

    Where it is told without a place as well, it is of the place that the source names elsewhere.
    """
    alike: dict[tuple[object, ...], list[Toll]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda toll: (toll.scope == UNSPECIFIED, -_length(toll), _order(toll))):
        kept = alike[toll.what, toll.who, toll.low, toll.high, toll.source]
        same = next((n for n, other in enumerate(kept) if _echoes(toll, other)), None)
        if same is None:
            kept.append(toll)
        else:
            kept[same] = replace(kept[same], claims=tuple(sorted({*kept[same].claims, *toll.claims})))
    for rows in alike.values():
        yield from rows


def _length(toll: Toll) -> int:
    return (toll.until - toll.since).days if toll.since is not None and toll.until is not None else -1


def _echoes(toll: Toll, other: Toll) -> bool:
    """Is a number of one source told of no other place, and of days that overlap?"""
    return toll.scope in (other.scope, UNSPECIFIED) and _overlap(toll, other)


def _overlap(one: Toll, other: Toll) -> bool:
    """Do the days of two tolls overlap? Of an unknown day nobody knows that they do not."""
    early, late = date.min, date.max
    return (one.since or early) <= (other.until or late) and (other.since or early) <= (one.until or late)


def _each_once(claims: Iterable[Claim], voices: Voices, ground: Ground) -> Iterator[tuple[_Period, Claim, Count]]:
    """Every sum with its claims; a number that several claims carry is of the one that is about what it counts."""
    told: dict[Number, list[tuple[bool, str, _Period, Claim, Count]]] = defaultdict(list)
    for claim in claims:
        if claim.voice == "comment" or claim.realis not in ("happened", "ongoing"):
            continue
        for count in claim.counts:
            if count.cumulative and count.what in TOLLED:
                period = _period(claim, count, voices, ground)
                told[number(claim, count)].append((not about(claim, count), claim.id, period, claim, count))
    for bearers in told.values():
        first = min(bearers, key=lambda bearer: bearer[:2])
        yield from ((period, claim, count) for _, _, period, claim, count in bearers if period == first[2])


def _period(claim: Claim, count: Count, voices: Voices, ground: Ground) -> _Period:
    source, when = voices.of(claim).named, claim.when
    return toll_scope(claim.places, ground), count.what, count.who, source.id or source.name, when.start, when.end


def toll_scope(places: Iterable[Where], ground: Ground) -> str:
    """The place whose victims a sum counts: the one that contains the others, else their common container."""
    chains = [ground.chain(where.id) for where in places if where.id is not None]
    if not chains:
        return UNSPECIFIED
    common = [place for place in chains[0] if all(place in chain for chain in chains)]
    named = {chain[0] for chain in chains}
    return next((place for place in common if place in named), common[0] if common else UNSPECIFIED)
