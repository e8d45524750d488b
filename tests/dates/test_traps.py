"""What looks like a date and is none, and what looks like two dates and is one."""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.model import Published

TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")

NO_DATE = [
    ("en", "More than 2000 injured lay in the halls, and 2014 homes burned."),
    ("en", "They took the 1070 Apartment Project, then the 1070 AP."),
    ("en", "Fighters left the quarter by the last bridge."),
    ("en", "We may march with them; he came second."),
    ("en", "The March on the capital failed, Theresa May said."),
    ("en", "Some 60% of the wells are dry."),
    ("en", "The line runs through Rashidin 4 and Rashidin 5."),
    ("en", "3 min read"),
    ("en", "A 44-year-old driver was named."),
    ("en", "In May 20 civilians were not counted at all, says form 1.2.2015.4 of it."),
    ("de", "Die Stadt, die mit ihm fiel, liegt am Meer."),
    ("de", "Mehr als 2000 Verletzte lagen dort."),
    ("de", "Das Apartmentprojekt 1070 und 3000 Wohnungen brannten."),
    ("de", "So war es, und Mi kam nicht."),
    ("hr", "Više od 2000 ranjenih leži ondje."),
    ("hr", "Maja i njezin brat žive u 1070 stanova."),
]


@pytest.mark.parametrize(("language", "text"), NO_DATE)
def test_no_day_is_made_of_it(language, text):
    days = [found for found in find(text, language, TODAY) if found.type == "DATE" and found.precision != "month"]
    assert days == []


def test_a_weekday_that_does_not_fit_is_kept_as_the_other_reading():
    (found,) = find("On Friday 29 October the rebels moved.", "en", TODAY)
    assert (found.text, found.low, found.high) == (
        "Friday 29 October",
        date(2016, 10, 29),
        date(2016, 10, 29),
    )
    assert found.flags == ("weekday_conflict",)
    assert found.alternative == (date(2016, 10, 28), date(2016, 10, 28))


def test_a_weekday_that_fits_raises_no_flag():
    (found,) = find("On Wednesday 2 November the rebels moved.", "en", TODAY)
    assert (found.low, found.flags, found.alternative) == (date(2016, 11, 2), (), None)


def test_a_day_after_the_publication_yields_to_its_weekday():
    (found,) = find("On Friday 13 November the rebels attacked.", "en", TODAY)
    assert (found.low, found.alternative) == (date(2016, 11, 11), (date(2016, 11, 13), date(2016, 11, 13)))


def test_a_weekday_hangs_on_the_dated_announcement_of_its_sentence():
    text = (
        "The ministry announced on Wednesday 2 November that buses leave the bridge on Friday, every hour, "
        "from 9am to 7pm. Nobody came. They were told to go by Friday evening."
    )
    found = {item.text: item for item in find(text, "en", TODAY)}
    friday = found["Friday"]
    assert (friday.low, friday.basis, friday.anchor) == (
        date(2016, 11, 4),
        "anchored",
        "Wednesday 2 November",
    )
    assert friday.hours == ("09:00", "19:00")
    assert (found["9am to 7pm"].low, found["9am to 7pm"].precision) == (date(2016, 11, 4), "hour")
    assert (found["Friday evening"].low, found["Friday evening"].precision) == (
        date(2016, 11, 4),
        "part_of_day",
    )


def test_a_repeated_weekday_is_the_dated_one_only_within_its_passage():
    far = " ".join(["Nothing else was told of it."] * 12)
    near = "On Saturday 5 November they moved. Most of Saturday's fire fell there."
    text = f"{near} {far} They said so on Saturday."
    days = [(item.text, item.low) for item in find(text, "en", TODAY)]
    assert days == [
        ("Saturday 5 November", date(2016, 11, 5)),
        ("Saturday", date(2016, 11, 5)),
        ("Saturday", date(2016, 11, 12)),
    ]


def test_clock_times_belong_to_their_day_as_one_expression():
    text = "Zum 05. November von 08:30 Uhr bis 17:00 Uhr ruhen die Waffen."
    (found,) = find(text, "de", TODAY)
    assert found.text == "05. November von 08:30 Uhr bis 17:00 Uhr"
    assert (found.low, found.precision, found.hours) == (date(2016, 11, 5), "hour", ("08:30", "17:00"))


def test_without_publication_no_year_is_invented():
    (found,) = find("Shells fell on 28 October there.", "en", None)
    assert (found.low, found.high, found.precision, found.value) == (None, None, "day", "XXXX-10-28")


def test_without_publication_yesterday_has_no_day():
    (found,) = find("Shells fell yesterday.", "en", None)
    assert (found.low, found.high, found.precision) == (None, None, "day")


def test_a_story_of_the_past_gives_its_own_year():
    text = "The siege began on 5 April 1992. On 2 May the first convoy was hit."
    found = find(text, "en", None)
    assert [(item.low, item.basis) for item in found] == [
        (date(1992, 4, 5), "stated"),
        (date(1992, 5, 2), "anchored"),
    ]


def test_a_publication_of_several_days_gives_several_days():
    published = Published(date(2016, 11, 12), date(2016, 11, 13), "week", "inferred")
    (found,) = find("Shells fell yesterday.", "en", published)
    assert (found.low, found.high) == (date(2016, 11, 11), date(2016, 11, 12))


def test_day_and_month_that_can_be_swapped_keep_both_readings():
    (found,) = find("It says 7/10/2016 there.", "en", TODAY)
    assert (found.low, found.alternative) == (date(2016, 7, 10), (date(2016, 10, 7), date(2016, 10, 7)))
    assert found.flags == ("day_month_order",)


def test_an_impossible_day_is_no_date():
    assert find("It was on 31 June 2016 there.", "en", TODAY) == ()


def test_a_clock_time_alone_is_of_the_publication_day():
    (found,) = find("Die Sirene heulte um 20 Uhr.", "de", TODAY)
    assert (found.low, found.precision, found.basis, found.hours) == (
        date(2016, 11, 12),
        "hour",
        "published",
        ("20:00", "20:00"),
    )


def test_an_age_is_no_duration():
    assert find("A 44-year-old driver was named.", "en", TODAY) == ()


def test_a_day_at_the_end_of_a_sentence_is_not_beside_the_next():
    """English writes no ordinal with a stop, so "18." ends its sentence."""
    text = "The truce has held since October 18. The ministry said Friday it had asked for more."
    found = find(text, "en", Published(date(2016, 10, 30), date(2016, 10, 30), "day", "metadata"))
    assert [(one.low, one.high) for one in found] == [
        (date(2016, 10, 18), date(2016, 10, 30)),
        (date(2016, 10, 28), date(2016, 10, 28)),
    ]


@pytest.mark.parametrize(
    ("text", "values"), [("They told the Daily Post.", []), ("Daily, it said, they dug.", ["P1D"])]
)
def test_a_word_with_a_capital_within_a_sentence_is_a_name(text, values):
    assert [one.value for one in find(text, "en", None)] == values
