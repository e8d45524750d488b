"""Tables of reports, one a row: CSV with commas, semicolons or tabs, streamed record by record."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from dragoman.model import LeftOut
from dragoman.reading.decoding import file_encoding
from dragoman.reading.fields import columns_of, missing, values
from dragoman.reading.item import Item, item
from dragoman.reading.limits import RECORD_BYTES, megabytes
from dragoman.reading.options import ReadOptions


class _RecordLines:
    """Hands lines to the CSV reader and keeps those of the record at hand, to hash and to bound it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._held: list[str] = []
        self._size = 0
        self.number = 0

    def __iter__(self) -> _RecordLines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(RECORD_BYTES + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._held.append(line)
        self._size += len(line)
        if self._size > RECORD_BYTES:
            self._skip_line(line)
            raise csv.Error(f"longer than {megabytes(RECORD_BYTES)}; is a quotation mark not closed?")
        return line

    def _skip_line(self, line: str) -> None:
        while line and not line.endswith(("\n", "\r")):
            line = self._stream.readline(RECORD_BYTES)

    def record(self) -> str:
        """The lines since the last call."""
        held = "".join(self._held)
        self._held.clear()
        self._size = 0
        return held


def rows(path: Path, name: str, options: ReadOptions) -> Iterator[Item | LeftOut]:
    """The reports of a table. Raises OSError where the file cannot be opened."""
    encoding, notes = file_encoding(path, name, options.encoding)
    yield from notes
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        lines = _RecordLines(stream)
        delimiter = _delimiter(lines, path.suffix.lower())
        header = next(csv.reader([lines.record()], delimiter=delimiter), [])
        problem = missing(header, options.columns)
        if problem:
            yield LeftOut(name, "missing_column", f"{name}: {problem}")
            return
        yield from _records(lines, header, delimiter, name, options)


def _delimiter(lines: _RecordLines, suffix: str) -> str:
    """The sign that parts the header's cells: what the header has most of, a comma where it has none."""
    header = next(lines, "")
    return "\t" if suffix == ".tsv" else max(",;\t|", key=lambda sign: (header.count(sign), sign == ","))


def _records(
    lines: _RecordLines, header: list[str], delimiter: str, name: str, options: ReadOptions
) -> Iterator[Item | LeftOut]:
    columns = columns_of(header, options.columns)
    # The default of 128 KB is less than a long report; _RecordLines bounds the record already.
    csv.field_size_limit(RECORD_BYTES)
    reader = csv.reader(lines, delimiter=delimiter)
    names = RecordNames(name)
    number = 0
    while True:
        number += 1
        first = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.record()
            reader = csv.reader(lines, delimiter=delimiter)
            yield LeftOut(f"{name}#{number}", "broken_row", f"{name}:{first}: not a row: {error}")
            continue
        raw = lines.record()
        if cells:
            yield from _row(cells, raw, header, columns, names, number, first)


def _row(
    cells: list[str],
    raw: str,
    header: list[str],
    columns: dict[str, str],
    names: RecordNames,
    number: int,
    line: int,
) -> Iterator[Item | LeftOut]:
    found = values(dict(zip(header, cells, strict=False)), columns)
    name, uri = names.container, names.uri(found.pop("id", None), number)
    if len(cells) > len(header):
        detail = f"{name}:{line}: {len(cells)} cells under {len(header)} columns; "
        detail += "what is past the last is left out"
        yield LeftOut(uri, "ragged_row", detail)
    yield record_item(found, uri, raw.encode("utf-8", "surrogatepass"), f"{name}:{line}")


class RecordNames:
    """The names of a container's records: by their own ids, and by their numbers too where an id comes again."""

    def __init__(self, container: str) -> None:
        self.container = container
        self._seen: set[str] = set()

    def uri(self, own: str | None, number: int) -> str:
        """The name of the record that stands at `number` (from 1) and calls itself `own`."""
        uri = f"{self.container}#{own or number}"
        if uri in self._seen:
            uri = f"{uri}@{number}"
        self._seen.add(uri)
        return uri


def record_item(found: dict[str, str], uri: str, raw: bytes, place: str) -> Item | LeftOut:
    """The item of one record of a table or of JSON lines; `sha256` is that of the record as it stands in
    the file."""
    text = found.pop("text", "")
    if not text:
        return LeftOut(uri, "empty", f"{place}: the record has no text")
    found["sha256"] = hashlib.sha256(raw).hexdigest()
    return item(found.get("url", uri), "text", text.encode("utf-8", "surrogatepass"), found | {"declared": "utf-8"})
