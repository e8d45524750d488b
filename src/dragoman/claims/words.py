"""A sentence as words with offsets: the surface that lexicon, names and roles are read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A word keeps inner apostrophes, hyphens and digit separators ("al-Nusra", "300.000", "world's"); every other
# visible sign is a word of its own, because commas, brackets and quotes bound the reach of a role.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-’'‐‑][^\W_]+)*|\d+\w*|[^\w\s]+?|_", re.UNICODE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text, its offsets into the document, and the lower-case key that lexicons look up."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_sign(self) -> bool:
        """Whether the word is punctuation."""
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text[start:end]`, with offsets into `text`."""
    return tuple(_word(match) for match in _WORD.finditer(text, start, end))


def _word(match: re.Match[str]) -> Word:
    text = match.group()
    key = _POSSESSIVE.sub("", text.lower().replace("’", "'").replace("‑", "-").replace("‐", "-"))
    return Word(text, match.start(), match.end(), key)


def first_at(sequence: Sequence[Word], offset: int) -> int:
    """The index of the first word that ends after `offset` (the length of the sequence where there is none)."""
    low, high = 0, len(sequence)
    while low < high:
        middle = (low + high) // 2
        if sequence[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low
