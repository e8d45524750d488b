"""Tolls: numbers of victims by source, of events and of periods, each on its own and never added up.

Parts ("including three children") are rows of their own beside the whole, so that no reader adds them to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.events.ground import Ground
from dragoman.events.numbers import upper
from dragoman.events.voices import Voices
from dragoman.model import Claim, Count, Event, Toll, What, Where

# What counts as a toll: what happened to people.
TOLLED: frozenset[What] = frozenset({"killed", "injured", "missing", "detained", "displaced", "besieged"})
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
    """Sums over a period; a source that repeats its sum for the same days of the same place is one row."""
    found: dict[_Period, list[tuple[str, Count]]] = defaultdict(list)
    for claim in claims:
        if claim.voice == "comment" or claim.realis not in ("happened", "ongoing"):
            continue
        source = voices.of(claim).named
        for count in claim.counts:
            if count.cumulative and count.what in TOLLED:
                when, scope = claim.when, toll_scope(claim.places, ground)
                key = (scope, count.what, count.who, source.id or source.name, when.start, when.end)
                found[key].append((claim.id, count))
    for (scope, what, who, source_id, since, until), said in found.items():
        ids = tuple(sorted({claim for claim, _ in said}))
        low = min(count.low for _, count in said)
        high = upper((count.low, count.high) for _, count in said)
        yield Toll(scope, what, who, low, high, True, since, until, source_id, ids)


def toll_scope(places: Iterable[Where], ground: Ground) -> str:
    """The place whose victims a sum counts: the one that contains the others, else their common container."""
    chains = [ground.chain(where.id) for where in places if where.id is not None]
    if not chains:
        return UNSPECIFIED
    common = [place for place in chains[0] if all(place in chain for chain in chains)]
    named = {chain[0] for chain in chains}
    return next((place for place in common if place in named), common[0] if common else UNSPECIFIED)
