"""The tree is the best of all: held against every tree there is."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.tree import heads


def _is_tree(found):
    for word in range(1, len(found) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = found[word - 1]
        if word:
            return False
    return found.count(0) == 1


def _best(scores):
    size = len(scores)
    trees = (list(found) for found in product(range(size), repeat=size - 1))
    fitting = [found for found in trees if _is_tree(found)]
    return max(sum(scores[word, head] for word, head in enumerate(found, start=1)) for found in fitting)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_no_tree_is_better(words, seed):
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1))
    found = heads(scores)
    assert _is_tree(found)
    total = sum(scores[word, head] for word, head in enumerate(found, start=1))
    assert total == np.float64(_best(scores)).item() or abs(total - _best(scores)) < 1e-9


def test_a_circle_is_cut_where_it_costs_least():
    scores = np.zeros((4, 4))
    scores[1, 2] = scores[2, 1] = 9.0
    scores[3, 2], scores[1, 0], scores[2, 0] = 5.0, 1.0, 3.0
    assert heads(scores) == [2, 0, 2]


def test_one_root_even_where_two_are_better():
    scores = np.array([[0, 0, 0], [5.0, 0, 1.0], [4.0, 0.5, 0]])
    assert heads(scores) == [0, 1]


def test_a_large_circle_of_long_text():
    size = 400
    scores = np.zeros((size + 1, size + 1))
    for word in range(1, size + 1):
        scores[word, word % size + 1] = 5.0
    scores[7, 0] = 1.0
    found = heads(scores)
    assert found[6] == 0 and _is_tree(found)
