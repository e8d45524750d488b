"""Holds every evaluation to its floors: `python evals/floors.py --data ../shared`; exit 1 below one."""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Any

from rich.console import Console

from dragoman.evaluation import measure

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
    failures = [line for task, floors in _floors().items() for line in _below(task, floors, data, console)]
    for line in failures:
        console.print(f"BELOW ITS FLOOR: {line}")
    return 1 if failures else 0


def _floors() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FLOORS.read_text("utf-8"))


def _below(task: str, floors: dict[str, Any], data: Path, console: Console) -> list[str]:
    scores = measure(task, data, console)
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
