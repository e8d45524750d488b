"""Who is said to have held which place, from when until when, and by whose claims.

The statements about one place are read in the order of their days:

- a capture ends the holds of other sides and begins one of the captor's side;
- a hold that is merely reported begins on the day that it is reported for;
- a withdrawal ends the holds of those who withdraw;
- a siege says that the besieged still hold the place.

A hold that is reported while another side holds the place, without a capture between them, makes both contested; where
the other hold was not seen for long, it ends instead. What nobody reported stays unknown: no hold is invented for the
time before or after.

Parts are places of their own. What befalls a part says nothing of the whole; what befalls a town, or expressly all of
a place, befalls its parts. Of an unnamed "part of" a place several sides may hold one each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.events.ground import Ground
from dragoman.events.holding.statements import Deed, Spot, Statement, Statements, one_side
from dragoman.events.tellings import party_key
from dragoman.model import Control, Event, Named, Party

# On one day the holder comes first, then his leaving, then the captor.
_ORDER: Mapping[Deed, int] = {"holds": 0, "leaves": 1, "takes": 2}
# So long after it was last reported a hold is fresh enough to contradict another one.
_FRESH = timedelta(days=30)
# So long after the captor's deed the loser's withdrawal still tells of the same.
_LATE = timedelta(days=4)
_UNNAMED = "part"


@dataclass(slots=True)
class _Hold:
    holder: Party
    since: date | None
    seen: date | None
    taken: bool = False
    voices: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    until: date | None = None
    contested: bool = False


def control(events: Iterable[Event], statements: Statements, ground: Ground) -> tuple[Control, ...]:
    """The holds of every place and of its unnamed parts."""
    said: dict[Spot, list[Statement]] = defaultdict(list)
    for event in events:
        for statement in statements.of(event):
            said[statement.spot].append(statement)
    histories: dict[Spot, _History] = {}
    for spot in sorted(said):  # a place before its parts
        history = _History(spot, said[spot][0].named, histories.get(Spot(spot.place, "")), ground)
        history.read(said[spot], _from_above(spot, said))
        histories[spot] = history
    found = [row for history in histories.values() for row in history.rows()]
    return tuple(sorted(found, key=_order))


def _order(row: Control) -> tuple[str, ...]:
    holder = row.holder.id or row.holder.name
    return (row.place.id or row.place.name, str(row.since or ""), str(row.until or "~"), holder, *row.claims)


def _from_above(spot: Spot, said: Mapping[Spot, Sequence[Statement]]) -> Iterator[Statement]:
    """What befell the places around the spot and befell it with them: a town was taken, a place was held, taken or
    left expressly as a whole, or it is the place of which the spot is an unnamed part."""
    for outer in said[spot][0].chain:
        for statement in said.get(Spot(outer, ""), ()):
            own = outer == spot.place and statement.deed != "holds"
            if own or (statement.sweeping and (statement.whole or statement.deed == "takes")):
                yield statement


class _History:
    """The holds of one spot, as its statements are read in the order of their days."""

    def __init__(self, spot: Spot, named: Named, whole: _History | None, ground: Ground) -> None:
        self._spot = spot
        self._named = named
        self._whole = whole
        self._ground = ground
        self._holds: list[_Hold] = []
        self._current: list[_Hold] = []
        self._ended: dict[date, list[_Hold]] = defaultdict(list)

    def read(self, own: Iterable[Statement], above: Iterable[Statement]) -> None:
        """Reads the spot's own statements, and between them those `above` that end holds here and begin none."""
        deeds = {"takes": self._taken, "holds": self._held, "leaves": self._left}
        for said in sorted((*own, *above), key=_statement_order):
            if said.spot != self._spot:
                self._swept(said)
            elif not self._known_of_all(said):
                deeds[said.deed](said)

    def rows(self) -> Iterator[Control]:
        """The holds as rows."""
        return (_row(self._named, hold) for hold in self._holds)

    def covering(self, said: Statement) -> _Hold | None:
        """The hold under which the statement's side has the place on its day, or of which the statement tells once
        more."""
        on = (hold for hold in self._holds if self._same(hold, said.holder) and _on(hold, said.first))
        return next(on, None) or (self._retold(said) if said.deed == "takes" else None)

    def _known_of_all(self, said: Statement) -> bool:
        """Whoever holds the whole holds the part: such a statement confirms his hold, and ends those of others here."""
        hold = self._whole.covering(said) if self._whole is not None else None
        if hold is None or said.deed == "leaves":
            return False
        _confirm(hold, said)
        for other in self._others(said) if said.deed == "takes" else ():
            _end(other, said, said.contested)
        return True

    def _swept(self, said: Statement) -> None:
        others, own = self._others(said), self._own(said)
        if said.deed == "leaves":
            others = []
        elif said.deed == "holds":
            self._cross(others, said)
            others = own = []
        elif said.spot.place != self._spot.place:
            own = []  # a captor of the town goes on to hold his quarter
        for hold in (*others, *own):
            _end(hold, said, said.contested)

    def _taken(self, said: Statement) -> None:
        if (known := self._retold(said)) is not None:
            _confirm(known, said)
            return
        others, own = self._others(said), self._own(said)
        disputed = said.contested or any(_same_day(hold, said) for hold in others)
        for hold in others:
            _end(hold, said, disputed)
        if said.loser is not None and not own and not any(self._same(hold, said.loser) for hold in others):
            self._ended_unseen(said, said.loser, disputed)
        self._begin(said, disputed)

    def _held(self, said: Statement) -> None:
        crossed = self._cross(self._others(said), said)
        self._begin(said, said.contested or crossed)

    def _left(self, said: Statement) -> None:
        own = self._own(said)
        if not own:
            self._left_unseen(said)
        for hold in own:
            _end(hold, said, hold.contested)

    def _left_unseen(self, said: Statement) -> None:
        """Those leave whom nobody reported to hold it: driven out by a capture just told, or unseen until now."""
        driven = next((hold for hold in self._lately_ended(said) if self._same(hold, said.holder)), None)
        if driven is not None:
            driven.claims.update(said.claims)
            return
        rivals = [hold for hold in self._others(said) if not (hold.taken and _late(hold.since, said))]
        self._ended_unseen(said, said.holder, self._cross(rivals, said))

    def _cross(self, others: Iterable[_Hold], said: Statement) -> bool:
        """Sets the holds of others against a hold reported now; True where a fresh one contradicts it.

        Where the same voice now names another holder, or a hold was not seen for long, the place has changed hands
        unreported: it is held no longer than until this report.
        """
        crossed = False
        for hold in others:
            if hold.voices != said.voices and _fresh(hold, said):
                hold.contested = crossed = True
            else:
                hold.until = said.first
        return crossed

    def _retold(self, said: Statement) -> _Hold | None:
        """The hold of which a capture tells once more: one without a day of its own, or of the day of the loss, in
        reports that tell how the place was then lost."""
        for other in self._others(said):
            told = other.taken and said.reports <= other.reports and (not said.dated or said.first == other.since)
            lost = self._ended.get(other.since, ()) if told and other.since is not None else ()
            for hold in lost:
                if hold.since is not None and self._same(hold, said.holder):
                    return hold
        return None

    def _lately_ended(self, said: Statement) -> Iterator[_Hold]:
        """The holds that ended on the day of the statement or a few days before."""
        if said.first is not None:
            for days in range(_LATE.days + 1):
                yield from self._ended.get(said.first - timedelta(days=days), ())

    def _same(self, hold: _Hold, party: Party) -> bool:
        return one_side(hold.holder, party, self._ground)

    def _others(self, said: Statement) -> list[_Hold]:
        """The open holds of other sides; an unnamed part leaves room for all."""
        if self._spot.part == _UNNAMED and said.spot == self._spot:
            return []
        return [hold for hold in self._open() if not self._same(hold, said.holder)]

    def _own(self, said: Statement) -> list[_Hold]:
        return [hold for hold in self._open() if self._same(hold, said.holder)]

    def _open(self) -> list[_Hold]:
        """The holds that last; those that ended since the last question are put by."""
        for hold in self._current:
            if hold.until is not None:
                self._ended[hold.until].append(hold)
        self._current = [hold for hold in self._current if hold.until is None]
        return [hold for hold in self._current if hold.since is not None or hold.seen is not None]

    def _begin(self, said: Statement, contested: bool) -> None:
        """Begins a hold, or lets one go on that the same side already has."""
        own = self._own(said)
        hold = own[0] if own else _Hold(said.holder, said.first, said.last, said.deed == "takes")
        if not own:
            self._holds.append(hold)
            self._current.append(hold)
        hold.contested = hold.contested or contested
        _confirm(hold, said)

    def _ended_unseen(self, said: Statement, holder: Party, contested: bool) -> None:
        """A hold of which only the end is reported."""
        hold = _Hold(holder, None, said.first, until=said.first, contested=contested)
        _confirm(hold, said)
        self._holds.append(hold)
        self._current.append(hold)


