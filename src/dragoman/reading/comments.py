"""Readers' comments behind a report: a heading, then what only comments have.

A heading alone is no proof ("Responses" may head a section of the report, "12 Comments" may be a link at
its top), so a block starts only with a second sign: numbered entries, bullets, "NAME says:", reply
links, "Comments are closed".
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from dragoman.reading.paragraphs import Span
from dragoman.reading.rules import Rules

_NUMBERED = re.compile(r"\d{1,4}[.)]\s+\S")
_BULLET = re.compile(r"[•·▪*]\s+\S")

# A report of fewer signs before the heading is none.
_REPORT = 80

# A page has a heading or two that could be that of comments; a file of a million of them is no page.
_TRIES = 5


class Block(NamedTuple):
    """Indices of paragraphs: the heading, the first behind the comments, and whether that one closes them."""

    heading: int
    end: int
    closed: bool


def comment_block(text: str, paragraphs: list[Span], page: Rules) -> Block | None:
    """The block of readers' comments, if there is good evidence of one."""
    tried = 0
    for index, (start, end) in enumerate(paragraphs):
        if tried == _TRIES:
            return None
        counted = _whole(page.comment_count, text, start, end)
        if not counted and not (end - start <= 60 and _whole(page.comment_heading, text, start, end)):
            continue
        if start - paragraphs[0][0] < _REPORT:
            continue
        tried += 1
        closing = _closing(text, paragraphs, index + 1, page)
        until = len(paragraphs) if closing is None else closing
        signs = _signs(text, paragraphs[index + 1 : until], page) + 2 * (closing is not None)
        behind = counted and start * 2 > len(text) and until > index + 1
        if signs >= (1 if counted else 2) or behind:
            return Block(index, until, closing is not None)
    return None


def _whole(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return pattern.match(text, start, end) is not None


def _closing(text: str, paragraphs: list[Span], first: int, page: Rules) -> int | None:
    for index in range(first, len(paragraphs)):
        start, end = paragraphs[index]
        if end - start <= 80 and page.comments_closed.match(text, start, end):
            return index
    return None


def _signs(text: str, paragraphs: list[Span], page: Rules) -> int:
    """How many paragraphs look as only comments do; two are enough to know."""
    kinds = (_NUMBERED, _BULLET, page.comment_author, page.comment_reply)
    found = (span for span in paragraphs if any(kind.match(text, *span) for kind in kinds))
    return sum(1 for _ in islice(found, 2))
