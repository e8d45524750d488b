"""Claims made ready for comparison: what they really tell, when, where, by whom and to whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.events.ground import FINE, Ground, folded
from dragoman.model import Claim, Count, Document, Party, Where
from dragoman.vocabulary import EventType, event_type

Mode = Literal["happened", "failed", "planned", "denied"]
Vagueness = Literal["day", "week", "month", "year"]

GRAIN = {
    name: rank
    for rank, name in enumerate(("exact", "neighbourhood", "town", "district", "province", "country", "unresolved"))
}
_MODES: Mapping[str, Mode] = {
    "happened": "happened",
    "ongoing": "happened",
    "failed": "failed",
    "planned": "planned",
    "denied": "denied",
}
# An announcement without a day is of the next days.
AHEAD = 7
# The longest spans in days that are still as good as a day, a week or a month; a night counts as a day.
_SPANS: tuple[tuple[int, Vagueness], ...] = ((2, "day"), (10, "week"), (45, "month"))


@dataclass(frozen=True, slots=True)
class Site:
    """A place of a claim that contains no other place of it.

    `key` is its id, or its folded name after a tilde. `fine` says that it is a town or lies in one, `grain`
    how specific it is, 0 for a point and 6 for the unresolved.
    """

    key: str
    where: Where
    chain: tuple[str, ...]
    fine: bool
    grain: float

    @property
    def seen(self) -> Hashable:
        """All that its meetings with other places rest on: one unknown name may stand in many a province."""
        where = self.where
        return self.key, self.chain, self.fine, where.name, where.precision, where.lat, where.lon


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as linking sees it.

    `kind` is what it really tells (a failed capture is an attack; `missed` then keeps the capture). `first`
    and `last` are proleptic ordinals. `doers` and `sufferers` are keys as those of sites, turned where the
    type's actor is the attacked party.
    """

    number: int
    claim: Claim
    kind: EventType
    mode: Mode
    missed: EventType | None
    first: int | None
    last: int | None
    vague: Vagueness | None
    sites: tuple[Site, ...]
    doers: tuple[str, ...]
    sufferers: tuple[str, ...]
    doing: tuple[Party, ...]
    suffering: tuple[Party, ...]
    numbers: tuple[Count, ...]
    trigger: str
    outlet: str | None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def stated(self) -> bool:
        """Do the words date it, and not the day of publication?"""
        return self.claim.when.basis in ("stated", "anchored")

    @property
    def doubted(self) -> bool:
        """Does its weekday belong to another day?"""
        return "weekday_conflict" in self.claim.flags

    @property
    def summed(self) -> bool:
        """Are its numbers all sums of a period?"""
        return bool(self.claim.counts) and all(count.cumulative for count in self.claim.counts)

    @property
    def refers(self) -> bool:
        """Is it a noun without a place, which may go back to what its report told before: "the army's gains"?"""
        return not self.sites and any(".noun:" in rule for rule in self.claim.rules)

    @property
    def ahead(self) -> bool:
        """Is it announced for a day that is not told?"""
        return self.claim.realis == "planned" and self.claim.when.basis == "published"

    @property
    def begins(self) -> bool:
        """Does it tell the beginning of what goes on for days, by its words or by "since" a day?"""
        since = self.stated and self.claim.when.precision == "open" and self.claim.when.start is not None
        return self.claim.phase == "start" or (since and (self.kind.announced or self.kind.lasting))

    @property
    def placed(self) -> bool:
        """Does it name a place?"""
        return bool(self.sites)


def tellings(claims: Iterable[Claim], documents: Mapping[str, Document], ground: Ground) -> Iterator[Telling]:
    """What the claims tell of happenings, in the order of their ids; readers' comments and mere wishes tell
    nothing.
    """
    number = 0
    for claim in claims:
        found = _telling(number, claim, documents.get(claim.document), ground)
        if found is not None:
            yield found
            number += 1


