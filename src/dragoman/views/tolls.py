"""Numbers of victims: rows, ranges over the sources, and the headline figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from dragoman import model
from dragoman.events.counted.ranges import TollRange, ranges
from dragoman.events.counted.tolls import UNSPECIFIED
from dragoman.model import Toll
from dragoman.views.index import Index
from dragoman.views.labels import Labels
from dragoman.views.search import Search

# Whose numbers make a headline, and how many of them: of one kind, and in all.
_VICTIMS = ("killed", "injured", "missing", "detained", "displaced", "besieged")
_OF_A_KIND, _HEADLINES = 3, 8


class Tolls:
    """The tolls of one ledger, named in one language."""

    def __init__(self, index: Index, labels: Labels) -> None:
        self._index = index
        self._labels = labels

    def found(self, search: Search) -> list[Toll]:
        """The tolls of the claims that are asked for, the largest first."""
        claims, events = self._index.claims.row_of, self._index.events.row_of
        of_events, of_claims = search.events.mask, search.claims.mask
        return sorted(
            (
                toll
                for toll in self._index.tolls
                if (toll.scope in events and of_events[events[toll.scope]])
                or (toll.scope not in events and any(of_claims[claims[one]] for one in toll.claims))
            ),
            key=lambda toll: (-_most(toll), toll.what, toll.scope, toll.source, toll.claims),
        )

    def of(self, scopes: Iterable[str], claims: Iterable[str] = ()) -> list[dict[str, Any]]:
        """The tolls of these events and places, and those that these claims give."""
        wanted, told = set(scopes), set(claims)
        return [self.plain(toll) for toll in self._index.tolls if toll.scope in wanted or told & set(toll.claims)]

    def plain(self, toll: Toll) -> dict[str, Any]:
        """A toll with the names of its place and its source."""
        return {**model.plain(toll), "place_name": self._place(toll.scope), "from_name": self.source(toll.source)}

    def ranges(self, tolls: Iterable[Toll]) -> list[dict[str, Any]]:
        """The range of each source, incidents and sums of periods apart."""
        found = ranges(tolls, lambda toll: toll.source)
        return [{**model.plain(one), "name": self.source(one.by)} for one in found]

    def headlines(self) -> list[dict[str, Any]]:
        """What is told of victims, the dead first: of each kind the numbers with most sources, then the largest.

        Each is a range over all that tell it: sums of a place's victims, and single events.
        """
        grouped: dict[str, dict[tuple[Any, ...], list[Toll]]] = {what: defaultdict(list) for what in _VICTIMS}
        for toll in self._index.tolls:
            if toll.what in grouped:
                grouped[toll.what][toll.scope, toll.who or "", toll.cumulative].append(toll)
        told = (
            tolls
            for what in _VICTIMS
            for _, tolls in sorted(grouped[what].items(), key=lambda one: (*_weight(one[1]), one[0]))[:_OF_A_KIND]
        )
        return [self._headline(next(ranges(same, lambda toll: toll.scope)), same) for same in islice(told, _HEADLINES)]

    def _headline(self, found: TollRange, tolls: Sequence[Toll]) -> dict[str, Any]:
        name = self._place(found.by)
        return {
            "what": found.what,
            "who": found.who,
            "cumulative": found.cumulative,
            "low": found.low,
            "best": found.best,
            "high": found.high,
            "numbers": found.rows,
            "sources": len(sources := sorted({toll.source for toll in tolls})),
            "by": [{"id": one, "name": self.source(one)} for one in sources],
            "from": model.plain(found.since),
            "until": model.plain(found.until),
            "scope": None if name is None else {"id": found.by, "name": name},
            "event": found.by if found.by in self._index.events.row_of else None,
            "claims": sorted({claim for toll in tolls for claim in toll.claims}),
        }

    def source(self, id: str) -> str:
        """A source's name in the reader's language; a source that no pack knows is its own name."""
        return self._labels.party(id, id)

    def _place(self, scope: str) -> str | None:
        """The name of a place, or the places of an event."""
        event = self._index.events.row_of.get(scope)
        if event is not None:
            spots = self._index.events.columns["spot"].of_row(event)
            return ", ".join(self._labels.place(value.key, value.name) for value in spots) or None
        return None if scope == UNSPECIFIED else self._labels.place(scope, self._index.place_name(scope))


def _most(toll: Toll) -> int:
    return toll.low if toll.high is None else toll.high


def _weight(tolls: Sequence[Toll]) -> tuple[int, int]:
    """Smallest for the number that most sources tell, and of those for the largest."""
    return -len({toll.source for toll in tolls}), -max(map(_most, tolls))
