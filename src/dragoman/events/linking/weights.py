"""The one table of weights, `weights.toml`, as typed records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

Points = Mapping[str, float]
GROUPS = ("type", "time", "place", "actor", "target", "count", "words")


class Sign(NamedTuple):
    """What speaks for or against one happening: its points, a short reason, and the weight that it rests on.

    `weight` is the group and the name in `weights.toml`, as "place.town"; `share` the part of it that the sign gives.
    """

    points: float
    reason: str
    weight: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each sign by its group and name, and the limits of linking; see the table for what each
    means.
    """

    bias: float
    threshold: float
    cohesion: float
    agreement: float
    points: Mapping[str, Points]
    limits: Points

    def sign(self, group: str, name: str, reason: str, share: float = 1.0) -> Sign:
        """A sign with the points that the table gives it."""
        return Sign(self.points[group][name] * share, reason, f"{group}.{name}", share)

    def limit(self, name: str) -> int:
        """A limit that is a whole number."""
        return int(self.limits[name])


@cache
def weights() -> Weights:
    """The weights of the package."""
    table = tomllib.loads((files("dragoman.events.linking") / "weights.toml").read_text("utf-8"))
    return Weights(
        bias=table["bias"],
        threshold=table["threshold"],
        cohesion=table["cohesion"],
        agreement=table["agreement"],
        points=MappingProxyType({group: _numbers(table[group]) for group in GROUPS}),
        limits=_numbers(table["limits"]),
    )


def _numbers(entries: Mapping[str, float]) -> Points:
    return MappingProxyType({name: float(value) for name, value in entries.items()})
