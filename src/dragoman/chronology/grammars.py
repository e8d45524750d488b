"""The grammar of each language that a chronology is told in."""

from __future__ import annotations

from dragoman.chronology.croatian import Croatian
from dragoman.chronology.english import English
from dragoman.chronology.german import German
from dragoman.chronology.grammar import Grammar
from dragoman.chronology.wording import Wording, wording


def grammar_of(words: Wording) -> Grammar:
    """The rules of a language over its own table of names."""
    made: dict[str, type[English] | type[German] | type[Croatian]] = {"de": German, "en": English, "hr": Croatian}
    return made[words.code](words.names)


def several_in_english(name: str) -> bool:
    """Whether a canonical name, which is English, is that of several."""
    return English(wording("en").names).several(name)


def is_crowd_in_english(name: str) -> bool:
    """Whether a canonical name is a common noun for human beings: "tribal fighters", and not "government forces"."""
    return English(wording("en").names).crowd(name)
