"""Dates: finding them in a text, dating a document by its own evidence, and by its neighbours."""

from dragoman.dates.dating import dated
from dragoman.dates.expression import DateExpression
from dragoman.dates.finding import find
from dragoman.dates.neighbours import DocumentEvidence, dated_by_neighbours, evidence

__all__ = ["DateExpression", "DocumentEvidence", "dated", "dated_by_neighbours", "evidence", "find"]
