"""A side file tells of a report in plain text what the text does not: `report.toml` or `report.json` by
`report.txt`.

Its keys: `url`, `title`, `outlet`, `published`, `captured`, `language`.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from dragoman.model import LeftOut
from dragoman.reading.fields import as_text
from dragoman.reading.files import reason

KEYS = ("url", "title", "outlet", "published", "captured", "language")
SUFFIXES = (".toml", ".json")
_REPORTS = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")


def belongs_to_report(path: Path) -> bool:
    """Whether a file of JSON or TOML stands beside a report of the same name, so that it is no report
    itself."""
    return path.suffix.lower() in SUFFIXES and any(path.with_suffix(end).is_file() for end in _REPORTS)


def side_metadata(path: Path, name: str) -> tuple[dict[str, str], tuple[LeftOut, ...]]:
    """The metadata from the side files of a report; an unknown key or a broken file costs one line each."""
    metadata: dict[str, str] = {}
    notes: list[LeftOut] = []
    for suffix in SUFFIXES:
        side = path.with_suffix(suffix)
        if side.is_file() and side != path:
            values, said = _read(side, str(Path(name).with_suffix(suffix).as_posix()))
            metadata = values | metadata
            notes.extend(said)
    return metadata, tuple(notes)


def _read(side: Path, name: str) -> tuple[dict[str, str], list[LeftOut]]:
    try:
        table = _parsed(side.read_text("utf-8-sig"), side.suffix.lower())
    except OSError as error:
        return {}, [LeftOut(name, "unreadable", f"{name}: cannot be opened: {reason(error)}")]
    except (ValueError, RecursionError) as error:
        return {}, [LeftOut(name, "side_file", f"{name}: cannot be read: {error}; the report is read without it")]
    unknown = sorted(set(table) - set(KEYS))
    notes = [LeftOut(name, "unknown_key", f"{name}: unknown key `{key}`; use {', '.join(KEYS)}") for key in unknown]
    return {key: _value(table[key]) for key in KEYS if key in table}, notes


def _parsed(text: str, suffix: str) -> dict[str, Any]:
    table = tomllib.loads(text) if suffix == ".toml" else json.loads(text)
    if not isinstance(table, dict):
        raise ValueError("it must hold one object with keys")  # noqa: TRY004 - a mistake of the file, not of a type
    return table


def _value(value: Any) -> str:
    """TOML knows days and times of its own; they go on as they are written."""
    return value.isoformat() if hasattr(value, "isoformat") else as_text(value)
