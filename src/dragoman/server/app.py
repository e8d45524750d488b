"""The application: its addresses, what becomes of errors, and what starts and ends with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman import views
from dragoman.errors import DragomanError, QueryError
from dragoman.server import deciding, pages, progress
from dragoman.server.access import Guard
from dragoman.server.answers import failure
from dragoman.server.library import Library
from dragoman.server.runs import BusyError, Runs
from dragoman.server.settings import Settings
from dragoman.server.shell import shell
from dragoman.server.statics import files_of, static

# So many requests at once are worked at; the others wait their turn.
THREADS = 8

_HOME = '<p><a href="/">To the first page</a>'
_WORDS = {404: "There is no such page here.", 405: "This address does not take requests of this kind."}


def application(ledger_path: Path, settings: Settings) -> Starlette:
    """The review application for one ledger; its `state.stop` ends what takes long in it.

    Raises LedgerError where there is no ledger, InputError where the browser's part is not built.
    """
    library, runs = Library(ledger_path, settings.packs), Runs(ledger_path, settings.packs)
    with library.reading():
        files = files_of(settings.web)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        library.start()
        yield
        await anyio.to_thread.run_sync(runs.stop)

    app = Starlette(
        routes=[
            Route("/web/{name:path}", static(files)),
            *progress.routes(library, runs, settings),
            *deciding.routes(library, settings),
            *pages.routes(library, shell(files)),
        ],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={DragomanError: _mistake, HTTPException: _http},
        lifespan=lifespan,
    )
    app.state.stop = library.stop
    return app


def _mistake(request: Request, error: Exception) -> Response:
    """What a person can mend, in its own line."""
    return failure(request, _status(error), str(error))


def _status(error: Exception) -> int:
    if isinstance(error, views.NotFound):
        return 404
    if isinstance(error, BusyError):
        return 409
    return 400 if isinstance(error, QueryError) else 503


def _http(request: Request, error: Exception) -> Response:
    """An address that is not there, or a request that does not fit it."""
    assert isinstance(error, HTTPException)
    return failure(request, error.status_code, _WORDS.get(error.status_code, error.detail), "Not here", _HOME)
