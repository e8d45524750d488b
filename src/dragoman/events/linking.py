"""How surely two claims tell one happening: the signs of a pair added up, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log

from dragoman.analysis.vectors import Vectors
from dragoman.events.ground import Ground
from dragoman.events.likeness import Likeness
from dragoman.events.story import Link
from dragoman.events.tellings import Telling
from dragoman.events.weights import Sign, Weights


class Linker:
    """Scores pairs of tellings; keeps what was scored, because groups ask for the same pairs again."""

    def __init__(
        self,
        tellings: Iterable[Telling],
        copies: Mapping[str, int],
        vectors: Vectors,
        ground: Ground,
        table: Weights,
    ) -> None:
        self.ground = ground
        self.table = table
        self._told = (tellings, copies, vectors)
        self._likeness = Likeness(tellings, copies, vectors, ground, table)
        self._scores: dict[tuple[int, int], float] = {}
        self._needed = log(table.threshold / (1 - table.threshold)) - table.bias

    def taught(self, table: Weights) -> Linker:
        """A linker of the same tellings by another table."""
        return Linker(*self._told, self.ground, table)

    def score(self, a: Telling, b: Telling) -> float:
        """How surely the two tell one happening, 0..1, contradictions left aside."""
        pair = (a.number, b.number) if a.number < b.number else (b.number, a.number)
        found = self._scores.get(pair)
        if found is None:
            found = self._scores[pair] = self._logistic(self._likeness.points(*pair))
        return found

    def linked(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pairs of telling numbers (the lesser first) that reach the threshold, the surest first."""
        reaching = self._likeness.reaching(pairs, self._needed)
        found = sorted((-points, one, other) for points, one, other in reaching)
        self._scores.update(((one, other), self._logistic(-points)) for points, one, other in found)
        return [(one, other) for _, one, other in found]

    def link(self, a: Telling, b: Telling) -> Link:
        """The link of the two with its reasons, the weightiest first."""
        one, other = (a, b) if a.number < b.number else (b, a)
        signs = sorted(
            self._likeness.signs(one.number, other.number), key=lambda sign: (-abs(sign.points), sign.reason)
        )
        reasons = tuple(f"{sign.reason} ({sign.points:+.1f})" for sign in signs if sign.points)
        return Link(one.id, other.id, round(self.score(one, other), 4), reasons)

    def signs(self, a: Telling, b: Telling) -> tuple[Sign, ...]:
        """Every sign for or against the two telling one happening."""
        return tuple(self._likeness.signs(min(a.number, b.number), max(a.number, b.number)))

    def _logistic(self, points: float) -> float:
        return 1 / (1 + exp(-(points + self.table.bias)))
