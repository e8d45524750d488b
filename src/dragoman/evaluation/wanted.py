"""`eval wanted`: the claims that a careful analyst wrote down from real reports, and which of them are found.

A wanted claim is found when a claim of the same document overlaps its quote and has one of its types. Each slot that
it names must then hold one of the acceptable readings; of several such claims the best counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.evaluation.collection import built
from dragoman.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one wanted claim: the claim that fits best and the slots that it has wrong."""

    id: str
    claim: Claim | None
    wrong: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it was found with every slot."""
        return self.claim is not None and not self.wrong


def measure(data: Path, console: Console) -> dict[str, float]:
    """Prints what became of each wanted claim; returns how many were found, and how many with every slot."""
    wanted = _load(data / "examples" / "wanted.yaml")
    with built([data / "reports" / "aleppo"]) as ledger:
        documents = {d.uri.split("_")[0]: d for d in ledger.documents()}
        claims = list(ledger.claims())
    verdicts = [judge(w, documents, claims, wanted) for w in wanted["claims"]]
    scores = {
        "found": sum(v.claim is not None for v in verdicts),
        "right": sum(v.right for v in verdicts),
        "silent_furniture": sum(not _speaks(n, documents, claims) for n in wanted["not_claims"]),
        "dated": sum(_dated(documents[key], d["published"]) for key, d in wanted["documents"].items()),
    }
    _print(console, verdicts, documents)
    console.print(", ".join(f"{name}: {score}" for name, score in scores.items()), f"of {len(verdicts)} wanted claims")
    return {name: float(score) for name, score in scores.items()}


def _load(path: Path) -> Any:
    try:
        import yaml
    except ImportError as error:
        raise InputError("eval wanted reads YAML: pip install 'dragoman[eval]'") from error
    if not path.is_file():
        raise InputError(f"{path}: not there; say where the data lies with --data")
    return yaml.safe_load(path.read_text("utf-8"))


def judge(
    wanted: Mapping[str, Any],
    documents: Mapping[str, Document],
    claims: Iterable[Claim],
    names: Mapping[str, Any],
) -> Verdict:
    """The best claim for a wanted one and what it has wrong."""
    document = documents[wanted["doc"]]
    start, end = quote_span(document.text, wanted["quote"])
    near = [
        c for c in claims
        if c.document == document.id and c.sentence.start < end and start < c.sentence.end and c.type in wanted["type"]
    ]  # fmt: skip
    judged = [(wrong_slots(wanted, claim, names), claim) for claim in near]
    if not judged:
        return Verdict(wanted["id"], None, ())
    wrong, claim = min(judged, key=lambda item: (len(item[0]), abs(item[1].trigger.start - start)))
    return Verdict(wanted["id"], claim, wrong)


def quote_span(text: str, quote: str) -> tuple[int, int]:
    """Where a quote stands in a text."""
    start = text.find(quote)
    if start < 0:
        raise InputError(f"the quote {quote!r} does not stand in its report")
    return start, start + len(quote)


def wrong_slots(wanted: Mapping[str, Any], claim: Claim, names: Mapping[str, Any]) -> tuple[str, ...]:
    """The wanted slots that the claim does not fill with an acceptable reading."""
    slots = {
        "actor": [(p.name, p.text) for p in claim.actors],
        "target": [(p.name, p.text) for p in claim.targets],
        "source": [(p.name, p.text) for p in claim.attribution],
    }
    wrong = [slot for slot, held in slots.items() if slot in wanted and not _any(held, wanted[slot], names["entities"])]
    if "place" in wanted and not _any([(p.name, p.text) for p in claim.places], wanted["place"], names["places"]):
        wrong.append("place")
    if "date" in wanted and not _between(claim, wanted["date"]):
        wrong.append("date")
    if "n" in wanted and all((c.low, c.high) != tuple(wanted["n"]) for c in claim.counts):
        wrong.append("n")
    if wanted.get("hearsay") and "hearsay" not in claim.flags:
        wrong.append("hearsay")
    if wanted.get("realis") == "ended" and claim.phase != "end":
        wrong.append("realis")
    return tuple(wrong)


def _any(held: Sequence[tuple[str, str]], keys: Iterable[str], table: Mapping[str, Sequence[str]]) -> bool:
    accepted = {name.casefold() for key in keys for name in table[key]}
    return any(name.casefold() in accepted or text.casefold() in accepted for name, text in held)


def _between(claim: Claim, days: Sequence[str]) -> bool:
    first, last = (date.fromisoformat(day) for day in days)
    when = claim.when
    return when.start is not None and when.end is not None and first <= when.start and when.end <= last


def _speaks(noise: Mapping[str, Any], documents: Mapping[str, Document], claims: Iterable[Claim]) -> bool:
    document = documents[noise["doc"]]
    start, end = quote_span(document.text, noise["quote"])
    return any(
        c.document == document.id and c.voice == "report" and c.trigger.start < end and start < c.trigger.end
        for c in claims
    )


def _dated(document: Document, days: Sequence[str]) -> bool:
    """Whether the publication day lies within two days of the truth."""
    first, last = (date.fromisoformat(day) for day in days)
    start, end = document.published.start, document.published.end
    slack = timedelta(days=2)
    return start is not None and end is not None and first - slack <= start and end <= last + slack


def _print(console: Console, verdicts: Sequence[Verdict], documents: Mapping[str, Document]) -> None:
    table = Table("wanted", "found as", "wrong slots", "words")
    for verdict in verdicts:
        claim = verdict.claim
        table.add_row(
            verdict.id,
            claim.type if claim else "—",
            ", ".join(verdict.wrong),
            claim.trigger.text if claim else "",
        )
    console.print(table)
    for key, document in sorted(documents.items()):
        published = document.published
        console.print(f"{key}: published {published.start} … {published.end} ({published.basis})")
