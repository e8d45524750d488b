"""What a build found, counted from the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dragoman.ledger import Ledger
from dragoman.model import LeftOut


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the whole ledger; `added` reports are new in this build, `known` ones were there before.

    `repeated` counts what was found more than once in this build's inputs, word for word.

    `left_out` holds, by reason, the lines that say what was not read or read with a reservation; `notes` says
    what the machine lacked to read with and what was cut short while the events were worked out; `look_at` is an
    event that is worth a look.
    """

    ledger: Path
    added: int
    known: int
    repeated: int
    documents: int
    undated: int
    languages: tuple[tuple[str, int], ...]
    claims: tuple[tuple[str, int], ...]
    events: int
    grades: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, tuple[LeftOut, ...]], ...]
    notes: tuple[str, ...]
    look_at: str | None


def summed_up(ledger: Ledger, added: int, found: int, run: int) -> Summary:
    """The summary of a build that has come to its end: it found so many items and added so many reports."""
    seen = int(next(ledger.rows("SELECT count(DISTINCT key) FROM sighting WHERE run = ?", run))[0])
    return Summary(
        ledger=ledger.path,
        added=added,
        known=seen - added,
        repeated=found - seen,
        documents=_number(ledger, "SELECT count(*) FROM document"),
        undated=_number(ledger, "SELECT count(*) FROM document WHERE first IS NULL"),
        languages=_counts(ledger, "SELECT language, count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1"),
        claims=_counts(ledger, "SELECT type, count(*) FROM claim GROUP BY 1 ORDER BY 2 DESC, 1"),
        events=_number(ledger, "SELECT count(*) FROM event"),
        grades=_counts(ledger, "SELECT grade, count(*) FROM event GROUP BY 1 ORDER BY 2 DESC, 1"),
        left_out=tuple(_by_reason(ledger)),
        notes=tuple(json.loads(ledger.meta().get("notes", "[]"))),
        look_at=next((row["id"] for row in ledger.rows(_LOOK_AT)), None),
    )


# The event with the most voices behind it, contested ones first: where a person learns most at one look.
_LOOK_AT = """
SELECT id FROM event
ORDER BY grade <> 'contested', json_array_length(record, '$.originators') DESC, id LIMIT 1
"""


def _by_reason(ledger: Ledger) -> Iterator[tuple[str, tuple[LeftOut, ...]]]:
    lines = sorted(ledger.left_out(), key=lambda one: (one.reason, one.uri, one.detail))
    for reason, same in groupby(lines, key=lambda one: one.reason):
        yield reason, tuple(same)


def _number(ledger: Ledger, sql: str) -> int:
    return int(next(ledger.rows(sql))[0])


def _counts(ledger: Ledger, sql: str) -> tuple[tuple[str, int], ...]:
    return tuple((row[0], row[1]) for row in ledger.rows(sql))
