"""`eval fakes`: governorate and date of the main event of 642 reports on the Syrian war (FA-KES, CC BY).

The main event of a report is the claim that its lead is about: the first that tells harm or fighting at a known
place, those of title and first sentences before later ones. The baseline takes the report's own date line and the
first place of its headline.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.evaluation.collection import built
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim, Document
from dragoman.running import BuildOptions

COLUMNS = {"text": "article_content", "title": "article_title", "outlet": "source", "id": "unit_id"}

# The data set's names of governorates, as ids of the theatre pack. Its "damascus" is the city and its countryside.
_GOVERNORATES: Mapping[str, frozenset[str]] = {
    "aleppo": frozenset({"aleppo-province"}),
    "damascus": frozenset({"damascus-province", "rif-dimashq"}),
    "idlib": frozenset({"idlib-province"}),
    "homs": frozenset({"homs-province"}),
    "hasakeh": frozenset({"hasakah-province"}),
    "deir ezzor": frozenset({"deir-ez-zor-province"}),
    "raqqa": frozenset({"raqqa-province"}),
    "hama": frozenset({"hama-province"}),
    "daraa": frozenset({"daraa-province"}),
    "lattakia": frozenset({"latakia-province"}),
    "quneitra": frozenset({"quneitra-province"}),
    "tartous": frozenset({"tartus-province"}),
}
_HARM = frozenset(
    [
        "killing",
        "injury",
        "airstrike",
        "shelling",
        "bombing",
        "suicide_attack",
        "chemical_attack",
        "attack",
        "clash",
        "offensive",
        "capture",
        "attack_repelled",
        "siege",
        "abduction",
        "detention",
        "displacement",
        "destruction",
        "withdrawal",
        "siege_broken",
    ]
)

_LEAD = 4  # claims that headline and lead make, as a rule
_LONGEST = 6  # days: what is said of a longer time than a week is background


@dataclass(frozen=True, slots=True)
class Row:
    """What the data set says of one report."""

    id: str
    day: date
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What dragoman and the baseline say of one report."""

    row: Row
    document: Document
    province: str | None
    first: date | None
    last: date | None
    headline_province: str | None
    headline_day: date | None


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints and returns how many reports were read and the shares of right governorates and dates."""
    path = data / "reports" / "fa-kes-2011-2016.csv"
    with built([path], BuildOptions(columns=tuple(COLUMNS.items()))) as ledger:
        documents = {d.uri.rpartition("#")[2].partition("@")[0]: d for d in ledger.documents()}
        claims = _by_document(ledger.claims())
    knowledge = load()
    rows = _rows(path)
    answers = [answer(row, documents[row.id], claims, knowledge) for row in rows if row.id in documents]
    _print(console, len(rows), answers)
    return {
        "read": float(len(answers)),
        "governorate": _share(answers, right_province),
        "date": _share(answers, right_day),
    }


def answer(row: Row, document: Document, claims: Mapping[str, Sequence[Claim]], knowledge: Knowledge) -> Answer:
    """The main event's governorate and day, beside the headline's.

    A report that places none of its events in a governorate is about the first that it names.
    """
    own = claims.get(document.id, ())
    placed, dated = main_claims(own, knowledge)
    headline = knowledge.names(document.title or "", document.language)
    first = next((p for name in headline for p in name.places[:1] if knowledge.province(p)), None)
    return Answer(
        row,
        document,
        province_of(placed, knowledge) if placed else _first_named(document, knowledge),
        dated.when.start if dated else None,
        dated.when.end if dated else None,
        knowledge.province(first) if first else None,
        document.published.start,
    )


def _first_named(document: Document, knowledge: Knowledge) -> str | None:
    """The governorate of the first place in the text that lies in one."""
    names = knowledge.names(document.text, document.language)
    return next((p for name in names for place in name.places[:1] for p in [knowledge.province(place)] if p), None)


def main_claims(claims: Iterable[Claim], knowledge: Knowledge) -> tuple[Claim | None, Claim | None]:
    """The first claim of harm or fighting that has a governorate, and the first whose words name a day.

    A headline rarely names the day, so the lead's word for it goes before the headline's day of publication.
    """
    told = sorted((c for c in claims if c.voice != "comment"), key=_weight)
    placed = next((c for c in told if province_of(c, knowledge)), None)
    exact = [c for c in told[:_LEAD] if c.when.basis in ("stated", "anchored") and _length(c) <= _LONGEST]
    dated = exact[0] if exact else next((c for c in told if c.when.start), None)
    return placed, dated


def _length(claim: Claim) -> int:
    """The days that a claim's happening may be on; a large number where one end is open."""
    start, end = claim.when.start, claim.when.end
    return (end - start).days if start and end else 10**6


def _weight(claim: Claim) -> tuple[int, int]:
    real = claim.type in _HARM and claim.realis in ("happened", "ongoing", "failed")
    return (0 if real else 1, claim.trigger.start)


def province_of(claim: Claim, knowledge: Knowledge) -> str | None:
    """The governorate of a claim's first place that lies in one."""
    return next((p for w in claim.places if w.id for p in [knowledge.province(w.id)] if p), None)


def right_province(answer: Answer) -> bool:
    """Whether the governorate is the data set's."""
    return answer.province in answer.row.provinces


def right_day(answer: Answer) -> bool:
    """Whether the data set's date is within one day of the days that the main event may be on."""
    if answer.first is None or answer.last is None or (answer.last - answer.first).days > _LONGEST:
        return False
    slack = timedelta(days=1)
    return answer.first - slack <= answer.row.day <= answer.last + slack


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Row(r["unit_id"], datetime.strptime(r["date"], "%m/%d/%Y").date(), _GOVERNORATES[r["location"]])
            for r in csv.DictReader(file)
        ]


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    ordered = sorted(claims, key=lambda c: (c.document, c.trigger.start, c.id))
    return {document: list(own) for document, own in groupby(ordered, key=lambda c: c.document)}


def _share(answers: Sequence[Answer], right: Callable[[Answer], bool]) -> float:
    return sum(map(right, answers)) / len(answers) if answers else 0.0


def _print(console: Console, rows: int, answers: Sequence[Answer]) -> None:
    table = Table("", "dragoman", "headline and date line")
    table.add_row("governorate", f"{_share(answers, right_province):.3f}", f"{_share(answers, _headline_province):.3f}")
    table.add_row("date within a day", f"{_share(answers, right_day):.3f}", f"{_share(answers, _headline_day):.3f}")
    told = [answer for answer in answers if _plausible(answer)]
    table.add_row(
        f"the same, {len(told)} whose date the report can mean",
        f"{_share(told, right_day):.3f}",
        f"{_share(told, _headline_day):.3f}",
    )
    console.print(f"read: {len(answers)} of {rows}")
    console.print(table)


def _headline_province(answer: Answer) -> bool:
    return answer.headline_province in answer.row.provinces


def _headline_day(answer: Answer) -> bool:
    return answer.headline_day is not None and abs((answer.headline_day - answer.row.day).days) <= 1


def _plausible(answer: Answer) -> bool:
    """Whether the data set's date lies within a week of the report's own date line: a quarter's does not."""
    return answer.headline_day is not None and abs((answer.headline_day - answer.row.day).days) <= 7
