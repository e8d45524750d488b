"""Who is said to have held which place, from when until when, and by whose claims.

The statements about one place are read in the order of their days:

- a capture ends the holds of other sides and begins one of the captor's side;
- a hold that is merely reported begins on the day that it is reported for;
- a withdrawal ends the holds of those who withdraw;
- a siege says that the besieged still hold the place.

A hold that is reported while another side holds the place, without a capture between them, makes both
contested. What nobody reported stays unknown: no hold is invented for the time before or after. A place's
parts are places of their own; what befalls a part says nothing of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.events.ground import ARMED, Ground
from dragoman.events.tellings import Site, Telling, party_key
from dragoman.events.voices import Voices
from dragoman.model import Control, Event, Named, Party

Deed = Literal["holds", "leaves", "takes"]
# On one day the holder comes first, then his leaving, then the captor.
_ORDER: Mapping[Deed, int] = {"holds": 0, "leaves": 1, "takes": 2}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one event says of the hold of one place: who takes, holds or leaves it, from whom, on which
    days.
    """

    place: Named
    deed: Deed
    holder: Party
    loser: Party | None
    first: date | None
    last: date | None
    contested: bool
    claims: tuple[str, ...]
    voices: frozenset[str]


@dataclass(slots=True)
class _Hold:
    holder: Party
    since: date | None
    seen: date | None
    voices: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    until: date | None = None
    contested: bool = False


