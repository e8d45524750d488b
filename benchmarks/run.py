"""Speed and memory, each command a fresh process: `python benchmarks/run.py --data ../shared`.

Timings on a shared machine are noisy: compare the ratios of one run, not the seconds of two.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from dragoman.ledger import Ledger
from dragoman.reading import sentences

COLUMNS = ("text=article_content", "title=article_title", "outlet=source", "id=unit_id")
SIZES = (40, 160, 640)  # reports: 1×, 4×, 16×
RUNS = 5


@dataclass(frozen=True)
class Run:
    """One process: seconds on the wall, processor seconds, and the most memory it held, in MB."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    """Prints cold start, speed over FA-KES on one core, and growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    reports = parser.parse_args().data / "reports" / "fa-kes-2011-2016.csv"
    cold_start()
    if not reports.is_file():
        print(f"SKIPPED: {reports} is not there, so speed over FA-KES was not measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        growth(reports, Path(folder))
        speed(reports, Path(folder))
    return 0


def cold_start() -> None:
    """`dragoman --version`, the median of some runs."""
    runs = [process(["--version"]) for _ in range(RUNS)]
    print(f"cold start of --version: {statistics.median(run.wall for run in runs):.2f} s (aim 0.4)")


def speed(reports: Path, folder: Path) -> None:
    """Documents, sentences and kB a second over all of FA-KES, build and events included."""
    ledger = folder / "all.db"
    run = build(reports, ledger)
    with Ledger.open(ledger) as opened:
        documents = list(opened.documents())
    count = sum(len(sentences(document)) for document in documents)
    size = sum(len(document.text.encode()) for document in documents) / 1000
    print(
        f"one core, {len(documents)} documents: {len(documents) / run.wall:.0f} documents/s (aim 50), "
        f"{count / run.wall:.0f} sentences/s, {size / run.wall:.0f} kB/s; "
        f"{run.wall:.1f} s on the wall, {run.processor:.1f} s of processor; "
        f"peak memory {run.memory:.0f} MB (aim under 600)"
    )


def growth(reports: Path, folder: Path) -> None:
    """Processor time at 1×, 4× and 16× the reports, drawn by seed."""
    with reports.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    random.Random(7).shuffle(rows)
    times: list[float] = []
    for size in SIZES:
        path = folder / f"{size}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows[:size])
        times.append(build(path, folder / f"{size}.db").processor)
    base = times[0]
    for size, seconds in zip(SIZES, times, strict=True):
        times_more = size / SIZES[0]
        linear = seconds / base / times_more
        print(f"{times_more:3.0f}× ({size} reports): {seconds:6.1f} s of processor, {linear:.2f} of linear (aim 1.10)")


def build(reports: Path, ledger: Path) -> Run:
    """A build on one core."""
    columns = [part for column in COLUMNS for part in ("--column", column)]
    return process(["build", str(reports), "--output", str(ledger), "--workers", "1", "--quiet", *columns])


def process(arguments: list[str]) -> Run:
    """Runs the command line in a fresh process and waits for it."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dragoman.cli", *arguments]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return Run(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


if __name__ == "__main__":
    sys.exit(main())
