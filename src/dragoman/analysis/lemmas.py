"""The dictionary form of a word, by the part of speech that it has in its sentence.

A word list knows forms and not sentences: "left" is an adverb to it, "tvrdi" an adjective, and it lacks forms of rarer
verbs. So the pack's rules (`lemmas.toml`) stand beside it, by tag of Universal Dependencies: words of their own,
endings that always tell, endings whose base is looked up in the list. The pack says which list that is (`words.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dragoman.knowledge.tables import language_table

# The lemma of a word and whether the list has the word.
_WordList = Callable[[str], tuple[str, bool]]

# A word and its tag come again and again; so many are kept.
_CACHED = 1 << 16
# The shortest base that an ending leaves: two letters are in every list, as abbreviations.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Ending:
    """An ending of inflected forms and what stands in its place in the dictionary, the likeliest first."""

    pattern: re.Pattern[str]
    bases: tuple[str, ...]

    def of(self, word: str) -> Iterator[str]:
        """What `word` may be a form of; nothing where it ends otherwise."""
        if self.pattern.search(word):
            for base in self.bases:
                yield self.pattern.sub(base, word, count=1)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a pack knows of the words of one tag."""

    own: Mapping[str, str]
    sure: tuple[_Ending, ...]
    endings: tuple[_Ending, ...]
    form: re.Pattern[str]
    guess: bool


@dataclass(frozen=True, slots=True)
class _Pack:
    """How a language finds its dictionary forms."""

    listed: _WordList
    rules: Mapping[str, _Rules]
    kept: frozenset[str]
    letters: Mapping[int, str]


@lru_cache(_CACHED)
def lemma(form: str, upos: str, language: str) -> str:
    """The dictionary form of a word with the tag `upos`; the word itself in a language that names no word list.

    In lower case, but for names and for what else the pack keeps (German nouns).
    """
    pack = _pack(language)
    word = form.translate(pack.letters)
    if upos not in pack.kept:
        word = word.lower()
    return _lemma(word, pack, pack.rules.get(upos)) or form


def listed(word: str, language: str) -> tuple[str, bool]:
    """A word's lemma by the language's word list alone, and whether the list has the word."""
    return _pack(language).listed(word)


def _lemma(word: str, pack: _Pack, rules: _Rules | None) -> str:
    said, listed = pack.listed(word)
    if rules is None:
        return said
    if word in rules.own:
        return rules.own[word]
    sure = [base for ending in rules.sure for base in ending.of(word)]
    if sure:
        return _first(sure, pack) or sure[-1]
    if listed and rules.form.fullmatch(said):
        return said
    bases = [base for ending in rules.endings for base in ending.of(word)]
    return _first(bases, pack) or (bases[0] if rules.guess and bases else said)


def _first(bases: Sequence[str], pack: _Pack) -> str | None:
    """The first of the bases that is a dictionary form in the list."""
    return next((base for base in bases if len(base) >= _SHORTEST and pack.listed(base) == (base, True)), None)


@cache
def _pack(language: str) -> _Pack:
    words, table = language_table(language, "words"), language_table(language, "lemmas")
    letters = table.get("letters", {})
    capitals = {small.upper(): latin.capitalize() for small, latin in letters.items()}
    return _Pack(
        _word_list(words.get("lemmas"), words.get("lemma_list", language)),
        {tag: _rules(rules) for tag, rules in table.items() if tag.isupper()},
        frozenset(table.get("kept", ["PROPN"])),
        str.maketrans({**letters, **capitals}),
    )


def _rules(table: Mapping[str, Any]) -> _Rules:
    return _Rules(
        table.get("own", {}),
        _endings(table.get("sure", {})),
        _endings(table.get("endings", {})),
        re.compile(table.get("form", ".+")),
        table.get("guess", False),
    )


def _endings(table: Mapping[str, Sequence[str]]) -> tuple[_Ending, ...]:
    return tuple(_Ending(re.compile(rf"(?:{ending})\Z"), tuple(bases)) for ending, bases in table.items())


def _word_list(library: str | None, code: str) -> _WordList:
    """The word list of a library for its language `code`, imported when the first word asks for it."""
    return _LIBRARIES[library](code) if library else _no_list


def _no_list(word: str) -> tuple[str, bool]:
    return word, False


def _simplemma(code: str) -> _WordList:
    from simplemma import is_known, lemmatize

    def listed(word: str) -> tuple[str, bool]:
        # With `low_memory` German takes 14 MB and not 101, at a sixth of the speed, which is fast enough.
        return lemmatize(word, code, low_memory=True), is_known(word, code, low_memory=True)

    return listed


_LIBRARIES: Mapping[str, Callable[[str], _WordList]] = {"simplemma": _simplemma}
