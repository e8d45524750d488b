"""From a dated document to its claims: who says that what happened, to whom, where, when, with which losses."""

from dragoman.claims.extract import Extract, extract, read

__all__ = ["Extract", "extract", "read"]
