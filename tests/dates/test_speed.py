"""No text makes the engine slow: digits, stops and month names in any mixture take time in proportion."""

from random import Random
from time import process_time

import pytest

from dragoman.dates import find
from dragoman.model import Published

SIZE = 60_000
LONG = 250_000
# Quiet, a quarter of a megabyte takes less than a second; a busy machine may need some times as much.
LIMIT = 6.0
MONTHS = {"en": "October", "de": "Oktober", "hr": "listopada"}
WORDS = {"en": "Friday the of last to", "de": "Freitag der letzten im bis", "hr": "petak od prošlog u do"}


def _seconds(text: str, language: str, published: Published | None) -> float:
    before = process_time()
    find(text, language, published)
    return process_time() - before


def _mixed(language: str, size: int) -> str:
    random = Random(7)
    words = [f"{MONTHS[language]} ", *(f"{word} " for word in WORDS[language].split())]
    return "".join(random.choices(["1", "31", "2016", ".", " ", "-", "/", ":", ", ", "\n", *words], k=size // 3))


def _texts(language: str) -> dict[str, str]:
    month = MONTHS[language]
    return {
        "digits": "1" * SIZE,
        "stops": "." * SIZE,
        "numbers": "12 " * (SIZE // 3),
        "days": "1." * (SIZE // 2),
        "months": f"{month} " * (SIZE // (len(month) + 1)),
        "dates": f"1. {month} " * (SIZE // (len(month) + 4)),
        "mixed": _mixed(language, SIZE),
    }


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_no_text_is_slow(language):
    slow = {
        name: seconds for name, text in _texts(language).items() if (seconds := _seconds(text, language, None)) > LIMIT
    }
    assert slow == {}


def test_a_quarter_of_a_megabyte_of_date_words():
    assert _seconds(_mixed("en", LONG), "en", None) < LIMIT
