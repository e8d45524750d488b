"""What people decided of pairs of claims, as linking needs it: their word goes before any score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dragoman.events.tellings import Telling

APART = "a person judged them different"
TOGETHER = "a person judged them the same"


class JudgedPair(Protocol):
    """Two claim ids, and whether somebody decided that they tell one happening."""

    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def same(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of tellings that are one, in the order of ids, and for each claim id those that are never one with it."""

    same: tuple[tuple[Telling, Telling], ...]
    apart: Mapping[str, frozenset[str]]

    def forbids(self, ones: Iterable[Telling], others: Iterable[Telling]) -> bool:
        """Did somebody decide that a claim of the one group and a claim of the other are different?"""
        if not self.apart:
            return False
        theirs = {telling.id for telling in others}
        return any(not theirs.isdisjoint(self.apart.get(telling.id, ())) for telling in ones)


def judged(pairs: Iterable[JudgedPair], tellings: Iterable[Telling]) -> Judged:
    """The decisions on claims that tell of happenings; those on others (mere wishes, readers' comments) do nothing."""
    told = {telling.id: telling for telling in tellings}
    found = [pair for pair in pairs if pair.a in told and pair.b in told]
    apart: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        if not pair.same:
            apart[pair.a].add(pair.b)
            apart[pair.b].add(pair.a)
    same = sorted((pair.a, pair.b) for pair in found if pair.same)
    return Judged(
        same=tuple((told[a], told[b]) for a, b in same),
        apart={key: frozenset(apart[key]) for key in sorted(apart)},
    )
