"""From inputs to items: every file by its kind, containers split into the reports that they hold."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from dragoman.model import LeftOut
from dragoman.reading import archives, feeds, jsonlines, sidefiles, tables
from dragoman.reading.decoding import binary_kind
from dragoman.reading.files import Found, find, reason
from dragoman.reading.item import Item, item
from dragoman.reading.limits import REPORT_BYTES, megabytes
from dragoman.reading.options import ReadOptions

Kind = Literal["text", "html", "feed", "warc", "json", "table", "unknown"]

_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".rss": "feed", ".atom": "feed", ".warc": "warc", ".warc.gz": "warc", ".jsonl": "json", ".ndjson": "json",
    ".json": "json", ".csv": "table", ".tsv": "table",
}  # fmt: skip
_HEAD = 4096
_NO_OPTIONS = ReadOptions()


def items(inputs: Iterable[str], options: ReadOptions = _NO_OPTIONS) -> Iterator[Item | LeftOut]:
    """Every report of the inputs (files, folders, patterns, `-` for standard input) and every thing that
    is none."""
    for given in inputs:
        if given == "-":
            yield from _standard_input(options)
            continue
        for found in find([given]):
            yield from _split(found, options) if isinstance(found, Found) else (found,)


def _standard_input(options: ReadOptions) -> Iterator[Item | LeftOut]:
    """What is piped in may be of any kind and size; it goes to the disk first."""
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / "stdin"
        with path.open("wb") as spool:
            shutil.copyfileobj(sys.stdin.buffer, spool)
        yield from _split(Found(path, "stdin"), options)


def _split(found: Found, options: ReadOptions) -> Iterator[Item | LeftOut]:
    if sidefiles.belongs_to_report(found.path):
        return
    try:
        for entry in _by_kind(found.path, found.name, options):
            yield _with_options(entry, options) if isinstance(entry, Item) else entry
    except OSError as error:
        yield LeftOut(found.name, "unreadable", f"{found.name}: cannot be read: {reason(error)}")


def _with_options(entry: Item, options: ReadOptions) -> Item:
    """A language that the user sets decides the result, so it belongs to the key."""
    if options.language is None:
        return entry
    return item(entry.uri, entry.media, entry.raw, dict(entry.metadata) | {"set_language": options.language})


def _by_kind(path: Path, name: str, options: ReadOptions) -> Iterator[Item | LeftOut]:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    kind = _kind(path, head)
    if not head.strip() and len(head) < _HEAD:
        yield LeftOut(name, "empty", f"{name}: the file is empty")
    elif kind == "warc":
        yield from archives.records(path, name)
    elif what := binary_kind(head):
        yield LeftOut(name, "binary", f"{name}: {what}, no text; convert it to text first")
    elif kind == "json":
        yield from jsonlines.lines(path, name, options)
    elif kind == "table":
        yield from tables.rows(path, name, options)
    elif kind == "feed":
        yield from feeds.entries(path, name)
    elif kind == "unknown":
        yield LeftOut(name, "unknown_kind", f"{name}: neither a report nor a feed nor the side file of a report")
    else:
        yield from _report(path, name, kind, options)


def _kind(path: Path, head: bytes) -> Kind:
    """The kind by the file's name; by its first bytes where the name says nothing."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    known = _KINDS.get("".join(suffixes)) or _KINDS.get(suffixes[-1] if suffixes else "")
    return known or _sniffed(head, suffixes[-1] if suffixes else "")


def _sniffed(head: bytes, suffix: str) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"warc/") or (start.startswith(b"\x1f\x8b") and suffix in (".gz", "") and _holds_warc(head)):
        return "warc"
    if any(tag in start[:1024] for tag in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    if start.startswith(b"<!doctype html") or b"<html" in start[:1024] or b"<body" in start[:1024]:
        return "html"
    if suffix in (".xml", ".toml"):
        return "unknown"
    return "json" if start.startswith((b"{", b"[{")) else "text"


def _holds_warc(head: bytes) -> bool:
    """Whether a gzip stream begins as a web archive does."""
    import zlib

    try:
        return zlib.decompressobj(31).decompress(head, 5).startswith(b"WARC/")
    except zlib.error:
        return False


def _report(path: Path, name: str, kind: Kind, options: ReadOptions) -> Iterator[Item | LeftOut]:
    """A file that is one report, with what its side files say of it."""
    with path.open("rb") as stream:
        raw = stream.read(REPORT_BYTES + 1)
    if len(raw) > REPORT_BYTES:
        detail = f"{name}: more than {megabytes(REPORT_BYTES)}; split it into single reports"
        yield LeftOut(name, "too_large", detail)
        return
    metadata, notes = sidefiles.side_metadata(path, name)
    yield from notes
    uri = metadata.get("url") or name
    yield item(uri, "html" if kind == "html" else "text", raw, metadata | {"declared": options.encoding or ""})
