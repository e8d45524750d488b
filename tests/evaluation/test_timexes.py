"""The definitions of TempEval-3 on small cases that were counted by hand."""

import pytest

from dragoman.dates.timeml import Timex
from dragoman.evaluation.timexes import Tally, matched, tally


def _at(start: int, end: int, value: str = "2016", type: str = "DATE") -> Timex:
    return Timex(start, end, type, value)


def test_the_same_is_all_right() -> None:
    gold = [_at(0, 4), _at(10, 14, "2017")]
    assert tally(gold, gold) == Tally(gold=2, system=2, strict=2, relaxed=2, value=2, type=2)


@pytest.mark.parametrize(
    ("gold", "system", "strict", "relaxed", "value", "type"),
    [
        ([_at(0, 4)], [], 0, 0, 0, 0),
        ([], [_at(0, 4)], 0, 0, 0, 0),
        ([_at(0, 4)], [_at(4, 8)], 0, 0, 0, 0),  # side by side is no overlap
        ([_at(0, 4)], [_at(3, 8)], 0, 1, 1, 1),
        ([_at(0, 4)], [_at(0, 4, "2017")], 1, 1, 0, 1),
        ([_at(0, 4)], [_at(0, 4, "2016", "SET")], 1, 1, 1, 0),
        ([_at(0, 20)], [_at(0, 4), _at(6, 10)], 0, 1, 1, 1),  # one of the gold meets one of the system
        ([_at(0, 4), _at(6, 10)], [_at(0, 10)], 0, 1, 1, 1),
        # The same extent goes before mere overlap, wherever it stands.
        ([_at(0, 20, "P1D"), _at(5, 9)], [_at(5, 9)], 1, 1, 1, 1),
    ],
)
def test_what_meets(gold: list[Timex], system: list[Timex], strict: int, relaxed: int, value: int, type: int) -> None:
    assert tally(gold, system) == Tally(len(gold), len(system), strict, relaxed, value, type)


def test_pairs_hold_each_expression_once() -> None:
    gold, system = [_at(0, 10), _at(12, 20)], [_at(0, 5), _at(6, 15), _at(16, 20)]
    assert matched(gold, system) == [(gold[0], system[0]), (gold[1], system[1])]


def test_the_harmonic_mean() -> None:
    found = Tally(gold=4, system=6, strict=1, relaxed=3, value=2, type=3)
    # Precision 3/6 and recall 3/4: 2 · 0.5 · 0.75 / 1.25.
    assert found.f1("relaxed") == pytest.approx(0.6)
    assert found.f1("strict") == pytest.approx(0.2)
    assert found.f1("value") == pytest.approx(0.4)
    assert Tally().f1("value") == 0.0


def test_tallies_add_up() -> None:
    assert Tally(1, 2, 3, 4, 5, 6) + Tally(10, 20, 30, 40, 50, 60) == Tally(11, 22, 33, 44, 55, 66)
