"""The list of documents: by their own language and who prints them, and by what they tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from dragoman import model
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Published
from dragoman.views.columns import Mask
from dragoman.views.index import Index
from dragoman.views.labels import Labels
from dragoman.views.question import Field, Question
from dragoman.views.reports import direction
from dragoman.views.search import Search, chosen_codes, matching, paging, ranked

_BRIEF = """
SELECT id, uri, title, outlet, language, published FROM named_document WHERE id IN (SELECT value FROM json_each(?))
"""
_WORDS = "SELECT id FROM document WHERE number IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)"
_ORDER = "SELECT id FROM document ORDER BY first IS NULL, first, last, id"
# What is a document's own; all else is asked of its claims.
_OWN: tuple[Field, ...] = ("language", "source")


class Documents:
    """The documents of one ledger; `search` asks a question of its claims."""

    def __init__(self, ledger: Ledger, index: Index, labels: Labels, search: Callable[[Question], Search]) -> None:
        self._ledger = ledger
        self._index = index
        self._labels = labels
        self._search = search

    def page(self, question: Question) -> dict[str, Any]:
        """The documents that are asked for, in the order of their days, those without one last."""
        own = {field: self._chosen(field, question) for field in _OWN}
        free = self._worded(question) & self._telling(question)
        mask = free & own["language"] & own["source"]
        order = [row["id"] for row in self._ledger.rows(_ORDER)]
        at = self._rows()
        found = [one for one in order if mask[at[one]]]
        first = (question.page - 1) * question.size
        return {
            **paging(len(found), question),
            "documents": list(self._briefs(found[first : first + question.size], at)),
            "facets": {
                "language": self._facet("language", free & own["source"], question),
                "source": self._facet("source", free & own["language"], question),
            },
        }

    def printed_by(self, source: str) -> list[dict[str, Any]]:
        """The reports that a source prints."""
        code = self._index.sources.codes.get(source)
        rows = np.flatnonzero(self._index.prints == code) if code is not None else ()
        found = list(self._briefs([self._index.documents[row] for row in rows], self._rows()))
        return sorted(found, key=lambda one: (one["published"]["start"] or "~", one["id"]))

    def _worded(self, question: Question) -> Mask:
        """Those with the words in their title or text, or with a claim that has them."""
        mask = np.ones(len(self._index.documents), dtype=bool)
        if not question.text:
            return mask
        asked = matching(question.text)
        rows = self._ledger.rows(_WORDS, asked) if asked is not None else ()
        known = {row["id"] for row in rows}
        found: Mask = np.array([one in known for one in self._index.documents], dtype=bool)
        return found | self._told(Question(text=question.text))

    def _telling(self, question: Question) -> Mask:
        """Those with a claim of the type, the place, the days … that are asked for."""
        chosen = tuple(one for one in question.chosen if one[0] not in _OWN)
        if not (chosen or question.start or question.end):
            return np.ones(len(self._index.documents), dtype=bool)
        return self._told(replace(question, text="", chosen=chosen))

    def _told(self, question: Question) -> Mask:
        mask = np.zeros(len(self._index.documents), dtype=bool)
        mask[self._index.reports[self._search(question).claims.mask]] = True
        return mask

    def _chosen(self, field: Field, question: Question) -> Mask:
        values, column = question.values(field), self._index.of_documents[field]
        if not values:
            return np.ones(len(self._index.documents), dtype=bool)
        return column.having(chosen_codes(self._index, column, field, values))

    def _facet(self, field: Field, mask: Mask, question: Question) -> list[dict[str, Any]]:
        column = self._index.of_documents[field]
        chosen = chosen_codes(self._index, column, field, question.values(field))
        return ranked(column, mask, field, self._labels.of, chosen)

    def _rows(self) -> dict[str, int]:
        return {one: row for row, one in enumerate(self._index.documents)}

    def _briefs(self, ids: Sequence[str], at: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        rows = {row["id"]: row for row in self._ledger.rows(_BRIEF, json.dumps(ids))}
        counts = np.bincount(self._index.reports, minlength=len(self._index.documents))
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
