"""Rows out of records: how documents, claims and what was worked out from them enter the tables."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from dragoman.ledger.records import to_json
from dragoman.ledger.results import KnownPlace, Outcome, Reckoning, Redated
from dragoman.model import Claim, Control, Document, Event, LeftOut, Party, Speaker, Toll

_FORMER = """
INSERT INTO former_event SELECT id, json_extract(record, '$.claims') FROM event WHERE true
ON CONFLICT DO UPDATE SET claims = excluded.claims
"""

# Stands in a stored reason for the name under which the item was found: an item has as many lines as names.
NAME_MARK = "\ufffc"

_COMPUTED = ("link", "event_actor", "event_place", "event_claim", "event", "control", "toll", "source")
_READ = (
    *_COMPUTED,
    "claim",
    "sentence_vector",
    "evidence",
    "place",
    "document",
    "note",
    "item",
    "sighting",
    "left_out",
)


def day(value: date | None) -> str | None:
    """A day as it stands in the tables."""
    return None if value is None else value.isoformat()


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Adds rows that have one value for each column of the table."""
    found = list(rows)
    if found:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)


def add_outcome(connection: sqlite3.Connection, outcome: Outcome) -> None:
    """One item with its completion mark; an item that is marked already is left as it is."""
    if connection.execute("SELECT 1 FROM item WHERE key = ?", (outcome.key,)).fetchone():
        return
    if outcome.document is not None:
        _add_document(connection, outcome, outcome.document)
    elif outcome.left_out is not None:
        reason = marked(outcome.left_out.detail, outcome.uri)
        insert(connection, "item", [(outcome.key, "left_out", None, outcome.left_out.reason, reason)])
    _add_notes(connection, outcome.key, outcome.uri, outcome.notes)


def redate(connection: sqlite3.Connection, redated: Redated) -> None:
    """Gives a document its day by the collection and the claims that rest on it."""
    document = redated.document
    published = document.published
    connection.execute("DELETE FROM claim WHERE document = ?", (document.id,))
    connection.execute(
        "UPDATE document SET published = ?, first = ?, last = ? WHERE id = ?",
        (to_json(published), day(published.start), day(published.end), document.id),
    )
    add_claims(connection, redated.claims)
    key = connection.execute("SELECT key FROM document WHERE id = ?", (document.id,)).fetchone()["key"]
    _add_notes(connection, key, document.uri, redated.notes)


def add_claims(connection: sqlite3.Connection, claims: Iterable[Claim]) -> None:
    """Claims with the rows by which they are found; numbered here, as SQLite itself would number them."""
    last = connection.execute("SELECT coalesce(max(number), 0) FROM claim").fetchone()[0]
    numbered = list(enumerate(claims, start=last + 1))
    insert(connection, "claim", (_claim_row(number, claim) for number, claim in numbered))
    insert(connection, "claim_actor", (row for numbers in numbered for row in _claim_actors(*numbers)))
    insert(connection, "claim_place", (row for numbers in numbered for row in _claim_places(*numbers)))
    insert(connection, "claim_count", (row for numbers in numbered for row in _claim_counts(*numbers)))


def replace_story(connection: sqlite3.Connection, story: Reckoning, places: Iterable[KnownPlace]) -> None:
    """Puts what was worked out now in the place of what was worked out before."""
    forget_story(connection)
    insert(connection, "place", ((place.id, place.name, place.within) for place in places))
    insert(connection, "event", (_event_row(one, story.reasons.get(one.id, ())) for one in story.events))
    insert(connection, "event_claim", ((one.id, claim) for one in story.events for claim in one.claims))
    insert(connection, "event_actor", (row for one in story.events for row in _event_actors(one)))
    insert(connection, "event_place", (row for one in story.events for row in _event_places(one)))
    insert(connection, "control", _numbered(map(_control_row, story.control)))
    insert(connection, "toll", _numbered(map(_toll_row, story.tolls)))
    insert(connection, "source", ((source.id, source.name, to_json(source)) for source in story.sources))
    links = ((link.a, link.b, link.score, to_json(list(link.reasons))) for link in story.links)
    insert(connection, "link", links)
    connection.execute("DELETE FROM former_event WHERE id IN (SELECT id FROM event)")


