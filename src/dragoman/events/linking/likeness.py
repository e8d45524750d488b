"""How alike two tellings are, sign by sign: in points for columns of pairs, in sentences for one of them.

Each sort of sign rests on a question that is one number: the two types, the gap of days and how the two give their
days, the two parties. Points are counted in whole millionths, so that their order in the sum decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np

from dragoman.analysis.vectors import Vectors
from dragoman.events.ground import Ground
from dragoman.events.linking.answers import Answers, Points, Questions
from dragoman.events.linking.nearness import Nearness
from dragoman.events.linking.signs import (
    Between,
    alike_signs,
    count_signs,
    party_sign,
    place_sign,
    time_signs,
    type_signs,
    word_signs,
)
from dragoman.events.linking.weights import Sign, Weights
from dragoman.events.pairing.census import Census, Column, Mask, Traits
from dragoman.vocabulary import event_types

MILLION = 1_000_000
# A question from its upper end: its sort (3 bits), then two numbers (28 each), or days (20), three bits and two clocks
# (18 each).
_SORT, _HALF, _CLOCK = 60, 28, 18
_EARLIEST = 1 << 19
# The first five ask about pairs of the first five Traits.
_TYPE, _PLACE, _ACTOR, _TARGET, _COUNT, _TIME, _WORD, _ALIKE = range(8)
_PAIRED = (_TYPE, _PLACE, _ACTOR, _TARGET, _COUNT)


class Likeness:
    """The signs of pairs of tellings, by their numbers (`Telling.number`)."""

    def __init__(self, census: Census, vectors: Vectors, ground: Ground, table: Weights) -> None:
        self._census, self._ground, self._table = census, ground, table
        names = {name: number for number, name in enumerate(event_types())}
        self._names = np.array([names[telling.kind.name] for telling in census.kinds], np.int32)
        goes_on = [telling.kind.announced or telling.kind.lasting for telling in census.kinds]
        self._goes_on = np.array(goes_on, np.bool_)
        self._mutual = np.array([telling.kind.mutual for telling in census.kinds], np.bool_)
        self._near = Nearness(census, vectors, table)
        self._said = (
            self._type,
            self._place,
            self._actor,
            self._target,
            self._count,
            self._time,
            self._word,
            self._alike,
        )
        self._answer = cache(lambda asked: tuple(self._said[asked >> _SORT](asked & (1 << _SORT) - 1)))
        self._points = Answers(lambda asked: round(sum(sign.points for sign in self._answer(asked)) * MILLION))

    def points(self, ones: Column, others: Column, least: float = -np.inf) -> Points:
        """The points of all signs together, in millionths, pair by pair; vectors are left aside where they cannot bring
        a pair to the `least`.
        """
        asked = self._bare(ones, others)
        points: Points = self._points(asked.ravel()).reshape(asked.shape).sum(axis=0)
        if self._near:
            left = np.flatnonzero(points + self._near.most * MILLION >= least * MILLION)
            points[left] += self._points(self._vectors(ones[left], others[left]))
        return points

    def questions(self, ones: Column, others: Column) -> Questions:
        """What each sort of sign is asked, row by row, about the pairs."""
        return np.vstack((self._bare(ones, others), self._vectors(ones, others)))

    def _bare(self, ones: Column, others: Column) -> Questions:
        """The questions that rest on traits alone."""
        ones_traits, others_traits = self._census.traits(ones), self._census.traits(others)
        a, b = Traits(*ones_traits), Traits(*others_traits)
        report = a.document == b.document
        asked = np.empty((_ALIKE, len(ones)), np.int64)
        asked[: len(_PAIRED)] = _paired(ones_traits[: len(_PAIRED)], others_traits[: len(_PAIRED)])
        asked[_PLACE] |= report.astype(np.int64) << 2 * _HALF
        self._turn_mutual(asked, a, b)
        asked[_TIME], asked[_WORD] = _times(a, b), self._words(a, b, report)
        return asked

    def _vectors(self, ones: Column, others: Column) -> Questions:
        """How near the sentences are, in tenths and ten more."""
        return self._near.tenths(ones, others) + 10 + (_ALIKE << _SORT)

    def signs(self, asked: Iterable[int]) -> Iterator[Sign]:
        """Every sign that speaks for or against one happening, by the questions about a pair."""
        for question in asked:
            yield from self._answer(question)

    def _turn_mutual(self, asked: Questions, a: Traits, b: Traits) -> None:
        """Where both parties do the same, they are compared whichever way round fits better."""
        mutual = np.flatnonzero(self._mutual[a.kind] | self._mutual[b.kind])
        if mutual.size:
            straight = asked[[_ACTOR, _TARGET]][:, mutual]
            doing, suffering = np.stack((a.doers, a.sufferers))[:, mutual], np.stack((b.sufferers, b.doers))[:, mutual]
            crossed = _paired(doing, suffering, (_ACTOR, _TARGET))
            better = self._together(crossed) > self._together(straight)
            asked[_ACTOR, mutual], asked[_TARGET, mutual] = np.where(better, crossed, straight)

    def _together(self, asked: Questions) -> Points:
        points: Points = self._points(asked[0]) + self._points(asked[1])
        return points

    def _words(self, a: Traits, b: Traits, report: Mask) -> Questions:
        copied = (a.copy == b.copy) & (a.copy >= 0) & ~report
        same_word = a.word == b.word
        sentence = report & (a.sentence == b.sentence) & (a.sentence_end == b.sentence_end)
        one_type = self._names[a.kind] == self._names[b.kind]
        refers = report & one_type & (a.refers != b.refers)
        again = report & one_type & ~refers & ~sentence & self._goes_on[a.kind]
        told = np.where(same_word & ~copied, a.trigger, 0).astype(np.int64) << 6
        bits = 32 * again + 16 * refers + 8 * copied + 4 * same_word + 2 * sentence + one_type
        asked: Questions = told + bits + (_WORD << _SORT)
        return asked

    def _type(self, asked: int) -> Iterator[Sign]:
        one, other = _halves(asked)
        return type_signs(self._census.kinds[one], self._census.kinds[other], self._table)

    def _time(self, asked: int) -> Iterator[Sign]:
        lie, clocks = asked >> 2 * _CLOCK, self._census.clocks
        one, other = clocks[asked >> _CLOCK & (1 << _CLOCK) - 1], clocks[asked & (1 << _CLOCK) - 1]
        together, one_report, one_outlet = (bool(lie & bit) for bit in (4, 2, 1))
        return time_signs(one, other, Between((lie >> 3) - _EARLIEST, together, one_report, one_outlet), self._table)

    def _place(self, asked: int) -> Iterator[Sign]:
        one, other = (self._census.places[number] for number in _halves(asked))
        yield place_sign(one, other, bool(asked >> 2 * _HALF), self._ground, self._table)

    def _actor(self, asked: int) -> Iterator[Sign]:
        yield self._party("actor", asked)

    def _target(self, asked: int) -> Iterator[Sign]:
        yield self._party("target", asked)

    def _party(self, role: str, asked: int) -> Sign:
        one, other = (self._census.parties[number] for number in _halves(asked))
        return party_sign(role, one, other, self._ground, self._table)

    def _count(self, asked: int) -> Iterator[Sign]:
        one, other = (self._census.numbers[number] for number in _halves(asked))
        return count_signs(one, other, self._table)

    def _word(self, asked: int) -> Iterator[Sign]:
        again, refers, copied, same_word, sentence, one_type = (bool(asked & bit) for bit in (32, 16, 8, 4, 2, 1))
        word = self._census.triggers[asked >> 6] if same_word else None
        coming_back = "refers" if refers else "again" if again else None
        return word_signs(copied, word, coming_back, one_type if sentence else None, self._table)

    def _alike(self, asked: int) -> Iterator[Sign]:
        return alike_signs((asked - 10) / 10, self._table)


def _paired(ones: Column, others: Column, sorts: Sequence[int] = _PAIRED) -> Questions:
    """Questions about two numbers each, a sort a row."""
    return (ones.astype(np.int64) << _HALF | others) + (np.array(sorts, np.int64)[:, None] << _SORT)


def _halves(asked: int) -> tuple[int, int]:
    return asked >> _HALF & (1 << _HALF) - 1, asked & (1 << _HALF) - 1


def _times(a: Traits, b: Traits) -> Questions:
    """How the two lie to each other in time (`Between`; 0 days where one has none), and how each gives its days."""
    gap = np.where(a.first > b.last, b.last - a.first, np.maximum(b.first - a.last, 0))
    gap = np.where((a.first == 0) | (b.first == 0), 0, gap).astype(np.int64) + _EARLIEST
    lie = gap * 8 + 4 * (a.first == b.first) + 2 * (a.document == b.document) + (a.outlet == b.outlet)
    asked: Questions = (lie << 2 * _CLOCK | a.clock.astype(np.int64) << _CLOCK | b.clock) + (_TIME << _SORT)
    return asked
