"""What the steps hand to the ledger: what became of each item, and what was worked out from all claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.model import Claim, Control, Document, Event, LeftOut, Source, Toll


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: a document with its claims, or the reason why it was left out.

    `evidence` is the JSON by which the collection may date the document; `notes` say what is odd about it; `vectors`
    are those of its sentences, by their first character.
    """

    key: str
    uri: str
    document: Document | None = None
    evidence: str = "null"
    claims: tuple[Claim, ...] = ()
    notes: tuple[LeftOut, ...] = ()
    left_out: LeftOut | None = None
    vectors: Mapping[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Redated:
    """A document to which the collection gave another publication day, with the claims that it then makes."""

    document: Document
    claims: tuple[Claim, ...]
    notes: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of the items of one shard; it is written as one transaction."""

    outcomes: tuple[Outcome, ...] = ()
    redated: tuple[Redated, ...] = ()


class Linked(Protocol):
    """Two claims that were weighed against each other."""

    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def reasons(self) -> Sequence[str]: ...


class Reckoning(Protocol):
    """What was worked out from all claims; `reasons` by event id, `notes` on what was cut short."""

    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def control(self) -> Sequence[Control]: ...
    @property
    def tolls(self) -> Sequence[Toll]: ...
    @property
    def sources(self) -> Sequence[Source]: ...
    @property
    def links(self) -> Sequence[Linked]: ...
    @property
    def reasons(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def notes(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A pack's words for a place, kept so that `--place` finds what lies within it."""

    id: str
    name: str
    within: str | None
