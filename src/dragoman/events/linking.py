"""Scores pairs of claims and says what forbids that two claims tell one happening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from dragoman.events.blocks import REACH
from dragoman.events.ground import Ground
from dragoman.events.signs import Sign, count_sign, party_signs, place_sign, time_sign, type_sign, word_signs
from dragoman.events.story import Link
from dragoman.events.tellings import Telling
from dragoman.events.weights import weights


class Linker:
    """Scores pairs; keeps what was scored, because groups ask for the same pairs again."""

    def __init__(self, ground: Ground, copies: Mapping[str, int]) -> None:
        self.ground = ground
        self.copies = copies
        self._scores: dict[tuple[str, str], float] = {}

    def score(self, a: Telling, b: Telling) -> float:
        """How surely the two tell one happening, 0..1, contradictions left aside."""
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if pair not in self._scores:
            self._scores[pair] = _logistic(sum(points for points, _ in self.signs(a, b)))
        return self._scores[pair]

    def link(self, a: Telling, b: Telling) -> Link:
        """The link of the two with its reasons, the weightiest first."""
        one, other = (a, b) if a.id < b.id else (b, a)
        signs = sorted(self.signs(one, other), key=lambda sign: (-abs(sign[0]), sign[1]))
        reasons = tuple(f"{reason} ({points:+.1f})" for points, reason in signs if points)
        return Link(one.id, other.id, round(self.score(one, other), 4), reasons)

    def signs(self, a: Telling, b: Telling) -> Iterator[Sign]:
        """Every sign that speaks for or against one happening."""
        yield from type_sign(a, b)
        yield from time_sign(a, b)
        yield from place_sign(a, b, self.ground)
        yield from party_signs(a, b, self.ground)
        yield from count_sign(a, b)
        copied = a.id in self.copies and self.copies[a.id] == self.copies.get(b.id)
        yield from word_signs(a, b, copied and a.claim.document != b.claim.document)

    def contradiction(self, a: Telling, b: Telling) -> str | None:
        """What forbids that the two tell one happening; None where nothing does."""
        return next(self._contradictions(a, b), None)

    def _contradictions(self, a: Telling, b: Telling) -> Iterator[str]:
        if a.claim.document == b.claim.document and dated_apart(a, b) and not _weekday_doubt(a, b):
            yield "one report dates them on different days"
        if gap_days(a, b) > REACH and not (a.kind.lasting and b.kind.lasting):
            yield "their days lie too far apart"
        if _two_beginnings(a, b):
            yield "two beginnings on different days"
        if _one_ended(a, b):
            yield "one tells of its end, the other of its course"
        if rivals(a, b, self.ground):
            yield "opposite holders of one place"


def _logistic(points: float) -> float:
    return 1 / (1 + exp(-(points + weights().bias)))


def gap_days(a: Telling, b: Telling) -> int:
    """Days between the two, 0 where they overlap or one has no day."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0
    return max(a.first - b.last, b.first - a.last, 0)


def dated_apart(a: Telling, b: Telling) -> bool:
    """Do the words of both give days, and different ones?"""
    return a.stated and b.stated and gap_days(a, b) > 0 and not (a.kind.lasting and b.kind.lasting)


def _weekday_doubt(a: Telling, b: Telling) -> bool:
    return "weekday_conflict" in a.claim.flags or "weekday_conflict" in b.claim.flags


def _two_beginnings(a: Telling, b: Telling) -> bool:
    both = a.claim.phase == b.claim.phase == "start"
    return both and a.kind.lasting and b.kind.lasting and gap_days(a, b) > weights().limit("restart")


def _one_ended(a: Telling, b: Telling) -> bool:
    ends = [t.claim.phase == "end" and t.kind.end is None and not t.kind.holder for t in (a, b)]
    return a.kind.name == b.kind.name and ends[0] != ends[1]


def rivals(a: Telling, b: Telling, ground: Ground) -> bool:
    """Do they give one place to different sides?"""
    if a.kind.story != "holding" or b.kind.story != "holding":
        return False
    return sided_apart(a.doers, b.doers, ground)


def sided_apart(ones: tuple[str, ...], others: tuple[str, ...], ground: Ground) -> bool:
    """Are all parties of the one on other sides than all parties of the other?"""
    sides = [{side for key in keys if (side := ground.side(key))} for keys in (ones, others)]
    return bool(sides[0]) and bool(sides[1]) and not sides[0] & sides[1]
