"""Grades that people set: they stand while the event is made of the same claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from dragoman.ledger.judgements import Judgement
from dragoman.ledger.results import Linked, Reckoning
from dragoman.model import Control, Event, Grade, Source, Toll
from dragoman.review.kinds import GRADE


@dataclass(frozen=True, slots=True)
class Graded:
    """What was worked out from all claims, with people's grades in it."""

    events: Sequence[Event]
    control: Sequence[Control]
    tolls: Sequence[Toll]
    sources: Sequence[Source]
    links: Sequence[Linked]
    reasons: Mapping[str, Sequence[str]]
    notes: Sequence[str]


def graded(story: Reckoning, decisions: Iterable[Judgement]) -> Reckoning:
    """The story with the grades that people set; an event whose claims have changed since keeps its own."""
    by_claims = {tuple(one.value["claims"]): one for one in decisions if one.kind == GRADE}
    if not by_claims:
        return story
    set_by = {event.id: by_claims.get(tuple(sorted(event.claims))) for event in story.events}
    events = tuple(_event(event, set_by[event.id]) for event in story.events)
    reasons = {event.id: _reasons(event, story, set_by[event.id]) for event in story.events}
    return Graded(events, story.control, story.tolls, story.sources, story.links, reasons, story.notes)


def _event(event: Event, decision: Judgement | None) -> Event:
    return event if decision is None else replace(event, grade=cast(Grade, decision.verdict))


def _reasons(event: Event, story: Reckoning, decision: Judgement | None) -> tuple[str, ...]:
    own = tuple(story.reasons.get(event.id, ()))
    if decision is None:
        return own
    return (
        f"{decision.user} set the grade to {decision.verdict}: {decision.reason} (worked out as {event.grade})",
        *own,
    )
