"""Building the index: a ledger's rows into arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

import numpy as np

from dragoman.events.ground import Ground
from dragoman.events.weighing.voices import anonymous, outlet_of
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.ledger.records import Record, from_json
from dragoman.model import UNDATED, Control, Document, Toll
from dragoman.views.columns import Column, Ints, Values
from dragoman.views.index import UNKNOWN, Index, Said, Table, stamp
from dragoman.views.names import Names
from dragoman.views.snapshot import Snapshot, snapshot
from dragoman.views.spots import Spot, key_of

# The most disputed first.
_GRADES = ("contested", "conceded", "corroborated", "repeated", "single")
_CLAIMS = "SELECT number, id, document, type, realis, first, last, confidence FROM claim"
_EVENTS = "SELECT id, type, grade, first, last FROM event ORDER BY id"
_DOCUMENTS = "SELECT id, uri, language, outlet, text FROM named_document ORDER BY id"
_PARTIES = "SELECT claim, id, name FROM claim_actor WHERE role <> 'speaker'"
_SPEAKERS = "SELECT claim, position, id, name FROM claim_actor WHERE role = 'speaker' ORDER BY claim, position"
_PLACES = "SELECT claim, id, name FROM claim_place"
# Where a place lies stands in the records alone: one event of each place says it.
_SPOTS = """
SELECT DISTINCT one.value ->> 'id', one.value ->> 'name', one.value ->> 'lat', one.value ->> 'lon',
    one.value ->> 'precision', one.value ->> 'within'
