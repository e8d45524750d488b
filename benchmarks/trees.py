"""Trees and names beside spaCy's `en_core_web_sm`, in one run on one core, over English sentences kept aside.

    python benchmarks/trees.py --data ../shared

The two programs take turns, so that a slow moment of the machine hits both. spaCy's relations are not those of
Universal Dependencies, so word classes, names and speed are compared. Timings are noisy: compare the ratios of one run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.analysis import model
from dragoman.evaluation import parses, treebank
from dragoman.evaluation.parses import Read
from dragoman.evaluation.treebank import Sentence
from dragoman.evaluation.trees import as_read, kept, placed

HERE = Path(__file__).parent
ENVIRONMENT, LOCK = HERE / ".venv-spacy", HERE / "spacy.lock"
RUNS = 3
OUT = Path("build/bench-trees.json")


@dataclass(frozen=True)
class Run:
    """One program over the sentences: seconds, most memory in MB, what it read."""

    seconds: float
    memory: float
    read: Sequence[Read]


def main() -> int:
    """Prints one table and writes build/bench-trees.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--own", nargs=2, type=Path, metavar=("DATA", "OUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.own:
        return _own(*given.own)
    console = Console(width=120, highlight=False)
    if not (given.data / "gold" / "trees").is_dir():
        console.print(f"SKIPPED: no gold at {given.data}")
        return 0
    _set_up()
    trees, names = sets(given.data)
    table = Table("program", "sentences/s", "of spaCy's", "UPOS", "names F1", "peak MB", title="English, one core")
    runs = {"dragoman": [], "spaCy en_core_web_sm": []}
    for _ in range(RUNS):
        for program, found in runs.items():
            found.append(_ours(given.data) if program == "dragoman" else _spacy([*trees, *names]))
    base = statistics.median(run.seconds for run in runs["spaCy en_core_web_sm"])
    figures = {}
    for program, found in runs.items():
        seconds = statistics.median(run.seconds for run in found)
        read = found[0].read
        upos = parses.trees([s.words for s in trees], read[: len(trees)])["upos"]
        f1 = parses.names([s.words for s in names], read[len(trees) :])["names_f1"]
        rate, memory = (len(trees) + len(names)) / seconds, max(run.memory for run in found)
        figures[program] = {"sentences_per_second": rate, "upos": upos, "names_f1": f1, "memory": memory}
        table.add_row(
            program, f"{rate:.0f}", f"{base / seconds:.2f}", f"{100 * upos:.1f}", f"{100 * f1:.1f}", f"{memory:.0f}"
        )
    console.print(table)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(figures, indent=1))
    return 0


def sets(data: Path) -> tuple[Sequence[Sentence], Sequence[Sentence]]:
    """The English sentences kept aside, with trees and with names."""
    trees = kept(tuple(treebank.trees(data / "gold" / "trees" / "en_ewt-ud-test.conllu", "en")), whole=False)
    return trees, kept(tuple(treebank.names(data / "gold" / "names" / "en_ewt-ud-dev.iob2", "en")), whole=False)


def _own(data: Path, out: Path) -> int:
    """dragoman in a process of its own, warm."""
    cut = [placed(sentence) for part in sets(data) for sentence in part]
    model().analyse(cut[:50], "en")
    begun = time.perf_counter()
    read = model().analyse(cut, "en")
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    columns = [as_read(found) for found in read]
    rows = [[one.upos, list(map(dict, one.features)), one.heads, one.relations, one.tags] for one in columns]
    out.write_text(json.dumps({"seconds": seconds, "memory": memory, "sentences": rows}), "utf-8")
    return 0


def _ours(data: Path) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        _run([sys.executable, __file__, "--own", str(data), str(out)])
        found = json.loads(out.read_text("utf-8"))
    return Run(found["seconds"], found["memory"], [Read(*row) for row in found["sentences"]])


def _spacy(sentences: Sequence[Sentence]) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "given.json", Path(folder) / "out.json"
        given.write_text(json.dumps([list(_spaced(sentence)) for sentence in sentences]), "utf-8")
        _run([str(ENVIRONMENT / "bin" / "python"), str(HERE / "peer_spacy.py"), str(given), str(out)])
        found = json.loads(out.read_text("utf-8"))
    read = [Read(*_columns(row)) for row in found["sentences"]]
    return Run(found["seconds"], found["memory"], read)


def _spaced(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """Each word and whether a space follows it."""
    after = [word.spaced for word in sentence.words[1:]] + [False]
    return zip((word.form for word in sentence.words), after, strict=True)


def _columns(row: Sequence[Sequence[str]]) -> tuple[list[str], list[dict[str, str]], list[int], list[str], list[str]]:
    return [upos for upos, _ in row], [{} for _ in row], [0 for _ in row], ["dep" for _ in row], [tag for _, tag in row]


def _run(command: Sequence[str]) -> None:
    one = {"OMP_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(command, check=True, env={**os.environ, **one})


def _set_up() -> None:
    ready = ENVIRONMENT / "ready"
    if ready.is_file() and ready.read_text() == LOCK.read_text():
        return
    _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    _run(
        [
            str(ENVIRONMENT / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--requirement",
            str(LOCK),
        ]
    )
    ready.write_text(LOCK.read_text())


if __name__ == "__main__":
    sys.exit(main())
