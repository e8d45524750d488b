"""How alike two tellings are, sign by sign, with every answer kept.

A collection asks the same few thousand questions a million times. So each telling is first put into numbers
(`Traits`), where equal numbers mean the same for a sign; a pair of numbers then has one answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from dragoman.analysis.vectors import Vectors
from dragoman.events.ground import Ground
from dragoman.events.signs import (
    Between,
    alike_signs,
    count_signs,
    party_sign,
    place_sign,
    time_signs,
    type_signs,
    word_signs,
)
from dragoman.events.tellings import Telling
from dragoman.events.weights import Sign, Weights

# The points of some signs together, and the signs.
Answer = tuple[float, tuple[Sign, ...]]
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Traits:
    """A telling in numbers. `first` and `last` are days, 0 where none is known; `copy` is None for no copy.

    `clock` stands for all that is said of the days but the days themselves: how vague they are, whether
    stated, whether lasting, and the hours. `counts` is 0 where the telling gives no number.
    """

    kind: int
    mutual: bool
    clock: int
    first: int
    last: int
    places: int
    doers: int
    sufferers: int
    counts: int
    trigger: int
    document: int
    sentence: int
    outlet: int
    copy: int | None


class _Numbers(Generic[Meaning]):
    """Numbers for values: equal ones share a number, which leads back to what the first of them stood for."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._meanings: list[Meaning] = []

    def __getitem__(self, number: int) -> Meaning:
        return self._meanings[number]

    def of(self, value: Hashable, meaning: Meaning) -> int:
        number = self._numbers.setdefault(value, len(self._meanings))
        if number == len(self._meanings):
            self._meanings.append(meaning)
        return number


class _Census:
    """Puts tellings into numbers."""

    def __init__(self) -> None:
        self.kinds = _Numbers[Telling]()
        self.clocks = _Numbers[Telling]()
        self.places = _Numbers[Telling]()
        self.parties = _Numbers[tuple[str, ...]]()
        self.counts = _Numbers[Telling | None]()
        self.counts.of((), None)
        self._words = _Numbers[None]()

    def traits(self, told: Telling, copy: int | None) -> Traits:
        claim = told.claim
        clock = (
            told.vague,
            told.stated,
            told.ahead,
            told.kind.lasting,
            claim.when.hours,
            claim.when.precision == "open",
        )
        counts = tuple((count.what, count.who, count.low, count.high) for count in told.numbers)
        return Traits(
            kind=self.kinds.of((told.kind.name, told.mode, told.begins, told.summed), told),
            mutual=told.kind.mutual,
            clock=self.clocks.of(clock, told),
            first=told.first or 0,
            last=told.last or 0,
            places=self.places.of(tuple(site.seen for site in told.sites), told),
            doers=self.parties.of(told.doers, told.doers),
            sufferers=self.parties.of(told.sufferers, told.sufferers),
            counts=self.counts.of(counts, told),
            trigger=self._words.of(told.trigger, None),
            document=self._words.of(claim.document, None),
            sentence=self._words.of((claim.document, claim.sentence), None),
            outlet=self._words.of(("outlet", told.outlet or claim.document), None),
            copy=copy,
        )


