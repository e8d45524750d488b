"""One spelling for comparing, character by character, so that offsets stay.

`key(text)` has the length of `text`: lower case, Latin letters without their marks, every kind of space,
hyphen and apostrophe a blank. So "al-Nusra", "Al Nusra" and "al‑Nusra" meet, and a hit's offsets are the
text's own.
"""

from __future__ import annotations

import unicodedata
from functools import cache

APOSTROPHES = "'’‘`´ʼʻʿʾʹ′"
HYPHENS = "-‐‑‒–"

# What may stand between the words of one name: a line's end in a narrow column counts as a blank.
JOINTS = frozenset(" \t\r\n\u00a0\u202f" + HYPHENS + APOSTROPHES)

_STROKES = str.maketrans("đøłħŧıŋ", "dolhtin")  # letters that Unicode does not decompose


@cache
def _key(character: str) -> str:
    if not character.isalnum():
        return " "
    lower = character.lower()
    base = unicodedata.normalize("NFD", lower[0])[0]
    return base.translate(_STROKES)


class _Table(dict[int, str]):
    """A translation table that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _key(chr(code))
        return folded


_TABLE = _Table()


def key(text: str) -> str:
    """The text as names are compared: of the same length, so that offsets stay."""
    return text.translate(_TABLE)


def plain(name: str) -> str:
    """The name with its letters' marks taken off and in its own case ("Ţarţūs" gives "Tartus")."""
    letters = (mark for mark in unicodedata.normalize("NFD", name) if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", "".join(letters))
