"""Documents: their list, and one with all spans of its claims in the text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from dragoman import model
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Document, Published, Segment
from dragoman.views.columns import Column, Mask, Values
from dragoman.views.index import UNKNOWN, Index
from dragoman.views.labels import Labels
from dragoman.views.pieces import Mark, pieces, slot_marks
from dragoman.views.question import NotFound, Question
from dragoman.views.reports import brief, direction
from dragoman.views.search import Search, matching, paging, ranked

_BRIEF = """
SELECT id, uri, title, outlet, language, published, first FROM named_document
WHERE id IN (SELECT value FROM json_each(?))
"""
_WORDS = "SELECT id FROM document WHERE number IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)"
_ORDER = "SELECT id FROM document ORDER BY first IS NULL, first, last, id"


class Texts:
    """The documents of one ledger."""

    def __init__(self, ledger: Ledger, index: Index, labels: Labels) -> None:
        self._ledger = ledger
        self._index = index
        self._labels = labels

    def page(self, question: Question, search: Search) -> dict[str, Any]:
        """The documents whose words are asked for, or that have a claim that is."""
        found = self._asked(question, search)
        first = (question.page - 1) * question.size
        return {
            **paging(len(found), question),
            "documents": list(self._briefs(found[first : first + question.size])),
            "facets": self._facets(found),
        }

    def printed_by(self, source: str) -> list[dict[str, Any]]:
        """The reports that a source prints."""
        code = self._index.sources.codes.get(source)
        rows = np.flatnonzero(self._index.prints == code) if code is not None else ()
        found = list(self._briefs([self._index.documents[row] for row in rows]))
        return sorted(found, key=lambda one: (one["published"]["start"] or "~", one["id"]))

    def one(self, id: str) -> dict[str, Any]:
        """A document: its record, and its text by segments with the marks of its claims; NotFound without it."""
        rows = list(self._ledger.rows("SELECT id FROM document WHERE id = ?", id))
        if not rows:
            raise NotFound(f"there is no document {id}")
        document = self._ledger.document(id)
        claims = list(self._ledger.claims_of(id))
        marks = [mark for claim in claims for mark in _marks(claim)]
        return {
            "document": {**brief(document), "segments": model.plain(document.segments)},
            "segments": [_segment(document, segment, marks) for segment in document.segments],
            "uris": self._uris(id),
        }

    def _asked(self, question: Question, search: Search) -> list[str]:
        """The ids of the documents that are asked for, in the order of their days."""
        order = [row["id"] for row in self._ledger.rows(_ORDER)]
        if not (question.text or question.chosen or question.start or question.end):
            return order
        told = {self._index.documents[row] for row in np.unique(self._index.reports[search.claims.mask])}
        asked = matching(question.text)
        if asked is not None and not (question.chosen or question.start or question.end):
            told |= {row["id"] for row in self._ledger.rows(_WORDS, asked)}
        return [one for one in order if one in told]

    def _briefs(self, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
        rows = {row["id"]: row for row in self._ledger.rows(_BRIEF, json.dumps(ids))}
        counts = np.bincount(self._index.reports, minlength=len(self._index.documents))
        at = {one: n for n, one in enumerate(self._index.documents)}
        for row in (rows[one] for one in ids):
            yield {
                "id": row["id"],
                "title": row["title"],
                "outlet": row["outlet"],
                "language": row["language"],
                "dir": direction(row["language"]),
                "published": model.plain(from_json(Published, row["published"])),
                "uri": row["uri"],
                "claims": int(counts[at[row["id"]]]),
            }

    def _facets(self, ids: Sequence[str]) -> dict[str, Any]:
        kept = set(ids)
        rows = self._ledger.rows("SELECT language FROM document ORDER BY id")
        mask: Mask = np.array([one in kept for one in self._index.documents], dtype=bool)
        known = np.flatnonzero(self._index.prints != UNKNOWN)
        printed = Column.of(self._index.sources, known, self._index.prints[known], len(mask))
        return {
            "language": ranked(_column([row["language"] for row in rows]), mask, "language", self._labels.of),
            "source": ranked(printed, mask, "source", self._labels.of),
        }

    def _uris(self, id: str) -> list[str]:
        sql = "SELECT uri FROM sighting WHERE key = (SELECT key FROM document WHERE id = ?) ORDER BY uri"
        return [row["uri"] for row in self._ledger.rows(sql, id)]


def _column(words: Sequence[str]) -> Column:
    values = Values()
    codes = [values.code(word, word) for word in words]
    return Column.of(values, range(len(words)), codes, len(words))


def _marks(claim: Claim) -> Iterator[Mark[tuple[str, str]]]:
    yield Mark(claim.sentence.start, claim.sentence.end, (claim.id, "sentence"))
    for mark in slot_marks(claim, claim.sentence.text, claim.sentence.start):
        yield Mark(mark.start, mark.end, (claim.id, mark.label))


def _segment(document: Document, segment: Segment, marks: Sequence[Mark[tuple[str, str]]]) -> dict[str, Any]:
    cut = pieces(document.text, segment.start, segment.end, marks)
    return {
        "role": segment.role,
        "pieces": [
            {"text": text, "marks": [{"claim": claim, "slot": slot} for claim, slot in labels]} for text, labels in cut
        ],
    }
