"""What a group of claims says as a whole, kept so small that two groups are checked for contradictions at
once.

Every pair of claims across two groups must be free of contradictions. A profile keeps only the extremes
that decide this (the earliest end and the latest beginning of days, the sides that hold a place), so that
the check costs the same for two claims as for two groups of hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.events.ground import Ground
from dragoman.events.linking.weights import weights
from dragoman.events.pairing.blocks import REACH
from dragoman.events.tellings import Telling


@dataclass(frozen=True, slots=True)
class Days:
    """The extremes of several spans of days, as ordinals."""

    first: int
    last: int
    latest_first: int
    earliest_last: int

    @classmethod
    def of(cls, first: int, last: int) -> Days:
        """The extremes of one span."""
        return cls(first, last, first, last)

    def joined(self, other: Days) -> Days:
        """The extremes of the spans of both."""
        return Days(
            min(self.first, other.first),
            max(self.last, other.last),
            max(self.latest_first, other.latest_first),
            min(self.earliest_last, other.earliest_last),
        )

    def widest_gap(self, other: Days) -> int:
        """The most days that lie between a span of the one and a span of the other; 0 where all overlap."""
        return max(self.latest_first - other.earliest_last, other.latest_first - self.earliest_last, 0)


@dataclass(frozen=True, slots=True)
class Profile:
    """The extremes of a group: `brief` and `lasting` days, `precise` ones, days stated by each document.

    `begun` are the days on which lasting states are said to begin; `ended` says of each type whether its
    claims tell of its end; `holders` are the sets of sides to which claims give a place, `doers` the sides
    that did the deed.
    """

    brief: Days | None
    lasting: Days | None
    precise: Days | None
    stated: Mapping[str, Days]
    begun: Days | None
    ended: frozenset[tuple[str, bool]]
    holders: frozenset[frozenset[str]]
    doers: frozenset[str]
    all_lasting: bool

    def joined(self, other: Profile) -> Profile:
        """The profile of both groups together."""
        return Profile(
            _both(self.brief, other.brief),
            _both(self.lasting, other.lasting),
            _both(self.precise, other.precise),
            _merged(self.stated, other.stated),
            _both(self.begun, other.begun),
            self.ended | other.ended,
            self.holders | other.holders,
            self.doers | other.doers,
            self.all_lasting and other.all_lasting,
        )

    def days(self) -> Days | None:
        """All days of the group that say when it was: of lasting states all, else the precise ones."""
        return self.lasting if self.all_lasting else self.precise


def profile(telling: Telling, ground: Ground) -> Profile:
    """The profile of one claim."""
    days, lasting = _days(telling), telling.kind.lasting
    ends = telling.claim.phase == "end" and telling.kind.end is None and not telling.kind.holder
    return Profile(
        brief=None if lasting else days,
        lasting=days if lasting else None,
        precise=days if telling.vague == "day" else None,
        stated={telling.claim.document: days} if days is not None and _binding(telling) else {},
        begun=days if lasting and telling.claim.phase == "start" else None,
        ended=frozenset({(telling.kind.name, ends)}),
        holders=holders(telling, ground),
        doers=doers(telling, ground),
        all_lasting=lasting,
    )


def holders(telling: Telling, ground: Ground) -> frozenset[frozenset[str]]:
    """The sides to which the claim gives a place, as a set of one; empty where it says nothing of it."""
    sides = frozenset(side for key in telling.doers if (side := ground.side(key)) is not None)
    return frozenset({sides}) if sides and telling.kind.story == "holding" else frozenset()


def doers(telling: Telling, ground: Ground) -> frozenset[str]:
    """The sides that did the deed; empty where both parties did the same, as in a clash."""
    if telling.kind.mutual:
        return frozenset()
    return frozenset(side for key in telling.doers if (side := ground.side(key)) is not None)


def contradiction(one: Profile, other: Profile) -> str | None:
    """What forbids that the claims of two groups tell one happening; None where nothing does."""
    return next(_contradictions(one, other), None)


def _contradictions(one: Profile, other: Profile) -> Iterator[str]:
    shared = one.stated.keys() & other.stated.keys()
    if any(one.stated[document].widest_gap(other.stated[document]) for document in shared):
        yield "one report dates them on different days"
    if max(_gap(one.brief, other.brief), _gap(one.brief, other.lasting), _gap(one.lasting, other.brief)) > REACH:
        yield "their days lie too far apart"
    if _gap(one.begun, other.begun) > weights().limit("restart"):
        yield "two beginnings on different days"
    if any((name, not ends) in other.ended for name, ends in one.ended):
        yield "one tells of its end, the other of its course"
    if opposed(one.holders, other.holders):
        yield "opposite holders of one place"


def opposed(ones: frozenset[frozenset[str]], others: frozenset[frozenset[str]]) -> bool:
    """Does one claim give the place to a side, and another one to others only?"""
    return any(not one & other for one in ones for other in others)


def _days(telling: Telling) -> Days | None:
    if telling.first is None or telling.last is None:
        return None
    return Days.of(telling.first, telling.last)


def _binding(telling: Telling) -> bool:
    """Do the words date it beyond doubt, so that the same report dates nothing else by the same happening?"""
    return telling.stated and not telling.kind.lasting and "weekday_conflict" not in telling.claim.flags


def _gap(one: Days | None, other: Days | None) -> int:
    return one.widest_gap(other) if one is not None and other is not None else 0


def _both(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return one.joined(other)


def _merged(one: Mapping[str, Days], other: Mapping[str, Days]) -> Mapping[str, Days]:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return {
        **large,
        **{key: days.joined(large[key]) if key in large else days for key, days in small.items()},
    }
