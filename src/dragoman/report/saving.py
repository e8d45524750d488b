"""The report onto the disk: complete or not at all."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import LedgerError
from dragoman.exports.writing import put


def save(text: str, path: Path) -> None:
    """Puts the report in the place of what stood there.

    Raises LedgerError where the disk is full or the folder may not be written; then nothing has changed.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder", str(path))
        put(path.parent, [(path.name, [text])])
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(
            f"{path}: the report cannot be written ({reason}); nothing was changed there: free some space or name"
            " another file, then try again"
        ) from error
