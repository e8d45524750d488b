"""From text to matched date words: tokens, their class string, and the patterns that match in it.

1. Every word and number of the text is looked up; words that the pack does not know drop out.
2. What is left becomes a string of one character for each word's classes and one for what parts two words.
3. The language's patterns run over that string; a match keeps its words' values in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.dates.lexicon import Lexicon, lexicon
from dragoman.dates.patterns import Compiled, Rule, compiled, literals, rules
from dragoman.knowledge.tables import language_table

NUMBER_CLASSES = frozenset({"num", "day", "mon", "hour", "minute", "y2", "hhmm", "year", "dayyear", "ymd"})
_DASHES = "-‐‑‒–—−"
# Gaps are short; a longer one parts two words in any case.
_LONGEST_GAP = 8
_SIMPLE_GAPS = {
    "": "~",
    " ": " ",
    "\n": " ",
    ", ": ",",
    ",": ",",
    ". ": "_",
    ".": ".",
    "-": "-",
    "/": "/",
    ":": ":",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text that the pack knows, or a number."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern's match: its rule, the values of its words in order, and where they stand."""

    rule: Rule
    slots: tuple[tuple[str, Any], ...]
    start: int
    end: int
    first: int
    last: int

    def value(self, name: str, place: int = 0) -> Any:
        """The value of the n-th word of a class, or what the rule itself carries, or None."""
        found = [value for key, value in self.slots if key == name]
        if place < len(found):
            return found[place]
        return dict(self.rule.fixed).get(name) if place == 0 else None


@dataclass(frozen=True, slots=True)
class Scan:
    """A text's date words (`tokens`), their class string (`codes`), and the matches."""

    text: str
    tokens: Sequence[Token]
    codes: str
    matches: Sequence[Match]


@dataclass(frozen=True, slots=True)
class Engine:
    """One language, compiled."""

    language: str
    words: Lexicon
    grammar: Compiled
    token: re.Pattern[str]
    table: dict[str, Any]


@cache
def engine(language: str) -> Engine:
    """The compiled date pack of a language; a language without one finds numeric dates only by its empty pack."""
    table = language_table(language, "dates")
    where = f"languages/{language}/dates.toml"
    patterns = rules(table, where)
    classes = set(table.get("words", {})) | {row["class"] for row in table.get("compound", [])}
    words = lexicon(table, literals(patterns, frozenset(classes) | NUMBER_CLASSES), where)
    special = [rf"(?<![^\W\d_]){re.escape(phrase)}(?!\w)" for phrase in words.phrases]
    token = re.compile("|".join([*special, r"[^\W\d_]+", r"[0-9]+"]), re.IGNORECASE)
    return Engine(language, words, compiled(patterns, words.chars), token, table)


def scan(text: str, tools: Engine) -> Scan:
    """Find every match of the language's patterns, leftmost first, the earlier pattern winning."""
    tokens, codes = _tokens(text, tools)
    return Scan(text, tokens, codes, tuple(_matches(tokens, codes, tools)))


def _tokens(text: str, tools: Engine) -> tuple[list[Token], str]:
    known, code_of = tools.words.codes, tools.words.code
    tokens: list[Token] = []
    out: list[str] = []
    last = 0
    for found in tools.token.finditer(text):
        word = found.group()
        code = known.get(word) or code_of(word)
        if code is None:
            continue
        start = found.start()
        out.append(gap_code(text, last, start))
        out.append(code)
        last = found.end()
        tokens.append(Token(start, last, word))
    return tokens, "".join(out[1:])


def gap_code(text: str, start: int, end: int) -> str:
    """What parts two words, as one character (the notation of `patterns`); `#` for anything else."""
    if end - start > _LONGEST_GAP:
        return "#"
    gap = text[start:end]
    simple = _SIMPLE_GAPS.get(gap)
    if simple is not None:
        return simple
    stripped = gap.strip()
    if not stripped:
        return " " if gap.count("\n") < 2 else "#"
    if stripped in _DASHES and len(stripped) == 1:
        return "-" if stripped == gap else "="
    if stripped in ".," and "\n" not in gap:
        return "," if stripped == "," else "_"
    return "/" if stripped == "/" else "#"


def _matches(tokens: Sequence[Token], codes: str, tools: Engine) -> Iterator[Match]:
    for found in tools.grammar.regex.finditer(codes):
        group = found.lastindex
        if group is None:
            continue
        rule, names = tools.grammar.slots[group]
        first, last = found.start() // 2, (found.end() - 1) // 2
        slots = tuple(_slots(found, names, tokens, tools.words))
        yield Match(rule, slots, tokens[first].start, tokens[last].end, first, last)


def _slots(
    found: re.Match[str], names: Sequence[tuple[int, str]], tokens: Sequence[Token], words: Lexicon
) -> Iterator[tuple[str, Any]]:
    for group, name in names:
        at = found.start(group)
        if at < 0:
            continue
        value = words.value(tokens[at // 2].word, name)
        if isinstance(value, tuple):
            yield from value
        else:
            yield name, value
