"""What stands before the report within its first line, where the line ends were lost.

"Sun 10 Jul 2016 The title. The report …", "The title AFP Monday 2 Feb 2015 The report …": dates, the
title, agencies, names and the page's own words are taken off the front, one by one, for as long as
something is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.pieces import Piece
from dragoman.reading.rules import Rules
from dragoman.reading.titles import title_end

_GAP = re.compile(r"[\s|·•,:;.()/\[\]–—-]*")
_NAMES = re.compile(r"(?:[^\W\d_a-zšđčćžäöüß][\w'’-]+\s+){1,7}[^\W\d_a-zšđčćžäöüß][\w'’-]+\.(?=\s+[^\W\d_])")
_BY = re.compile(r"by\s|von\s|piše:?\s", re.IGNORECASE)
_CLOSING = re.compile(r"\s*[.|:·–—-](?=\s)|")
_COUNTERS = re.compile(r"(?:\d{1,4}\s+){1,2}(?=[^\W\d_])")
_UPDATED = re.compile(r"\((?:updated|aktualisiert|ažurirano)[^()]{4,40}\)", re.IGNORECASE)
# Scrapers that write their own labels into the text.
_LABEL = re.compile(r"(?:title|headline|titel|naslov)\s*:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|www)\S+\s")

# How far behind "by" a known title may begin.
_BYLINE_REACH = 80


def head(text: str, start: int, end: int, page: Rules, forms: tuple[str, ...]) -> Iterator[Piece]:
    """The pieces at the front of a paragraph, up to where the report begins."""
    at = start
    titled = taken = False
    while at < end:
        at = _past(_GAP, text, at, end) if taken or titled else at
        piece = None if titled else _title(text, at, end, forms)
        titled = titled or piece is not None
        piece = piece or _date(text, at, end, page) or _other(text, at, end, page, forms, taken or titled, titled)
        if piece is None:
            return
        taken = True
        yield piece
        at = piece.end


def _other(
    text: str, at: int, end: int, page: Rules, forms: tuple[str, ...], taken: bool, titled: bool
) -> Piece | None:
    """What counts only behind a date or a title, or before one."""
    label = _LABEL.match(text, at, end) if taken and not titled else None
    return (
        (Piece("furniture", at, label.end()) if label else None)
        or _agency(text, at, end, page, taken)
        or _buttons(text, at, end, page, taken)
        or (_author(text, at, end, forms) if taken and not titled else None)
        or (_named(text, at, end) if titled else None)
    )


def _title(text: str, at: int, end: int, forms: tuple[str, ...]) -> Piece | None:
    stop = title_end(text, at, end, forms)
    return Piece("title", at, stop) if stop is not None else None


def _date(text: str, at: int, end: int, page: Rules) -> Piece | None:
    """A date, with words such as "published on" before it. A small letter after a bare date makes it a
    sentence."""
    lead_in = page.date_lead_in.match(text, at, end)
    date = page.date.match(text, lead_in.end() if lead_in else at, end)
    if date is None:
        return None
    stop = date.end()
    if updated := _UPDATED.match(text, stop, end):
        stop = updated.end()
    following = text[stop : stop + 2].lstrip()
    return None if following[:1].islower() and not _BY.match(text, stop + 1, end) else Piece("byline", at, stop)


def _agency(text: str, at: int, end: int, page: Rules, taken: bool) -> Piece | None:
    """A bare "AFP": before a date, or behind a title or date with the report's first capital after it."""
    agency = page.agency.match(text, at, end)
    if agency is None:
        return None
    after = _past(_GAP, text, agency.end(), end)
    dated = page.date.match(text, after, end) is not None
    begins = taken and after > agency.end() and text[after : after + 1].isupper()
    return Piece("byline", at, agency.end()) if dated or begins else None


def _buttons(text: str, at: int, end: int, page: Rules, taken: bool) -> Piece | None:
    """The page's own words in a row: two or more of them, or one behind a date or title; counters among
    them."""
    stop, count = at, 0
    while stop < end:
        here = _past(re.compile(r"\s*"), text, stop, end)
        if counter := _COUNTERS.match(text, here, end) if count else None:
            stop, count = counter.end(), count + 1
            continue
        width = _button(text, here, end, page)
        if not width:
            break
        stop, count = here + width, count + 1
    words = text[at:stop]
    ready = count >= 2 or (count == 1 and taken)
    return (
        Piece("furniture", at, stop)
        if ready and words.strip() and not text[stop : stop + 2].strip()[:1].islower()
        else None
    )


def _button(text: str, at: int, end: int, page: Rules) -> int:
    """The width of one word or phrase of the page at this place. Buttons begin with a capital."""
    if address := _ADDRESS.match(text, at, end):
        return len(address.group())
    found = page.button.match(text, at, end)
    return len(found.group()) if found and len(found.group()) > 3 and text[at].isupper() else 0


def _author(text: str, at: int, end: int, forms: tuple[str, ...]) -> Piece | None:
    """ "by A Name" between a date and the title, which shows where the name ends."""
    if not _BY.match(text, at, end):
        return None
    for stop in range(at + 4, min(end, at + _BYLINE_REACH)):
        if text[stop - 1].isspace() and title_end(text, stop, end, forms) is not None:
            return Piece("byline", at, stop)
    return None


def _named(text: str, at: int, end: int) -> Piece | None:
    """Names alone between the title and the report, ended with a stop."""
    names = _NAMES.match(text, at, end)
    return Piece("byline", at, names.end()) if names else None


def after(text: str, at: int, end: int) -> int:
    """Past the stop that closes what stands before a report."""
    return _past(_CLOSING, text, at, end)


def _past(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    match = pattern.match(text, at, end)
    return match.end() if match else at
