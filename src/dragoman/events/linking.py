"""How surely two claims tell one happening: the signs of a pair added up, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import exp, log

from dragoman.events.ground import Ground
from dragoman.events.signs import Likeness, Sign, count_sign, time_sign, word_signs
from dragoman.events.story import Link
from dragoman.events.tellings import Telling
from dragoman.events.weights import weights


class Linker:
    """Scores pairs; keeps what was scored, because groups ask for the same pairs again."""

    def __init__(self, ground: Ground, copies: Mapping[str, int]) -> None:
        self.ground = ground
        self.copies = copies
        self._likeness = Likeness(ground)
        self._scores: dict[tuple[int, int], float] = {}
        words = weights().words["trigger"] + weights().words["one_breath"]
        # The most points that parties and words can add where the sentences are no copies.
        self._most_left = weights().actor["same"] + weights().target["same"] + words
        self._needed = log(weights().threshold / (1 - weights().threshold)) - weights().bias

    def score(self, a: Telling, b: Telling) -> float:
        """How surely the two tell one happening, 0..1, contradictions left aside."""
        pair = _pair(a, b)
        if pair not in self._scores:
            self._scores[pair] = _logistic(_points(self.signs(a, b)))
        return self._scores[pair]

    def promising(self, a: Telling, b: Telling) -> float | None:
        """The score where it reaches the threshold, else None; most pairs fall by type, day and place
        alone.
        """
        sure = _points(self._outline(a, b))
        numbers = weights().count["equal"] if a.numbers and b.numbers else 0.0
        if sure + self._most_left + numbers < self._needed and not self._copied(a, b):
            return None
        points = round(sure + _points(self._details(a, b)), 6)
        self._scores[_pair(a, b)] = _logistic(points)
        return _logistic(points) if points >= self._needed else None

    def link(self, a: Telling, b: Telling) -> Link:
        """The link of the two with its reasons, the weightiest first."""
        one, other = (a, b) if a.id < b.id else (b, a)
        signs = sorted(self.signs(one, other), key=lambda sign: (-abs(sign[0]), sign[1]))
        reasons = tuple(f"{reason} ({points:+.1f})" for points, reason in signs if points)
        return Link(one.id, other.id, round(self.score(one, other), 4), reasons)

    def signs(self, a: Telling, b: Telling) -> Iterator[Sign]:
        """Every sign that speaks for or against one happening."""
        yield from self._outline(a, b)
        yield from self._details(a, b)

    def _outline(self, a: Telling, b: Telling) -> Iterator[Sign]:
        yield from self._likeness.types(a, b)
        yield from time_sign(a, b)
        yield self._likeness.place(a, b)

    def _details(self, a: Telling, b: Telling) -> Iterator[Sign]:
        yield from self._likeness.parties(a, b)
        yield from count_sign(a, b)
        yield from word_signs(a, b, self._copied(a, b))

    def _copied(self, a: Telling, b: Telling) -> bool:
        copied = a.id in self.copies and self.copies[a.id] == self.copies.get(b.id)
        return copied and a.claim.document != b.claim.document


def _logistic(points: float) -> float:
    return 1 / (1 + exp(-(points + weights().bias)))


def _points(signs: Iterable[Sign]) -> float:
    # Rounded, so that the order of the sum never decides a pair that lies on the threshold.
    return round(sum(points for points, _ in signs), 6)


def _pair(a: Telling, b: Telling) -> tuple[int, int]:
    return (a.number, b.number) if a.number < b.number else (b.number, a.number)
