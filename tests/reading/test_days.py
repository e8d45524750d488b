"""Publication days as metadata write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.days import AmbiguousDayError, captured, published

DAY = date(2016, 11, 3)


@pytest.mark.parametrize(
    "words",
    [
        "2016-11-03",
        "2016-11-03T23:59:59+02:00",
        "2016-11-03 08:15:00",
        "2016/11/03",
        "20161103",
        "20161103T101500Z",
        "Thu, 03 Nov 2016 10:20:30 GMT",
        "Thursday 3 November 2016",
        "November 3, 2016",
        "Nov. 3rd, 2016 9:15 am",
        "3. November 2016",
        "Donnerstag, 3. November 2016, 14:05 Uhr",
        "3. studenoga 2016.",
        "03.11.2016.",
        "03.11.2016 14:05",
        "3 Nov 2016",
        "1478131200",
        "1478131200000",
        "3. novembra 2016",
    ],
)
def test_a_day(words):
    found = published(words)
    assert (found.start, found.end, found.precision, found.basis) == (DAY, DAY, "day", "metadata")


def test_slashes_where_one_reading_alone_is_possible():
    assert published("2/13/2015").start == published("13/2/2015").start == date(2015, 2, 13)
    assert published("5/5/2015").start == date(2015, 5, 5)


def test_slashes_that_can_be_read_twice_are_not_guessed():
    with pytest.raises(AmbiguousDayError, match="2015-05-02 or 2015-02-05"):
        published("2/5/2015")


def test_a_month_and_a_year_are_intervals():
    month, year = published("2016-02"), published("2016")
    assert (month.start, month.end, month.precision) == (date(2016, 2, 1), date(2016, 2, 29), "month")
    assert (year.start, year.end, year.precision) == (date(2016, 1, 1), date(2016, 12, 31), "year")


@pytest.mark.parametrize("words", ["", "yesterday", "31.2.2016", "2016-13-01", "0001-01-01", "Foo 3, 2016", "12345"])
def test_words_that_give_no_day(words):
    assert published(words) is None


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    for words in (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day} {months[day.month - 1]} {day.year}",
        f"{day:%Y%m%d}",
    ):
        assert published(words).start == day
    assert published((day + timedelta(0)).isoformat() + "T00:00:00Z").end == day


@given(st.text(max_size=60))
def test_any_words_give_a_day_or_none(words):
    try:
        found = published(words)
    except AmbiguousDayError:
        return
    assert found is None or found.start <= found.end


def test_the_moment_of_capture():
    assert captured("2016-11-03T10:20:30Z") == "2016-11-03T10:20:30Z"
    assert captured("2016-11-03 10:20:30") == "2016-11-03T10:20:30"
    assert captured("") is None
