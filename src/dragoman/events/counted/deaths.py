"""The dead of an event as UCDP counts them: of side a, of side b, civilians, and those of whom the words do not say.

After the codebook of the UCDP Georeferenced Event Dataset: side a is a government where one takes part; `best` is the
sum of the four, `low` and `high` are the least and the greatest number told of all. Civilians are those of whom the
words say so, children and women among them. A part of a whole ("seven people, including three children") says who some
of the seven were and adds nobody to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.events.ground import ARMED, Ground
from dragoman.model import Event, EventCount

# Parties of a state, which makes theirs side a.
_STATE = frozenset({"government", "military", "police"})
_PARTS = frozenset({"children", "women"})


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of one event: `a + b + civilians + unknown == best`, `low <= best <= high`.

    `side_a` and `side_b` are the sides as the packs call them ("government"); None where the words name none.
    """

    side_a: str | None
    side_b: str | None
    a: int
    b: int
    civilians: int
    unknown: int
    low: int
    best: int
    high: int


def deaths(event: Event, ground: Ground) -> Deaths | None:
    """The dead of the event; None where nobody gives a number of them."""
    killed = _Killed([count for count in event.counts if count.what == "killed"], event, ground)
    return killed.deaths() if killed.counts else None


class _Killed:
    """The numbers of an event's dead, by who they were."""

    def __init__(self, counts: Sequence[EventCount], event: Event, ground: Ground) -> None:
        self.counts = counts
        self._ground = ground
        self._a, self._b = _sides(event, counts, ground)
        self._victims = frozenset(side for party in event.targets if (side := _armed_side(party.id, ground)))

    def deaths(self) -> Deaths:
        """The numbers together: who is known, and the rest of the whole as unknown."""
        a, b, civilians = (self._best(group) for group in (self._a, self._b, "civilians"))
        whole = max((count.best for count in self._of("people")), default=0)
        best = max(a + b + civilians + self._best("fighters"), whole)
        low = min((count.low for count in self._of("people")), default=self._told(_low))
        high = max((_high(count) for count in self._of("people")), default=0)
        return Deaths(
            self._a, self._b, a, b, civilians, best - a - b - civilians, min(low, best), best,
            max(high, self._told(_high), best),
        )  # fmt: skip

    def _best(self, group: str | None) -> int:
        return self._sum(group, lambda count: count.best)

    def _told(self, value: Callable[[EventCount], int]) -> int:
        """The sum over those who are named apart."""
        groups = dict.fromkeys((self._a, self._b, "civilians", "fighters"))
        return sum(self._sum(group, value) for group in groups)

    def _sum(self, group: str | None, value: Callable[[EventCount], int]) -> int:
        """The dead of a group: of a side its bodies together, or its common noun if that is more; of civilians their
        parts together, or the whole."""
        if group is None:
            return 0
        of_group = list(self._of(group))
        parts = [count for count in of_group if self._is_part(count.who)]
        wholes = (value(count) for count in of_group if not self._is_part(count.who))
        return max((*wholes, sum(map(value, parts))), default=0)

    def _of(self, group: str) -> Iterator[EventCount]:
        return (count for count in self.counts if self._group(count.who) == group)

    def _group(self, who: str | None) -> str:
        """To which group the counted belong: a side, civilians, fighters of an unknown side, or people."""
        if who in _PARTS or who == "civilians":
            return "civilians"
        if who == "fighters":
            return self._side_or_fighters(*self._victims) if len(self._victims) == 1 else "fighters"
        if who is None or who == "people":
            return "people"
        side = _armed_side(who, self._ground)
        if side is None:
            return "civilians" if self._ground.kind(who) == "people" else "people"
        return self._side_or_fighters(side)

    def _side_or_fighters(self, side: str) -> str:
        return side if side in (self._a, self._b) else "fighters"

    def _is_part(self, who: str | None) -> bool:
        """Does the number count one body or kind among others, which together make up the whole?"""
        return who in _PARTS or (self._ground.kind(who or "") is not None and not self._ground.generic(who or ""))


def _sides(event: Event, counts: Iterable[EventCount], ground: Ground) -> tuple[str | None, str | None]:
    """The first two sides of the doers, those whom they struck, and the dead; the state's first."""
    ids = [party.id for party in (*event.actors, *event.targets)] + [count.who for count in counts]
    order = list(dict.fromkeys(side for key in ids if (side := _armed_side(key, ground)) is not None))
    states = {ground.side(key) for key in ids if key is not None and ground.kind(key) in _STATE}
    order.sort(key=lambda side: side not in states)
    first, second, *_ = (*order, None, None)
    return first, second


def _armed_side(actor: str | None, ground: Ground) -> str | None:
    """The side of an armed body; None for others."""
    return ground.side(actor) if actor is not None and ground.kind(actor) in ARMED else None


def _low(count: EventCount) -> int:
    return count.low


def _high(count: EventCount) -> int:
    return count.high if count.high is not None else count.best
