"""Events and claims as a screen shows them: the contract's record and what a reader needs beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman.chronology import Reports as Known
from dragoman.chronology import Teller, Telling
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_plain
from dragoman.model import Claim, Event
from dragoman.views.columns import Column
from dragoman.views.index import UNKNOWN, Index
from dragoman.views.pieces import pieces, slot_marks
from dragoman.views.question import NotFound
from dragoman.views.reports import Reports, brief
from dragoman.views.reviews import Reviews

# What is told of an event by itself, by its id.
Tales = dict[str, dict[str, Any]]


class Cards:
    """Makes cards of one ledger in one language; `tales` are those told before, which do not change with decisions."""

    def __init__(self, ledger: Ledger, index: Index, reviews: Reviews, teller: Teller, tales: Tales) -> None:
        self._ledger = ledger
        self._index = index
        self._reviews = reviews
        self._teller = teller
        self._tales = tales
        self._known = Known(ledger)

    def events(self, ids: Sequence[str], telling: Telling | None = None) -> list[dict[str, Any]]:
        """The cards of some events in this order.

        With a `telling` the numbers of sources go on from card to card; without one each card counts its own, and
        lists them in `sources`.
        """
        return [self._event(record, telling) for record in self._records("event", ids)]

    def claims(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """The cards of some claims in this order."""
        records = self._records("claim", ids)
        reports = Reports(self._ledger, {record["document"] for record in records})
        return [self._claim(record, reports) for record in records]

    def event(self, id: str) -> dict[str, Any]:
        """One event; NotFound where the ledger does not have it."""
        return self._one("event", self.events([id]), id)

    def claim(self, id: str) -> dict[str, Any]:
        """One claim; NotFound where the ledger does not have it."""
        return self._one("claim", self.claims([id]), id)

    def _one(self, kind: str, found: list[dict[str, Any]], id: str) -> dict[str, Any]:
        if not found:
            raise NotFound(f"there is no {kind} {id}")
        return found[0]

    def _records(self, table: str, ids: Sequence[str]) -> list[dict[str, Any]]:
        sql = f"SELECT id, record FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
        found = {row["id"]: row["record"] for row in self._ledger.rows(sql, json.dumps(ids))}
        return [json.loads(found[one]) for one in ids if one in found]

    def _event(self, record: dict[str, Any], telling: Telling | None) -> dict[str, Any]:
        row = self._index.events.row_of.get(record["id"], UNKNOWN)
        return {
            **record,
            **(self._tale(record) if telling is None else _told(record, telling)),
            "reports": self._reports(row),
            "languages": _keys(self._index.events.columns["language"], row),
            "review": self._reviews.of_event(record["id"], record["claims"]),
        }

    def _tale(self, record: dict[str, Any]) -> dict[str, Any]:
        """What is told of an event by itself, with its own list of sources."""
        if record["id"] not in self._tales:
            own = self._teller.telling(self._ledger, self._known)
            self._tales[record["id"]] = {**_told(record, own), "sources": list(own.sources())}
        return self._tales[record["id"]]

    def _reports(self, event: int) -> int:
        """How many documents tell an event."""
        return len(set(self._index.reports[self._index.claims_of(event)].tolist())) if event != UNKNOWN else 0

    def _claim(self, record: dict[str, Any], reports: Reports) -> dict[str, Any]:
        claim = from_plain(Claim, record)
        report = reports[claim.document]
        before, after = reports.neighbours(claim)
        marks = list(slot_marks(claim, claim.sentence.text, claim.sentence.start))
        cut = pieces(report.text, claim.sentence.start, claim.sentence.end, marks)
        return {
            **record,
            "report": brief(report),
            "pieces": [{"text": text, "slots": list(slots)} for text, slots in cut],
            "before": before,
            "after": after,
            "event": self._event_of(claim.id),
            "says": self._says(claim, report.outlet),
            "corrections": self._reviews.corrections(claim.id),
            "rejected": self._reviews.rejection(claim.id),
        }

    def _event_of(self, claim: str) -> str | None:
        row = self._index.claims.row_of.get(claim, UNKNOWN)
        event = int(self._index.event_of[row]) if row != UNKNOWN else UNKNOWN
        return self._index.events.ids[event] if event != UNKNOWN else None

    def _says(self, claim: Claim, outlet: str | None) -> str | None:
        """The innermost speaker by name, else the outlet."""
        if claim.attribution and claim.attribution[-1].name:
            speaker = claim.attribution[-1]
            return self._teller.naming.name(speaker.id, speaker.name)
        return outlet


def _told(record: dict[str, Any], telling: Telling) -> dict[str, Any]:
    entry = telling.entry(from_plain(Event, record))
    return {"sentence": entry.sentence, "cited": entry.cited, "remarks": list(entry.remarks), "sources": []}


def _keys(column: Column, row: int) -> list[str]:
    return sorted(value.key for value in column.of_row(row)) if row != UNKNOWN else []
