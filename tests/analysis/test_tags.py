"""Tags that make whole names."""

import numpy as np
import pytest

from dragoman.analysis.tags import best, spans

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def _scores(*rows):
    return np.array(rows, dtype=np.float32)


def test_no_name_goes_on_that_has_not_begun():
    assert best(_scores([1, 0, 5, 0, 0], [0, 0, 5, 0, 0]), TAGS) == ["B-PER", "I-PER"]


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        ([[0, 4, 0, 0, 0], [0, 0, 0, 0, 3]], ["B-PER", "O"]),
        ([[0, 4, 0, 3.5, 0], [0, 0, 0, 0, 3]], ["B-LOC", "I-LOC"]),
        ([[0, 0, 0, 2, 0], [0, 0, 0, 2, 1]], ["B-LOC", "B-LOC"]),
    ],
)
def test_the_best_sequence(rows, tags):
    assert best(_scores(*rows), TAGS) == tags


def test_names_of_a_sentence():
    tags = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-LOC"]
    assert list(spans(tags)) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 6, "LOC")]


def test_an_empty_sentence_has_none():
    assert best(np.zeros((0, 5)), TAGS) == []
