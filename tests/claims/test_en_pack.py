"""The English claims tables: every type has words, and the words are found where English puts them."""

import pytest

from dragoman.claims.counted.numbers import amounts
from dragoman.claims.lexicon import elements
from dragoman.claims.tables import grammar
from dragoman.claims.words import words


def test_a_pattern_is_compiled_to_its_words() -> None:
    first, gap, last = elements("repel* ... attack*|assault*")
    assert (first.fits("repelled"), gap.gap, last.fits("assaults"), last.fits("talks")) == (
        True,
        True,
        True,
        False,
    )


def found(text: str) -> list[tuple[str, str]]:
    sentence = words(text, 0, len(text))
    return [(f.payload.type, " ".join(sentence[i].text for i in f.own)) for f in grammar("en").frames.find(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops repelled a fierce attack on the base", [("attack_repelled", "repelled attack")]),
        ("Planes carried out 12 air strikes", [("airstrike", "air strikes")]),
        ("Militants fired a volley of rockets", [("shelling", "fired rockets")]),
        ("A suicide bomber struck the checkpoint", [("suicide_attack", "suicide bomber struck")]),
        ("A blast that rocked the market", [("bombing", "blast that rocked")]),
        ("They broke the long siege", [("siege_broken", "broke siege")]),
        ("The road was cut", [("route_cut", "road was cut")]),
        ("The highway was reopened", [("route_opened", "highway was reopened")]),
        ("Security forces captured two fighters", [("detention", "captured two fighters")]),
        ("It wiped out a village's defenders", [("killing", "wiped out")]),
        ("Troops established full control over the hill", [("capture", "established full control")]),
        ("They violated the truce", [("ceasefire", "violated truce")]),
        ("Aid deliveries took place", [("aid_delivery", "Aid deliveries")]),
        ("The aid convoy was blocked", [("aid_blocked", "convoy was blocked")]),
        ("Water supplies were restored", [("service_restored", "Water supplies were restored")]),
        ("Residents took to the streets", [("protest", "took to the streets")]),
        ("He died of a heart attack", [("killing", "died")]),
        ("The opposition held district", []),
        ("Combat jets are parked there", []),
        ("The Chemical Weapons Convention was signed there", []),
    ],
)
def test_idioms_beat_the_words_inside_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 12", 12, None),
        ("more than 300,000", 300000, None),
        ("up to 40", 0, 40),
        ("no fewer than seven", 7, None),
        ("between 20 and 30", 20, 30),
        ("5 to 10", 5, 10),
        ("dozens", 24, None),
        ("some two hundred and five", 205, 205),
        ("twenty-one", 21, 21),
        ("two million", 2000000, 2000000),
        ("scores", 40, None),
    ],
)
def test_numbers(text: str, low: int, high: int | None) -> None:
    assert [(a.low, a.high) for a in amounts(words(text, 0, len(text)), grammar("en"))] == [(low, high)]
