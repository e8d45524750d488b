"""Web archives: the pages and texts in a WARC file, plain or gzipped, one record at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.model import LeftOut
from dragoman.reading.item import Item, Media, item
from dragoman.reading.limits import REPORT_BYTES, megabytes

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}

_WANTED = ("response", "resource", "conversion")


class _CutError(Exception):
    """An archive ends within a record; the reader itself takes such a record for a whole one."""


def records(path: Path, name: str) -> Iterator[Item | LeftOut]:
    """The reports of an archive; a damaged or cut archive gives the records before the damage and one
    line."""
    others: Counter[str] = Counter()
    number = 0
    with path.open("rb") as stream:
        try:
            for record in _whole_records(stream):
                number += 1
                yield from _record(*record, f"{name}#{number}", others)
        except Exception as error:
            detail = f"{name}: damaged behind record {number} ({_line(error)}); the records before are read"
            yield LeftOut(name, "damaged_archive", detail)
    yield from _said(name, number, others)


def _whole_records(stream: BinaryIO) -> Iterator[tuple[Any, bytes]]:
    """The records with what they hold, up to what one report may; what is beyond is read over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.any_type
    for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
        if record.headers.get("Content-Length") is None:
            raise _CutError("the record's head is cut")
        raw = record.reader.read(REPORT_BYTES + 1)
        rest = 0
        while piece := record.reader.read(2**20):
            rest += len(piece)
        if len(raw) + rest < record.content_length and not _is_encoded(record):
            raise _CutError("the record is cut")
        yield record, raw


def _is_encoded(record: Any) -> bool:
    """Whether the body comes out of its transfer with another length than it is stored with."""
    heads = record.http_headers if record.is_http_parsed else None
    return bool(heads and (heads.get("Content-Encoding") or heads.get("Transfer-Encoding")))


def _record(record: Any, raw: bytes, uri: str, others: Counter[str]) -> Iterator[Item | LeftOut]:
    if record.headers.get("WARC-Type") not in _WANTED:
        return
    url = record.headers.get("WARC-Target-URI") or uri
    status = record.http_headers.status_code if record.is_http_parsed and record.http_headers else None
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    media = _MEDIA.get(kind)
    if media is None or (status is not None and not 200 <= status < 300):
        others[f"status {status}" if media else kind or "no type"] += 1
    elif len(raw) > REPORT_BYTES:
        yield LeftOut(url, "too_large", f"{url}: more than {megabytes(REPORT_BYTES)}; not read")
    elif not raw.strip():
        yield LeftOut(url, "empty", f"{url}: the record ({uri}) is empty")
    else:
        yield item(url, media, raw, _metadata(record))


def _metadata(record: Any) -> dict[str, str]:
    return {
        "url": record.headers.get("WARC-Target-URI") or "",
        "captured": record.headers.get("WARC-Date") or "",
        "declared": record.http_charset or "",
    }


def _said(name: str, number: int, others: Counter[str]) -> Iterator[LeftOut]:
    """One line for an archive's records that are no texts: a crawl holds thousands of images."""
    if number == 0:
        yield LeftOut(name, "empty", f"{name}: no record of a web archive in it")
    if others:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(others.items()))
        yield LeftOut(name, "not_text", f"{name}: {sum(others.values())} records hold no report: {kinds}")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
