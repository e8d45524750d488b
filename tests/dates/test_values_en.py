"""English: the values of TimeML for what news calls by other names than days, each with a near-twin beside it."""

import pytest
from tests.dates.conftest import ON_TODAY

from dragoman.dates import find

VALUES = [
    # Numbers in words, and halves.
    ("The guards waited twenty-four hours.", "twenty-four hours", "PT24H"),
    ("The wall stood for a hundred years.", "a hundred years", "P100Y"),
    ("They held out two and a half years.", "two and a half years", "P2Y6M"),
    ("They held out 2 1/2 years.", "2 1/2 years", "P2Y6M"),
    ("A minute and a half of silence.", "A minute and a half", "PT1M30S"),
    ("They want a couple of weeks.", "a couple of weeks", "P2W"),
    ("The mill burned in nineteen seventy-nine.", "nineteen seventy-nine", "1979"),
    # Vague lengths.
    ("The road was closed for months.", "months", "PXM"),
    ("It will be the hardest of the coming weeks.", "the coming weeks", "PXW"),
    ("They left a few days ago.", "a few days ago", "PXD"),
    ("The valley was quiet months ago.", "months ago", "PXM"),
    ("The guards gave up ten days before the parade.", "ten days", "P10D"),
    # Sets.
    ("The daily convoy was late.", "daily", "P1D"),
    ("The fair is held each July.", "each July", "XXXX-07"),
    ("The market opens on Fridays.", "Fridays", "XXXX-WXX-5"),
    ("Trains run on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    # Times without days.
    ("It was done in the past.", "the past", "PAST_REF"),
    ("Nobody knows the near future.", "the near future", "FUTURE_REF"),
    ("The mill is loud these days.", "these days", "PRESENT_REF"),
    # Years, decades, centuries.
    ("The 1956 uprising is remembered.", "1956", "1956"),
    ("Songs of the late 1970s were played.", "the late 1970s", "197"),
    ("Songs of the nineties were played.", "the nineties", "199"),
    ("It is an 11th century temple.", "11th century", "10"),
    ("The new bridge opens by year-end.", "year-end", "2016"),
    ("Last year's harvest was poor.", "Last year", "2015"),
    ("Wheat fell in the year ended March 31.", "the year", "P1Y"),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text, words, value):
    found = {item.text: item.value for item in find(text, "en", ON_TODAY)}
    assert found.get(words) == value


NOTHING = [
    "The plant fills 700 boxes a week.",
    "The gate is watched round the clock, 24 turns a day.",
    "Come as soon as you can.",
    "The 2000 fighters came back.",
    "The 1900 Apartment block burned.",
    "The radio is called Orion 1980 there.",
    "One day they will be friends.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time_is_made_of_it(text):
    assert [item.text for item in find(text, "en", ON_TODAY)] == []


def test_a_number_before_a_time_zone_is_a_clock_time():
    (found,) = find("The guns fell silent at 1600 GMT.", "en", ON_TODAY)
    assert (found.text, found.hours) == ("1600 GMT", ("16:00", "16:00"))


def test_a_day_that_a_verb_follows_is_a_day():
    (found,) = find("The bombs on Oct. 7 killed nobody.", "en", ON_TODAY)
    assert (found.text, found.value) == ("Oct. 7", "2016-10-07")
