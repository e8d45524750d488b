"""`dragoman eval muc4`: templates of political violence as MUC-4 (1992) defined and scored them.

The scorer is held against the official scores of the seventeen systems of 1992: `difference` is ours less theirs. Then
dragoman answers the same test and stands beside them, all by the same scorer: over all slots, and over those that a
ledger holds, for which there is no official figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.evaluation.muc4.counts import Counts
from dragoman.evaluation.muc4.parts import scored
from dragoman.evaluation.muc4.peers import Peer, peers
from dragoman.evaluation.muc4.reading import Filler, Template, read_templates
from dragoman.evaluation.muc4.scores import Scores, score
from dragoman.evaluation.muc4.slots import LEDGER, SLOTS
from dragoman.knowledge.knowledge import Knowledge, load

__all__ = ["Counts", "Filler", "Scores", "Template", "knowledge", "measure", "read_templates", "score", "table"]

THEATRE = "latin-america"


def measure(data: Path, console: Console) -> dict[str, float]:
    """How near the scorer comes (systems within one point, mean distance), and dragoman's F on `tst3` in percent.

    Prints a table of each. Raises InputError where the set is not there.
    """
    folder = folder_of(data)
    found = sorted(peers(folder), key=lambda peer: -peer.official.f1)
    console.print(_check(found))
    away = [100 * abs(peer.difference) for peer in found]
    near = sum(points <= 1 for points in away)
    mean = sum(away) / max(len(away), 1)
    console.print(f"{near} of {len(found)} systems within one point; {mean:.2f} points away on average")
    own = scored(folder, "tst3", knowledge())
    console.print(table("tst3", [("dragoman", own), *((peer.name, peer.ours) for peer in found)]))
    return {
        "systems": float(len(found)),
        "within_one_point": float(near),
        "mean_distance": mean,
        "all_f1": 100 * own.all_templates.f1,
        "ledger_f1": 100 * own.over(LEDGER).f1,
        **{f"{SLOTS[slot].row}_f1": 100 * own.by_slot[slot].f1 for slot in LEDGER},
    }


def folder_of(data: Path) -> Path:
    """The folder of MUC-4 within the gold; InputError where it is not there."""
    folder = data / "gold" / "claims" / "muc4"
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; it should hold MUC-4")
    return folder


def knowledge() -> Knowledge:
    """The packs that the reports are read with."""
    return load((THEATRE,))


def table(name: str, rows: Iterable[tuple[str, Scores]]) -> Table:
    """F in percent over all slots, over those of a ledger with recall and precision, and slot by slot."""
    shown = Table("", "all", "ledger", "R", "P", *(SLOTS[slot].row for slot in LEDGER), title=f"F on {name}")
    for row, scores in rows:
        held = scores.over(LEDGER)
        figures = (scores.all_templates.f1, held.f1, held.recall, held.precision)
        shown.add_row(row, *(f"{100 * one:.1f}" for one in (*figures, *(scores.by_slot[slot].f1 for slot in LEDGER))))
    return shown


def _check(found: Sequence[Peer]) -> Table:
    shown = Table("system", "published", "official", "ours", "difference", title="ALL TEMPLATES F on tst3")
    for peer in found:
        ours = peer.ours.all_templates
        cells = (f"{100 * peer.official.f1:.1f}", f"{100 * ours.f1:.1f}", f"{100 * peer.difference:+.1f}")
        shown.add_row(peer.name, f"{peer.published:.1f}", *cells)
    return shown