FROM event, json_each(event.record, '$.places') AS one
WHERE event.id IN (SELECT min(event) FROM event_place GROUP BY id, name) ORDER BY event.id, one.key
"""


def build(ledger: Ledger, knowledge: Knowledge) -> Index:
    """The index of a ledger as it is now."""
    with snapshot(ledger) as rows:
        return _Building(rows, knowledge).index(stamp(ledger))


class _Building:
    """The rows of a ledger, and what the columns made of them share."""

    def __init__(self, rows: Snapshot, knowledge: Knowledge) -> None:
        self._rows = rows
        self._knowledge = knowledge
        self._ground = Ground(knowledge)
        self._actors, self._places, self._sources = Values(), Values(), Values()
        self._documents = rows.columns(_DOCUMENTS, 5)
        self._claims = _by_id(rows.rows(_CLAIMS))
        self._events = rows.columns(_EVENTS, 5)
        self._claim_row, self._event_row = _numbered(self._claims[1]), _numbered(self._events[0])
        self._size, self._groups = len(self._claim_row), len(self._event_row)
        self._numbers = _array(self._claims[0])
        self._row_of_number = _inverse(self._numbers)
        self._told = self._pairs()

    def index(self, marked: str) -> Index:
        """Claims first, then events, which have much of theirs."""
        event_of = np.full(self._size, UNKNOWN, dtype=np.int64)
        event_of[self._told[1]] = self._told[0]
        reports = _looked_up(_numbered(self._documents[0]), self._claims[2])
        prints = _array([self._prints(*row) for row in zip(*self._documents, strict=True)])
        said = self._said()
        columns = self._claim_columns(reports, prints[reports], said)
        of_events = self._event_columns(columns)
        columns["grade"] = _of_events(of_events["grade"], event_of)
        claims, events = self._tables(columns, of_events, event_of)
        return Index(
            claims=claims,
            events=events,
            documents=self._documents[0],
            of_documents=self._document_columns(prints),
            names=self._names(),
            spots={spot.key: spot for spot in self._spots()},
            told=self._told,
            event_of=event_of,
            numbers=self._numbers,
            reports=reports,
            prints=prints,
            outlet=prints[reports],
            voice=self._voices(prints[reports], said),
            said=said,
            tolls=self._records(Toll, "toll"),
            control=self._records(Control, "control"),
            stamp=marked,
        )

    def _tables(
        self, columns: Mapping[str, Column], of_events: Mapping[str, Column], event_of: Ints
    ) -> tuple[Table, Table]:
        """Claims and events with their orders; a claim is told and graded as its event is."""
        events, claims = self._told
        times = np.bincount(events, minlength=self._groups)
        grades = _array([_GRADES.index(grade) for grade in self._events[2]])
        sure, surest = np.array(self._claims[7], dtype=np.float64), np.zeros(self._groups)
        np.maximum.at(surest, events, sure[claims])
        ranks = _handed(times, event_of, 0), _handed(grades, event_of, len(_GRADES)), sure
        return (
            _table(self._claims[1], self._claim_row, columns, self._claims[5:7], *ranks),
            _table(self._events[0], self._event_row, of_events, self._events[3:5], times, grades, surest),
        )

    def _records(self, kind: type[Record], table: str) -> tuple[Record, ...]:
        rows = self._rows.rows(f"SELECT record FROM {table} ORDER BY number")
        return tuple(from_json(kind, record) for (record,) in rows)

    def _pairs(self) -> tuple[Ints, Ints]:
        """The rows of events, each with those of its claims."""
        events, claims = self._rows.columns("SELECT event, claim FROM event_claim ORDER BY event, claim", 2)
        return _looked_up(self._event_row, events), _looked_up(self._claim_row, claims)

    def _document_columns(self, prints: Ints) -> dict[str, Column]:
        known = np.flatnonzero(prints != UNKNOWN)
        return {
            "language": Column.single(*_coded_words(self._documents[2])),
            "source": Column.of(self._sources, known, prints[known], len(prints)),
        }

    def _prints(self, id: str, uri: str, language: str, outlet: str | None, text: str) -> int:
        """The source that prints a document; UNKNOWN where nothing names it."""
        found = outlet_of(Document(id, uri, "", None, language, None, outlet, UNDATED, (), text), self._ground).named
        if found.id is None and found.name.endswith(id):
            return UNKNOWN
        return self._sources.code(found.id or found.name, found.name)

    def _said(self) -> Said:
        claims, positions, ids, names = self._rows.columns(_SPEAKERS, 4)
        keys = [one or name for one, name in zip(ids, names, strict=True)]
        return Said(self._row_of_number[_array(claims)], _array(positions), _coded(self._sources, keys, names))

    def _voices(self, outlet: Ints, said: Said) -> Ints:
        """The innermost speaker with a name, else the outlet."""
        named = np.array([not anonymous(value.name) for value in self._sources.all], dtype=bool)
        voice = outlet.copy()
        kept = named[said.sources] if len(said.sources) else np.zeros(0, dtype=bool)
        voice[said.claims[kept]] = said.sources[kept]
        return voice

    def _claim_columns(self, reports: Ints, outlet: Ints, said: Said) -> dict[str, Column]:
        languages, spoken = _coded_words(self._documents[2])
        printed = np.flatnonzero(outlet != UNKNOWN)
        rows, codes = np.concatenate((printed, said.claims)), np.concatenate((outlet[printed], said.sources))
        return {
            "type": Column.single(*_coded_words(self._claims[3])),
            "realis": Column.single(*_coded_words(self._claims[4])),
            "language": Column.single(languages, spoken[reports]),
            "actor": self._of_claims(_PARTIES, self._actors),
            "place": self._of_claims(_PLACES, self._places).widened(self._containers()),
            "source": Column.of(self._sources, rows, codes, self._size),
        }

    def _of_claims(self, sql: str, values: Values) -> Column:
        claims, ids, names = self._rows.columns(sql, 3)
        rows = self._row_of_number[_array(claims)]
        return Column.of(values, rows, _coded(values, _keys(ids, names), names), self._size)

    def _event_columns(self, claims: Mapping[str, Column]) -> dict[str, Column]:
        handed = ("realis", "source", "language")
        where = self._of_events("event_place", self._places)
        return {
            **{name: claims[name].of_groups(*self._told, self._groups) for name in handed},
            "type": Column.single(*_coded_words(self._events[1])),
            "grade": Column.single(*_coded_words(self._events[2])),
            "actor": self._of_events("event_actor", self._actors),
            "place": where.widened(self._containers()),
            "spot": where,
        }

    def _of_events(self, table: str, values: Values) -> Column:
        events, ids, names = self._rows.columns(f"SELECT event, id, name FROM {table}", 3)
        rows = _looked_up(self._event_row, events)
        return Column.of(values, rows, _coded(values, _keys(ids, names), names), self._groups)

    def _containers(self) -> Mapping[int, Sequence[int]]:
        """Of each place the numbers of those that contain it; places that only contain others are met here."""
        known = {key: (name, within) for key, name, within in self._rows.rows("SELECT id, name, within FROM place")}
        return {
            code: [self._places.code(outer, known[outer][0]) for outer in _outward(value.key, known)]
            for code, value in enumerate(tuple(self._places.all))
        }

    def _spots(self) -> Iterator[Spot]:
        for own, name, *where in self._rows.rows(_SPOTS):
            yield Spot(key_of(own, name), own, name, *where)

    def _names(self) -> dict[str, Names]:
        actors, places = self._knowledge.actors, self._knowledge.places
        return {
            "actor": Names("actor", self._actors, lambda key: _spellings(actors.get(key))),
            "place": Names("place", self._places, lambda key: _spellings(places.get(key))),
            "source": Names("source", self._sources, lambda key: _spellings(actors.get(key))),
        }


def _by_id(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The columns of all claims in the order of ids: to sort them here is quicker than to read them so."""
    rows.sort(key=lambda row: row[1])
    return list(zip(*rows, strict=True)) or [()] * 8


