"""`eval same`: whether reports on the Syrian war (FA-KES) that tell the same event meet in one event of the ledger.

`evals/same.tsv` holds 250 pairs of reports and what reading both whole said of them; its header defines the verdicts.
Two reports are linked where claims of both stand in one event. The baseline links two reports where a claim of each has
the same type and a place in common, with first days at most one apart. Beside the pairs: how often any two outlets tell
the same event, agree on it and contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.evaluation import outlets
from dragoman.evaluation.collection import built
from dragoman.evaluation.fakes import COLUMNS
from dragoman.evaluation.sheet import rows
from dragoman.model import Claim, Document, Event
from dragoman.running import BuildOptions

SHEET = Path(__file__).parents[3] / "evals" / "same.tsv"
REPORTS = Path("reports") / "fa-kes-2011-2016.csv"
PARTS = ("tuned", "aside")
_VERDICTS = frozenset({"same", "background", "different", "unclear"})
_HEADER = ["a", "b", "part", "verdict", "reason"]
_APART = timedelta(days=1)

Linked = Callable[[str, str], bool]
"""Whether two reports, by their numbers in the data set, are said to tell the same event."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by their numbers in the data set, and what reading them said."""

    a: str
    b: str
    part: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many linked pairs have which verdict, and how many pairs tell the same."""

    pairs: int
    same: int
    linked_same: int
    linked_background: int
    linked_different: int

    @property
    def precision(self) -> float:
        """The share of linked pairs in which both tell one event, as news or as background."""
        return _share(self.linked_same + self.linked_background, self._linked)

    @property
    def strict(self) -> float:
        """The share of linked pairs in which one event is the news of both."""
        return _share(self.linked_same, self._linked)

    @property
    def recall(self) -> float:
        """The share of pairs with the same news that are linked."""
        return _share(self.linked_same, self.same)

    @property
    def _linked(self) -> int:
        return self.linked_same + self.linked_background + self.linked_different


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints and returns precision, strict precision and recall, of those read while tuning and of those kept aside."""
    pairs = list(judged())
    with built([data / REPORTS], BuildOptions(columns=tuple(COLUMNS.items()))) as ledger:
        documents = {document.id: document for document in ledger.documents()}
        claims, events = list(ledger.claims()), list(ledger.events())
    linked, near = in_one_event(events, claims, documents), alike(claims, documents)
    _print(console, pairs, {"dragoman": linked, "same type and place, a day apart": near})
    outlets.show(console, outlets.meetings(events, claims, documents))
    return {
        **_scores(score(_part(pairs, "tuned"), linked), ""),
        **_scores(score(_part(pairs, "aside"), linked), "aside_"),
    }


def judged(sheet: Path = SHEET) -> Iterator[Pair]:
    """The pairs of a sheet; InputError names the line that is none."""
    for number, row in rows(sheet, _HEADER):
        if len(row) != len(_HEADER) or row[2] not in PARTS or row[3] not in _VERDICTS:
            raise InputError(f"{sheet}:{number}: expected a, b, {' or '.join(PARTS)}, a verdict and its reason")
        yield Pair(*row[:4])


def in_one_event(events: Iterable[Event], claims: Iterable[Claim], documents: Mapping[str, Document]) -> Linked:
    """Whether claims of both reports stand in one event."""
    report = {claim.id: number(documents[claim.document]) for claim in claims}
    told = (sorted({report[claim] for claim in event.claims}) for event in events)
    met = {pair for reports in told for pair in combinations(reports, 2)}
    return lambda a, b: (min(a, b), max(a, b)) in met


def alike(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Linked:
    """The baseline: a claim of each with the same type, a place in common, and first days at most one apart."""
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(number(documents[claim.document]), []).append(claim)
    return lambda a, b: any(_alike(one, other) for one, other in product(own.get(a, ()), own.get(b, ())))


def _alike(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.when.start is None or other.when.start is None:
        return False
    places = {where.id for where in one.places if where.id} & {where.id for where in other.places}
    return bool(places) and abs(one.when.start - other.when.start) <= _APART


def number(document: Document) -> str:
    """A report's number in the data set."""
    return document.uri.rpartition("#")[2].partition("@")[0]


def score(pairs: Iterable[Pair], linked: Linked) -> Score:
    """The pairs against what is said of them; those that nobody can decide count nowhere."""
    decided = [pair for pair in pairs if pair.verdict != "unclear"]
    found = [pair.verdict for pair in decided if linked(pair.a, pair.b)]
    same = sum(pair.verdict == "same" for pair in decided)
    return Score(len(decided), same, *(found.count(verdict) for verdict in ("same", "background", "different")))


def _part(pairs: Iterable[Pair], part: str) -> list[Pair]:
    return [pair for pair in pairs if pair.part == part]


def _scores(found: Score, prefix: str) -> dict[str, float]:
    return {f"{prefix}{name}": getattr(found, name) for name in ("precision", "strict", "recall")}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _print(console: Console, pairs: Sequence[Pair], systems: Mapping[str, Linked]) -> None:
    table = Table(
        "pairs", "", "precision", "strict", "recall", "linked: same", "background", "different", "same in all"
    )
    for name, part in (("all", pairs), *((part, _part(pairs, part)) for part in PARTS)):
        for system, linked in systems.items():
            found = score(part, linked)
            shares = (f"{share:.3f}" for share in (found.precision, found.strict, found.recall))
            counts = (found.linked_same, found.linked_background, found.linked_different, found.same)
            table.add_row(f"{name} ({found.pairs})", system, *shares, *map(str, counts))
    console.print(table)
