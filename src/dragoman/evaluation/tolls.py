"""`eval tolls`: the killed and injured of a hundred reports on the Syrian war, read by hand, against dragoman's claims.

`evals/tolls.tsv` holds the numbers; its header says how they were read. A report's toll is that of the incident that it
leads with, drawn from its claims as a reader of the ledger draws it (`drawn`): what happened, not what a period sums;
the whole and not its parts beside it; figures before vague words. Reports of even numbers could be looked at while the
reading of counts was made, those of odd numbers were kept aside.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from dragoman.claims.tables import grammar
from dragoman.evaluation.collection import built
from dragoman.evaluation.fakes import COLUMNS
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim, Count, Document, When
from dragoman.running import BuildOptions

KEY = Path(__file__).parents[3] / "evals" / "tolls.tsv"
REPORTS = Path("reports") / "fa-kes-2011-2016.csv"
TOLLED = ("killed", "injured")
_MANY = 2  # "many" tells no toll
_VAGUE = frozenset({2, 3, 20, 24, 40, 200, 300, 2000, 20000})

Toll = tuple[int, int | None]
"""How many at the least and at the most; None at the most where it is open."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report's number and its tolls of killed and injured by hand and by claims; None where there is none."""

    id: str
    wanted: Mapping[str, Toll | None]
    found: Mapping[str, Toll | None]

    def agrees(self, what: str) -> bool:
        """Whether low and high are the same."""
        return self.wanted[what] == self.found[what]


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints and returns the shares of reports whose tolls agree, of all and of those kept aside."""
    read = list(reports(data))
    aside = [report for report in read if int(report.id) % 2]
    scores = {"reports": float(len(read)), **_shares(read, ""), **_shares(aside, "aside_")}
    _print(console, read, aside)
    return scores


def reports(data: Path, key: Path = KEY) -> Iterator[Report]:
    """The reports of the key with both tolls."""
    wanted, knowledge = _key(key), load()
    with TemporaryDirectory(prefix="dragoman-tolls-") as folder:
        chosen = _chosen(data / REPORTS, Path(folder) / "reports.csv", wanted)
        with built([chosen], BuildOptions(columns=tuple(COLUMNS.items()))) as ledger:
            documents = {document.id: document for document in ledger.documents()}
            ordered = sorted(ledger.claims(), key=lambda claim: (claim.document, claim.trigger.start, claim.id))
            claims = {one: list(own) for one, own in groupby(ordered, key=lambda claim: claim.document)}
    by_id = {document.uri.rpartition("#")[2].partition("@")[0]: document for document in documents.values()}
    for number, tolls in wanted.items():
        if number in by_id:
            document = by_id[number]
            yield Report(number, tolls, drawn(document, claims.get(document.id, ()), knowledge))


def drawn(document: Document, claims: Iterable[Claim], knowledge: Knowledge) -> Mapping[str, Toll | None]:
    """The toll of the incident that a report leads with, as its claims give it."""
    told = [c for c in claims if c.voice != "comment" and c.realis in ("happened", "ongoing")]
    counted = [(count.start, claim) for claim in told for count in claim.counts if count.what in TOLLED]
    if not counted:
        return dict.fromkeys(TOLLED)
    lead = min(counted, key=lambda one: one[0])[1]
    own = [claim for claim in told if _same_incident(claim, lead, knowledge)]
    return {what: _toll(document, own, told, what) for what in TOLLED}


def _same_incident(claim: Claim, lead: Claim, knowledge: Knowledge) -> bool:
    """Whether a claim may tell of the incident that the report leads with: its days and provinces allow it."""
    one, other = _provinces(claim, knowledge), _provinces(lead, knowledge)
    return _days_meet(claim.when, lead.when) and (not one or not other or not one.isdisjoint(other))


def _days_meet(one: When, other: When) -> bool:
    if None in (one.end, other.end):
        return True
    first, second = one.start or date.min, other.start or date.min
    slack = timedelta(days=1)
    return first <= (other.end or date.max) + slack and second <= (one.end or date.max) + slack


def _provinces(claim: Claim, knowledge: Knowledge) -> set[str]:
    return {province for where in claim.places if where.id for province in [knowledge.province(where.id)] if province}


def _toll(document: Document, own: Sequence[Claim], told: Sequence[Claim], what: str) -> Toll | None:
    """The first telling of the incident; in its place the next one of all that has the same number with its bound or
    the whole of which the first told a part, and a figure of the same incident where the first is a vague word.
    """
    tellings = list(_tellings(document, own, what))
    if not tellings:
        return None
    first = tellings[0]
    if first.vague:
        figures = (one.toll for one in tellings if not one.vague and one.toll[0] >= first.toll[0])
        return next(figures, first.toll)
    behind = [one for one in _tellings(document, told, what) if one.start > first.start]
    if behind and behind[0].toll == (first.toll[0], None):
        return behind[0].toll
    other = next((one for one in behind if one.toll[0] != first.toll[0]), first)
    return other.toll if first.toll[0] in other.parts else first.toll


@dataclass(frozen=True, slots=True)
class _Telling:
    """One statement of a toll: its whole, the numbers of its parts, and whether a vague word tells it ("dozens")."""

    start: int
    toll: Toll
    parts: frozenset[int]
    vague: bool


def _tellings(document: Document, claims: Sequence[Claim], what: str) -> Iterator[_Telling]:
    """The statements of a toll in order: of the incident, or of a period where the report leads with one."""
    found: dict[tuple[int, int], tuple[int, Count]] = {}
    for claim in claims:
        for count in claim.counts:
            if count.what in TOLLED and not (_is_vague(count) and count.low == _MANY):
                found.setdefault((count.start, count.end), (claim.sentence.start, count))
    ordered = [found[span] for span in sorted(found)]
    period = bool(ordered) and ordered[0][1].cumulative
    told = [(sentence, c) for sentence, c in ordered if c.what == what and c.cumulative == period]
    for _, group in groupby(told, key=lambda one: one[0]):
        yield from (_telling(document, counts) for counts in _restated([count for _, count in group]))


def _restated(counts: Sequence[Count]) -> Iterator[list[Count]]:
    """The counts of a sentence, anew from where one repeats a number: a headline without a stop runs into its text."""
    told: list[Count] = []
    for count in counts:
        if any(_repeats(count, other) for other in told):
            yield told
            told = []
        told.append(count)
    yield told


def _repeats(count: Count, other: Count) -> bool:
    return count.low == other.low and (count.who == other.who or "people" in (count.who, other.who))


def _telling(document: Document, counts: Sequence[Count]) -> _Telling:
    """The number that holds the others; those that none holds add up."""
    parts = [count for count in counts if _is_part(document, count, counts)]
    whole = [count for count in counts if count not in parts] or list(counts)
    figures = [count for count in whole if not _is_vague(count)] or whole
    highs = [count.high for count in figures]
    high = None if None in highs else sum(high for high in highs if high is not None)
    toll = (sum(count.low for count in figures), high)
    return _Telling(counts[0].start, toll, frozenset(count.low for count in parts), all(map(_is_vague, whole)))


def _is_vague(count: Count) -> bool:
    """Whether no figure tells a number: "dozens", "many"."""
    return count.high is None and not any(letter.isdigit() for letter in count.text) and count.low in _VAGUE


def _is_part(document: Document, count: Count, others: Sequence[Count]) -> bool:
    """Whether the words before or behind a number say that others hold it, or its people are among all the people."""
    table = grammar(document.language)
    before, behind = document.text[: count.start].split()[-3:], document.text[count.end :].split()[:2]
    larger = [other for other in others if other is not count and other.low >= count.low and other.start < count.start]
    whole = bool(before) and before[-1].lower() in table.wholes
    if larger and not whole and any(word.strip(",;()").lower() in table.parts for word in (*before, *behind)):
        return True
    holders = {"people"} | ({"civilians"} if count.who in ("children", "women") else set())
    return any(other.who in holders and other.who != count.who and other.low > count.low for other in others)


def _key(path: Path) -> dict[str, Mapping[str, Toll | None]]:
    """The tolls of the main incident by report; the lines of one `what` add up."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")]
    return {
        report: {what: _sum([row for row in lines if row[1] == what and row[6] == "yes"]) for what in TOLLED}
        for report, group in groupby(rows, key=lambda row: row[0])
        for lines in [list(group)]
    }


