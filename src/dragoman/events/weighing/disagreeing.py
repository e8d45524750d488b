"""Where the claims of one event differ, field by field, with the claims on each side.

A difference counts only between different voices, and only where both cannot be true: a town and its
quarter, "the rebels" and one of their groups, "at least 15" and 20 do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Generic, TypeVar

from dragoman.claims.when import OTHER_DAY
from dragoman.events.counted.sums import TOLLED
from dragoman.events.ground import Ground
from dragoman.events.linking.signs import kinship, overlap, site_distance
from dragoman.events.linking.weights import weights
from dragoman.events.tellings import Site, Telling
from dragoman.events.weighing.voices import Voices
from dragoman.model import Count, Disagreement, Party, Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement, and whether it is one between independent voices and without a doubt of their own."""

    disagreement: Disagreement
    material: bool


@dataclass(frozen=True, slots=True)
class View(Generic[T]):
    """What one claim holds of a field: its value, the value in words, and whether the claim itself doubts
    it.
    """

    telling: Telling
    value: T
    words: str
    doubted: bool = False


def disputes(members: Sequence[Telling], voices: Voices, ground: Ground) -> Iterator[Dispute]:
    """The fields on which the members differ: who, whom, who announced it, when, where, numbers; one voice alone only
    doubts its own day.
    """
    if len({voices.of(telling.claim).key for telling in members}) < 2:
        doubt = _doubtful_day(members)
        yield from (doubt,) if doubt is not None else ()
        return
    when = _dispute("when", _day_views(members), _other_days, voices)
    fields = (
        _dispute("actors", _actor_views(members), lambda a, b: _other_parties(a, b, ground), voices),
        _dispute("targets", _target_views(members), lambda a, b: _other_parties(a, b, ground), voices),
        _dispute("attribution", _announcers(members, voices), lambda a, b: _other_announcers(a, b, ground), voices),
        when or _doubtful_day(members),
        _dispute("places", _site_views(members), _other_sites, voices),
        *(_dispute(thing, views, _other_numbers, voices) for thing, views in _number_views(members)),
    )
    yield from (dispute for dispute in fields if dispute is not None)


def _dispute(
    field: str, views: Iterable[View[T]], differ: Callable[[View[T], View[T]], bool], voices: Voices
) -> Dispute | None:
    """The dispute over a field; None where all views go together."""
    held = _by_words_and_voice(views, voices)
    clashes = [
        (one, other)
        for one, other in combinations(sorted(held), 2)
        if one[1] != other[1] and differ(held[one][0], held[other][0])
    ]
    if not clashes:
        return None
    material = any(_material(held[one][0], held[other][0], voices) for one, other in clashes)
    return Dispute(Disagreement(field, _readings({side for clash in clashes for side in clash}, held)), material)


_Held = dict[tuple[str, str], list[View[T]]]


def _by_words_and_voice(views: Iterable[View[T]], voices: Voices) -> _Held[T]:
    held: _Held[T] = defaultdict(list)
    for view in sorted(views, key=lambda view: (view.doubted, view.telling.id)):
        held[view.words, voices.of(view.telling.claim).key].append(view)
    return held


def _material(one: View[T], other: View[T], voices: Voices) -> bool:
    tellers = (voices.of(one.telling.claim), voices.of(other.telling.claim))
    return not one.doubted and not other.doubted and voices.apart(*tellers)


def _readings(sides: Iterable[tuple[str, str]], held: _Held[T]) -> tuple[Reading, ...]:
    claims: dict[str, set[str]] = defaultdict(set)
    for side in sides:
        claims[side[0]].update(view.telling.id for view in held[side])
    return tuple(Reading(words, tuple(sorted(claims[words]))) for words in sorted(claims))


def _actor_views(members: Iterable[Telling]) -> Iterator[View[tuple[str, ...]]]:
    for telling in members:
        mutual = telling.kind.mutual
        keys = (*telling.doers, *telling.sufferers) if mutual else telling.doers
        if keys:
            yield View(telling, keys, _names((*telling.doing, *(telling.suffering if mutual else ()))))


def _target_views(members: Iterable[Telling]) -> Iterator[View[tuple[str, ...]]]:
    for telling in members:
        if telling.sufferers and not telling.kind.mutual:
            yield View(telling, telling.sufferers, _names(telling.suffering))


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(sorted({party.name for party in parties}))


