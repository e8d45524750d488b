"""What each event says of the hold of its places: who takes, holds or leaves which place, from whom, on which days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from dragoman.events.ground import ARMED, Ground
from dragoman.events.holding.extent import BESIDE, PLAIN, WHOLE, Extent, extent, yields
from dragoman.events.tellings import Site, Telling, party_key, site_of
from dragoman.events.weighing.voices import Voices
from dragoman.model import Document, Event, Named, Party

Deed = Literal["holds", "leaves", "takes"]
_DEEDS: Mapping[str, Deed] = {
    "capture": "takes",
    "control": "holds",
    "withdrawal": "leaves",
    "siege": "holds",
    "besieged": "holds",
}
# Which deed an event tells where its claims tell several: a capture includes that the others left.
_FIRST: Sequence[Deed] = ("takes", "holds", "leaves")


class Spot(NamedTuple):
    """A place, or a part of one that has no name of its own (`part`, as "western part"); "" for the place itself."""

    place: str
    part: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one event says of the hold of one spot.

    `chain` are the places that contain the spot, from the nearest on (of a part first its own place); `whole` says
    that all of the place is meant, `sweeping` that what befalls it befalls its parts. `dated` is false where only the
    day of publication is known; `reports` are the documents, `voices` the originators behind it.
    """

    spot: Spot
    named: Named
    chain: tuple[str, ...]
    whole: bool
    sweeping: bool
    deed: Deed
    holder: Party
    loser: Party | None
    first: date | None
    last: date | None
    dated: bool
    contested: bool
    claims: tuple[str, ...]
    voices: frozenset[str]
    reports: frozenset[str]


class _Told(NamedTuple):
    """A claim with the deed that it tells, and who does and loses by it."""

    telling: Telling
    deed: Deed
    holders: tuple[Party, ...]
    losers: tuple[Party, ...]


