"""The one table of weights, `weights.toml`, as typed records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Points = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each sign by its group and name, and the limits of linking; see the table for what each
    means.
    """

    bias: float
    threshold: float
    cohesion: float
    agreement: float
    type: Points
    time: Points
    place: Points
    actor: Points
    target: Points
    count: Points
    words: Points
    limits: Points

    def limit(self, name: str) -> int:
        """A limit that is a whole number."""
        return int(self.limits[name])


@cache
def weights() -> Weights:
    """The weights of the package."""
    table = tomllib.loads((files("dragoman.events") / "weights.toml").read_text("utf-8"))
    return Weights(
        bias=table["bias"],
        threshold=table["threshold"],
        cohesion=table["cohesion"],
        agreement=table["agreement"],
        **{
            name: MappingProxyType({key: float(value) for key, value in table[name].items()})
            for name in ("type", "time", "place", "actor", "target", "count", "words", "limits")
        },
    )