def _other_parties(one: View[tuple[str, ...]], other: View[tuple[str, ...]], ground: Ground) -> bool:
    """Parties that cannot be the same; of two bodies of one side only one can have announced something,
    though many can have fought."""
    kinships = {kinship(a, b, ground) for a in one.value for b in other.value}
    fought = one.telling.kind.violent or other.telling.kind.violent
    return kinships <= ({"apart"} if fought else {"apart", "other_of_side"})


def _day_views(members: Iterable[Telling]) -> Iterator[View[tuple[int, int]]]:
    for telling in members:
        first, last = telling.first, telling.last
        dated = telling.stated and telling.vague == "day" and not telling.kind.lasting
        if dated and first is not None and last is not None:
            doubted = "weekday_conflict" in telling.claim.flags
            yield View(telling, (first, last), _span(first, last), doubted)


def _doubtful_day(members: Iterable[Telling]) -> Dispute | None:
    """The two days of words that contradict themselves ("Friday 29 October"), where no other claim decides."""
    claims: dict[str, set[str]] = defaultdict(set)
    for telling in members:
        for rule in telling.claim.rules:
            if rule.startswith(OTHER_DAY) and telling.first is not None and telling.last is not None:
                claims[_span(telling.first, telling.last)].add(telling.id)
                claims[rule.removeprefix(OTHER_DAY)].add(telling.id)
    if not claims:
        return None
    readings = tuple(Reading(words, tuple(sorted(claims[words]))) for words in sorted(claims))
    return Dispute(Disagreement("when", readings), material=False)


def _announcers(members: Iterable[Telling], voices: Voices) -> Iterator[View[str]]:
    """Who is said to have announced what is still to come: the speakers of the side that will do it."""
    for telling in members:
        voice = voices.of(telling.claim)
        own = not telling.doers or any(voices.one_side(voice.key, doer) for doer in telling.doers)
        if telling.mode == "planned" and telling.claim.attribution and voice.named.id is not None and own:
            yield View(telling, voice.key, voice.named.name)


def _other_announcers(one: View[str], other: View[str], ground: Ground) -> bool:
    """Two bodies of one side, neither a part of the other: only one of them can have announced it."""
    return kinship(one.value, other.value, ground) == "other_of_side"


def _span(first: int, last: int) -> str:
    days = dict.fromkeys((date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()))
    return "/".join(days)


def _other_days(one: View[tuple[int, int]], other: View[tuple[int, int]]) -> bool:
    gap = max(one.value[0] - other.value[1], other.value[0] - one.value[1])
    # What happened in a night is told of either day.
    night = any(view.telling.claim.when.precision in ("hour", "part_of_day") for view in (one, other))
    return gap > (1 if night else 0)


def _site_views(members: Iterable[Telling]) -> Iterator[View[tuple[Site, ...]]]:
    for telling in members:
        known = tuple(site for site in telling.sites if site.fine and site.where.id is not None)
        if known and len(known) == len(telling.sites):
            yield View(telling, known, ", ".join(sorted({site.where.name for site in known})))


def _other_sites(one: View[tuple[Site, ...]], other: View[tuple[Site, ...]]) -> bool:
    return not any(_same_area(a, b) for a in one.value for b in other.value)


def _same_area(one: Site, other: Site) -> bool:
    if one.key in other.chain or other.key in one.chain:
        return True
    kilometres = site_distance(one, other)
    return kilometres is None or kilometres < weights().limits["near_km"]


def _number_views(members: Iterable[Telling]) -> Iterator[tuple[str, list[View[Count]]]]:
    found: dict[tuple[str, str], list[View[Count]]] = defaultdict(list)
    for telling in members:
        for count in telling.numbers:
            thing = f"{count.what} {count.who or 'people'}"
            # Two car bombs and dozens of raids are no disagreement on a number; the dead of both may be.
            kind = "" if count.what in TOLLED else telling.kind.name
            found[thing, kind].append(View(telling, count, count_words(count)))
    yield from ((thing, found[thing, kind]) for thing, kind in sorted(found))


def count_words(count: Count) -> str:
    """A number as "15", "15+" (at least) or "15-20"."""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def _other_numbers(one: View[Count], other: View[Count]) -> bool:
    return not overlap(one.value, other.value)
