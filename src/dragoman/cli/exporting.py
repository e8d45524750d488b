"""`dragoman export`: the ledger as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import say
from dragoman.exports import FORMATS
from dragoman.exports import export as write
from dragoman.ledger import Ledger


def export(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
    format: Annotated[str, typer.Option(help=f"One of {', '.join(sorted(FORMATS))}.")] = "jsonl",
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the files; made if needed.")] = Path(),
) -> None:
    """Write documents, claims, events, control, tolls, sources and what was left out as files.

    The same ledger gives the same bytes. All files are replaced together, or none of them.
    """
    with Ledger.open(ledger) as opened:
        for path in write(opened, format, out):
            say(str(path))
