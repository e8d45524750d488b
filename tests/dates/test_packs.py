"""A wrong pack is told with the pack, the field and the value."""

import pytest

from dragoman.dates.lexicon import lexicon
from dragoman.dates.patterns import rules
from dragoman.dates.scan import engine
from dragoman.errors import PackError
from dragoman.knowledge.tables import LANGUAGES


def test_a_month_that_is_no_number():
    with pytest.raises(PackError, match=r"^x: words\.month: 'ten' is no whole number$"):
        lexicon({"words": {"month": {"ten": ["october"]}}}, frozenset(), "x")


def test_a_pattern_without_a_form():
    with pytest.raises(PackError, match=r"^x: a pattern has no 'form'"):
        rules({"pattern": [{"name": "a", "kind": "date"}]}, "x")


def test_a_macro_that_is_not_there():
    with pytest.raises(PackError, match=r"^x: no macro 'day_name'"):
        rules({"pattern": [{"name": "a", "kind": "date", "form": "<day_name> month"}]}, "x")


def test_an_unknown_kind():
    with pytest.raises(PackError, match=r"^x: pattern 'a': no kind 'dat'"):
        rules({"pattern": [{"name": "a", "kind": "dat", "form": "month"}]}, "x")


def test_a_group_that_is_not_closed():
    with pytest.raises(PackError, match=r"^x: pattern 'a': a group is not closed"):
        rules({"pattern": [{"name": "a", "kind": "date", "form": "(month day"}]}, "x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_has_a_class(language):
    words = engine(language).words
    numbers = [f"{number:0{length}d}" for length in (1, 2, 3, 4) for number in range(10**length)]
    assert all(words.code(number) for number in numbers)
    assert words.code("1400") == words.code("2016") == words.code("2100") != words.code("2101")