class Statements:
    """Reads the statements of events; `contested` are the ids of events whose holder is disputed or denied."""

    def __init__(
        self,
        tellings: Mapping[str, Telling],
        contested: frozenset[str],
        voices: Voices,
        ground: Ground,
        documents: Mapping[str, Document],
    ) -> None:
        self._tellings = tellings
        self._contested = contested
        self._voices = voices
        self._ground = ground
        self._documents = documents

    def of(self, event: Event) -> Iterator[Statement]:
        """One statement for each spot that the event's claims give to somebody."""
        told = [said for key in event.claims for said in self._told(key)]
        spoken = {said.telling.id: self._places(said.telling) for said in told}
        told = [said for said in told if spoken[said.telling.id]]
        for spot, (site, share) in sorted(self._spots(spoken).items()):
            found = self._statement(event, spot, site, share, [said for said in told if _speaks_of(said, site)])
            if found is not None:
                yield found

    def _told(self, key: str) -> Iterator[_Told]:
        telling = self._tellings.get(key)
        deed = _DEEDS.get(telling.kind.name) if telling is not None else None
        if telling is None or deed is None or telling.mode != "happened":
            return
        doing, suffering = self._able(telling.doing), self._armed(telling.suffering)
        if telling.kind.name in ("siege", "besieged"):
            yield _Told(telling, "holds", suffering, ())
        elif deed == "leaves" and suffering and yields(telling.claim, self._language(telling)):
            yield _Told(telling, "takes", suffering, doing)
        elif deed == "takes" and not doing:
            yield _Told(telling, "leaves", suffering, ())
        else:
            yield _Told(telling, deed, doing, suffering if deed == "takes" else ())

    def _able(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """Those who can hold a place: armed bodies, parties of a side, and names that no pack knows."""
        ground = self._ground
        return tuple(p for p in parties if p.id is None or ground.side(p.id) or ground.kind(p.id) in ARMED)

    def _armed(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(p for p in parties if p.id is not None and self._ground.kind(p.id) in ARMED)

    def _language(self, telling: Telling) -> str:
        document = self._documents.get(telling.claim.document)
        return document.language if document is not None else ""

    def _places(self, telling: Telling) -> list[tuple[Site, Extent]]:
        """The places of a claim with how much of each is meant, without those beside or on the way to which it was."""
        language = self._language(telling)
        meant = ((where, extent(telling.claim, where, language)) for where in telling.claim.places)
        return [(site_of(where, self._ground), share) for where, share in meant if share != BESIDE]

    def _spots(self, spoken: Mapping[str, Sequence[tuple[Site, Extent]]]) -> dict[Spot, tuple[Site, Extent]]:
        """The spots of an event: a place where any claim means the place, else the part of which its claims speak.

        A place that contains another one of the event, or is the area of a town in which the other lies, is none:
        who tells of it means the place inside.
        """
        found: dict[str, tuple[Site, list[Extent]]] = {}
        for claim in sorted(spoken):
            for site, share in spoken[claim]:
                found.setdefault(site.key, (site, []))[1].append(share)
        sites = [site for site, _ in found.values()]
        meant = {key: (site, _widest(shares)) for key, (site, shares) in found.items() if not self._frames(site, sites)}
        return {Spot(key, _part(share)): (site, share) for key, (site, share) in meant.items()}

    def _frames(self, site: Site, others: Iterable[Site]) -> bool:
        """Does the place contain another one of the event, or is it the area of a town where another one lies?"""
        for other in others:
            if other.key == site.key:
                continue
            if site.key in other.chain:
                return True
            shared = [key for key in site.chain[1:] if key in other.chain[1:] and self._ground.fine(key)]
            if site.where.precision == "district" and shared and other.grain < site.grain:
                return True
        return False

    def _statement(
        self, event: Event, spot: Spot, site: Site, share: Extent, told: Sequence[_Told]
    ) -> Statement | None:
        deed = next((deed for deed in _FIRST if any(said.deed == deed and said.holders for said in told)), None)
        if deed is None:
            return None
        holder = _most_named(party for said in told if said.deed == deed for party in said.holders[:1])
        losing = (p for said in told for p in (*said.losers[:1], *(said.holders[:1] if said.deed == "leaves" else ())))
        losers = [party for party in losing if not one_side(party, holder, self._ground)] if deed == "takes" else []
        part = spot.part != ""
        return Statement(
            spot=spot,
            named=Named(None, f"{spot.part} of {site.where.name}") if part else Named(site.where.id, site.where.name),
            chain=site.chain if part else site.chain[1:],
            whole=share == WHOLE,
            sweeping=not part and (share == WHOLE or site.fine) and site.where.precision != "country",
            deed=deed,
            holder=holder,
            loser=_most_named(losers) if losers else None,
            first=event.when.start,
            last=event.when.end,
            dated=any(said.telling.stated for said in told),
            contested=event.id in self._contested,
            claims=tuple(said.telling.id for said in told),
            voices=frozenset(self._voices.of(said.telling.claim).key for said in told),
            reports=frozenset(said.telling.claim.document for said in told),
        )


def one_side(one: Party, other: Party, ground: Ground) -> bool:
    """Do two parties hold for one side? "The jihadists" may be any jihadist body."""
    a, b = party_key(one), party_key(other)
    side = ground.side(a)
    if a == b or ground.related(a, b) or (side is not None and side == ground.side(b)):
        return True
    vague = ground.generic(a) or ground.generic(b)
    return vague and ground.kind(a) == ground.kind(b) == "jihadist"


def _widest(extents: Sequence[Extent]) -> Extent:
    """What most of the claims mean: all of the place, the place, or the part whose side all of them name."""
    parts = [extent for extent in extents if extent.share == "part"]
    if 2 * len(parts) <= len(extents):
        return WHOLE if WHOLE in extents else PLAIN
    sides = {extent.side for extent in parts if extent.side is not None}
    return replace(parts[0], side=sides.pop() if len(sides) == 1 else None)


def _part(share: Extent) -> str:
    if share.share != "part":
        return ""
    return f"{share.side} part" if share.side else "part"


def _speaks_of(said: _Told, site: Site) -> bool:
    """Does the claim name the place, or one that contains it?"""
    return any(other.key in site.chain for other in said.telling.sites)


def _most_named(parties: Iterable[Party]) -> Party:
    """The party that most claims name; a known one before an unknown one."""
    named: dict[str, Party] = {}
    times: Counter[str] = Counter()
    for party in parties:
        key = party_key(party)
        times[key] += 1
        named.setdefault(key, party)
    return named[min(times, key=lambda key: (-times[key], key[0] == "~", key))]
