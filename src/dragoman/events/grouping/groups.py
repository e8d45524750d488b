"""From linked pairs to groups of claims, each of one happening.

What people decided goes first. Then links are taken in falling order of their score. Two groups join only where

1. no claim of the one contradicts a claim of the other,
2. together they span no more days than one happening does (a lasting state may span months, but not over
   its end),
3. their claims are alike on average, so that one weak claim never bridges two happenings,
4. nobody decided that a claim of the one and a claim of the other are different.

Denials join nothing: each is put to the one group that it denies best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.events.grouping.components import Component, components
from dragoman.events.grouping.profiles import Profile, contradiction, doers, profile
from dragoman.events.linking.judged import APART, TOGETHER, Judged
from dragoman.events.linking.linker import Linker, Pairs
from dragoman.events.linking.links import Fate, Links
from dragoman.events.linking.weights import weights
from dragoman.events.pairing.census import Census, Numbers
from dragoman.events.tellings import Telling

# Of components up to this size all pairs are weighed at once; of larger ones those that joining asks for.
_FEW = 200
_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that tell one happening, in the order of their ids, and those that deny it."""

    members: tuple[Telling, ...]
    denials: tuple[Telling, ...] = ()

    @property
    def claims(self) -> tuple[Telling, ...]:
        """Members and denials."""
        return tuple(sorted((*self.members, *self.denials), key=lambda telling: telling.id))


class Grouping:
    """The groups of all tellings, found component by component, and the links that joined or did not join them."""

    def __init__(self, told: Sequence[Telling], census: Census, linked: Pairs, linker: Linker, decided: Judged) -> None:
        self._told, self._linker, self._decided = told, linker, decided
        self._ids, self._breaks = census.ids, _Breaks(census)
        settled = dict.fromkeys(_numbers(a, b) for a, b in decided.same if "denied" not in (a.mode, b.mode))
        self._settled, self._linked = len(settled), _first(settled, linked)
        self._fates = np.zeros(len(self._linked[0]), np.int32)
        self._words = Numbers[Fate]()
        self._words.of(None, None)

    def groups(self) -> Iterator[Group]:
        """Every group; those of one component follow each other."""
        for batch in _batches(components(self._linked, len(self._ids))):
            self._linker.expect([pair for component in batch for pair in component.pairs(_FEW)])
            for component in batch:
                yield from self._grouped(component)
            self._linker.forget()

    def links(self) -> Links:
        """All links, once the groups were read."""
        return Links(self._ids, self._linked, self._fates, tuple(self._words), self._linker)

    def _grouped(self, component: Component) -> Iterator[Group]:
        told = {number: self._told[number] for number in component.numbers}
        ones, others = (column[component.links].tolist() for column in self._linked)
        pairs = [(told[one], told[other]) for one, other in zip(ones, others, strict=True)]
        joining = _Joining(told.values(), self._breaks, self._linker, self._decided)
        for place, (a, b) in zip(component.links, pairs, strict=True):
            if "denied" not in (a.mode, b.mode):
                fate = _settled(a, b, joining) if place < self._settled else _tried(a, b, joining)
                self._fates[place] = self._words.of(fate, fate)
        denials = [(a, b) for a, b in pairs if (a.mode == "denied") != (b.mode == "denied")]
        yield from _denied(joining.groups(), denials)


def _first(settled: Collection[tuple[int, int]], linked: Pairs) -> Pairs:
    """The links with the pairs that people decided before them, each once."""
    if not settled:
        return linked
    ones, others = (column.tolist() for column in linked)
    rest = [pair for pair in zip(ones, others, strict=True) if pair not in settled]
    one, other = np.array([*settled, *rest], np.int32).T
    return one, other


def _settled(a: Telling, b: Telling, joining: _Joining) -> Fate:
    """Joins the groups of two that a person judged the same, unless another decision forbids it."""
    if joining.settle(a, b):
        return 1.0, TOGETHER
    return 0.0, f"kept apart: {APART}, of other claims of the two groups"


def _tried(a: Telling, b: Telling, joining: _Joining) -> Fate:
    """Joins the groups of the two where nothing forbids it."""
    hindrance = joining.join(a, b)
    return None if hindrance is None else (0.0, f"kept apart: {hindrance}")


def _batches(found: Iterable[Component]) -> Iterator[list[Component]]:
    """Components, as many at a time as have so many pairs."""
    batch: list[Component] = []
    pairs = 0
    for component in found:
        batch.append(component)
        pairs += min(len(component.numbers), _FEW) ** 2 // 2
        if pairs > _BATCH:
            yield batch
            batch, pairs = [], 0
    yield batch


def _denied(groups: Sequence[Group], denials: Sequence[tuple[Telling, Telling]]) -> Iterator[Group]:
    """The groups with their denials; `denials` come best first, and each denial is put once."""
    home = {member.id: place for place, group in enumerate(groups) for member in group.members}
    placed: set[str] = set()
    put: dict[int, list[Telling]] = defaultdict(list)
    for a, b in denials:
        denial, member = (a, b) if a.mode == "denied" else (b, a)
        if denial.id not in placed:
            placed.add(denial.id)
            put[home[member.id]].append(denial)
    for place, group in enumerate(groups):
        yield replace(group, denials=tuple(sorted(put[place], key=lambda telling: telling.id)))


