"""Finds the names of actors and places in a text: one pass of an automaton, then the rules of a word.

The automaton holds stems; a hit stands when the text around it agrees:

1. it begins and ends at the borders of words, with one of the endings that the name may take;
2. the signs between its words are blanks, hyphens or apostrophes, or the name's own;
3. its capitals are the name's, or all letters are capitals;
4. no word beside it shows that something else is meant.

Of the hits that overlap, the leftmost and then the longest stays; at the same words a base form beats an
inflected one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick_rs

from dragoman.knowledge.entries import Veto
from dragoman.knowledge.folding import HYPHENS, JOINTS, key
from dragoman.knowledge.inflection import Form

_ARTICLE_STYLES = frozenset(
    ("al", "el", "as", "es", "ar", "er", "an", "en", "at", "et", "ad", "ed", "az", "ez", "ash", "esh")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text and the ids that carry it, most likely first: `text == whole[start:end]`."""

    text: str
    start: int
    end: int
    actors: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever carries a name; the lower the rank, the likelier."""

    id: str
    is_place: bool
    rank: tuple[int, int]  # theatre before world before gazetteer; then the more populous, or the pack's order
    shy: bool = False  # gives way where a capitalised neighbour shows a longer, unknown name
    veto: Veto | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    exact: bool
    bearer: Bearer


# Stem, endings, base and bearer, again and again: a matcher has tens of thousands, and a tuple for
# each would take three times the memory.
_Pattern = tuple[Any, ...]


class Matcher:
    """All names of one language; building it costs far more than using it."""

    def __init__(self, named: Iterable[tuple[Form, Bearer]], *, capitals_are_names: bool) -> None:
        self._capitals_are_names = capitals_are_names
        numbers: dict[str, int] = {}
        patterns: list[_Pattern] = []
        for form, bearer in named:
            stem = f" {key(form.stem)}".rstrip()
            number = numbers.setdefault(stem, len(numbers))
            if number == len(patterns):
                patterns.append((form.stem, form.endings, form.base, bearer))
            else:
                patterns[number] += (form.stem, form.endings, form.base, bearer)
        self._patterns = patterns
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(numbers), implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
        )

    def names(self, text: str) -> tuple[Name, ...]:
        """The names in a text, in order and without overlaps."""
        return tuple(_merged(text, self._hits(text)))

    def _hits(self, text: str) -> Iterator[_Hit]:
        """Every hit that stands; a blank before and behind the text makes its ends borders of words too."""
        folded = f" {key(text)} "
        for number, begin, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            spot = _Spot(text, folded, begin, stop - 1, folded.find(" ", stop) - 1)
            if spot.word_end - spot.stop <= _LONGEST_ENDING:
                yield from self._standing(spot, self._patterns[number])

    def _standing(self, spot: _Spot, pattern: _Pattern) -> Iterator[_Hit]:
        ending = spot.folded[spot.stop + 1 : spot.word_end + 1]
        for at in range(0, len(pattern), 4):
            if ending in pattern[at + 1]:
                hit = _hit(spot, ending, Form(*pattern[at : at + 3]), pattern[at + 3])
                if hit and not self._refused(spot, hit):
                    yield hit

    def _refused(self, spot: _Spot, hit: _Hit) -> bool:
        bearer = hit.bearer
        if bearer.shy and self._capitals_are_names and _beside_capital(spot.text, hit.start, hit.end):
            return True
        if bearer.veto is None:
            return False
        before, after = _neighbours(spot.folded, hit.start, hit.end)
        return before in bearer.veto.after or after in bearer.veto.before


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a stem was found: `text[start:stop]`, in a word that goes on to `word_end`."""

    text: str
    folded: str  # the text's key between two blanks, so one longer at either end
    start: int
    stop: int
    word_end: int


_LONGEST_ENDING = 6  # letters: "skoga", "ovima"


def _hit(spot: _Spot, ending: str, form: Form, bearer: Bearer) -> _Hit | None:
    """The hit of a form at a spot, None where the words are not the form's."""
    if not _fits(form.stem, spot.text[spot.start : spot.stop]):
        return None
    if _shouted(spot, form.stem):
        return None
    if ending:
        written = spot.text[spot.stop : spot.word_end]
        loud = written.isupper() and spot.text[spot.start : spot.stop].isupper()
        return _Hit(spot.start, spot.word_end, ending == form.base, bearer) if written.islower() or loud else None
    hyphenated = _hyphenated(spot, form)
    if hyphenated:
        return _Hit(spot.start, hyphenated, False, bearer)
    return _Hit(spot.start, _with_own_sign(spot, form.stem), form.base == "", bearer)


