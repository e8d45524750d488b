"""Places and actors: their lists, and what is known of one of them."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.views.columns import Value
from dragoman.views.index import Index
from dragoman.views.labels import Labels
from dragoman.views.question import NotFound, Question
from dragoman.views.search import Search, paging

# The claims in which a place or an actor is named, with the place of the name in its slot.
_PLACE_SLOTS = "SELECT claim, 'places' AS slot, position FROM claim_place WHERE {condition}"
_ACTOR_SLOTS = """
SELECT claim, CASE role WHEN 'speaker' THEN 'attribution' ELSE role || 's' END AS slot, position
FROM claim_actor WHERE {condition}
"""
_SPELLINGS = """
SELECT json_extract(record, '$.' || slot || '[' || position || '].text') AS text, count(*) AS number
FROM ({slots}) JOIN claim ON number = claim GROUP BY 1 ORDER BY 2 DESC, 1
"""
_ROLES = "SELECT role, count(*) AS number FROM claim_actor WHERE {condition} GROUP BY 1 ORDER BY 1"


class Gazetteer:
    """The places and the actors of one ledger."""

    def __init__(self, ledger: Ledger, index: Index, knowledge: Knowledge, labels: Labels) -> None:
        self._ledger = ledger
        self._index = index
        self._knowledge = knowledge
        self._labels = labels

    def page(self, field: Literal["actor", "place"], question: Question, search: Search) -> dict[str, Any]:
        """The places or actors of the events that are asked for; words ask for a name, in whatever language."""
        column = self._index.events.columns[field]
        counts = column.counts(search.events.mask)
        found = np.flatnonzero(counts).tolist()
        if question.text:
            found = sorted(set(found) & set(self._index.names[field].having(question.text, begun=True)))
        values = column.values.all
        found.sort(key=lambda code: (-counts[code], values[code].name, values[code].key))
        first = (question.page - 1) * question.size
        told = self._index.claims.columns[field].counts(search.claims.mask)
        shown = self.place if field == "place" else self.actor
        return {
            **paging(len(found), question),
            f"{field}s": [
                {**shown(values[code]), "events": int(counts[code]), "claims": int(told[code])}
                for code in found[first : first + question.size]
            ],
        }

    def value(self, field: Literal["actor", "place"], key: str) -> Value:
        """A place or an actor by its key; NotFound where the ledger does not have it."""
        values = self._index.events.columns[field].values
        if key not in values.codes:
            raise NotFound(f"there is no {field} {key}")
        return values.all[values.codes[key]]

    def place(self, value: Value) -> dict[str, Any]:
        """What is known of a place: its name, where it lies, and what contains it."""
        spot, entry = self._index.spots.get(value.key), self._knowledge.places.get(value.key)
        found = spot or entry
        return {
            **self._labels.named("place", value),
            "within": found.within if found else None,
            "lat": found.lat if found else None,
            "lon": found.lon if found else None,
            "precision": found.precision if found else "unresolved",
        }

    def actor(self, value: Value) -> dict[str, Any]:
        """What is known of an actor: its name, its side, its kind."""
        entry = self._knowledge.actors.get(value.key)
        side = self._knowledge.side(value.key) if entry else None
        return {**self._labels.named("actor", value), "side": side, "kind": entry.kind if entry else None}

    def chain(self, value: Value) -> list[dict[str, Any]]:
        """What contains a place, from the nearest outward."""
        spot = self._index.spots.get(value.key)
        within = self._knowledge.within(value.key) or ((spot.within,) if spot and spot.within else ())
        return [{"id": key, "name": self._labels.place(key, self._index.place_name(key))} for key in within]

    def inside(self, value: Value) -> list[dict[str, Any]]:
        """The places that lie in this one and in nothing between, of which something is told."""
        column = self._index.events.columns["place"]
        counts = column.counts(np.ones(len(self._index.events), dtype=bool))
        known = ((code, one) for code, one in enumerate(column.values.all) if counts[code])
        found = [
            {**place, "events": int(counts[code])}
            for code, one in known
            if (place := self.place(one))["within"] == value.key
        ]
        return sorted(found, key=lambda place: (-place["events"], place["name"], place["id"]))

    def spellings(self, field: Literal["actor", "place"], value: Value) -> list[dict[str, Any]]:
        """The words of reports that stand for it, and in how many slots each does."""
        condition, key = _condition(value)
        slots = (_PLACE_SLOTS if field == "place" else _ACTOR_SLOTS).format(condition=condition)
        rows = self._ledger.rows(_SPELLINGS.format(slots=slots), key)
        return [{"text": row["text"], "count": row["number"]} for row in rows]

    def roles(self, value: Value) -> dict[str, int]:
        """In how many slots an actor acts, suffers and speaks."""
        condition, key = _condition(value)
        found = {row["role"]: row["number"] for row in self._ledger.rows(_ROLES.format(condition=condition), key)}
        return {role: found.get(role, 0) for role in ("actor", "target", "speaker")}


def _condition(value: Value) -> tuple[str, str]:
    """What a row of it looks like: by the pack's id, or by its words where no pack knows it."""
    if value.key.startswith("~"):
        return "id IS NULL AND name = ?", value.key[1:]
    return "id = ?", value.key
