"""The best tree over scores of heads: Chu-Liu/Edmonds, with exactly one root.

Ties fall to the earlier word, so that the same scores give the same tree everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def heads(scores: NDArray[np.floating]) -> list[int]:
    """The head of every word, 0 for the root; `scores[word, head]`, row and column 0 standing for the root."""
    weights = np.asarray(scores, np.float64).copy()
    weights[0] = -np.inf
    np.fill_diagonal(weights, -np.inf)
    found = _best(weights)
    if found[1:].count(0) != 1:
        weights[1:, 0] -= _DEAR  # of all trees the best one with as few roots as can be
        found = _best(weights)
    return found[1:]


_DEAR = 1e6  # far more than the scores of a sentence add up to


def _best(weights: Scores) -> list[int]:
    """The best tree with any number of roots."""
    found = [0, *(int(head) for head in weights[1:].argmax(1))]
    cycle = _cycle(found)
    return found if cycle is None else _broken(weights, found, cycle)


def _broken(weights: Scores, found: list[int], cycle: Sequence[int]) -> list[int]:
    """The best tree where the words of a cycle count as one; the cycle is cut where the one is entered."""
    outside = np.array([word for word in range(len(weights)) if word not in set(cycle)])
    ring, own = np.array(cycle), weights[cycle, [found[word] for word in cycle]]
    entries = weights[np.ix_(ring, outside)] - own[:, None]
    leaves = weights[np.ix_(outside, ring)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = entries.max(0), leaves.max(1)
    small[0] = -np.inf
    inner = _best(small)
    result = list(found)
    for place, word in enumerate(outside[1:], start=1):
        away = inner[place] == len(outside)
        result[int(word)] = int(ring[leaves[place].argmax()] if away else outside[inner[place]])
    entered = inner[-1]
    result[int(ring[entries[:, entered].argmax()])] = int(outside[entered])
    return result


def _cycle(found: Sequence[int]) -> list[int] | None:
    """The words of a circle of heads, if there is one."""
    done = {0}
    for start in range(1, len(found)):
        path: list[int] = []
        at = start
        while at not in done and at not in path:
            path.append(at)
            at = found[at]
        if at in path:
            return path[path.index(at) :]
        done |= set(path)
    return None
