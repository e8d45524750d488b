"""What a screen shows, as plain JSON: the entrance is `Catalogue`; `whole.whole` has all that the report draws.

    ledger ─▶ Shelf: Index, Reviews, Tellers (once) ─┐
    parameters ─▶ Question ──────────────────────────┴─▶ Catalogue ─▶ dicts of JSON values ─▶ pages, report, tables

Nothing here asks what time it is: the same ledger and the same question give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

if TYPE_CHECKING:
    from dragoman.views.catalogue import Catalogue
    from dragoman.views.index import Index
    from dragoman.views.question import NotFound, Question
    from dragoman.views.shelf import Shelf
    from dragoman.views.tables import table

__all__ = ["Catalogue", "Index", "NotFound", "Question", "Shelf", "table"]

__getattr__ = parts(
    __name__,
    {
        "Catalogue": "catalogue",
        "Index": "index",
        "NotFound": "question",
        "Question": "question",
        "Shelf": "shelf",
        "table": "tables",
    },
)
