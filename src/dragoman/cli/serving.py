"""`dragoman serve`: the ledger in the browser, for looking and for reviewing."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import complain, safe, say


def serve(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
    host: Annotated[str, typer.Option(metavar="NAME", help="Where to listen; this machine alone.")] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Which port (default: the first free from 8765 on).")
    ] = None,
    project: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The pack for new names (default: LEDGER's name with -pack).")
    ] = None,
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="The packs that it was built with.")] = None,
    user: Annotated[str, typer.Option(metavar="NAME", help="Who decides, where nobody says so.")] = "",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be decided or started.")] = False,
    allow_remote: Annotated[
        bool, typer.Option("--allow-remote", help="Needed where --host lets others of the network in.")
    ] = False,
    open: Annotated[bool, typer.Option("--open", help="Open the link in the browser at once.")] = False,
) -> None:
    """Show a ledger in the browser, and let people decide what claims and events are worth.

    Prints a link that lets in whoever opens it; Ctrl-C ends it. Nothing is sent anywhere: pages, maps and letters all
    come from this machine.
    """
    from dragoman.server.serving import Wishes
    from dragoman.server.serving import serve as run
    from dragoman.server.settings import Settings, project_of, web_folder

    def settings(found: int, names: frozenset[str]) -> Settings:
        return Settings(
            port=found, names=names, packs=tuple(pack or ()), user=user, read_only=read_only,
            project=project or project_of(ledger), web=web_folder(),
        )  # fmt: skip

    def ready(link: str) -> None:
        say(f"{ledger} in the browser: {link}")
        say("The link lets in whoever opens it; Ctrl-C ends the server.")
        if open:
            _open(link)

    _listen_to_errors()
    run(ledger, Wishes(host, port, allow_remote), settings, ready)


class _Safe(logging.Formatter):
    """What went wrong, line by line, with nothing in it that a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        """The message and where it came from."""
        return "\n".join(map(safe, f"dragoman: {super().format(record)}".splitlines()))


def _listen_to_errors() -> None:
    """Errors of the server's go to standard error; they tell a browser nothing of their insides."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)


def _open(link: str) -> None:
    import webbrowser

    if not webbrowser.open(link):
        complain("no browser could be opened; open the link above")
