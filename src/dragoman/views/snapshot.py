"""Many rows of a ledger at once: as tuples, of one state, with the garbage collector at rest."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dragoman.ledger import Ledger
from dragoman.ledger.connection import plainly


class Snapshot:
    """A ledger as it was at one moment, whatever is written meanwhile."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self._cursor.execute(sql).fetchall()

    def columns(self, sql: str, width: int) -> list[tuple[Any, ...]]:
        """All rows of a query, column by column."""
        return list(zip(*self.rows(sql), strict=True)) or [()] * width


@contextmanager
def snapshot(ledger: Ledger) -> Iterator[Snapshot]:
    """The ledger as it is now, for as long as the block lasts."""
    collecting = gc.isenabled()
    gc.disable()
    with plainly(ledger.path):
        cursor = ledger.connection.cursor()
        cursor.row_factory = None
        begun = not ledger.connection.in_transaction
        if begun:
            cursor.execute("BEGIN")
        try:
            yield Snapshot(cursor)
        finally:
            if begun:
                cursor.execute("ROLLBACK")
            if collecting:
                gc.enable()
