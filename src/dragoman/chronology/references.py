"""Numbered sources: a report, or a speaker in a report, in the order in which the story first rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dragoman.chronology.days import Days
from dragoman.chronology.naming import Naming
from dragoman.chronology.wording import Wording
from dragoman.events.weighing.voices import anonymous
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Named, Published

# A document and who speaks in it; None where the report speaks itself.
_Key = tuple[str, Named | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What the list of sources says of a document: all but its text."""

    id: str
    uri: str
    title: str | None
    outlet: str | None
    published: Published


class Reports(Mapping[str, Report]):
    """The reports of a ledger by their ids, each read when it is first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[str, Report] = {}

    def __getitem__(self, id: str) -> Report:
        if id not in self._read:
            self._read[id] = self._report(id)
        return self._read[id]

    def __iter__(self) -> Iterator[str]:
        return (row["id"] for row in self._ledger.rows("SELECT id FROM document ORDER BY id"))

    def __len__(self) -> int:
        count: int = next(self._ledger.rows("SELECT count(*) FROM document"))[0]
        return count

    def _report(self, id: str) -> Report:
        sql = "SELECT id, uri, title, outlet, published FROM named_document WHERE id = ?"
        for row in self._ledger.rows(sql, id):
            return Report(id, row["uri"], row["title"], row["outlet"], from_json(Published, row["published"]))
        raise KeyError(id)


@dataclass(slots=True)
class References:
    """The numbers that were given so far."""

    reports: Mapping[str, Report]
    naming: Naming
    wording: Wording
    _numbers: dict[_Key, int] = field(default_factory=dict)

    def to(self, claims: Iterable[Claim]) -> str:
        """The numbers of the sources of some claims: "[1][4]"."""
        keys = dict.fromkeys((claim.document, voice_of(claim)) for claim in sorted(claims, key=self._order))
        numbers = sorted(self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys)
        return "".join(f"[{number}]" for number in numbers)

    def lines(self) -> Iterator[str]:
        """The list of all sources by number: who, in which report, of which day, and where it lies."""
        days = Days(self.wording)
        for (document_id, speaker), number in self._numbers.items():
            report = self.reports[document_id]
            published = report.published
            known = published.start is not None or published.end is not None
            day = days.span(published.start, published.end) if known else self._words["undated"]
            title = self.wording.words["quotes"].format(text=" ".join(report.title.split())) if report.title else ""
            told = ", ".join(part for part in (self._voice(report, speaker), title, day) if part)
            yield f"[{number}] {told.removesuffix('.')}. {' '.join(report.uri.split())}"

    @property
    def _words(self) -> Mapping[str, str]:
        words: Mapping[str, str] = self.wording.words["sources_list"]
        return words

    def _voice(self, report: Report, speaker: Named | None) -> str:
        outlet = report.outlet or _host(report.uri)
        if speaker is None:
            return outlet or self._words["unnamed"]
        frame = self._words["quoted" if outlet else "quoted_by_unnamed"]
        return frame.format(speaker=self.naming.name(speaker.id, speaker.name), outlet=outlet)

    def _order(self, claim: Claim) -> tuple[str, str, str, int, str]:
        """Claims by the day and the address of their reports, then as they stand there."""
        report = self.reports[claim.document]
        day = report.published.start
        return day.isoformat() if day else "~", report.uri, report.id, claim.sentence.start, claim.id


def voice_of(claim: Claim) -> Named | None:
    """Who says it: the innermost speaker with a name, an empty name where none has one; None for the report itself."""
    if not claim.attribution:
        return None
    named = (one for one in reversed(claim.attribution) if one.id is not None or not anonymous(one.name))
    return next((Named(speaker.id, speaker.name) for speaker in named), Named(None, ""))


def _host(uri: str) -> str | None:
    host = urlsplit(uri).hostname if "://" in uri else None
    return host.removeprefix("www.") if host else None
