"""How far a build is: told to whoever started it, and left in the ledger for those who look at it meanwhile."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger

# The name under which a ledger says how far a build is.
PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: `step` is find, read, date or relate; `done` of `total` reports (None: unknown)."""

    step: str
    done: int
    total: int | None
    characters: int = 0


Report = Callable[[Progress], None]


def nobody_looks(_: Progress) -> None:
    """The report of a build that nobody watches."""


class Board:
    """Passes each piece of news on and leaves it in the ledger, with the number of the process that it comes from."""

    def __init__(self, ledger: Ledger, report: Report) -> None:
        self._ledger = ledger
        self._report = report

    def show(self, news: Progress) -> None:
        """Tells the starter, then everybody who has the ledger open."""
        self._report(news)
        told = {"step": news.step, "done": news.done, "total": news.total, "by": os.getpid()}
        self._ledger.set_meta({PROGRESS: json.dumps(told)})

    def __enter__(self) -> Board:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Takes the news down: the build is over, well or badly."""
        with suppress(LedgerError):  # a full disk has been told of already
            self._ledger.set_meta({PROGRESS: "null"})


def running(ledger: Ledger) -> dict[str, int | str | None] | None:
    """What a build that is running now says of itself: {step, done, total, by}; None where none is.

    A build that was killed leaves its news behind; its process is asked for. Only builds of this machine are seen.
    """
    found: dict[str, int | str | None] | None = json.loads(ledger.meta().get(PROGRESS, "null"))
    return found if found is not None and _lives(int(found["by"] or 0)) else None


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True
