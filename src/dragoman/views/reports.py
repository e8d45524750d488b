"""The reports behind claims: what a screen says of them, and the sentences around a claim's own."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import Any

from dragoman import model
from dragoman.ledger import Ledger
from dragoman.ledger.store import document_of
from dragoman.model import Claim, Document, Sentence
from dragoman.reading import sentences

# Languages that are written from right to left, by their ISO 639-1 codes.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class Reports:
    """Some documents of a ledger, read at once."""

    def __init__(self, ledger: Ledger, ids: Iterable[str]) -> None:
        sql = "SELECT * FROM named_document WHERE id IN (SELECT value FROM json_each(?))"
        found = map(document_of, ledger.rows(sql, json.dumps(sorted(ids))))
        self._documents = {document.id: document for document in found}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    def __getitem__(self, id: str) -> Document:
        return self._documents[id]

    def neighbours(self, claim: Claim) -> tuple[str, str]:
        """The sentences before and after that of a claim within the same part of the report; empty where none is."""
        document = self._documents[claim.document]
        told = self._told(document)
        at = bisect_left(told, claim.sentence.start, key=lambda one: one.start)
        if at == len(told) or told[at].start != claim.sentence.start:
            return "", ""
        return _words(document, told, at, at - 1), _words(document, told, at, at + 1)

    def _told(self, document: Document) -> tuple[Sentence, ...]:
        if document.id not in self._sentences:
            self._sentences[document.id] = sentences(document)
        return self._sentences[document.id]


def brief(document: Document) -> dict[str, Any]:
    """What a screen says of a report beside a claim."""
    return {
        "id": document.id,
        "uri": document.uri,
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "dir": direction(document.language),
        "published": model.plain(document.published),
        "sha256": document.sha256,
        "captured": document.captured,
    }


@cache
def direction(language: str) -> str:
    """The way in which a language is written: "rtl" or "ltr"."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _words(document: Document, told: tuple[Sentence, ...], own: int, other: int) -> str:
    if not 0 <= other < len(told) or told[other].role != told[own].role:
        return ""
    return document.text[told[other].start : told[other].end]
