"""The ledger for the pages: a connection for each request, and what all of them share."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman import views
from dragoman.errors import LedgerError
from dragoman.knowledge import Knowledge, load
from dragoman.ledger import Ledger

_LOG = logging.getLogger("dragoman.server")


class Library:
    """Opens one ledger for requests in many threads.

    The packs are loaded and the ledger is indexed once, beside the first requests. A connection is made for every
    request, because opening takes a millisecond and SQLite's connections belong to one thread.
    """

    def __init__(self, path: Path, packs: Sequence[str]) -> None:
        self.path = path
        self.packs = tuple(packs)
        self._shelf: Future[views.Shelf] = Future()
        self._ending = threading.Event()

    def start(self) -> None:
        """Begins to load and to index; who needs it waits."""
        threading.Thread(target=self._prepare, name="library", daemon=True).start()

    def stop(self) -> None:
        """Lets go of all who wait or work long: the server ends."""
        self._ending.set()
        with suppress(InvalidStateError):
            self._shelf.set_exception(_ended())

    def expect_open(self) -> None:
        """LedgerError where the server is ending, for work that takes longer than a person waits for that."""
        if self._ending.is_set():
            raise _ended()

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger as it is at one moment, whatever is written meanwhile."""
        with Ledger.open(self.path) as ledger:
            ledger.connection.execute("BEGIN")
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger for a decision; one that is gone is not made anew."""
        if not self.path.is_file():
            raise LedgerError(f"{self.path}: the ledger is gone; put it back, then try again")
        with Ledger.create(self.path) as ledger:
            yield ledger

    @property
    def knowledge(self) -> Knowledge:
        """The packs; waits until they are loaded."""
        return self._shelf.result().knowledge

    @contextmanager
    def catalogue(self, language: str) -> Iterator[views.Catalogue]:
        """What there is to show, in the reader's language."""
        with self.reading() as ledger:
            yield views.Catalogue(ledger, self.knowledge, self._shelf.result(), language)

    def _prepare(self) -> None:
        try:
            with self.reading() as ledger:
                shelf = views.Shelf(self._loaded(ledger))
                shelf.index(ledger)
            with suppress(InvalidStateError):
                self._shelf.set_result(shelf)
        except Exception as error:
            _LOG.error("%s", error)
            with suppress(InvalidStateError):
                self._shelf.set_exception(error)

    def _loaded(self, ledger: Ledger) -> Knowledge:
        theatres = json.loads(ledger.meta().get("theatres", "[]"))
        return load(tuple(theatres), tuple(map(Path, self.packs)))


def _ended() -> LedgerError:
    return LedgerError("the server has been ended; start it again: dragoman serve")
