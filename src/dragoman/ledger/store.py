"""The ledger as an object: opened, added to shard by shard, and read as streams of records by their ids."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from dragoman.errors import LedgerError
from dragoman.ledger import connection as files
from dragoman.ledger import writing
from dragoman.ledger.records import decoder, from_json, to_json
from dragoman.ledger.results import KnownPlace, Reckoning, ShardResult
from dragoman.model import Claim, Control, Document, Event, LeftOut, Published, Segment, Source, Toll

# Set while the events were worked out from every claim that is in the ledger.
COMPLETE = "complete"

_SEGMENTS = decoder(tuple[Segment, ...])

_LEFT_OUT = """
WITH
named AS (SELECT key, min(uri) AS uri FROM sighting GROUP BY key),
said (uri, reason, detail) AS (
    SELECT uri, reason, detail FROM left_out
    UNION ALL
    SELECT sighting.uri, item.reason, item.detail
    FROM item JOIN sighting USING (key) WHERE item.status = 'left_out'
    UNION ALL
    SELECT named.uri, note.reason, note.detail FROM note JOIN named USING (key)
    UNION ALL
    SELECT sighting.uri, 'duplicate', 'the same report as ' || named.uri
    FROM sighting JOIN named USING (key) JOIN item USING (key)
    WHERE item.status = 'read' AND sighting.uri <> named.uri
)
SELECT DISTINCT uri, reason, detail FROM said ORDER BY uri, reason, detail
"""
_EVIDENCE = """
SELECT json_replace(record, '$.uri', uri) AS record
FROM evidence JOIN named_document ON id = document
ORDER BY document
"""


class Ledger:
    """One ledger file. Readers never block each other; a writer adds whole shards or nothing of them."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def create(cls, path: str | Path) -> Ledger:
        """The ledger at this path for writing; made where there is none, brought to the newest schema."""
        return cls(Path(path), files.create(Path(path)))

    @classmethod
    def open(cls, path: str | Path) -> Ledger:
        """The ledger at this path for reading; raises LedgerError where there is none or it is not one."""
        return cls(Path(path), files.open_to_read(Path(path)))

    def close(self) -> None:
        """Ends the connection; SQLite folds its log into the file when the last one ends."""
        self.connection.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Writing

    def add(self, result: ShardResult, sightings: Iterable[tuple[str, str]] = (), run: int = 0) -> None:
        """Everything that one shard gave, with its completion marks, as one transaction.

        `sightings` are (key, uri) pairs: the names under which items were found in this run.
        """
        with files.plainly(self.path), files.transaction(self.connection):
            self._see(sightings, run)
            if result.outcomes or result.redated:
                self._forget_story()
            for outcome in result.outcomes:
                writing.add_outcome(self.connection, outcome)
            for redated in result.redated:
                writing.redate(self.connection, redated)

    def add_left_out(self, left_out: Iterable[LeftOut], run: int) -> None:
        """What was left out before it became an item."""
        with files.plainly(self.path), files.transaction(self.connection):
            self.connection.executemany(
                "INSERT INTO left_out VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET run = excluded.run",
                [(one.uri, one.reason, one.detail, run) for one in left_out],
            )

    def settle_left_out(self, run: int) -> None:
        """Forgets what earlier runs left out under a name that is found to be readable in this one."""
        with files.plainly(self.path), files.transaction(self.connection):
            readable = "SELECT uri FROM sighting WHERE run = ?"
            self.connection.execute(f"DELETE FROM left_out WHERE run < ? AND uri IN ({readable})", (run, run))

    def replace_story(self, story: Reckoning, places: Iterable[KnownPlace] = ()) -> None:
        """Events, control, tolls and sources as they follow from all claims now, as one transaction."""
        with files.plainly(self.path), files.transaction(self.connection):
            writing.replace_story(self.connection, story, places)
            self._set_meta({COMPLETE: "yes", "notes": to_json(list(story.notes))})

    def forget_reading(self) -> None:
        """Empties all that a build makes, for a build from the start; people's judgements stay."""
        with files.plainly(self.path), files.transaction(self.connection):
            writing.forget_reading(self.connection)
            self.connection.execute("DELETE FROM meta")

    def set_meta(self, values: Mapping[str, str]) -> None:
        """What the ledger says of itself: version, packs, options."""
        with files.plainly(self.path), files.transaction(self.connection):
            self._set_meta(values)

    # Reading

    def meta(self) -> dict[str, str]:
        """What the ledger says of itself, by name."""
        return {row["name"]: row["value"] for row in self.rows("SELECT name, value FROM meta ORDER BY name")}

    @property
    def complete(self) -> bool:
        """Whether the events follow from every claim; False after a build that did not come to its end."""
        return self.meta().get(COMPLETE) == "yes"

    def is_marked(self, key: str) -> bool:
        """Whether the item of this key was dealt with before."""
        return any(True for _ in self.rows("SELECT 1 FROM item WHERE key = ?", key))

    def documents(self) -> Iterator[Document]:
        """Every document, in the order of ids."""
        return map(document_of, self.rows("SELECT * FROM named_document ORDER BY id"))

    def document(self, document_id: str) -> Document:
        """One document; raises LedgerError where the ledger has none of this id."""
        for row in self.rows("SELECT * FROM named_document WHERE id = ?", document_id):
            return document_of(row)
        raise LedgerError(f"{self.path}: there is no document {document_id}")

    def own_published(self) -> Iterator[tuple[str, Published, Published]]:
        """For each document: its id, its publication day by its own evidence, and the one that it has now."""
        for row in self.rows("SELECT id, own, published FROM document ORDER BY id"):
            yield row["id"], from_json(Published, row["own"]), from_json(Published, row["published"])

    def evidence(self) -> Iterator[str]:
        """What each document says about its day, as JSON, in the order of document ids.

        A `uri` in it is the document's present one, so that reasons name the same report in every order.
        """
        return (row["record"] for row in self.rows(_EVIDENCE))

    def vector(self, document_id: str, start: int) -> bytes | None:
        """The packed vector of the sentence that begins there; None where the model read none."""
        sql = "SELECT vector FROM sentence_vector WHERE document = ? AND start = ?"
        return next((row["vector"] for row in self.rows(sql, document_id, start)), None)

    def claims(self) -> Iterator[Claim]:
        """Every claim, in the order of ids."""
        return self._records(Claim, "SELECT record FROM claim ORDER BY id")

    def claims_of(self, document_id: str) -> Iterator[Claim]:
        """The claims of one document, in the order of ids."""
        return self._records(Claim, "SELECT record FROM claim WHERE document = ? ORDER BY id", document_id)

    def events(self) -> Iterator[Event]:
        """Every event, in the order of ids."""
        return self._records(Event, "SELECT record FROM event ORDER BY id")

    def control(self) -> Iterator[Control]:
        """Every interval of control, in the order of its content."""
        return self._records(Control, "SELECT record FROM control ORDER BY number")

    def tolls(self) -> Iterator[Toll]:
        """Every toll, in the order of its content."""
        return self._records(Toll, "SELECT record FROM toll ORDER BY number")

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        return self._records(Source, "SELECT record FROM source ORDER BY id")

    def left_out(self) -> Iterator[LeftOut]:
        """What was not read, or read with a reservation, in the order of names."""
        for row in self.rows(_LEFT_OUT):
            yield writing.unmarked(LeftOut(row["uri"], row["reason"], row["detail"]))

    def rows(self, sql: str, *values: Any) -> Iterator[sqlite3.Row]:
        """The rows of a query, as they come."""
        with files.plainly(self.path):
            # Not `yield from`: it would close the cursor of a reader that stops early after we were closed.
            for row in self.connection.execute(sql, values):  # noqa: UP028
                yield row

    def _records(self, kind: type[Any], sql: str, *values: Any) -> Iterator[Any]:
        return (from_json(kind, row["record"]) for row in self.rows(sql, *values))

    def _see(self, sightings: Iterable[tuple[str, str]], run: int) -> None:
        self.connection.executemany(
            "INSERT INTO sighting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET run = excluded.run",
            [(key, uri, run) for key, uri in sightings],
        )

    def _forget_story(self) -> None:
        """New claims make the events wrong, so they go before the first new claim comes."""
        if self.complete:
            writing.forget_story(self.connection)
            self._set_meta({COMPLETE: "no"})

    def _set_meta(self, values: Mapping[str, str]) -> None:
        sql = "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        self.connection.executemany(sql, sorted(values.items()))


def document_of(row: sqlite3.Row) -> Document:
    """The document that stands in a row of `named_document`."""
    return Document(
        id=row["id"],
        uri=row["uri"],
        sha256=row["sha256"],
        captured=row["captured"],
        language=row["language"],
        title=row["title"],
        outlet=row["outlet"],
        published=from_json(Published, row["published"]),
        segments=_SEGMENTS(json.loads(row["segments"])),
        text=row["text"],
    )
