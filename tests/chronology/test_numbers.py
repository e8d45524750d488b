"""Numbers with the plurals of each language."""

from dataclasses import replace

import pytest
from tests.chronology.making import number

from dragoman.chronology.numbers import Numbers, told
from dragoman.chronology.wording import wording


def numbers(code: str) -> Numbers:
    return Numbers(wording(code), lambda one: one.upper())


@pytest.mark.parametrize(
    ("code", "amounts"),
    [
        ("en", ["1 child", "2 children", "5 children", "1,000 children"]),
        ("de", ["1 Kind", "2 Kinder", "5 Kinder", "1.000 Kinder"]),
        ("hr", ["1 dijete", "2 djeteta", "5 djece", "1.000 djece"]),
    ],
)
def test_plurals(code: str, amounts: list[str]) -> None:
    found = [numbers(code).counted(number("killed", "children", amount)) for amount in (1, 2, 5, 1000)]
    assert [phrase.nominative for phrase in found] == amounts


@pytest.mark.parametrize(("amount", "form"), [(1, "borac"), (2, "borca"), (4, "borca"), (5, "boraca"), (11, "boraca"),
                                              (21, "borac"), (22, "borca"), (112, "boraca")])  # fmt: skip
def test_croatian_plurals(amount: int, form: str) -> None:
    assert numbers("hr").counted(number("killed", "fighters", amount)).nominative == f"{amount} {form}"


def test_ranges() -> None:
    open_end = replace(number("killed", None, 15), high=None)
    assert numbers("en").counted(open_end).nominative == "at least 15 people"
    assert numbers("de").counted(open_end).nominative == "mindestens 15 Personen"
    assert numbers("hr").counted(open_end).nominative == "najmanje 15 osoba"
    assert numbers("hr").counted(number("killed", None, 2, 4)).nominative == "2 do 4 osobe"


def test_a_party_that_is_counted() -> None:
    assert numbers("en").counted(number("killed", "sdf", 3)).nominative == "3 people (SDF)"
    assert numbers("hr").label(number("killed", "sdf", 3)) == "Ubijeni (SDF)"
    assert numbers("hr").label(number("killed", "children", 3)) == "Ubijeni (djeca)"


def test_parts_are_not_added_to_the_whole() -> None:
    counts = (number("killed", "children", 3), number("killed", "people", 12), number("vehicles", None, 4))
    assert {what: count.best for what, count in told(counts).items()} == {"killed": 12}
