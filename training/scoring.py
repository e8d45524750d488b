"""Scores on sentences kept aside: UPOS, features, UAS and LAS (CoNLL 2018: relations without subtype), names F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.tags import spans
from training.treebank import FEATURES, Word


@dataclass(frozen=True)
class Read:
    """What was read of a sentence, by word: class, values of the features, head (0 the root), relation, tag."""

    upos: Sequence[str]
    features: Sequence[Sequence[int]]
    heads: Sequence[int]
    relations: Sequence[str]
    tags: Sequence[str]


def trees(gold: Sequence[Sequence[Word]], read: Sequence[Read]) -> dict[str, float]:
    """Shares of words, all of them counted, signs too."""
    right = np.zeros(5)
    words = 0
    for sentence, found in zip(gold, read, strict=True):
        for place, word in enumerate(sentence):
            head = found.heads[place] == word.head
            same = _universal(found.relations[place]) == _universal(word.relation)
            features = [
                (values.index(word.features[name]) + 1 if word.features and name in word.features else 0)
                for name, values in FEATURES.items()
            ]
            right += (
                found.upos[place] == word.upos,
                list(found.features[place]) == features,
                head,
                head and same,
                head and found.relations[place] == word.relation,
            )
            words += 1
    shares = right / max(words, 1)
    return dict(zip(("upos", "features", "uas", "las", "las_subtypes"), map(float, shares), strict=True))


def _universal(relation: str) -> str:
    return relation.partition(":")[0]


def names(gold: Sequence[Sequence[Word]], read: Sequence[Read]) -> dict[str, float]:
    """F1 of whole names with their type."""
    wanted = {(n, *span) for n, sentence in enumerate(gold) for span in spans([word.tag for word in sentence])}
    found = {(n, *span) for n, one in enumerate(read) for span in spans(one.tags)}
    both = len(wanted & found)
    return {"names_f1": 2 * both / max(len(wanted) + len(found), 1)}
