"""A sentence as surface words with offsets, parted as the treebanks of its language part them.

"im", "zur" and "don't" stay usable: what a treebank takes apart into other letters stays one word, a clitic that is
its very letters is a word of its own ("do" + "n't"). What differs by language is in the pack (`words.toml`): whether
hyphens part, whether a number keeps its ordinal stop, clitics, and abbreviations (`sentences.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.tables import language_table

_MARKS = {"parted": r"[^\W_]+", "kept": r"[^\W_]+(?:[-‐‑][^\W_]+)*"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its text, its offsets into the document, and whether white space stands before it."""

    text: str
    start: int
    end: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a language parts its words."""

    word: re.Pattern[str]
    clitic: re.Pattern[str]
    stopped: frozenset[str]
    ordinals: bool


def tokens(text: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets into `text`."""
    manner = _manner(language)
    found: list[Token] = []
    for first, last in _spans(text, start, end, manner):
        spaced = first == start or text[first - 1].isspace()
        found.append(Token(text[first:last], first, last, spaced))
    return tuple(found)


def _spans(text: str, start: int, end: int, manner: _Manner) -> Iterator[tuple[int, int]]:
    at = start
    for match in manner.word.finditer(text, start, end):
        first, last = match.span()
        if first < at:
            continue
        if text[last : last + 1] == "." and last < end and _keeps_stop(text, first, last, end, manner):
            last += 1
        at = last
        yield from _parted(text, first, last, manner)


def _keeps_stop(text: str, first: int, last: int, end: int, manner: _Manner) -> bool:
    """Whether the stop behind a word is its own: an abbreviation's, an initial's, an ordinal's within the sentence."""
    word = text[first:last]
    rest = text[last + 1 : end].strip()
    if word.isdigit():
        return manner.ordinals and bool(rest) and (rest[0].isalnum() or rest[0] in "-–/,")
    if text[last + 1 : last + 2] == ".":
        return False
    return word.lower() in manner.stopped or (len(word) == 1 and word.isupper() and bool(rest))


def _parted(text: str, first: int, last: int, manner: _Manner) -> Iterator[tuple[int, int]]:
    found = manner.clitic.search(text, first, last)
    if found is None or found.start() == first:
        yield first, last
        return
    yield first, found.start()
    yield found.start(), last


@cache
def _manner(language: str) -> _Manner:
    table = language_table(language, "words")
    stops = language_table(language, "sentences")
    stopped = {word for name in ("abbreviations", "before_number", "may_end") for word in stops.get(name, [])}
    clitics = "|".join(sorted((re.escape(clitic) for clitic in table.get("clitics", [])), key=len, reverse=True))
    plain = _MARKS["parted" if table.get("hyphens") == "part" else "kept"]
    inner = r"(?:['’][^\W\d_]+)*"
    word = rf"""
        https?://[^\s<>"]*[\w/] | www\.[^\s<>"]*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [\#@]\w+
        | (?:[^\W\d_]\.){{2,}}                     # U.S., z.B., p.n.e.
        | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+|[-‐‑][^\W\d_]+)?
        | {plain}{inner}
        | \.{{2,}} | -{{2,}} | ([^\w\s])\1*
        | _
    """
    return _Manner(
        re.compile(word, re.VERBOSE),
        re.compile(rf"(?:{clitics})\Z" if clitics else r"(?!)", re.IGNORECASE),
        frozenset(stopped),
        stops.get("ordinals") is not None,
    )
