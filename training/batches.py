"""Sentences as tensors: pieces, first pieces of words, and what is to be learnt of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from dragoman.analysis.pieces import BOS, EOS, PAD, Pieces
from dragoman.evaluation.treebank import FEATURES, TAGS, Sentence

IGNORED = -100


@dataclass(frozen=True)
class Labels:
    """The classes by name."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]

    def relation(self, name: str) -> int:
        """The number of a relation, that of its universal part where the subtype is rare."""
        return self.relations.index(name if name in self.relations else name.partition(":")[0])


@dataclass(frozen=True)
class Example:
    """One sentence in numbers; lists are by word, <s> first."""

    sentence: Sentence
    pieces: list[int]
    first: list[int]
    upos: list[int]
    features: list[list[int]]
    heads: list[int]
    relations: list[int]
    tags: list[int]


@dataclass(frozen=True)
class Batch:
    """Padded examples of one kind (trees or names)."""

    examples: Sequence[Example]
    pieces: Tensor
    first: Tensor

    def padded(self, name: str) -> Tensor:
        """A column of the examples by word, IGNORED where there is none."""
        most = self.first.shape[1]
        rows = [getattr(example, name) for example in self.examples]
        return torch.tensor([row + [IGNORED] * (most - len(row)) for row in rows])

    def features(self) -> Tensor:
        """(batch, words, features)."""
        most = self.first.shape[1]
        none = [IGNORED] * len(FEATURES)
        return torch.tensor([e.features + [none] * (most - len(e.features)) for e in self.examples])


class Numbering:
    """From sentences to numbers."""

    def __init__(self, words: Tokenizer, labels: Labels) -> None:
        self.pieces, self.labels = Pieces(words), labels

    def example(self, sentence: Sentence) -> Example:
        """A sentence in numbers."""
        pieces, first = [BOS], [0]
        for place, word in enumerate(sentence.words):
            first.append(len(pieces))
            pieces += self.pieces.of(word.form, word.spaced or not place)
        words = sentence.words
        lacking = [IGNORED] * (len(words) + 1)
        tags = [IGNORED, *(TAGS.index(word.tag) for word in words)] if sentence.names else lacking
        if not sentence.trees:
            empty = [[IGNORED] * len(FEATURES)] * len(lacking)
            return Example(sentence, [*pieces, EOS], first, lacking, empty, lacking, lacking, tags)
        return Example(
            sentence,
            [*pieces, EOS],
            first,
            [IGNORED, *(self.labels.upos.index(word.upos) for word in words)],
            [[IGNORED] * len(FEATURES), *(_features(word.features or {}) for word in words)],
            [IGNORED, *(word.head for word in words)],
            [IGNORED, *(self.labels.relation(word.relation) for word in words)],
            tags,
        )


def _features(found: object) -> list[int]:
    """The number of each feature's value, 0 where the word has none."""
    assert isinstance(found, dict)
    return [values.index(found[name]) + 1 if name in found else 0 for name, values in FEATURES.items()]


def batch(examples: Sequence[Example]) -> Batch:
    """Pad some examples."""
    pieces = max(len(example.pieces) for example in examples)
    words = max(len(example.first) for example in examples)
    return Batch(
        examples,
        torch.tensor([example.pieces + [PAD] * (pieces - len(example.pieces)) for example in examples]),
        torch.tensor([example.first + [0] * (words - len(example.first)) for example in examples]),
    )


def shuffled(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of about `size` pieces, of sentences alike in length and kind, in random order."""
    order = sorted(examples, key=lambda e: (e.sentence.trees, len(e.pieces) + chance.random() * 6))
    packed: list[list[Example]] = []
    current: list[Example] = []
    for example in order:
        mixed = bool(current) and current[0].sentence.trees != example.sentence.trees
        if current and (mixed or len(example.pieces) * (len(current) + 1) > size):
            packed.append(current)
            current = []
        current.append(example)
    packed.append(current)
    chance.shuffle(packed)
    yield from map(batch, packed)
