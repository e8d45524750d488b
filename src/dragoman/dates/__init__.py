"""Dates: finding them in a text, dating a document by its own evidence, and by its neighbours."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.dates.dating import dated
    from dragoman.dates.expression import DateExpression
    from dragoman.dates.finding import find
    from dragoman.dates.neighbours import DocumentEvidence, dated_by_neighbours, evidence

__all__ = ["DateExpression", "DocumentEvidence", "dated", "dated_by_neighbours", "evidence", "find"]

_HOMES = {
    "DateExpression": "expression",
    "DocumentEvidence": "neighbours",
    "dated": "dating",
    "dated_by_neighbours": "neighbours",
    "evidence": "neighbours",
    "find": "finding",
}


def __getattr__(name: str) -> Any:
    """A name of this package, imported when it is asked for: who wants one part starts without the others."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