def _confirm(hold: _Hold, said: Statement) -> None:
    hold.seen = max(filter(None, (hold.seen, said.last)), default=None)
    hold.claims.update(said.claims)
    hold.voices.update(said.voices)
    hold.reports.update(said.reports)


def _end(hold: _Hold, said: Statement, contested: bool) -> None:
    hold.until = said.first
    hold.contested = hold.contested or contested
    hold.claims.update(said.claims)


def _on(hold: _Hold, day: date | None) -> bool:
    """Does the hold last on the day?"""
    if day is None or (hold.since is not None and day < hold.since):
        return False
    return hold.until is None or day < hold.until


def _fresh(hold: _Hold, said: Statement) -> bool:
    return hold.seen is None or said.first is None or said.first - hold.seen <= _FRESH


def _late(day: date | None, said: Statement) -> bool:
    return day is not None and said.first is not None and timedelta() <= said.first - day <= _LATE


def _same_day(hold: _Hold, said: Statement) -> bool:
    """Do two voices give the place to both on one day, so that nobody can say who came last?"""
    return hold.since is not None and hold.since == said.first and hold.voices != said.voices


def _statement_order(said: Statement) -> tuple[date, int, bool, date, str, tuple[str, ...]]:
    days = said.first or date.min, said.last or date.min
    return days[0], _ORDER[said.deed], said.dated, days[1], party_key(said.holder), said.claims


def _row(place: Named, hold: _Hold) -> Control:
    return Control(
        place=place,
        holder=Named(hold.holder.id, hold.holder.name),
        since=hold.since,
        until=hold.until,
        contested=hold.contested,
        claims=tuple(sorted(hold.claims)),
    )
