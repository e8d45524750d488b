"""Quality on gold that lies beside the project: each task reads `--data`, builds, compares and prints a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

TASKS = (
    "attribution",
    "dates",
    "fakes",
    "happenings",
    "judged",
    "muc4",
    "muc4parts",
    "same",
    "story",
    "tolls",
    "trees",
    "types",
    "wanted",
)


def tasks() -> Mapping[str, Callable[[Path, Console], int]]:
    """The evaluations by name, as the command line runs them: each prints its table and returns 0."""
    return {name: _printed(name) for name in TASKS}


def measure(name: str, data: Path, console: Console) -> dict[str, float]:
    """The scores of one evaluation, for the floors."""
    scores: dict[str, float] = import_module(f"dragoman.evaluation.{name}").measure(data, console)
    return scores


def _printed(name: str) -> Callable[[Path, Console], int]:
    def run(data: Path, console: Console) -> int:
        measure(name, data, console)
        return 0

    return run
