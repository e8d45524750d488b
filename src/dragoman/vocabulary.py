"""The event types with their codes in other vocabularies, read from `vocabulary.toml`, the one table of the
package.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

Adverse = Literal["target", "actor", "losses"]


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type: its codes elsewhere, and what linking and weighing need to know of it.

    The fields are explained at the top of `vocabulary.toml`.
    """

    name: str
    family: str
    acled: tuple[str, str]
    plover: tuple[str, str | None]
    ucdp: int | None
    violent: bool
    material: bool
    holder: bool
    story: str
    adverse: Adverse | None
    turned: bool
    mutual: bool
    lasting: bool
    rare: bool
    announced: bool
    start: str | None
    end: str | None
    failed: str | None
    rank: int


_CONDITIONS = ("types", "classes", "actors", "targets", "parties", "lost", "beside", "unless")


@dataclass(frozen=True, slots=True)
class Finer:
    """Where a type goes out as a finer sub-event type of ACLED's: every condition that is not empty must hold.

    The fields are explained above the table `finer` of `vocabulary.toml`.
    """

    acled: tuple[str, str]
    types: frozenset[str]
    classes: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    parties: frozenset[str]
    lost: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    rank: int | None


@cache
def event_types() -> Mapping[str, EventType]:
    """Every event type by its name, in the order of the families."""
    entries = _table()["types"]
    return MappingProxyType({name: _event_type(name, entry) for name, entry in entries.items()})


def event_type(name: str) -> EventType:
    """The event type `name`; KeyError for a name that the contract does not have."""
    return event_types()[name]


@cache
def finer() -> tuple[Finer, ...]:
    """The finer sub-event types in the order in which they are tried."""
    return tuple(_finer(entry) for entry in _table()["finer"])


@cache
def likenesses() -> Mapping[tuple[str, str], float]:
    """How alike two types are (0..1), for every ordered pair that may tell one event; a type is wholly like
    itself.
    """
    found = {(name, name): 1.0 for name in event_types()}
    for pair, value in _table()["likeness"].items():
        one, other = pair.split()
        found[one, other] = found[other, one] = float(value)
    return MappingProxyType(found)


def likeness(one: str, other: str) -> float:
    """How alike two types are, 0 where they never tell one event."""
    return likenesses().get((one, other), 0.0)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("dragoman") / "vocabulary.toml").read_text("utf-8"))


def _event_type(name: str, entry: Mapping[str, Any]) -> EventType:
    category, mode = entry["plover"]
    event, sub_event = entry["acled"]
    return EventType(
        name=name,
        family=entry["family"],
        acled=(event, sub_event),
        plover=(category, mode or None),
        ucdp=entry.get("ucdp"),
        violent=entry["violent"],
        material=entry["material"],
        holder=entry.get("holder", False),
        story=entry["story"],
        adverse=entry.get("adverse"),
        turned=entry.get("turned", False),
        mutual=entry.get("mutual", False),
        lasting=entry.get("lasting", False),
        rare=entry.get("rare", False),
        announced=entry.get("announced", False),
        start=entry.get("start"),
        end=entry.get("end"),
        failed=entry.get("failed"),
        rank=entry["rank"],
    )


def _finer(entry: Mapping[str, Any]) -> Finer:
    event, sub_event = entry["acled"]
    named = {name: frozenset(entry.get(name, ())) for name in _CONDITIONS}
    return Finer(acled=(event, sub_event), rank=entry.get("rank"), **named)
