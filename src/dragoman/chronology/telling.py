"""The whole story: days, the events of each day, and the list of sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import wrap

from dragoman.chronology.days import Days
from dragoman.chronology.naming import Naming
from dragoman.chronology.numbers import Numbers
from dragoman.chronology.places import Places
from dragoman.chronology.references import References, reports, voice_of
from dragoman.chronology.remarks import Remarks
from dragoman.chronology.sentences import Sentences, denies
from dragoman.chronology.sums import Sums
from dragoman.chronology.wording import Wording, wording
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Event, Named

WIDTH = 100


def chronicle(
    ledger: Ledger, events: Iterable[Event], knowledge: Knowledge, language: str, *, ids: bool = False
) -> Iterator[str]:
    """The lines of the chronology of some events of a ledger in a language; `ids` puts each event's id behind it.

    Raises PackError for a language that it is not told in. The same events give the same lines, in whatever order they
    come.
    """
    return _Telling.of(ledger, knowledge, wording(language), ids=ids).lines(events)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Everything that a chronology in one language is told with."""

    ledger: Ledger
    wording: Wording
    days: Days
    naming: Naming
    places: Places
    sentences: Sentences
    references: References
    remarks: Remarks
    sums: Sums
    ids: bool

    @classmethod
    def of(cls, ledger: Ledger, knowledge: Knowledge, words: Wording, *, ids: bool) -> _Telling:
        naming, places = Naming(knowledge, words), Places(knowledge, words)
        numbers = Numbers(words, lambda actor: naming.name(actor, actor))
        sentences = Sentences(words, naming, places, numbers)
        references = References(reports(ledger), naming, words)
        remarks = Remarks(ledger, words, naming, places, numbers, sentences, references)
        return cls(ledger, words, Days(words), naming, places, sentences, references, remarks, Sums(ledger), ids)

    def lines(self, events: Iterable[Event]) -> Iterator[str]:
        ordered = sorted(events, key=self._order)
        yield f"# {self.wording.words['title']}"
        yield ""
        yield self._summary(ordered)
        for (start, end), same in groupby(ordered, key=lambda event: (event.when.start, event.when.end)):
            yield from ("", f"## {self.days.heading(start, end)}", "")
            for event in same:
                yield from self._entry(event)
        if ordered:
            yield from ("", f"## {self.wording.words['sources']}", "")
            for line in self.references.lines():
                yield from _wrapped(line, "", "    ")

    def _summary(self, events: Sequence[Event]) -> str:
        if not events:
            return str(self.wording.words["nothing"])
        claims = [claim for event in events for claim in event.claims]
        sql = "SELECT count(DISTINCT document) AS number FROM claim WHERE id IN (SELECT value FROM json_each(?))"
        reports = next(self.ledger.rows(sql, json.dumps(claims)))["number"]
        numbers = self.remarks.numbers
        told = numbers.of(self.wording.words["events"], len(events))
        return str(self.wording.words["summary"]).format(
            events=told, reports=numbers.of(self.wording.words["reports"], reports)
        )

    def _order(self, event: Event) -> tuple[bool, date, date, str, str]:
        """By day, an undated event last; of one day by place, then by id."""
        start, end = event.when.start, event.when.end
        place = self.places.name(event.places[0]) if event.places else "~"
        undated = start is None and end is None
        return undated, start or end or date.max, end or date.max, place, event.id

    def _entry(self, event: Event) -> Iterator[str]:
        claims = {claim.id: claim for claim in self._claims(event)}
        asserting = [claim for claim in claims.values() if not denies(claim)] or list(claims.values())
        refs = self.references.to(asserting)
        sums = self.sums.of(event, {claim.id: claim for claim in asserting})
        sentence = self.sentences.of(event, list(claims.values()), self._voice(asserting), sums)
        named = f" {event.id}" if self.ids else ""
        yield from _wrapped(f"{sentence} ({self._notes(event)}) {refs}{named}", "- ", "  ")
        for remark in self.remarks.on(event, claims, sums):
            yield from _wrapped(remark, "  - ", "    ")

    def _claims(self, event: Event) -> Iterator[Claim]:
        sql = "SELECT record FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return (from_json(Claim, row["record"]) for row in self.ledger.rows(sql, json.dumps(event.claims)))

    def _voice(self, claims: Sequence[Claim]) -> Named | None:
        """Whose word alone an event is, where a report names him and does not speak itself."""
        voices = {voice_of(claim) for claim in claims}
        return voices.pop() if len(voices) == 1 else None

    def _notes(self, event: Event) -> str:
        """The grade, the hours, and that the day is only the report's."""
        grade = self.wording.words["grades"][event.grade]
        published = self.wording.words["days"]["published"] if event.when.basis == "published" else None
        return "; ".join(note for note in (grade, self.days.clock(event.when), published) if note)


def _wrapped(line: str, first: str, rest: str) -> list[str]:
    return wrap(
        line, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
