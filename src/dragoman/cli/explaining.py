"""`dragoman explain`: why the ledger says what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import say
from dragoman.ledger import Ledger
from dragoman.views.explaining import explained


def explain(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="A claim (c_…), an event (e_…) or a document (d_…).")],
) -> None:
    """Say in plain sentences which words, rules, anchors and scores are behind a claim or an event."""
    with Ledger.open(ledger) as opened:
        for line in explained(opened, id):
            say(line)
