"""`dragoman check`: the proof that a ledger holds together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import complain, say
from dragoman.ledger import Ledger
from dragoman.ledger import check as problems_of


def check(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
) -> int:
    """Prove every span, hash, id, value and reference of a ledger; one line for each that does not hold."""
    with Ledger.open(ledger) as opened:
        problems = problems_of(opened)
        if not opened.complete:
            complain(f"{ledger}: its build did not come to its end; run the same build again")
    for problem in problems:
        say(problem)
    if not problems:
        say(f"{ledger}: every span, hash, id and reference holds")
    return 1 if problems else 0
