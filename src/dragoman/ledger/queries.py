"""Questions to the ledger: claims, events, control, tolls and sources by actor, place, day, type and words.

A question becomes SQL conditions. Names are compared by their letters alone, without case and diacritics;
a place stands for all that lies within it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from dragoman.errors import QueryError
from dragoman.ledger.connection import fold
from dragoman.ledger.records import from_json
from dragoman.ledger.store import Ledger
from dragoman.model import Claim, Control, Event, Source, Toll

_WITHIN = """
    WITH RECURSIVE inside (id) AS (
        SELECT value FROM json_each(?)
        UNION
        SELECT place.id FROM place JOIN inside ON place.within = inside.id
    )
    SELECT id FROM inside
"""
# An unnamed part of a place stands under words of its own: "part of Aleppo", "western part of Aleppo".
_PARTS = f"""
    SELECT part.place_name FROM control AS part JOIN place AS whole
    ON part.place IS NULL AND part.place_name LIKE '%part of ' || whole.name WHERE whole.id IN ({_WITHIN})
"""
_ACTORS = "SELECT DISTINCT id, name FROM claim_actor"
_PLACES = "SELECT DISTINCT id, name FROM claim_place UNION SELECT id, name FROM place"
_SPEAKERS = (
    "SELECT id, name FROM source UNION SELECT outlet, outlet FROM document WHERE outlet IS NOT NULL"
    " UNION SELECT DISTINCT id, name FROM claim_actor WHERE role = 'speaker'"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; None asks for anything. `start` and `end` are days, both inclusive."""

    actor: str | None = None
    place: str | None = None
    type: str | None = None
    start: date | None = None
    end: date | None = None
    grade: str | None = None
    language: str | None = None
    text: str | None = None
    source: str | None = None


@dataclass(slots=True)
class _Conditions:
    """Conditions that all must hold, with their values."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, part: str, *values: Any) -> None:
        self.parts.append(part)
        self.values.extend(values)

    def where(self) -> str:
        return " AND ".join(self.parts) if self.parts else "1"


@dataclass(frozen=True, slots=True)
class _Named:
    """The ids, and the names without an id, that a word of the user's stands for."""

    ids: tuple[str, ...]
    names: tuple[str, ...]

    def condition(self, id_column: str, name_column: str) -> tuple[str, list[str]]:
        own = f"({id_column} IN (SELECT value FROM json_each(?)) OR {_nameless(id_column, name_column)})"
        return own, [json.dumps(self.ids), json.dumps(self.names)]

    def inside(self, id_column: str, name_column: str) -> tuple[str, list[str]]:
        within = f"({id_column} IN ({_WITHIN}) OR {_nameless(id_column, name_column)})"
        return within, [json.dumps(self.ids), json.dumps(self.names)]


def claims(ledger: Ledger, filters: Filters) -> Iterator[Claim]:
    """The claims that are asked for, in the order of days, undated ones last, then of ids."""
    asked = _Conditions()
    _by_type_and_days(asked, filters, "claim")
    _by_names(asked, ledger, filters, "claim", "claim = claim.number")
    if filters.grade is not None:
        known_grade = "JOIN event ON event.id = event_claim.event WHERE event_claim.claim = claim.id"
        asked.add(f"EXISTS (SELECT 1 FROM event_claim {known_grade} AND event.grade = ?)", filters.grade)
    _by_reports(asked, ledger, filters, "claim.number")
    sql = f"SELECT record FROM claim WHERE {asked.where()} ORDER BY first IS NULL, first, last, id"
    return (from_json(Claim, row["record"]) for row in ledger.rows(sql, *asked.values))


def events(ledger: Ledger, filters: Filters) -> Iterator[Event]:
    """The events that are asked for, in the order of days, undated ones last, then of ids."""
    asked = _Conditions()
    _by_type_and_days(asked, filters, "event")
    _by_names(asked, ledger, filters, "event", "event = event.id")
    if filters.grade is not None:
        asked.add("event.grade = ?", filters.grade)
    of_event = _Conditions()
    _by_reports(of_event, ledger, filters, "claim.number")
    if of_event.parts:
        told = "SELECT event_claim.event FROM event_claim JOIN claim ON claim.id = event_claim.claim"
        asked.add(f"event.id IN ({told} WHERE {of_event.where()})", *of_event.values)
    sql = f"SELECT record FROM event WHERE {asked.where()} ORDER BY first IS NULL, first, last, id"
    return (from_json(Event, row["record"]) for row in ledger.rows(sql, *asked.values))


def control(ledger: Ledger, filters: Filters) -> Iterator[Control]:
    """Who is said to hold what: `actor` asks for the holder; an open end reaches to every later day."""
    asked = _Conditions()
    if filters.actor is not None:
        _add_named(asked, named(ledger, "actor", filters.actor).condition("holder", "holder_name"))
    if filters.place is not None:
        found = named(ledger, "place", filters.place)
        there, values = found.inside("place", "place_name")
        asked.add(f"({there} OR (place IS NULL AND place_name IN ({_PARTS})))", *values, json.dumps(found.ids))
    _by_days(asked, filters, "first", "coalesce(last, '9999-12-31')")
    order = "place_name, place, first IS NULL, first, number"
    sql = f"SELECT record FROM control WHERE {asked.where()} ORDER BY {order}"
    return (from_json(Control, row["record"]) for row in ledger.rows(sql, *asked.values))


