"""Claims, events and reports in few words, for the evaluations that read a ledger's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dragoman.model import (
    NO_DAY,
    UNDATED,
    Claim,
    Disagreement,
    Document,
    Event,
    Grade,
    Named,
    Party,
    Reading,
    Realis,
    Span,
    Speaker,
    When,
    Where,
)

NOTHING = Span("", 0, 0)


def day(text: str | None) -> When:
    """A stated day, `2030-03-14`, or days, `2030-03-14/2030-03-16`."""
    if text is None:
        return NO_DAY
    first, _, last = text.partition("/")
    return When(date.fromisoformat(first), date.fromisoformat(last or first), "day", "stated", None, None, None)


def where(place: str) -> Where:
    """A resolved place by its id."""
    return Where(place, place, place, 0, 0, 0.0, 0.0, "town", None)


def party(actor: str) -> Party:
    """An actor by its id."""
    return Party(actor, actor, actor, 0, 0)


def report(id: str, uri: str, outlet: str | None = None) -> Document:
    """A report without a text."""
    return Document(id, uri, "0" * 64, None, "en", None, outlet, UNDATED, (), "")


def claim(
    id: str,
    document: str,
    type: str = "attack",
    *places: str,
    on: str | None = None,
    realis: Realis = "happened",
    by: Iterable[str] = (),
    speakers: Iterable[str] = (),
) -> Claim:
    """A claim with what it is asked for alone."""
    chain = tuple(Speaker(one, one, one, 0, 0, "said", "reports") for one in speakers)
    slots: dict[str, Any] = {"actors": tuple(map(party, by)), "targets": (), "places": tuple(map(where, places))}
    return Claim(
        id, document, NOTHING, "report", type, None, realis, NOTHING, **slots,
        when=day(on), counts=(), attribution=chain, confidence=1.0, flags=(), rules=(),
    )  # fmt: skip


def event(
    id: str,
    *claims: str,
    type: str = "attack",
    places: Iterable[str] = (),
    on: str | None = None,
    by: Iterable[str] = (),
    voices: Iterable[str] = (),
    grade: Grade = "single",
    disputes: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
) -> Event:
    """An event of these claims; `disputes` holds by field and value the claims that say so."""
    disagreements = tuple(
        Disagreement(field, tuple(Reading(value, held) for value, held in values.items()))
        for field, values in (disputes or {}).items()
    )
    return Event(
        id, type, day(on), tuple(map(where, places)), tuple(map(party, by)), (), (), claims,
        tuple(Named(None, voice) for voice in voices), grade, disagreements,
    )  # fmt: skip
