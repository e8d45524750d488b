"""Where a place lies, as the events of a ledger have it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a point (degrees, WGS 84; None where it is not known), how exact it is, and what contains it."""

    key: str
    id: str | None
    name: str
    lat: float | None
    lon: float | None
    precision: str
    within: str | None


def key_of(id: str | None, name: str) -> str:
    """What stands for a party or a place in an address: the pack's id, or the words themselves after a tilde."""
    return id if id is not None else f"~{name}"
