"""`dragoman report`: a ledger as one file that anyone can open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.questions import one_of
from dragoman.cli.screen import say
from dragoman.ledger import Ledger


def report(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
    language: Annotated[str, typer.Option(metavar="CODE", help="The reader's language: de, en or hr.")] = "en",
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="Packs of your own, for names.")] = None,
) -> None:
    """Write everything that the ledger tells as one HTML file: figures, timeline, map, chronology, claims, sources.

    It opens from disk in any browser, prints, and makes no request. The same ledger gives the same bytes.
    """
    from dragoman.knowledge import load
    from dragoman.report import page, save

    one_of(language, "language", ("de", "en", "hr"))
    with Ledger.open(ledger) as opened:
        knowledge = load(tuple(json.loads(opened.meta().get("theatres", "[]"))), tuple(pack or ()))
        save(page(opened, knowledge, language), output)
    say(str(output))
