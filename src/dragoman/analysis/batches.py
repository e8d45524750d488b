"""Sentences as the model takes them: cut to its length, padded to steps of eight pieces, alike ones side by side.

A sentence is padded by its own length alone, never to its neighbours': whatever stands beside it and however many, it
goes through the same operations on the same numbers, so its reading is the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.pieces import BOS, EOS, PAD, Pieces
from dragoman.analysis.words import Token

LONGEST = 256  # pieces of one run; a longer sentence is read in parts
STEP = 8

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """Words `first..` of a sentence in numbers; `places` has where each word's first piece stands, <s> first."""

    sentence: int
    first: int
    pieces: tuple[int, ...]
    places: tuple[int, ...]

    @property
    def length(self) -> int:
        """The pieces with their padding."""
        return -(-len(self.pieces) // STEP) * STEP


def parts(number: int, words: Sequence[Token], pieces: Pieces) -> Iterator[Part]:
    """A sentence as one part, or as several where it is longer than the model reads."""
    first, row, places = 0, [BOS], [0]
    for index, word in enumerate(words):
        own = pieces.of(word.text, word.spaced or index == first)
        if len(row) + len(own) >= LONGEST:
            yield Part(number, first, (*row, EOS), tuple(places))
            first, row, places = index, [BOS], [0]
        places.append(len(row))
        row += own
    if len(places) > 1:
        yield Part(number, first, (*row, EOS), tuple(places))


def batches(found: Sequence[Part], most: int) -> Iterator[tuple[Part, ...]]:
    """Parts of one padded length together, at most so many."""
    order = sorted(found, key=lambda part: (part.length, part.sentence, part.first))
    group: list[Part] = []
    for part in order:
        if group and (part.length != group[0].length or len(group) == most):
            yield tuple(group)
            group = []
        group.append(part)
    if group:
        yield tuple(group)


def numbers(group: Sequence[Part]) -> tuple[Whole, Whole]:
    """`pieces` and `first`, both (batch, length): places of words are those in the whole batch laid out as a row."""
    length = group[0].length
    pieces = np.full((len(group), length), PAD, np.int64)
    first = np.zeros((len(group), length), np.int64)
    for row, part in enumerate(group):
        pieces[row, : len(part.pieces)] = part.pieces
        first[row, : len(part.places)] = part.places
        first[row] += row * length
    return pieces, first
