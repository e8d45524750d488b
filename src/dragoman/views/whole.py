"""Everything that the static report draws, as one dict: each record once, sorted, without the documents' texts."""

from __future__ import annotations

from typing import Any

from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.views.catalogue import Catalogue


def whole(ledger: Ledger, knowledge: Knowledge, language: str = "en") -> dict[str, Any]:
    """The data of the report; the same ledger gives the same bytes."""
    return Catalogue(ledger, knowledge, language=language).everything()
