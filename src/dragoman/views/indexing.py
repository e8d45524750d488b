"""Building the index: a ledger's rows into arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

import numpy as np

from dragoman.events.ground import Ground
from dragoman.events.weighing.voices import anonymous, outlet_of
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.ledger.store import document_of
from dragoman.views.columns import Column, Ints, Values
from dragoman.views.index import UNKNOWN, Index, Table, stamp
from dragoman.views.names import Names
from dragoman.views.spots import Spot

# The most disputed first.
_GRADES = ("contested", "conceded", "corroborated", "repeated", "single")
_CLAIMS = "SELECT number, id, document, type, realis, first, last, confidence FROM claim ORDER BY id"
_EVENTS = """
SELECT event.id, event.type, grade, event.first, event.last, max(confidence) AS confidence, count(*) AS told
FROM event JOIN event_claim ON event = event.id JOIN claim ON claim.id = event_claim.claim
GROUP BY event.id ORDER BY event.id
"""
_TOLD = "SELECT event, claim FROM event_claim ORDER BY event, claim"
_PARTIES = "SELECT claim, id, name FROM claim_actor WHERE role <> 'speaker'"
_SPEAKERS = "SELECT claim, position, id, name FROM claim_actor WHERE role = 'speaker' ORDER BY claim, position"
_PLACES = "SELECT claim, id, name FROM claim_place"
_SPOTS = """
SELECT DISTINCT event.id AS event, one.value ->> 'id' AS id, one.value ->> 'name' AS name, one.value ->> 'lat' AS lat,
    one.value ->> 'lon' AS lon, one.value ->> 'precision' AS precision, one.value ->> 'within' AS within
FROM event, json_each(event.record, '$.places') AS one ORDER BY event.id, one.key
"""


def key_of(id: str | None, name: str) -> str:
    """What stands for a party or a place in an address: the pack's id, or the words themselves after a tilde."""
    return id if id is not None else f"~{name}"


def build(ledger: Ledger, knowledge: Knowledge) -> Index:
    """The index of a ledger as it is now."""
    return _Building(ledger, knowledge).index()


