"""The whole story: days, the events of each day, and the list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import wrap

from dragoman.chronology.teller import Teller, Telling
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.model import Event

WIDTH = 100


def chronicle(
    ledger: Ledger, events: Iterable[Event], knowledge: Knowledge, language: str, *, ids: bool = False
) -> Iterator[str]:
    """The lines of the chronology of some events of a ledger in a language; `ids` puts each event's id behind it.

    Raises PackError for a language that it is not told in. The same events give the same lines, in whatever order they
    come.
    """
    teller = Teller.of(ledger, knowledge, language)
    return _Story(teller, teller.telling(ledger), ids).lines(events)


@dataclass(frozen=True, slots=True)
class _Story:
    """Events as lines of Markdown."""

    teller: Teller
    telling: Telling
    ids: bool

    def lines(self, events: Iterable[Event]) -> Iterator[str]:
        ordered = sorted(events, key=self._order)
        words = self.teller.wording.words
        yield f"# {words['title']}"
        yield ""
        yield self.telling.summary(ordered)
        for (start, end), same in groupby(ordered, key=lambda event: (event.when.start, event.when.end)):
            yield from ("", f"## {self.teller.heading(start, end)}", "")
            for event in same:
                yield from self._entry(event)
        if ordered:
            yield from ("", f"## {words['sources']}", "")
            for line in self.telling.sources():
                yield from _wrapped(line, "", "    ")

    def _order(self, event: Event) -> tuple[bool, date, date, str, str]:
        """By day, an undated event last; of one day by place, then by id."""
        start, end = event.when.start, event.when.end
        place = self.teller.places.name(event.places[0]) if event.places else "~"
        undated = start is None and end is None
        return undated, start or end or date.max, end or date.max, place, event.id

    def _entry(self, event: Event) -> Iterator[str]:
        entry = self.telling.entry(event)
        named = f" {event.id}" if self.ids else ""
        yield from _wrapped(f"{entry.sentence} ({self._notes(event)}) {entry.cited}{named}", "- ", "  ")
        for remark in entry.remarks:
            yield from _wrapped(remark, "  - ", "    ")

    def _notes(self, event: Event) -> str:
        """The grade, the hours, and that the day is only the report's."""
        words = self.teller.wording.words
        published = words["days"]["published"] if event.when.basis == "published" else None
        return "; ".join(
            note for note in (words["grades"][event.grade], self.teller.days.clock(event.when), published) if note
        )


def _wrapped(line: str, first: str, rest: str) -> list[str]:
    return wrap(
        line, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
