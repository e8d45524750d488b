"""What careful reading says of a few reports' story, as data: same, not the same, graded so, held by whom and when.

An expectation is one of three kinds, each with `says`, a sentence for people:

- `one_event`: claims of all its `tellings` stand in one event; where it says so, with this grade (`grade`), of these
  days (`days`), and with a disagreement on this field (`disagreement`).
- `apart`: no event holds claims of both tellings, `one` and `other`.
- `control`: the history of a place is these holds in their order, and no more.

A telling picks claims by report, type, place, actor, target, speaker, number (`count`) and days; what it leaves out it
does not ask for. Each expectation answers why it does not hold, or None.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Protocol

from dragoman.errors import InputError
from dragoman.model import Claim, Control, Event, Party, Speaker, Where

_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """What the ledger has of the reports: `report` gives a claim's report by its number."""

    claims: Mapping[str, Claim]
    report: Mapping[str, str]
    events: Sequence[Event]
    control: Sequence[Control]


@dataclass(frozen=True, slots=True)
class Telling:
    """A choice of claims; an empty set and a missing day choose any."""

    report: frozenset[str] = _ANY
    type: frozenset[str] = _ANY
    place: frozenset[str] = _ANY
    actor: frozenset[str] = _ANY
    target: frozenset[str] = _ANY
    speaker: frozenset[str] = _ANY
    count: int | None = None
    since: date | None = None
    until: date | None = None

    def chooses(self, claim: Claim, written: Written) -> bool:
        """Whether a claim is one of these; its days must meet those asked for."""
        return (
            _among(self.report, {written.report[claim.id]})
            and _among(self.type, {claim.type})
            and _among(self.place, _ids(claim.places))
            and _among(self.actor, _ids(claim.actors))
            and _among(self.target, _ids(claim.targets))
            and _among(self.speaker, _ids(claim.attribution))
            and (self.count is None or any(self.count == one.low for one in claim.counts))
            and self._meets(claim)
        )

    def _meets(self, claim: Claim) -> bool:
        first, last = claim.when.start or date.min, claim.when.end or date.max
        return first <= (self.until or date.max) and (self.since or date.min) <= last

    def events(self, written: Written) -> dict[str, frozenset[str]]:
        """The events in which such claims stand, with these claims."""
        chosen = {claim.id for claim in written.claims.values() if self.chooses(claim, written)}
        found = ((event.id, chosen.intersection(event.claims)) for event in written.events)
        return {event: frozenset(claims) for event, claims in found if claims}

    def __str__(self) -> str:
        asked = (self.report, self.type, self.place, self.actor, self.target, self.speaker)
        numbers = () if self.count is None else (str(self.count),)
        return " ".join((*("/".join(sorted(values)) for values in asked if values), *numbers))


class Expectation(Protocol):
    """A statement about the story."""

    @property
    def says(self) -> str:
        """The statement for people."""

    def failure(self, written: Written) -> str | None:
        """Why it does not hold; None where it holds."""


@dataclass(frozen=True, slots=True)
class OneEvent:
    """All tellings meet in one event of this kind, each by a claim of its own."""

    says: str
    tellings: tuple[Telling, ...]
    grade: str | None = None
    disagreement: str | None = None
    days: tuple[date, date] | None = None

    def failure(self, written: Written) -> str | None:
        """Which telling has no event, or what the events in which all meet lack."""
        told = [telling.events(written) for telling in self.tellings]
        missing = [str(telling) for telling, events in zip(self.tellings, told, strict=True) if not events]
        if missing:
            return f"in no event: {'; '.join(missing)}"
        common = [event for event in written.events if _each_its_own([events.get(event.id, _ANY) for events in told])]
        if not common:
            return f"apart: {' | '.join(' '.join(sorted(events)) for events in told)}"
        lacking = [tuple(self._lacks(event)) for event in common]
        return None if () in lacking else f"{common[0].id}: {', '.join(lacking[0])}"

    def _lacks(self, event: Event) -> Iterator[str]:
        if self.grade is not None and event.grade != self.grade:
            yield f"is {event.grade}"
        if self.disagreement is not None and all(one.field != self.disagreement for one in event.disagreements):
            yield f"nothing on {self.disagreement}"
        if self.days is not None and (event.when.start, event.when.end) != self.days:
            yield f"on {event.when.start}..{event.when.end}"