def _shouted(spot: _Spot, stem: str) -> bool:
    """Whether a short name stands in capitals all alone: "SANA" is not the town of Sana."""
    words = spot.text[spot.start : spot.word_end]
    if len(words) > _SHORT_WORD or not words.isupper() or stem.isupper():
        return False
    return not (_in_capitals(spot.text[: spot.start][-20:].split()[-1:]) or _opens_dateline(spot))


_SHORT_WORD = 4  # letters


def _in_capitals(word: Sequence[str]) -> bool:
    return any(len(letters) > 1 and letters.isupper() for letters in word)


def _opens_dateline(spot: _Spot) -> bool:
    """Whether the words behind are in capitals too, or a dateline's comma or bracket ("HOMS, Syria")."""
    behind = spot.text[spot.word_end : spot.word_end + 20]
    return behind.startswith((",", " (", " -", " –", " —", "/")) or _in_capitals(behind.split()[:1])


def _with_own_sign(spot: _Spot, stem: str) -> int:
    """The end with the sign that closes the name itself ("U.S.")."""
    sign = stem[spot.stop - spot.start :]
    return spot.stop + len(sign) if sign and spot.text.startswith(sign, spot.stop) else spot.stop


def _hyphenated(spot: _Spot, form: Form) -> int:
    """The end behind an ending that hangs on a hyphen ("SDF-a"); 0 where there is none."""
    end = spot.word_end
    if end >= len(spot.text) or spot.text[end] not in HYPHENS:
        return 0
    stop = spot.folded.find(" ", end + 2) - 1
    return stop if "-" + spot.folded[end + 2 : stop + 1] in form.endings else 0


def _fits(name: str, words: str) -> bool:
    """Whether the words are written as the name is: its capitals and the signs between its words."""
    if words == name:
        return True
    free = name.islower() or words.isupper()
    return all(
        _letter_fits(name, words, at, free) if words[at].isalnum() else _sign_fits(name[at], words[at])
        for at in range(len(words))
    )


def _sign_fits(own: str, written: str) -> bool:
    return own == written or (own in JOINTS and written in JOINTS)


def _letter_fits(name: str, words: str, at: int, free: bool) -> bool:
    """A capital must be one; a small letter may be a capital where a word begins, as in a heading."""
    if free or name[at].isupper() == words[at].isupper():
        return True
    begins = at == 0 or not words[at - 1].isalnum()
    return begins and (words[at].isupper() or _is_article(words, at))


def _is_article(words: str, at: int) -> bool:
    """Whether an Arabic article begins here: "al-Nusra" and "Al-Nusra" are the same name."""
    end = at
    while end < len(words) and words[end].isalnum():
        end += 1
    return end < len(words) and words[at:end] in _ARTICLE_STYLES


def _beside_capital(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right beside, so that the name is a part of something longer."""
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in " -\u00a0" and after[1].isupper():
        return True
    if start < 2 or text[start - 1] not in " -\u00a0" or not text[start - 2].isalpha():
        return False
    begin = start - 2
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin].isupper() and not _heads_sentence(text, begin)


def _heads_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()[-1:] if at < 400 else text[at - 400 : at].rstrip()[-1:]
    return before in ("", ".", "!", "?", ":", '"', "“", "„", "»")


def _neighbours(folded: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind, in lower case."""
    before = folded[max(0, start - 40) : start + 1].split()
    after = folded[end + 1 : end + 41].split()
    return (before[-1] if before else "", after[0] if after else "")


def _merged(text: str, hits: Iterable[_Hit]) -> Iterator[Name]:
    """The leftmost, longest hits; those over the same words become one name."""
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end, not hit.exact, hit.bearer.rank, hit.bearer.id))
    done = 0
    at = 0
    while at < len(ordered):
        first = ordered[at]
        same = [hit for hit in _same_words(ordered, at) if hit.exact == first.exact]
        if first.start >= done:
            yield _name(text, first, [hit.bearer for hit in same])
            done = first.end
        at += 1


def _same_words(ordered: Sequence[_Hit], at: int) -> Iterator[_Hit]:
    first = ordered[at]
    while at < len(ordered) and (ordered[at].start, ordered[at].end) == (first.start, first.end):
        yield ordered[at]
        at += 1


def _name(text: str, hit: _Hit, bearers: Sequence[Bearer]) -> Name:
    actors = dict.fromkeys(bearer.id for bearer in bearers if not bearer.is_place)
    places = dict.fromkeys(bearer.id for bearer in bearers if bearer.is_place)
    return Name(text[hit.start : hit.end], hit.start, hit.end, tuple(actors), tuple(places))
