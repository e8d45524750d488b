"""Write samples/aleppo/12-archived.warc from the pages in samples/archived/.

    python samples/make_warc.py

A web archive is awkward to keep by hand: its headers count bytes. The archive is committed; this script
is its source. It uses the standard library alone, writes fixed capture times and derives the record ids
from the content, so running it again gives the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ARCHIVE = HERE / "aleppo" / "12-archived.warc"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page, the address that it was fetched from and when (UTC, as WARC writes it)."""

    page: str
    url: str
    time: str


CAPTURES = (
    Capture(
        "citadel-wire.html",
        "https://citadel-wire.example.org/aleppo/apartments-cleared",
        "2016-11-09T09:15:00Z",
    ),
    Capture(
        "vrbaski-list.html",
        "https://vrbaski-list.example.org/svijet/vojska-vratila-naselje",
        "2016-11-13T12:40:00Z",
    ),
)


def record(kind: str, time: str, headers: tuple[tuple[str, str], ...], payload: bytes) -> bytes:
    """One WARC/1.0 record; its id is a hash of what it holds, so it never changes without cause."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {time} {headers} {payload.decode()}")
    fields = (
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{name}>"),
        ("WARC-Date", time),
        *headers,
        ("Content-Length", str(len(payload))),
    )
    head = "".join(f"{key}: {value}\r\n" for key, value in fields)
    return f"WARC/1.0\r\n{head}\r\n".encode() + payload + b"\r\n\r\n"


def response(capture: Capture) -> bytes:
    """The HTTP answer with the page, as a crawler stores it."""
    body = (HERE / "archived" / capture.page).read_bytes()
    status = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    http = f"{status}Content-Length: {len(body)}\r\n\r\n".encode()
    headers = (("WARC-Target-URI", capture.url), ("Content-Type", "application/http; msgtype=response"))
    return record("response", capture.time, headers, http + body)


def archive() -> Iterator[bytes]:
    """The records of the archive, in order."""
    about = b"software: samples/make_warc.py\r\nformat: WARC File Format 1.0\r\n"
    yield record("warcinfo", CAPTURES[0].time, (("Content-Type", "application/warc-fields"),), about)
    yield from map(response, CAPTURES)


if __name__ == "__main__":
    ARCHIVE.write_bytes(b"".join(archive()))
