"""Word patterns of the language packs and where they stand in a sentence.

A pattern is written as words separated by spaces:

    captur*          a word that begins so             *beschuss     one that ends so     *angriff*    one that holds it
    took|taken       either word                       _             any one word
    ...              up to four words, no sign between  ?over        a word that may be missing
    fire ~ opened    both in either order, with up to twelve words and no sign between

The longest match wins (most words of its own), so an idiom beats the verb inside it; a pattern with the payload
None only takes its words away from others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from dragoman.claims.words import Word

Payload = TypeVar("Payload")

REMEMBERED = 4096  # words that an element keeps its answer for, so that memory does not grow with the text
_LETTERS = 2  # first letters that prefixes are indexed by
# Words that a gap may skip: an object's article, adjectives and head; all that stands between a verb and its noun.
_GAPS = {"...": 4, "....": 12}
_EITHER = " ~ "


class Element:
    """One word of a pattern; it remembers which words it was asked about, because a text repeats its words."""

    __slots__ = ("_known", "anything", "exact", "gap", "inner", "most", "optional", "prefixes", "suffixes")

    def __init__(self, part: str) -> None:
        self.most = _GAPS.get(part, 0)
        self.gap = self.most > 0
        self.anything = part == "_"
        self.optional = part.startswith("?")
        choices = part.removeprefix("?").split("|")
        self.exact = frozenset(choice for choice in choices if "*" not in choice)
        self.prefixes = tuple(c[:-1] for c in choices if c.endswith("*") and not c.startswith("*"))
        self.suffixes = tuple(c[1:] for c in choices if c.startswith("*") and not c.endswith("*"))
        self.inner = tuple(c[1:-1] for c in choices if c.startswith("*") and c.endswith("*"))
        self._known: dict[str, bool] = {}

    def fits(self, key: str) -> bool:
        """Whether a word with this lower-case key fills the element."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._fits(key)
        return known

    def letters(self, key: str) -> int:
        """How many letters of a word the element spells out; an exact word is worth more than any open one."""
        if key in self.exact:
            return 2 * len(key)
        spelt = [prefix for prefix in self.prefixes if key.startswith(prefix)]
        spelt += [suffix for suffix in self.suffixes if key.endswith(suffix)]
        spelt += [part for part in self.inner if part in key]
        return max(map(len, spelt), default=0)

    @property
    def is_plain(self) -> bool:
        """Whether one of its exact words has to stand in the sentence."""
        open_ended = self.gap or self.anything or self.optional
        return not (open_ended or self.prefixes or self.suffixes or self.inner)

    def _fits(self, key: str) -> bool:
        return (
            self.anything
            or key in self.exact
            or key.startswith(self.prefixes)
            or key.endswith(self.suffixes)
            or any(part in key for part in self.inner)
        )


@dataclass(frozen=True, slots=True)
class Found(Generic[Payload]):
    """A pattern found: word indexes `first..last` (inclusive), the words of its own, and what it means."""

    first: int
    last: int
    own: tuple[int, ...]
    pattern: str
    payload: Payload
    letters: int = 0


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Payload]):
    pattern: str
    elements: tuple[Element, ...]
    musts: tuple[frozenset[str], ...]  # of each, one word has to stand in the sentence
    payload: Payload | None


def elements(pattern: str) -> tuple[Element, ...]:
    """The compiled words of a pattern; equal words of all patterns are one element."""
    return tuple(_element(part) for part in pattern.lower().split())


@cache
def _element(part: str) -> Element:
    return Element(part)


def _entries(pattern: str, payload: Payload | None) -> Iterator[_Entry[Payload]]:
    """The pattern as one entry, or as two where its halves may stand in either order."""
    first, _, second = pattern.partition(_EITHER)
    for order in (f"{first} .... {second}", f"{second} .... {first}") if second else (pattern,):
        parts = elements(order)
        yield _Entry(pattern, parts, tuple(part.exact for part in parts[1:] if part.is_plain), payload)


