"""The report onto the disk: complete or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from dragoman.errors import LedgerError


def save(text: str, path: Path) -> None:
    """Writes the text beside its place first and moves it there when it is complete.

    Raises LedgerError where the disk is full or the folder may not be written; then nothing has changed.
    """
    try:
        _save(text, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(
            f"{path}: the report cannot be written ({reason}); nothing was changed there: free some space or name"
            " another file, then try again"
        ) from error


def _save(text: str, path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(None, "it is a folder", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, so that the move is a rename and cannot fail for want of space.
    waiting = Path(tempfile.mkdtemp(prefix=".dragoman-", dir=path.parent))
    try:
        made = waiting / path.name
        made.write_text(text, encoding="utf-8", newline="")
        made.replace(path)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
