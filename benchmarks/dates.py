"""Dates side by side in one run: dragoman, HeidelTime and dateparser, on gold and on the five reports.

    python benchmarks/dates.py --data ../shared [--only aquaint] [--no-tagger]

Prints one table and writes build/bench-dates.json. Timings on a shared machine are noisy: compare the ratios of one
run. A peer that cannot be run here is left out, with a line that says why.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import peers
from peers import Batch, Marked, PeerError
from rich.console import Console
from rich.table import Table

from dragoman.dates import find
from dragoman.dates.timeml import TimemlDocument, Timex, timexes
from dragoman.evaluation import reports
from dragoman.evaluation.dates import SETS, parts_of
from dragoman.evaluation.timexes import Tally, tally
from dragoman.model import Published

OUT = Path("build/bench-dates.json")
SCORES = ("strict", "relaxed", "value")
# HeidelTime's own figures on TempEval-3's AQUAINT, with TreeTagger (EvaluationResults of its wiki, v1.8), in percent.
PUBLISHED = {"relaxed": 91.78, "value": 72.95}
# How far ours may be from them before a line says that they differ: the wheel holds a later version than v1.8.
NEAR = 1.0
RUNS = 5
WARM = 5
MONTHS = {"en": "January March May October", "de": "Januar März Mai Oktober", "hr": "siječnja svibnja lipnja listopada"}


@dataclass(frozen=True)
class Program:
    """A program, and whether its values, which are all to the minute, are read as coarse as the gold's."""

    mark: Callable[[Batch], Marked]
    to_the_minute: bool = False

    def marked(self, batch: Batch, gold: Sequence[Sequence[Timex]]) -> Marked:
        """What it marks in the texts of a batch, beside the gold of each."""
        marked = self.mark(batch)
        if not self.to_the_minute:
            return marked
        pairs = zip(marked.texts, gold, strict=True)
        return replace(marked, texts=[[_coarser(one, wanted) for one in found] for found, wanted in pairs])


def _coarser(one: Timex, gold: Sequence[Timex]) -> Timex:
    """As coarse as the gold's value on the same words, if it begins so; else the day."""
    same = (other.value for other in gold if other.start < one.end and one.start < other.end)
    return replace(one, value=next((value for value in same if value and one.value.startswith(value)), one.value[:10]))


@dataclass
class Result:
    """What one program reached: tallies by set and part, kB/s by set, and its count on the reports."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)
    speed: dict[str, float] = field(default_factory=dict)
    reports: reports.Count | None = None


def main() -> int:
    """Runs every program that is there over every set that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--only", choices=sorted(SETS), action="append", help="only this set (several: say it again)")
    parser.add_argument("--no-tagger", action="store_true", help="HeidelTime without TreeTagger")
    given = parser.parse_args()
    console = Console(width=140, highlight=False)
    sets = {name: list(SETS[name].documents(given.data)) for name in given.only or SETS}
    if not any(sets.values()):
        console.print(f"SKIPPED: no gold at {given.data}")
        return 0
    results = dict(_results(_programs(console, tagger=not given.no_tagger), sets, given.data, console))
    _print(results, console)
    _check_heideltime(results, console)
    own = {"cold_start": cold_start(console), "stress": stress(console)}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"programs": {name: _plain(one) for name, one in results.items()}, **own}, indent=1))
    console.print(f"written: {OUT}")
    return 0


def _programs(console: Console, *, tagger: bool) -> dict[str, Program]:
    """dragoman, and the peers that can be set up here."""
    programs: dict[str, Program] = {"dragoman": Program(dragoman)}
    try:
        peers.set_up()
    except PeerError as error:
        console.print(f"SKIPPED: HeidelTime and dateparser: {error}")
        return programs
    programs["HeidelTime"] = Program(partial(peers.heideltime, tagger=tagger))
    programs["dateparser"] = Program(peers.dateparser, to_the_minute=True)
    tagged = tagger and peers.tagger_runs()
    console.print(f"HeidelTime: {'with TreeTagger (en, de; none for hr)' if tagged else 'without a tagger'}")
    return programs


def dragoman(batch: Batch) -> Marked:
    """dragoman in this process, warm as the others are."""
    texts = [(text, Published(day, day, "day", "metadata") if day else None) for text, day in batch.texts]
    for text, published in texts[:WARM]:
        find(f"{text} ", batch.language, published)
    begun = time.perf_counter()
    found = [timexes(find(text, batch.language, published)) for text, published in texts]
    return Marked(found, time.perf_counter() - begun)


