"""`eval story`: whether the events of five real reports on Aleppo say what careful reading of the reports says.

`evals/story.toml` holds the expectations; `evaluation/expectations.py` tells their kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.evaluation.collection import built
from dragoman.evaluation.expectations import Expectation, Written, expectations
from dragoman.ledger import Ledger

EXPECTED = Path(__file__).parents[3] / "evals" / "story.toml"
REPORTS = Path("reports") / "aleppo"


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints each expectation with what speaks against it; returns how many there are and the share that holds."""
    expected = list(expectations(EXPECTED))
    with built([data / REPORTS]) as ledger:
        told = written(ledger)
    failures = [one.failure(told) for one in expected]
    held = failures.count(None)
    _print(console, expected, failures)
    console.print(f"{held} of {len(expected)} hold")
    return {"expectations": float(len(expected)), "held": held / len(expected)}


def written(ledger: Ledger) -> Written:
    """The story of a ledger whose reports are files with a number before the first underscore."""
    number = {document.id: document.uri.split("_")[0] for document in ledger.documents()}
    claims = {claim.id: claim for claim in ledger.claims()}
    report = {claim.id: number[claim.document] for claim in claims.values()}
    return Written(claims, report, tuple(ledger.events()), tuple(ledger.control()))


def _print(console: Console, expected: Sequence[Expectation], failures: Sequence[str | None]) -> None:
    table = Table("expected", "", "because")
    for one, failure in zip(expected, failures, strict=True):
        table.add_row(one.says, "not held" if failure else "held", failure or "")
    console.print(table)
