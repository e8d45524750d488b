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
    ("They asked for another two weeks.", "another two weeks", "P2W"),
    ("It rained for four consecutive days.", "four consecutive days", "P4D"),
    ("The 8-month-old truce held.", "8-month-old", "P8M"),
    ("It was a day-long meeting.", "a day-long", "P1D"),
    # Sets.
    ("The daily convoy was late.", "daily", "P1D"),
    ("The fair is held each July.", "each July", "XXXX-07"),
    ("The market opens on Fridays.", "Fridays", "XXXX-WXX-5"),
    ("Trains run on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("The dose is taken twice a week.", "twice a week", "P1W"),
    ("Buses leave every other day.", "every other day", "P2D"),
    # Times without days.
    ("It was done in the past.", "the past", "PAST_REF"),
    ("Nobody knows the near future.", "the near future", "FUTURE_REF"),
    ("The mill is loud these days.", "these days", "PRESENT_REF"),
    # Years, decades, centuries.
    ("The 1956 uprising is remembered.", "1956", "1956"),
    ("Songs of the late 1970s were played.", "the late 1970s", "197"),
    ("Songs of the nineties were played.", "the nineties", "199"),
    ("It is an 11th century temple.", "11th century", "10"),
    ("He came the week before last.", "the week before last", "2016-W43"),
    ("It burned the day before yesterday.", "the day before yesterday", "2016-11-10"),
    ("It burned for half an hour.", "half an hour", "PT30M"),
    ("They met at seven o'clock in the evening.", "seven o'clock in the evening", "2016-11-12T19:00"),
    ("It was sung in the '90s.", "90s", "199"),
    ("The camp burned at dawn.", "dawn", "2016-11-12TMO"),
    ("It was built for post-2003 Iraq.", "post-2003", "2003"),
    ("Rain fell in the first half of 2014.", "the first half of 2014", "2014-H1"),
    ("Prices rose in the past year.", "the past year", "2015"),
    ("They stay for the rest of the year.", "the rest of the year", "2016"),
    ("The bridge froze in the winter of nineteen ninety-three.", "the winter of nineteen ninety-three", "1993-WI"),
    ("The new bridge opens by year-end.", "year-end", "2016"),
    ("He fled in June 1998 and returned later that year.", "later that year", "1998"),
    ("It fell on 3 November. The next morning they left.", "The next morning", "2016-11-04TMO"),
    ("The court meets in the week of October 17.", "the week of October 17", "2016-W42"),
    ("The mill burned last Oct. 23.", "last Oct. 23", "2016-10-23"),
    ("The mill burned last Nov. 23.", "last Nov. 23", "2015-11-23"),
    ("They have until 9 a.m. EST Tuesday.", "9 a.m. EST Tuesday", "2016-11-08T09:00"),
    ("He left at 4 in the morning.", "4 in the morning", "2016-11-12T04:00"),
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
    "An 8-year-old girl was found.",
    "Her 6-month-old son was found.",
    "Mila Hart and Jan Smit spoke.",
    "The driver did 90s on that road.",
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


HOLIDAYS = [
    ("Stores close on Thanksgiving Day.", "Thanksgiving Day", "2016-11-24"),
    ("He was found last Thanksgiving.", "last Thanksgiving", "2015-11-26"),
    ("Polls open on Election Day.", "Election Day", "2016-11-08"),
    ("They met on Good Friday of 2016.", "Good Friday", "2016-03-25"),
    ("It rained on Memorial Day.", "Memorial Day", "2016-05-30"),
    ("The port reopens next Easter.", "next Easter", "2017-04-16"),
    ("Shops were shut on Christmas Day 2014.", "Christmas Day 2014", "2014-12-25"),
]


@pytest.mark.parametrize(("text", "words", "value"), HOLIDAYS)
def test_a_holiday_is_its_day(text, words, value):
    found = {item.text: item.value for item in find(text, "en", ON_TODAY)}
    assert found.get(words) == value


DIRECTIONS = [
    ("Talks are to end by February.", "February", "2017-02"),
    ("The loan runs through January.", "January", "2017-01"),
    ("Talks ended in February.", "February", "2016-02"),
    ("The offer was extended to Dec. 16.", "Dec. 16", "2016-12-16"),
    ("The record was set on Apr. 16.", "Apr. 16", "2016-04-16"),
    ("He said on Monday that the army will move.", "Monday", "2016-11-07"),
    ("He said the army will move on Monday.", "Monday", "2016-11-14"),
    ("The permit had been due to lapse Friday.", "Friday", "2016-11-11"),
    ("The permit is due to expire Friday.", "Friday", "2016-11-18"),
    ("They said they would look for ways around Wednesday's ruling.", "Wednesday", "2016-11-09"),
    ("They said they would meet on Wednesday.", "Wednesday", "2016-11-16"),
    ("The group could be ready as soon as Tuesday.", "Tuesday", "2016-11-15"),
]


@pytest.mark.parametrize(("text", "words", "value"), DIRECTIONS)
def test_which_way_a_day_or_month_without_a_year_lies(text, words, value):
    found = {item.text: item.value for item in find(text, "en", ON_TODAY)}
    assert found.get(words) == value


def test_a_month_before_another_is_of_its_year():
    (months,) = find("Rain fell from January to March.", "en", ON_TODAY)
    assert months.value == "2016-01/2016-03"
    (months,) = find("January-March rain was heavy.", "en", ON_TODAY)
    assert months.value == "2016-01/2016-03"
    (winter,) = find("Snow fell from November to February.", "en", ON_TODAY)
    assert winter.value == "2015-11/2016-02"
