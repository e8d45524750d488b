"""Every day in every written form comes back, offsets are exact, and no text raises or takes long."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import find
from dragoman.model import Published

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")
EN = [
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
DE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
HR = [
    "siječnja",
    "veljače",
    "ožujka",
    "travnja",
    "svibnja",
    "lipnja",
    "srpnja",
    "kolovoza",
    "rujna",
    "listopada",
    "studenoga",
    "prosinca",
]
INTERNATIONAL = [
    "januara",
    "februara",
    "marta",
    "aprila",
    "maja",
    "juna",
    "jula",
    "avgusta",
    "septembra",
    "oktobra",
    "novembra",
    "decembra",
]
FORMS = [
    ("en", "{d} {EN} {y}"), ("en", "{EN} {d}, {y}"), ("en", "{d:02d} {EN} {y}"), ("en", "{EN} {d} {y}"),
    ("en", "{y}-{m:02d}-{d:02d}"), ("en", "{d:02d}-{m:02d}-{y}"), ("en", "{d:02d}.{m:02d}.{y}"),
     ("en", "{d} {E3} {y}"),
    ("en", "the {d}{th} of {EN} {y}"), ("de", "{d}. {DE} {y}"), ("de", "{d:02d}.{m:02d}.{y}"),
     ("de", "{d}. {m}. {y}"),
    ("de", "{y}-{m:02d}-{d:02d}"), ("hr", "{d}. {HR} {y}."), ("hr", "{d}. {IN} {y}."), ("hr",
     "{d}. {m}. {y}."),
    ("hr", "{d:02d}.{m:02d}.{y}."),
]  # fmt: skip


def _written(form: str, day: date) -> str:
    number = day.month - 1
    suffix = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    names = {
        "EN": EN[number],
        "E3": EN[number][:3],
        "DE": DE[number],
        "HR": HR[number],
        "IN": INTERNATIONAL[number],
    }
    return form.format(d=day.day, m=day.month, y=day.year, th=suffix, **names)


@pytest.mark.parametrize(("language", "form"), FORMS)
@settings(deadline=None)  # the first call compiles the pack
@given(day=DAYS)
def test_a_written_day_comes_back(language, form, day):
    words = _written(form, day)
    text = f"Xyz {words} xyz"
    (found,) = find(text, language, None)
    assert (found.low, found.high, found.precision, found.basis) == (day, day, "day", "stated")
    assert found.text == words.rstrip(".")


PIECES = st.sampled_from(
    ["May", "October", "Freitag", "28.", "28", "2016", "1070", "listopada", "od", "do", "from",
     "to", "seit", "9am", ":", "/",
     "-", " ", ", ", "\n", "31.12.", "99999999999", "vor", "zwei", "Wochen", "ago", "year",
     "godine", "Uhr", "15:30", "den", "²", "٣",
     "last", "9999", "next", "century", "the", "of", "early", "Montagabend", "½", "à"]
)  # fmt: skip
NOISE = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)
PUBLISHED = st.none() | st.dates().map(lambda day: Published(day, day, "day", "metadata"))


@settings(deadline=None)  # the first call compiles the pack
@given(text=NOISE, language=st.sampled_from(["en", "de", "hr"]), published=PUBLISHED)
def test_no_text_raises_and_offsets_are_exact(text, language, published):
    last = 0
    for found in find(text, language, published):
        assert found.text == text[found.start : found.end] != ""
        assert found.start >= last
        assert found.low is None or found.high is None or found.low <= found.high
        last = found.end


@settings(deadline=None)  # the first call compiles the pack
@given(text=NOISE, language=st.sampled_from(["en", "de", "hr"]))
def test_the_same_text_gives_the_same_dates(text, language):
    assert find(text, language, TODAY) == find(text, language, TODAY)


@pytest.mark.parametrize("piece", ["1.", "May 5.", "31.12. ", "2016-", "od 5. do "])
def test_long_runs_of_date_words_take_time_in_step_with_their_length(piece):
    def _seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find(text, "hr", TODAY)
        return time.process_time() - start

    _seconds(1_000)
    # Ten times the text: quadratic work would take a hundred times as long.
    assert _seconds(100_000) < 40 * max(_seconds(10_000), 0.005)