def party_key(party: Party) -> str:
    """What two mentions of one party share: the id, or the folded name after a tilde."""
    return party.id or f"~{folded(party.name)}"


def _telling(number: int, claim: Claim, document: Document | None, ground: Ground) -> Telling | None:
    mode = _mode(claim)
    kind, missed = _kind(claim, mode)
    if mode is None or (mode == "planned" and not kind.announced):
        return None
    first, last = _days(claim, document)
    turned = event_type(claim.type).turned
    doing, suffering = (claim.targets, claim.actors) if turned else (claim.actors, claim.targets)
    return Telling(
        number=number,
        claim=claim,
        kind=kind,
        mode=mode,
        missed=missed,
        first=first,
        last=last,
        vague=_vagueness(first, last),
        sites=tuple(_sites(claim.places, ground)),
        doers=_keys(doing),
        sufferers=_keys(suffering),
        doing=doing,
        suffering=suffering,
        numbers=tuple([count for count in claim.counts if not count.cumulative]),
        trigger=folded(claim.trigger.text),
        outlet=document.outlet if document is not None else None,
    )


def _mode(claim: Claim) -> Mode | None:
    if claim.voice == "comment":
        return None
    if claim.attribution and claim.attribution[-1].stance == "denies":
        return "denied"
    return _MODES.get(claim.realis)


def _kind(claim: Claim, mode: Mode | None) -> tuple[EventType, EventType | None]:
    """What the claim really tells, and what it says did not come to pass."""
    kind = event_type(claim.type)
    turned = {"start": kind.start, "end": kind.end}.get(claim.phase or "")
    if turned:
        kind = event_type(turned)
    if mode == "failed" and kind.failed:
        return event_type(kind.failed), kind
    return kind, None


def _days(claim: Claim, document: Document | None) -> tuple[int | None, int | None]:
    """The claim's days as ordinals; an open end reaches to the day on which the report appeared.

    What is announced lies ahead of the day of publication; what happened at any time up to a day has no day.
    """
    start, end = claim.when.start, claim.when.end
    if start is None and end is not None and claim.when.precision == "open":
        return None, None
    if start is not None and claim.when.basis == "published" and claim.realis == "planned":
        return start.toordinal(), (end or start).toordinal() + AHEAD
    if start is not None and end is None and document is not None:
        end = document.published.end
    start, end = start or end, end or start
    if start is None or end is None:
        return None, None
    return start.toordinal(), max(start, end).toordinal()


def _vagueness(first: int | None, last: int | None) -> Vagueness | None:
    if first is None or last is None:
        return None
    span = last - first + 1
    return next((name for longest, name in _SPANS if span <= longest), "year")


def _keys(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party_key(party) for party in parties))


def _sites(places: Iterable[Where], ground: Ground) -> Iterator[Site]:
    """The places that contain no other place of the claim, most specific first."""
    found = {site.key: site for site in (site_of(where, ground) for where in places)}
    containers = {outer for site in found.values() for outer in site.chain[1:]}
    left = (site for key, site in found.items() if key not in containers)
    yield from sorted(left, key=lambda site: (site.grain, site.key))


def site_of(where: Where, ground: Ground) -> Site:
    """The place with its chain of containers."""
    key = where.id or f"~{folded(where.name)}"
    chain = ground.chain(where.id) if where.id else (key,)
    if len(chain) == 1 and where.within:
        chain = (key, *ground.chain(where.within))
    in_town = any(ground.fine(outer) for outer in chain[1:])
    fine = where.precision in FINE or (where.precision != "unresolved" and in_town)
    return Site(key, where, chain, fine, _grain(where, in_town))


def _grain(where: Where, in_town: bool) -> float:
    """An area of a town ("East Aleppo") is finer than the town, though its precision is a district's."""
    rank = GRAIN[where.precision]
    return min(rank, GRAIN["town"] - 0.5) if in_town and where.precision != "unresolved" else rank
