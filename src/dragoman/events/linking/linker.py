"""How surely two claims tell one happening: the signs of pairs added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp, log

import numpy as np

from dragoman.analysis.vectors import Vectors
from dragoman.events.ground import Ground
from dragoman.events.linking.answers import Points, Questions
from dragoman.events.linking.likeness import MILLION, Likeness
from dragoman.events.linking.weights import Sign, Weights
from dragoman.events.pairing.census import Census, Column
from dragoman.events.tellings import Telling

# Two columns of telling numbers, the lesser first.
Pairs = tuple[Column, Column]
_NUMBER_BITS = 32


# So many pairs are weighed at a time: their questions stay in the processor's cache.
_BATCH = 1 << 16


class Linker:
    """Scores pairs of tellings by the table of weights."""

    def __init__(self, census: Census, vectors: Vectors, ground: Ground, table: Weights) -> None:
        self.ground, self.table = ground, table
        self._census, self._vectors = census, vectors
        self._likeness = Likeness(census, vectors, ground, table)
        self._needed = log(table.threshold / (1 - table.threshold)) - table.bias
        self._denied = np.array([telling.mode == "denied" for telling in census.kinds], np.bool_)[census.told.kind]
        self._known: dict[tuple[int, int], int] = {}
        self._score = cache(lambda points: 1 / (1 + exp(-(points / MILLION + table.bias))))

    def taught(self, table: Weights) -> Linker:
        """A linker of the same tellings by another table."""
        return Linker(self._census, self._vectors, self.ground, table)

    def linked(self, pairs: Iterable[Pairs]) -> Pairs:
        """The pairs that reach the threshold, each once, the surest first; two denials never make a pair."""
        reaching = [self._reaching(ones, others) for ones, others in _batches(pairs)]
        ones, others, points = (np.concatenate(parts) for parts in zip(*reaching, strict=True))
        _, once = np.unique(ones.astype(np.int64) << _NUMBER_BITS | others, return_index=True)
        order = once[np.lexsort((others[once], ones[once], -points[once]))]
        return ones[order], others[order]

    def _reaching(self, ones: Column, others: Column) -> tuple[Column, Column, Points]:
        points = self._likeness.points(ones, others, self._needed)
        kept = np.flatnonzero((points / MILLION >= self._needed) & ~(self._denied[ones] & self._denied[others]))
        return ones[kept], others[kept], points[kept]

    def scores(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """How surely the two of each pair (the lesser number first) tell one thing, 0..1, contradictions left aside."""
        self.expect([pair for pair in pairs if pair not in self._known])
        return [self._score(self._known[pair]) for pair in pairs]

    def expect(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Weighs pairs that will be asked for, many of them at the cost of a few."""
        if pairs:
            ones, others = np.array(pairs, np.int32).T
            self._known.update(zip(pairs, self._likeness.points(ones, others).tolist(), strict=True))

    def forget(self) -> None:
        """Forgets the pairs that were weighed: their claims are in their groups."""
        self._known.clear()

    def signs(self, a: Telling, b: Telling) -> tuple[Sign, ...]:
        """Every sign for or against the two telling one happening."""
        one, other = (np.array([number], np.int32) for number in sorted((a.number, b.number)))
        return tuple(self._likeness.signs(self.questions(one, other)[:, 0].tolist()))

    def questions(self, ones: Column, others: Column) -> Questions:
        """What each sort of sign is asked, row by row, about the pairs."""
        return self._likeness.questions(ones, others)

    def worded(self, questions: tuple[int, ...]) -> tuple[float, tuple[str, ...]]:
        """The score of a pair and its reasons, the weightiest first, by the questions about it."""
        found = sorted(self._likeness.signs(questions), key=lambda sign: (-abs(sign.points), sign.reason))
        score = self._score(round(sum(sign.points for sign in found) * MILLION))
        return round(score, 4), tuple(f"{sign.reason} ({sign.points:+.1f})" for sign in found if sign.points)


def _batches(pairs: Iterable[Pairs]) -> Iterator[Pairs]:
    """The pairs in columns of no great length."""
    for ones, others in pairs:
        for begin in range(0, max(len(ones), 1), _BATCH):
            yield ones[begin : begin + _BATCH], others[begin : begin + _BATCH]
