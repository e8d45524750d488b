"""The program as a whole: its commands, its exit codes, and how it ends when something goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from dragoman import __version__
from dragoman.cli import building, checking, dating, evaluating, explaining, exporting, packs, questions
from dragoman.cli.screen import complain, safe
from dragoman.errors import DragomanError

FINE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

EPILOG = (
    "Exit codes: 0 all is well; 1 there are findings (check found problems, nothing could be read, an"
    " evaluation is below its floor); 2 wrong usage or input that cannot be used; 130 interrupted."
)

app = typer.Typer(
    name="dragoman",
    help="Reads what every side says about a conflict, in many languages, into a ledger of claims.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build", epilog=EPILOG)(building.build)
app.command("claims")(questions.claims)
app.command("events")(questions.events)
app.command("control")(questions.control)
app.command("tolls")(questions.tolls)
app.command("sources")(questions.sources)
app.command("explain")(explaining.explain)
app.command("export")(exporting.export)
app.command("dates")(dating.dates)
app.command("check", epilog=EPILOG)(checking.check)
app.command("eval", epilog=EPILOG)(evaluating.evaluate)
app.add_typer(packs.app, name="pack")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and end.")
    ] = False,
) -> None:
    """Reads what every side says about a conflict, in many languages, into a ledger of claims."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of the program for these arguments; every error ends as one line on standard error."""
    _forgive_terminals()
    try:
        code = int(app(list(arguments), prog_name="dragoman", standalone_mode=False) or FINE)
    except DragomanError as error:
        complain(str(error))
    except BrokenPipeError:
        return _nobody_reads()
    except (typer.Abort, KeyboardInterrupt):
        return _interrupted()
    except Exception as error:
        return _unexpected(error)
    else:
        # Typer takes an interruption for an ending of its own, without a word.
        return _interrupted() if code == INTERRUPTED else code
    return UNUSABLE


def _interrupted() -> int:
    complain("interrupted; what was read so far is kept, the same command goes on from there")
    return INTERRUPTED


def _forgive_terminals() -> None:
    """A terminal that lacks a letter shows its number instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _nobody_reads() -> int:
    """The reader of our output is gone (`| head`): end quietly, and let Python flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _unexpected(error: Exception) -> int:
    shown: Any = getattr(error, "show", None)
    if shown is not None:  # a usage error of the command line's own, which knows its usage line
        shown()
        return int(getattr(error, "exit_code", UNUSABLE))
    if os.environ.get("DRAGOMAN_DEBUG"):
        raise error
    words = safe(str(error)) or "no words"
    complain(f"{type(error).__name__}: {words}: this is a bug in dragoman; set DRAGOMAN_DEBUG=1 to see where")
    return UNUSABLE