class Likeness:
    """The signs of pairs of tellings, by their numbers (`Telling.number`)."""

    def __init__(
        self,
        tellings: Iterable[Telling],
        copies: Mapping[str, int],
        vectors: Vectors,
        ground: Ground,
        table: Weights,
    ) -> None:
        self._ground = ground
        self._vectors = vectors
        self._table = table
        self._told = {telling.number: telling for telling in tellings}
        self._census = _Census()
        self._traits = {n: self._census.traits(told, copies.get(told.id)) for n, told in self._told.items()}
        self._type, self._time, self._place = cache(self._types), cache(self._times), cache(self._places)
        self._party, self._count = cache(self._parties), cache(self._counts)

    def reaching(self, pairs: Iterable[tuple[int, int]], least: float) -> Iterator[tuple[float, int, int]]:
        """The pairs that have so many points; most fall before their numbers and words are looked at."""
        words = self._table.points["words"]
        most_left = words["trigger"] + words["one_breath"] + words["refers"] + (words["alike"] if self._vectors else 0)
        most_counted = most_left + self._table.points["count"]["equal"]
        for one, other in pairs:
            a, b = self._traits[one], self._traits[other]
            left = most_counted if a.counts and b.counts else most_left
            if self._sure(a, b) + left >= least or _copied(a, b):
                points = self.points(one, other)
                if points >= least:
                    yield points, one, other

    def points(self, one: int, other: int) -> float:
        """The points of all signs together, rounded, so that the order of their sum decides nothing."""
        a, b = self._traits[one], self._traits[other]
        told = (*self._count(a.counts, b.counts)[1], *self._words(one, other))
        return round(self._sure(a, b) + sum(sign.points for sign in told), 6)

    def signs(self, one: int, other: int) -> Iterator[Sign]:
        """Every sign that speaks for or against one happening."""
        a, b = self._traits[one], self._traits[other]
        yield from self._type(a.kind, b.kind)[1]
        yield from self._time(a.clock, b.clock, _between(a, b))[1]
        yield from self._place(a.places, b.places, a.document == b.document)[1]
        yield from self._who(a, b)
        yield from self._count(a.counts, b.counts)[1]
        yield from self._words(one, other)

    def _sure(self, a: Traits, b: Traits) -> float:
        """The points of types, days, places and parties."""
        actor, target = self._who(a, b)
        return (
            self._type(a.kind, b.kind)[0]
            + self._time(a.clock, b.clock, _between(a, b))[0]
            + self._place(a.places, b.places, a.document == b.document)[0]
            + actor.points
            + target.points
        )

    def _types(self, one: int, other: int) -> Answer:
        return _answer(type_signs(self._census.kinds[one], self._census.kinds[other], self._table))

    def _times(self, one: int, other: int, between: Between) -> Answer:
        return _answer(time_signs(self._census.clocks[one], self._census.clocks[other], between, self._table))

    def _places(self, one: int, other: int, one_report: bool) -> Answer:
        a, b = self._census.places[one], self._census.places[other]
        return _answer([place_sign(a.sites, b.sites, one_report, self._ground, self._table)])

    def _parties(self, role: str, ones: int, others: int) -> Sign:
        return party_sign(role, self._census.parties[ones], self._census.parties[others], self._ground, self._table)

    def _counts(self, one: int, other: int) -> Answer:
        a, b = self._census.counts[one], self._census.counts[other]
        return _answer(count_signs(a.numbers, b.numbers, self._table) if a and b else ())

    def _words(self, one: int, other: int) -> Iterator[Sign]:
        a, b = self._traits[one], self._traits[other]
        one_sentence = a.sentence == b.sentence
        yield from word_signs(self._told[one], self._told[other], _copied(a, b), one_sentence, self._table)
        if a.document != b.document and not _copied(a, b):
            yield from alike_signs(self._told[one], self._told[other], self._vectors, self._table)

    def _who(self, a: Traits, b: Traits) -> tuple[Sign, Sign]:
        """Who did it and to whom; where both parties do the same, whichever way round fits better."""
        straight = self._party("actor", a.doers, b.doers), self._party("target", a.sufferers, b.sufferers)
        if not (a.mutual or b.mutual):
            return straight
        crossed = self._party("actor", a.doers, b.sufferers), self._party("target", a.sufferers, b.doers)
        return max(straight, crossed, key=lambda signs: signs[0].points + signs[1].points)


def _copied(a: Traits, b: Traits) -> bool:
    """Do the two stand in nearly the same sentence of two reports?"""
    return a.copy is not None and a.copy == b.copy and a.document != b.document


def _answer(signs: Iterable[Sign]) -> Answer:
    found = tuple(signs)
    return sum(sign.points for sign in found), found


def _between(a: Traits, b: Traits) -> Between:
    days = b.last - a.first if a.first > b.last else max(b.first - a.last, 0)
    return Between(days, a.first == b.first, a.document == b.document, a.outlet == b.outlet)
