"""The proof of a ledger: every span, hash, id, value and reference, one line for each that does not hold."""

from __future__ import annotations

import dataclasses
import os
import re
import sqlite3
import typing
from collections.abc import Hashable, Iterable, Iterator
from contextlib import closing
from functools import cache
from typing import Any

from dragoman import model
from dragoman.ledger.connection import BUSY_SECONDS, plainly
from dragoman.ledger.store import Ledger
from dragoman.model import Claim, Document, Event, short_id

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{12}")
_FLAGS = frozenset(
    {"hearsay", "weekday_conflict", "concession", "translated_name", "ambiguous_actor", "ambiguous_place"}
)
_MIRRORED = (
    ("claim", "document", "$.document"), ("claim", "type", "$.type"), ("claim", "realis", "$.realis"),
    ("claim", "voice", "$.voice"), ("claim", "phase", "$.phase"), ("claim", "first", "$.when.start"),
    ("claim", "last", "$.when.end"), ("claim", "sentence", "$.sentence.text"), ("event", "type", "$.type"),
    ("event", "grade", "$.grade"), ("event", "first", "$.when.start"), ("event", "last", "$.when.end"),
)  # fmt: skip
_LOST_CLAIMS = """
SELECT id FROM event
WHERE (SELECT json_group_array(claim) FROM (SELECT claim FROM event_claim WHERE event = id ORDER BY claim))
   <> (SELECT json_group_array(value) FROM (SELECT value FROM json_each(record, '$.claims') ORDER BY value))
ORDER BY id
"""


def check(ledger: Ledger) -> list[str]:
    """One line for each thing in the ledger that is not as it must be; none where all holds."""
    problems = list(_database(ledger))
    return problems or [*_columns(ledger), *_records(ledger), *_story(ledger)]


def _database(ledger: Ledger) -> Iterator[str]:
    """What SQLite itself says: pages, foreign keys, and the word indexes beside their tables."""
    for row in ledger.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"database: {row[0]}"
    for row in ledger.rows("PRAGMA foreign_key_check"):
        yield f"database: a row of {row['table']} points to a row of {row['parent']} that is not there"
    for index in ("claim_words", "document_words"):
        yield from _index(ledger, index)


def _index(ledger: Ledger, index: str) -> Iterator[str]:
    """Whether a word index is in step with its table; FTS5 checks itself only where it may write."""
    table = index.removesuffix("_words")
    counts = [next(ledger.rows(f"SELECT count(*) FROM {one}"))[0] for one in (table, f"{index}_docsize")]
    if counts[0] != counts[1]:
        yield f"{index}: the word index has {counts[1]} rows for {counts[0]} of {table}"
    if os.access(ledger.path, os.W_OK):
        yield from _index_content(ledger, index)


def _index_content(ledger: Ledger, index: str) -> Iterator[str]:
    """FTS5 compares an index with its table by a command that has the form of a write and changes nothing."""
    with plainly(ledger.path), closing(sqlite3.connect(ledger.path, timeout=BUSY_SECONDS)) as connection:
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            yield f"{index}: the word index does not agree with its table"


def _columns(ledger: Ledger) -> Iterator[str]:
    """Columns by which records are found, where they say something else than the record."""
    for table, column, path in _MIRRORED:
        sql = f"SELECT id FROM {table} WHERE {column} IS NOT json_extract(record, ?) ORDER BY id"
        for row in ledger.rows(sql, path):
            yield f"{table} {row['id']}: the column {column} is not what the record says"
    for row in ledger.rows(_LOST_CLAIMS):
        yield f"event {row['id']}: its rows of claims are not what the record says"


def _records(ledger: Ledger) -> Iterator[str]:
    """Documents one by one, each with the claims that rest on it."""
    places = {row["id"] for row in ledger.rows("SELECT id FROM place")}
    rows = ledger.rows("SELECT document, key FROM item WHERE document IS NOT NULL")
    keys = {row["document"]: row["key"] for row in rows}
    for document in ledger.documents():
        yield from _document(document, keys.get(document.id))
        for claim in ledger.claims_of(document.id):
            yield from _claim(claim, document, places if ledger.complete else None)


def _document(document: Document, key: str | None) -> Iterator[str]:
    where = f"document {document.id}"
    if document.uri is None:
        yield f"{where}: no name is known under which it was found"
    if key is None or document.id != short_id("d", key):
        yield f"{where}: the id is not the hash of the item {key}"
    if not _SHA256.fullmatch(document.sha256):
        yield f"{where}: sha256 is not 64 hexadecimal digits: {document.sha256!r}"
    yield from (f"{where}: {problem}" for problem in enum_problems(document))
    yield from (f"{where}: {problem}" for problem in _segments(document))


