"""The program as a whole: its commands, its exit codes, and how it ends when something goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from dragoman import __version__
from dragoman.cli.screen import complain, safe
from dragoman.errors import DragomanError

FINE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

EPILOG = (
    "Exit codes: 0 all is well; 1 there are findings (check found problems, nothing could be read, an"
    " evaluation is below its floor); 2 wrong usage or input that cannot be used; 130 interrupted."
)

# Every command's module, function and whether its exit codes belong to its help, in the order of the help.
COMMANDS = {
    "build": ("building", "build", True),
    "claims": ("questions", "claims", False),
    "events": ("questions", "events", False),
    "control": ("questions", "control", False),
    "tolls": ("questions", "tolls", False),
    "sources": ("questions", "sources", False),
    "chronology": ("chronicling", "chronology", False),
    "report": ("reporting", "report", False),
    "explain": ("explaining", "explain", False),
    "judge": ("judging", "decide", False),
    "relate": ("judging", "relate", False),
    "serve": ("serving", "serve", False),
    "export": ("exporting", "export", False),
    "dates": ("dating", "dates", False),
    "check": ("checking", "check", True),
    "eval": ("evaluating", "evaluate", True),
    "pack": ("packs", "app", False),
}


class _Commands(TyperGroup):
    """Imports a command when it is called, so that a small one starts at once."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All of them, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name; None where there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _loaded(cmd_name)
        return super().get_command(ctx, cmd_name)


def _loaded(name: str) -> Any:
    """A command as its module has it, taken out of a program that has no other."""
    module, what, codes = COMMANDS[name]
    found = getattr(import_module(f"dragoman.cli.{module}"), what)
    program = typer.Typer(callback=_program, add_completion=False, rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        program.add_typer(found, name=name)
    else:
        program.command(name, epilog=EPILOG if codes else None)(found)
    group: Any = get_command(program)
    return group.commands[name]


app = typer.Typer(
    name="dragoman",
    cls=_Commands,
    help="Reads what every side says about a conflict, in many languages, into a ledger of claims.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
