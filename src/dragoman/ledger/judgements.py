"""What people decided about claims and events: rows that are only ever added and survive every new build."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import QueryError
from dragoman.ledger import connection as files
from dragoman.ledger.store import Ledger

# The verdict of a row that only takes back the one that it supersedes.
UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by one person; `time` is the caller's: the ledger itself never asks what time it is."""

    id: int
    kind: str
    subject: str
    object: str | None
    verdict: str
    value: Any
    user: str
    time: datetime
    reason: str
    supersedes: int | None


def judge(
    ledger: Ledger,
    *,
    kind: str,
    subject: str,
    verdict: str,
    user: str,
    time: datetime,
    reason: str,
    object: str | None = None,
    value: Any = None,
    supersedes: int | None = None,
    unless: Callable[[], None] | None = None,
) -> Judgement:
    """Adds a judgement, as `same` of two claims or `corrected` of a slot, and gives it back with its number.

    `unless` is asked while nobody else can write; what it raises keeps the judgement out.
    """
    held = json.dumps(value, ensure_ascii=False, sort_keys=True)
    row = (kind, subject, object, verdict, held, user, time.isoformat(), reason, supersedes)
    with files.plainly(ledger.path), files.transaction(ledger.connection):
        _expect_known(ledger, supersedes)
        if unless is not None:
            unless()
        number = ledger.connection.execute(
            "INSERT INTO judgement (kind, subject, object, verdict, value, user, time, reason, supersedes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        ).lastrowid
    assert number is not None
    return Judgement(number, kind, subject, object, verdict, value, user, time, reason, supersedes)


def judgements(ledger: Ledger, *, standing: bool = True) -> Iterator[Judgement]:
    """The judgements in the order in which they were made; `standing` leaves out what was superseded or taken back.

    To undo an undoing lets the first judgement stand again.
    """
    rows = [_judgement(row) for row in ledger.rows("SELECT * FROM judgement ORDER BY id")]
    return _standing(rows) if standing else iter(rows)


def last_judgement(ledger: Ledger) -> int:
    """The greatest number of a judgement; 0 where there is none."""
    return int(next(ledger.rows("SELECT coalesce(max(id), 0) FROM judgement"))[0])


def _standing(rows: Sequence[Judgement]) -> Iterator[Judgement]:
    """A row supersedes only earlier ones, so the last one always stands."""
    gone: set[int | None] = set()
    kept: list[Judgement] = []
    for one in reversed(rows):
        if one.id not in gone:
            gone.add(one.supersedes)
            kept.append(one)
    return (one for one in reversed(kept) if one.verdict != UNDONE)


def _expect_known(ledger: Ledger, supersedes: int | None) -> None:
    if supersedes is not None and not list(ledger.rows("SELECT 1 FROM judgement WHERE id = ?", supersedes)):
        raise QueryError(f"there is no judgement {supersedes} in {ledger.path} that could be superseded")


def _judgement(row: sqlite3.Row) -> Judgement:
    values = dict(row)
    values["value"] = json.loads(values["value"])
    values["time"] = datetime.fromisoformat(values["time"])
    return Judgement(**values)
