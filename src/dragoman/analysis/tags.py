"""The best sequence of name tags, in which no name goes on that has not begun (Viterbi), and its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def best(scores: NDArray[np.floating], tags: Sequence[str]) -> list[str]:
    """The tag of every word; `scores[word, tag]`, tags in IOB2 ("B-PER", "I-PER", "O")."""
    if not len(scores):
        return []
    steps = _steps(tuple(tags))
    total = scores[0] + np.array([_NEVER * tag.startswith("I-") for tag in tags])
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        reach = total[:, None] + steps
        back.append(reach.argmax(0))
        total = reach.max(0) + row
    path = [int(total.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return [tags[number] for number in reversed(path)]


@cache
def _steps(tags: tuple[str, ...]) -> NDArray[np.float64]:
    return np.array([[_NEVER * (to.startswith("I-") and of[2:] != to[2:]) for to in tags] for of in tags])


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names as (first word, word after the last, type)."""
    start: int | None = None
    for place, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            yield start, place, tags[start][2:]
            start = None
        if tag != "O" and start is None:
            start = place