def control(
    events: Iterable[Event],
    tellings: Mapping[str, Telling],
    contested: frozenset[str],
    voices: Voices,
    ground: Ground,
) -> tuple[Control, ...]:
    """The holds of every place; `contested` are events whose holder is disputed or denied."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for event in events:
        for key, statement in _statements(event, tellings, event.id in contested, voices, ground):
            statements[key].append(statement)
    found = [row for key in sorted(statements) for row in _History(ground).read(statements[key])]
    return tuple(sorted(found, key=_order))


def _order(row: Control) -> tuple[str, ...]:
    holder = row.holder.id or row.holder.name
    return (row.place.id or row.place.name, str(row.since or ""), str(row.until or "~"), holder, *row.claims)


def _statements(
    event: Event, tellings: Mapping[str, Telling], contested: bool, voices: Voices, ground: Ground
) -> Iterator[tuple[str, Statement]]:
    """What the event says of each of its places, by the key of the place."""
    told = [
        t for key in event.claims if (t := tellings.get(key)) is not None and t.mode == "happened" and t.kind.holder
    ]
    deed = _deed(event.type)
    if not told or deed is None:
        return
    holder, loser = _holder_and_loser(event, ground)
    if holder is None:
        return
    for key, site in sorted(_places(told).items()):
        telling = [t for t in told if any(other.key in site.chain for other in t.sites)]
        yield (
            key,
            Statement(
                place=Named(site.where.id, site.where.name),
                deed=deed,
                holder=holder,
                loser=loser,
                first=event.when.start,
                last=event.when.end,
                contested=contested,
                claims=tuple(t.id for t in telling),
                voices=frozenset(voices.of(t.claim).key for t in telling),
            ),
        )


def _deed(kind: str) -> Deed | None:
    deeds: Mapping[str, Deed] = {
        "capture": "takes",
        "control": "holds",
        "withdrawal": "leaves",
        "siege": "holds",
    }
    return deeds.get(kind)


def _holder_and_loser(event: Event, ground: Ground) -> tuple[Party | None, Party | None]:
    """Who holds, takes or leaves the place, and who loses it; of a siege, the besieged hold."""
    if event.type == "siege":
        return _armed(event.targets, ground), None
    holder = next((party for party in event.actors if _can_hold(party, ground)), None)
    losing = tuple(p for p in event.targets if holder is None or not _one_side(p, holder, ground))
    return holder, _armed(losing, ground) if event.type == "capture" else None


def _can_hold(party: Party, ground: Ground) -> bool:
    """Can it hold a place? An armed body or any party of a side can, and a name that no pack knows may."""
    return party.id is None or ground.side(party.id) is not None or ground.kind(party.id) in ARMED


def _armed(parties: Iterable[Party], ground: Ground) -> Party | None:
    return next((p for p in parties if p.id is not None and ground.kind(p.id) in ARMED), None)


def _places(told: Iterable[Telling]) -> dict[str, Site]:
    """The places of an event without those that contain another of them: who tells of "the town" there
    means the quarter that others name."""
    sites = {site.key: site for telling in told for site in telling.sites}
    containers = {outer for site in sites.values() for outer in site.chain[1:]}
    return {key: site for key, site in sites.items() if key not in containers}


def _one_side(one: Party, other: Party, ground: Ground) -> bool:
    """Do two parties hold for one side, so that the hold of the one is the hold of the other?"""
    a, b = party_key(one), party_key(other)
    side = ground.side(a)
    return a == b or ground.related(a, b) or (side is not None and side == ground.side(b))


class _History:
    """The holds of one place, as its statements are read in the order of their days."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._holds: list[_Hold] = []

    def read(self, statements: Iterable[Statement]) -> Iterator[Control]:
        place: Named | None = None
        for statement in sorted(statements, key=_statement_order):
            place = place or statement.place
            {"takes": self._taken, "holds": self._held, "leaves": self._left}[statement.deed](statement)
        if place is not None:
            yield from (_row(place, hold) for hold in self._holds)

    def _taken(self, said: Statement) -> None:
        others = [hold for hold in self._open() if not _one_side(hold.holder, said.holder, self._ground)]
        disputed = said.contested or any(self._same_day(hold, said) for hold in others)
        for hold in others:
            self._end(hold, said, disputed)
        if said.loser is not None and not any(_one_side(h.holder, said.loser, self._ground) for h in others):
            self._ended_unseen(said, said.loser)
        self._begin(said, disputed)

    def _held(self, said: Statement) -> None:
        others = [hold for hold in self._open() if not _one_side(hold.holder, said.holder, self._ground)]
        crossing = [hold for hold in others if hold.voices != said.voices]
        for hold in others:
            if hold in crossing:
                hold.contested = True
            else:
                # The same voice now names another holder: the place changed hands unreported.
                hold.until = said.first
        self._begin(said, said.contested or bool(crossing))

    def _left(self, said: Statement) -> None:
        own = [hold for hold in self._open() if _one_side(hold.holder, said.holder, self._ground)]
        for hold in own:
            self._end(hold, said, hold.contested)
        if not own:
            self._ended_unseen(said, said.holder)

    def _open(self) -> list[_Hold]:
        return [hold for hold in self._holds if hold.until is None and not (hold.since is None and hold.seen is None)]

    def _same_day(self, hold: _Hold, said: Statement) -> bool:
        """Do two voices give the place to both on one day, so that nobody can say who came last?"""
        return hold.since is not None and hold.since == said.first and hold.voices != said.voices

    def _begin(self, said: Statement, contested: bool) -> None:
        """Begins a hold, or lets one go on that the same side already has."""
        own = [hold for hold in self._open() if _one_side(hold.holder, said.holder, self._ground)]
        hold = own[0] if own else _Hold(said.holder, said.first, said.last)
        if not own:
            self._holds.append(hold)
        hold.seen = said.last or hold.seen
        hold.contested = hold.contested or contested
        hold.claims.update(said.claims)
        hold.voices.update(said.voices)

    def _end(self, hold: _Hold, said: Statement, contested: bool) -> None:
        hold.until = said.first
        hold.contested = hold.contested or contested
        hold.claims.update(said.claims)

    def _ended_unseen(self, said: Statement, holder: Party) -> None:
        """A hold of which only the end is reported."""
        self._holds.append(_Hold(holder, None, said.first, set(said.voices), set(said.claims), said.first))


def _statement_order(said: Statement) -> tuple[date, int, date, str, tuple[str, ...]]:
    return (
        said.first or date.min, _ORDER[said.deed], said.last or date.min, party_key(said.holder), said.claims,
    )  # fmt: skip


def _row(place: Named, hold: _Hold) -> Control:
    return Control(
        place=place,
        holder=Named(hold.holder.id, hold.holder.name),
        since=hold.since,
        until=hold.until,
        contested=hold.contested,
        claims=tuple(sorted(hold.claims)),
    )
