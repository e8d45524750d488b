"""What the events step asks of knowledge: lineages and sides of actors, chains of places, distances.

`Knowledge` is the little that is needed, so that a test can stand in for the packs; `Ground` answers each
question once and keeps the answer, because linking asks the same few hundred again and again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

# From armed men to ministries: kinds whose loss of men or ground is a loss to their side.
ARMED = frozenset({"government", "military", "police", "rebel", "jihadist", "militia", "coalition"})
# Kinds that carry other people's words.
CARRIERS = frozenset({"agency", "outlet"})
# Precisions of a town and of what is finer than a town.
FINE = frozenset({"exact", "neighbourhood", "town"})
_EARTH_KM = 6371.0
_WORD = re.compile(r"[^\W_]+")


class ActorLike(Protocol):
    """The facts of an actor that linking and weighing use."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def side(self) -> str | None: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def names(self) -> Mapping[str, tuple[str, ...]]: ...


class PlaceLike(Protocol):
    """The facts of a place that linking uses."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def precision(self) -> str: ...
    @property
    def population(self) -> int | None: ...


class Knowledge(Protocol):
    """The part of `dragoman.knowledge.Knowledge` that this step reads."""

    @property
    def actors(self) -> Mapping[str, ActorLike]: ...
    @property
    def places(self) -> Mapping[str, PlaceLike]: ...
    def within(self, place_id: str, /) -> tuple[str, ...]: ...
    def side(self, actor_id: str, /) -> str | None: ...
    def lineage(self, actor_id: str, /) -> tuple[str, ...]: ...


class Ground:
    """Knowledge with its answers kept; unknown ids have no side, no parents and no container."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._lineages: dict[str, tuple[str, ...]] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        self._sides: dict[str, str | None] = {}
        self._fine: dict[str, bool] = {}

    def lineage(self, actor: str) -> tuple[str, ...]:
        """The actor and what it is a part of, from itself outward."""
        if actor not in self._lineages:
            known = self.knowledge.lineage(actor) if actor in self.knowledge.actors else ()
            self._lineages[actor] = (actor, *(other for other in known if other != actor))
        return self._lineages[actor]

    def chain(self, place: str) -> tuple[str, ...]:
        """The place and what contains it, from itself outward."""
        if place not in self._chains:
            known = self.knowledge.within(place) if place in self.knowledge.places else ()
            self._chains[place] = (place, *(other for other in known if other != place))
        return self._chains[place]

    def side(self, actor: str) -> str | None:
        """The side that the actor is on; None for a neutral or unknown one."""
        if actor not in self._sides:
            side = self.knowledge.side(actor) if actor in self.knowledge.actors else None
            self._sides[actor] = None if side == "neutral" else side
        return self._sides[actor]

    def kind(self, actor: str) -> str | None:
        """The kind of the actor, as "rebel"."""
        found = self.knowledge.actors.get(actor)
        return found.kind if found is not None else None

    def generic(self, actor: str) -> bool:
        """Is the actor a common noun ("rebels", "the army"), under which many may stand?"""
        return bool(getattr(self.knowledge.actors.get(actor), "generic", False))

    def related(self, one: str, other: str) -> bool:
        """Is one of the two the other, or a part of it?"""
        return one in self.lineage(other) or other in self.lineage(one)

    def contains(self, outer: str, inner: str) -> bool:
        """Does `outer` contain `inner`, or is it the same place?"""
        return outer in self.chain(inner)

    def fine(self, place: str) -> bool:
        """Is the place a town, finer than a town, or a part of one?"""
        if place not in self._fine:
            found = (self.knowledge.places.get(key) for key in self.chain(place))
            self._fine[place] = any(entry is not None and entry.precision in FINE for entry in found)
        return self._fine[place]

    def populous(self, place: str, at_least: int) -> bool:
        """Is the place known to have so many inhabitants?"""
        found = self.knowledge.places.get(place)
        return found is not None and (found.population or 0) >= at_least

    def outlet(self, name: str) -> str | None:
        """The id of the outlet or agency that bears the name, in any language."""
        return self._carriers.get(folded(name))

    @cached_property
    def _carriers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key in sorted(self.knowledge.actors):
            actor = self.knowledge.actors[key]
            if actor.kind in CARRIERS or actor.kind == "monitor":
                for name in _spellings(actor):
                    found.setdefault(folded(name), key)
        return found

    @cached_property
    def agencies(self) -> dict[str, str]:
        """The folded names of news agencies and the agencies' ids."""
        kinds = {key: actor.kind for key, actor in self.knowledge.actors.items()}
        return {name: key for name, key in sorted(self._carriers.items()) if kinds[key] == "agency"}


def _spellings(actor: ActorLike) -> tuple[str, ...]:
    return (actor.name, *(name for code in sorted(actor.names) for name in actor.names[code]))


def folded(name: str) -> str:
    """A name without case, accents and spacing, so that spellings of one outlet meet: "Al-Nahār " -> "al
    nahar".
    """
    bare = name.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees) in kilometres."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))
