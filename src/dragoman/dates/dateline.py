"""The date line of a report: a full date at its top, on its own line, or after words like "Published"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.dates.expression import DateExpression
from dragoman.dates.scan import engine

# How far into a text a date line can stand: beside a headline, or as a line of its own.
_BESIDE_TITLE, _OWN_LINE = 320, 2000
# A line of its own holds the date and at most this many characters more (an agency, a clock).
_LINE_ROOM = 40
_WORD_BEFORE = re.compile(r"(\w+)[\s:,.]*$")
# How much of the text before a date can hold the words that lead to it.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Leads:
    """A language's words before dates: those that announce a publication, those that tell of a day."""

    lead: tuple[str, ...]
    told: frozenset[str]
    after: frozenset[str]


@cache
def leads(language: str) -> Leads:
    """The `[dateline]` table of a language's pack."""
    table: Mapping[str, list[str]] = engine(language).table.get("dateline", {})
    return Leads(
        tuple(sorted(table.get("lead", []))),
        frozenset(table.get("told", [])),
        frozenset(table.get("after", [])),
    )


def dateline(text: str, language: str, found: Sequence[DateExpression]) -> DateExpression | None:
    """The first of a text's expressions that is its date line; None where it has none."""
    words = leads(language)
    full = [item for item in found if _is_full(item)]
    return next(
        (item for test in (_at_top, _announced) for item in full if test(text, item, words)),
        None,
    )


def _is_full(found: DateExpression) -> bool:
    return (
        found.basis == "stated" and not found.anchor and found.day is not None and found.low == found.high is not None
    )


def _at_top(text: str, found: DateExpression, words: Leads) -> bool:
    if found.start <= _BESIDE_TITLE and _announced(text, found, words):
        return True
    if found.start <= _OWN_LINE and _own_line(text, found):
        return True
    return found.start <= _BESIDE_TITLE and not _tells(text, found, words)


def _own_line(text: str, found: DateExpression) -> bool:
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    end = len(text) if end < 0 else end
    return (end - start) - (found.end - found.start) <= _LINE_ROOM and not text[start : found.start].strip().endswith(
        (",", "-")
    )


def _tells(text: str, found: DateExpression, words: Leads) -> bool:
    """Whether the words before the date make it a part of a sentence."""
    before = _WORD_BEFORE.search(text[max(found.start - _REACH, 0) : found.start])
    return before is not None and before[1].lower() in words.told


def _announced(text: str, found: DateExpression, words: Leads) -> bool:
    before = text[max(found.start - _REACH, 0) : found.start].lower().rstrip(" \t:,.-–|\n")
    return any(before.endswith(lead) and not before[: -len(lead)][-1:].isalpha() for lead in words.lead)
