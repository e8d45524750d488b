"""What stands below an event's sentence: who disputes, denies or concedes what, and the numbers by source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from dragoman.chronology.days import Days
from dragoman.chronology.naming import Naming
from dragoman.chronology.numbers import Numbers, told
from dragoman.chronology.phrases import listed
from dragoman.chronology.places import Places
from dragoman.chronology.references import References, voice_of
from dragoman.chronology.sentences import Sentences, denies
from dragoman.chronology.sums import Sum
from dragoman.chronology.wording import Wording
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Disagreement, Event, EventCount, Named, Party, Speaker, What
from dragoman.vocabulary import event_type

# A reason of a grade ends in the claim that it is about, where it is about one.
_ABOUT = re.compile(r"^(contested|conceded): .*\((c_[0-9a-f]+)\)$")
_NUMBER = re.compile(r"(\d+)(?:-(\d+)|(\+))?$")


@dataclass(frozen=True, slots=True)
class Remarks:
    """How remarks are made in one language."""

    ledger: Ledger
    wording: Wording
    naming: Naming
    places: Places
    numbers: Numbers
    sentences: Sentences
    references: References

    def on(self, event: Event, claims: Mapping[str, Claim], sums: Sequence[Sum] = ()) -> Iterator[str]:
        """The lines below an event."""
        # A number's line of figures has the readings of all its sources, and its range besides.
        figures = {_field(count) for count in event.counts if _differing(count)}
        yield from (self._disputed(one, claims) for one in event.disagreements if one.field not in figures)
        yield from self._voices("denied", [claim for claim in claims.values() if denies(claim)])
        failed = [claim for claim in claims.values() if claim.realis == "failed"]
        # An attack that was repelled need not be said to have failed.
        if len(failed) < len(claims) and not event_type(event.type).turned:
            yield from self._voices("failed", failed)
        yield from self._reasons(event)
        yield from self._figures(event, claims)
        yield from self._summed(sums, claims)

    def _disputed(self, disagreement: Disagreement, claims: Mapping[str, Claim]) -> str:
        readings = " / ".join(
            f"{self._value(disagreement.field, reading.value, claims)} {self._refs(reading.claims, claims)}"
            for reading in disagreement.values
        )
        field = self._field(disagreement.field)
        return self._frame("disputed", field=self._small(field), readings=readings)

    def _field(self, field: str) -> str:
        fields = self.wording.words["fields"]
        if field in fields:
            return str(fields[field])
        what, _, who = field.partition(" ")
        return self.numbers.thing(what, who or None) if what in get_args(What) else field

    def _small(self, words: str) -> str:
        """The words inside a line, where a noun keeps its capital in German alone."""
        return words if self.wording.code == "de" else words[:1].lower() + words[1:]

    def _value(self, field: str, value: str, claims: Mapping[str, Claim]) -> str:
        """A disagreement's value, which stands in the ledger's own words, in the reader's."""
        if field == "when":
            days = [date.fromisoformat(day) for day in value.split("/")]
            return Days(self.wording).span(days[0], days[-1])
        if field in ("actors", "targets", "places", "attribution"):
            return self._named(value, claims)
        number = _NUMBER.match(value)
        if number is None:
            return value
        low, high = int(number[1]), int(number[2] or number[1])
        return self.numbers.span(low, None if number[3] else high)

    def _named(self, value: str, claims: Mapping[str, Claim]) -> str:
        known: dict[str, str] = {}
        for claim in claims.values():
            known.update({where.name: self.places.name(where) for where in claim.places})
            named: tuple[Party | Speaker, ...] = (*claim.actors, *claim.targets, *claim.attribution)
            known.update({one.name: self.naming.name(one.id, one.name) for one in named})
        return listed([known.get(name, name) for name in value.split(", ")], self.wording.locale)

    def _voices(self, frame: str, claims: Sequence[Claim]) -> Iterator[str]:
        """A remark with all voices behind it: speakers by name, reports that speak themselves by number alone."""
        if not claims:
            return
        voices = {voice: None for claim in claims if (voice := voice_of(claim)) is not None}
        refs = self.references.to(claims)
        yield self._said(frame, sorted(voices, key=lambda voice: (voice.name, voice.id or "")), refs)

    def _said(self, frame: str, voices: Iterable[Named], refs: str) -> str:
        phrase = self.naming.parties(voices)
        if phrase is None:
            return str(self.wording.words["remarks"][f"{frame}_by_reports"]).format(refs=refs)
        return self.sentences.said(self.wording.words["remarks"][frame], phrase, refs=refs)

    def _reasons(self, event: Event) -> Iterator[str]:
        """Concessions, and claims of other events that give the outcome otherwise."""
        for row in self.ledger.rows("SELECT reasons FROM event WHERE id = ?", event.id):
            found = [about for reason in json.loads(row["reasons"]) if (about := _ABOUT.match(reason))]
            conceding = [claim for about in found if about[1] == "conceded" for claim in self._claims(about[2])]
            yield from self._voices("conceded", conceding)
            for about in found:
                if about[1] == "contested":
                    for claim in self._claims(about[2]):
                        yield from self._voices("failed" if claim.realis == "failed" else "otherwise", [claim])

    def _claims(self, id: str) -> Iterator[Claim]:
        rows = self.ledger.rows("SELECT record FROM claim WHERE id = ?", id)
        return (from_json(Claim, row["record"]) for row in rows)

    def _figures(self, event: Event, claims: Mapping[str, Claim]) -> Iterator[str]:
        """The numbers that the sentence has not, and those on which sources differ."""
        in_sentence = tuple(told(event.counts).values())
        disputed = {one.field for one in event.disagreements}
        for count in event.counts:
            if _field(count) in disputed and _differing(count):
                yield self._frame("disputed_figure", figure=self._small(self._figure(count, claims)))
            elif count not in in_sentence or _differing(count):
                yield self._figure(count, claims)

    def _figure(self, count: EventCount, claims: Mapping[str, Claim]) -> str:
        span = self.numbers.span(count.low, count.high)
        if _differing(count):
            best = self.numbers.plain(count.best)
            span = self._frame("best", range=span, best=best)
        label = self.numbers.label(count)
        if not _differing(count):
            refs = self._refs([claim for one in count.by_source for claim in one.claims], claims)
            return self._frame("figure_of_one", what=label, range=span, refs=refs)
        readings = ", ".join(
            f"{self.numbers.span(one.low, one.high)} {self._refs(one.claims, claims)}" for one in count.by_source
        )
        return self._frame("figure", what=label, range=span, readings=readings)

    def _summed(self, sums: Sequence[Sum], claims: Mapping[str, Claim]) -> Iterator[str]:
        """The sums of a period that the sentence has not."""
        in_sentence = tuple(told(sums).values())
        for one in sums:
            if one not in in_sentence:
                span = f"{self.numbers.span(one.low, one.high)} ({self.sentences.total(one)})"
                refs = self._refs(one.claims, claims)
                yield self._frame("figure_of_one", what=self.numbers.label(one), range=span, refs=refs)

    def _refs(self, ids: Iterable[str], claims: Mapping[str, Claim]) -> str:
        return self.references.to(claims[one] for one in ids if one in claims)

    def _frame(self, name: str, **words: str) -> str:
        return str(self.wording.words["remarks"][name]).format(**words)


def _field(count: EventCount) -> str:
    """The field of a disagreement on a number."""
    return f"{count.what} {count.who or 'people'}"


def _differing(count: EventCount) -> bool:
    """Whether its sources give different numbers."""
    return len({(one.low, one.high) for one in count.by_source}) > 1
