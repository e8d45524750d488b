"""The vocabulary: which of the base's pieces are kept, and how words become pieces.

Kept is what the languages of dragoman write with: the pieces of their most frequent words (wordfreq), of the training
sentences, and every single character of their scripts, so that no word of theirs is unknown.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer, decoders, pre_tokenizers
from wordfreq import top_n_list

from dragoman.analysis.pieces import tokenizer

# wordfreq knows Bosnian, Croatian and Serbian as one, `sh`.
LANGUAGES = {
    **dict.fromkeys(("en", "de", "sh"), 60_000),
    "ru": 40_000,
    **dict.fromkeys(("ar", "uk", "fr", "es", "tr"), 25_000),
}
SPECIAL = 4  # <s> <pad> </s> <unk>, the base's first four
_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "GREEK")
_CYRILLIC = dict(
    zip(
        ["lj", "nj", "dž", *"abvgdđežzijklmnoprstćufhcčš"],
        ["љ", "њ", "џ", *"абвгдђежзијклмнопрстћуфхцчш"],
        strict=True,
    )
)


def whole_text(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """The base's own way with a text, for the vectors that the model is held to."""
    made = tokenizer(pieces)
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.decoder = decoders.Metaspace()
    return made


def kept(pieces: Sequence[tuple[str, float]], words: Iterable[str]) -> list[int]:
    """The numbers of the pieces that stay, in the base's order."""
    whole = tokenizer(pieces)
    numbers = set(range(SPECIAL)) | {n for n, (piece, _) in enumerate(pieces) if _single(piece)}
    forms = sorted({form for word in _all_words(words) for form in _forms(word)})
    for found in whole.encode_batch(forms, add_special_tokens=False):
        numbers.update(found.ids)
    return sorted(numbers)


def _all_words(words: Iterable[str]) -> Iterator[str]:
    yield from words
    for language, most in LANGUAGES.items():
        frequent = top_n_list(language, most)
        yield from frequent
        if language == "sh":
            yield from map(_in_cyrillic, frequent)


def _forms(word: str) -> Iterator[str]:
    """A word as it can stand in a text: after a space, in capitals at its head, glued to a sign."""
    for form in (word, word[:1].upper() + word[1:]):
        yield f"▁{form}"
        yield form


def _in_cyrillic(word: str) -> str:
    for latin, cyrillic in _CYRILLIC.items():
        word = word.replace(latin, cyrillic)
    return word


def _single(piece: str) -> bool:
    """A single character of the scripts, a digit or a sign, alone or after a space."""
    bare = piece.removeprefix("▁")
    if len(bare) != 1:
        return piece == "▁"
    return not bare.isalpha() or unicodedata.name(bare, "").startswith(_SCRIPTS)


def write(path: Path, pieces: Sequence[tuple[str, float]]) -> None:
    """The pieces with their scores as JSON, for the program that reads them."""
    path.write_text(
        json.dumps([[piece, round(score, 4)] for piece, score in pieces], ensure_ascii=False) + "\n", "utf-8"
    )
