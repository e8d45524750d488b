"""A sheet of verdicts in `evals/`: lines with tabs between their fields, under a header; lines with # are comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError


def rows(sheet: Path, header: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, each with the number of its line; InputError where the header is another."""
    with sheet.open(encoding="utf-8", newline="") as file:
        read = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [(number, row) for number, row in enumerate(read, start=1) if row and not row[0].startswith("#")]
    if not found or found[0][1] != list(header):
        raise InputError(f"{sheet}: the first line has to be {' '.join(header)}, with tabs")
    yield from found[1:]
