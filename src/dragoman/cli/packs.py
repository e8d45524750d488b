"""`dragoman pack`: the packs of knowledge, listed, checked and added to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import console, say, table

app = typer.Typer(help="Packs: languages, theatres, and your own places and actors.", no_args_is_help=True)


@app.command("check")
def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER…", help="Packs to check (default: all that came along)."),
    ] = None,
) -> int:
    """Check packs; every problem is one line that begins with its file and line."""
    from dragoman import knowledge

    problems = [str(problem) for problem in knowledge.check(folders or ())]
    for problem in problems:
        say(problem)
    if not problems:
        say("no problems")
    return 1 if problems else 0


@app.command("add-places")
def add_places(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump: 19 columns, tabs between.")],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="The pack to make; use it with build --pack.")],
) -> None:
    """Make a pack of places from a GeoNames dump."""
    from dragoman import knowledge

    knowledge.add_places(file, out)
    say(f"{out}: use it with dragoman build --pack {out}")


@app.command("list")
def list_packs() -> None:
    """List the languages and theatres that came along."""
    from dragoman import knowledge

    console().print(table(("kind", "id", "name", "licence"), knowledge.packs()))
