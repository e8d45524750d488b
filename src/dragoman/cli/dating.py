"""`dragoman dates`: the expressions of time in one text, as a table, JSON lines or TimeML."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import complain, console, safe_json, say, table
from dragoman.errors import InputError, QueryError
from dragoman.model import UNDATED, Published

if TYPE_CHECKING:
    from dragoman.dates import DateExpression

# TimeML and web pages are known by their names or by how they begin; so much of the beginning is looked at.
_HEAD = 1024
_PAGES = (".html", ".htm", ".xhtml")
_COLUMNS = ("words", "days", "precision", "basis", "anchor", "type", "value", "rule")


@dataclass(frozen=True, slots=True)
class _Given:
    """What was read: the text, and its language (empty: to be told by the text) and day as the file gives them."""

    id: str
    text: str
    language: str = ""
    published: Published = UNDATED


def dates(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Text, a web page, TimeML (.tml); - is standard input.")],
    published: Annotated[str | None, typer.Option(metavar="DAY", help="When it was published: 2016-10-28.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Its language, if the text shall not tell.")
    ] = None,
    timeml: Annotated[bool, typer.Option("--timeml", help="The text as TimeML, its dates marked.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON lines, one for each expression.")] = False,
) -> None:
    """Find the expressions of time in a text and say which days they mean, and by what."""
    if timeml and jsonl:
        raise QueryError("--timeml and --jsonl: choose one of them")
    day = _day(published) if published is not None else None
    code = _known(language) if language is not None else None
    given = _given(file)
    told = Published(day, day, "day", "metadata") if day else given.published
    if told.start is None:
        complain(f"{file}: no day of publication is known, so what hangs on it stays open; say it with --published")
    found = _found(given, code or _language(file, given), told)
    if timeml:
        _write_timeml(file, given, told, found)
    elif jsonl:
        for line in _json_lines(found):
            print(line)
    elif found:
        console().print(table(_COLUMNS, map(_cells, found)))
    else:
        say("no expressions of time")


def _found(given: _Given, language: str, published: Published) -> Sequence[DateExpression]:
    from dragoman.dates import find

    return find(given.text, language, published)


def _given(file: str) -> _Given:
    raw, name = _bytes(file), Path(file).stem if file != "-" else "stdin"
    ending, head = Path(file).suffix.lower(), raw[:_HEAD].lower()
    if ending == ".tml" or b"<timeml" in head:
        from dragoman.dates.timeml import parsed_timeml

        parsed = parsed_timeml(raw, file, name)
        created = parsed.created
        told = Published(created, created, "day", "metadata") if created else UNDATED
        return _Given(parsed.id, parsed.text, published=told)
    if ending in _PAGES or b"<html" in head or b"<!doctype html" in head:
        return _page(file, name, raw)
    return _Given(name, _text(file, raw))


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{file}: cannot be read: {reason}; name one file") from None


def _text(file: str, raw: bytes) -> str:
    """A text as it is, mark for mark; only a byte-order mark, which is none of its marks, is left away."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 (byte {error.start}); convert it to UTF-8 first") from None


def _page(file: str, name: str, raw: bytes) -> _Given:
    """The main text of a web page, with its own word for its language and day, as `dragoman build` reads it."""
    from dragoman.reading import document
    from dragoman.reading.item import Read, item

    read = document(item(file, "html", raw, {}))
    if not isinstance(read, Read):
        raise InputError(read.detail)
    page = read.document
    return _Given(name, page.text, page.language, page.published)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise QueryError(f"--published {words}: no day; write it as 2016-10-28") from None


def _known(code: str) -> str:
    from dragoman.knowledge.tables import LANGUAGES

    if code not in LANGUAGES:
        raise QueryError(f"--language {code}: there are no dates for it; use one of {', '.join(LANGUAGES)}")
    return code


def _language(file: str, given: _Given) -> str:
    from dragoman.knowledge.tables import LANGUAGES

    code = given.language or _told_by(given.text)
    if code not in LANGUAGES:
        what = "its language cannot be told" if code == "und" else f"its language seems to be {code}, without dates"
        raise InputError(f"{file}: {what}; say it with --language, one of {', '.join(LANGUAGES)}")
    return code


def _told_by(text: str) -> str:
    from dragoman.reading.languages import language_of, plain_language

    return plain_language(text) or language_of(text)[0]


def _write_timeml(file: str, given: _Given, published: Published, found: Sequence[DateExpression]) -> None:
    from dragoman.dates.timeml import timexes, unwritable, write_timeml

    created = published.start if published.start == published.end else None
    if lost := unwritable(given.text):
        complain(f"{file}: {lost} control signs that XML cannot hold; each stands as U+FFFD")
    # As bytes: what the document says of its encoding holds, and no line end is turned into another.
    sys.stdout.buffer.write(write_timeml(given.id, given.text, created, timexes(found)).encode())
    sys.stdout.buffer.flush()


def _json_lines(found: Sequence[DateExpression]) -> Iterator[str]:
    return (safe_json(json.dumps(asdict(one), ensure_ascii=False, default=str)) for one in found)


def _cells(found: DateExpression) -> tuple[str, ...]:
    return (
        found.text,
        _days(found),
        found.precision.replace("_", " "),
        found.basis,
        found.anchor,
        found.type,
        found.value,
        found.rule,
    )


def _days(found: DateExpression) -> str:
    if found.low is None and found.high is None:
        return ""
    days = _span(found.low, found.high)
    return f"{days} (or {_span(*found.alternative)})" if found.alternative else days


def _span(low: date | None, high: date | None) -> str:
    return str(low) if low == high else f"{low or '…'} – {high or '…'}"
