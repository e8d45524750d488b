"""`eval judged`: claims drawn by seed from real reports and judged one by one against the words.

`evals/judged.tsv` holds the verdicts: a claim's id, a digest of the slots that were judged, a verdict for each slot
(`right`, `wrong`, `-` where it is empty) and the reason for what is wrong. The claims are written anew, so that a
verdict counts only for what the program still says: one whose digest has changed since is counted apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.evaluation.collection import built
from dragoman.evaluation.fakes import COLUMNS
from dragoman.evaluation.sheet import rows
from dragoman.model import plain
from dragoman.running import BuildOptions

SHEET = Path(__file__).parents[3] / "evals" / "judged.tsv"
INPUTS = (Path("reports") / "fa-kes-2011-2016.csv", Path("reports") / "aleppo")
SLOTS = ("type", "realis", "actors", "targets", "places", "when", "counts", "attribution")
_VERDICTS = frozenset({"right", "wrong", "-"})
_HEADER = ["claim", "digest", *SLOTS, "reason"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one claim, in the order of SLOTS."""

    claim: str
    digest: str
    verdicts: tuple[str, ...]
    reason: str

    def of(self, slot: str) -> str:
        """The verdict on a slot."""
        return self.verdicts[SLOTS.index(slot)]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the filled ones are right."""

    right: int
    filled: int

    @property
    def value(self) -> float:
        """0 to 1; 1 where nothing is filled, because nothing is wrong."""
        return self.right / self.filled if self.filled else 1.0


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints and returns the share of right verdicts by slot, over the claims that are still written as they were."""
    sheet = list(judgements())
    written = dict(_written(data))
    standing = [one for one in sheet if written.get(one.claim) == one.digest]
    shares = {slot: share(standing, slot) for slot in SLOTS}
    shares["type_and_realis"] = _both(standing)
    _print(console, shares, len(standing), len(sheet))
    return {"judged": float(len(sheet)), "standing": float(len(standing)), **{k: s.value for k, s in shares.items()}}


def judgements(sheet: Path = SHEET) -> Iterator[Judgement]:
    """The verdicts of a sheet; InputError names the line that is none."""
    for number, row in rows(sheet, _HEADER):
        if len(row) != len(_HEADER) or not _VERDICTS.issuperset(row[2:-1]):
            raise InputError(f"{sheet}:{number}: expected {len(_HEADER)} fields, with right, wrong or - as verdicts")
        yield Judgement(row[0], row[1], tuple(row[2:-1]), row[-1])


def digest(record: Mapping[str, Any]) -> str:
    """Eight letters that stand for the judged slots of a claim, as a line of `claims.jsonl` has them."""
    return sha256(json.dumps([record[slot] for slot in SLOTS], ensure_ascii=False).encode()).hexdigest()[:8]


def share(sheet: Iterable[Judgement], slot: str) -> Share:
    """The share of right verdicts among the claims in which a slot is filled."""
    verdicts = [verdict for one in sheet if (verdict := one.of(slot)) != "-"]
    return Share(verdicts.count("right"), len(verdicts))


def _both(sheet: Sequence[Judgement]) -> Share:
    """The share of claims of which type and realis are right."""
    return Share(sum(one.of("type") == one.of("realis") == "right" for one in sheet), len(sheet))


def _written(data: Path) -> Iterator[tuple[str, str]]:
    """The claims that dragoman writes today, by id."""
    options = BuildOptions(columns=tuple(COLUMNS.items()))
    with built([data / path for path in INPUTS], options) as ledger:
        yield from ((claim.id, digest(plain(claim))) for claim in ledger.claims())


def _print(console: Console, shares: dict[str, Share], standing: int, judged: int) -> None:
    table = Table("slot", "right", "filled", "share", title="Claims judged by hand")
    for slot, found in shares.items():
        table.add_row(slot.replace("_", " "), str(found.right), str(found.filled), f"{found.value:.2f}")
    console.print(table)
    console.print(f"{standing} of {judged} judged claims are written today as they were judged")
