"""The furniture of pages in a language, as patterns made from its pack.

Pages mix languages (an English share bar under a German report), so each language is joined by English;
a language without a pack gets all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel.dates import get_day_names

from dragoman.knowledge.tables import LANGUAGES, language_table
from dragoman.reading.days import month_names

_EXTRA = "en"
_DAY_LOCALES = ("en", "de", "hr", "sr_Latn")

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """One pattern for each kind of furniture; words of a list are joined, longest first."""

    byline: Pattern
    byline_word: Pattern
    credit: Pattern
    date: Pattern
    date_lead_in: Pattern
    caption: Pattern
    caption_credit: Pattern
    photo: Pattern
    related: Pattern
    interface: Pattern
    button: Pattern
    phrase: Pattern
    tail: Pattern
    tags: Pattern
    source: Pattern
    reading_time: Pattern
    comment_heading: Pattern
    comment_count: Pattern
    comments_closed: Pattern
    comment_author: Pattern
    comment_reply: Pattern
    agency: Pattern
    openers: frozenset[str]


@cache
def rules(language: str) -> Rules:
    """The patterns for a language."""
    codes = sorted({language, _EXTRA} if language in LANGUAGES else LANGUAGES)
    tables = [language_table(code, "furniture") for code in codes]

    def words(name: str) -> str:
        return _any({word for table in tables for word in table.get(name, ())})

    own = language_table(language if language in LANGUAGES else _EXTRA, "furniture")
    heading = words("comment_headings")
    agency = _any({word for table in tables for word in table.get("agencies", ())}, fold=False)
    return Rules(
        byline=_fold(rf"(?:{_any(set(own.get('byline_cues', ())))}|{words('credit_cues')})(?::\s*|\s+)(?=\S)"),
        byline_word=_fold(rf"(?<![^\W_]){words('byline_words')}(?![^\W_])"),
        credit=_fold(rf"{words('credit_cues')}:?\s"),
        date=date_pattern(),
        date_lead_in=_fold(rf"{words('date_lead_ins')}\b:?\s*"),
        caption=_fold(rf"{words('caption_cues')}\s*(?:[:/|©]|\()"),
        caption_credit=_fold(rf"{words('caption_credits')}\b"),
        photo=_fold(rf"(?<![^\W_]){words('caption_cues')}(?![^\W_])"),
        related=_fold(rf"{words('related')}(?:\s*[:>»–-]|\s*$|\s+(?=[^\W\d_]))"),
        interface=_fold(rf"(?:(?:{words('interface')}|\d[\d.,]*\s?[km]?)(?![^\W_])[\s|/•·,.:–-]*)+$"),
        button=_fold(rf"(?<![^\W_]){words('interface')}(?![^\W_])"),
        phrase=_fold(words("phrases")),
        tail=_fold(rf"(?<![^\W_])(?:{words('tail_cues')}|{words('tag_cues')})(?=[\s:]|$)"),
        tags=_fold(rf"{words('tag_cues')}\b:?"),
        source=_fold(rf"{words('source_cues')}\b:?\s"),
        reading_time=_fold(
            rf"(?:\d{{1,3}}\s*{words('reading_time')}|{words('reading_time')}:?\s*(?:ca\.\s*)?\d{{1,3}}\b.*)$"
        ),
        comment_heading=_fold(rf"{heading}\b.{{0,120}}$"),
        comment_count=_fold(rf"\(?\d{{1,5}}\)?\s+{heading}\b.{{0,150}}$|{heading}\s*[:(]?\s*\d{{1,5}}\)?$"),
        comments_closed=_fold(words("comments_closed")),
        comment_author=_fold(rf"\S.{{0,60}}\s{words('comment_verbs')}\s*:"),
        comment_reply=_fold(rf"{words('comment_replies')}\W*$"),
        agency=re.compile(rf"{agency}(?![^\W_])"),
        openers=frozenset(word for code in codes for word in language_table(code, "sentences").get("openers", ())),
    )


def _fold(pattern: str) -> Pattern:
    return re.compile(pattern, re.IGNORECASE)


def _any(words: set[str], *, fold: bool = True) -> str:
    """A group that matches any of the words, longest first; nothing where there are none."""
    kept = {word.casefold() for word in words} if fold else words
    joined = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(kept, key=lambda word: (-len(word), word))
    )
    return f"(?:{joined})" if joined else "(?!)"


@cache
def date_pattern() -> Pattern:
    """A date as pages print it at the head of a report, with weekday and time of day where they are given."""
    month = f"(?:{'|'.join(map(re.escape, month_names()))})\\.?"
    weekday = f"(?:(?:{'|'.join(map(re.escape, _weekdays()))})\\.?,?\\s+)?"
    hours = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:h|uhr|am|pm|sati)?\b|\d{4}(?=\s*(?:UTC|GMT))"
    clock = rf"(?:,?\s*(?:(?:at|um|u|-|–|/|\|)?\s*(?:{hours})|at\s+\d{{4}}\b))?"
    zone = r"(?:\s*\(?(?:UTC|GMT|MEZ|MESZ|CET|CEST|EST|KSA)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
    day = r"\d{1,2}(?:\.|st|nd|rd|th)?"
    year = r"(?:19|20)\d{2}(?!\d)\.?"
    # Scraped pages lose the space and the comma between day and year: "Feb 022015".
    forms = "|".join(
        (
            rf"{day}\s*[-/\s]?\s*{month}\s*[,/-]?\s*{year}",
            rf"{month}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*{year}",
            rf"\d{{1,2}}([./-])\s?\d{{1,2}}\1\s?{year}",
            r"(?:19|20)\d{2}-\d{2}-\d{2}(?:T[\d:.]+Z?)?(?!\d)",
        )
    )
    return re.compile(rf"{weekday}(?:{forms}){clock}{zone}", re.IGNORECASE)


def _weekdays() -> list[str]:
    names = {
        name.casefold().rstrip(".")
        for locale in _DAY_LOCALES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", locale).values()
    }
    return sorted(names, key=lambda name: (-len(name), name))
