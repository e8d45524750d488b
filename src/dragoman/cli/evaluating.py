"""`dragoman eval`: how well dragoman reads, measured on public gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import console
from dragoman.errors import QueryError


def evaluate(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What to measure, as wanted, fakes or dates.")],
    data: Annotated[Path, typer.Option(metavar="DIR", help="A folder with the gold data.")] = Path("../shared"),
) -> int:
    """Measure one task on gold data and hold it against its floor."""
    from dragoman import evaluation

    tasks = evaluation.tasks()
    if task not in tasks:
        raise QueryError(f"eval {task}: no such task; use one of {', '.join(sorted(tasks))}")
    if not data.is_dir():
        raise QueryError(f"--data {data}: there is no such folder; name the one with the gold data")
    return tasks[task](data, console())
