"""What is drawn on a map: events at their places, and who is said to hold what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from dragoman import model
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Control
from dragoman.views.columns import Mask
from dragoman.views.index import Index
from dragoman.views.labels import Labels
from dragoman.views.question import Question
from dragoman.views.search import chosen_codes
from dragoman.views.spots import key_of


class Maps:
    """The map of one ledger."""

    def __init__(self, index: Index, knowledge: Knowledge, labels: Labels) -> None:
        self._index = index
        self._knowledge = knowledge
        self._labels = labels

    def points(self, events: Mask) -> list[dict[str, Any]]:
        """The places of some events, each with the events there; an event stands at the finest of its places."""
        there: dict[int, list[str]] = defaultdict(list)
        spots = self._index.events.columns["spot"]
        outer = self._outer()
        for row, codes in _by_row(spots.rows, spots.codes, events):
            holding = {one for code in codes for one in outer.get(code, ())}
            for code in codes:
                if code not in holding:
                    there[code].append(self._index.events.ids[row])
        return sorted(self._points(there), key=lambda point: (-len(point["events"]), point["place"]["id"]))

    def holds(self, question: Question) -> list[dict[str, Any]]:
        """Who is said to hold what, of the places, the holders and the days that are asked for."""
        return [self.hold(control) for control in self._index.control if self._asked(control, question)]

    def holds_of(self, places: Iterable[str]) -> list[dict[str, Any]]:
        """Who is said to hold these places."""
        wanted = set(places)
        return [self.hold(one) for one in self._index.control if key_of(one.place.id, one.place.name) in wanted]

    def hold(self, control: Control) -> dict[str, Any]:
        """One interval of control with its place on the map and the holder's side."""
        place, holder = control.place, control.holder
        lat, lon = self.point(place.id)
        return {
            "place": {"id": key_of(place.id, place.name), "name": self._labels.place(place.id or "", place.name)},
            "lat": lat,
            "lon": lon,
            "holder": {"id": key_of(holder.id, holder.name), "name": self._labels.party(holder.id or "", holder.name)},
            "side": self.side(holder.id),
            "from": model.plain(control.since),
            "until": model.plain(control.until),
            "contested": control.contested,
            "claims": list(control.claims),
        }

    def sides(self, holds: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The sides that hold something; their names are the screen's."""
        return [{"id": side, "name": side} for side in sorted({hold["side"] for hold in holds if hold["side"]})]

    def side(self, actor: str | None) -> str | None:
        """The side of an actor; None where no pack says."""
        return self._knowledge.side(actor) if actor in self._knowledge.actors and actor is not None else None

    def point(self, place: str | None) -> tuple[float | None, float | None]:
        """Where a place lies, by the events of the ledger or else by the packs."""
        found = self._index.spots.get(place or "") or self._knowledge.places.get(place or "")
        return (found.lat, found.lon) if found is not None else (None, None)

    def _points(self, there: dict[int, list[str]]) -> Iterator[dict[str, Any]]:
        values = self._index.events.columns["spot"].values.all
        for code, events in there.items():
            spot = self._index.spots[values[code].key]
            if spot.lat is not None:
                yield {
                    "place": {"id": spot.key, "name": self._labels.place(spot.key, spot.name)},
                    "lat": spot.lat,
                    "lon": spot.lon,
                    "precision": spot.precision,
                    "events": events,
                    "grades": self._grades(events),
                }

    def _grades(self, events: Iterable[str]) -> dict[str, int]:
        """How many of the events have which grade: what a sign on the map is drawn from."""
        column, row_of = self._index.events.columns["grade"], self._index.events.row_of
        names = [value.key for value in column.values.all]
        return dict(sorted(Counter(names[column.codes[row_of[event]]] for event in events).items()))

    def _outer(self) -> dict[int, list[int]]:
        """Of each place those of the events' own that contain it."""
        codes = self._index.events.columns["spot"].values.codes
        found: dict[int, list[int]] = {}
        for key, spot in self._index.spots.items():
            chain = self._knowledge.within(key) or ((spot.within,) if spot.within else ())
            found[codes[key]] = [codes[one] for one in chain if one in codes]
        return found

    def _asked(self, control: Control, question: Question) -> bool:
        parties = self._codes(question, "actor"), self._codes(question, "place")
        (actors, places), (start, end) = parties, (question.start, question.end)
        holder, place = control.holder, control.place
        return (
            (actors is None or key_of(holder.id, holder.name) in actors)
            and (places is None or bool({key_of(place.id, place.name), *self._chain(place.id)} & places))
            and (start is None or control.until is None or control.until >= start)
            and (end is None or control.since is None or control.since <= end)
        )

    def _chain(self, place: str | None) -> tuple[str, ...]:
        return self._knowledge.within(place) if place is not None else ()

    def _codes(self, question: Question, field: Any) -> set[str] | None:
        """The keys of what is chosen of a field; None where anything will do."""
        values = question.values(field)
        if not values:
            return None
        column = self._index.events.columns[field]
        return {column.values.all[code].key for code in chosen_codes(self._index, column, field, values)}


def _by_row(rows: Any, codes: Any, mask: Mask) -> Iterator[tuple[int, list[int]]]:
    """The masked rows with their codes."""
    kept = mask[rows]
    rows, codes = rows[kept], codes[kept]
    borders = [*np.flatnonzero(np.diff(rows, prepend=-1)), len(rows)]
    for first, last in pairwise(borders):
        yield int(rows[first]), codes[first:last].tolist()
