"""The ledger as files for other programs: one small module for each format.

A format is a function from a ledger to its files, `(name, lines)` pairs; `writing.py` puts them on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from dragoman.errors import QueryError
from dragoman.exports import jsonl, spreadsheet
from dragoman.exports.writing import write
from dragoman.ledger import Ledger

Files = Iterator[tuple[str, Iterable[str]]]

FORMATS: Mapping[str, Callable[[Ledger], Files]] = {"jsonl": jsonl.files, "csv": spreadsheet.files}

__all__ = ["FORMATS", "export"]


def export(ledger: Ledger, format: str, out: str | Path) -> list[Path]:
    """Writes the ledger in this format into the folder; all files appear complete or none does."""
    if format not in FORMATS:
        raise QueryError(f"--format {format}: not known; use one of {', '.join(sorted(FORMATS))}")
    return write(Path(out), FORMATS[format](ledger))
