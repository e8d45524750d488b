"""dragoman reads what every side says about a conflict into a ledger of claims.

    import dragoman

    for report in dragoman.read(["reports/"]):            # documents, and what was left out
        ...
    dragoman.build(["reports/"], "reports.db", workers=4)
    with dragoman.open_ledger("reports.db") as ledger:
        for event in ledger.events():
            ...

Everything is imported when it is first asked for, so that `import dragoman` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.ledger import Ledger
    from dragoman.reading import read
    from dragoman.running import BuildOptions, build

__all__ = ["BuildOptions", "Ledger", "__version__", "build", "claims_of", "open_ledger", "read"]

_HOME = {
    "BuildOptions": "dragoman.running",
    "Ledger": "dragoman.ledger",
    "build": "dragoman.running",
    "read": "dragoman.reading",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)


def open_ledger(path: str | Path) -> Ledger:
    """The ledger at this path, for reading; a context manager. Raises LedgerError where it is none."""
    from dragoman.ledger import Ledger

    return Ledger.open(path)


def claims_of(document: Any, theatres: tuple[str, ...] = ("syria",)) -> Any:
    """The claims of one document that `read` gave, dated by its own evidence."""
    from dragoman.running import BuildOptions
    from dragoman.running.real import real_steps

    steps = real_steps(BuildOptions(theatres=theatres))
    sentences = steps.sentences(document)
    return steps.claims(steps.dated(document, sentences), sentences)
