"""The links between claims, each put into words when it is read: a collection has several for every claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

import numpy as np

from dragoman.events.linking.linker import Linker, Pairs
from dragoman.events.pairing.census import Column
from dragoman.events.story import Link

# What stands in the place of a score, and why: of pairs that a contradiction or a person decided.
Fate = tuple[float, str] | None
# So many links are put into words at a time.
_BATCH = 4096


class Links(Sequence[Link]):
    """Links in the order of their claims.

    `ids` are those of the claims by the numbers of their tellings; `fates` says of each pair what became of it, by its
    place among `words`.
    """

    def __init__(self, ids: Sequence[str], pairs: Pairs, fates: Column, words: Sequence[Fate], linker: Linker) -> None:
        order = np.lexsort((pairs[1], pairs[0]))
        self._ones, self._others, self._fates = pairs[0][order], pairs[1][order], fates[order]
        self._ids, self._words, self._linker = ids, words, linker
        self._worded = lru_cache(1 << 16)(linker.worded)

    def __len__(self) -> int:
        return len(self._ones)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Links) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, place: int) -> Link: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, place: int | slice) -> Link | tuple[Link, ...]:
        if isinstance(place, slice):
            return tuple(self._made(place))
        (found,) = self._made(slice(place, place + 1 or None))
        return found

    def __iter__(self) -> Iterator[Link]:
        for begin in range(0, len(self), _BATCH):
            yield from self._made(slice(begin, begin + _BATCH))

    def _made(self, part: slice) -> Iterator[Link]:
        ones, others = self._ones[part], self._others[part]
        asked = map(tuple, self._linker.questions(ones, others).T.tolist())
        found = zip(ones.tolist(), others.tolist(), self._fates[part].tolist(), asked, strict=True)
        for one, other, fate, questions in found:
            score, reasons = self._worded(questions)
            if (settled := self._words[fate]) is not None:
                score, reasons = settled[0], (settled[1], *reasons)
            yield Link(self._ids[one], self._ids[other], score, reasons)
