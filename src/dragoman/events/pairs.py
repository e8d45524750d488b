"""Candidate pairs of claims, blocked in SQL: only claims that share a key, a story and a time are ever
compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.events.blocks import ANY_TIME, BUCKET_DAYS, REACH, keys
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
    with _connect() as database:
        _fill(database, tellings, copies, ground)
        limits = {"block": weights().limit("block"), "window": weights().limit("window")}
        found = database.execute(_query("pairs.sql"), limits).fetchall()
        capped = database.execute(_query("capped.sql"), {"block": limits["block"]}).fetchall()
    return Candidates(tuple(found), tuple(_notes(capped, limits["window"])))


def reach(telling: Telling) -> int:
    """How many days two tellings may lie apart and still be compared."""
    return weights().limit("lasting_gap") if telling.kind.lasting else REACH


def _connect() -> duckdb.DuckDBPyConnection:
    import duckdb  # here, so that `dragoman --version` need not wait for it

    # One thread: the order of rows within equal sort keys never varies, and workers have the other cores.
    return duckdb.connect(":memory:", config={"threads": 1})


def _fill(
    database: duckdb.DuckDBPyConnection,
    tellings: Sequence[Telling],
    copies: Mapping[str, int],
    ground: Ground,
) -> None:
    _table(
        database,
        "telling(number INTEGER, kind VARCHAR, first INTEGER, last INTEGER, reach INTEGER, who VARCHAR)",
        ((t.number, t.kind.name, t.first, t.last, reach(t), " ".join(sorted(t.doers))) for t in tellings),
    )
    _table(
        database,
        "keys(number INTEGER, key VARCHAR, story VARCHAR, bucket INTEGER, first_bucket INTEGER, "
        "wanting BOOLEAN)",
        (
            (key.number, key.key, key.story, key.bucket, key.first_bucket, key.wanting)
            for t in tellings
            for key in keys(t, copies.get(t.id), reach(t), ground)
        ),
    )
    _table(database, "likeness(one VARCHAR, other VARCHAR)", sorted(likenesses()))


def _table(database: duckdb.DuckDBPyConnection, head: str, rows: Iterable[Sequence[Any]]) -> None:
    """Creates a table and fills it column by column, which is a hundred times as fast as row by row."""
    name, _, columns = head.partition("(")
    types = [column.split()[1] for column in columns.rstrip(")").split(", ")]
    database.execute(f"CREATE TABLE {head}")
    filled = [list(column) for column in zip(*rows, strict=True)]
    if filled:
        selected = ", ".join(f"unnest(?::{kind}[])" for kind in types)
        database.execute(f"INSERT INTO {name} SELECT {selected}", filled)


def _query(name: str) -> str:
    return (files("dragoman.events") / name).read_text("utf-8")


def _notes(capped: Sequence[tuple[str, str, int, int]], window: int) -> Iterator[str]:
    for key, story, bucket, size in capped[:_NAMED_BLOCKS]:
        yield (
            f"linking: {size} claims share the block “{key}” ({story}, {_week(bucket)}); "
            f"each was compared with its {window} nearest by day, type and party only"
        )
    if len(capped) > _NAMED_BLOCKS:
        yield f"linking: {len(capped) - _NAMED_BLOCKS} smaller blocks were narrowed in the same way"


def _week(bucket: int) -> str:
    return "any time" if bucket <= ANY_TIME else f"eight days from {date.fromordinal(bucket * BUCKET_DAYS)}"
