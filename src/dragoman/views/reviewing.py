"""What waits for a person, and what persons decided."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dragoman.ledger import Ledger
from dragoman.review import QUEUES, Item, Queue, queue
from dragoman.review.names import known_like
from dragoman.views.cards import Cards
from dragoman.views.question import Question
from dragoman.views.reviews import Reviews
from dragoman.views.search import paging
from dragoman.views.shelf import State

# So many claims show what a name stands for.
_EXAMPLES = 3


class Reviewing:
    """The queues and the history of one ledger."""

    def __init__(self, ledger: Ledger, state: State, reviews: Reviews, cards: Cards) -> None:
        self._ledger = ledger
        self._state = state
        self._reviews = reviews
        self._cards = cards

    def page(self, name: str, size: int) -> dict[str, Any]:
        """One queue's first open items, and how far all queues are; QueryError for a queue that there is not."""
        own = self._queue(name, size)
        others = {other: own if other == name else self._queue(other, 0) for other in QUEUES}
        return {
            "queue": name,
            "queues": {other: {"total": one.total, "decided": one.decided} for other, one in others.items()},
            "items": [{"key": item.key, "why": item.why, "kind": item.kind, **self._item(item)} for item in own.items],
        }

    def history(self, question: Question) -> dict[str, Any]:
        """All decisions, the last one first, and who took how many."""
        found = [one for one in reversed(self._reviews.all) if question.user in ("", one.user)]
        first = (question.page - 1) * question.size
        users = Counter(one.user for one in self._reviews.all)
        return {
            **paging(len(found), question),
            "judgements": [self._reviews.plain(one) for one in found[first : first + question.size]],
            "users": [
                {"id": user, "name": user, "count": number}
                for user, number in sorted(users.items(), key=lambda one: (-one[1], one[0]))
            ],
        }

    def _queue(self, name: str, size: int) -> Queue:
        return queue(self._ledger, name, size, self._state.candidates(self._ledger, name))

    def _item(self, item: Item) -> dict[str, Any]:
        if item.kind == "pair":
            a, b = self._cards.claims(item.about)
            return {"a": a, "b": b, "score": item.score, "reasons": list(item.reasons)}
        if item.kind == "event":
            return {"event": self._cards.event(item.about[0]), "reasons": list(item.reasons)}
        if item.kind == "claim":
            return {"claim": self._cards.claim(item.about[0])}
        return self._name(item)

    def _name(self, item: Item) -> dict[str, Any]:
        name, role = item.about[0], item.role or ""
        return {
            "name": name,
            "role": role,
            "count": item.count,
            "examples": self._cards.claims(item.claims[:_EXAMPLES]),
            "near": known_like(self._ledger, role, name),
        }
