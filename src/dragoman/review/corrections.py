"""Claims as people corrected them: what events, control and tolls are worked out from.

The claims of the ledger stay as the machine wrote them; a correction stands beside them as a judgement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.ledger.judgements import Judgement
from dragoman.model import Claim, Party, Speaker, Where
from dragoman.review.kinds import ACTOR, CLAIM, MERGE, PLACE, REJECTED, SAME, SLOT
from dragoman.review.slots import slot_value


@dataclass(frozen=True, slots=True)
class Corrections:
    """Decisions by what they change: rejected claims, slots of claims, and names that are another's."""

    rejected: frozenset[str] = frozenset()
    slots: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    actors: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Judgement]) -> Corrections:
        """The corrections among people's decisions."""
        found = tuple(decisions)
        slots: dict[str, dict[str, Any]] = defaultdict(dict)
        for one in found:
            if one.kind == SLOT and one.object is not None:
                slots[one.subject][one.object] = slot_value(one.object, one.value)
        rejected = frozenset(one.subject for one in found if one.kind == CLAIM and one.verdict == REJECTED)
        return cls(rejected, dict(slots), _merged(found, ACTOR), _merged(found, PLACE))

    def apply(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims that are not rejected, as corrected."""
        return (self.corrected(claim) for claim in claims if claim.id not in self.rejected)

    def corrected(self, claim: Claim) -> Claim:
        """A claim with its corrected slots, its actors and places under the names that people gave them."""
        slots: dict[str, Any] = dict(self.slots.get(claim.id, {}))
        if self.actors:
            for role in ("actors", "targets", "attribution"):
                slots[role] = tuple(map(self._actor, slots.get(role, getattr(claim, role))))
        if self.places:
            slots["places"] = tuple(map(self._place, slots.get("places", claim.places)))
        return replace(claim, **slots) if slots else claim

    def _actor(self, one: Party | Speaker) -> Party | Speaker:
        into = _followed(self.actors, one.id or one.name)
        return one if into is None else replace(one, id=into["id"], name=into["name"])

    def _place(self, one: Where) -> Where:
        into = _followed(self.places, one.id or one.name)
        if into is None:
            return one
        names = ("id", "name", "lat", "lon", "precision", "within")
        return replace(one, **{name: into[name] for name in names})


def _merged(decisions: Iterable[Judgement], what: str) -> dict[str, Mapping[str, Any]]:
    merges = (one for one in decisions if one.kind == MERGE and one.verdict == SAME and one.value["what"] == what)
    return {one.subject: one.value for one in merges}


def _followed(merged: Mapping[str, Mapping[str, Any]], name: str) -> Mapping[str, Any] | None:
    """What a name was merged into, and that into, and so on; a circle ends where it began."""
    into, seen = merged.get(name), {name}
    while into is not None and into["id"] not in seen and into["id"] in merged:
        seen.add(into["id"])
        into = merged[into["id"]]
    return into
