"""Answers to questions that come by the million, though only some thousands of them are different."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Questions = NDArray[np.int64]
Points = NDArray[np.int64]
_SLOT_BITS = 19
# Knuth's multiplier: it spreads questions that lie near each other over all slots.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class Answers:
    """The answer to each question, asked once and looked up by columns.

    A question lies in the slot that its hash gives it; two that want one slot push each other out, and are asked
    again: `ask` should remember what it was asked.
    """

    def __init__(self, ask: Callable[[int], int]) -> None:
        self._ask = ask
        self._questions = np.full(1 << _SLOT_BITS, -1, np.int64)
        self._answers = np.zeros(1 << _SLOT_BITS, np.int64)

    def __call__(self, questions: Questions) -> Points:
        """The answers to a column of questions, none of which is below 0."""
        slots = _slots(questions)
        answers = self._answers[slots]
        missed = np.flatnonzero(self._questions[slots] != questions)
        if missed.size:
            fresh, places = np.unique(questions[missed], return_inverse=True)
            asked = np.array([self._ask(question) for question in fresh.tolist()], np.int64)
            answers[missed] = asked[places]
            slots = _slots(fresh)
            self._questions[slots], self._answers[slots] = fresh, asked
        return answers


def _slots(questions: Questions) -> NDArray[np.int64]:
    spread = questions.view(np.uint64) * _SPREAD
    return (spread >> np.uint64(64 - _SLOT_BITS)).view(np.int64)
