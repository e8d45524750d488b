"""How things stand: what runs, whether the events follow from all claims, and what was decided since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.ledger import Ledger
from dragoman.running import running
from dragoman.server.answers import json_answer
from dragoman.server.library import Library
from dragoman.server.runs import BusyError, Runs
from dragoman.server.settings import Settings
from dragoman.views.reviews import Reviews


def routes(library: Library, runs: Runs, settings: Settings) -> Iterator[Route]:
    """The addresses at which a run is started and looked at."""

    def told(status: int) -> Response:
        with library.reading() as ledger:
            return json_answer(_standing(ledger, runs, settings), status)

    def relate(_: Request) -> Response:
        with library.reading() as ledger:
            busy = running(ledger)
        if busy is not None:
            raise BusyError(f"process {busy['by']} is building this ledger; wait until it ends")
        runs.start()
        return told(202)

    yield Route("/progress.json", lambda _: told(200))
    yield Route("/relate", relate, methods=["POST"])


def _standing(ledger: Ledger, runs: Runs, settings: Settings) -> dict[str, Any]:
    """`running` is what a build says of itself, or what we know of a run that has not said anything yet."""
    process = runs.running
    begun = {"step": "relate", "done": 0, "total": None, "by": process} if process is not None else None
    return {
        "running": running(ledger) or begun,
        "failed": runs.failed,
        "complete": ledger.complete,
        "pending": Reviews(ledger).pending(ledger),
        "read_only": settings.read_only,
        "user": settings.user,
    }
