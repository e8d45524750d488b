"""`dragoman eval muc4parts`: dragoman on the parts of MUC-4 to learn from (of `dev` every tenth report)."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from dragoman.evaluation.muc4 import folder_of, knowledge, table
from dragoman.evaluation.muc4.parts import PARTS, scored
from dragoman.evaluation.muc4.slots import LEDGER


def measure(data: Path, console: Console) -> dict[str, float]:
    """F over all slots and over those that a ledger holds, in percent, by part; prints a table."""
    folder, known = folder_of(data), knowledge()
    found = {name: scored(folder, name, known) for name in PARTS if name != "tst3"}
    console.print(table("the parts to learn from", found.items()))
    return {
        f"{name}_{view}": 100 * counts.f1
        for name, scores in found.items()
        for view, counts in (("all_f1", scores.all_templates), ("ledger_f1", scores.over(LEDGER)))
    }
