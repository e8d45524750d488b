"""What stands within and behind a report's paragraph where the line ends were lost: captions, tags, links,
credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.pieces import Piece
from dragoman.reading.rules import Rules

_LINKS = re.compile(r"(?:^|\s)(?:>>+|»»|→|►|▶)\s*(?=\S)")
_PROSE = re.compile(r"[^\W\d_]{2}[.!?][\"”“»]?\s+[^\W\d_a-zšđčćž]")
# Where a sentence has ended, or a counter or bracket behind it.
_AFTER_END = r"(?<=[.!?…\"”’)\]\d])\s+"
_SIGNATURE = re.compile(
    r"(?<=[.!?\"”])\s*(?:\d{1,3}(?:-\d{1,3})?|[A-ZŠĐČĆŽ]{2,5}|[-–(]\s?[A-Z]{2,8}\)?|[\w.]+(?:\s[\w.-]+)?(?:\s*/\s*[\w.-]+(?:\s[\w.-]+)?)+)$"
)
_BRACKET = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,60})[)\]](?=\s*[^\W\d_a-zšđčćžäöü]|\s*[\"“„])")
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_CAPITAL_WORD = re.compile(r"(?<=\s)[^\W\d_a-zšđčćžäöü][\w'’-]*")

# A page's tail has a stop here and there; a report has one in fewer signs than this.
_SIGNS_PER_STOP = 400
# The longest link, credit line and caption within a line.
_LINK, _CREDIT, _CAPTION, _SOURCE, _TAIL = 200, 600, 400, 120, 1500
_TAGS = 220

# So many different buttons are found in no report.
_BUTTONS = 5

# How far before a cue the end of the sentence is looked for.
_BACK = 12


def tail(text: str, start: int, end: int, page: Rules, last: bool) -> Iterator[Piece]:
    """The pieces behind the report at the end of a paragraph; more kinds of them where it is the `last`
    one."""
    for find in (_links, _cued, _source, _credits, _signature, _buttons) if last else (_links,):
        piece = find(text, start, end, page)
        if piece is not None:
            yield piece
            end = piece.start


def within(text: str, start: int, end: int, page: Rules) -> Iterator[Piece]:
    """The pieces between a report's sentences: captions with their credit, tags."""
    for bracket in _BRACKET.finditer(text, start, end):
        caption = _caption(text, start, bracket, page)
        if caption is not None:
            yield caption
    yield from _tags(text, start, end, page)


def _links(text: str, start: int, end: int, _page: Rules) -> Piece | None:
    """A list of links, each behind a pointer, that fills the paragraph's end."""
    first = _LINKS.search(text, start, end)
    if first is None:
        return None
    links = _LINKS.split(text[first.start() : end])
    plain = all(len(link) <= _LINK and not _PROSE.search(link) for link in links)
    return Piece("furniture", first.start(), end) if plain else None


def _cued(text: str, start: int, end: int, page: Rules) -> Piece | None:
    """From the first words that lead on to other pages, if what follows them is no report any more."""
    for match in page.tail.finditer(text, start, end):
        longest = _TAGS if page.tags.fullmatch(match.group()) else _TAIL
        if end - match.start() > longest:
            continue
        rest = text[match.start() : end]
        if _leads_on(text, start, match) and (_is_page(rest, page) or not _is_prose(rest)):
            return Piece("furniture", match.start(), end)
    return None


def _leads_on(text: str, start: int, match: re.Match[str]) -> bool:
    """A cue begins with a capital; it stands behind a sentence's end, or is marked by its own capitals or
    a colon."""
    words = match.group().split()
    before = text[max(start, match.start() - _BACK) : match.start()].rstrip()
    if not words[0][0].isupper() or not before or not text[match.start() - 1].isspace():
        return False
    marked = len(words) > 1 and (text.startswith(":", match.end()) or all(word[0].isupper() for word in words))
    return marked or before[-1] in '.!?…"”’)]' or before[-1].isdigit()


def _is_page(words: str, page: Rules) -> bool:
    """Whether many of the page's own words stand in a text, each as a button, with a capital."""
    buttons = {match.group().casefold() for match in page.button.finditer(words) if match.group()[0].isupper()}
    return len(buttons) >= _BUTTONS


def _is_prose(words: str) -> bool:
    stops = len(_PROSE.findall(words)) + (len(words) > _SIGNS_PER_STOP / 2 and words.rstrip().endswith("."))
    return stops > 0 and stops * _SIGNS_PER_STOP > len(words)


def _source(text: str, start: int, end: int, page: Rules) -> Piece | None:
    """ "(Source: an agency)" or "Source an agency" behind the last sentence."""
    pattern = re.compile(rf"{_AFTER_END}\(?(?={page.source.pattern})", re.IGNORECASE)
    for match in pattern.finditer(text, max(start, end - _SOURCE), end):
        words = text[match.start() : end].strip()
        if words.lstrip("(")[:1].isupper() and not _PROSE.search(words):
            return Piece("byline", match.start(), end)
    return None


def _credits(text: str, start: int, end: int, page: Rules) -> Piece | None:
    """ "Reporting by …; Editing by …" behind the last sentence."""
    match = re.compile(rf"{_AFTER_END}(?={page.credit.pattern})", re.IGNORECASE).search(text, start, end)
    if match is None or end - match.end() > _CREDIT or not text[match.end()].isupper():
        return None
    return Piece("byline", match.end(), end)


def _signature(text: str, start: int, end: int, _page: Rules) -> Piece | None:
    """Initials, a desk's number or an agency behind the last stop."""
    match = _SIGNATURE.search(text, max(start, end - 80), end)
    return Piece("byline", match.start(), end) if match and match.start() > start else None


def _buttons(text: str, start: int, end: int, page: Rules) -> Piece | None:
    """The page's own words behind the last sentence."""
    at = max(text.rfind(sign, max(start, end - 120), end) for sign in '.!?"”)')
    words = text[at + 1 : end].strip()
    if at <= start or len(words) < 4 or not words[0].isupper() or not page.interface.match(words):
        return None
    return Piece("furniture", at + 1, end)


def _caption(text: str, start: int, bracket: re.Match[str], page: Rules) -> Piece | None:
    """A caption ends with its credit in brackets and, unlike a sentence, with no stop."""
    credit = bracket["credit"].strip()
    if not (page.caption_credit.search(credit) or page.agency.match(credit)):
        return None
    ends = [
        match.end() for match in _SENTENCE_END.finditer(text, max(start, bracket.start() - _CAPTION), bracket.start())
    ]
    if ends and page.photo.search(credit) and not text[ends[-1] : bracket.start()].strip():
        ends.pop()  # "… on Monday. (AFP Photo)": the credit stands behind the caption's stop
    begin = ends[-1] if ends else max(start, bracket.start() - _CAPTION)
    if len(_WORD.findall(text, begin, bracket.start())) < 5 or (not ends and begin > start):
        return None
    return Piece("caption", begin, bracket.end())


def _tags(text: str, start: int, end: int, page: Rules) -> Iterator[Piece]:
    """A list of tags between sentences: up to the capital word with which, by the pack, a sentence opens."""
    for match in re.compile(rf"{_AFTER_END}(?={page.tags.pattern}\s+[A-Z])", re.IGNORECASE).finditer(text, start, end):
        at = match.end()
        if not text[at].isupper():
            continue
        for word in _CAPITAL_WORD.finditer(text, at + 1, min(end, at + _TAGS)):
            if word.group().casefold() in page.openers:
                yield Piece("furniture", at, word.start())
                break
        else:
            yield Piece("furniture", at, _WORD.match(text, at, end).end())  # type: ignore[union-attr]
