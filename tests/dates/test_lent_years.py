"""Months and days without a year: one that stands beside them lends it, and a month told again is the same."""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.model import Published

TODAY = Published(date(2015, 11, 5), date(2015, 11, 5), "day", "metadata")

BESIDE = [
    ("en", "The mill burned in April and June 2014.", ["2014-04", "2014-06"]),
    ("de", "Die Mühle brannte im April und Juni 2014.", ["2014-04", "2014-06"]),
    ("hr", "Mlin je gorio u travnju i lipnju 2014. godine.", ["2014-04", "2014-06"]),
    ("en", "It burned in November, December and January 2014.", ["2013-11", "2013-12", "2014-01"]),
    ("de", "Sie brannte am 3. Mai und am 9. Juni 2014.", ["2014-05-03", "2014-06-09"]),
    # A whole sentence between lends nothing.
    ("en", "It burned in April. In June 2014 it had been rebuilt.", ["2015-04", "2014-06"]),
    ("de", "Sie brannte im April. Im Juni 2014 war sie neu.", ["2015-04", "2014-06"]),
    ("hr", "Gorio je u travnju. U lipnju 2014. bio je nov.", ["2015-04", "2014-06"]),
    # Each has its own.
    ("en", "It burned in May 2013 and June 2014.", ["2013-05", "2014-06"]),
]


@pytest.mark.parametrize(("language", "text", "values"), BESIDE)
def test_a_year_is_lent_to_what_stands_beside(language, text, values):
    assert [found.value for found in find(text, language, TODAY)] == values


AGAIN = [
    ("en", "The mill burned in June 2014. Nobody was hurt. The roof fell in June too.", "2014-06"),
    ("de", "Die Mühle brannte im Juni 2014. Niemand kam um. Das Dach fiel auch im Juni.", "2014-06"),
    ("hr", "Mlin je gorio u lipnju 2014. godine. Nitko nije stradao. U lipnju je pao i krov.", "2014-06"),
    # Another month is the last one, and so is the same one much later.
    ("en", "The mill burned in June 2014. Nobody was hurt. The roof fell in July.", "2015-07"),
    ("en", f"The mill burned in June 2014.{' It rained.' * 9} The roof fell in June.", "2015-06"),
]


@pytest.mark.parametrize(("language", "text", "value"), AGAIN)
def test_a_month_told_again_is_the_same(language, text, value):
    assert find(text, language, TODAY)[-1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("After weeks of planning they came.", ["PXW"]),
        ("They came through years of war.", ["PXY"]),
        ("They counted the weeks of quiet.", []),
        ("After days they came.", []),
    ],
)
def test_a_length_without_a_number(text, values):
    assert [found.value for found in find(text, "en", TODAY)] == values
