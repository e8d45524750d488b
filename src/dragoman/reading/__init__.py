"""From files to documents: formats, encodings, furniture, language, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

if TYPE_CHECKING:
    from dragoman.reading.documents import document, read, sentences
    from dragoman.reading.inputs import items
    from dragoman.reading.item import Item, Read
    from dragoman.reading.options import ReadOptions

__all__ = ["Item", "Read", "ReadOptions", "document", "items", "read", "sentences"]

__getattr__ = parts(
    __name__,
    {
        "Item": "item",
        "Read": "item",
        "ReadOptions": "options",
        "document": "documents",
        "items": "inputs",
        "read": "documents",
        "sentences": "documents",
    },
)
