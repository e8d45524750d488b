"""Dates: finding them in a text, dating a document by its own evidence, and by its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

if TYPE_CHECKING:
    from dragoman.dates.dating import dated
    from dragoman.dates.expression import DateExpression
    from dragoman.dates.finding import find
    from dragoman.dates.neighbours import DocumentEvidence, dated_by_neighbours, evidence

__all__ = ["DateExpression", "DocumentEvidence", "dated", "dated_by_neighbours", "evidence", "find"]

__getattr__ = parts(
    __name__,
    {
        "DateExpression": "expression",
        "DocumentEvidence": "neighbours",
        "dated": "dating",
        "dated_by_neighbours": "neighbours",
        "evidence": "neighbours",
        "find": "finding",
    },
)
