"""Tellings in numbers: what pairs of them are compared by, as columns of small integers.

A collection asks the same few thousand questions a million times. So equal traits of tellings share a number, and a
number leads back to what it stands for: two numbers have one answer, and a million pairs are a few columns.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.events.tellings import Site, Telling
from dragoman.model import Count

Column = NDArray[np.int32]
Mask = NDArray[np.bool_]
Meaning = TypeVar("Meaning")


class Numbers(Generic[Meaning]):
    """Numbers for values: equal ones share a number, which leads back to what the first of them stood for."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._meanings: list[Meaning] = []

    def __getitem__(self, number: int) -> Meaning:
        return self._meanings[number]

    def __len__(self) -> int:
        return len(self._meanings)

    def __iter__(self) -> Iterator[Meaning]:
        return iter(self._meanings)

    def of(self, value: Hashable, meaning: Meaning) -> int:
        """The number of the value."""
        number = self._numbers.setdefault(value, len(self._meanings))
        if number == len(self._meanings):
            self._meanings.append(meaning)
        return number


@dataclass(frozen=True, slots=True)
class Traits:
    """Tellings in columns of numbers.

    `first` and `last` are days, 0 where none is known; `counts` is 0 where no number is given; `copy` numbers the
    groups of near-equal sentences, -1 for none; `word` is the trigger without case and accents; `sentence` and
    `sentence_end` are its offsets; `refers` is 1 where it may go back to what its report told before.
    """

    kind: Column
    place: Column
    doers: Column
    sufferers: Column
    counts: Column
    clock: Column
    first: Column
    last: Column
    trigger: Column
    word: Column
    document: Column
    sentence: Column
    sentence_end: Column
    outlet: Column
    refers: Column
    copy: Column


class Census:
    """All tellings in numbers, and what the numbers stand for: entry n of `told` and of `ids` (of claims) is telling n.

    `kinds` and `clocks` lead to a telling that stands for all of its number: of one type, mode and phase; of days
    given in one way, in the same hours.
    """

    def __init__(self, tellings: Iterable[Telling], copies: Mapping[str, int]) -> None:
        self.kinds, self.clocks = Numbers[Telling](), Numbers[Telling]()
        self.places = Numbers[tuple[Site, ...]]()
        self.parties = Numbers[tuple[str, ...]]()
        self.numbers = Numbers[tuple[Count, ...]]()
        self.numbers.of((), ())
        self.triggers = Numbers[str]()
        self.documents = Numbers[str]()
        self._words = Numbers[None]()
        self.ids: list[str] = []
        rows = array("i")
        for telling in tellings:
            rows.extend(self._numbers(telling, copies.get(telling.id, -1)))
        self._table: NDArray[np.int32] = np.array(rows, np.int32).reshape(-1, len(fields(Traits))).T.copy()
        self.told = Traits(*self._table)

    def __len__(self) -> int:
        return len(self.ids)

    def traits(self, numbers: Column) -> NDArray[np.int32]:
        """What the tellings of these numbers are compared by, a trait a row in the order of Traits."""
        return self._table[:, numbers]

    def _numbers(self, told: Telling, copy: int) -> Iterator[int]:
        claim = told.claim
        self.ids.append(claim.id)
        yield self.kinds.of((told.kind.name, told.mode, told.begins, told.summed), told)
        yield self.places.of(tuple(site.seen for site in told.sites), told.sites)
        yield self.parties.of(told.doers, told.doers)
        yield self.parties.of(told.sufferers, told.sufferers)
        yield self.numbers.of(tuple((n.what, n.who, n.low, n.high) for n in told.numbers), told.numbers)
        yield self.clocks.of(_clock(told), told)
        yield told.first or 0
        yield told.last or 0
        yield self.triggers.of(claim.trigger.text, claim.trigger.text)
        yield self._words.of(told.trigger, None)
        yield self.documents.of(claim.document, claim.document)
        yield claim.sentence.start
        yield claim.sentence.end
        yield self._words.of(("outlet", told.outlet or claim.document), None)
        yield told.refers
        yield copy


def _clock(told: Telling) -> Hashable:
    """All that is said of a telling's days but the days themselves."""
    when = told.claim.when
    return told.vague, told.stated, told.ahead, told.doubted, told.kind.lasting, when.hours, when.precision == "open"