def _spellings(entry: Any) -> Iterator[str]:
    return chain.from_iterable(entry.names.values()) if entry is not None else iter(())


def _outward(place: str, known: Mapping[str, tuple[str, str | None]]) -> Iterator[str]:
    """What contains a place, from the nearest outward."""
    seen = {place}
    within = known[place][1] if place in known else None
    while within is not None and within in known and within not in seen:
        yield within
        seen.add(within)
        within = known[within][1]


def _table(
    ids: tuple[str, ...], row_of: Mapping[str, int], columns: Mapping[str, Column], days: Sequence[Any],
    times: Ints, grades: Ints, sure: Any,
) -> Table:  # fmt: skip
    first, last = (_array([_ordinal(day) for day in column]) for column in days)
    begun = np.where(first == UNKNOWN, last, first)
    by_day = np.arange(len(ids)), last, begun, begun == UNKNOWN
    orders = {
        "day": np.lexsort(by_day),
        "claims": np.lexsort((*by_day, -times)),
        "grade": np.lexsort((*by_day, grades)),
        "confidence": np.lexsort((*by_day, -sure)),
    }
    return Table(ids, row_of, columns, first, last, orders)


def _of_events(column: Column, event_of: Ints) -> Column:
    """What events have as a field of their claims; each event has one value."""
    rows = np.flatnonzero(event_of != UNKNOWN)
    return Column.of(column.values, rows, column.codes[event_of[rows]], len(event_of))


def _handed(of_events: Ints, event_of: Ints, without: int) -> Ints:
    """A number of each event as one of its claims; `without` where a claim has no event."""
    return np.concatenate((of_events, [without]))[event_of]


@cache
def _ordinal(day: str | None) -> int:
    return UNKNOWN if day is None else date.fromisoformat(day).toordinal()


def _inverse(numbers: Ints) -> Ints:
    """From a claim's number in the ledger to its row."""
    rows = np.zeros(int(numbers.max(initial=0)) + 1, dtype=np.int64)
    rows[numbers] = np.arange(len(numbers))
    return rows


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {one: row for row, one in enumerate(ids)}


def _looked_up(numbers: Mapping[str, int], ids: Sequence[str]) -> Ints:
    return np.fromiter(map(numbers.__getitem__, ids), dtype=np.int64, count=len(ids))


def _keys(ids: Iterable[str | None], names: Iterable[str]) -> list[str]:
    return [key_of(one, name) for one, name in zip(ids, names, strict=True)]


def _coded(values: Values, keys: Sequence[str], names: Sequence[str]) -> Ints:
    """The numbers of values, new ones where they were never met; the first name of a key is kept."""
    first = dict(zip(reversed(keys), reversed(names), strict=True))
    codes = {key: values.code(key, first[key]) for key in dict.fromkeys(keys)}
    return _looked_up(codes, keys)


def _coded_words(words: Sequence[str]) -> tuple[Values, Ints]:
    values = Values()
    return values, _coded(values, words, words)


def _array(numbers: Sequence[int]) -> Ints:
    return np.array(numbers, dtype=np.int64)
