"""Words as the pieces that the model knows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers

BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3
MOST = 12  # pieces of one word: what follows tells nothing more of it


def tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """Unigram over the pieces with their scores, for single words: `▁` stands for the space before a word."""
    made = Tokenizer(models.Unigram(list(pieces), unk_id=UNKNOWN))
    made.normalizer = normalizers.NFKC()
    return made


def stored(path: Path) -> Tokenizer:
    """The tokenizer over the pieces of a file."""
    return tokenizer([(piece, score) for piece, score in json.loads(path.read_text("utf-8"))])


class Pieces:
    """From words to numbers; it remembers the words that it has seen."""

    def __init__(self, words: Tokenizer) -> None:
        self._words = words
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The pieces of a word, never none; `spaced` where white space or the sentence's edge stands before it."""
        form = f"▁{word}" if spaced else word
        if form not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._words.encode(form, add_special_tokens=False).ids[:MOST]
            self._known[form] = tuple(found) or (UNKNOWN,)
        return self._known[form]


_REMEMBERED = 100_000
