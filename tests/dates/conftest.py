"""A report published on a known day, and short ways to say what was found in a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from dragoman.dates import DateExpression, find
from dragoman.model import UNDATED, Document, Published, Segment

# A Saturday.
TODAY = date(2016, 11, 12)
ON_TODAY = Published(TODAY, TODAY, "day", "metadata")

Row = tuple[str, str | None, str | None, str]


def _row(found: DateExpression) -> Row:
    low, high = (day.isoformat() if day else None for day in (found.low, found.high))
    return (found.text, low, high, found.precision)


@pytest.fixture
def rows() -> Callable[..., list[Row]]:
    """Text and language → words, first day, last day and precision of every expression."""

    def _rows(text: str, language: str, published: Published | None = ON_TODAY) -> list[Row]:
        return [_row(found) for found in find(text, language, published)]

    return _rows


@pytest.fixture
def report() -> Callable[..., Document]:
    """A document of one body segment, with an optional comment after it."""

    def _report(body: str, language: str = "en", comment: str = "", key: str = "d_1") -> Document:
        segments: Sequence[Segment] = [Segment("body", 0, len(body))]
        if comment:
            segments = [*segments, Segment("comment", len(body), len(body) + len(comment))]
        uri = f"{key}.txt"
        return Document(key, uri, "0" * 64, None, language, None, None, UNDATED, tuple(segments), body + comment)

    return _report
