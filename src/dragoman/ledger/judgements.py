"""What people decided about claims and events: rows that are only ever added and survive every new build."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import QueryError
from dragoman.ledger import connection as files
from dragoman.ledger.store import Ledger

# Of two claims: whether they tell one happening.
PAIR, SAME, DIFFERENT, UNSURE = "pair", "same", "different", "unsure"
_JUDGED_CLAIMS = "SELECT id FROM claim WHERE id IN (SELECT subject FROM judgement UNION SELECT object FROM judgement)"


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
) -> Judgement:
    """Adds a judgement, as `same` of two claims or `wrong` of a slot, and gives it back with its number."""
    held = json.dumps(value, ensure_ascii=False, sort_keys=True)
    row = (kind, subject, object, verdict, held, user, time.isoformat(), reason, supersedes)
    with files.plainly(ledger.path), files.transaction(ledger.connection):
        _expect_known(ledger, supersedes)
        number = ledger.connection.execute(
            "INSERT INTO judgement (kind, subject, object, verdict, value, user, time, reason, supersedes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        ).lastrowid
    assert number is not None
    return Judgement(number, kind, subject, object, verdict, value, user, time, reason, supersedes)


def judgements(ledger: Ledger, *, standing: bool = True) -> Iterator[Judgement]:
    """The judgements in the order in which they were made; `standing` leaves the superseded ones out."""
    superseded = "SELECT supersedes FROM judgement WHERE supersedes IS NOT NULL"
    condition = f"id NOT IN ({superseded})" if standing else "1"
    return map(_judgement, ledger.rows(f"SELECT * FROM judgement WHERE {condition} ORDER BY id"))


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """What people finally decided of two claims (`a` before `b`): whether they tell one happening."""

    a: str
    b: str
    same: bool


def judged_pairs(ledger: Ledger) -> Iterator[JudgedPair]:
    """The pairs on which somebody decided, each once, by id: the last word counts, `unsure` takes it back.

    Claims that the ledger no longer has are left out.
    """
    last: dict[tuple[str, str], str] = {}
    for one in judgements(ledger):
        if one.kind == PAIR and one.object is not None:
            last[min(one.subject, one.object), max(one.subject, one.object)] = one.verdict
    known = {row["id"] for row in ledger.rows(_JUDGED_CLAIMS)} if last else set()
    for (a, b), verdict in sorted(last.items()):
        if verdict != UNSURE and {a, b} <= known:
            yield JudgedPair(a, b, verdict == SAME)


def digest(pairs: Iterable[JudgedPair]) -> str:
    """A few letters that stand for these decisions: others where one of them changed."""
    return hashlib.sha256(repr([(pair.a, pair.b, pair.same) for pair in pairs]).encode()).hexdigest()[:16]


def _expect_known(ledger: Ledger, supersedes: int | None) -> None:
    if supersedes is not None and not list(ledger.rows("SELECT 1 FROM judgement WHERE id = ?", supersedes)):
        raise QueryError(f"there is no judgement {supersedes} in {ledger.path} that could be superseded")


def _judgement(row: sqlite3.Row) -> Judgement:
    values = dict(row)
    values["value"] = json.loads(values["value"])
    values["time"] = datetime.fromisoformat(values["time"])
    return Judgement(**values)
