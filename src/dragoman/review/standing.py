"""Which decisions count now: of all that stand, the last word on each thing."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import Judgement, judgements
from dragoman.review.kinds import NAME, UNSURE, key_of


def standing(ledger: Ledger) -> tuple[Judgement, ...]:
    """The decisions that count, in the order in which they were made; `unsure` takes an earlier one back."""
    return tuple(one for one in last_words(judgements(ledger)) if one.verdict != UNSURE)


def last_words(found: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Of judgements on the same thing the last one, in the order in which they were made."""
    last: dict[Hashable, Judgement] = {}
    for one in found:
        last[key_of(one)] = one
    return tuple(sorted(last.values(), key=lambda one: one.id))


def digest(decisions: Iterable[Judgement]) -> str:
    """A few letters that stand for these decisions: others where one of them changed.

    Names that went into a pack are not among them: they count from the next build on.
    """
    told = [(one.kind, one.subject, one.object, one.verdict, repr(one.value)) for one in decisions if one.kind != NAME]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
