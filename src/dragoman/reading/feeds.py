"""News feeds: the entries of an RSS or Atom file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from dragoman.model import LeftOut
from dragoman.reading.item import Item, item
from dragoman.reading.limits import WHOLE_BYTES, megabytes


def entries(path: Path, name: str) -> Iterator[Item | LeftOut]:
    """The reports of a feed. Raises OSError where the file cannot be opened."""
    import feedparser

    if path.stat().st_size > WHOLE_BYTES:
        yield LeftOut(name, "too_large", f"{name}: a feed of more than {megabytes(WHOLE_BYTES)}; not read")
        return
    # A file name would be opened as an address as well: feedparser gets bytes alone.
    parsed = feedparser.parse(BytesIO(path.read_bytes()), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        why = " ".join(str(parsed.get("bozo_exception", "")).split())[:120]
        yield LeftOut(name, "broken_feed", f"{name}: not well-formed ({why}); {len(parsed.entries)} entries are read")
    elif not parsed.entries:
        yield LeftOut(name, "empty", f"{name}: a feed without entries")
    for number, entry in enumerate(parsed.entries, start=1):
        yield _entry(entry, parsed.feed, f"{name}#{number}")


def _entry(entry: Any, feed: Any, uri: str) -> Item | LeftOut:
    body = next((part.value for part in entry.get("content", ()) if part.get("value")), entry.get("summary", ""))
    if not body.strip():
        return LeftOut(uri, "empty", f"{uri}: the entry has no text")
    metadata = {
        "url": entry.get("link", ""),
        "title": entry.get("title", ""),
        "outlet": (entry.get("source") or {}).get("title", "") or feed.get("title", ""),
        "published": entry.get("published", ""),
        "language": feed.get("language", ""),
        "declared": "utf-8",
    }
    return item(metadata["url"] or uri, "fragment", body.encode("utf-8", "surrogatepass"), metadata)
