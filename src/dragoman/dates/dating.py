"""The day of a document that came without one: by its date line, else by its own evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.dates.clues import clues
from dragoman.dates.dateline import dateline
from dragoman.dates.finding import find
from dragoman.dates.inference import inferred
from dragoman.model import Document, Published, Sentence


def dated(document: Document, sentences: Sequence[Sentence], knowledge: Any | None = None) -> Document:
    """The document with its publication day, where its own words tell it; unchanged where they do not.

    A day that came with the document stays. `knowledge` (of dragoman.knowledge) adds the days of actors.
    """
    if document.published.start is not None:
        return document
    published = _by_dateline(document, sentences) or inferred(clues(document, sentences, knowledge))
    return replace(document, published=published) if published is not None else document


def _by_dateline(document: Document, sentences: Sequence[Sentence]) -> Published | None:
    found = dateline(document.text, document.language, find(document.text, document.language, None, sentences))
    if found is None:
        return None
    return Published(found.low, found.high, "day", "dateline", (f"the date line {found.text!r}",))
