"""Sums of a period: what an event tells where no number is its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from dragoman.chronology.numbers import SUFFERED
from dragoman.chronology.references import voice_of
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Event, Named, Toll, What, Where


@dataclass(frozen=True, slots=True)
class Sum:
    """A cumulative toll as the claims of one event tell it: where and over which days it was counted.

    `voices` are who gives it, where others tell the event too.
    """

    what: What
    who: str | None
    low: int
    high: int | None
    since: date | None
    until: date | None
    places: tuple[Where, ...]
    voices: tuple[Named, ...]
    claims: tuple[str, ...]

    @property
    def best(self) -> int:
        """The figure by which the widest sum is found."""
        return self.low if self.high is None else self.high


class Sums:
    """The cumulative tolls of a ledger by the claims that give them."""

    def __init__(self, ledger: Ledger) -> None:
        sql = "SELECT record FROM toll WHERE json_extract(record, '$.cumulative') ORDER BY number"
        self._tolls = tuple(from_json(Toll, row["record"]) for row in ledger.rows(sql))
        self._of_claims: dict[str, list[int]] = defaultdict(list)
        for number, toll in enumerate(self._tolls):
            for claim in toll.claims:
                self._of_claims[claim].append(number)

    def of(self, event: Event, claims: Mapping[str, Claim]) -> tuple[Sum, ...]:
        """The sums that the claims of an event give; none where it has a number of its own, which they are not."""
        if any(count.what in SUFFERED for count in event.counts):
            return ()
        numbers = sorted({number for claim in claims for number in self._of_claims.get(claim, ())})
        everybody = set(map(voice_of, claims.values()))
        tolls = (self._tolls[number] for number in numbers)
        return tuple(_sum(toll, [claims[key] for key in toll.claims if key in claims], everybody) for toll in tolls)


def _sum(toll: Toll, claims: Sequence[Claim], everybody: Set[Named | None]) -> Sum:
    voices = dict.fromkeys(map(voice_of, claims))
    return Sum(
        toll.what, toll.who, toll.low, toll.high, toll.since, toll.until,
        places=_places(toll, claims),
        voices=tuple(voice for voice in voices if voice is not None and everybody != voices.keys()),
        claims=tuple(claim.id for claim in claims),
    )  # fmt: skip


def _places(toll: Toll, claims: Iterable[Claim]) -> tuple[Where, ...]:
    """The place whose victims the sum counts; where no claim names it, all that they name."""
    named = {(where.id, where.name): where for claim in claims for where in claim.places}
    whole = tuple(where for where in named.values() if where.id == toll.scope)
    return whole or tuple(named.values())
