"""One event at a time: its sentence, the numbers of its sources, and what its voices disagree on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.chronology.days import Days
from dragoman.chronology.naming import Naming
from dragoman.chronology.numbers import Numbers
from dragoman.chronology.places import Places
from dragoman.chronology.references import References, Reports, voice_of
from dragoman.chronology.remarks import Remarks
from dragoman.chronology.sentences import Sentences, denies
from dragoman.chronology.sums import Sums
from dragoman.chronology.wording import Wording, wording
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Event, Named


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of one event: its sentence, the numbers of the sources that it rests on ("[1][4]"), the lines
    below it.
    """

    sentence: str
    cited: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Everything that events of a ledger are told with in one language; it holds no connection, so threads share it."""

    wording: Wording
    days: Days
    naming: Naming
    places: Places
    numbers: Numbers
    sentences: Sentences
    sums: Sums

    @classmethod
    def of(cls, ledger: Ledger, knowledge: Knowledge, language: str) -> Teller:
        """The teller of a ledger as it is now; PackError for a language that it is not told in."""
        words = wording(language)
        naming, places = Naming(knowledge, words), Places(knowledge, words)
        numbers = Numbers(words, lambda actor: naming.name(actor, actor))
        sentences = Sentences(words, naming, places, numbers)
        return cls(words, Days(words), naming, places, numbers, sentences, Sums(ledger))

    def telling(self, ledger: Ledger, known: Reports | None = None) -> Telling:
        """A telling that numbers its sources from one; tellings that share `known` read each report once."""
        references = References(Reports(ledger) if known is None else known, self.naming, self.wording)
        parts = (self.wording, self.naming, self.places, self.numbers, self.sentences)
        return Telling(self, ledger, references, Remarks(ledger, *parts, references))

    def summary(self, events: int, reports: int) -> str:
        """How many events there are, and in how many reports."""
        words = self.wording.words
        if not events:
            return str(words["nothing"])
        told, read = self.numbers.of(words["events"], events), self.numbers.of(words["reports"], reports)
        return str(words["summary"]).format(events=told, reports=read)

    def heading(self, start: date | None, end: date | None) -> str:
        """What stands above the events of the same days."""
        return self.days.heading(start, end)


@dataclass(frozen=True, slots=True)
class Telling:
    """Events told after each other, with one list of sources."""

    teller: Teller
    ledger: Ledger
    references: References
    remarks: Remarks

    def entry(self, event: Event) -> Entry:
        """What is told of an event; its sources are numbered on from those of the events before."""
        claims = {claim.id: claim for claim in self._claims(event)}
        asserting = [claim for claim in claims.values() if not denies(claim)] or list(claims.values())
        cited = self.references.to(asserting)
        sums = self.teller.sums.of(event, {claim.id: claim for claim in asserting})
        sentence = self.teller.sentences.of(event, list(claims.values()), _voice(asserting), sums)
        return Entry(sentence, cited, tuple(self.remarks.on(event, claims, sums)))

    def summary(self, events: Sequence[Event]) -> str:
        """How many events there are, and in how many reports."""
        return self.teller.summary(len(events), self._reports(events))

    def sources(self) -> Iterator[str]:
        """The list of sources, each line with its number in front."""
        return self.references.lines()

    def _reports(self, events: Iterable[Event]) -> int:
        claims = [claim for event in events for claim in event.claims]
        sql = "SELECT count(DISTINCT document) AS number FROM claim WHERE id IN (SELECT value FROM json_each(?))"
        number: int = next(self.ledger.rows(sql, json.dumps(claims)))["number"]
        return number

    def _claims(self, event: Event) -> Iterator[Claim]:
        sql = "SELECT record FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return (from_json(Claim, row["record"]) for row in self.ledger.rows(sql, json.dumps(event.claims)))


def _voice(claims: Sequence[Claim]) -> Named | None:
    """Whose word alone an event is, where a report names him and does not speak itself."""
    voices = {voice_of(claim) for claim in claims}
    return voices.pop() if len(voices) == 1 else None
