"""Listening: on this machine alone unless somebody says otherwise, at a port that is free."""

from __future__ import annotations

import errno
import ipaddress
import logging
import socket
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from dragoman.errors import InputError
from dragoman.server.app import application
from dragoman.server.settings import LOOPBACK_NAMES, Settings

FIRST_PORT = 8765
# As many ports are tried where none is named.
_TRIED = 20
_PATIENCE = 3

_REMOTE = (
    "--host {host}: others in the network could come in there. Whoever has the link could read the ledger and change "
    "it, and everything would travel unencrypted. If that is meant, add --allow-remote, and put a proxy with TLS "
    "before it"
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to be served; `port` None is the first that is free."""

    host: str = "127.0.0.1"
    port: int | None = None
    allow_remote: bool = False


def serve(
    ledger: Path, wishes: Wishes, settings: Callable[[int, frozenset[str]], Settings], ready: Callable[[str], None]
) -> None:
    """Serves the ledger until it is interrupted; `ready` gets the link as soon as it can be opened.

    `settings` makes the settings for the port and the names that were found. Raises InputError where the host or the
    port cannot be had, LedgerError where there is no ledger.
    """
    expect_loopback(wishes)
    with closing(listening(wishes.host, wishes.port)) as listener:
        port = listener.getsockname()[1]
        chosen = settings(port, names_of(wishes.host))
        server = _Server(application(ledger, chosen), lambda: ready(link(wishes.host, chosen)))
        with suppress(KeyboardInterrupt):
            server.run([listener])


class _Server(uvicorn.Server):
    """Says when it is ready, and lets go of long work before it ends."""

    def __init__(self, app: Starlette, ready: Callable[[], None]) -> None:
        super().__init__(_config(app))
        self._app = app
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, and says so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends; requests that are cut off by that are no news."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
        self._app.state.stop()
        await super().shutdown(sockets)


def expect_loopback(wishes: Wishes) -> None:
    """InputError where somebody else could reach the host, and nobody said that this is meant."""
    if not (wishes.allow_remote or is_loopback(wishes.host)):
        raise InputError(_REMOTE.format(host=wishes.host))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host: a name is looked at by what it stands for."""
    try:
        return all(ipaddress.ip_address(found).is_loopback for found in _addresses(host))
    except ValueError:  # an address with a zone
        return False


def listening(host: str, port: int | None) -> socket.socket:
    """A socket that listens there; InputError where that cannot be had."""
    ports: Iterable[int] = range(FIRST_PORT, FIRST_PORT + _TRIED) if port is None else (port,)
    address = _addresses(host)[0]
    for one in ports:
        try:
            return _bound(address, one)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise InputError(
                    f"{host}, port {one}: cannot be listened at ({error.strerror}); name another"
                ) from None
    raise InputError(f"{host}, port {', '.join(map(str, ports))}: taken by another program; choose one with --port")


def _bound(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen()
    except BaseException:
        made.close()
        raise
    return made


def _addresses(host: str) -> list[str]:
    """What a host name stands for, IPv4 first, so that `localhost` is what its link says."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(f"--host {host}: no address of this machine is known by this name") from None
    return sorted((str(one[4][0]) for one in found), key=lambda address: ":" in address)


def names_of(host: str) -> frozenset[str]:
    """The names under which a request may ask for a server at this host.

    A request may also name the very address at which it came in (access.py), so these need not list them all.
    """
    if is_loopback(host):
        return LOOPBACK_NAMES
    return LOOPBACK_NAMES | {name.lower() for name in (_in_link(host), socket.gethostname(), socket.getfqdn())}


def link(host: str, settings: Settings) -> str:
    """The start-up link, which lets in whoever opens it."""
    return f"http://{_in_link(host)}:{settings.port}/?token={settings.token}"


def _in_link(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host


def _config(app: Starlette) -> uvicorn.Config:
    """One protocol, no log of who asked for what, no word about what serves it."""
    return uvicorn.Config(
        app, http="h11", ws="none", lifespan="on", log_config=None, log_level="warning", access_log=False,
        server_header=False, proxy_headers=False, timeout_graceful_shutdown=_PATIENCE,
    )  # fmt: skip