def forget_story(connection: sqlite3.Connection) -> None:
    """Empties the tables that are worked out from all claims; of the events it stays known which claims they had."""
    connection.execute(_FORMER)
    for table in (*_COMPUTED, "place"):
        connection.execute(f"DELETE FROM {table}")


def forget_reading(connection: sqlite3.Connection) -> None:
    """Empties everything that a build can make again; people's judgements stay."""
    for table in _READ:
        connection.execute(f"DELETE FROM {table}")


def marked(detail: str, uri: str) -> str:
    """The line with a mark where it names the item, so that it can be said of each name of the item."""
    return re.sub(rf"(?<!\w){re.escape(uri)}(?!\w)", NAME_MARK, detail) if uri else detail


def unmarked(left_out: LeftOut) -> LeftOut:
    """The line as it was said, for the name under which the item was found."""
    return LeftOut(left_out.uri, left_out.reason, left_out.detail.replace(NAME_MARK, left_out.uri))


def _add_document(connection: sqlite3.Connection, outcome: Outcome, document: Document) -> None:
    published = to_json(document.published)
    connection.execute(
        "INSERT INTO document (id, key, sha256, captured, language, title, outlet, own, published,"
        " first, last, segments, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id, outcome.key, document.sha256, document.captured, document.language, document.title,
            document.outlet, published, published, day(document.published.start), day(document.published.end),
            to_json(document.segments), document.text,
        ),
    )  # fmt: skip
    insert(connection, "item", [(outcome.key, "read", document.id, None, None)])
    insert(connection, "evidence", [(document.id, outcome.evidence)])
    insert(connection, "sentence_vector", ((document.id, *found) for found in outcome.vectors.items()))
    add_claims(connection, outcome.claims)


def _claim_row(number: int, claim: Claim) -> tuple[Any, ...]:
    days = day(claim.when.start), day(claim.when.end)
    found_by = claim.type, claim.realis, claim.voice, claim.phase, *days, claim.confidence
    return number, claim.id, claim.document, *found_by, claim.sentence.text, to_json(claim)


def _add_notes(connection: sqlite3.Connection, key: str, uri: str, notes: Iterable[LeftOut]) -> None:
    rows = {(key, note.reason, marked(note.detail, uri)) for note in notes}
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?, ?)", sorted(rows))


def _claim_actors(number: int, claim: Claim) -> Iterator[tuple[Any, ...]]:
    slots: tuple[tuple[str, Sequence[Party | Speaker]], ...] = (
        ("actor", claim.actors), ("target", claim.targets), ("speaker", claim.attribution),
    )  # fmt: skip
    for role, named in slots:
        for position, one in enumerate(named):
            yield number, role, position, one.id, one.name


def _claim_places(number: int, claim: Claim) -> Iterator[tuple[Any, ...]]:
    for position, place in enumerate(claim.places):
        yield number, position, place.id, place.name


def _claim_counts(number: int, claim: Claim) -> Iterator[tuple[Any, ...]]:
    for position, count in enumerate(claim.counts):
        yield number, position, count.what, count.who, count.low, count.high, int(count.cumulative)


def _event_row(event: Event, reasons: Sequence[str]) -> tuple[Any, ...]:
    days = day(event.when.start), day(event.when.end)
    return event.id, event.type, *days, event.grade, json.dumps(list(reasons)), to_json(event)


def _event_actors(event: Event) -> list[tuple[str, str | None, str]]:
    parties = {(event.id, party.id, party.name) for party in (*event.actors, *event.targets)}
    return sorted(parties, key=str)


def _event_places(event: Event) -> list[tuple[str, str | None, str]]:
    return sorted({(event.id, place.id, place.name) for place in event.places}, key=str)


def _control_row(control: Control) -> tuple[Any, ...]:
    place, holder = control.place, control.holder
    days = day(control.since), day(control.until)
    return place.id, place.name, holder.id, holder.name, *days, to_json(control)


def _toll_row(toll: Toll) -> tuple[Any, ...]:
    return toll.scope, toll.what, day(toll.since), day(toll.until), toll.source, to_json(toll)


def _numbered(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows in the order of their records' text, so that the numbers are the same in every run."""
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[-1])), start=1):
        yield number, *row
