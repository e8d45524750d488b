"""What holds for the claims tables of every language: each type has words, and no pattern is written in vain."""

from collections.abc import Iterator

import pytest

from dragoman.claims.tables import Grammar
from dragoman.knowledge.tables import LANGUAGES, language_table
from dragoman.vocabulary import event_types

TABLES = ("triggers", "attribution", "realis", "counts", "mentions")
# Types that news of war tells daily; by language, because a Croatian pattern holds many alternatives in one.
FREQUENT = {
    "de": [
        "offensive", "attack", "clash", "airstrike", "shelling", "bombing", "capture", "withdrawal", "siege", "killing",
        "destruction", "ceasefire", "talks", "demand", "rejection", "corridor", "aid_delivery", "displacement",
        "deployment",
    ],
    "en": [
        "offensive", "attack", "attack_repelled", "clash", "airstrike", "shelling", "bombing", "suicide_attack",
        "chemical_attack", "capture", "control", "withdrawal", "killing", "injury", "detention", "abduction",
        "displacement", "destruction", "ceasefire", "talks", "agreement", "demand", "rejection", "accusation", "threat",
        "support", "aid_delivery", "aid_blocked", "evacuation", "deployment", "protest",
    ],
}  # fmt: skip
FEWEST = {"de": 7, "en": 10, "hr": 1}

every_language = pytest.mark.parametrize("language", LANGUAGES)


def spoken(language: str) -> Iterator[tuple[str, str]]:
    """Every pattern that means something, with its type."""
    for entry in language_table(language, "triggers")["trigger"]:
        for form in ("verb", "noun", "state"):
            yield from ((entry["type"], pattern) for pattern in entry.get(form, ()))


def ignored(language: str) -> set[str]:
    return {p for entry in language_table(language, "triggers")["trigger"] for p in entry.get("ignore", ())}


def of_type(language: str, kind: str) -> set[str]:
    return {pattern for type_, pattern in spoken(language) if type_ == kind}


def texts(node: object) -> Iterator[str]:
    """Every text of a table, keys included."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield node


@every_language
def test_the_grammar_loads(language: str) -> None:
    assert Grammar(language).code == language
    assert all(language_table(language, table) for table in TABLES)


@every_language
def test_every_type_has_words(language: str) -> None:
    assert [kind for kind in event_types() if len(of_type(language, kind)) < FEWEST[language]] == []
    assert {kind for kind, _ in spoken(language)} == set(event_types())


@pytest.mark.parametrize("language", sorted(FREQUENT))
def test_frequent_types_have_many_words(language: str) -> None:
    assert [kind for kind in FREQUENT[language] if len(of_type(language, kind)) < 30] == []


@every_language
def test_patterns_begin_with_a_word_and_are_in_small_letters(language: str) -> None:
    patterns = [*(pattern for _, pattern in spoken(language)), *ignored(language)]
    assert [p for p in patterns if p.startswith(("?", "...")) or p != p.lower()] == []


@every_language
def test_no_word_is_a_trigger_and_ignored_at_once(language: str) -> None:
    """Of two equal patterns the first in the file would win, and nobody would see it."""
    assert sorted({pattern for _, pattern in spoken(language)} & ignored(language)) == []


@every_language
def test_no_pattern_stands_for_two_types(language: str) -> None:
    types: dict[str, set[str]] = {}
    for kind, pattern in spoken(language):
        types.setdefault(pattern, set()).add(kind)
    assert {pattern: kinds for pattern, kinds in types.items() if len(kinds) > 1} == {}


@every_language
def test_only_latin_letters(language: str) -> None:
    """A Cyrillic "а" looks like a Latin one and matches nothing."""
    letters = {sign for table in TABLES for text in texts(language_table(language, table)) for sign in text}
    assert {sign for sign in letters if sign.isalpha() and ord(sign) > 0x17F} == set()


@every_language
def test_marks_stand_where_they_mean_something(language: str) -> None:
    """One "?" makes a whole element optional; inside its choices it would be a letter that no word has."""
    tables = (language_table(language, table) for table in ("triggers", "attribution", "realis"))
    assert [text for table in tables for text in texts(table) if "|?" in text] == []
