"""What was decided, by whom and when: of one record, or of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import Judgement, judgements
from dragoman.review.standing import last_words


def history(ledger: Ledger, *records: str) -> Iterator[dict[str, Any]]:
    """The judgements that touch one of these records (all of them: of the ledger), oldest first.

    Each with `standing`: whether it counts now.
    """
    counting = {one.id for one in last_words(judgements(ledger))}
    for one in judgements(ledger, standing=False):
        if not records or not _touched(one).isdisjoint(records):
            yield shown(one, one.id in counting)


def shown(one: Judgement, standing: bool) -> dict[str, Any]:
    """A judgement as JSON values."""
    return {
        "id": one.id, "kind": one.kind, "subject": one.subject, "object": one.object, "verdict": one.verdict,
        "value": one.value, "user": one.user, "time": one.time.isoformat(), "reason": one.reason,
        "supersedes": one.supersedes, "standing": standing,
    }  # fmt: skip


def _touched(one: Judgement) -> set[str | None]:
    """The records that a judgement is about, those in its value among them."""
    value = one.value if isinstance(one.value, dict) else {}
    named = [claim for name in ("claims", "apart", "rest") for claim in value.get(name, ())]
    return {one.subject, one.object, *named}
