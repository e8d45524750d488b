"""What looks like a date and is none: a counted thing, a name, a unit, a word of another kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.dates.lexicon import FIRST_YEAR
from dragoman.dates.scan import Match, engine

_NEXT_WORD = re.compile(r"[\s\-]{0,2}([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s.]{1,2}$")
# After a number these make it a share, a decimal, a thousand, or a part of another number.
_NUMBER_GOES_ON = re.compile(r"\s?[%‰°]|[.,:/]\d|-[^\W\d_]|[^\W_]")
_NAME_AFTER = re.compile(r"\s[^\W\da-zà-ž_]")
_LINE_BEGINS = re.compile(r"(?:^|\n)[\s*•–-]*\Z")
_STOP = re.compile(r"\s*([.,;:!?)\]–—]|$|\n)")
# What stands before a sentence (or a line) that a word begins.
_INITIAL = re.compile(r"(^|[.!?…:;»“”\"'„«(\[|*–—\n-])\s*$")
_QUOTES = tuple('"“”„»«‘’')
_BEFORE_NUMBER = frozenset("$€£#+*=%.,/:-–")
# The stop of an ordinal, and what follows it.
_ORDINAL_STOP = re.compile(r"\.[ \n]?([^\s.])")
_WORDS = re.compile(r"\w+")
_NAME_BEHIND = re.compile(r" [A-ZÀ-Ž][^\W\d_]")
_TWO_WORDS = re.compile(r"[\s\-]{0,2}([^\W\d_]+)(?:\s([^\W\d_]+))?")
# A word tied to a longer one by a hyphen: "Winter-Olympiade", "EM-Sommer".
_TIED_BEHIND, _TIED_BEFORE = re.compile(r"-([^\W\d_]+)"), re.compile(r"([^\W\d_]+)-$")
_WORD_BEFORE = re.compile(r"([\w.]+)\s$")
# A word with a capital, no sentence beginning with it.
_NAME_BEFORE = re.compile(r"[^\W\d_,;:.][ ][A-ZÀ-Ž][\w-]+ $")
# Years that can stand alone.
_MODERN, _LAST_MODERN = 1900, 2050
# What is told by words, and can be a part of a longer one.
_WORDY = frozenset({"weekday", "season", "month", "part", "weekend"})
# How much of the text before a match can hold the word before it.
_REACH = 24


@dataclass(frozen=True, slots=True)
class Vetoes:
    """A language's words against dates."""

    counted: frozenset[str]
    quantity: frozenset[str]
    named: frozenset[str]
    bare: frozenset[str]
    after_year: frozenset[str]
    small: frozenset[str]
    day_before: frozenset[str]
    named_before: frozenset[str]
    not_rate: frozenset[str]
    counted_ends: frozenset[str]
    persons: frozenset[str]
    counted_verbs: frozenset[str]
    not_year: frozenset[str]
    adjective_ends: frozenset[str]
    lasting: frozenset[str]
    joined: frozenset[str]
    articles: frozenset[str]


@cache
def vetoes(language: str) -> Vetoes:
    """The veto words of a language's pack."""
    table: Mapping[str, list[str]] = engine(language).table.get("vetoes", {})
    lists = {name: frozenset(word.lower() for word in table.get(name, [])) for name in Vetoes.__slots__}
    named: Mapping[str, Mapping[str, list[str]]] = engine(language).table.get("words", {})
    joined = (form.lower() for name in _WORDY for forms in named.get(name, {}).values() for form in forms)
    return Vetoes(**(lists | {"joined": frozenset(joined)}))


def is_date(match: Match, text: str, words: Vetoes) -> bool:
    """Whether the words of a match can be a date where they stand."""
    follows = _following(text, match.end)
    if follows in words.named or not _free_standing(match, text) or _is_part(match, text, words):
        return False
    return not _vetoed(match, text, words, follows) and _can_stand(match, text, words, follows)


def _is_part(match: Match, text: str, words: Vetoes) -> bool:
    """Whether the words belong to a name or a compound."""
    kind = match.rule.kind
    return (
        (kind == "date" and _quoted(match, text))
        or (not words.small.isdisjoint((kind, match.rule.name)) and _is_name(match, text))
        or (kind in _WORDY and _in_compound(match, text, words))
        or (kind == "month" and _first_name(match, text, words))
    )


