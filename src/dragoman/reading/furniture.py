"""What a whole paragraph is: the title, a byline, a caption, furniture, or the report itself."""

from __future__ import annotations

import re

from dragoman.model import Role
from dragoman.reading.paragraphs import Span
from dragoman.reading.rules import Rules

_STOPPED = re.compile(r"[.!?…][\"'”’»“)\]]*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset(
    [
        "and",
        "und",
        "i",
        "in",
        "the",
        "of",
        "for",
        "de",
        "van",
        "von",
        "der",
        "al",
        "el",
        "et",
        "with",
        "za",
        "u",
        "iz",
        "na",
    ]
)
_CREDIT = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,60})[)\]]\.?$")
_POINTER = re.compile(r"(?:>>+|»»|→|►|▶)\s*\S")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|[@#]\w+$")

# The longest that a headline, a byline, a caption, a link and a line of the page itself are.
_TITLE, _BYLINE, _CAPTION, _LINK, _LINE = 220, 160, 400, 250, 300


def is_title(text: str, span: Span) -> bool:
    """Whether a paragraph at the head reads as a headline: short, one line, no full stop."""
    words = text[span[0] : span[1]]
    return len(words) <= _TITLE and "\n" not in words and words[-1] not in ".,;:" and len(_WORD.findall(words)) >= 2


def role_of(text: str, span: Span, page: Rules, at_edge: bool) -> Role:
    """The role of a paragraph by its own words; bylines are looked for at the report's edges alone."""
    words = text[span[0] : span[1]]
    if at_edge and (_is_date(words, page) or _is_byline(words, page)):
        return "byline"
    if _is_caption(words, page):
        return "caption"
    return "furniture" if _is_furniture(words, page, at_edge) else "body"


def _is_date(words: str, page: Rules) -> bool:
    """A line of one or two dates and the words that lead in to them."""
    rest = words
    for _ in range(2):
        lead_in = page.date_lead_in.match(rest)
        date = page.date.match(rest, lead_in.end() if lead_in else 0)
        if date is None:
            break
        rest = rest[date.end() :].lstrip(" |,;·–—-()\t")
    if rest == words or _STOPPED.search(rest):
        return False
    return len(rest) <= 12 or page.reading_time.match(rest) is not None


def _is_byline(words: str, page: Rules) -> bool:
    """ "By A Name | (A Site)": a cue, then names alone. "By the evening, …" has small words."""
    if len(words) > _BYLINE or "\n" in words:
        return False
    if page.agency.match(words) and not _left_by_agencies(words, page):
        return True
    cue = page.byline.match(words) or page.source.match(words)
    if cue is None or _WORD.match(words) is None:
        return False
    if ":" in cue.group() and page.source.match(words):
        return len(words) <= _BYLINE // 2 and not _STOPPED.search(words)
    if page.byline_word.search(words) and len(words) <= _BYLINE // 2 and not _STOPPED.search(words):
        return True
    names = _WORD.findall(page.credit.sub(" ", words[cue.end() :]))
    named = (
        bool(names) and all(name[0].isupper() or name.casefold() in _SMALL for name in names) and names[0][0].isupper()
    )
    return named and len(names) <= 14 and (":" in cue.group() or not _STOPPED.search(words))


def _left_by_agencies(words: str, page: Rules) -> str:
    return page.agency.sub("", words).strip(" ,/|&-–—().;")


def _is_caption(words: str, page: Rules) -> bool:
    """A line with "Photo:" before it or a credit in brackets behind it, where a sentence has its stop."""
    if len(words) > _CAPTION or "\n" in words:
        return False
    if page.caption.match(words):
        return True
    bracket = _CREDIT.search(words)
    if bracket is None or _STOPPED.search(words[: bracket.start()].rstrip()):
        return False
    credit = bracket["credit"]
    square = words[bracket.start()] == "[" and credit[0].isupper() and len(credit.split()) <= 4
    return square or page.caption_credit.search(credit) is not None or page.agency.match(credit) is not None


def _is_furniture(words: str, page: Rules, at_edge: bool) -> bool:
    if _WORD.search(words) is None or _ADDRESS.match(words):
        return True
    if len(words) <= _LINE and (page.interface.match(words) or page.reading_time.match(words)):
        return True
    return is_label(words, page) or _is_link(words, page) or _is_notice(words, page, at_edge)


def is_label(words: str, page: Rules) -> bool:
    """ "Related video:", "Read more": a line that only announces those after it."""
    match = page.related.match(words)
    return match is not None and not words[match.end() :].strip(" :>»–-")


def _is_link(words: str, page: Rules) -> bool:
    """ "Read also: a headline", ">> a headline", "Tags: Syria, Aleppo"."""
    if len(words) > _LINK:
        return False
    if _POINTER.match(words):
        return True
    tags = page.tags.match(words)
    if tags is not None and (tags.group().endswith(":") or tags.end() == len(words)):
        return True
    label = page.related.match(words)
    if label is None:
        return False
    marked = label.group().rstrip()[-1:] in ":>»–-"
    return marked or (len(label.group().split()) > 1 and not _STOPPED.search(words) and label.group()[0].isupper())


def _is_notice(words: str, page: Rules, at_edge: bool) -> bool:
    """Copyright, newsletters, cookies: short lines with a phrase that a report hardly uses."""
    if len(words) > _LINE:
        return False
    return _COPYRIGHT.match(words) is not None or (
        page.phrase.search(words) is not None and (at_edge or len(words) < 160)
    )


def may_follow_label(text: str, span: Span) -> bool:
    """Whether a paragraph behind a label may be one of the links that it announces."""
    words = text[span[0] : span[1]]
    return len(words) <= _LINK and "\n" not in words and not _STOPPED.search(words.rstrip('”"’ '))
