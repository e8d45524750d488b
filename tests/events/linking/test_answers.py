"""Questions by the million are asked once each, and every one gets its own answer."""

from __future__ import annotations

import numpy as np

from dragoman.events.linking.answers import Answers


def test_a_question_is_asked_once():
    asked = []

    def ask(question):
        asked.append(question)
        return question * 10

    answers = Answers(ask)
    questions = np.array([7, 3, 7, 7, 0, 3], np.int64)
    assert answers(questions).tolist() == [70, 30, 70, 70, 0, 30]
    assert answers(questions[:2]).tolist() == [70, 30]
    assert asked == [0, 3, 7]


def test_questions_that_push_each_other_out_are_answered_all_the_same():
    """More questions than there are slots, among them the largest that 63 bits hold."""
    answers = Answers(lambda question: question % 1009)
    questions = np.concatenate((np.arange(2_000_000, dtype=np.int64), [2**63 - 1, 2**62, 5]))
    for _ in range(2):
        assert (answers(questions) == questions % 1009).all()


def test_no_questions_no_answers():
    assert Answers(lambda question: question)(np.zeros(0, np.int64)).tolist() == []
