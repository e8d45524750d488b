"""Claims of opposite outcome that no event can hold together: a place taken by both sides, a capture that
failed.

They stay in events of their own, but each such pair of independent voices makes the events concerned
contested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.events.ground import Ground
from dragoman.events.grouping import Group
from dragoman.events.linking import gap_days, rivals, sided_apart
from dragoman.events.tellings import Telling
from dragoman.events.voices import Voices

# Captures of one place by two sides contradict each other on one day; a day later, the place was retaken.
_SAME = 0


def opposites(groups: Sequence[Group], voices: Voices, ground: Ground) -> dict[int, tuple[Telling, ...]]:
    """For each group (by its place in `groups`) the claims of other groups that contradict it."""
    by_place: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for telling in group.members:
            if telling.kind.name == "capture" or telling.missed is not None:
                for site in telling.sites:
                    by_place[site.key].append((number, telling))
    found: dict[int, dict[str, Telling]] = defaultdict(dict)
    for place in sorted(by_place):
        for number, rival in _opposed(by_place[place], voices, ground):
            found[number][rival.id] = rival
    return {number: tuple(found[number][key] for key in sorted(found[number])) for number in sorted(found)}


def _opposed(
    told: Sequence[tuple[int, Telling]], voices: Voices, ground: Ground
) -> Iterator[tuple[int, Telling]]:
    """Pairs of a group and a claim that contradicts one of its members."""
    captures = [(number, telling) for number, telling in told if telling.missed is None]
    for number, telling in captures:
        for other, rival in told:
            if (
                other != number
                and _contradict(telling, rival, ground)
                and _independent(telling, rival, voices)
            ):
                yield number, rival


def _contradict(capture: Telling, rival: Telling, ground: Ground) -> bool:
    if capture.first is None or rival.first is None or gap_days(capture, rival) > _SAME:
        return False
    if capture.vague != "day" or rival.vague != "day":
        return False
    if rival.missed is not None:
        return rival.missed.name == capture.kind.name and not sided_apart(capture.doers, rival.doers, ground)
    return rivals(capture, rival, ground)


def _independent(one: Telling, other: Telling, voices: Voices) -> bool:
    return len(voices.independent((voices.of(one.claim), voices.of(other.claim)))) == 2
