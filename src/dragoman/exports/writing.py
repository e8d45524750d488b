"""Files onto the disk: complete or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import LedgerError


def write(out: Path, files: Iterable[tuple[str, Iterable[str]]]) -> list[Path]:
    """The files of an export, all of them or none.

    Raises LedgerError where the disk is full or the folder may not be written; then nothing has changed.
    """
    with _plainly(out):
        return put(out, files)


def put(folder: Path, files: Iterable[tuple[str, Iterable[str]]]) -> list[Path]:
    """Writes all files beside their places first, and moves them there when the last one is complete.

    Raises OSError where that cannot be; then nothing has changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # In the same folder, so that the move is a rename and cannot fail for want of space.
    waiting = Path(tempfile.mkdtemp(prefix=".dragoman-", dir=folder))
    try:
        names = [_write_one(waiting / name, lines) for name, lines in files]
        return [(waiting / name).replace(folder / name) for name in names]
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _write_one(path: Path, lines: Iterable[str]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    return path.name


@contextmanager
def _plainly(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(
            f"{out}: the export cannot be written ({reason}); nothing was changed there: "
            "free some space or name another folder, then export again"
        ) from error