def tolls(ledger: Ledger, filters: Filters) -> Iterator[Toll]:
    """Numbers of victims: `place` asks for tolls of it and of events there, `type` for what is counted."""
    asked = _Conditions()
    if filters.type is not None:
        asked.add("what = ?", filters.type)
    if filters.source is not None:
        found = named(ledger, "source", filters.source)
        asked.add("source IN (SELECT value FROM json_each(?))", json.dumps((*found.ids, *found.names)))
    if filters.place is not None:
        found = named(ledger, "place", filters.place)
        there, values = found.inside("event_place.id", "event_place.name")
        asked.add(
            f"(scope IN ({_WITHIN}) OR scope IN (SELECT event FROM event_place WHERE {there}))",
            json.dumps(found.ids), *values,
        )  # fmt: skip
    _by_days(asked, filters, "first", "last")
    order = "first IS NULL, first, scope, what, source, number"
    sql = f"SELECT record FROM toll WHERE {asked.where()} ORDER BY {order}"
    return (from_json(Toll, row["record"]) for row in ledger.rows(sql, *asked.values))


def sources(ledger: Ledger, filters: Filters) -> Iterator[Source]:
    """Who speaks, the most talkative first; `text` asks for a part of the name."""
    rows = ledger.rows("SELECT record FROM source ORDER BY json_extract(record, '$.claims') DESC, id")
    words = fold(filters.text)
    for row in rows:
        source = from_json(Source, row["record"])
        if words in fold(source.name) or filters.text == source.id:
            yield source


def named(ledger: Ledger, what: str, words: str) -> _Named:
    """What a user's words name in this ledger: an id, else a name, else a part of names.

    Raises QueryError with names that are near where they name nothing.
    """
    sql = {"actor": _ACTORS, "place": _PLACES, "source": _SPEAKERS}[what]
    known = [(row["id"], row["name"]) for row in ledger.rows(sql)]
    asked = fold(words)
    ways = (
        [one for one in known if words in one],
        [one for one in known if fold(one[1]) == asked],
        [one for one in known if f" {asked} " in f" {fold(one[1])} "],
    )
    for found in ways:
        if found and asked:
            return _gathered(found)
    raise QueryError(f"no {what} '{words}' in {ledger.path}{_near(words, [name for _, name in known])}")


def phrase(words: str) -> str:
    """A user's words as a full-text query: all of them, a quoted part as it stands, no operators."""
    parts = words.split('"')
    quoted = [part for part in parts[1::2] if part.strip()]
    loose = [word for part in parts[0::2] for word in part.split()]
    return " ".join(f'"{part}"' for part in (*loose, *quoted))


def _by_type_and_days(asked: _Conditions, filters: Filters, table: str) -> None:
    if filters.type is not None:
        asked.add(f"{table}.type = ?", filters.type)
    _by_days(asked, filters, f"{table}.first", f"{table}.last")


def _by_days(asked: _Conditions, filters: Filters, first: str, last: str) -> None:
    """Whatever may have happened within the days that are asked for; the undated is not among it."""
    if filters.start is not None:
        asked.add(f"coalesce({last}, {first}) >= ?", filters.start.isoformat())
    if filters.end is not None:
        asked.add(f"coalesce({first}, {last}) <= ?", filters.end.isoformat())


def _by_names(asked: _Conditions, ledger: Ledger, filters: Filters, table: str, own: str) -> None:
    """Actors and places, from the tables beside `table`; `own` ties a row there to one of it."""
    if filters.actor is not None:
        part, values = named(ledger, "actor", filters.actor).condition("who.id", "who.name")
        asked.add(f"EXISTS (SELECT 1 FROM {table}_actor AS who WHERE who.{own} AND {part})", *values)
    if filters.place is not None:
        part, values = named(ledger, "place", filters.place).inside("there.id", "there.name")
        asked.add(f"EXISTS (SELECT 1 FROM {table}_place AS there WHERE there.{own} AND {part})", *values)


def _by_reports(asked: _Conditions, ledger: Ledger, filters: Filters, number: str) -> None:
    """What asks for the report behind a claim: its language, its words, its outlet or a speaker in it."""
    if filters.language is not None:
        asked.add("claim.document IN (SELECT id FROM document WHERE language = ?)", filters.language)
    if filters.text is not None:
        found = "SELECT rowid FROM claim_words WHERE claim_words MATCH ?"
        asked.add(f"{number} IN ({found})", phrase(filters.text))
    if filters.source is not None:
        part, values = named(ledger, "source", filters.source).condition("speaker.id", "speaker.name")
        said = f"SELECT claim FROM claim_actor AS speaker WHERE role = 'speaker' AND {part}"
        printed = "SELECT id FROM document WHERE outlet IN (SELECT value FROM json_each(?))"
        asked.add(f"({number} IN ({said}) OR claim.document IN ({printed}))", *values, values[0])


def _nameless(id_column: str, name_column: str) -> str:
    return f"({id_column} IS NULL AND {name_column} IN (SELECT value FROM json_each(?)))"


def _add_named(asked: _Conditions, condition: tuple[str, list[str]]) -> None:
    part, values = condition
    asked.add(part, *values)


def _gathered(found: list[tuple[str | None, str]]) -> _Named:
    ids = {key for key, _ in found if key is not None}
    names = {name for key, name in found if key is None}
    return _Named(tuple(sorted(ids)), tuple(sorted(names)))


def _near(words: str, names: list[str]) -> str:
    """The names that a user may have meant, as the end of an error line."""
    by_fold = {fold(name): name for name in sorted(names, reverse=True)}
    near = get_close_matches(fold(words), sorted(by_fold), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(by_fold[one] for one in near)}?" if near else ""
