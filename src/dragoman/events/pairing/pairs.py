"""Candidate pairs of claims, blocked in SQL: only claims that share a key, a story and a time are ever
compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.events.ground import Ground
from dragoman.events.linking.linker import Pairs
from dragoman.events.linking.weights import weights
from dragoman.events.pairing.blocks import BUCKET_DAYS, ENDLESS, Keys
from dragoman.events.pairing.census import Census

if TYPE_CHECKING:
    import duckdb

# So many narrowed blocks are named one by one; the rest are counted.
_NAMED_BLOCKS = 10
# So many tellings begin in one slice of time, whose pairs are held at once.
_SLICE = 30_000


class Candidates:
    """The pairs that are worth a comparison, slice by slice of time; `notes` tells of the blocks that were narrowed,
    once all slices were read.

    A pair stands in one slice once, and in several only if it meets for want of a day or by its words, too.
    """

    def __init__(self, census: Census, ground: Ground) -> None:
        self._keys = Keys(census, ground)
        self._limits = {"block": weights().limit("block"), "window": weights().limit("window")}
        self._narrowed: list[tuple[int, str, str, int | None]] = []

    def slices(self) -> Iterator[Pairs]:
        """The pairs, in columns."""
        keys = self._keys
        packing = {"stories": len(keys.stories), "parts": keys.parts}
        with _connect() as database:
            for name, columns in keys.tables.items():
                database.register("columns", columns)
                database.execute(f"CREATE TABLE {name} AS SELECT * FROM columns")
            database.execute(_query("timeless"), {"copied": keys.copied, "parts": keys.parts})
            yield self._pairs(database, None)
            for since, until in self._spans():
                span = {"since": since, "until": until, "none": keys.none, "who": keys.who}
                database.execute(_query("dated"), span | packing)
                yield self._pairs(database, since)

    def _pairs(self, database: duckdb.DuckDBPyConnection, since: int | None) -> Pairs:
        for block, size in database.execute(_query("narrowed"), {"block": self._limits["block"]}).fetchall():
            self._narrowed.append((-size, *self._named(block, since)))
        found = database.execute(_query("pairs"), self._limits).fetchnumpy()
        return found["one"].astype(np.int32), found["other"].astype(np.int32)

    def _spans(self) -> Iterator[tuple[int, int]]:
        """The first and last eight days of each slice; claims of endless days have a slice of their own."""
        telling = self._keys.tables["telling"]
        begins, counts = np.unique(telling["begins"][telling["dated"]], return_counts=True)
        since, held = None, 0
        for bucket, count in zip(begins.tolist(), counts.tolist(), strict=True):
            if since is not None and (held + count > _SLICE or since == ENDLESS):
                yield since, bucket - 1
                since, held = None, 0
            since, held = bucket if since is None else since, held + count
        if since is not None:
            yield since, int(telling["ends"].max())

    def _named(self, block: int, since: int | None) -> tuple[str, str, int | None]:
        """A block's key in words, its story, and its first day."""
        block, sign = divmod(block, self._keys.parts)
        block, place = divmod(block, self._keys.parts)
        bucket, story = divmod(block, len(self._keys.stories))
        day = None if since is None or since < 0 else (since + bucket) * BUCKET_DAYS
        return self._keys.name(place, sign), self._keys.stories[story], day

    @property
    def notes(self) -> Iterator[str]:
        """What was cut short: blocks that are too large for all of their pairs, the largest first."""
        capped = sorted(self._narrowed, key=lambda block: (*block[:3], block[3] or 0))
        for size, key, story, day in capped[:_NAMED_BLOCKS]:
            yield (
                f"linking: {-size} claims share the block “{key}” ({story}, {_week(day)}); "
                f"each was compared with its {self._limits['window']} nearest by day, type and party only"
            )
        if len(capped) > _NAMED_BLOCKS:
            yield f"linking: {len(capped) - _NAMED_BLOCKS} smaller blocks were narrowed in the same way"


def _connect() -> duckdb.DuckDBPyConnection:
    import duckdb  # here, so that `dragoman --version` need not wait for it

    return duckdb.connect(":memory:", config={"threads": 2})


@cache
def _query(name: str) -> str:
    return (files("dragoman.events.pairing") / f"{name}.sql").read_text("utf-8")


def _week(day: int | None) -> str:
    return "any time" if day is None else f"eight days from {date.fromordinal(day)}"