def _vetoed(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """Whether one of the vetoes holds that the pattern itself carries."""
    told, before = match.value, text[max(match.start - _REACH, 0) : match.start]
    counted = follows in words.counted or not text[match.end : match.end + 1].isspace()
    return bool(
        (told("initial") and not _INITIAL.search(before))
        or (told("stopped") and not told("bare") and not _goes_on(text, match.end))
        or (told("behind") and before[-1:] not in told("behind"))
        or (told("closed") and not _STOP.match(text, match.end))
        or (told("uncounted") and counted)
        or (told("before") == "lasting" and not follows.endswith(tuple(words.lasting)))
        or (told("aged") and follows in words.persons)
    )


def _can_stand(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """Whether a month or number that nothing else says to be a date is one, and counts nothing."""
    if match.value("loose"):
        return _loose_year(match, text, words, follows)
    if match.value("rate"):
        return not _rate(match, text, words)
    if match.value("modifier"):
        return _year_of(match, text, words, follows)
    if match.value("bare"):
        stopped = not match.value("stopped") or _stop_follows(match, text)
        return stopped and _bare(match, text, words, follows)
    return not (_ends_in_number(match) and _counts(match, text, words, follows))


def is_bare_year(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a year that nothing says to be one may be one where years are told: "Italy had taken 1882 the port".

    A round number counts something more easily; before a name or a noun it is left.
    """
    if match.rule.kind != "year" or not any(match.value(name) for name in ("bare", "modifier", "loose")):
        return False
    if match.value("stopped") and not _stop_follows(match, text):
        return False
    follows = _following(text, match.end)
    if not _free_standing(match, text) or follows in words.named or follows in words.counted:
        return False
    if _preceding(text, match.start) in words.quantity:
        return False
    plural = follows.endswith(tuple(words.counted_ends)) and follows not in words.after_year
    if plural and not _STOP.match(text, match.end):
        return False
    begins = _LINE_BEGINS.search(text[max(match.start - _REACH, 0) : match.start]) is not None
    return begins or bool(match.value("year") % 10) or not _NAME_AFTER.match(text, match.end)


def _stop_follows(match: Match, text: str) -> bool:
    """Whether a year has the stop of an ordinal, where the language writes one: without it, it is a number."""
    return text[match.end : match.end + 1] == "." or text[match.start - 1 : match.start] == "("


def _quoted(match: Match, text: str) -> bool:
    """Whether a day stands alone between quotation marks: a school, a brigade."""
    return text[match.start - 1 : match.start] in _QUOTES and text[match.end : match.end + 1] in _QUOTES


def _is_name(match: Match, text: str) -> bool:
    """Whether a word that is written small has a capital, and begins no sentence: a newspaper, a woman."""
    word, before = text[match.start : match.start + 2], text[max(match.start - _REACH, 0) : match.start]
    return word[:1].isupper() and not word.isupper() and not _INITIAL.search(before)


def _goes_on(text: str, end: int) -> bool:
    """Whether the stop behind a number makes it an ordinal, and ends no sentence: "1991. je"."""
    found = _ORDINAL_STOP.match(text, end)
    return found is not None and not (found[1].isupper() or found[1].isdigit())


def ends_clause(text: str, end: int) -> bool:
    """Whether a stop or a line's end follows."""
    return _STOP.match(text, end) is not None


def _following(text: str, end: int) -> str:
    found = _NEXT_WORD.match(text, end)
    return found[1].lower() if found else ""


def _preceding(text: str, start: int) -> str:
    found = _LAST_WORD.search(text[max(start - _REACH, 0) : start])
    return found[1].lower() if found else ""


def _free_standing(match: Match, text: str) -> bool:
    """No part of a longer number or a code: RPG-7 May, 1.2.2015.4, 12,500 days."""
    before = text[match.start - 1 : match.start]
    if text[match.start].isdigit() and (before.isalnum() or (before in _BEFORE_NUMBER and _tied(text, match.start))):
        return False
    return not (text[match.end - 1].isdigit() and _runs_on(match, text))


def _tied(text: str, start: int) -> bool:
    """Whether the sign before a number ties it to something before: "4-5 May" does, "- 5 May" does not."""
    # A slash may part two dates: "30 April/1 May".
    parted = text[start - 1 : start] == "/" and text[start - 2 : start - 1].isalpha()
    return bool(text[start - 1 : start]) and start >= 2 and not text[start - 2].isspace() and not parted


def _runs_on(match: Match, text: str) -> bool:
    found = _NUMBER_GOES_ON.match(text, match.end)
    if found is None:
        return False
    # A year that letters are glued to ends a full date all the same ("18.10.2014Get").
    return not (found[0].isalpha() and match.value("year") and match.value("day", 0) is not None) and not (
        found[0].isalpha() and match.rule.kind == "numeric"
    )


def _ends_in_number(match: Match) -> bool:
    """Whether a lone year, or a day after its month, ends the match; a year after a month counts nothing."""
    names = [name for name, _ in match.slots]
    return bool(names) and (names[-1] == "day" or (names[-1] == "year" and "month" not in names and "num" not in names))


def _counts(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """Whether the number at the end counts what follows: "in October 15 soldiers", "in 2000 homes"."""
    if follows in words.counted_verbs and _surely_date(match, text, words):
        return False
    return follows in words.counted and not _STOP.match(text, match.end) and match.value("weekday") is None


def _surely_date(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a day after its month, or a year that is no round number, cannot well be a count."""
    year = match.value("year")
    if year is not None:
        return bool(year % 10)
    return _preceding(text, match.start) in words.day_before


def _first_name(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a month's name stands before a name: "and Jan Smit"."""
    return (
        text[match.start : match.end].lower() in words.named_before and _NAME_BEHIND.match(text, match.end) is not None
    )


def _rate(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a single unit tells how often: "700 seats a week", "24 hours a day"."""
    found = _WORD_BEFORE.search(text[max(match.start - _REACH, 0) : match.start])
    if found is None:
        return False
    word = found[1].lower()
    return word[-1].isdigit() or (word.endswith(tuple(words.counted_ends)) and word not in words.not_rate)


def _bare(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """A month or a year with nothing beside it that says so."""
    word = text[match.start : match.end].lower()
    if match.rule.kind == "month":
        return word not in words.bare
    if _preceding(text, match.start) in words.quantity or follows in words.counted:
        return False
    return follows in words.after_year or bool(_STOP.match(text, match.end))


def _year_of(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """A year with nothing beside it that says so ("the 1956 uprising"): no count, no time, no part of a name.

    A round number must stand before a stop, or behind an article and before no plural: not "the 2000 fighters".
    """
    year, before = match.value("year"), _preceding(text, match.start)
    if not _MODERN <= year <= _LAST_MODERN or before in words.quantity or _no_year(match, text, words):
        return False
    if not _STOP.match(text, match.end):
        plural = follows.endswith(tuple(words.counted_ends)) and not _NAME_BEHIND.match(text, match.end)
        if follows in words.counted or (year % 100 == 0 and (plural or before not in words.articles)):
            return False
    return _NAME_BEFORE.search(text[max(match.start - _REACH, 0) : match.start]) is None


def _loose_year(match: Match, text: str, words: Vetoes, follows: str) -> bool:
    """A year with nothing beside it, where nouns have capitals: it counts no noun, and no adjective with one.

    So "2009 Wohnungen" and "2009 neue Wohnungen" are none, "die Wahlen 2009 gewann" is.
    """
    year = match.value("year")
    # Nothing but a year is likely to be 1809; 1800 is.
    first = _MODERN if year % 10 == 0 else FIRST_YEAR
    before = _preceding(text, match.start)
    # A single letter before it makes a number a mark: "E 2000".
    if not first <= year <= _LAST_MODERN or before in words.quantity or len(before) == 1:
        return False
    if follows in words.counted:
        return False
    next_words = _TWO_WORDS.match(text, match.end)
    if next_words is None or follows in words.after_year or _STOP.match(text, match.end):
        return True
    one, two = next_words.groups(default="")
    counts = one.endswith(tuple(words.adjective_ends)) and two[:1].isupper()
    return not (one[0].isupper() or counts)


def _in_compound(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a hyphen ties the words of a match to another that is no such date: not in "Montag-Freitag"."""
    if not (text[match.start].isalpha() and text[match.end - 1].isalpha()):
        return False
    behind = _TIED_BEHIND.match(text, match.end)
    before = _TIED_BEFORE.search(text[max(match.start - _REACH, 0) : match.start])
    return any(tied is not None and tied[1].lower() not in words.joined for tied in (behind, before))


def _no_year(match: Match, text: str, words: Vetoes) -> bool:
    """Whether a word shortly before a number says that it is a time of the day, or a mark of the page."""
    return any(word.lower() in words.not_year for word in _WORDS.findall(text[max(match.start - 16, 0) : match.start]))
