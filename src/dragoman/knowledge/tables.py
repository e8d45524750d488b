"""The TOML tables of the language packs, as they stand on disk."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("de", "en", "hr")


@cache
def language_table(code: str, name: str) -> dict[str, Any]:
    """The parsed table `name` (as "dates") of the language pack `code`; empty where the pack has none."""
    path = files("dragoman.knowledge") / "languages" / code / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
