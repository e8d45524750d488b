"""The English claims tables: every type has words, and the words are found where English puts them."""

import tomllib
from importlib.resources import files

import pytest

from dragoman.claims.lexicon import elements
from dragoman.claims.numbers import amounts
from dragoman.claims.tables import Grammar, grammar
from dragoman.claims.words import words

HOME = files("dragoman.knowledge") / "languages" / "en"
TABLES = ("triggers", "attribution", "realis", "counts", "mentions")
TYPES = [
    "offensive", "attack", "attack_repelled", "clash", "airstrike", "shelling", "bombing",
    "suicide_attack", "chemical_attack", "capture", "control", "withdrawal", "siege", "siege_broken",
    "route_cut", "route_opened", "killing", "injury", "detention", "abduction", "displacement",
    "destruction", "ceasefire", "talks", "agreement", "demand", "rejection", "accusation", "denial",
    "threat", "statement", "support", "sanction", "corridor", "aid_delivery", "aid_blocked",
    "evacuation", "besieged", "service_cut", "service_restored", "deployment", "protest",
]  # fmt: skip
FREQUENT = [
    "offensive", "attack", "attack_repelled", "clash", "airstrike", "shelling", "bombing",
    "suicide_attack", "chemical_attack", "capture", "control", "withdrawal", "killing",
    "injury", "detention", "abduction", "displacement", "destruction", "ceasefire", "talks",
    "agreement", "demand", "rejection", "accusation", "threat", "support", "aid_delivery",
    "aid_blocked", "evacuation", "deployment", "protest",
]  # fmt: skip


def table(name: str) -> dict[str, object]:
    return tomllib.loads((HOME / f"{name}.toml").read_text("utf-8"))


def entries() -> list[dict[str, list[str]]]:
    found = table("triggers")["trigger"]
    assert isinstance(found, list)
    return found


def patterns_of(kind: str) -> list[str]:
    mine = [entry for entry in entries() if entry["type"] == kind]
    return [p for entry in mine for form in ("verb", "noun", "state") for p in entry.get(form, ())]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_parses(name: str) -> None:
    assert table(name)


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_words(kind: str) -> None:
    assert len(patterns_of(kind)) >= 10


@pytest.mark.parametrize("kind", FREQUENT)
def test_frequent_types_have_many_words(kind: str) -> None:
    assert len(set(patterns_of(kind))) >= 30


def test_no_pattern_begins_with_an_optional_word_or_a_gap() -> None:
    ignored = [p for entry in entries() for p in entry.get("ignore", ())]
    spoken = [p for kind in TYPES for p in patterns_of(kind)]
    assert [p for p in (*spoken, *ignored) if p.startswith(("?", "..."))] == []


def test_patterns_are_in_small_letters() -> None:
    spoken = [p for kind in TYPES for p in patterns_of(kind)]
    assert [p for p in spoken if p != p.lower()] == []


def test_no_word_is_a_trigger_and_ignored_at_once() -> None:
    """Of two equal patterns the first in the file would win, and nobody would see it."""
    spoken = {p for kind in TYPES for p in patterns_of(kind)}
    ignored = {p for entry in entries() for p in entry.get("ignore", ())}
    assert sorted(spoken & ignored) == []


def test_no_pattern_stands_for_two_types() -> None:
    types: dict[str, set[str]] = {}
    for kind in TYPES:
        for pattern in patterns_of(kind):
            types.setdefault(pattern, set()).add(kind)
    assert {pattern: kinds for pattern, kinds in types.items() if len(kinds) > 1} == {}


def test_the_grammar_loads() -> None:
    assert Grammar("en").code == "en"


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
        ("A blast that rocked the market", [("attack", "blast that rocked")]),
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