@dataclass(frozen=True, slots=True)
class Apart:
    """Two tellings are different happenings."""

    says: str
    one: Telling
    other: Telling

    def failure(self, written: Written) -> str | None:
        """The events in which they meet; where one of them has no event, nothing is shown to be apart."""
        one, other = self.one.events(written), self.other.events(written)
        missing = [str(telling) for telling, events in ((self.one, one), (self.other, other)) if not events]
        if missing:
            return f"in no event: {'; '.join(missing)}"
        common = sorted(one.keys() & other.keys())
        return f"one event: {' '.join(common)}" if common else None


@dataclass(frozen=True, slots=True)
class Hold:
    """One of these holders, between these days; a day that is not named is not asked for."""

    holder: frozenset[str]
    days: Mapping[str, date | None] = field(default_factory=dict)

    def fits(self, row: Control) -> bool:
        """Whether a row of the ledger is this hold."""
        found = {"from": row.since, "until": row.until}
        return row.holder.id in self.holder and all(found[name] == day for name, day in self.days.items())


@dataclass(frozen=True, slots=True)
class History:
    """Who held a place, one after the other."""

    says: str
    place: str
    holds: tuple[Hold, ...]

    def failure(self, written: Written) -> str | None:
        """The ledger's rows where they are others."""
        own = (row for row in written.control if row.place.id == self.place)
        rows = sorted(own, key=lambda row: (row.since or date.min, row.until or date.max))
        if len(rows) == len(self.holds) and all(hold.fits(row) for hold, row in zip(self.holds, rows, strict=True)):
            return None
        return "; ".join(f"{row.holder.id} {row.since}..{row.until or ''}" for row in rows) or "nobody"


def expectations(path: Path) -> Iterator[Expectation]:
    """The statements of a file; InputError names the one that is none."""
    kinds: dict[str, Callable[[Mapping[str, Any]], Expectation]] = {
        "one_event": _one_event,
        "apart": _apart,
        "control": _history,
    }
    for kind, rows in tomllib.loads(path.read_text("utf-8")).items():
        for number, row in enumerate(rows, start=1):
            try:
                yield kinds[kind](row)
            except (KeyError, TypeError, ValueError) as error:
                raise InputError(f"{path}: {kind} {number} is no expectation: {error!r}") from error


def _one_event(row: Mapping[str, Any]) -> OneEvent:
    asked = {name: value for name, value in row.items() if name not in ("tellings", "days")}
    days = tuple(row["days"]) if "days" in row else None
    return OneEvent(tellings=tuple(map(_telling, row["tellings"])), days=days, **asked)


def _apart(row: Mapping[str, Any]) -> Apart:
    return Apart(**{**row, "one": _telling(row["one"]), "other": _telling(row["other"])})


def _history(row: Mapping[str, Any]) -> History:
    return History(**{**row, "holds": tuple(map(_hold, row["holds"]))})


def _hold(row: Mapping[str, Any]) -> Hold:
    # TOML has no null: an empty word stands for the end that nobody reported.
    days = {name: row[name] or None for name in ("from", "until") if name in row}
    return Hold(_set(row["holder"]), days)


def _telling(row: Mapping[str, Any]) -> Telling:
    asked: dict[str, Any] = {name: value for name, value in row.items() if name in ("count", "until")}
    asked |= {name: _set(value) for name, value in row.items() if name not in ("count", "from", "until")}
    return Telling(since=row.get("from"), **asked)


def _set(value: str | Sequence[str]) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


def _each_its_own(choices: Sequence[frozenset[str]]) -> bool:
    """Whether a claim can be taken of each choice without taking one twice."""
    return any(len(set(taken)) == len(choices) for taken in product(*choices))


def _among(wanted: frozenset[str], found: set[str]) -> bool:
    return not wanted or not wanted.isdisjoint(found)


def _ids(slot: Sequence[Party] | Sequence[Where] | Sequence[Speaker]) -> set[str]:
    return {one.id for one in slot if one.id}
