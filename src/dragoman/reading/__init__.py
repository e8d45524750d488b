"""From files to documents: formats, encodings, furniture, language, sentences."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.reading.documents import document, read, sentences
    from dragoman.reading.inputs import items
    from dragoman.reading.item import Item, Read
    from dragoman.reading.options import ReadOptions

__all__ = ["Item", "Read", "ReadOptions", "document", "items", "read", "sentences"]

_HOMES = {
    "Item": "item",
    "Read": "item",
    "ReadOptions": "options",
    "document": "documents",
    "items": "inputs",
    "read": "documents",
    "sentences": "documents",
}


def __getattr__(name: str) -> Any:
    """A name of this package, imported when it is asked for: who wants one part starts without the others."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
