"""What passes between the cheap step that finds reports and the costly one that reads them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model import Document, LeftOut

Media = Literal["text", "html", "fragment"]


@dataclass(frozen=True, slots=True)
class Item:
    """One report before it is read: its bytes and what is known about it.

    `key` is the sha256 over all that decides the result (bytes, media, metadata), so a report that was
    read is
    known again whatever its file is called. `media` is `text`, a whole page (`html`), or a feed's `fragment`.
    """

    key: str
    uri: str
    media: Media
    raw: bytes
    metadata: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A document, and what a reader must know of how it was read (a guessed encoding, a language without a
    pack)."""

    document: Document
    notes: tuple[LeftOut, ...] = ()


def item(uri: str, media: Media, raw: bytes, metadata: Mapping[str, str]) -> Item:
    """An item with its key; empty metadata are left away, the rest sorted."""
    pairs = tuple(sorted((name, value) for name, value in metadata.items() if value))
    digest = hashlib.sha256(raw)
    digest.update(json.dumps([media, pairs], ensure_ascii=True).encode())
    return Item(digest.hexdigest(), uri, media, raw, pairs)
