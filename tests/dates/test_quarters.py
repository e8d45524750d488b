"""Quarters of a year: named, told again, and no quarters of a city."""

from datetime import date

import pytest
from tests.dates.conftest import ON_TODAY

from dragoman.dates import find

VALUES = [
    ("Profit rose in the third quarter.", [("the third quarter", "2016-Q3")]),
    ("Third-quarter profit rose.", [("Third-quarter", "2016-Q3")]),
    ("It expects more in the first quarter of 2017.", [("the first quarter of 2017", "2017-Q1")]),
    ("It lost much in last year's second quarter.", [("last year's second quarter", "2015-Q2")]),
    (
        "It lost much in the third quarter, after a gain in the year-earlier quarter.",
        [("the third quarter", "2016-Q3"), ("the year-earlier quarter", "2015-Q3")],
    ),
    (
        "Third-quarter profit rose from a year ago. Sales in the latest quarter fell.",
        [("Third-quarter", "2016-Q3"), ("a year ago", "2015-Q3"), ("the latest quarter", "2016-Q3")],
    ),
    ("Sales fell from a year ago.", [("a year ago", "2015")]),
    ("Sales fell in the past two quarters.", [("the past two quarters", "P2Q")]),
    ("Sales will fall next quarter.", [("next quarter", "2017-Q1")]),
    ("Sales in the latest quarter fell.", [("the latest quarter", "2016-Q3")]),
    ("Sales grew in the first two quarters of 2015.", [("the first two quarters of 2015", "2015-H1")]),
    # A city has quarters too.
    ("Fighters left the quarter by the bridge.", []),
    ("Shells hit this quarter and about three-quarters of its homes.", []),
]


@pytest.mark.parametrize(("text", "rows"), VALUES)
def test_quarters(text, rows):
    assert [(item.text, item.value) for item in find(text, "en", ON_TODAY)] == rows


def test_the_days_of_a_quarter_are_told_but_not_of_a_company_s_own():
    (quarter,) = find("Profit rose in the third quarter.", "en", ON_TODAY)
    (fiscal,) = find("Profit rose in the fiscal third quarter.", "en", ON_TODAY)
    assert (quarter.low, quarter.high) == (date(2016, 7, 1), date(2016, 9, 30))
    assert (fiscal.low, fiscal.high, fiscal.value) == (None, None, "2016-Q3")
