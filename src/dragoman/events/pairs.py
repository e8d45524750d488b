"""Candidate pairs of claims, blocked in SQL: only claims that share a key, a story and a time are ever
compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.events.blocks import ANY_TIME, BUCKET_DAYS, Block, Members, blocks, reach
from dragoman.events.ground import Ground
from dragoman.events.tellings import Telling
from dragoman.events.weights import weights
from dragoman.vocabulary import likenesses

if TYPE_CHECKING:
    import duckdb

# So many narrowed blocks are named one by one; the rest are counted.
_NAMED_BLOCKS = 10


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of telling numbers, each once and in order, and notes on the blocks that were narrowed."""

    pairs: tuple[tuple[int, int], ...]
    notes: tuple[str, ...]


def candidates(tellings: Sequence[Telling], copies: Mapping[str, int], ground: Ground) -> Candidates:
    """The pairs that are worth a comparison; `copies` numbers the groups of near-equal sentences by claim
    id.
    """
    limits = {"block": weights().limit("block"), "window": weights().limit("window")}
    met = blocks(tellings, copies, ground)
    with _connect() as database:
        _fill(database, tellings, met.values())
        query = (files("dragoman.events") / "pairs.sql").read_text("utf-8")
        found = database.execute(query, limits).fetchall()
    return Candidates(tuple(found), tuple(_notes(met, **limits)))


def _connect() -> duckdb.DuckDBPyConnection:
    import duckdb  # here, so that `dragoman --version` need not wait for it

    # One thread: the order of rows within equal sort keys never varies, and workers have the other cores.
    return duckdb.connect(":memory:", config={"threads": 1})


def _fill(database: duckdb.DuckDBPyConnection, tellings: Iterable[Telling], met: Iterable[Members]) -> None:
    """The tables of pairs.sql: tellings, the members of blocks, and the types that may tell one happening."""
    told = ((t.number, t.kind.name, t.first, t.last, reach(t), " ".join(sorted(t.doers))) for t in tellings)
    columns = "number INTEGER, kind VARCHAR, first INTEGER, last INTEGER, reach INTEGER, who VARCHAR"
    _table(database, f"telling({columns})", zip(*told, strict=True))
    _table(database, "member(block INTEGER, number INTEGER, first BOOLEAN, wanting BOOLEAN)", _columns(met))
    _table(database, "likeness(one VARCHAR, other VARCHAR)", zip(*sorted(likenesses()), strict=True))


def _columns(met: Iterable[Members]) -> Iterator[Sequence[Any]]:
    """The members of all blocks, column by column; blocks are numbered as they come."""
    held = list(met)
    yield [block for block, members in enumerate(held) for _ in members.numbers]
    yield [number for members in held for number in members.numbers]
    yield [first for members in held for first in members.first]
    yield [wanting for members in held for wanting in members.wanting]


def _table(database: duckdb.DuckDBPyConnection, head: str, columns: Iterable[Sequence[Any]]) -> None:
    """Creates a table and fills it column by column out of JSON, ten times as fast as out of lists."""
    name, _, named = head.partition("(")
    kinds = [column.split()[1] for column in named.rstrip(")").split(", ")]
    database.execute(f"CREATE TABLE {head}")
    filled = [json.dumps(column) for column in columns]
    if filled:
        selected = ", ".join(f"unnest(from_json(?, '[\"{kind}\"]'))" for kind in kinds)
        database.execute(f"INSERT INTO {name} SELECT {selected}", filled)


def _notes(met: Mapping[Block, Members], block: int, window: int) -> Iterator[str]:
    """What was cut short: blocks that are too large for all of their pairs, the largest first."""
    large = ((len(members.numbers), key) for key, members in met.items() if len(members.numbers) > block)
    capped = sorted(large, key=lambda found: (-found[0], found[1]))
    for size, (key, story, bucket) in capped[:_NAMED_BLOCKS]:
        yield (
            f"linking: {size} claims share the block “{key}” ({story}, {_week(bucket)}); "
            f"each was compared with its {window} nearest by day, type and party only"
        )
    if len(capped) > _NAMED_BLOCKS:
        yield f"linking: {len(capped) - _NAMED_BLOCKS} smaller blocks were narrowed in the same way"


def _week(bucket: int) -> str:
    return "any time" if bucket <= ANY_TIME else f"eight days from {date.fromordinal(bucket * BUCKET_DAYS)}"
