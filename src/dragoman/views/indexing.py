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
    """What the columns share while they are built; of the claims `_size`, of the events `_events`."""

    def __init__(self, rows: Snapshot, knowledge: Knowledge) -> None:
        self._rows = rows
        self._knowledge = knowledge
        self._ground = Ground(knowledge)
        self._actors, self._places, self._sources = Values(), Values(), Values()

    def index(self, marked: str) -> Index:
        """Claims first, then events, which have much of theirs."""
        documents = self._rows.columns(_DOCUMENTS, 5)
        claims = self._claims()
        events = self._rows.columns(_EVENTS, 5)
        self._size, self._events = len(claims[0]), len(events[0])
        numbers = _array(claims[0])
        self._row_of_number = _inverse(numbers)
        row_of, event_row = _numbered(claims[1]), _numbered(events[0])
        reports = _looked_up(_numbered(documents[0]), claims[2])
        told = self._told(event_row, row_of)
        event_of = np.full(self._size, UNKNOWN, dtype=np.int64)
        event_of[told[1]] = told[0]
        prints = _array([self._prints(*row) for row in zip(*documents, strict=True)])
        outlet = prints[reports]
        said = self._said()
        columns = self._claim_columns(claims, _coded_words(documents[2]), reports, outlet, said)
        of_events = self._event_columns(events, event_row, columns, told)
        columns["grade"] = _of_events(of_events["grade"], event_of)
        times = np.bincount(told[0], minlength=self._events)
        grades = _array([_GRADES.index(grade) for grade in events[2]])
        sure = np.array(claims[7], dtype=np.float64)
        surest = np.zeros(self._events)
        np.maximum.at(surest, told[0], sure[told[1]])
        return Index(
            claims=_table(
                claims[1], row_of, columns, claims[5:7],
                _handed(times, event_of, 0), _handed(grades, event_of, len(_GRADES)), sure,
            ),
            events=_table(events[0], event_row, of_events, events[3:5], times, grades, surest),
            documents=documents[0],
            names=self._names(),
            spots={spot.key: spot for spot in self._spots()},
            told=told,
            event_of=event_of,
            numbers=numbers,
            reports=reports,
            prints=prints,
            outlet=outlet,
            voice=self._voices(outlet, said),
            said=said,
            tolls=self._records(Toll, "toll"),
            control=self._records(Control, "control"),
            stamp=marked,
        )  # fmt: skip

    def _records(self, kind: type[Record], table: str) -> tuple[Record, ...]:
        rows = self._rows.rows(f"SELECT record FROM {table} ORDER BY number")
        return tuple(from_json(kind, record) for (record,) in rows)

    def _claims(self) -> list[tuple[Any, ...]]:
        """The columns of all claims in the order of ids: to sort them here is quicker than to read them so."""
        rows = self._rows.rows(_CLAIMS)
        rows.sort(key=lambda row: row[1])
        return list(zip(*rows, strict=True)) or [()] * 8

    def _told(self, event_row: Mapping[str, int], row_of: Mapping[str, int]) -> tuple[Ints, Ints]:
        events, claims = self._rows.columns("SELECT event, claim FROM event_claim ORDER BY event, claim", 2)
        return _looked_up(event_row, events), _looked_up(row_of, claims)

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

    def _claim_columns(
        self, claims: Sequence[Any], languages: tuple[Values, Ints], reports: Ints, outlet: Ints, said: Said
    ) -> dict[str, Column]:
        printed = np.flatnonzero(outlet != UNKNOWN)
        rows, codes = np.concatenate((printed, said.claims)), np.concatenate((outlet[printed], said.sources))
        return {
            "type": Column.single(*_coded_words(claims[3])),
            "realis": Column.single(*_coded_words(claims[4])),
            "language": Column.single(languages[0], languages[1][reports]),
            "actor": self._of_claims(_PARTIES, self._actors),
            "place": self._of_claims(_PLACES, self._places).widened(self._containers()),
            "source": Column.of(self._sources, rows, codes, self._size),
        }

    def _of_claims(self, sql: str, values: Values) -> Column:
        claims, ids, names = self._rows.columns(sql, 3)
        rows = self._row_of_number[_array(claims)]
        return Column.of(values, rows, _coded(values, _keys(ids, names), names), self._size)

    def _event_columns(
        self, events: Sequence[Any], row_of: Mapping[str, int], claims: Mapping[str, Column], told: tuple[Ints, Ints]
    ) -> dict[str, Column]:
        of_claims = {name: claims[name].of_groups(*told, self._events) for name in ("realis", "source", "language")}
        where = self._of_events("event_place", self._places, row_of)
        return {
            **of_claims,
            "type": Column.single(*_coded_words(events[1])),
            "grade": Column.single(*_coded_words(events[2])),
            "actor": self._of_events("event_actor", self._actors, row_of),
            "place": where.widened(self._containers()),
            "spot": where,
        }

    def _of_events(self, table: str, values: Values, row_of: Mapping[str, int]) -> Column:
        events, ids, names = self._rows.columns(f"SELECT event, id, name FROM {table}", 3)
        rows = _looked_up(row_of, events)
        return Column.of(values, rows, _coded(values, _keys(ids, names), names), self._events)

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