class _Building:
    """What the columns share while they are built."""

    def __init__(self, ledger: Ledger, knowledge: Knowledge) -> None:
        self._ledger = ledger
        self._knowledge = knowledge
        self._ground = Ground(knowledge)
        self._actors, self._places, self._sources = Values(), Values(), Values()
        self._spots: dict[str, Spot] = {}

    def index(self) -> Index:
        """Claims first, then events, which have much of theirs."""
        marked = stamp(self._ledger)
        documents = self._rows("SELECT * FROM named_document ORDER BY id")
        claims = self._rows(_CLAIMS)
        self._size = len(claims)
        row_of = {row["id"]: n for n, row in enumerate(claims)}
        numbers = _array(row["number"] for row in claims)
        self._row_of_number = _inverse(numbers)
        report_of = {row["id"]: n for n, row in enumerate(documents)}
        reports = _array(report_of[row["document"]] for row in claims)
        events = self._rows(_EVENTS)
        event_row = {row["id"]: n for n, row in enumerate(events)}
        pairs = [(event_row[row["event"]], row_of[row["claim"]]) for row in self._ledger.rows(_TOLD)]
        told = _array(event for event, _ in pairs), _array(claim for _, claim in pairs)
        event_of = np.full(self._size, UNKNOWN, dtype=np.int64)
        event_of[told[1]] = told[0]
        prints = _array(self._prints(row) for row in documents)
        outlet = prints[reports] if self._size else reports
        said = self._said()
        columns = self._claim_columns(claims, documents, reports, outlet, said)
        of_events = self._event_columns(events, event_row, columns, told)
        columns["grade"] = _of_events(of_events["grade"], event_of)
        told_times = _array(row["told"] for row in events)
        per_claim = np.where(event_of == UNKNOWN, 0, told_times[event_of]) if len(events) else event_of
        grades = _array(_GRADES.index(row["grade"]) for row in events)
        grade_of = np.where(event_of == UNKNOWN, len(_GRADES), grades[event_of]) if len(events) else event_of
        return Index(
            claims=_table(claims, row_of, columns, per_claim, grade_of),
            events=_table(events, event_row, of_events, told_times, grades),
            documents=tuple(row["id"] for row in documents),
            names=self._names(),
            spots=self._spots,
            told=told,
            event_of=event_of,
            numbers=numbers,
            reports=reports,
            prints=prints,
            outlet=outlet,
            voice=self._voices(outlet, said),
            said=said,
            tolls=tuple(self._ledger.tolls()),
            stamp=marked,
        )

    def _rows(self, sql: str) -> list[Any]:
        return list(self._ledger.rows(sql))

    def _prints(self, row: Any) -> int:
        """The source that prints a document; UNKNOWN where nothing names it."""
        found = outlet_of(document_of(row), self._ground).named
        if found.id is None and found.name.endswith(row["id"]):
            return UNKNOWN
        return self._sources.code(found.id or found.name, found.name)

    def _said(self) -> tuple[Ints, Ints, Ints]:
        """The links of all chains: row of the claim, position, source."""
        links = self._rows(_SPEAKERS)
        rows = self._row_of_number[_array(row["claim"] for row in links)]
        codes = _array(self._sources.code(row["id"] or row["name"], row["name"]) for row in links)
        return rows, _array(row["position"] for row in links), codes

    def _voices(self, outlet: Ints, said: tuple[Ints, Ints, Ints]) -> Ints:
        """The innermost speaker with a name, else the outlet."""
        rows, _, codes = said
        named = np.array([not anonymous(value.name) for value in self._sources.all], dtype=bool)
        voice = outlet.copy()
        kept = named[codes] if len(codes) else np.zeros(0, dtype=bool)
        voice[rows[kept]] = codes[kept]
        return voice

    def _claim_columns(
        self, claims: Sequence[Any], documents: Sequence[Any], reports: Ints, outlet: Ints, said: tuple[Ints, ...]
    ) -> dict[str, Column]:
        every = np.arange(self._size)
        languages = Values()
        spoken = _array(languages.code(row["language"], row["language"]) for row in documents)
        printed = every[outlet != UNKNOWN]
        rows, codes = np.concatenate((printed, said[0])), np.concatenate((outlet[printed], said[2]))
        places = self._named(_PLACES, self._places, self._place)
        return {
            "type": self._plain(row["type"] for row in claims),
            "realis": self._plain(row["realis"] for row in claims),
            "actor": self._named(_PARTIES, self._actors, self._actors.code),
            "place": places.widened(self._containers()),
            "source": Column.of(self._sources, rows, codes, self._size),
            "language": Column.of(languages, every, spoken[reports] if self._size else every, self._size),
        }

    def _plain(self, words: Iterable[str]) -> Column:
        values = Values()
        return Column.of(values, np.arange(self._size), _array(values.code(word, word) for word in words), self._size)

    def _named(self, sql: str, values: Values, code: Callable[[str, str], int]) -> Column:
        found = self._rows(sql)
        codes = _array(code(key_of(row["id"], row["name"]), row["name"]) for row in found)
        return Column.of(values, self._row_of_number[_array(row["claim"] for row in found)], codes, self._size)

    def _place(self, key: str, name: str) -> int:
        return self._places.code(key, name)

    def _containers(self) -> Mapping[int, Sequence[int]]:
        """Of each place the numbers of those that contain it; places that only contain others are met here."""
        known = {row["id"]: row for row in self._ledger.rows("SELECT id, name, within FROM place")}
        return {
            code: [self._places.code(outer, known[outer]["name"]) for outer in _chain(value.key, known)]
            for code, value in enumerate(tuple(self._places.all))
        }

    def _event_columns(
        self, events: Sequence[Any], row_of: Mapping[str, int], claims: Mapping[str, Column], told: tuple[Ints, Ints]
    ) -> dict[str, Column]:
        size, every = len(events), np.arange(len(events))
        types, grades = Values(), Values()
        of_claims = {name: claims[name].of_groups(*told, size) for name in ("realis", "source", "language")}
        parties = self._rows("SELECT event, id, name FROM event_actor")
        actors = _array(self._actors.code(key_of(row["id"], row["name"]), row["name"]) for row in parties)
        there = self._rows(_SPOTS)
        places = _array(self._spot(row) for row in there)
        where = Column.of(self._places, (row_of[row["event"]] for row in there), places, size)
        return {
            **of_claims,
            "type": Column.of(types, every, (types.code(row["type"], row["type"]) for row in events), size),
            "grade": Column.of(grades, every, (grades.code(row["grade"], row["grade"]) for row in events), size),
            "actor": Column.of(self._actors, (row_of[row["event"]] for row in parties), actors, size),
            "place": where.widened(self._containers()),
            "spot": where,
        }

    def _spot(self, row: Any) -> int:
        key = key_of(row["id"], row["name"])
        point = row["lat"], row["lon"], row["precision"], row["within"]
        self._spots.setdefault(key, Spot(key, row["id"], row["name"], *point))
        return self._places.code(key, row["name"])

    def _names(self) -> dict[str, Names]:
        actors, places = self._knowledge.actors, self._knowledge.places
        return {
            "actor": Names("actor", self._actors, lambda key: _spellings(actors.get(key))),
            "place": Names("place", self._places, lambda key: _spellings(places.get(key))),
            "source": Names("source", self._sources, lambda key: _spellings(actors.get(key))),
        }


def _spellings(entry: Any) -> Iterator[str]:
    return chain.from_iterable(entry.names.values()) if entry is not None else iter(())


def _chain(place: str, known: Mapping[str, Any]) -> Iterator[str]:
    """What contains a place, outward."""
    seen = {place}
    while (row := known.get(place)) is not None and row["within"] in known and row["within"] not in seen:
        place = row["within"]
        seen.add(place)
        yield place


def _table(
    rows: Sequence[Any], row_of: Mapping[str, int], columns: Mapping[str, Column], told: Ints, grades: Ints
) -> Table:
    first, last = (_array(_ordinal(row[name]) for row in rows) for name in ("first", "last"))
    confidence = np.array([row["confidence"] for row in rows], dtype=np.float64)
    begun = np.where(first == UNKNOWN, last, first)
    days = np.arange(len(rows)), last, begun, begun == UNKNOWN
    orders = {
        "day": np.lexsort(days),
        "claims": np.lexsort((*days, -told)),
        "grade": np.lexsort((*days, grades)),
        "confidence": np.lexsort((*days, -confidence)),
    }
    return Table(tuple(row["id"] for row in rows), row_of, columns, first, last, orders)


def _of_events(column: Column, event_of: Ints) -> Column:
    """What events have as a field of their claims; each event has one value."""
    rows = np.flatnonzero(event_of != UNKNOWN)
    return Column.of(column.values, rows, column.codes[event_of[rows]] if len(rows) else rows, len(event_of))


def _ordinal(day: str | None) -> int:
    return UNKNOWN if day is None else date.fromisoformat(day).toordinal()


def _inverse(numbers: Ints) -> Ints:
    """From a claim's number in the ledger to its row."""
    rows = np.zeros(int(numbers.max(initial=0)) + 1, dtype=np.int64)
    rows[numbers] = np.arange(len(numbers))
    return rows


def _array(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, dtype=np.int64)
