"""Scores on sentences kept aside: UPOS, features, UAS and LAS (CoNLL 2018: relations without subtype), names F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from treebank import FEATURES, TAGS, Word


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


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names of a sentence as (first word, word after the last, type)."""
    found: list[tuple[int, int, str]] = []
    start: int | None = None
    for place, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            found.append((start, place, tags[start][2:]))
            start = None
        if tag != "O" and start is None:
            start = place
    return found


def best_tags(scores: NDArray[np.float32]) -> list[str]:
    """The best sequence of tags in which no name begins inside (Viterbi)."""
    total = scores[0] + [0.0 if not tag.startswith("I-") else -1e9 for tag in TAGS]
    back: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        reach = total[:, None] + _ALLOWED
        back.append(reach.argmax(0))
        total = reach.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [TAGS[number] for number in reversed(path)]


_ALLOWED = np.array(
    [[0.0 if not to.startswith("I-") or from_[2:] == to[2:] else -1e9 for to in TAGS] for from_ in TAGS]
)


def tree(scores: NDArray[np.float32]) -> list[int]:
    """The heads of the best tree with one root (Chu-Liu/Edmonds); `scores[word, head]`, 0 being the root."""
    size = len(scores)
    weights = scores.astype(np.float64).copy()
    weights[0] = -np.inf
    np.fill_diagonal(weights, -np.inf)
    heads = _edmonds(weights)
    roots = [word for word in range(1, size) if heads[word] == 0]
    if len(roots) == 1:
        return heads[1:]
    candidates = []
    for root in range(1, size):
        single = weights.copy()
        single[:, 0] = -np.inf
        single[root, :] = -np.inf
        single[root, 0] = weights[root, 0]
        found = _edmonds(single)
        candidates.append((sum(single[word, found[word]] for word in range(1, size)), -root, found))
    return max(candidates)[2][1:]


def _edmonds(weights: NDArray[np.float64]) -> list[int]:
    heads = [0, *(int(number) for number in weights[1:].argmax(1))]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [word for word in range(len(weights)) if word not in inside]
    size = len(outside) + 1
    new = size - 1
    small = np.full((size, size), -np.inf)
    entry: dict[int, int] = {}
    leaving: dict[int, int] = {}
    own = sum(weights[word, heads[word]] for word in cycle)
    for a, word in enumerate(outside):
        for b, head in enumerate(outside):
            small[a, b] = weights[word, head]
        leaving[a] = max(cycle, key=lambda head: (weights[word, head], -head))
        small[a, new] = weights[word, leaving[a]]
    for b, head in enumerate(outside):
        entry[b] = max(cycle, key=lambda word: (weights[word, head] - weights[word, heads[word]], -word))
        small[new, b] = own + weights[entry[b], head] - weights[entry[b], heads[entry[b]]]
    small[0] = -np.inf
    np.fill_diagonal(small, -np.inf)
    found = _edmonds(small)
    result = list(heads)
    for a, word in enumerate(outside):
        if a:
            result[word] = leaving[a] if found[a] == new else outside[found[a]]
    result[entry[found[new]]] = outside[found[new]]
    return result


def _cycle(heads: list[int]) -> list[int] | None:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return None
