"""Who may come in: the token, the names we answer under, and what a page of somebody else's may not do.

Every request passes here before anything looks at it, and every answer on its way out, errors too.
"""

from __future__ import annotations

import ipaddress
import logging
import re
import secrets
from collections.abc import MutableMapping
from html import escape
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.server.answers import failure
from dragoman.server.settings import Settings

TOKEN = "token"
_SAFE_METHODS = ("GET", "HEAD")
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^\[\]:/@\s]+)(:\d{1,5})?")
_LOG = logging.getLogger("dragoman.server")

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_NO_DEVICES = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{device}=()" for device in _NO_DEVICES),
}

_WRONG_NAME = (
    "dragoman does not answer under this name. Open the link that `dragoman serve` printed when it started: a page "
    "elsewhere that leads its own name to this machine must not read what is here."
)
_FOREIGN = "This request came from a page of another site, which may neither read nor change what is here."
_WHO = (
    "This browser has not been let in yet. Open the link with ?token=… that `dragoman serve` printed when it started."
)
_AGAIN = '<p>Was it let in before, and did a link elsewhere lead here? Then <a href="{here}">open this page again</a>.'
_NO_WRITING = "This server only shows the ledger (--read-only): nothing can be decided or started here."
_NO_JSON = "Send JSON: the header Content-Type must say application/json."
_BUG = "Something went wrong in dragoman itself; the window in which `dragoman serve` runs shows where."


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses a request, or lets it through; the lifespan of the application is none."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _Sealed(send))
        else:  # nothing here speaks over web sockets
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: _Sealed) -> None:
        request = Request(scope)
        refusal = self._refusal(request)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception:
            _LOG.exception("while answering %.200s", ascii(request.url.path))
            if not send.begun:
                await failure(request, 500, _BUG)(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        """The answer to who may not come in (or has just been let in); None for all others."""
        if not _is_called(request, self.settings.names):
            return failure(request, 421, _WRONG_NAME, "Not under this name")
        if _is_foreign(request):
            return failure(request, 403, _FOREIGN, "Not from another site")
        if self._brings_token(request):
            return self._let_in(request)
        by_header = self._is_token(_bearer(request))
        if not by_header and not self._is_token(request.cookies.get(self.settings.cookie, "")):
            return failure(request, 403, _WHO, "Not let in", _AGAIN.format(here=escape(_address(request))))
        return None if request.method in _SAFE_METHODS else self._no_change(request, by_header)

    def _no_change(self, request: Request, by_header: bool) -> Response | None:
        if self.settings.read_only:
            return failure(request, 403, _NO_WRITING)
        if not _is_own(request, by_header):
            return failure(request, 403, _FOREIGN)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        return None if kind == "application/json" else failure(request, 415, _NO_JSON)

    def _brings_token(self, request: Request) -> bool:
        return request.method == "GET" and self._is_token(request.query_params.get(TOKEN, ""))

    def _let_in(self, request: Request) -> Response:
        """A cookie, and the same address without the token, so that no history and no screen shows it."""
        answer = RedirectResponse(_address(request), 303, {"Cache-Control": "no-store"})
        answer.set_cookie(self.settings.cookie, self.settings.token, path="/", httponly=True, samesite="strict")
        return answer

    def _is_token(self, given: str) -> bool:
        """Compared in a time that does not depend on how much of it is right."""
        return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), self.settings.token.encode())


class _Sealed:
    """Sends on, with the protective headers on every answer; knows whether one has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


def _is_called(request: Request, names: frozenset[str]) -> bool:
    """Whether the request asks for us by a name of ours, or by the very address at which it came in.

    The port is left open, so that a tunnel may have another one; an address cannot be led elsewhere by DNS.
    """
    given = request.headers.getlist("host")
    found = _HOST.fullmatch(given[0].lower()) if len(given) == 1 else None
    return found is not None and (found["name"] in names or found["name"] == _own_address(request))


def _own_address(request: Request) -> str | None:
    """The address of ours at which the connection came in, as a Host header writes it."""
    try:
        address = ipaddress.ip_address((request.scope.get("server") or ("",))[0])
    except ValueError:
        return None
    return f"[{address}]" if address.version == 6 else str(address)


def _is_foreign(request: Request) -> bool:
    """Whether a browser says that a page of another origin asks, other than by leading the person here."""
    site = request.headers.get("sec-fetch-site", "none")
    mode, goal = request.headers.get("sec-fetch-mode"), request.headers.get("sec-fetch-dest")
    leads_here = request.method in _SAFE_METHODS and (mode, goal) == ("navigate", "document")
    return site not in ("same-origin", "none") and not leads_here


def _is_own(request: Request, by_header: bool) -> bool:
    """Whether a change is asked for by a page of ours, or by a program that shows the token itself.

    A browser behind a proxy calls us by another name than we know, but still says that the page is its own.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site == "same-origin"
    return by_header if origin is None else origin == f"http://{request.headers['host']}"


def _bearer(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _address(request: Request) -> str:
    """The request's own path and query without the token; it begins with one slash, so it stays on this host."""
    path = quote("/" + request.scope["path"].lstrip("/"), errors="replace")
    asked = parse_qsl(request.url.query, keep_blank_values=True)
    kept = urlencode([(name, value) for name, value in asked if name != TOKEN])
    return f"{path}?{kept}" if kept else path
