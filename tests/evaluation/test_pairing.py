"""Pairs whose overlap is the largest in all, on cases counted by hand and against every pairing there is."""

from itertools import permutations
from random import Random

import pytest

from dragoman.evaluation.pairing import assigned, overlap, pairs


def words(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split()))


def test_overlap_is_the_harmonic_mean_of_both_shares() -> None:
    # Two of four words and two of two: 2 · 0.5 · 1 / 1.5.
    assert overlap(words("1 2 3 4"), words("2 3")) == pytest.approx(2 / 3)
    assert overlap(words("1"), words("2")) == overlap(words(""), words("")) == 0.0


@pytest.mark.parametrize(
    ("gold", "system", "wanted"),
    [
        ([], [], []),
        (["1 2"], [], [(0, None)]),
        ([], ["1 2"], [(None, 0)]),
        (["1 2"], ["3 4"], [(0, None), (None, 0)]),  # no word in common is no pair
        (["1 2 3 4", "3 4"], ["3 4", "1 2 3 4"], [(0, 1), (1, 0)]),  # words within words: each finds its like
        # The nearest pair gives way where both together overlap more: 0.8 + 0 < 2/3 + 0.5.
        (["1 2 3"], ["1 2", "3 9"], [(0, 0), (None, 1)]),
        (["1 2 3", "1 9"], ["1 2", "3"], [(0, 1), (1, 0)]),
    ],
)
def test_pairs(gold: list[str], system: list[str], wanted: list[tuple[int | None, int | None]]) -> None:
    assert pairs([words(one) for one in gold], [words(one) for one in system]) == wanted


def test_no_pairing_is_better() -> None:
    random = Random(3)
    for _ in range(200):
        rows, columns = random.randint(1, 5), random.randint(1, 5)
        scores = [[random.choice((0.0, 0.25, 0.5, random.random())) for _ in range(columns)] for _ in range(rows)]
        found = [(i, j) for i, j in enumerate(assigned(scores)) if j is not None]
        assert len({j for _, j in found}) == len(found) == min(rows, columns)
        assert sum(scores[i][j] for i, j in found) == pytest.approx(best(scores))


def best(scores: list[list[float]]) -> float:
    if len(scores) > len(scores[0]):
        scores = [list(column) for column in zip(*scores, strict=True)]
    chosen = permutations(range(len(scores[0])), len(scores))
    return max(sum(row[j] for row, j in zip(scores, columns, strict=True)) for columns in chosen)
