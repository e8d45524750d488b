"""A collection of reports built into a ledger that lasts as long as its evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.running import BuildOptions, build


@contextmanager
def built(inputs: Sequence[Path], options: BuildOptions | None = None) -> Iterator[Ledger]:
    """The ledger of these reports, removed afterwards; raises InputError where one is missing."""
    for path in inputs:
        if not path.exists():
            raise InputError(f"{path}: not there; say where the data lies with --data")
    with TemporaryDirectory(prefix="dragoman-eval-") as folder:
        path = Path(folder) / "eval.db"
        build([str(p) for p in inputs], path, options=options)
        with Ledger.open(path) as ledger:
            yield ledger
