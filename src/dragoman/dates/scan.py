"""From text to matched date words: tokens, their class string, and the patterns that match in it.

1. Every word and number of the text is looked up; words that the pack does not know drop out.
2. What is left becomes a string of one character for each word's classes and one for what parts two words.
3. The language's patterns run over that string; a match keeps its words' values in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dragoman.dates.lexicon import Lexicon, lexicon
from dragoman.dates.patterns import Grammar, Rule, literals, rules
from dragoman.knowledge.tables import language_table

NUMBER_CLASSES = frozenset(
    {
        "num",
        "day",
        "mon",
        "hour",
        "minute",
        "y2",
        "hhmm",
        "year",
        "old_year",
        "medieval_year",
        "ancient_year",
        "dayyear",
        "ymd",
    }
)
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_HEAD = re.compile(r"[^\W\d_]+")
# Stands for the class of a word with which a phrase of the pack can begin.
_PHRASE = "!"
_DASHES = "-‐‑‒–—−"
# Gaps are short; a longer one parts two words in any case.
_LONGEST_GAP = 8
# Dates date what words tell. Where so many numbers, months and weekdays follow with no other word between, nothing is
# told: it is a list of days or noise, and the rest of it is passed over, so that no text takes long.
_LONGEST_RUN = 500
_NAMING = ("month", "weekday", "weekday_short")
_NAMED_BY = 3  # first letters that tell a month or weekday
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
class Match:
    """A pattern's match: its rule, the values of its words in order (`spans`: where each stands), and its extent.

    `values` has the first value of each class, and what the rule itself carries.
    """

    rule: Rule
    slots: tuple[tuple[str, Any], ...]
    spans: tuple[tuple[int, int], ...]
    values: Mapping[str, Any]
    start: int
    end: int
    first: int
    last: int

    def value(self, name: str, place: int = 0) -> Any:
        """The value of the n-th word of a class, or what the rule itself carries, or None."""
        if not place:
            return self.values.get(name)
        found = [value for key, value in self.slots if key == name]
        return found[place] if place < len(found) else None


@dataclass(frozen=True, slots=True)
class Scan:
    """A text's date words by number (where they begin and end), and their class string.

    `codes[2 * n]` is the class of word n, `codes[2 * n + 1]` what parts it from the next.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str

    def word(self, token: int) -> str:
        """A date word of the text."""
        return self.text[self.starts[token] : self.ends[token]].replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Engine:
    """One language, compiled."""

    language: str
    words: Lexicon
    grammar: Grammar
    rules: tuple[Rule, ...]
    phrases: Mapping[str, Sequence[str]]
    naming: frozenset[str]
    table: dict[str, Any]


@cache
def engine(language: str) -> Engine:
    """The compiled date pack of a language; in a language without one nothing is found."""
    table = language_table(language, "dates")
    where = f"languages/{language}/dates.toml"
    patterns = rules(table, where)
    classes = set(table.get("words", {})) | {row["class"] for row in table.get("compound", [])}
    words = lexicon(table, literals(patterns, frozenset(classes) | NUMBER_CLASSES), where)
    news = tuple(rule for rule in patterns if rule.fixed.get("only") != "story")
    return Engine(language, words, Grammar(news, words.chars), patterns, _by_head(words.phrases), _naming(words), table)


@cache
def story_engine(language: str) -> Engine:
    """The pack with the patterns that only a story has, without those that only news have."""
    news = engine(language)
    told = [rule for rule in news.rules if rule.fixed.get("only") != "news"]
    return replace(news, grammar=Grammar(told, news.words.chars))


