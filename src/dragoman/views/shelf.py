"""What requests share of a ledger, built once and again when the ledger changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from dragoman.chronology import Teller
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.review import Item, candidates
from dragoman.views.cards import Tales
from dragoman.views.index import Index, stamp
from dragoman.views.indexing import build
from dragoman.views.reviews import Reviews

# So many events in each language, at about a kilobyte each.
_TALES = 20_000


@dataclass(slots=True)
class State:
    """What follows from the claims and events of a ledger as they were at one time."""

    knowledge: Knowledge
    index: Index
    _tellers: dict[str, Teller] = field(default_factory=dict)
    _tales: dict[str, Tales] = field(default_factory=dict)
    _queues: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def teller(self, ledger: Ledger, language: str) -> Teller:
        """What tells the ledger's events in a language."""
        with self._lock:
            if language not in self._tellers:
                self._tellers[language] = Teller.of(ledger, self.knowledge, language)
            return self._tellers[language]

    def tales(self, language: str) -> Tales:
        """What was told of events before; so many are kept that pages are turned quickly, no more."""
        with self._lock:
            found = self._tales.setdefault(language, {})
            if len(found) > _TALES:
                found = self._tales[language] = {}
            return found

    def candidates(self, ledger: Ledger, name: str) -> tuple[Item, ...]:
        """All that a queue ever held; to find them takes seconds where there are many claims."""
        with self._lock:
            if name not in self._queues:
                self._queues[name] = candidates(ledger, name)
            return self._queues[name]


@dataclass(slots=True)
class Shelf:
    """The state and the decisions of one ledger, for all threads; who comes while one is made waits for it."""

    knowledge: Knowledge
    _state: State | None = None
    _reviews: tuple[int, Reviews] | None = None
    _lock: Lock = field(default_factory=Lock)

    def state(self, ledger: Ledger) -> State:
        """The ledger's claims and events as they are now."""
        with self._lock:
            if self._state is None or self._state.index.stamp != stamp(ledger):
                self._state = State(self.knowledge, build(ledger, self.knowledge))
            return self._state

    def index(self, ledger: Ledger) -> Index:
        """The index of the ledger as it is now."""
        return self.state(ledger).index

    def reviews(self, ledger: Ledger) -> Reviews:
        """The decisions as they stand now."""
        with self._lock:
            last = Reviews.stamp(ledger)
            if self._reviews is None or self._reviews[0] != last:
                self._reviews = last, Reviews(ledger)
            return self._reviews[1]
