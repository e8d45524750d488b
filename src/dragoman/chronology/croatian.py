"""Croatian names in sentences: adjectives and the head noun are declined by tables of endings, the rest stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from dragoman.chronology.phrases import Gender, Phrase

# Genitive, locative, accusative, as the tables have them.
_Forms = tuple[str, str, str]
# A body of many; somebody; a place whose name the language has made its own.
Kind = Literal["body", "person", "place"]
_GENDERS: Mapping[str, Gender] = {"m": "m", "f": "f", "n": "n"}


def phrase(name: str, table: Mapping[str, Any], *, kind: Kind = "body", known: bool = True) -> Phrase:
    """The cases of a name; a name that no pack has in Croatian keeps its nominative alone."""
    words = name.split()
    at, group = head_of(words, table)
    if group is None:
        return _proper(words, table, kind, known)
    return _declined(words, at, group, table)


def head_of(words: Sequence[str], table: Mapping[str, Any]) -> tuple[int, str | None]:
    """Where the first known noun of a name stands, and its gender and number; None where there is none."""
    before = next((at for at, word in enumerate(words) if at and word in table["tails"]), len(words))
    for at, word in enumerate(words[:before]):
        for group, entries in table["heads"].items():
            if word.lower() in entries:
                return at, group
    if len(words) > 1 and words[0].islower() and words[0].endswith(("i", "a", "o")):
        return len(words) - 1, _by_ending(words[-1])  # "istočni Alep", "sjeverna Sirija"
    return 0, None


def _by_ending(word: str) -> str:
    return "f" if word.endswith("a") else "n" if word.endswith(("o", "e")) else "m"


def _proper(words: Sequence[str], table: Mapping[str, Any], kind: Kind, known: bool) -> Phrase:
    """A proper name: its last word changes; a person's and a foreign one's forms are not sure."""
    name = " ".join(words)
    if kind == "person" or not known:
        return Phrase(name, gender="f" if kind == "person" and _female(words) else "m")
    if words[-1].isupper() and len(words[-1]) > 1:
        return Phrase(name, f"{name}-a", f"{name}-u", name, gender="m")
    if kind == "body" and len(words) > 1:
        arabic = any("al-" in word for word in words) and not words[-1].endswith("a")
        return Phrase(name, accusative=name if arabic else None)
    if not words[-1][-1:].isalpha() or words[-1].endswith(("e", "i", "u", "y", "o")):
        return Phrase(name, accusative=None if kind == "place" else name)
    group = _by_ending(words[-1])
    return _declined(words, len(words) - 1, group, table, adjectives=False)


def _female(words: Sequence[str]) -> bool:
    """A first name in -a is a woman's, but for some."""
    return words[0].endswith("a") and words[0] not in ("Mustafa", "Musa", "Isa", "Zakarija", "Luka", "Nikola", "Nikita")


def _declined(
    words: Sequence[str], at: int, group: str, table: Mapping[str, Any], *, adjectives: bool = True
) -> Phrase:
    before: Mapping[str, Any] = table["adjectives"][group] if adjectives else {}
    changed = [_changed(word, before) for word in words[:at]] + [_changed(words[at], table["cases"][group])]
    forms = [" ".join([*(each[number] for each in changed), *words[at + 1 :]]) for number in range(3)]
    plural = len(group) > 1
    return Phrase(" ".join(words), forms[0], forms[1], forms[2], plural=plural, gender=_GENDERS[group[0]])


def _changed(word: str, table: Mapping[str, Sequence[str]]) -> _Forms:
    """A word in the three cases by the longest ending that the table knows."""
    ending = max((end for end in table if word.lower().endswith(end)), key=len, default=None)
    if ending is None:
        return word, word, word
    stem = word[: len(word) - len(ending)]
    genitive, locative, accusative = (_spelled(stem, word, ending, each) for each in table[ending])
    return genitive, locative, accusative


def _spelled(stem: str, word: str, ending: str, new: str) -> str:
    """The stem with a new ending, which keeps the capital of a word that is replaced whole."""
    capital = not stem and word[:1].isupper() and bool(ending)
    return stem + (new[:1].upper() + new[1:] if capital else new)
