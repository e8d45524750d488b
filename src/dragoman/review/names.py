"""Names that no pack knows: which there are, and which known ones they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.ledger import Ledger
from dragoman.ledger.connection import fold
from dragoman.review.kinds import ACTOR, PLACE

_UNKNOWN = f"""
    WITH found (role, name, claim) AS (
        SELECT '{ACTOR}', name, claim FROM claim_actor WHERE id IS NULL
        UNION
        SELECT '{PLACE}', name, claim FROM claim_place WHERE id IS NULL
    )
    SELECT role, found.name, count(*) AS number, min(claim.id) AS one, max(claim.id) AS other
    FROM found JOIN claim ON claim.number = found.claim GROUP BY role, found.name
    ORDER BY number DESC, found.name, role
"""
_KNOWN = {
    ACTOR: "SELECT DISTINCT id, name FROM claim_actor WHERE id IS NOT NULL ORDER BY id",
    PLACE: "SELECT DISTINCT id, name FROM claim_place WHERE id IS NOT NULL ORDER BY id",
}
# Letters in common (difflib's ratio) from which two names may be spellings of one.
_ALIKE = 0.62


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name without an id: in how many claims it stands, as an actor's or a place's, and one or two of them."""

    role: str
    name: str
    count: int
    claims: tuple[str, ...]


def unknown_names(ledger: Ledger) -> Iterator[UnknownName]:
    """The names that no pack knows, those that most claims have first."""
    for row in ledger.rows(_UNKNOWN):
        claims = tuple(dict.fromkeys((row["one"], row["other"])))
        yield UnknownName(row["role"], row["name"], row["number"], claims)


def known_like(ledger: Ledger, role: str, name: str, limit: int = 5) -> list[dict[str, str]]:
    """Known actors or places of the ledger that the name may be a spelling of, the likest first: {id, name}."""
    by_fold = {fold(row["name"]): {"id": row["id"], "name": row["name"]} for row in ledger.rows(_KNOWN[role])}
    near = get_close_matches(fold(name), sorted(by_fold), n=limit, cutoff=_ALIKE)
    return [by_fold[one] for one in near]
