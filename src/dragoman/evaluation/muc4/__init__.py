"""`dragoman eval muc4`: templates of political violence as MUC-4 (1992) defined and scored them.

The scorer is held against the official scores of the seventeen systems of 1992: `difference` is ours less theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.evaluation.muc4.counts import Counts
from dragoman.evaluation.muc4.peers import Peer, peers
from dragoman.evaluation.muc4.reading import Filler, Template, read_templates
from dragoman.evaluation.muc4.scores import Scores, score

__all__ = ["Counts", "Filler", "Scores", "Template", "measure", "read_templates", "score"]


def measure(data: Path, console: Console) -> dict[str, float]:
    """How near the scorer comes: systems within one point, and the mean distance in points; prints a table."""
    folder = data / "gold" / "claims" / "muc4"
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; it should hold MUC-4")
    found = sorted(peers(folder), key=lambda peer: -peer.official.f1)
    console.print(_table(found))
    away = [100 * abs(peer.difference) for peer in found]
    near = sum(points <= 1 for points in away)
    mean = sum(away) / max(len(away), 1)
    console.print(f"{near} of {len(found)} systems within one point; {mean:.2f} points away on average")
    return {"systems": float(len(found)), "within_one_point": float(near), "mean_distance": mean}


def _table(found: Sequence[Peer]) -> Table:
    table = Table("system", "published", "official", "ours", "difference", title="ALL TEMPLATES F on tst3")
    for peer in found:
        ours = peer.ours.all_templates
        shown = (f"{100 * peer.official.f1:.1f}", f"{100 * ours.f1:.1f}", f"{100 * peer.difference:+.1f}")
        table.add_row(peer.name, f"{peer.published:.1f}", *shown)
    return table
