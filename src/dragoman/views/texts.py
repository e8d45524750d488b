"""One document: its record, and its text with the marks of its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman import model
from dragoman.ledger import Ledger
from dragoman.model import Claim, Document, Segment
from dragoman.views.pieces import Mark, pieces, slot_marks
from dragoman.views.question import NotFound
from dragoman.views.reports import brief

# Which claim's, and which slot of it.
_Label = tuple[str, str]


def text(ledger: Ledger, id: str) -> dict[str, Any]:
    """A document by its segments, each cut into pieces; NotFound where the ledger does not have it."""
    if not any(True for _ in ledger.rows("SELECT 1 FROM document WHERE id = ?", id)):
        raise NotFound(f"there is no document {id}")
    document = ledger.document(id)
    marks = [mark for claim in ledger.claims_of(id) for mark in _marks(claim)]
    return {
        "document": {**brief(document), "segments": model.plain(document.segments)},
        "segments": [_segment(document, segment, marks) for segment in document.segments],
        "uris": _uris(ledger, id),
    }


def _uris(ledger: Ledger, id: str) -> list[str]:
    """All names under which the document was found."""
    sql = "SELECT uri FROM sighting WHERE key = (SELECT key FROM document WHERE id = ?) ORDER BY uri"
    return [row["uri"] for row in ledger.rows(sql, id)]


def _marks(claim: Claim) -> Iterator[Mark[_Label]]:
    yield Mark(claim.sentence.start, claim.sentence.end, (claim.id, "sentence"))
    for mark in slot_marks(claim, claim.sentence.text, claim.sentence.start):
        yield Mark(mark.start, mark.end, (claim.id, mark.label))


def _segment(document: Document, segment: Segment, marks: Sequence[Mark[_Label]]) -> dict[str, Any]:
    cut = pieces(document.text, segment.start, segment.end, marks)
    return {
        "role": segment.role,
        "pieces": [
            {"text": words, "marks": [{"claim": claim, "slot": slot} for claim, slot in labels]}
            for words, labels in cut
        ],
    }