@dataclass(slots=True)
class _Cluster:
    """A growing group: its claims, its profile, and the few claims (first by id) that stand for it."""

    members: list[Telling]
    profile: Profile
    front: tuple[Telling, ...]


class _Joining:
    """Groups that grow by joining; each starts as one claim."""

    def __init__(self, tellings: Iterable[Telling], breaks: _Breaks, linker: Linker, decided: Judged) -> None:
        self._breaks, self._linker, self._decided = breaks, linker, decided
        self._most = weights().limit("members")
        self._clusters = {t.id: _Cluster([t], profile(t, linker.ground), (t,)) for t in tellings if t.mode != "denied"}

    def join(self, a: Telling, b: Telling) -> str | None:
        """Joins the groups of the two; gives what forbids it, None where they are one now."""
        one, other = self._clusters[a.id], self._clusters[b.id]
        if one is other:
            return None
        hindrance = self._other_doers(one, other, a, b) or self._hindrance(one, other)
        if hindrance is None:
            self._merge(one, other)
        return hindrance

    def settle(self, a: Telling, b: Telling) -> bool:
        """Joins the groups of the two whatever speaks against it, but for a decision; False where one forbids it."""
        one, other = self._clusters[a.id], self._clusters[b.id]
        if one is not other and self._decided.forbids(one.members, other.members):
            return False
        if one is not other:
            self._merge(one, other)
        return True

    def groups(self) -> tuple[Group, ...]:
        """The groups in the order of their first claims."""
        firsts = ((key, found) for key, found in sorted(self._clusters.items()) if found.front[0].id == key)
        return tuple(Group(tuple(sorted(found.members, key=_id))) for _, found in firsts)

    def _merge(self, one: _Cluster, other: _Cluster) -> None:
        small, large = sorted((one, other), key=lambda cluster: len(cluster.members))
        large.members.extend(small.members)
        large.profile = large.profile.joined(small.profile)
        large.front = tuple(sorted((*large.front, *small.front), key=_id)[: self._most])
        for telling in small.members:
            self._clusters[telling.id] = large

    def _hindrance(self, one: _Cluster, other: _Cluster) -> str | None:
        if self._decided.forbids(one.members, other.members):
            return APART
        return (
            contradiction(one.profile, other.profile)
            or self._spread(one, other)
            or self._incoherence(one.front, other.front)
        )

    def _other_doers(self, one: _Cluster, other: _Cluster, a: Telling, b: Telling) -> str | None:
        """Are the groups deeds of different sides, and the link no dispute of two voices over who did it?

        A claim that names nobody would else join the attack of the one side with the answer of the other.
        """
        sides = one.profile.doers, other.profile.doers
        if not all(sides) or sides[0] & sides[1]:
            return None
        named = doers(a, self._linker.ground) and doers(b, self._linker.ground)
        voices = a.claim.document != b.claim.document or (a.claim.attribution and b.claim.attribution)
        return None if named and voices else "different sides did it"

    def _spread(self, one: _Cluster, other: _Cluster) -> str | None:
        """Do the two together span too many days?"""
        joined = one.profile.joined(other.profile)
        lasting, hulls = joined.all_lasting, [one.profile.days(), other.profile.days()]
        known = sorted((hull.first, hull.last) for hull in hulls if hull is not None)
        if len(known) < 2:
            return None
        (first, last), (first_b, last_b) = known
        spread = max(last, last_b) - first
        if spread > weights().limit("lasting_spread" if lasting else "spread"):
            return f"together they would span {spread + 1} days"
        if lasting and first_b - last > weights().limit("lasting_gap"):
            return f"{first_b - last} days without a word lie between them"
        if lasting and self._breaks.between(last, first_b, (*one.front, *other.front)):
            return "the siege was broken between them"
        return None

    def _incoherence(self, one: Sequence[Telling], other: Sequence[Telling]) -> str | None:
        """Are the claims across too unlike on average?"""
        scores = self._linker.scores([_numbers(a, b) for a in one for b in other])
        if sum(scores) >= weights().cohesion * len(scores):
            return None
        return "the claims around them are too unlike"


class _Breaks:
    """The days on which sieges were broken, by place."""

    def __init__(self, census: Census) -> None:
        broken = [kind.kind.name == "siege_broken" and kind.mode == "happened" for kind in census.kinds]
        self._days: dict[str, list[tuple[int, int]]] = defaultdict(list)
        told = census.told
        for number in np.flatnonzero(np.array(broken, np.bool_)[told.kind] & (told.first > 0)).tolist():
            for site in census.places[told.place[number]]:
                self._days[site.key].append((int(told.first[number]), int(told.last[number])))

    def between(self, after: int, before: int, tellings: Iterable[Telling]) -> bool:
        """Was a siege of a place of the tellings broken between the two days?"""
        places = {site.key for telling in tellings for site in telling.sites}
        return any(after < first <= last < before for key in places for first, last in self._days.get(key, ()))


def _numbers(a: Telling, b: Telling) -> tuple[int, int]:
    return (a.number, b.number) if a.number < b.number else (b.number, a.number)


def _id(telling: Telling) -> str:
    return telling.id
