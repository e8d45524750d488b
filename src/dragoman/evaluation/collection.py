"""A collection of reports built into a ledger that lasts as long as the evaluations that ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.running import BuildOptions, build

_LEDGER = "eval.db"


@contextmanager
def built(inputs: Sequence[Path], options: BuildOptions | None = None) -> Iterator[Ledger]:
    """The ledger of these reports, built once in a process; raises InputError where one is missing."""
    for path in inputs:
        if not path.exists():
            raise InputError(f"{path}: not there; say where the data lies with --data")
    with Ledger.open(Path(_folder(tuple(inputs), options).name) / _LEDGER) as ledger:
        yield ledger


@cache
def _folder(inputs: tuple[Path, ...], options: BuildOptions | None) -> TemporaryDirectory[str]:
    """The folder with the ledger of these reports; it goes when the process ends."""
    folder = TemporaryDirectory(prefix="dragoman-eval-")
    build([str(path) for path in inputs], Path(folder.name) / _LEDGER, options=options)
    return folder
