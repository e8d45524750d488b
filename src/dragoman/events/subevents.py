"""ACLED's sub-event type of a claim: its type's own, or a finer one by who took part and what was told beside it.

The conditions are data, the table `finer` of `vocabulary.toml`; here is how a claim is held against them. The exports
and the evaluation ask here, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.claims.assembling import CLASS
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Party
from dragoman.vocabulary import Finer, event_type, finer

_STATE = frozenset({"government", "ministry", "military", "police"})
_ARMED = frozenset({"government", "military", "police", "rebel", "jihadist", "militia", "coalition"})
_CIVILIAN = frozenset({"people", "rescue", "ngo", "agency", "outlet", "igo"})
_HOME = frozenset({"government", "neutral", None})  # sides of those who fight for the government, or in no theatre
_COUNTED = {"civilians": "civilian", "children": "civilian", "women": "civilian", "people": "civilian"}


@dataclass(frozen=True, slots=True)
class SubEvent:
    """An event type and sub-event type of ACLED, and the rank among others that tell the same happening."""

    event: str
    name: str
    rank: int


def sub_event(claim: Claim, beside: Iterable[Claim], knowledge: Knowledge) -> SubEvent:
    """The sub-event type of a claim; `beside` are the other claims of its sentence, or of its event."""
    others = [other for other in beside if other.id != claim.id]
    kind = event_type(claim.type)
    found = next((entry for entry in finer() if _fits(entry, claim, others, knowledge)), None)
    if found is None:
        return SubEvent(*kind.acled, kind.rank)
    return SubEvent(*found.acled, kind.rank if found.rank is None else found.rank)


def classes(claim: Claim) -> frozenset[str]:
    """The classes of a claim's trigger."""
    return frozenset(rule.removeprefix(CLASS) for rule in claim.rules if rule.startswith(CLASS))


def groups(party: str | None, knowledge: Knowledge) -> frozenset[str]:
    """The groups of an actor by its id: the id, its kind and side, and whether it is of the state, armed, civilian."""
    if party is None or party not in knowledge.actors:
        return frozenset()
    actor, side = knowledge.actors[party], knowledge.side(party)
    told = {party, actor.kind, side} - {None}
    ours = side == "government" or (actor.kind in _STATE and side in _HOME)
    armed = actor.kind in _ARMED or party == "fighters"
    marks = (("state", ours), ("armed", armed), ("civilian", actor.kind in _CIVILIAN))
    return frozenset({*(name for name in told if name), *(name for name, holds in marks if holds)})


def _fits(entry: Finer, claim: Claim, others: list[Claim], knowledge: Knowledge) -> bool:
    if claim.type not in entry.types:
        return False
    actors, targets = _of(claim.actors, knowledge), _of(claim.targets, knowledge)
    lost = frozenset(_lost((claim, *others), knowledge)) if entry.lost else frozenset()
    near = frozenset(name for other in others for name in (other.type, *classes(other)))
    asked = (
        (entry.classes, classes(claim)),
        (entry.actors, actors),
        (entry.targets, targets),
        (entry.parties, actors | targets),
        (entry.lost, lost),
        (entry.beside, near),
    )
    return all(wanted & had for wanted, had in asked if wanted) and entry.unless.isdisjoint(targets | near)


def _of(parties: Iterable[Party], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(group for party in parties for group in groups(party.id, knowledge))


def _lost(claims: Iterable[Claim], knowledge: Knowledge) -> Iterator[str]:
    """The groups of those who were killed or injured."""
    for claim in claims:
        for count in claim.counts:
            if count.what in ("killed", "injured"):
                yield from groups(count.who, knowledge)
                if count.who == "fighters":
                    yield "armed"
                elif count.who in _COUNTED:
                    yield _COUNTED[count.who]
