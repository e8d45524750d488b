"""To take a decision, and to take one back: checked, and never over somebody else's head."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import DragomanError, QueryError
from dragoman.ledger import Ledger
from dragoman.ledger.judgements import UNDONE, Judgement, judge, judgements
from dragoman.review import kinds
from dragoman.review.kinds import CLAIM, GRADE, MERGE, NAME, PAIR, SLOT, SPLIT, VERDICTS, key, key_of
from dragoman.review.merging import merge_value
from dragoman.review.slots import expect_slot

# A person's name and a reason are read by others; a page of either is a slip.
LONGEST_NAME, LONGEST_REASON = 100, 2000


class ConflictError(DragomanError):
    """Somebody else decided on the same thing in the meantime; `judgements` are theirs."""

    def __init__(self, found: Sequence[Judgement]) -> None:
        super().__init__(
            f"{found[-1].user} decided on this in the meantime: {found[-1].verdict}; look at it, then decide again"
        )
        self.judgements = tuple(found)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides; `seen` is the greatest number of a judgement that this person knew (None: not asked)."""

    kind: str
    subject: str
    verdict: str
    user: str
    time: datetime
    reason: str
    object: str | None = None
    value: Any = None
    seen: int | None = None


def decide(ledger: Ledger, decision: Decision) -> Judgement:
    """Adds a decision to the ledger.

    Raises QueryError where it is about nothing that is there or has not the shape of its kind, ConflictError where
    somebody else decided on the same thing after `seen`. A decision that is added after all stands beside theirs, and
    the later one counts.
    """
    value = _checked(ledger, decision)
    about = key(decision.kind, decision.subject, decision.object, value)
    return judge(
        ledger, kind=decision.kind, subject=decision.subject, object=decision.object, verdict=decision.verdict,
        value=value, user=decision.user, time=decision.time, reason=decision.reason,
        unless=_unseen(ledger, decision.seen, decision.user, lambda one: key_of(one) == about),
    )  # fmt: skip


def undo(
    ledger: Ledger, number: int, *, user: str, time: datetime, reason: str = "", seen: int | None = None
) -> Judgement:
    """Takes a judgement back by a new row; to undo that row lets the judgement count again."""
    _expect_person(user, reason)
    found = next((one for one in judgements(ledger, standing=False) if one.id == number), None)
    if found is None:
        raise QueryError(f"there is no judgement {number} in {ledger.path}")
    return judge(
        ledger, kind=found.kind, subject=found.subject, object=found.object, verdict=UNDONE, value=found.value,
        user=user, time=time, reason=reason, supersedes=number,
        unless=_unseen(ledger, seen, user, lambda one: one.supersedes == number),
    )  # fmt: skip


def _unseen(ledger: Ledger, seen: int | None, user: str, concerns: Callable[[Judgement], bool]) -> Callable[[], None]:
    """What raises ConflictError where others judged the same after what this person has seen."""

    def expect() -> None:
        later = [one for one in judgements(ledger, standing=False) if one.id > (seen or 0) and one.user != user]
        if seen is not None and (found := [one for one in later if concerns(one)]):
            raise ConflictError(found)

    return expect


def _checked(ledger: Ledger, decision: Decision) -> Any:
    """The decision's value, completed from the ledger; QueryError on what is wrong."""
    _expect_person(decision.user, decision.reason)
    if decision.verdict not in VERDICTS.get(decision.kind, ()):
        raise QueryError(_unknown(decision))
    return _CHECKS[decision.kind](ledger, decision)


def _expect_person(user: str, reason: str) -> None:
    if not user.strip() or len(user) > LONGEST_NAME:
        raise QueryError(f"user: say who decides, in at most {LONGEST_NAME} letters")
    if len(reason) > LONGEST_REASON:
        raise QueryError(f"reason: at most {LONGEST_REASON} letters")


def _unknown(decision: Decision) -> str:
    if decision.kind not in VERDICTS:
        return f"kind: '{decision.kind}' is not known; use one of {', '.join(VERDICTS)}"
    return f"verdict: '{decision.verdict}' is none of {decision.kind}; use one of {', '.join(VERDICTS[decision.kind])}"


def _pair(ledger: Ledger, decision: Decision) -> None:
    _expect_claims(ledger, "object", (decision.subject, decision.object or ""))
    if decision.subject == decision.object:
        raise QueryError(f"object: {decision.subject} is the same claim; name two different ones")


def _split(ledger: Ledger, decision: Decision) -> dict[str, list[str]]:
    sides = [_ids(decision.value, name) for name in ("apart", "rest")]
    _expect_claims(ledger, "value", (*sides[0], *sides[1]))
    if not sides[0] or not sides[1] or set(sides[0]) & set(sides[1]):
        raise QueryError("value: 'apart' and 'rest' each need claims, and none in common")
    return {"apart": sides[0], "rest": sides[1]}


def _slot(ledger: Ledger, decision: Decision) -> Any:
    _expect_claims(ledger, "subject", (decision.subject,))
    expect_slot(ledger, decision.subject, decision.object, decision.value)
    return decision.value


def _claim(ledger: Ledger, decision: Decision) -> None:
    _expect_claims(ledger, "subject", (decision.subject,))


def _merge(ledger: Ledger, decision: Decision) -> Any:
    return merge_value(ledger, decision.subject, decision.object, decision.value)


def _grade(ledger: Ledger, decision: Decision) -> dict[str, list[str]]:
    if not decision.reason.strip():
        raise QueryError("reason: a grade that a person sets needs one")
    claims = _ids(decision.value, "claims")
    _expect_claims(ledger, "value", claims)
    if not claims:
        raise QueryError("value: 'claims' lists the claims of the event that is graded")
    return {"claims": claims}


def _name(ledger: Ledger, decision: Decision) -> Any:
    del ledger
    if decision.object not in (kinds.ACTOR, kinds.PLACE):
        raise QueryError("object: 'actor' or 'place' says what the name is of")
    return decision.value


_CHECKS: dict[str, Callable[[Ledger, Decision], Any]] = {
    PAIR: _pair, SPLIT: _split, SLOT: _slot, CLAIM: _claim, MERGE: _merge, GRADE: _grade, NAME: _name,
}  # fmt: skip


def _ids(value: Any, name: str) -> list[str]:
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise QueryError(f"value.{name}: a list of claims is expected")
    return sorted(set(found))


def _expect_claims(ledger: Ledger, at: str, claims: Sequence[str]) -> None:
    sql = "SELECT id FROM claim WHERE id IN (SELECT value FROM json_each(?))"
    known = {row["id"] for row in ledger.rows(sql, json.dumps(list(claims)))}
    for one in claims:
        if one not in known:
            raise QueryError(f"{at}: there is no claim '{one}' in {ledger.path}")
