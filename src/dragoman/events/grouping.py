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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.events.judged import APART, TOGETHER, Judged
from dragoman.events.linking import Linker
from dragoman.events.profiles import Profile, contradiction, doers, profile
from dragoman.events.story import Link
from dragoman.events.tellings import Telling
from dragoman.events.weights import weights


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that tell one happening, in the order of their ids, and those that deny it."""

    members: tuple[Telling, ...]
    denials: tuple[Telling, ...] = ()

    @property
    def claims(self) -> tuple[Telling, ...]:
        """Members and denials."""
        return tuple(sorted((*self.members, *self.denials), key=lambda telling: telling.id))


@dataclass(frozen=True, slots=True)
class Grouped:
    """All groups, and the links that joined or, for a contradiction, did not join their claims."""

    groups: tuple[Group, ...]
    links: tuple[Link, ...]


def grouped(tellings: Sequence[Telling], pairs: Iterable[tuple[int, int]], linker: Linker, decided: Judged) -> Grouped:
    """Groups the tellings along the candidate pairs (telling numbers, the lesser first), after people's decisions."""
    told = {telling.number: telling for telling in tellings}
    linked = [(told[one], told[other]) for one, other in linker.linked(pairs)]
    joining = _Joining(tellings, linker, decided)
    settled = [_settled(a, b, joining, linker) for a, b in decided.same if "denied" not in (a.mode, b.mode)]
    links = [_tried(a, b, joining, linker) for a, b in linked if "denied" not in (a.mode, b.mode)]
    groups = joining.groups()
    denials = [(a, b) for a, b in linked if (a.mode == "denied") != (b.mode == "denied")]
    links += [linker.link(a, b) for a, b in denials]
    by_pair = {(link.a, link.b): link for link in (*links, *settled)}
    return Grouped(tuple(_denied(groups, denials)), tuple(by_pair[pair] for pair in sorted(by_pair)))


def _settled(a: Telling, b: Telling, joining: _Joining, linker: Linker) -> Link:
    """Joins the groups of two that a person judged the same, unless another one of the kind forbids it."""
    link = linker.link(a, b)
    if joining.settle(a, b):
        return Link(link.a, link.b, 1.0, (TOGETHER, *link.reasons))
    return Link(link.a, link.b, 0.0, (f"kept apart: {APART}, of other claims of the two groups", *link.reasons))


def _tried(a: Telling, b: Telling, joining: _Joining, linker: Linker) -> Link:
    """Joins the groups of the two where nothing forbids it; the link says what did."""
    link, hindrance = linker.link(a, b), joining.join(a, b)
    if hindrance is None:
        return link
    return Link(link.a, link.b, 0.0, (f"kept apart: {hindrance}", *link.reasons))


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

    def __init__(self, tellings: Iterable[Telling], linker: Linker, decided: Judged) -> None:
        self._linker = linker
        self._decided = decided
        self._most = weights().limit("members")
        self._clusters = {t.id: _Cluster([t], profile(t, linker.ground), (t,)) for t in tellings if t.mode != "denied"}
        self._breaks = [t for t in tellings if t.kind.name == "siege_broken" and t.mode == "happened"]

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
        if lasting and self._broken(last, first_b, (*one.front, *other.front)):
            return "the siege was broken between them"
        return None

    def _broken(self, after: int, before: int, tellings: Iterable[Telling]) -> bool:
        places = {site.key for telling in tellings for site in telling.sites}
        return any(
            after < found.first <= found.last < before and any(site.key in places for site in found.sites)
            for found in self._breaks
            if found.first is not None and found.last is not None
        )

    def _incoherence(self, one: Sequence[Telling], other: Sequence[Telling]) -> str | None:
        """Are the claims across too unlike on average?"""
        scores = [self._linker.score(a, b) for a in one for b in other]
        if sum(scores) >= weights().cohesion * len(scores):
            return None
        return "the claims around them are too unlike"


def _id(telling: Telling) -> str:
    return telling.id
