"""TimeML in and out: a document with its creation day and its TIMEX3 expressions, by offset.

Only what dates need is read: the text of `TEXT`, the creation time, and the TIMEX3 elements within it; every other
element gives its words and is let go. Source: TimeML 1.2.1 (ISO 24617-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from dragoman.dates.expression import DateExpression
from dragoman.errors import InputError

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 expression: where it stands in the text, its type (DATE, TIME, DURATION, SET) and its value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimemlDocument:
    """A document of TimeML: its text, the day of its creation where one is given, and its expressions in order."""

    id: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]


def read_timeml(path: Path) -> TimemlDocument:
    """Read a TimeML file; an `InputError` says what is wrong with one that is none."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, UnicodeDecodeError) as problem:
        raise InputError(f"{path}: no TimeML: {problem}") from None
    text = root.find("TEXT")
    if text is None:
        raise InputError(f"{path}: no TimeML: it has no TEXT")
    pieces: list[str] = []
    found = tuple(_walked(text, pieces))
    return TimemlDocument(root.findtext("DOCID", path.stem).strip(), "".join(pieces), _created(root), found)


def _walked(element: ElementTree.Element, pieces: list[str]) -> Iterator[Timex]:
    """The expressions within an element, in order of their ends; the text goes to `pieces`."""
    for piece, child in ((element.text, None), *((child.tail, child) for child in element)):
        if child is not None:
            start = sum(map(len, pieces))
            yield from _walked(child, pieces)
            if child.tag == "TIMEX3":
                end = sum(map(len, pieces))
                yield Timex(start, end, child.get("type", "DATE"), child.get("value", ""))
        pieces.append(piece or "")


def _created(root: ElementTree.Element) -> date | None:
    for timex in root.iterfind("DCT/TIMEX3"):
        found = _DAY.match(timex.get("value", ""))
        if found:
            return date(*(int(number) for number in found.groups()))
    return None


def timexes(expressions: Iterable[DateExpression]) -> tuple[Timex, ...]:
    """The TIMEX3 expressions that dates stand for: a range is its ends, what has no value is none."""
    return tuple(_single(expressions))


def _single(expressions: Iterable[DateExpression]) -> Iterator[Timex]:
    for found in expressions:
        if found.parts:
            yield from _single(found.parts)
        elif found.value:
            yield Timex(found.start, found.end, found.type, found.value)


def write_timeml(id: str, text: str, created: date | None, found: Sequence[Timex]) -> str:
    """A document as TimeML, its text unchanged but for the marks (and XML's escapes)."""
    day = created.isoformat() if created else ""
    marked = "".join(_marked(text, found))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{escape(id)}</DOCID>\n"
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
        f"<TEXT>{marked}</TEXT>\n</TimeML>\n"
    )


def _marked(text: str, found: Sequence[Timex]) -> Iterator[str]:
    last = 0
    for number, timex in enumerate(found, start=1):
        yield escape(text[last : timex.start])
        yield f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quoteattr(timex.value)}>'
        yield escape(text[timex.start : timex.end]) + "</TIMEX3>"
        last = timex.end
    yield escape(text[last:])