def _segments(document: Document) -> Iterator[str]:
    reached = 0
    for segment in document.segments:
        if not reached <= segment.start < segment.end <= len(document.text):
            where = f"{segment.role} {segment.start}–{segment.end}"
            yield f"the segment {where} overlaps another or leaves the text"
        reached = max(reached, segment.end)


def _claim(claim: Claim, document: Document, places: set[str] | None) -> Iterator[str]:
    where = f"claim {claim.id}"
    if not (claim.id.startswith("c_") and _ID.fullmatch(claim.id[2:])):
        yield f"{where}: the id is not c_ and 12 hexadecimal digits"
    if not 0.0 <= claim.confidence <= 1.0:
        yield f"{where}: confidence {claim.confidence} is not between 0 and 1"
    for flag in sorted(set(claim.flags) - _FLAGS):
        yield f"{where}: unknown flag {flag!r}"
    yield from (f"{where}: {problem}" for problem in enum_problems(claim))
    yield from (f"{where}: {problem}" for problem in span_problems(claim, document.text))
    yield from (f"{where}: {problem}" for problem in _days(claim.when))
    for place in claim.places:
        if places is not None and place.within is not None and place.within not in places:
            yield f"{where}: {place.name} lies within {place.within}, which no pack knows"


def span_problems(claim: Claim, text: str) -> Iterator[str]:
    """The slots of a claim whose words are not those that stand at their offsets in the text."""
    for slot, words, start, end in _spans(claim):
        if not 0 <= start < end <= len(text) or text[start:end] != words:
            yield f"{slot}: {words!r} does not stand at {start}–{end}"


def _spans(claim: Claim) -> Iterator[tuple[str, str, int, int]]:
    slots: tuple[tuple[str, Iterable[Any]], ...] = (
        ("sentence", (claim.sentence,)), ("trigger", (claim.trigger,)), ("actors", claim.actors),
        ("targets", claim.targets), ("places", claim.places), ("counts", claim.counts),
        ("attribution", claim.attribution),
    )  # fmt: skip
    for slot, spans in slots:
        for span in spans:
            yield slot, span.text, span.start, span.end
    when = claim.when
    if when.text is not None:
        yield "when", when.text, -1 if when.span_start is None else when.span_start, when.span_end or -1


def _days(when: model.When) -> Iterator[str]:
    if when.start is not None and when.end is not None and when.end < when.start:
        yield f"when: it ends on {when.end}, before it starts on {when.start}"


def enum_problems(record: Any) -> Iterator[str]:
    """The fields of a record, and of those within it, whose value is not one that the contract lists."""
    for name, allowed in _fields(typing.cast(Hashable, type(record))):
        value = getattr(record, name)
        if allowed and value not in allowed:
            yield f"{name}: {value!r} is not one of {', '.join(map(str, allowed))}"
        for inner in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(inner):
                yield from (f"{name}.{problem}" for problem in enum_problems(inner))


@cache
def _fields(kind: Any) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """The fields of a kind of record, each with the values that it may have (none: any)."""
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _allowed(hints[field.name])) for field in dataclasses.fields(kind))


def _allowed(hint: Any) -> tuple[Any, ...]:
    """The values of a Literal, with None where the hint allows it; empty for all other hints."""
    if typing.get_origin(hint) is typing.Literal:
        return typing.get_args(hint)
    inner = [one for one in typing.get_args(hint) if typing.get_origin(one) is typing.Literal]
    return (*typing.get_args(inner[0]), None) if inner else ()


def _story(ledger: Ledger) -> Iterator[str]:
    """Events, control and tolls: ids, values, and claims that are there."""
    claims = {row["id"] for row in ledger.rows("SELECT id FROM claim")}
    events = {event.id for event in ledger.events()}
    for event in ledger.events():
        yield from _event(event, claims)
    for name, computed in (("control", ledger.control()), ("toll", ledger.tolls())):
        for record in computed:
            yield from _references(name, record.claims, claims)
            yield from (f"{name}: {problem}" for problem in enum_problems(record))
    for toll in ledger.tolls():
        if toll.scope.startswith("e_") and toll.scope not in events:
            yield f"toll: the event {toll.scope} is not there"


def _event(event: Event, claims: set[str]) -> Iterator[str]:
    where = f"event {event.id}"
    if event.id != short_id("e", *sorted(event.claims)):
        yield f"{where}: the id is not the hash of its claims"
    held = [claim for d in event.disagreements for value in d.values for claim in value.claims]
    counted = [claim for count in event.counts for source in count.by_source for claim in source.claims]
    yield from _references(where, event.claims, claims)
    yield from _references(where, (*held, *counted), set(event.claims))
    yield from (f"{where}: {problem}" for problem in enum_problems(event))
    yield from (f"{where}: {problem}" for problem in _days(event.when))


def _references(where: str, wanted: Iterable[str], known: set[str]) -> Iterator[str]:
    for claim in sorted(set(wanted) - known):
        yield f"{where}: the claim {claim} is not there"
