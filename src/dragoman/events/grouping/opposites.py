"""Claims of opposite outcome that no event can hold together: a place taken by both sides, a capture that
failed.

They stay in events of their own, but each such pair of independent voices makes the events concerned
contested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.events.ground import Ground
from dragoman.events.grouping.groups import Group
from dragoman.events.grouping.profiles import holders, opposed
from dragoman.events.tellings import Telling
from dragoman.events.weighing.voices import Voices


def opposites(groups: Sequence[Group], voices: Voices, ground: Ground) -> dict[int, tuple[Telling, ...]]:
    """For each group (by its place in `groups`) the claims of other groups that contradict it."""
    by_place_and_day: dict[tuple[str, int], list[tuple[int, Telling]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for telling in group.members:
            if telling.kind.name == "capture" or telling.missed is not None:
                for place_and_day in _places_and_days(telling):
                    by_place_and_day[place_and_day].append((number, telling))
    found: dict[int, dict[str, Telling]] = defaultdict(dict)
    for told in by_place_and_day.values():
        for number, rival in _opposed(told, voices, ground):
            found[number][rival.id] = rival
    return {number: tuple(found[number][key] for key in sorted(found[number])) for number in sorted(found)}


def _places_and_days(telling: Telling) -> Iterator[tuple[str, int]]:
    """The places of a telling on each of its days; nothing where it is not precise to a day: a day later, a place may
    have been retaken.
    """
    if telling.vague == "day" and telling.first is not None and telling.last is not None:
        for day in range(telling.first, telling.last + 1):
            yield from ((site.key, day) for site in telling.sites)


def _opposed(told: Sequence[tuple[int, Telling]], voices: Voices, ground: Ground) -> Iterator[tuple[int, Telling]]:
    """Pairs of a group and a claim that contradicts one of its members."""
    captures = [(number, telling) for number, telling in told if telling.missed is None]
    for number, telling in captures:
        for other, rival in told:
            if other != number and _contradict(telling, rival, ground) and _independent(telling, rival, voices):
                yield number, rival


def _contradict(capture: Telling, rival: Telling, ground: Ground) -> bool:
    if rival.missed is not None:
        return rival.missed.name == capture.kind.name and not _other_side(capture, rival, ground)
    return opposed(holders(capture, ground), holders(rival, ground))


def _other_side(capture: Telling, rival: Telling, ground: Ground) -> bool:
    """Did another side fail than the one that is said to have taken the place?"""
    ones, others = ({side for key in t.doers if (side := ground.side(key))} for t in (capture, rival))
    return bool(ones) and bool(others) and not ones & others


def _independent(one: Telling, other: Telling, voices: Voices) -> bool:
    """Two voices that know of each other's word: what one report tells in its own words, or without a day, is a
    history and no dispute."""
    if one.claim.document == other.claim.document:
        quoted = one.claim.attribution and other.claim.attribution
        if not quoted or not (one.stated and other.stated):
            return False
    return voices.apart(voices.of(one.claim), voices.of(other.claim))
