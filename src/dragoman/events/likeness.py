"""How alike two tellings are, sign by sign, with every answer kept.

A collection asks the same few thousand questions a million times. So each telling is first put into numbers
(`Traits`), where equal numbers mean equal words for that sign; a pair of numbers then has one answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dragoman.events.ground import Ground
from dragoman.events.signs import (
    Sign,
    count_signs,
    party_sign,
    place_sign,
    time_signs,
    type_signs,
    word_signs,
)
from dragoman.events.tellings import Telling

# The points of some signs together, and the signs.
Answer = tuple[float, tuple[Sign, ...]]
Asked = TypeVar("Asked", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Traits:
    """A telling in numbers; `first` and `last` are 0 where no day is known, `copy` None for no copy.

    `clock` stands for all of its days but the days themselves: how vague they are, whether stated, lasting,
    and at which hours.
    """

    telling: Telling
    kind: int
    clock: int
    first: int
    last: int
    places: int
    doers: int
    sufferers: int
    document: int
    sentence: int
    copy: int | None


class Likeness:
    """The signs of pairs of tellings, by their numbers (`Telling.number`)."""

    def __init__(self, tellings: Iterable[Telling], copies: Mapping[str, int], ground: Ground) -> None:
        self._ground = ground
        self._numbers: dict[Hashable, int] = {}
        self._groups: dict[int, tuple[str, ...]] = {}
        self._types: dict[tuple[int, int], Answer] = {}
        self._times: dict[tuple[int, int, int], Answer] = {}
        self._places: dict[tuple[int, int, bool], Answer] = {}
        self._parties: dict[tuple[str, int, int], Sign] = {}
        self._traits = {telling.number: self._numbered(telling, copies) for telling in tellings}

    def outline(self, one: int, other: int) -> float:
        """The points of types, days and places, by which most pairs fall."""
        a, b = self._traits[one], self._traits[other]
        return self._type(a, b)[0] + self._time(a, b)[0] + self._place(a, b)[0]

    def details(self, one: int, other: int) -> float:
        """The points of parties, numbers and words."""
        return sum(points for points, _ in self._detailed(self._traits[one], self._traits[other]))

    def signs(self, one: int, other: int) -> Iterator[Sign]:
        """Every sign that speaks for or against one happening."""
        a, b = self._traits[one], self._traits[other]
        yield from self._type(a, b)[1]
        yield from self._time(a, b)[1]
        yield from self._place(a, b)[1]
        yield from self._detailed(a, b)

    def both_count(self, one: int, other: int) -> bool:
        """Do both tellings give numbers?"""
        return bool(self._traits[one].telling.numbers and self._traits[other].telling.numbers)

    def copied(self, one: int, other: int) -> bool:
        """Do the two stand in nearly the same sentence of two reports?"""
        return _copied(self._traits[one], self._traits[other])

    def _numbered(self, told: Telling, copies: Mapping[str, int]) -> Traits:
        claim = told.claim
        clock = (told.vague, told.stated, told.kind.lasting, claim.when.hours)
        document = self._number("document", claim.document)
        return Traits(
            telling=told,
            kind=self._number("kind", told.kind.name, told.mode),
            clock=self._number("clock", *clock),
            first=told.first or 0,
            last=told.last or 0,
            places=self._number("places", *(site.seen for site in told.sites)),
            doers=self._group(told.doers),
            sufferers=self._group(told.sufferers),
            document=document,
            sentence=self._number("sentence", document, claim.sentence),
            copy=copies.get(claim.id),
        )

    def _number(self, *trait: Hashable) -> int:
        """The number that equal traits share."""
        return self._numbers.setdefault(trait, len(self._numbers))

    def _group(self, parties: tuple[str, ...]) -> int:
        number = self._number("parties", parties)
        self._groups[number] = parties
        return number

    def _type(self, a: Traits, b: Traits) -> Answer:
        asked = (a.kind, b.kind)
        found = self._types.get(asked)
        return found or _kept(self._types, asked, type_signs(a.telling, b.telling))

    def _time(self, a: Traits, b: Traits) -> Answer:
        gap = a.first - b.last if a.first > b.last else b.first - a.last if b.first > a.last else 0
        asked = (gap, a.clock, b.clock)
        found = self._times.get(asked)
        return found or _kept(self._times, asked, time_signs(a.telling, b.telling))

    def _place(self, a: Traits, b: Traits) -> Answer:
        one_report = a.document == b.document
        asked = (a.places, b.places, one_report)
        found = self._places.get(asked)
        if found is not None:
            return found
        sign = place_sign(a.telling.sites, b.telling.sites, one_report, self._ground)
        return _kept(self._places, asked, (sign,))

    def _detailed(self, a: Traits, b: Traits) -> Iterator[Sign]:
        yield from self._who(a, b)
        if a.telling.numbers and b.telling.numbers:
            yield from count_signs(a.telling, b.telling)
        yield from word_signs(a.telling, b.telling, _copied(a, b), a.sentence == b.sentence)

    def _who(self, a: Traits, b: Traits) -> tuple[Sign, Sign]:
        """Who did it and to whom; where both parties do the same, whichever way round fits better."""
        straight = self._party("actor", a.doers, b.doers), self._party("target", a.sufferers, b.sufferers)
        if not (a.telling.kind.mutual or b.telling.kind.mutual):
            return straight
        crossed = self._party("actor", a.doers, b.sufferers), self._party("target", a.sufferers, b.doers)
        return max(straight, crossed, key=lambda signs: signs[0][0] + signs[1][0])

    def _party(self, role: str, ones: int, others: int) -> Sign:
        asked = (role, ones, others)
        found = self._parties.get(asked)
        if found is None:
            found = party_sign(role, self._groups[ones], self._groups[others], self._ground)
            self._parties[asked] = found
        return found


def _kept(answers: dict[Asked, Answer], asked: Asked, signs: Iterable[Sign]) -> Answer:
    found = tuple(signs)
    answers[asked] = sum(points for points, _ in found), found
    return answers[asked]


def _copied(a: Traits, b: Traits) -> bool:
    return a.copy is not None and a.copy == b.copy and a.document != b.document
