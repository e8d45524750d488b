"""How surely two claims tell one happening: the signs of a pair added up, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log

from dragoman.events.ground import Ground
from dragoman.events.likeness import Likeness
from dragoman.events.story import Link
from dragoman.events.tellings import Telling
from dragoman.events.weights import weights


class Linker:
    """Scores pairs of tellings; keeps what was scored, because groups ask for the same pairs again."""

    def __init__(self, tellings: Iterable[Telling], copies: Mapping[str, int], ground: Ground) -> None:
        self.ground = ground
        self._likeness = Likeness(tellings, copies, ground)
        self._scores: dict[tuple[int, int], float] = {}
        # The most points that parties and words can add where the sentences are no copies.
        self._most_left = weights().actor["same"] + weights().target["same"]
        self._most_left += weights().words["trigger"] + weights().words["one_breath"]
        self._most_counted = weights().count["equal"]
        self._bias = weights().bias
        self._needed = log(weights().threshold / (1 - weights().threshold)) - self._bias

    def score(self, a: Telling, b: Telling) -> float:
        """How surely the two tell one happening, 0..1, contradictions left aside."""
        one, other = pair = (a.number, b.number) if a.number < b.number else (b.number, a.number)
        found = self._scores.get(pair)
        if found is None:
            points = self._likeness.outline(one, other) + self._likeness.details(one, other)
            found = self._scores[pair] = self._logistic(round(points, 6))
        return found

    def promising(self, one: int, other: int) -> float | None:
        """The score of two telling numbers (the lesser first) where it reaches the threshold, else None; most
        pairs fall by type, day and place alone.
        """
        sure = self._likeness.outline(one, other)
        if sure + self._most_left < self._needed and self._falls(sure, one, other):
            return None
        # Rounded, so that the order of the sum never decides a pair that lies on the threshold.
        points = round(sure + self._likeness.details(one, other), 6)
        if points < self._needed:
            return None
        self._scores[one, other] = self._logistic(points)
        return self._scores[one, other]

    def link(self, a: Telling, b: Telling) -> Link:
        """The link of the two with its reasons, the weightiest first."""
        one, other = (a, b) if a.number < b.number else (b, a)
        signs = sorted(
            self._likeness.signs(one.number, other.number), key=lambda sign: (-abs(sign[0]), sign[1])
        )
        reasons = tuple(f"{reason} ({points:+.1f})" for points, reason in signs if points)
        return Link(one.id, other.id, round(self.score(one, other), 4), reasons)

    def _falls(self, sure: float, one: int, other: int) -> bool:
        """Can neither equal numbers nor a copied sentence lift the two to the threshold?"""
        lacking = sure + self._most_left + self._most_counted < self._needed
        return not self._likeness.copied(one, other) and (
            lacking or not self._likeness.both_count(one, other)
        )

    def _logistic(self, points: float) -> float:
        return 1 / (1 + exp(-(points + self._bias)))
