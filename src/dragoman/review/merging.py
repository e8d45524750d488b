"""Two names for one actor or one place: what a decision to merge them holds."""

from __future__ import annotations

import json
from typing import Any

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.review.kinds import ACTOR, PLACE

_ACTOR = "SELECT id, name FROM claim_actor WHERE id = ? LIMIT 1"
_PLACE = """
    SELECT claim.record, claim_place.position FROM claim_place JOIN claim ON claim.number = claim_place.claim
    WHERE claim_place.id = ? ORDER BY claim.number LIMIT 1
"""
_SUBJECTS = {
    ACTOR: "SELECT 1 FROM claim_actor WHERE id = ?1 OR (id IS NULL AND name = ?1) LIMIT 1",
    PLACE: "SELECT 1 FROM claim_place WHERE id = ?1 OR (id IS NULL AND name = ?1) LIMIT 1",
}


def merge_value(ledger: Ledger, subject: str, object: str | None, value: Any) -> dict[str, Any]:
    """What is merged, and all that claims will say of it then, taken from the ledger.

    Raises QueryError where the ledger does not know one of the two.
    """
    what = value.get("what") if isinstance(value, dict) else None
    if what not in (ACTOR, PLACE):
        raise QueryError("value.what: 'actor' or 'place' says what is merged")
    if subject == object:
        raise QueryError(f"object: '{subject}' is the same; name another one")
    if not any(True for _ in ledger.rows(_SUBJECTS[what], subject)):
        raise QueryError(f"subject: no {what} '{subject}' in {ledger.path}")
    found = _actor(ledger, object) if what == ACTOR else _place(ledger, object)
    if found is None:
        raise QueryError(
            f"object: no {what} with the id '{object}' in {ledger.path}; only known ones can be merged into"
        )
    return {"what": what, **found}


def _actor(ledger: Ledger, id: str | None) -> dict[str, Any] | None:
    return next((dict(row) for row in ledger.rows(_ACTOR, id)), None)


def _place(ledger: Ledger, id: str | None) -> dict[str, Any] | None:
    for row in ledger.rows(_PLACE, id):
        place = json.loads(row["record"])["places"][row["position"]]
        return {name: place[name] for name in ("id", "name", "lat", "lon", "precision", "within")}
    return None
