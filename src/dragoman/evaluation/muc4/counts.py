"""Counts of a template's slots, and the measures that MUC-4 makes of them.

Each filler of a response meets at most one of the key: first where both are correct, then where one is partially so;
what is left meets as incorrect, required fillers of the key first. A key's filler that nothing meets is missing,
unless it is optional; a response's is spurious. A slot is non-committal where the response has nothing and the key
nothing or one optional filler, as the program of 1992 counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.evaluation.muc4.judging import judge
from dragoman.evaluation.muc4.reading import Filler, Template
from dragoman.evaluation.muc4.slots import SCORED
from dragoman.evaluation.muc4.strings import Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """Fillers that are correct, partially correct, incorrect, spurious and missing, and slots without any."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0
    noncommittal: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in Counts.__slots__))

    @property
    def possible(self) -> int:
        """POS: the fillers of the key."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """ACT: the fillers of the response."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def recall(self) -> float:
        """Points over POS, as a share; a partially correct filler is half a point."""
        return self._points / self.possible if self.possible else 0.0

    @property
    def precision(self) -> float:
        """Points over ACT, as a share."""
        return self._points / self.actual if self.actual else 0.0

    @property
    def overgeneration(self) -> float:
        """Spurious over ACT, as a share."""
        return self.spurious / self.actual if self.actual else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall ("P&R"), as a share."""
        whole = self.possible + self.actual
        return 2 * self._points / whole if whole else 0.0

    @property
    def _points(self) -> float:
        return self.correct + self.partial / 2


def slot_counts(slot: int, key: Sequence[Filler], response: Sequence[Filler]) -> Counts:
    """The counts of one slot in a pair of templates; either side may have nothing."""
    if not response and (not key or (len(key) == 1 and key[0].optional)):
        return Counts(noncommittal=1)
    pairs = _paired(slot, key, response)
    met = {id(pair[0]) for pair in pairs}
    verdicts = [verdict for _, verdict in pairs]
    return Counts(
        verdicts.count(Verdict.CORRECT),
        verdicts.count(Verdict.PARTIAL),
        verdicts.count(Verdict.INCORRECT),
        len(response) - len(pairs),
        sum(not filler.optional and id(filler) not in met for filler in key),
    )


def _paired(slot: int, key: Sequence[Filler], response: Sequence[Filler]) -> list[tuple[Filler, Verdict]]:
    verdicts = {(k, r): judge(slot, key[k], response[r]) for k in range(len(key)) for r in range(len(response))}
    order = sorted(verdicts, key=lambda pair: (-verdicts[pair], key[pair[0]].optional, pair))
    keys: set[int] = set()
    responses: set[int] = set()
    pairs = []
    for k, r in order:
        if k not in keys and r not in responses:
            keys.add(k)
            responses.add(r)
            pairs.append((key[k], verdicts[k, r]))
    return pairs


def template_counts(key: Template | None, response: Template | None) -> Iterator[tuple[int, Counts]]:
    """The counts by slot of a pair, of a missing template (no response) or of a spurious one (no key)."""
    for slot in SCORED:
        yield slot, slot_counts(slot, key[slot] if key else (), response[slot] if response else ())