class Lexicon(Generic[Payload]):
    """Patterns with their payloads, looked up by the first word."""

    def __init__(self, entries: Iterable[tuple[str, Payload | None]]) -> None:
        self._exact: dict[str, list[_Entry[Payload]]] = {}
        self._other: dict[str, list[_Entry[Payload]]] = {}  # by the first letters of a prefix; "" for all else
        self._starts: dict[str, tuple[_Entry[Payload], ...]] = {}
        for pattern, payload in entries:
            for entry in _entries(pattern, payload):
                self._index(entry)

    def _index(self, entry: _Entry[Payload]) -> None:
        first = entry.elements[0]
        for word in first.exact:
            self._exact.setdefault(word, []).append(entry)
        for prefix in first.prefixes:
            self._other.setdefault(prefix[:_LETTERS] if len(prefix) >= _LETTERS else "", []).append(entry)
        if first.suffixes or first.inner or first.anything:
            self._other.setdefault("", []).append(entry)

    def find(self, sentence: Sequence[Word], also: Iterable[Found[Payload | None]] = ()) -> list[Found[Payload]]:
        """The matches in a sentence, longest first where they overlap, returned in order of their first word.

        `also` are matches from elsewhere that compete with its own.
        """
        candidates = sorted([*self._candidates(sentence), *also], key=_preference)
        taken: set[int] = set()
        chosen: list[Found[Payload]] = []
        for found in candidates:
            if taken.isdisjoint(found.own):
                taken.update(found.own)
                if found.payload is not None:
                    chosen.append(Found(found.first, found.last, found.own, found.pattern, found.payload))
        return sorted(chosen, key=lambda found: (found.first, found.last))

    def starts(self, key: str) -> bool:
        """Whether a pattern can begin with this word."""
        return bool(self._starting(key))

    def alone(self, key: str) -> Iterator[tuple[str, Payload]]:
        """The patterns of one word that a word fits, with their payloads."""
        for entry in self._starting(key):
            if len(entry.elements) == 1 and entry.payload is not None:
                yield entry.pattern, entry.payload

    def _candidates(self, sentence: Sequence[Word]) -> Iterator[Found[Payload | None]]:
        starting = self._starting
        live = [(index, entries) for index, word in enumerate(sentence) if (entries := starting(word.key))]
        if not live:
            return
        keys = frozenset(word.key for word in sentence)
        for index, entries in live:
            for entry in entries:
                if entry.musts and not _may_match(entry.musts, keys):
                    continue
                own = (index,) if len(entry.elements) == 1 else _match(entry.elements, sentence, index)
                if own:
                    letters = _letters(entry.elements, sentence, own)
                    yield Found(own[0], own[-1], own, entry.pattern, entry.payload, letters)

    def _starting(self, key: str) -> tuple[_Entry[Payload], ...]:
        known = self._starts.get(key)
        if known is None:
            if len(self._starts) >= 8 * REMEMBERED:
                self._starts.clear()
            likely = (*self._other.get(key[:_LETTERS], ()), *self._other.get("", ()))
            fitting = (entry for entry in likely if entry.elements[0].fits(key))
            unique = {id(entry): entry for entry in (*self._exact.get(key, ()), *fitting)}
            known = self._starts[key] = tuple(unique.values())
        return known


def _preference(found: Found[Payload | None]) -> tuple[int, int, int, bool, int, str]:
    """The most words, the least gap, the most letters of its own; an exact word counts as all its letters."""
    return (
        -len(found.own),
        found.last - found.first,
        -found.letters,
        found.payload is None,
        found.first,
        found.pattern,
    )


def _may_match(musts: tuple[frozenset[str], ...], keys: frozenset[str]) -> bool:
    """Whether the sentence has all the words without which a pattern cannot stand."""
    return not any(map(keys.isdisjoint, musts))


def _letters(pattern: tuple[Element, ...], sentence: Sequence[Word], own: Sequence[int]) -> int:
    """How many letters of the words the pattern spells out: of "angriff" "*angriff*" all, of "luftangriff" seven."""
    return sum(max(element.letters(sentence[index].key) for element in pattern) for index in own)


def _match(pattern: tuple[Element, ...], sentence: Sequence[Word], index: int) -> tuple[int, ...]:
    """The indexes of the pattern's own words from `index` on; empty where it does not match."""
    if not pattern:
        return ()
    return _rest(pattern, 0, sentence, index) or ()


def _rest(pattern: tuple[Element, ...], position: int, sentence: Sequence[Word], index: int) -> tuple[int, ...] | None:
    if position == len(pattern):
        return ()
    element = pattern[position]
    if element.gap:
        return _after_gap(pattern, position + 1, sentence, index, element.most)
    if index < len(sentence) and element.fits(sentence[index].key):
        rest = _rest(pattern, position + 1, sentence, index + 1)
        if rest is not None:
            return (index, *rest)
    return _rest(pattern, position + 1, sentence, index) if element.optional else None


def _after_gap(
    pattern: tuple[Element, ...], position: int, sentence: Sequence[Word], index: int, most: int
) -> tuple[int, ...] | None:
    for skipped in range(most + 1):
        rest = _rest(pattern, position, sentence, index + skipped)
        if rest is not None:
            return rest
        if index + skipped >= len(sentence) or sentence[index + skipped].is_sign:
            return None
    return None
