"""The items of MUC-4's lists by the words that stand for them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_LINKS = frozenset({"OF", "IN", "FROM", "AT", "FOR", "TO", "WHO", "WITH", "ON"})


def item(table: str, text: str) -> str | None:
    """The item of a table that the words stand for; words before "of", "in" and the like go first, the last first.

    "THE HOUSE OF THE BANK'S DIRECTOR" is a house.
    """
    listed, words = _lists()[table], words_of(text)
    first = head(text)
    order = [*reversed(first), *words[len(first) :]]
    return next((listed[stem(word)] for word in order if stem(word) in listed), None)


def items(table: str, text: str) -> dict[str, str]:
    """All words of the text that a table lists, with the items that they stand for."""
    listed = _lists()[table]
    return {word: listed[stem(word)] for word in words_of(text) if stem(word) in listed}


def is_listed(word: str) -> bool:
    """Whether it is a word for a person or a thing."""
    return (item("human", word) or item("physical", word)) is not None


def head(text: str) -> list[str]:
    """The words before "of", "in" and the like."""
    words = words_of(text)
    return words[: next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))]


def words_of(text: str) -> list[str]:
    """The words in capitals without accents, as the reports of MUC-4 have them."""
    return _WORD.findall(capitals(text))


def capitals(text: str) -> str:
    """The text in capitals without accents, spaces as one."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return " ".join(bare.upper().split())


def stem(word: str) -> str:
    """A word without the ending of the plural, roughly."""
    return word.removesuffix("S")


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    tables = tomllib.loads((files(__package__) / "setlists.toml").read_text("utf-8"))
    return {
        table: {stem(word): name for name, words in reversed(listed.items()) for word in words}
        for table, listed in tables.items()
    }
