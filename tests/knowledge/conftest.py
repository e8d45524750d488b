"""A small theatre of invented and public names, so that tests do not hang on the shipped packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = '[pack]\nid = "test"\nname = "A test"\nlicence = "CC0-1.0"\n'
PLACES = "id\tname\tkind\tlat\tlon\twithin\tgeonames\ten\tde\thr\tar"


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pack folder: the text of `pack.toml`'s rest, of `actors.toml`, and rows of `places.tsv`."""

    def write(actors: str = "", places: tuple[str, ...] = (), head: str = "") -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        (folder / "pack.toml").write_text(HEAD + head, "utf-8")
        (folder / "actors.toml").write_text(actors, "utf-8")
        (folder / "places.tsv").write_text("\n".join([PLACES, *places]) + "\n", "utf-8")
        return folder

    return write
