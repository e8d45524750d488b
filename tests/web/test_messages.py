"""The interface's words: every language has them all, and every value of the contract has a word."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman import model, web
from dragoman.knowledge.entries import ACTOR_KINDS, SIDES
from dragoman.vocabulary import event_types

LANGUAGES = ("en", "de", "hr")
PLURALS = {"en": {"one", "other"}, "de": {"one", "other"}, "hr": {"one", "few", "other"}}
FORMS = {"zero", "one", "two", "few", "many", "other"}
SLOTS = ("trigger", "actor", "target", "place", "when", "count", "speaker", "cue")
WHO = ("civilians", "children", "women", "fighters", "people")
FLAGS = ("hearsay", "weekday_conflict", "concession", "translated_name", "ambiguous_actor", "ambiguous_place")

GROUPS = {
    "types": tuple(event_types()),
    "families": {kind.family for kind in event_types().values()},
    "grades": get_args(model.Grade),
    "grade_meanings": get_args(model.Grade),
    "slots": SLOTS,
    "realis": get_args(model.Realis),
    "phases": get_args(model.Phase),
    "voices": get_args(model.Voice),
    "stances": get_args(model.Stance),
    "place_precisions": get_args(model.PlacePrecision),
    "day_precisions": get_args(model.DayPrecision),
    "day_bases": get_args(model.DayBasis),
    "published_bases": get_args(model.PublishedBasis),
    "what": get_args(model.What),
    "who": WHO,
    "flags": FLAGS,
    "flag_meanings": FLAGS,
    "roles": get_args(model.Role),
    "sides": (*SIDES, "unknown"),
    "kinds": (*ACTOR_KINDS, "unknown"),
}


def messages(language: str, name: str) -> Any:
    return json.loads(web.text(f"messages/{language}/{name}.json"))


def names() -> list[str]:
    return sorted(path.stem for path in (Path(web.__file__).parent / "messages" / "en").glob("*.json"))


def leaves(group: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every message with its path; one with plural forms is one message."""
    for key, value in group.items():
        if isinstance(value, dict) and not set(value) <= FORMS:
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def placeholders(value: Any) -> set[str]:
    texts = value.values() if isinstance(value, dict) else [value]
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("language", ["de", "hr"])
def test_every_language_has_every_message_with_its_placeholders(name: str, language: str) -> None:
    ours, theirs = dict(leaves(messages("en", name))), dict(leaves(messages(language, name)))
    assert list(ours) == list(theirs)
    for key, value in ours.items():
        assert placeholders(value) == placeholders(theirs[key]), key


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_their_language(name: str, language: str) -> None:
    for key, value in leaves(messages(language, name)):
        assert value, key
        if isinstance(value, dict):
            assert set(value) == PLURALS[language], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_every_value_of_the_contract_has_a_word(language: str, group: str) -> None:
    assert set(GROUPS[group]) <= set(messages(language, "vocabulary")[group])
