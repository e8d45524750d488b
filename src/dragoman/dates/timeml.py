"""TimeML in and out: a document with its creation day and its TIMEX3 expressions, by offset.

Only what dates need is read: the text of `TEXT`, the creation time, and the TIMEX3 elements within it; every other
element gives its words and is let go. Source: TimeML 1.2.1 (ISO 24617-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from dragoman.dates.expression import DateExpression
from dragoman.errors import InputError

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
# What XML 1.0 has no place for (its production 2, Char), however it is written.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Carriage returns, which a parser would take for line ends, and what a terminal would obey.
_BY_NUMBER = re.compile("[\r\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


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
    return parsed_timeml(path.read_bytes(), str(path), path.stem)


def parsed_timeml(raw: bytes, name: str, id: str) -> TimemlDocument:
    """TimeML from its bytes; `name` is for what is wrong with it, `id` stands in where it has no DOCID.

    Offsets count in the text as XML defines it: a parser gives line ends as `\\n`, whatever the file has.
    """
    reader = _Reader()
    parser = ElementTree.XMLParser(target=reader)
    try:
        parser.feed(raw)
        parser.close()
        created = _day(reader.created)
    except (ElementTree.ParseError, LookupError, ValueError) as problem:
        raise InputError(f"{name}: no TimeML: {problem}") from None
    if not reader.has_text:
        raise InputError(f"{name}: no TimeML: it has no TEXT")
    return TimemlDocument("".join(reader.id).strip() or id, "".join(reader.text), created, tuple(reader.timexes))


class _Reader:
    """Takes XML as it is parsed, element by element: no depth and no length of a document is too much for it.

    `timexes` come in the order of their ends.
    """

    def __init__(self) -> None:
        self.text: list[str] = []
        self.id: list[str] = []
        self.created = ""
        self.timexes: list[Timex] = []
        self.has_text = False
        self._length = 0
        self._open: list[str] = []
        self._begun: list[tuple[int, str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._open.append(tag)
        self.has_text = self.has_text or self._within("TEXT")
        if tag == "TIMEX3" and self._within("TEXT"):
            self._begun.append((self._length, attributes.get("type", "DATE"), attributes.get("value", "")))
        elif tag == "TIMEX3" and self._within("DCT"):
            self.created = self.created or attributes.get("value", "")

    def end(self, tag: str) -> None:
        """An element ends."""
        self._open.pop()
        if tag == "TIMEX3" and self._within("TEXT"):
            start, kind, value = self._begun.pop()
            self.timexes.append(Timex(start, self._length, kind, value))

    def data(self, words: str) -> None:
        """Words of the element that is open."""
        if self._within("TEXT"):
            self.text.append(words)
            self._length += len(words)
        elif self._within("DOCID"):
            self.id.append(words)

    def close(self) -> None:
        """The document ends."""

    def _within(self, part: str) -> bool:
        """Whether a part of the document (a child of its root) is open."""
        return self._open[1:2] == [part]


def _day(value: str) -> date | None:
    found = _DAY.match(value)
    return date(*(int(number) for number in found.groups())) if found else None


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
    """A document as TimeML: reading it again gives this text, mark for mark, and these expressions.

    XML cannot hold some control signs at all (`unwritable`): each of these stands as U+FFFD.
    """
    day = created.isoformat() if created else ""
    marked = "".join(_marked(text, found))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_escaped(id)}</DOCID>\n"
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
        f"<TEXT>{marked}</TEXT>\n</TimeML>\n"
    )


def unwritable(text: str) -> int:
    """How many signs of a text XML cannot hold."""
    return sum(1 for _ in _UNWRITABLE.finditer(text))


def _marked(text: str, found: Sequence[Timex]) -> Iterator[str]:
    last = 0
    for number, timex in enumerate(found, start=1):
        yield _escaped(text[last : timex.start])
        yield f'<TIMEX3 tid="t{number}" type="{timex.type}" value="{escape(timex.value)}">'
        yield _escaped(text[timex.start : timex.end]) + "</TIMEX3>"
        last = timex.end
    yield _escaped(text[last:])


def _escaped(text: str) -> str:
    return _BY_NUMBER.sub(lambda sign: f"&#{ord(sign[0])};", _UNWRITABLE.sub("\ufffd", escape(text, quote=False)))
