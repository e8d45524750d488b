"""Which numbers are sums of a period, and of which event a number is: each counts once.

A claim says of a number whether it sums a period. Three more say so here: a number told of an open period ("since 19
September"), one in the same sentence and of the same days as such a sum ("killed 84 in three days and injured 280"),
and the same large number elsewhere in the report, as in its title.

One number in the words may stand in several claims, and these in several events (a shelling, the deaths, the offensive
that it was part of): it belongs to one of them alone, so that nobody counts the dead of one sentence twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.events.grouping.groups import Group
from dragoman.events.tellings import Telling
from dragoman.model import Claim, Count, What

# What counts as a toll: what happened to people.
TOLLED: frozenset[What] = frozenset({"killed", "injured", "missing", "detained", "displaced", "besieged"})
# The types that are about what a number counts.
_ABOUT: Mapping[What, frozenset[str]] = {
    "killed": frozenset({"killing"}),
    "injured": frozenset({"injury"}),
    "missing": frozenset({"abduction"}),
    "detained": frozenset({"detention", "abduction"}),
    "displaced": frozenset({"displacement", "evacuation"}),
    "besieged": frozenset({"besieged", "siege"}),
}
# No event spans more; what is counted over more days is a sum.
_EVENT = timedelta(days=4)
# From here on the same number twice in one report is no chance.
_LARGE = 10

# A number in the words: the document, where it stands, and what it counts.
Number = tuple[str, int, int, What]


def with_sums(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with every number marked as a sum of a period that is one."""
    opened = [_marked(claim, claim.counts) if claim.counts and _open(claim) else claim for claim in claims]
    sums = [(claim, count) for claim in opened for count in claim.counts if count.cumulative and _adds_up(count)]
    sentences = {_sentence(claim) for claim, _ in sums}
    repeated = {_value(claim, count) for claim, count in sums if count.low >= _LARGE}
    return [_marked(claim, _sums(claim, sentences, repeated)) if claim.counts else claim for claim in opened]


def number(claim: Claim, count: Count) -> Number:
    """The number in the words that the count is."""
    return claim.document, count.start, count.end, count.what


def about(claim: Claim, count: Count) -> bool:
    """Is the claim's type about what the number counts?"""
    return claim.type in _ABOUT.get(count.what, ())


def counted_once(groups: Sequence[Group]) -> Iterator[tuple[Telling, ...]]:
    """For each group its members with those numbers alone that are the group's own.

    A number of victims is the event's whose claims are about it, else the one's that says the most of what happened.
    """
    owners: dict[Number, tuple[bool, int, str, int]] = {}
    for index, group in enumerate(groups):
        for telling, count in _tolled(group):
            rank = (not about(telling.claim, count), -telling.kind.rank, group.members[0].id, index)
            key = number(telling.claim, count)
            owners[key] = min(owners.get(key, rank), rank)
    strange: dict[int, set[Number]] = defaultdict(set)
    for index, group in enumerate(groups):
        keys = (number(telling.claim, count) for telling, count in _tolled(group))
        strange[index].update(key for key in keys if owners[key][-1] != index)
    for index, group in enumerate(groups):
        yield tuple(_without(telling, strange[index]) for telling in group.members) if strange[index] else group.members


def _tolled(group: Group) -> Iterator[tuple[Telling, Count]]:
    return ((telling, count) for telling in group.members for count in telling.numbers if count.what in TOLLED)


def _without(telling: Telling, numbers: set[Number]) -> Telling:
    kept = tuple(count for count in telling.numbers if number(telling.claim, count) not in numbers)
    return replace(telling, numbers=kept)


def _sentence(claim: Claim) -> tuple[object, ...]:
    """A sentence and the days of which it tells."""
    return claim.document, claim.sentence.start, claim.when.start, claim.when.end


def _open(claim: Claim) -> bool:
    """Does the claim tell of a period with a beginning alone, longer than an event is?"""
    when = claim.when
    if when.precision != "open" or when.basis not in ("stated", "anchored") or when.start is None:
        return False
    return when.end is None or when.end - when.start > _EVENT


def _value(claim: Claim, count: Count) -> tuple[object, ...]:
    """What one report says when it tells a number again."""
    return claim.document, count.what, count.who, count.low, count.high


def _sums(claim: Claim, sentences: Container[object], repeated: Container[object]) -> Sequence[Count]:
    """The numbers of a claim that stand in a sentence with a sum, or repeat one."""
    if _sentence(claim) in sentences:
        return claim.counts
    return [count for count in claim.counts if _value(claim, count) in repeated]


def _marked(claim: Claim, sums: Sequence[Count]) -> Claim:
    """The claim with those of its numbers of victims marked that are sums."""
    if not sums:
        return claim
    counts = (replace(one, cumulative=True) if one in sums and _adds_up(one) else one for one in claim.counts)
    return replace(claim, counts=tuple(counts))


def _adds_up(count: Count) -> bool:
    """Do the victims of a period add up? The besieged and their like are counted as they are on a day."""
    return count.what in TOLLED and count.what != "besieged"
