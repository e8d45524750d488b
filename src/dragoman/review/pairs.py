"""Pairs of claims on which people decided, one by one or by splitting an event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import Judgement
from dragoman.review.kinds import PAIR, SAME, SPLIT

_KNOWN = "SELECT id FROM claim WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """What people finally decided of two claims (`a` before `b`): whether they tell one happening."""

    a: str
    b: str
    same: bool


def judged_pairs(ledger: Ledger, decisions: Iterable[Judgement]) -> tuple[JudgedPair, ...]:
    """The pairs on which somebody decided, each once, by id: the later decision counts.

    A split sets each claim on its one side against each on the other. Claims that the ledger no longer has are left
    out.
    """
    last: dict[tuple[str, str], bool] = {}
    for decision in decisions:
        last.update(_verdicts(decision))
    ids = sorted({one for pair in last for one in pair})
    known = {row["id"] for row in ledger.rows(_KNOWN, json.dumps(ids))} if last else set()
    return tuple(JudgedPair(a, b, same) for (a, b), same in sorted(last.items()) if {a, b} <= known)


def _verdicts(decision: Judgement) -> Iterator[tuple[tuple[str, str], bool]]:
    if decision.kind == PAIR and decision.object is not None:
        yield _ordered(decision.subject, decision.object), decision.verdict == SAME
    if decision.kind == SPLIT:
        for one in decision.value["apart"]:
            yield from ((_ordered(one, other), False) for other in decision.value["rest"])


def _ordered(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
