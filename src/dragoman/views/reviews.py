"""What people decided, by the record that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from dragoman.ledger import Judgement, Ledger
from dragoman.ledger.judgements import judgements
from dragoman.review.history import shown
from dragoman.review.kinds import CLAIM, GRADE, NAME, REJECTED, SLOT, UNSURE
from dragoman.review.standing import digest, last_words
from dragoman.views.columns import Mask
from dragoman.views.index import Index


class Reviews:
    """The decisions of a ledger as they stand now."""

    def __init__(self, ledger: Ledger) -> None:
        self.all: tuple[Judgement, ...] = tuple(judgements(ledger, standing=False))
        counting = last_words(judgements(ledger))
        self._standing = {one.id for one in counting}
        self._grades = {tuple(one.value["claims"]): one for one in counting if one.kind == GRADE}
        self._of: dict[str, list[Judgement]] = defaultdict(list)
        for one in self.all:
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
        """Those that count now."""
        return [one for one in self.about(*records) if self.is_standing(one)]

    def is_standing(self, one: Judgement) -> bool:
        """Whether it counts now: nobody took it back, and no later word is about the same."""
        return one.id in self._standing

    def corrections(self, claim: str) -> list[dict[str, Any]]:
        """The slots of a claim that somebody corrected."""
        return [
            {"slot": one.object, "value": one.value, "judgement": one.id, **_who(one)}
            for one in self.standing(claim)
            if one.kind == SLOT and one.subject == claim
        ]

    def rejection(self, claim: str) -> dict[str, Any] | None:
        """Who rejected a claim; None where nobody did, or somebody accepted it later."""
        found = [one for one in self.standing(claim) if one.kind == CLAIM and one.subject == claim]
        return _who(found[-1]) if found and found[-1].verdict == REJECTED else None

    def of_event(self, event: str, claims: Iterable[str]) -> dict[str, Any]:
        """How many decisions stand about an event and its claims, and the grade that somebody gave it."""
        told = tuple(sorted(claims))
        found, last = self.standing(event, *told), self._grades.get(told)
        grade = None if last is None else {"grade": last.verdict, "reason": last.reason, "user": last.user}
        return {"decisions": len(found), "grade": grade}

    def reviewed(self, index: Index) -> tuple[Mask, Mask]:
        """The claims and the events on which a decision stands."""
        ids = {record for record, found in self._of.items() if any(map(self.is_standing, found))}
        claims = _marked(index.claims.row_of, ids)
        return claims, _marked(index.events.row_of, ids) | index.events_of(claims)

    def plain(self, one: Judgement) -> dict[str, Any]:
        """A decision as JSON values."""
        return shown(one, self.is_standing(one))

    def pending(self, ledger: Ledger) -> int:
        """How many decisions the events do not follow yet."""
        meta = ledger.meta()
        if meta.get("judged") == digest(
            tuple(one for one in self.all if self.is_standing(one) and one.verdict != UNSURE)
        ):
            return 0
        until = int(meta.get("judged_until", "0"))
        return sum(one.id > until and one.kind != NAME for one in self.all)


def _who(one: Judgement) -> dict[str, Any]:
    return {"user": one.user, "time": one.time.isoformat(), "reason": one.reason}


def _claims(one: Judgement) -> Iterator[str]:
    """The claims that a decision names in its value."""
    value = one.value if isinstance(one.value, dict) else {}
    for name in ("claims", "apart", "rest"):
        yield from (claim for claim in value.get(name, ()) if isinstance(claim, str))


def _marked(row_of: Mapping[str, int], ids: Iterable[str]) -> Mask:
    mask = np.zeros(len(row_of), dtype=bool)
    mask[[row_of[one] for one in ids if one in row_of]] = True
    return mask
