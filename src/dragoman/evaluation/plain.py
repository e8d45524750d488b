"""A text alone as a document: undated, without a title of its own, with its very offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dragoman.model import UNDATED, Document, Segment, short_id
from dragoman.reading.segments import segments


def document(text: str, language: str, parts: Sequence[Segment] | None = None) -> Document:
    """The document of a text; its segments are found where they are not given."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = segments(text, language) if parts is None else tuple(parts)
    return Document(short_id("d", digest), "", digest, None, language, None, None, UNDATED, found, text)