def _sum(rows: Sequence[Sequence[str]]) -> Toll | None:
    if not rows:
        return None
    highs = [row[4] for row in rows]
    return sum(int(row[3]) for row in rows), None if "" in highs else sum(map(int, highs))


def _chosen(source: Path, target: Path, ids: Mapping[str, object]) -> Path:
    """The reports of the key alone, as a file of their own."""
    with source.open(encoding="utf-8-sig", newline="") as file, target.open("w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(file)
        writer = csv.DictWriter(out, reader.fieldnames or ())
        writer.writeheader()
        seen: set[str] = set()
        for row in reader:
            if row["unit_id"] in ids and row["unit_id"] not in seen:
                seen.add(row["unit_id"])
                writer.writerow(row)
    return target


def _shares(read: Sequence[Report], prefix: str) -> dict[str, float]:
    share = {what: sum(report.agrees(what) for report in read) / max(1, len(read)) for what in TOLLED}
    both = sum(all(report.agrees(what) for what in TOLLED) for report in read) / max(1, len(read))
    return {f"{prefix}{name}": value for name, value in {**share, "both": both}.items()}


def _print(console: Console, read: Sequence[Report], aside: Sequence[Report]) -> None:
    table = Table("", "reports", *TOLLED, "both")
    seen = [report for report in read if report not in aside]
    for name, part in (("all", read), ("looked at", seen), ("kept aside", aside)):
        table.add_row(name, str(len(part)), *(f"{share:.3f}" for share in _shares(part, "").values()))
    console.print(table)
