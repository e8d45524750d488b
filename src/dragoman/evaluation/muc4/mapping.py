"""Which template of a response answers which template of the key, within one report.

A pair may be mapped where the type of incident matches at least by half (ATTACK for any other type does) and one
perpetrator, physical target or human target does too, by identity or by type (guidelines, 3.2.1). The program of 1992
proposed pairs and people could change them; the rule here is the one that meets most of their pairs: the pair with most
fillers fully correct first, of equals the one with the higher recall, each template once.

Two sites mapped otherwise, mostly to their own cost: MDC left templates alone that may be mapped, HUGHES took a key
with fewer fillers before one with more in common. No rule that all of them share does that, so none is here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluation.muc4.counts import Counts, template_counts
from dragoman.evaluation.muc4.reading import Template
from dragoman.evaluation.muc4.slots import (
    DESCRIPTION,
    HUMAN_TYPE,
    INDIVIDUAL,
    NAME,
    ORGANIZATION,
    PHYSICAL,
    PHYSICAL_TYPE,
    TYPE,
)

_CONTENT = (INDIVIDUAL, ORGANIZATION, PHYSICAL, PHYSICAL_TYPE, NAME, DESCRIPTION, HUMAN_TYPE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A template of the key with the one that answers it, and their counts by slot; either side may be none."""

    key: Template | None
    response: Template | None
    counts: Mapping[int, Counts]

    @property
    def total(self) -> Counts:
        """The counts of all slots."""
        return sum(self.counts.values(), Counts())


def paired(key: Template | None, response: Template | None) -> Pair:
    """A pair with its counts: mapped, missing (no response) or spurious (no key)."""
    return Pair(key, response, dict(template_counts(key, response)))


def mapped(keys: Sequence[Template], responses: Sequence[Template]) -> list[Pair]:
    """The pairs of one report, then the key's templates without an answer, then the spurious ones.

    An optional template of the key that nothing answers is left out.
    """
    offered = [pair for key in keys for response in responses if _mappable(pair := paired(key, response))]
    taken: set[int] = set()
    found = []
    for pair in sorted(offered, key=_merit, reverse=True):
        if taken.isdisjoint({id(pair.key), id(pair.response)}):
            taken |= {id(pair.key), id(pair.response)}
            found.append(pair)
    missing = (paired(key, None) for key in keys if id(key) not in taken and not key.optional)
    spurious = (paired(None, response) for response in responses if id(response) not in taken)
    return [*found, *missing, *spurious]


def _mappable(pair: Pair) -> bool:
    return _matches(pair, TYPE) and any(_matches(pair, slot) for slot in _CONTENT)


def _matches(pair: Pair, slot: int) -> bool:
    return bool(pair.counts[slot].correct or pair.counts[slot].partial)


def _merit(pair: Pair) -> tuple[int, float]:
    total = pair.total
    return total.correct, total.recall
