"""The first page: how much there is, from when to when, and what is told most."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import numpy as np

from dragoman import __version__
from dragoman.ledger import Ledger
from dragoman.views.columns import Column
from dragoman.views.index import Index
from dragoman.views.labels import Labels
from dragoman.views.search import Found, ranked


class Overview:
    """The figures of one ledger."""

    def __init__(self, ledger: Ledger, index: Index, labels: Labels) -> None:
        self._ledger = ledger
        self._index = index
        self._labels = labels
        self._meta = ledger.meta()

    def figures(self) -> dict[str, Any]:
        """What is counted over the whole ledger."""
        events = self._index.events
        everything = np.ones(len(events), dtype=bool)
        first, last = self._days()
        return {
            "ledger": self._ledger.path.name,
            "version": self._meta.get("version", __version__),
            "complete": self._ledger.complete,
            "theatres": json.loads(self._meta.get("theatres", "[]")),
            "documents": len(self._index.documents),
            "claims": len(self._index.claims),
            "events": len(events),
            "languages": self.languages(),
            "grades": self._counted(events.columns["grade"]),
            "types": ranked(events.columns["type"], everything, "type", self._labels.of),
            "first": first,
            "last": last,
            "voices": self._number("SELECT count(*) FROM source WHERE json_extract(record, '$.claims') > 0"),
            "contested": self._counted(events.columns["grade"]).get("contested", 0),
            "undated": self._number("SELECT count(*) FROM event WHERE first IS NULL AND last IS NULL"),
            "left_out": sum(1 for _ in self._ledger.left_out()),
            "notes": self.notes(),
        }

    def notes(self) -> list[str]:
        """What was cut short when the events were worked out."""
        notes: list[str] = json.loads(self._meta.get("notes", "[]"))
        return notes

    def languages(self) -> list[dict[str, Any]]:
        """How many documents there are in each language."""
        sql = "SELECT language, count(*) AS number FROM document GROUP BY 1 ORDER BY 2 DESC, 1"
        return [
            {"id": row["language"], "name": row["language"], "count": row["number"]} for row in self._ledger.rows(sql)
        ]

    def about(self) -> dict[str, Any]:
        """What made the ledger: facts for the pages on method and limits, whose words are the screen's."""
        known = {name: self._meta.get(name) for name in ("model", "packs", "judged", "run")}
        undated = self._number("SELECT count(*) FROM claim WHERE first IS NULL AND last IS NULL")
        unplaced = self._number("SELECT count(*) FROM claim_place WHERE id IS NULL")
        return {
            "version": self._meta.get("version", __version__),
            "theatres": json.loads(self._meta.get("theatres", "[]")),
            **known,
            "complete": self._ledger.complete,
            "method": ["claims", "words", "grades", "linking", "control", "tolls"],
            "limits": ["reports", "machine", "undated", "unresolved", "copies", "notes"],
            "undated_claims": undated,
            "unresolved_places": unplaced,
            "unresolved_actors": self._number("SELECT count(*) FROM claim_actor WHERE id IS NULL"),
            "left_out": sum(1 for _ in self._ledger.left_out()),
            "notes": self.notes(),
        }

    def _days(self) -> tuple[str | None, str | None]:
        sql = "SELECT min(coalesce(first, last)) AS first, max(coalesce(last, first)) AS last FROM event"
        row = next(self._ledger.rows(sql))
        return row["first"], row["last"]

    def _counted(self, column: Column) -> dict[str, int]:
        counts = column.counts(np.ones(column.length, dtype=bool))
        return {value.key: int(counts[code]) for code, value in sorted(enumerate(column.values.all), key=_by_key)}

    def _number(self, sql: str) -> int:
        number: int = next(self._ledger.rows(sql))[0]
        return number


def _by_key(found: tuple[int, Any]) -> str:
    return str(found[1].key)


def bins(found: Found) -> list[dict[str, Any]]:
    """How many events of each grade began on each day, whatever days are asked for."""
    table, grades = found.table, found.table.columns["grade"]
    rows = np.flatnonzero(found.any_day & (table.first != -1))
    days, at = np.unique(table.first[rows], return_inverse=True)
    width = max(len(grades.values.all), 1)
    counts = np.bincount(at * width + grades.codes[rows], minlength=len(days) * width).reshape(-1, width)
    names = [value.key for value in grades.values.all]
    return [
        _bin(int(day), dict(zip(names, line.tolist(), strict=False))) for day, line in zip(days, counts, strict=True)
    ]


def _bin(day: int, counts: dict[str, int]) -> dict[str, Any]:

    grades = ("single", "repeated", "corroborated", "conceded", "contested")
    return {"day": date.fromordinal(day).isoformat(), **{grade: counts.get(grade, 0) for grade in grades}}
