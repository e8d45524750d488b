"""From the inputs of a command line to files: folders with all that is below them, patterns, single files."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.model import LeftOut


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the name by which the ledger knows it (relative to the input that led to it)."""

    path: Path
    name: str


def find(inputs: Iterable[str]) -> Iterator[Found | LeftOut]:
    """All files of the inputs, sorted within each; what cannot be entered is said."""
    for given in inputs:
        yield from _find(given)


def _find(given: str) -> Iterator[Found | LeftOut]:
    path = Path(given)
    if path.is_dir():
        yield from _walk(path, "", frozenset())
    elif os.path.lexists(path):
        yield _file(path, path.name)
    elif glob.has_magic(given):
        yield from _matches(given)
    else:
        yield LeftOut(given, "missing", f"{given}: no such file or folder")


def _matches(pattern: str) -> Iterator[Found | LeftOut]:
    root = _fixed_part(pattern)
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    files = [Path(match) for match in matches if not Path(match).is_dir()]
    if not files:
        yield LeftOut(pattern, "missing", f"{pattern}: no file matches")
    for path in files:
        yield _file(path, path.relative_to(root).as_posix())


def _fixed_part(pattern: str) -> Path:
    parts = []
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts)


def _walk(folder: Path, name: str, above: frozenset[tuple[int, int]]) -> Iterator[Found | LeftOut]:
    """A folder's files and then those below, by name; `above` are the folders that a link must not lead
    back to."""
    try:
        status = folder.stat()
        entries = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        yield LeftOut(name or str(folder), "unreadable", f"{name or folder}: cannot be opened: {reason(error)}")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield LeftOut(name, "link_loop", f"{name}: a link back to a folder that holds it; not followed")
        return
    for entry in entries:
        yield from _enter(folder / entry, f"{name}/{entry}" if name else entry, above | {here})


def _enter(path: Path, name: str, above: frozenset[tuple[int, int]]) -> Iterator[Found | LeftOut]:
    if path.name.startswith("."):
        yield LeftOut(name, "hidden", f"{name}: hidden (its name begins with a dot); not read")
    elif path.is_dir():
        yield from _walk(path, name, above)
    else:
        yield _file(path, name)


def _file(path: Path, name: str) -> Found | LeftOut:
    """The file, unless it is a pipe or a device (reading one would wait forever) or a link to nothing."""
    try:
        path.stat()
    except OSError as error:
        return LeftOut(name, "missing", f"{name}: cannot be opened: {reason(error)}")
    if not path.is_file():
        return LeftOut(name, "not_a_file", f"{name}: neither a file nor a folder; not read")
    return Found(path, name)


def reason(error: OSError) -> str:
    """The system's words for an error, without numbers and paths."""
    return (error.strerror or type(error).__name__).lower()
