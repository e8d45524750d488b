"""Where sentences end: stops weighed by the words around them, with each language's abbreviations as data.

1. A text falls into paragraphs (reading/paragraphs.py); a sentence never crosses the end of one.
2. Each stop, question or exclamation mark, with the quotation marks and brackets that close after it, may
   be an end.
3. The next word decides first: after a small letter the sentence goes on. Then the word before the stop: an
   abbreviation, an initial, an ordinal number.
4. What is still longer than the later steps bear is cut at a clause or a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.tables import LANGUAGES, language_table
from dragoman.reading.limits import SENTENCE_CHARS

_CLOSING = "\"'”’»«“‘)\\]"
_OPENING = "\"'“„‘‚«»(\\[–—-"
# A stop with a space after it, or glued between a small and a capital letter where a line end was lost.
_STOP = re.compile(
    rf"(?P<stop>[.!?…؟。]+[{_CLOSING}]*)(?=\s)|(?<=[^\W\d_][^\W\d_])(?P<glued>[.!?]+[”\"’]?)(?=[^\W\d_][^\W\d_\s]*[\s,])"
)
_BEFORE = re.compile(r"[^\s(\[\"“„«»'‘]*$")
_NEXT = re.compile(rf"\s*(?P<signs>[{_OPENING}]*\s?)(?P<word>[^\W_]+(?:[-'’.][^\W_]+)*)?")
_NUMBER = re.compile(r"\d{1,4}$|[IVXLC]+$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_CLAUSE = re.compile(r"[;:–—]\s|\n|,\s")

# Longest word before a stop that is looked at; what is longer is no abbreviation.
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Rules:
    """A language's table `sentences`, its lists as sets."""

    abbreviations: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    ordinals: str
    ordinal_before: frozenset[str]
    ordinal_after: frozenset[str]


def borders(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, as offsets without the space around them."""
    rules = _rules(language)
    begin = _skip_space(text, start, end)
    for match in _STOP.finditer(text, start, end):
        if match.end() > begin and _ends(text, match, begin, end, rules):
            yield from _cut(text, begin, match.end())
            begin = _skip_space(text, match.end(), end)
    last = _skip_space_back(text, begin, end)
    if last > begin:
        yield from _cut(text, begin, last)


def _ends(text: str, match: re.Match[str], begin: int, end: int, rules: _Rules) -> bool:
    """Whether the sentence that began at `begin` ends with this stop."""
    following = _NEXT.match(text, match.end(), min(end, match.end() + 80))
    word = (following["word"] or "") if following else ""
    if not word:
        return following is None or not following["signs"].strip() or _only_marks(match)
    before = _BEFORE.search(text, max(begin, match.start() - _REACH), match.start())
    token = before.group() if before else ""
    if match["glued"]:
        return _parts_words(token, text, match, word)
    if not (word[0].isupper() or word[0].isdigit() or not word[0].islower()):
        return False
    if match["stop"][0] in "!?؟。":
        return True
    if match["stop"].startswith(("..", "…")):
        return not _bracketed(text, match) and not word[0].isdigit()
    return _stop_ends(text, before.start() if before else begin, begin, token, word, rules)


def _only_marks(match: re.Match[str]) -> bool:
    return match["stop"] is not None and not match["stop"].startswith(("..", "…"))


def _bracketed(text: str, match: re.Match[str]) -> bool:
    """`(...)` and `[…]` stand for words left out, wherever they stand."""
    return match.start() > 0 and text[match.start() - 1] in "([" and match["stop"][-1] in ")]"


def _parts_words(token: str, text: str, match: re.Match[str], word: str) -> bool:
    """A stop without a space: between two words, not within an address, a domain or an abbreviation."""
    whole = token + text[match.start() : match.end() + len(word)]
    if "." in token or re.search(r"//|www|@|\d", whole):
        return False
    return word[0].isupper() and word[1:].islower() and token[-2:].islower()


def _stop_ends(text: str, at: int, begin: int, token: str, word: str, rules: _Rules) -> bool:
    """A full stop before a capital or a number: the word that carries it decides."""
    folded = token.casefold()
    opener = word.casefold() in rules.openers
    if at == begin and token.isdigit():
        return False  # the number of a list's entry
    if _NUMBER.match(token) and not (token.isalpha() and rules.ordinals == "none"):
        return _number_ends(text, at, begin, token, word, opener, rules)
    if folded in rules.abbreviations or (folded in rules.before_number and word[0].isdigit()):
        return False
    if folded in rules.may_end or _DOTTED.match(token):
        return opener
    if len(token) == 1 and token.isalpha() and token.isupper():
        return opener and not _name_before(text, at, begin)
    return True


def _name_before(text: str, at: int, begin: int) -> bool:
    """Whether a capitalised word stands before an initial, as in "George W. The"."""
    words = text[max(begin, at - _REACH) : at].split()
    return bool(words) and words[-1][:1].isupper()


def _number_ends(text: str, at: int, begin: int, token: str, word: str, opener: bool, rules: _Rules) -> bool:
    """A number with a stop: an end, or an ordinal (a year, too, in Croatian) within the sentence."""
    following = word.casefold()
    if rules.ordinals == "none":
        return True
    if following in rules.ordinal_after:
        return False
    if opener:
        return True
    words = text[max(begin, at - _REACH) : at].split()
    before = words[-1].casefold().strip(_STRIPPED) if words else ""
    if rules.ordinals == "short":
        return len(token) > 3 or word[0].isdigit() or (bool(words) and before not in rules.ordinal_before)
    # In "U 2015. Rusija …" the year opens the sentence; further on, a capital after it opens the next one.
    return not (len(words) <= 2 and at - begin < _REACH and (not words or before in rules.ordinal_before))


_STRIPPED = "\"'“„,;:(["


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence itself, or its pieces where it is too long."""
    while end - start > SENTENCE_CHARS:
        limit = start + SENTENCE_CHARS
        place = max((match.end() for match in _CLAUSE.finditer(text, start + SENTENCE_CHARS // 2, limit)), default=0)
        place = place or text.rfind(" ", start + 1, limit) + 1 or limit
        last = _skip_space_back(text, start, place)
        if last > start:
            yield start, last
        start = _skip_space(text, max(place, start + 1), end)
    if end > start:
        yield start, end


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _skip_space_back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


@cache
def _rules(language: str) -> _Rules:
    """The rules of a language; those of all packs together for a language without one."""
    codes = (language,) if language in LANGUAGES else LANGUAGES
    tables = [language_table(code, "sentences") for code in codes]

    def words(name: str) -> frozenset[str]:
        return frozenset(word for table in tables for word in table.get(name, ()))

    ordinals = tables[0].get("ordinals", "short") if len(tables) == 1 else "short"
    return _Rules(
        words("abbreviations"), words("before_number"), words("may_end"), words("openers"), ordinals,
        words("ordinal_before"), words("ordinal_after"),
    )  # fmt: skip