def _by_head(phrases: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The phrases of a pack by the word with which they begin, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        if head := _HEAD.match(phrase):
            found.setdefault(head[0].lower(), []).append(phrase)
    return found


def _naming(words: Lexicon) -> frozenset[str]:
    """How the names of months and weekdays begin."""
    named = (word for word, entry in words.entries.items() if not entry.keys().isdisjoint(_NAMING))
    return frozenset(word[:_NAMED_BY].lower() for word in named)


def scan(text: str, tools: Engine) -> Scan:
    """Look up every word of a text."""
    return Scan(text, *_tokens(text, tools))


def _tokens(text: str, tools: Engine) -> tuple[list[int], list[int], str]:
    known: dict[str, tuple[str | None, bool]] = {}
    starts: list[int] = []
    ends: list[int] = []
    out: list[str] = []
    last = run = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        if word not in known:
            known[word] = _code(word, tools), _is_prose(word, tools)
        code, prose = known[word]
        run = 0 if prose else run + 1
        if code is None or run > _LONGEST_RUN or found.start() < last:
            continue
        start, end = found.span()
        if code is _PHRASE:
            code, end = _phrase_code(text, start, end, tools)
            if code is None:
                continue
        out.append(gap_code(text, last, start))
        out.append(code)
        starts.append(start)
        ends.append(end)
        last = end
    return starts, ends, "".join(out[1:])


def _code(word: str, tools: Engine) -> str | None:
    """The class of a word; None for one that is no date word."""
    return _PHRASE if word.lower() in tools.phrases else tools.words.code(word)


def _is_prose(word: str, tools: Engine) -> bool:
    """Whether a word surely tells something: no number, and not like a month or weekday ("Mayor" is not sure)."""
    return word.isalpha() and word[:_NAMED_BY].lower() not in tools.naming


def _phrase_code(text: str, start: int, end: int, tools: Engine) -> tuple[str | None, int]:
    """The class of the phrase that begins at a word ("p.m."), else of the word alone, and where it ends."""
    for phrase in tools.phrases[text[start:end].lower()]:
        last = start + len(phrase)
        found = text[start:last].replace("\n", " ")  # it may go on in the next line
        if phrase in (found, found.lower()) and not text[last : last + 1].isalnum():
            return tools.words.code(phrase), last
    return tools.words.code(text[start:end]), end


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
    if stripped[0] == "." and stripped[1:].strip() in _DASHES and len(stripped) > 1:
        return "-"
    if stripped == "./":
        return "/"
    if stripped in ".," and "\n" not in gap:
        return "," if stripped == "," else "_"
    return "/" if stripped == "/" else "#"


def matches(scanned: Scan, tools: Engine) -> Iterator[Match]:
    """Every match of the language's patterns, leftmost first, the earlier pattern winning."""
    codes, begins, grammar = scanned.codes, tools.grammar.begins, tools.grammar
    free = 0
    for at in [at for at in range(0, len(codes), 2) if codes[at] in begins]:
        if at < free:
            continue
        rules = grammar.at(codes[at : at + 2])
        found = rules.regex.match(codes, at) if rules is not None else None
        if rules is not None and found is not None and found.lastindex is not None:
            free = found.end()
            yield _match(found, rules.slots[found.lastindex], scanned, tools.words)


def _match(
    found: re.Match[str], rule: tuple[Rule, tuple[tuple[int, str], ...]], scanned: Scan, words: Lexicon
) -> Match:
    first, last = found.start() // 2, (found.end() - 1) // 2
    placed = tuple(_slots(found, rule[1], scanned, words)) if rule[1] else ()
    slots, spans = tuple(slot for slot, _ in placed), tuple(span for _, span in placed)
    values = {**rule[0].fixed, **dict(reversed(slots))}
    return Match(rule[0], slots, spans, values, scanned.starts[first], scanned.ends[last], first, last)


def _slots(
    found: re.Match[str], names: Sequence[tuple[int, str]], scanned: Scan, words: Lexicon
) -> Iterator[tuple[tuple[str, Any], tuple[int, int]]]:
    for group, name in names:
        at = found.start(group)
        if at < 0:
            continue
        value = words.value(scanned.word(at // 2), name)
        span = (scanned.starts[at // 2], scanned.ends[at // 2])
        for slot in value if isinstance(value, tuple) else ((name, value),):
            yield slot, span
