"""No text makes the engine slow: digits, stops and month names in any mixture take time in proportion."""

from datetime import date
from random import Random
from time import process_time

import pytest

from dragoman.dates import find
from dragoman.model import Published

SIZE = 1_000_000
# The aim for a megabyte. Quiet, each of these takes less than half of a second; a busy machine some times as much.
LIMIT = 2.0
MONTHS = {
    "en": ["January", "March", "May", "October"],
    "de": ["Januar", "März", "Mai", "Oktober"],
    "hr": ["siječnja", "ožujka", "svibnja", "listopada"],
}
TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")


def _mixed(pieces: list[str], size: int = SIZE) -> str:
    """Pieces in an order drawn by seed, as many as make the size."""
    return "".join(Random(7).choices(pieces, k=size // min(map(len, pieces))))[:size]


def _texts(language: str) -> dict[str, str]:
    months = MONTHS[language]
    spaced = [f"{month} " for month in months]
    numbers = ["1", "31", "2016"]
    return {
        "digits": "1" * SIZE,
        "stops": "." * SIZE,
        "signs": _mixed([*"0123456789. ", *months]),
        "numbers": _mixed([f"{number} " for number in numbers]),
        "days": _mixed(["1.", "31.", ".", " "]),
        "months": _mixed(spaced),
        "run together": _mixed(months),
        "dates": _mixed([f"{day}. {month} " for day in (1, 15, 31) for month in months]),
        "full dates": _mixed([f"{day}. {month} 2016, " for day in (1, 31) for month in months]),
        "all": _mixed([*numbers, ".", " ", "-", "/", ":", ", ", "\n", *months, *spaced]),
    }


def _seconds(text: str, language: str, published: Published | None) -> float:
    before = process_time()
    find(text, language, published)
    return process_time() - before


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_a_megabyte_of_digits_stops_and_months(language: str) -> None:
    find("1. 5. 2016", language, TODAY)  # compiles the pack
    texts = _texts(language)
    seconds = {name: _seconds(text, language, TODAY) for name, text in texts.items()}
    seconds["all, without a day"] = _seconds(texts["all"], language, None)
    assert {name: taken for name, taken in seconds.items() if taken > LIMIT} == {}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The army took the town on 5 May, and on Friday it left again. "),
        ("de", "Am 5. Mai nahm die Armee die Stadt ein, und am Freitag zog sie wieder ab. "),
        ("hr", "Vojska je 5. svibnja zauzela grad, a u petak je opet otišla. "),
    ],
)
def test_a_long_text_keeps_all_its_dates(language: str, sentence: str) -> None:
    """Only stretches without another word are passed over."""
    assert len(find(sentence * 4000, language, TODAY)) == 8000


def test_a_table_of_dates_is_read_where_words_stand_in_it() -> None:
    rows = "".join(f"{day}.{month}.2016 14:30 3 Homs\n" for month in range(1, 13) for day in range(1, 29))
    assert sum(found.low is not None for found in find(rows * 4, "en", TODAY)) >= 4 * 12 * 28


def test_a_stretch_of_date_words_alone_is_passed_over() -> None:
    found = find(f"On 5 May it began. {'1 May 2016 ' * 5000} The harvest was poor on 7 May.", "en", TODAY)
    assert (found[0].text, found[-1].text) == ("5 May", "7 May")
    assert len(found) < 1000


def test_a_course_of_months_beyond_the_calendar() -> None:
    """A story whose months would lead past the year 9999 raises nothing."""
    words = "In December they came, in January they left. " * 9000
    assert find(f"In 1940 it began. {words}", "en", None)
