"""Reports as JSON: one object a line, or one object (or list of them) that fills the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.model import LeftOut
from dragoman.reading.fields import columns_of, missing, values
from dragoman.reading.item import Item
from dragoman.reading.limits import RECORD_BYTES, WHOLE_BYTES, megabytes
from dragoman.reading.options import ReadOptions
from dragoman.reading.tables import record_item

# A file so called holds one object a line, whatever its first line looks like.
_LINES = (".jsonl", ".ndjson")


def lines(path: Path, name: str, options: ReadOptions) -> Iterator[Item | LeftOut]:
    """The reports of a JSON file. Raises OSError where the file cannot be opened."""
    if path.suffix.lower() not in _LINES and _is_one_value(path):
        yield from _whole(path, name, options)
        return
    with path.open("rb") as stream:
        for number, line in enumerate(_bounded(stream), start=1):
            yield from _line(line, number, name, options)


def _is_one_value(path: Path) -> bool:
    """Whether the first line is no JSON object by itself, so that the file as a whole must be."""
    with path.open("rb") as stream:
        head = stream.readline(RECORD_BYTES).strip().removeprefix(b"\xef\xbb\xbf")
        while not head and (line := stream.readline(RECORD_BYTES)):
            head = line.strip()
    return head.startswith(b"[") or (head.startswith(b"{") and not head.endswith(b"}"))


def _bounded(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is longer than a record may be."""
    while line := stream.readline(RECORD_BYTES + 1):
        if len(line) <= RECORD_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(RECORD_BYTES)
        yield None


def _line(line: bytes | None, number: int, name: str, options: ReadOptions) -> Iterator[Item | LeftOut]:
    place = f"{name}:{number}"
    if line is None:
        detail = f"{place}: the line is longer than {megabytes(RECORD_BYTES)}; not read"
        yield LeftOut(f"{name}#{number}", "too_large", detail)
    elif line.strip():
        yield _record(line, number, name, place, options)


def _record(line: bytes, number: int, name: str, place: str, options: ReadOptions) -> Item | LeftOut:
    try:
        value = json.loads(line.rstrip(b"\r\n").decode(options.encoding or "utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return LeftOut(f"{name}#{number}", "broken_json", f"{place}: not JSON: {_why(error)}")
    return _object(value, line.rstrip(b"\r\n"), number, name, place, options)


def _object(value: Any, raw: bytes, number: int, name: str, place: str, options: ReadOptions) -> Item | LeftOut:
    if not isinstance(value, dict):
        return LeftOut(f"{name}#{number}", "broken_json", f"{place}: not a JSON object with fields")
    problem = missing(value, options.columns) if "text" not in columns_of(value, options.columns) else None
    if problem:
        return LeftOut(f"{name}#{number}", "missing_column", f"{place}: {problem}")
    found = values(value, columns_of(value, options.columns))
    return record_item(found, f"{name}#{found.pop('id', str(number))}", raw, place)


def _whole(path: Path, name: str, options: ReadOptions) -> Iterator[Item | LeftOut]:
    if path.stat().st_size > WHOLE_BYTES:
        detail = f"{name}: one JSON value of more than {megabytes(WHOLE_BYTES)}; write one object a line"
        yield LeftOut(name, "too_large", detail)
        return
    try:
        value = json.loads(path.read_bytes().decode(options.encoding or "utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield LeftOut(name, "broken_json", f"{name}:{getattr(error, 'lineno', 1)}: not JSON: {_why(error)}")
        return
    for number, entry in enumerate(value if isinstance(value, list) else [value], start=1):
        raw = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield _object(entry, raw, number, name, f"{name}#{number}", options)


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
