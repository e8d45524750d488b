"""A small world of its own for the events step: sides, places and a builder of claims in few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from dragoman.events import Story, relate
from dragoman.model import (
    NO_DAY,
    Claim,
    Count,
    Document,
    Party,
    Published,
    Span,
    Speaker,
    When,
    Where,
    short_id,
)


@dataclass(frozen=True, slots=True)
class FakeActor:
    id: str
    name: str
    kind: str
    side: str | None = None
    parent: str | None = None
    generic: bool = False
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FakePlace:
    id: str
    name: str
    precision: str
    within: str | None
    lat: float
    lon: float
    population: int = 0


ACTORS = (
    FakeActor("crown", "Crown government", "government", "crown"),
    FakeActor("crown-army", "Crown army", "military", "crown", "crown"),
    FakeActor("crown-guard", "Crown guard", "military", "crown", "crown-army"),
    FakeActor("crown-tv", "Crown television", "outlet", "crown", "crown", names={"en": ("Crown TV",)}),
    FakeActor("crown-office", "Crown office", "ministry", "crown", "crown"),
    FakeActor("crown-staff", "Crown general staff", "military", "crown", "crown"),
    FakeActor("league", "League", "rebel", "league"),
    FakeActor("league-north", "Northern League", "rebel", "league", "league"),
    FakeActor("league-office", "League office", "political", "league"),
    FakeActor("league-south", "Southern League", "rebel", "league"),
    FakeActor("insurgents", "insurgents", "rebel", "league", generic=True),
    FakeActor("watch", "Watch", "monitor", "neutral"),
    FakeActor("press", "Press Union", "agency", "neutral", names={"en": ("Press Union", "PU")}),
    FakeActor("courier", "Courier", "outlet", "neutral"),
    FakeActor("herald", "Herald", "outlet", "neutral"),
    FakeActor("villagers", "villagers", "people", generic=True),
)
PLACES = (
    FakePlace("land", "Land", "country", None, 35.0, 38.0),
    FakePlace("shire", "Shire", "province", "land", 35.5, 38.0),
    FakePlace("bigtown", "Bigtown", "town", "shire", 36.20, 37.15, 2_000_000),
    FakePlace("east-bigtown", "East Bigtown", "district", "bigtown", 36.20, 37.19),
    FakePlace("mill-quarter", "Mill Quarter", "neighbourhood", "bigtown", 36.18, 37.08),
    FakePlace("rose-quarter", "Rose Quarter", "neighbourhood", "bigtown", 36.24, 37.20),
    FakePlace("oakham", "Oakham", "town", "shire", 35.60, 37.60, 9_000),
    FakePlace("elmham", "Elmham", "town", "shire", 35.62, 37.63, 4_000),
    FakePlace("farham", "Farham", "town", "shire", 34.90, 38.40, 5_000),
)
DAY = date(2030, 3, 14)


class FakeKnowledge:
    """The little of knowledge that the events step reads."""

    actors: Mapping[str, FakeActor] = {actor.id: actor for actor in ACTORS}
    places: Mapping[str, FakePlace] = {place.id: place for place in PLACES}

    def lineage(self, actor_id: str) -> tuple[str, ...]:
        parent = self.actors[actor_id].parent
        return (actor_id, *(self.lineage(parent) if parent else ()))

    def within(self, place_id: str) -> tuple[str, ...]:
        outer = self.places[place_id].within
        return (outer, *self.within(outer)) if outer else ()

    def side(self, actor_id: str) -> str | None:
        return self.actors[actor_id].side


def on(days: int = 0, **changes: Any) -> When:
    """A stated day, so many days after the world's first."""
    day = DAY + timedelta(days=days)
    return replace(When(day, day, "day", "stated", "that day", 0, 8), **changes)


def until(first: int, last: int, precision: str = "week", **changes: Any) -> When:
    """A stated span of days."""
    return on(first, end=DAY + timedelta(days=last), precision=precision, **changes)


def published(days: int = 0) -> When:
    """The day of publication, for want of a better one."""
    return on(days, basis="published", text=None, span_start=None, span_end=None)


def count(low: int, what: str = "killed", who: str | None = "civilians", **changes: Any) -> Count:
    """A number, exact unless changed."""
    base = Count("killed", who, low, low, False, str(low), 0, len(str(low)))
    return replace(base, what=what, **changes)  # type: ignore[arg-type]


class World:
    """Builds claims in few words and relates them."""

    knowledge = FakeKnowledge()
    on, until, published, count = (
        staticmethod(on),
        staticmethod(until),
        staticmethod(published),
        staticmethod(count),
    )
    undated = NO_DAY

    def party(self, key: str) -> Party:
        known = self.knowledge.actors.get(key)
        name = known.name if known else key
        return Party(known.id if known else None, name, name, 0, len(name))

    def place(self, key: str) -> Where:
        known = self.knowledge.places.get(key)
        if known is None:
            return Where(None, key, key, 0, len(key), None, None, "unresolved", None)
        return Where(
            known.id, known.name, known.name, 0, len(known.name), known.lat, known.lon,
            known.precision, known.within,  # type: ignore[arg-type]
        )  # fmt: skip

    def speaker(self, key: str, stance: str = "reports") -> Speaker:
        party = self.party(key)
        return Speaker(party.id, party.name, party.text, 0, party.end, "said", stance)  # type: ignore[arg-type]

    def claim(
        self,
        type: str = "attack",
        document: str = "d_one",
        *,
        by: tuple[str, ...] = (),
        to: tuple[str, ...] = (),
        at: tuple[str, ...] = (),
        when: When | None = None,
        counts: tuple[Count, ...] = (),
        said_by: tuple[str, ...] = (),
        sentence: str | None = None,
        start: int = 0,
        **changes: Any,
    ) -> Claim:
        words = sentence or f"{type} {document} {by} {to} {at} {said_by} {start}"
        told = Claim(
            id="",
            document=document,
            sentence=Span(words, start, start + len(words)),
            voice="report",
            type=type,
            phase=None,
            realis="happened",
            trigger=Span(type, start, start + len(type)),
            actors=tuple(map(self.party, by)),
            targets=tuple(map(self.party, to)),
            places=tuple(map(self.place, at)),
            when=when or on(),
            counts=counts,
            attribution=tuple(map(self.speaker, said_by)),
            confidence=0.8,
            flags=(),
            rules=(),
        )
        told = replace(told, **changes)
        return replace(told, id=short_id("c", repr(told)))

    def document(self, key: str, outlet: str | None = None, text: str = "", days: int = 0) -> Document:
        day = DAY + timedelta(days=days)
        appeared = Published(day, day, "day", "metadata")
        return Document(key, f"{key}.txt", "0" * 64, None, "en", None, outlet, appeared, (), text)

    def relate(self, *claims: Claim, documents: tuple[Document, ...] = ()) -> Story:
        known = {claim.document: self.document(claim.document) for claim in claims}
        known.update((document.id, document) for document in documents)
        return relate(claims, known, self.knowledge)


@pytest.fixture(scope="session")
def world() -> World:
    return World()
