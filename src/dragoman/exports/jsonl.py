"""JSON lines: the data contract's own form, one record a line with its keys in the contract's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judgements
from dragoman.ledger.records import to_json


def files(ledger: Ledger) -> Iterator[tuple[str, Iterable[str]]]:
    """Every kind of record as a file of lines; people's decisions where there are any."""
    yield "documents.jsonl", lines(ledger.documents())
    yield "claims.jsonl", lines(ledger.claims())
    yield "events.jsonl", lines(ledger.events())
    yield "control.jsonl", lines(ledger.control())
    yield "tolls.jsonl", lines(ledger.tolls())
    yield "sources.jsonl", lines(ledger.sources())
    yield "left_out.jsonl", lines(ledger.left_out())
    if decided := tuple(judgements(ledger, standing=False)):
        yield "judgements.jsonl", lines(decided)


def lines(records: Iterable[Any]) -> Iterator[str]:
    """Records as lines of JSON."""
    return (to_json(record) + "\n" for record in records)
