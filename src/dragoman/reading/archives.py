"""Web archives: the pages and texts in a WARC file, plain or gzipped, one record at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.model import LeftOut
from dragoman.reading.item import Item, Media, item
from dragoman.reading.limits import REPORT_BYTES, megabytes

_MEDIA: dict[str, Media] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def records(path: Path, name: str) -> Iterator[Item | LeftOut]:
    """The reports of an archive; a damaged or cut archive gives the records before the damage and one line."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    others: Counter[str] = Counter()
    number = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=True):
                number += 1
                if record.record_type & wanted:
                    yield from _record(record, f"{name}#{number}", others)
                _to_the_end(record)
        except Exception as error:
            detail = f"{name}: damaged after record {number} ({_line(error)}); the records before are read"
            yield LeftOut(name, "damaged_archive", detail)
    yield from _said(name, number, others)


def _to_the_end(record: Any) -> None:
    """Read what is left of a record, so that an archive that is cut within it is noticed here."""
    while record.reader.read(2**20):
        pass


def _record(record: Any, uri: str, others: Counter[str]) -> Iterator[Item | LeftOut]:
    url = record.headers.get("WARC-Target-URI") or uri
    status = record.http_headers.status_code if record.is_http_parsed and record.http_headers else None
    kind = (
        (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    )
    media = _MEDIA.get(kind)
    if media is None or (status is not None and not 200 <= status < 300):
        others[f"status {status}" if media else kind or "no type"] += 1
        return
    raw = record.reader.read(REPORT_BYTES + 1)
    if len(raw) > REPORT_BYTES:
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
