"""What the events step hands on: the story that all claims together tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from dragoman.model import Control, Event, Source, Toll

_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may tell one happening: how surely (0..1), and why, in short sentences.

    A score of 0 stands for two claims that would be one event, were it not for a contradiction, which the
    first reason names.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Events, control, tolls and sources over all claims, with the links behind them.

    `reasons` says of each event id why it has its grade; `notes` says what was cut short (as a capped block).
    """

    events: tuple[Event, ...] = ()
    control: tuple[Control, ...] = ()
    tolls: tuple[Toll, ...] = ()
    sources: tuple[Source, ...] = ()
    links: Sequence[Link] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    notes: tuple[str, ...] = ()
