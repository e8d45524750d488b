"""What requests share of a ledger, built once and again when the ledger changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from dragoman.chronology import Teller
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.views.index import Index, stamp
from dragoman.views.indexing import build
from dragoman.views.reviews import Reviews


@dataclass(slots=True)
class Shelf:
    """The index, the decisions and the tellers of one ledger; one for all threads."""

    knowledge: Knowledge
    _index: Index | None = None
    _reviews: tuple[int, Reviews] | None = None
    _tellers: dict[str, Teller] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def index(self, ledger: Ledger) -> Index:
        """The index of the ledger as it is now; who comes while it is built waits for it."""
        with self._lock:
            if self._index is None or self._index.stamp != stamp(ledger):
                self._index = build(ledger, self.knowledge)
                self._tellers = {}
            return self._index

    def reviews(self, ledger: Ledger) -> Reviews:
        """The decisions as they stand now."""
        with self._lock:
            last = Reviews.stamp(ledger)
            if self._reviews is None or self._reviews[0] != last:
                self._reviews = last, Reviews(ledger)
            return self._reviews[1]

    def teller(self, ledger: Ledger, language: str) -> Teller:
        """What tells the ledger's events in a language."""
        with self._lock:
            if language not in self._tellers:
                self._tellers[language] = Teller.of(ledger, self.knowledge, language)
            return self._tellers[language]
