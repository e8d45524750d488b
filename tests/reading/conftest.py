"""Reports written for these tests, and short ways to read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.model import Document, LeftOut
from dragoman.reading import Item, Read, ReadOptions, document, items, read
from dragoman.reading.item import item

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below the test's folder and give its path."""

    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return _write


@pytest.fixture
def roles() -> Callable[..., list[tuple[str, str]]]:
    """The segments of a text as pairs of role and words."""

    def _roles(text: str, **metadata: str) -> list[tuple[str, str]]:
        found = document(item("report", "text", text.encode(), metadata))
        assert isinstance(found, Read)
        doc = found.document
        return [(part.role, doc.text[part.start : part.end]) for part in doc.segments]

    return _roles


@pytest.fixture
def split() -> Callable[..., tuple[list[Item], list[LeftOut]]]:
    """The items of some inputs, and what was left out."""

    def _split(*inputs: Path | str, options: ReadOptions | None = None) -> tuple[list[Item], list[LeftOut]]:
        found = list(items(map(str, inputs), options or ReadOptions()))
        kept = [entry for entry in found if isinstance(entry, Item)]
        return kept, [entry for entry in found if isinstance(entry, LeftOut)]

    return _split


@pytest.fixture
def readings() -> Callable[..., tuple[list[Document], list[LeftOut]]]:
    """The documents of some inputs, and what was left out."""

    def _read(*inputs: Path | str, options: ReadOptions | None = None) -> tuple[list[Document], list[LeftOut]]:
        found = list(read(map(str, inputs), options or ReadOptions()))
        kept = [entry for entry in found if isinstance(entry, Document)]
        return kept, [entry for entry in found if isinstance(entry, LeftOut)]

    return _read
