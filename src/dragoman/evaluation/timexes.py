"""Scores of TIMEX3 expressions by the definitions of TempEval-3 (UzZaman et al. 2013).

An expression is found where one of the system's overlaps it (relaxed) or has its very extent (strict). The value
score counts what is found by overlap and has the very value. Each expression meets at most one of the other side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.dates.timeml import Timex


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted: expressions of the gold, of the system, and those that meet; tallies add up."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))

    def f1(self, name: str) -> float:
        """The harmonic mean of precision and recall, as a share, for strict, relaxed, value or type."""
        whole = self.gold + self.system
        return 2 * int(getattr(self, name)) / whole if whole else 0.0


def tally(gold: Sequence[Timex], system: Sequence[Timex]) -> Tally:
    """Compare one document's expressions; both sides in text order."""
    pairs = matched(gold, system)
    return Tally(
        len(gold),
        len(system),
        sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        len(pairs),
        sum(a.value == b.value for a, b in pairs),
        sum(a.type == b.type for a, b in pairs),
    )


def matched(gold: Sequence[Timex], system: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs that overlap, each expression in one pair; the same extent goes before mere overlap."""
    extents = {(found.start, found.end): found for found in system}
    pairs = [(wanted, extents[key]) for wanted in gold if (key := (wanted.start, wanted.end)) in extents]
    taken = {id(found) for pair in pairs for found in pair}
    for wanted in gold:
        if id(wanted) in taken:
            continue
        found = next((one for one in system if id(one) not in taken and _overlap(wanted, one)), None)
        if found is not None:
            pairs.append((wanted, found))
            taken |= {id(wanted), id(found)}
    return pairs


def _overlap(one: Timex, other: Timex) -> bool:
    return one.start < other.end and other.start < one.end
