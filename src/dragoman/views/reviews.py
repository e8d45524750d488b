"""What people decided, by the record that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from dragoman.ledger import Judgement, Ledger
from dragoman.ledger.judgements import judgements
from dragoman.views.columns import Mask
from dragoman.views.index import Index

_UNDONE = "undone"


class Reviews:
    """The decisions of a ledger as they stand now."""

    def __init__(self, ledger: Ledger) -> None:
        everything = list(judgements(ledger, standing=False))
        superseded = {one.supersedes for one in everything}
        self.all: tuple[Judgement, ...] = tuple(everything)
        self._standing = {one.id for one in everything if one.id not in superseded and one.verdict != _UNDONE}
        self._of: dict[str, list[Judgement]] = defaultdict(list)
        for one in everything:
            for record in dict.fromkeys((one.subject, one.object, *_claims(one))):
                if record is not None:
                    self._of[record].append(one)

    @staticmethod
    def stamp(ledger: Ledger) -> int:
        """The number of the last decision: another one where somebody decided since."""
        last: int = next(ledger.rows("SELECT coalesce(max(id), 0) FROM judgement"))[0]
        return last

    def about(self, *records: str) -> list[Judgement]:
        """All decisions about any of these records, in the order in which they were made."""
        found = {one.id: one for record in records for one in self._of.get(record, ())}
        return [found[number] for number in sorted(found)]

    def standing(self, *records: str) -> list[Judgement]:
        """Those that nobody took back."""
        return [one for one in self.about(*records) if self.is_standing(one)]

    def is_standing(self, one: Judgement) -> bool:
        """Whether nobody took it back."""
        return one.id in self._standing

    def corrections(self, claim: str) -> list[dict[str, Any]]:
        """The slots of a claim that somebody corrected."""
        return [
            {"slot": one.object, "value": one.value, "judgement": one.id, **_who(one)}
            for one in self.standing(claim)
            if one.kind == "slot" and one.subject == claim
        ]

    def rejection(self, claim: str) -> dict[str, Any] | None:
        """Who rejected a claim; None where nobody did, or somebody accepted it later."""
        found = [one for one in self.standing(claim) if one.kind == "claim" and one.subject == claim]
        return _who(found[-1]) if found and found[-1].verdict == "rejected" else None

    def of_event(self, event: str, claims: Iterable[str]) -> dict[str, Any]:
        """How many decisions stand about an event and its claims, and the grade that somebody gave it."""
        found = self.standing(event, *claims)
        grades = [one for one in found if one.kind == "grade" and one.subject == event]
        last = grades[-1] if grades else None
        grade = None if last is None else {"grade": last.verdict, "reason": last.reason, "user": last.user}
        return {"decisions": len(found), "grade": grade}

    def reviewed(self, index: Index) -> tuple[Mask, Mask]:
        """The claims and the events on which a decision stands."""
        ids = {record for record, found in self._of.items() if any(map(self.is_standing, found))}
        claims = _marked(index.claims.row_of, ids)
        return claims, _marked(index.events.row_of, ids) | index.events_of(claims)

    def plain(self, one: Judgement) -> dict[str, Any]:
        """A decision as JSON values."""
        return {
            "id": one.id, "kind": one.kind, "subject": one.subject, "object": one.object, "verdict": one.verdict,
            "value": one.value, **_who(one), "supersedes": one.supersedes, "standing": self.is_standing(one),
        }  # fmt: skip


def _who(one: Judgement) -> dict[str, Any]:
    return {"user": one.user, "time": one.time.isoformat(), "reason": one.reason}


def _claims(one: Judgement) -> Iterator[str]:
    """The claims that a decision names in its value."""
    value = one.value if isinstance(one.value, dict) else {}
    for name in ("apart", "rest"):
        yield from (claim for claim in value.get(name, ()) if isinstance(claim, str))


def _marked(row_of: Mapping[str, int], ids: Iterable[str]) -> Mask:
    mask = np.zeros(len(row_of), dtype=bool)
    mask[[row_of[one] for one in ids if one in row_of]] = True
    return mask
