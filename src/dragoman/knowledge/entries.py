"""What a pack holds: actors and places, each with its names by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import PlacePrecision

ACTOR_KINDS = frozenset(
    {"government", "ministry", "military", "police", "rebel", "jihadist", "militia", "political", "coalition"}
    | {"igo", "ngo", "monitor", "rescue", "agency", "outlet", "person", "people", "other"}
)

SIDES = frozenset(
    ("government", "opposition", "islamic-state", "kurdish", "turkey", "us-coalition", "israel", "neutral")
)

# How exactly a place of a kind says where something happened (the contract's `precision`).
PRECISIONS: Mapping[str, PlacePrecision] = {
    **dict.fromkeys(("airbase", "base", "crossing", "hospital", "checkpoint", "facility", "dam", "hill"), "exact"),
    **dict.fromkeys(("neighbourhood", "estate", "camp"), "neighbourhood"),
    **dict.fromkeys(("village", "town", "city"), "town"),
    **dict.fromkeys(("area", "subdistrict", "district", "field", "road"), "district"),
    **dict.fromkeys(("province", "region"), "province"),
    "country": "country",
}

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Veto:
    """Words beside a name that show it to be something else ("Jordan" before "Times"); lower case."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks: a government, a force, a group, an outlet, an office-holder.

    `since` and `until` are the days between which it held under this name; `adjectives` are the demonyms that
    qualify what belongs to it ("Russian" warplanes), by language.
    """

    id: str
    name: str
    kind: str
    side: str | None
    parent: str | None
    since: date | None
    until: date | None
    names: Names
    adjectives: Names
    generic: bool = False
    veto: Veto | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere: latitude and longitude in degrees (WGS 84); `within` is the id of the containing place."""

    id: str
    name: str
    kind: str
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    within: str | None
    population: int
    names: Names
    veto: Veto | None = None
