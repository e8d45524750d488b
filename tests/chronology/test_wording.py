"""Every language says everything, and its templates are whole."""

import re
from dataclasses import replace

import pytest

from dragoman.chronology import LANGUAGES
from dragoman.chronology.wording import missing, wording
from dragoman.errors import PackError
from dragoman.vocabulary import event_types

SLOT = re.compile(r"\{([^{}]*)\}")
KEYS = {"noun", "quiet", "active", "alone", "passive", "both", "bare", "planned", "ongoing", "road"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_missing(code: str) -> None:
    assert list(missing(wording(code))) == []


def test_what_is_missing_is_named() -> None:
    whole = wording("en")
    lacking = replace(whole, types={**whole.types, "capture": {"active": "{A}"}, "dance": {}})
    assert list(missing(lacking)) == [
        "types.toml: capture has no noun", "types.toml: capture has no bare", "types.toml: dance is no event type",
    ]  # fmt: skip


def test_an_unknown_language() -> None:
    with pytest.raises(PackError, match="cannot be told in 'xx'"):
        wording("xx")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("type", event_types())
def test_templates_are_whole(code: str, type: str) -> None:
    table = wording(code).types[type]
    assert set(table) <= KEYS
    templates = [value for key, value in table.items() if isinstance(value, str) and key != "noun"]
    templates += [value for mode in ("planned", "ongoing", "road") for value in table.get(mode, {}).values()]
    for template in templates:
        assert template.count("{") == len(SLOT.findall(template)) == template.count("}")
        assert template.count("[") == template.count("]")
        assert template.count("<") == template.count(">")
        assert all(re.fullmatch(r"[ABTPFOXL][ngd]?", slot) for slot in SLOT.findall(template)), template


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages_have_the_same_words(code: str) -> None:
    english = wording("en").words
    for name, table in english.items():
        if isinstance(table, dict) and name not in ("who", "happened", "unnamed_place", "unnamed_voice"):
            assert set(wording(code).words[name]) >= set(table), name
    assert set(wording(code).words["who"]) == set(english["who"])
