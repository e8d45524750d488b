"""What the model says of one sentence: its words with their tree, its names, its vector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.lemmas import lemma


@dataclass(frozen=True, slots=True)
class Node:
    """A word in its tree (Universal Dependencies v2).

    `start` and `end` are offsets into the document in code points; `head` is the index of the word that it hangs on
    within the sentence, -1 for the root; `features` are those that claims need (Case, Voice, Tense, Mood, Polarity,
    Person, Number, VerbForm).
    """

    text: str
    start: int
    end: int
    upos: str
    features: Mapping[str, str]
    head: int
    relation: str

    @property
    def universal(self) -> str:
        """The relation without its subtype: `nsubj` of `nsubj:pass`."""
        return self.relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Named:
    """A name: word indexes `first..last` and its type, PER, ORG or LOC."""

    first: int
    last: int
    type: str


@dataclass(frozen=True)
class Analysis:
    """One sentence; `vector` has length one and 384 numbers, near to those of the same happening in any language."""

    language: str
    nodes: tuple[Node, ...]
    names: tuple[Named, ...]
    vector: NDArray[np.float32]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The indexes of the words that hang on each word, in order."""
        below: list[list[int]] = [[] for _ in self.nodes]
        for index, node in enumerate(self.nodes):
            if node.head >= 0:
                below[node.head].append(index)
        return tuple(map(tuple, below))

    def hanging(self, index: int, *relations: str) -> Iterator[int]:
        """The words that hang on a word by one of the relations, subtypes included, in order."""
        return (child for child in self.children[index] if self.nodes[child].universal in relations)

    def lemma(self, index: int) -> str:
        """The dictionary form of a word."""
        return lemma(self.nodes[index].text, self.nodes[index].upos, self.language)

    def at(self, start: int, end: int) -> int | None:
        """The first word that shares a letter with `start:end`, or None."""
        return next((i for i, node in enumerate(self.nodes) if node.start < end and start < node.end), None)

    def below(self, index: int) -> Iterator[int]:
        """A word and all that hangs on it, directly or not."""
        yield index
        for child in self.children[index]:
            yield from self.below(child)

    def depth(self, index: int) -> int:
        """How many words stand between a word and the root, with the root."""
        return sum(1 for _ in self.above(index))

    def above(self, index: int) -> Iterator[int]:
        """The words that a word hangs on, up to the root, without itself."""
        while (index := self.nodes[index].head) >= 0:
            yield index
