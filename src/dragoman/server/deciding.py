"""What people decide, sent by a browser: decisions, undoing, and names for the project's pack."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman import review
from dragoman.errors import QueryError
from dragoman.ledger import Judgement, Ledger
from dragoman.ledger.connection import transaction
from dragoman.review.kinds import ENTERED, MERGE, NAME, PAIR
from dragoman.server import bodies
from dragoman.server.answers import json_answer
from dragoman.server.library import Library
from dragoman.server.settings import Settings

Body = dict[str, Any]

_PERSON = frozenset({"user", "reason", "seen"})
_DECISION = _PERSON | {"kind", "subject", "object", "verdict", "value"}
_ENTRY = _PERSON | {"role", "name", "language", "id", "kind", "side", "lat", "lon", "within"}


def routes(library: Library, settings: Settings) -> Iterator[Route]:
    """The addresses at which something is decided."""
    desk = _Desk(library, settings)
    yield _post("/decisions", lambda _, body: desk.decide(body))
    yield _post("/decisions/{number:int}/undo", lambda request, body: desk.undo(request.path_params["number"], body))
    yield _post("/names", lambda _, body: desk.name(body))


def _post(path: str, act: Callable[[Request, Body], Response]) -> Route:
    """The body is read as it comes in, what is done with it happens in a thread that may wait for the disk."""

    async def answer(request: Request) -> Response:
        return await run_in_threadpool(act, request, await bodies.body(request))

    return Route(path, answer, methods=["POST"])


class _Desk:
    """Writes what was decided into the ledger, each decision as a row of its own."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self._library = library
        self._settings = settings

    def decide(self, body: Body) -> Response:
        """Adds a decision; 409 with the others' where somebody decided on the same meanwhile."""
        bodies.expect_fields(body, _DECISION)
        decision = review.Decision(
            kind=bodies.text(body, "kind"),
            subject=bodies.text(body, "subject"),
            verdict=bodies.text(body, "verdict"),
            user=self._user(body),
            time=_now(),
            reason=_reason(body),
            object=bodies.optional_text(body, "object"),
            value=body.get("value"),
            seen=bodies.optional_number(body, "seen"),
        )
        with self._library.writing() as ledger:
            return _told(ledger, lambda: review.decide(ledger, decision))

    def undo(self, number: int, body: Body) -> Response:
        """Takes a decision back, by another row."""
        bodies.expect_fields(body, _PERSON)
        user, reason, seen = self._user(body), _reason(body), bodies.optional_number(body, "seen")
        with self._library.writing() as ledger:
            made = lambda: review.undo(ledger, number, user=user, time=_now(), reason=reason, seen=seen)  # noqa: E731
            return _told(ledger, made)

    def name(self, body: Body) -> Response:
        """Writes a name into the project's pack, and down in the ledger who did so.

        The ledger's lock is held meanwhile, so that of two people who write at once neither loses a name.
        """
        bodies.expect_fields(body, _ENTRY)
        user, reason = self._user(body), _reason(body)
        new = _new_name(body)
        with self._library.writing() as ledger:
            with transaction(ledger.connection):
                written = review.add_entry(self._settings.project, new, self._library.knowledge)
            entered = review.Decision(
                NAME, new.name, ENTERED, user, _now(), reason, object=new.role, value=dict(written.entry)
            )
            review.decide(ledger, entered)
        told = {"file": str(written.file), "entry": dict(written.entry), "command": self._command()}
        return json_answer(told, 201)

    def _command(self) -> str:
        """What makes the names count: the build again, with the project's pack."""
        packs = dict.fromkeys((str(self._settings.project), *self._settings.packs))
        options = " ".join(f"--pack {shlex.quote(pack)}" for pack in packs)
        return f"dragoman build REPORTS… -o {shlex.quote(str(self._library.path))} {options} --rebuild"

    def _user(self, body: Body) -> str:
        return bodies.text(body, "user", self._settings.user or None)


def _told(ledger: Ledger, made: Callable[[], Judgement]) -> Response:
    """The decision that was made, and the history of the record that it is about."""
    try:
        one = made()
    except review.ConflictError as conflict:
        (last, *_) = reversed(conflict.judgements)
        return json_answer({"error": str(conflict), "judgements": _history(ledger, last)}, 409)
    found = _history(ledger, one)
    return json_answer({"judgement": next(row for row in found if row["id"] == one.id), "judgements": found}, 201)


def _history(ledger: Ledger, one: Judgement) -> list[dict[str, Any]]:
    """The judgements on what this one is about; of some kinds the object is a record as well."""
    records = [one.subject, one.object] if one.kind in (PAIR, MERGE) else [one.subject]
    return list(review.history(ledger, *filter(None, records)))


def _new_name(body: Mapping[str, Any]) -> review.NewName:
    lat, lon = (_degrees(body, name) for name in ("lat", "lon"))
    words = {name: bodies.optional_text(body, name) for name in ("id", "kind", "side", "within")}
    role, name, language = (bodies.text(body, field) for field in ("role", "name", "language"))
    return review.NewName(role, name, language, lat=lat, lon=lon, **words)


def _degrees(body: Mapping[str, Any], name: str) -> float | None:
    found = body.get(name)
    if found is not None and (isinstance(found, bool) or not isinstance(found, int | float)):
        raise QueryError(f"{name}: degrees are expected, as 36.2")
    return None if found is None else float(found)


def _reason(body: Mapping[str, Any]) -> str:
    return bodies.text(body, "reason", "") if body.get("reason") else ""


def _now() -> datetime:
    return datetime.now(UTC)
