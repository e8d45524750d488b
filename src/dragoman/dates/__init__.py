"""Dates: finding them in a text, dating a document by its own evidence, and by its neighbours."""

from dragoman.dates.expression import DateExpression
from dragoman.dates.finding import find

__all__ = ["DateExpression", "find"]
