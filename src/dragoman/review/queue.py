"""What most needs a person: contested events, pairs that linking was unsure of, doubtful claims, unknown names.

An item that somebody decided on leaves its queue and counts as decided; undoing puts it back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.ledger.judgements import Judgement, judgements
from dragoman.review.kinds import CLAIM, GRADE, MERGE, NAME, PAIR, SLOT, SPLIT
from dragoman.review.names import unknown_names
from dragoman.review.standing import last_words

# Linking joins from 0.5 on; just above it a second look is worth most.
UNSURE_SCORE = 0.65
# A claim below this confidence has a slot that was filled by nearness alone.
DOUBTFUL = 0.7


@dataclass(frozen=True, slots=True)
class Item:
    """Something to decide: `about` is an event's id, a claim's, two claims', or a name; `why` says why it is here."""

    kind: str
    about: tuple[str, ...]
    why: str
    role: str | None = None
    count: int | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A name for the item that stays the same while it is open."""
        return ":".join((self.kind, *filter(None, (self.role,)), *self.about))


@dataclass(frozen=True, slots=True)
class Queue:
    """The items that are open, the neediest first, and how many there are in all and were decided."""

    name: str
    total: int
    decided: int
    items: tuple[Item, ...]


def candidates(ledger: Ledger, name: str) -> tuple[Item, ...]:
    """All that a queue ever held, open and decided: it changes with the events, not with decisions.

    Raises QueryError for a queue that there is not.
    """
    if name not in QUEUES:
        raise QueryError(f"queue: '{name}' is not known; use one of {', '.join(QUEUES)}")
    return tuple(QUEUES[name](ledger))


def queue(ledger: Ledger, name: str, limit: int, found: tuple[Item, ...] | None = None) -> Queue:
    """One queue with at most `limit` of its open items; `found` are its candidates, where they are at hand."""
    found = candidates(ledger, name) if found is None else found
    done = _Decided.of(last_words(judgements(ledger)))
    still_open = [item for item in found if not done.settles(item)]
    return Queue(name, len(found), len(found) - len(still_open), tuple(islice(still_open, limit)))


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people decided on so far."""

    pairs: frozenset[tuple[str, ...]]
    claims: frozenset[str]
    graded: frozenset[tuple[str, ...]]
    split: frozenset[str]
    names: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, decisions: tuple[Judgement, ...]) -> _Decided:
        def about(*kinds: str) -> Iterator[Judgement]:
            return (one for one in decisions if one.kind in kinds)

        entered = {(one.object or "", one.subject) for one in about(NAME)}
        merged = {(one.value["what"], one.subject) for one in about(MERGE)}
        return cls(
            pairs=frozenset(tuple(sorted((one.subject, one.object or ""))) for one in about(PAIR)),
            claims=frozenset(one.subject for one in about(CLAIM, SLOT)),
            graded=frozenset(tuple(one.value["claims"]) for one in about(GRADE)),
            split=frozenset(one.subject for one in about(SPLIT)),
            names=frozenset(entered | merged),
        )

    def settles(self, item: Item) -> bool:
        """Has somebody decided on this?"""
        if item.kind == "pair":
            return tuple(sorted(item.about)) in self.pairs
        if item.kind == "claim":
            return item.about[0] in self.claims
        if item.kind == "event":
            return item.about[0] in self.split or item.claims in self.graded
        return (item.role or "", item.about[0]) in self.names


_CONTESTED = """
    SELECT id, reasons, json_extract(record, '$.claims') AS claims FROM event WHERE grade = 'contested'
    ORDER BY json_array_length(record, '$.originators') DESC, json_array_length(record, '$.claims') DESC, id
"""
_PAIRS = "SELECT a, b, score, reasons FROM link WHERE score > 0 AND score < ? ORDER BY score, a, b"
_DOUBTFUL = "SELECT id, confidence FROM claim WHERE confidence < ? ORDER BY confidence, id"


def _contested(ledger: Ledger) -> Iterator[Item]:
    for row in ledger.rows(_CONTESTED):
        reasons = tuple(json.loads(row["reasons"]))
        yield Item("event", (row["id"],), "contested", reasons=reasons, claims=tuple(sorted(json.loads(row["claims"]))))


def _pairs(ledger: Ledger) -> Iterator[Item]:
    for row in ledger.rows(_PAIRS, UNSURE_SCORE):
        reasons = tuple(json.loads(row["reasons"]))
        yield Item("pair", (row["a"], row["b"]), "near_border", score=row["score"], reasons=reasons)


def _doubtful(ledger: Ledger) -> Iterator[Item]:
    for row in ledger.rows(_DOUBTFUL, DOUBTFUL):
        yield Item("claim", (row["id"],), "low_confidence", score=row["confidence"])


def _names(ledger: Ledger) -> Iterator[Item]:
    for one in unknown_names(ledger):
        yield Item("name", (one.name,), "unresolved", role=one.role, count=one.count, claims=one.claims)


QUEUES: Mapping[str, Callable[[Ledger], Iterator[Item]]] = {
    "contested": _contested, "pairs": _pairs, "doubtful": _doubtful, "names": _names,
}  # fmt: skip
