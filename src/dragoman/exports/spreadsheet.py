"""CSV: one flat table for each kind of record, for spreadsheets and statistics.

A cell of words that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end)
gets an apostrophe in front, which spreadsheets hide. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dragoman.events.counted.deaths import deaths
from dragoman.exports import flat
from dragoman.exports.sides import ledger_ground
from dragoman.ledger import Ledger
from dragoman.model import Event

_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def files(ledger: Ledger) -> Iterator[tuple[str, Iterable[str]]]:
    """Every kind of record as a table."""
    yield "documents.csv", lines(ledger.documents(), flat.document_row, DOCUMENT)
    yield "claims.csv", lines(ledger.claims(), flat.claim_row, CLAIM)
    yield "events.csv", lines(ledger.events(), _with_deaths(ledger), (*EVENT, *flat.DEATHS))
    yield "control.csv", lines(ledger.control(), flat.control_row, CONTROL)
    yield "tolls.csv", lines(ledger.tolls(), flat.toll_row, TOLL)
    yield "sources.csv", lines(ledger.sources(), flat.source_row, SOURCE)
    yield "left_out.csv", lines(ledger.left_out(), flat.left_out_row, LEFT_OUT)


DOCUMENT = (
    "id", "uri", "sha256", "captured", "language", "title", "outlet", "published_start", "published_end",
    "published_precision", "published_basis", "published_reasons", "characters",
)  # fmt: skip
_SLOTS = ("actors", "actor_ids", "targets", "target_ids")
_WHERE = ("places", "place_ids", "lat", "lon", "place_precision")
_WHEN = ("start", "end", "day_precision", "day_basis", "hours")
CLAIM = (
    "id", "document", "type", "phase", "realis", "voice", "sentence", "sentence_start", "sentence_end",
    "trigger", *_SLOTS, *_WHERE, *_WHEN, "when_text", "counts", "attribution", "attribution_ids",
    "confidence", "flags", "rules",
)  # fmt: skip
EVENT = (
    "id", "type", *_WHEN, *_WHERE, *_SLOTS, "counts", "grade", "originators", "disagreements", "claims",
)  # fmt: skip
CONTROL = ("place", "place_id", "holder", "holder_id", "from", "until", "contested", "claims")
RANGE = ("by", "what", "who", "cumulative", "low", "best", "high", "rows", "from", "until")
TOLL = ("scope", "what", "who", "low", "high", "cumulative", "from", "until", "source", "claims")
SOURCE = ("id", "name", "side", "kind", "quoted_by", "claims", "corroborated", "contradicted")
LEFT_OUT = ("uri", "reason", "detail")


def _with_deaths(ledger: Ledger) -> Callable[[Event], flat.Row]:
    """Rows of events with their dead by side; the sides are those of the ledger's theatres."""
    ground = ledger_ground(ledger)
    return lambda event: {**flat.event_row(event), **flat.deaths_row(deaths(event, ground))}


def lines(records: Iterable[Any], row: Callable[[Any], flat.Row], columns: tuple[str, ...]) -> Iterator[str]:
    """A header and one line for each record; the header is there also where no record is."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    yield _taken(buffer)
    for record in records:
        writer.writerow({column: safe(value) for column, value in row(record).items()})
        yield _taken(buffer)


def safe(value: str | int | float | None) -> str | int | float | None:
    """The cell as no spreadsheet takes it for a formula, its line ends as `\\n`."""
    if not isinstance(value, str):
        return value
    # Python's writer does not quote a bare carriage return, which readers take for the end of the row.
    words = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if words.startswith(_FORMULA) else words


def _taken(buffer: io.StringIO) -> str:
    """What was written into the buffer, which is empty afterwards."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
