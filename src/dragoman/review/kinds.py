"""The kinds of decision that people take, and which of them are about the same thing."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from typing import get_args

from dragoman.ledger.judgements import Judgement
from dragoman.model import Grade

# Of two claims: whether they tell one happening.
PAIR, SAME, DIFFERENT, UNSURE = "pair", "same", "different", "unsure"
# Of an event: some of its claims tell another happening than the rest.
SPLIT = "split"
# Of a field of a claim: what stands in the words. Of a whole claim: that the words do not say it.
SLOT, CORRECTED = "slot", "corrected"
CLAIM, REJECTED, ACCEPTED = "claim", "rejected", "accepted"
# Of two names or ids: whether they are one actor or one place.
MERGE, ACTOR, PLACE = "merge", "actor", "place"
# Of an event: how well it holds, by a person's own weighing.
GRADE = "grade"
# Of a name that no pack knows: that it was written into one, or that it is none.
NAME, ENTERED, IGNORED = "name", "entered", "ignored"

VERDICTS: Mapping[str, tuple[str, ...]] = {
    PAIR: (SAME, DIFFERENT, UNSURE),
    SPLIT: (SPLIT,),
    SLOT: (CORRECTED,),
    CLAIM: (REJECTED, ACCEPTED),
    MERGE: (SAME, DIFFERENT, UNSURE),
    GRADE: get_args(Grade),
    NAME: (ENTERED, IGNORED),
}
# Kinds in which the order of the two does not matter.
_EITHER_WAY = (PAIR,)
# An event may be split more than once, each time along another line.
_EACH_FOR_ITSELF = (SPLIT,)


def key(kind: str, subject: str, object: str | None, value: object = None) -> Hashable:
    """What a decision is about: of two with the same key the later one counts."""
    about: tuple[str | None, ...] = (subject, object)
    if kind in _EITHER_WAY:
        about = tuple(sorted(one or "" for one in about))
    told = json.dumps(value, sort_keys=True) if kind in _EACH_FOR_ITSELF else None
    return kind, *about, told


def key_of(judgement: Judgement) -> Hashable:
    """What a judgement is about."""
    return key(judgement.kind, judgement.subject, judgement.object, judgement.value)
