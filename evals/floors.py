"""Holds every evaluation to its floors: `python evals/floors.py --data ../shared`; exit 1 below one."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

from rich.console import Console

from dragoman.evaluation import measure

# Evaluations of one collection, the longest first.
TOGETHER = (("fakes", "same"), ("wanted", "story"))
FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    """Runs the evaluations whose data is there and compares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    data = parser.parse_args().data
    console = Console()
    if not data.is_dir():
        console.print(f"SKIPPED: no gold at {data}, so no floor was checked")
        return 0
    floors = _floors()
    failures = []
    with ProcessPoolExecutor(min(len(floors), os.cpu_count() or 1)) as pool:
        for found in pool.map(_measured, _groups(floors), repeat(data)):
            for task, scores, shown in found:
                sys.stdout.write(shown)
                failures += _below(task, floors[task], scores)
    for line in failures:
        console.print(f"BELOW ITS FLOOR: {line}")
    return 1 if failures else 0


def _floors() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FLOORS.read_text("utf-8"))


def _groups(tasks: Iterable[str]) -> list[tuple[str, ...]]:
    """The evaluations by process: those of one collection build it once."""
    alone = [(task,) for task in tasks if not any(task in group for group in TOGETHER)]
    return [*TOGETHER, *alone]


def _measured(tasks: tuple[str, ...], data: Path) -> list[tuple[str, dict[str, float], str]]:
    """For each of some evaluations its name, its scores and what it printed."""
    found = []
    for task in tasks:
        shown = io.StringIO()
        found.append((task, measure(task, data, Console(file=shown, width=120)), shown.getvalue()))
    return found


def _below(task: str, floors: dict[str, Any], scores: Mapping[str, float]) -> list[str]:
    most: dict[str, float] = floors.pop("most", {})
    low = [
        f"{task}.{name} is {scores[name]:.3f}, floor {floor}" for name, floor in floors.items() if scores[name] < floor
    ]
    high = [
        f"{task}.{name} is {scores[name]:.3f}, at most {limit}" for name, limit in most.items() if scores[name] > limit
    ]
    return low + high


if __name__ == "__main__":
    sys.exit(main())
