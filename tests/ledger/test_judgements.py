"""Judgements are added, superseded, and never changed; they outlive a new build."""

import sqlite3
from datetime import UTC, datetime

import pytest

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judge, judgements

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def test_the_last_word_stands(ledger: Ledger) -> None:
    first = judge(ledger, kind="link", subject="c_1", object="c_2", verdict="same", user="ana", time=NOON, reason="x")
    second = judge(
        ledger, kind="link", subject="c_1", object="c_2", verdict="different", user="ben", time=NOON,
        reason="other day", value={"day": "2016-10-28"}, supersedes=first.id,
    )  # fmt: skip
    assert list(judgements(ledger)) == [second]
    assert list(judgements(ledger, standing=False)) == [first, second]


def test_nothing_is_changed_or_deleted(ledger: Ledger) -> None:
    judge(ledger, kind="link", subject="c_1", verdict="same", user="ana", time=NOON, reason="x")
    for sql in ("UPDATE judgement SET verdict = 'no'", "DELETE FROM judgement"):
        with pytest.raises(sqlite3.IntegrityError, match="judgements are only ever added"):
            ledger.connection.execute(sql)


def test_only_what_is_there_is_superseded(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match="there is no judgement 9"):
        judge(ledger, kind="link", subject="c", verdict="same", user="ana", time=NOON, reason="x", supersedes=9)
    assert list(judgements(ledger)) == []


def test_a_rebuild_keeps_them(ledger: Ledger) -> None:
    kept = judge(ledger, kind="link", subject="c_1", verdict="same", user="ana", time=NOON, reason="x")
    ledger.forget_reading()
    assert list(ledger.claims()) == []
    assert list(judgements(ledger)) == [kept]
