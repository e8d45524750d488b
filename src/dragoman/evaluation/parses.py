"""Scores of trees and names: UPOS, features, UAS and LAS as in the CoNLL 2018 shared task (relations without subtype,
signs counted), F1 of whole names with their type. Words are given, so nothing is lost in parting a text into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.analysis.tags import spans
from dragoman.evaluation.treebank import FEATURES, Word


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a sentence, by word: class, features, head (0 the root), relation, name tag (IOB2)."""

    upos: Sequence[str]
    features: Sequence[Mapping[str, str]]
    heads: Sequence[int]
    relations: Sequence[str]
    tags: Sequence[str]


def trees(gold: Sequence[Sequence[Word]], read: Sequence[Read]) -> dict[str, float]:
    """Shares of all words."""
    right = np.zeros(5)
    words = 0
    for sentence, found in zip(gold, read, strict=True):
        for place, word in enumerate(sentence):
            head = found.heads[place] == word.head
            same = _universal(found.relations[place]) == _universal(word.relation)
            wanted = {name: value for name, value in (word.features or {}).items() if name in FEATURES}
            right += (
                found.upos[place] == word.upos,
                dict(found.features[place]) == wanted,
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
    """Precision, recall and F1 of whole names with their type."""
    wanted = {(n, *span) for n, sentence in enumerate(gold) for span in spans([word.tag for word in sentence])}
    found = {(n, *span) for n, one in enumerate(read) for span in spans(one.tags)}
    both = len(wanted & found)
    return {
        "names_precision": both / max(len(found), 1),
        "names_recall": both / max(len(wanted), 1),
        "names_f1": 2 * both / max(len(wanted) + len(found), 1),
    }
