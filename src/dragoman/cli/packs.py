"""`dragoman pack`: the packs of knowledge, listed, checked and added to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import complain, console, say, table

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

    added = knowledge.add_places(file, out)
    for problem in added.problems:
        complain(str(problem))
    say(f"{out}: {added.places} places; use it with dragoman build --pack {out}")
    if added.skipped:
        say(f"{added.skipped} lines are of other things than places")


@app.command("list")
def list_packs() -> None:
    """List the languages and theatres that came along."""
    console().print(table(("kind", "id", "name", "licence"), _packs()))


def _packs() -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, name and licence of every pack that came along, in the order of kinds and ids."""
    for kind in ("languages", "theatres"):
        folders = (files("dragoman.knowledge") / kind).iterdir()
        for folder in sorted(folders, key=lambda folder: folder.name):
            if (folder / "pack.toml").is_file():
                head = tomllib.loads((folder / "pack.toml").read_text("utf-8"))["pack"]
                yield kind[:-1], head["id"], head["name"], head["licence"]