def _results(
    programs: Mapping[str, Program], sets: Mapping[str, list[tuple[Path, TimemlDocument]]], data: Path, console: Console
) -> Iterator[tuple[str, Result]]:
    for name, program in programs.items():
        result = Result()
        try:
            for gold, documents in sets.items():
                if documents:
                    console.print(f"[dim]{name}: {gold} …[/dim]")
                    _score(result, program, gold, [document for _, document in documents])
            result.reports = _on_reports(program, data)
        except PeerError as error:
            console.print(f"SKIPPED: {error}")
            continue
        yield name, result


def _score(result: Result, program: Program, gold: str, documents: Sequence[TimemlDocument]) -> None:
    texts = [(document.text, document.created) for document in documents]
    batch = Batch(SETS[gold].language, texts, SETS[gold].narrative)
    marked = program.marked(batch, [document.timexes for document in documents])
    pairs = zip(documents, marked.texts, strict=True)
    result.tallies[gold] = parts_of(tally(document.timexes, found) for document, found in pairs)
    result.speed[gold] = batch.size / marked.seconds


def _on_reports(program: Program, data: Path) -> reports.Count:
    def read(report: reports.Report) -> Sequence[Timex]:
        gold = [Timex(one.start, one.end, "", value) for one in report.times for value in one.values]
        return program.marked(Batch(report.language, [(report.text, report.published)]), [gold]).texts[0]

    return reports.total(data, read)


def cold_start(console: Console) -> dict[str, float]:
    """`dragoman dates` on a text of 1 kB in a fresh process, the median of some runs, in seconds."""
    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text("The army took the town on Friday, 28 October 2016, after two weeks of fighting.\n" * 13)
        command = [sys.executable, "-m", "dragoman.cli", "dates", str(path), "--published", "2016-11-12"]
        for name, more in (("language given", ["--language", "en"]), ("language told by the text", [])):
            times[name] = statistics.median(_seconds([*command, *more]) for _ in range(RUNS))
            console.print(f"cold start of `dragoman dates` on 1 kB, {name}: {times[name]:.2f} s (aim 0.30)")
    return times


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def stress(console: Console) -> dict[str, float]:
    """1 MB of digits, stops and month names, drawn by seed, in seconds of processor."""
    times: dict[str, float] = {}
    for language, months in MONTHS.items():
        pieces = ["1", "31", "2016", ".", " ", *months.split(), *(f"{month} " for month in months.split())]
        text = "".join(random.Random(7).choices(pieces, k=400_000))[:1_000_000]
        begun = time.process_time()
        find(text, language, None)
        times[language] = time.process_time() - begun
        console.print(f"1 MB of digits, stops and month names, {language}: {times[language]:.2f} s (aim under 2)")
    return times


def _print(results: Mapping[str, Result], console: Console) -> None:
    table = Table("set", "part", "program", *(f"{score} F1" for score in SCORES), "kB/s", "× HeidelTime")
    peer = results.get("HeidelTime")
    for gold in next(iter(results.values())).speed:
        for part in ("open", "kept", "all"):
            for name, result in results.items():
                found = result.tallies[gold][part]
                speed = result.speed[gold] if part == "all" else None
                ratio = speed / peer.speed[gold] if speed and peer else None
                numbers = (f"{100 * found.f1(score):.1f}" for score in SCORES)
                table.add_row(gold, part, name, *numbers, _number(speed), _number(ratio))
    console.print(table)
    counts = Table("the five reports", *reports.Count.__slots__)
    for name, result in results.items():
        if result.reports is not None:
            counts.add_row(name, *(str(getattr(result.reports, column)) for column in reports.Count.__slots__))
    console.print(counts)


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:,.1f}"


def _check_heideltime(results: Mapping[str, Result], console: Console) -> None:
    """Says how near this evaluation comes to what HeidelTime's authors published."""
    found = results["HeidelTime"].tallies.get("aquaint") if "HeidelTime" in results else None
    if found is None:
        return
    ours = {score: 100 * found["all"].f1(score) for score in PUBLISHED}
    words = ", ".join(f"{score} {ours[score]:.2f} (published {figure})" for score, figure in PUBLISHED.items())
    near = all(abs(ours[score] - figure) <= NEAR for score, figure in PUBLISHED.items())
    console.print(f"HeidelTime on AQUAINT: {words}: {'reproduced' if near else 'DIFFERS'}")


def _plain(result: Result) -> dict[str, Any]:
    plain = {name: {part: asdict(found) for part, found in parts.items()} for name, parts in result.tallies.items()}
    return {"tallies": plain, "kb_per_second": result.speed, "reports": asdict(result.reports or reports.Count())}


if __name__ == "__main__":
    sys.exit(main())
