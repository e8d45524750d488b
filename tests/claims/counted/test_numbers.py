"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.claims.counted.numbers import amounts
from dragoman.claims.tables import grammar
from dragoman.claims.words import words


def read(text: str, language: str = "en") -> list[tuple[int, int | None]]:
    return [(a.low, a.high) for a in amounts(words(text, 0, len(text)), grammar(language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least seven people", [(7, None)]),
        ("more than 2,000 injured", [(2000, None)]),
        ("up to 30 fighters", [(0, 30)]),
        ("between 500 and 1300 dead", [(500, 1300)]),
        ("500 to 1300 dead", [(500, 1300)]),
        ("5-10 men", [(5, 10)]),
        ("twenty-five tanks", [(25, 25)]),
        ("two hundred and five men", [(205, 205)]),
        ("dozens of rockets", [(24, None)]),
        ("1.5 million people", [(1500000, 1500000)]),
        ("three thousand two hundred", [(3200, 3200)]),
        ("killed four and wounded five", [(4, 4), (5, 5)]),
        ("33000 residents", [(33000, 33000)]),
        ("around 5,000 fighters", [(5000, 5000)]),
    ],
)
def test_amounts(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert read(text) == expected


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_round_trip_with_separators(number: int) -> None:
    assert read(f"{number:,} people") == [(number, number)]
    assert read(f"{number} people") == [(number, number)]


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    for low, high in read(text):
        assert low >= 0
        assert high is None or high >= low
