"""Decisions are checked, added, undone, and never taken over somebody else's head."""

from threading import Thread

import pytest
from tests.review.conftest import NOON, Judge

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judgements
from dragoman.model import Claim, Event
from dragoman.review import ConflictError, Decision, decide, history, undo
from dragoman.review.standing import standing


def test_the_last_word_on_a_thing_counts(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    one, other = claims["took"].id, claims["zauzeli"].id
    ana("pair", one, "same", object=other)
    last = ana("pair", other, "different", object=one)
    assert standing(ledger) == (last,)


def test_unsure_takes_a_decision_back(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    one, other = claims["took"].id, claims["zauzeli"].id
    ana("pair", one, "same", object=other)
    ana("pair", one, "unsure", object=other)
    assert standing(ledger) == ()


def test_undoing_is_a_row_of_its_own_and_can_be_undone(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    made = ana("claim", claims["took"].id, "rejected")
    gone = undo(ledger, made.id, user="Ben", time=NOON, reason="it does say so")
    assert standing(ledger) == ()
    assert [(one["verdict"], one["standing"]) for one in history(ledger)] == [("rejected", False), ("undone", False)]
    undo(ledger, gone.id, user="Ana", time=NOON)
    assert standing(ledger) == (made,)


def test_somebody_elses_later_decision_is_shown_first(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    subject = claims["took"].id
    theirs = ana("claim", subject, "rejected", user="Ben")
    with pytest.raises(ConflictError, match="Ben decided on this in the meantime: rejected") as caught:
        ana("claim", subject, "accepted", seen=0)
    assert caught.value.judgements == (theirs,)
    assert list(judgements(ledger)) == [theirs]
    own = ana("claim", subject, "accepted", seen=theirs.id)
    assert standing(ledger) == (own,)


def test_a_decision_on_something_else_is_no_conflict(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    ana("claim", claims["took"].id, "rejected", user="Ben")
    ana("claim", claims["shells"].id, "rejected", seen=0)
    assert len(standing(ledger)) == 2


def test_two_at_once_lose_nothing(ledger: Ledger, claims: dict[str, Claim]) -> None:
    subject = claims["took"].id

    def many(user: str) -> None:
        with Ledger.create(ledger.path) as own:
            for number in range(20):
                decide(own, Decision("claim", subject, "rejected", user, NOON, str(number)))

    threads = [Thread(target=many, args=(user,)) for user in ("Ana", "Ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = list(judgements(ledger))
    assert sorted((one.user, int(one.reason)) for one in rows) == [
        (user, n) for user in ("Ana", "Ben") for n in range(20)
    ]


TOOK = {"apart": ["took"], "rest": ["took"]}


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"kind": "guess"}, "kind: 'guess' is not known; use one of pair, split, slot, claim, merge, grade, name"),
        ({"verdict": "maybe"}, "verdict: 'maybe' is none of pair; use one of same, different, unsure"),
        ({"object": "c_none"}, "object: there is no claim 'c_none' in"),
        ({"object": "took"}, "object: took is the same claim; name two different ones"),
        ({"user": " "}, "user: say who decides, in at most 100 letters"),
        ({"reason": "x" * 2001}, "reason: at most 2000 letters"),
        ({"kind": "split", "verdict": "split", "value": {"apart": []}}, "value.rest: a list of claims is expected"),
        ({"kind": "split", "verdict": "split", "value": TOOK}, "none in common"),
        ({"kind": "grade", "verdict": "single", "reason": " "}, "reason: a grade that a person sets needs one"),
        ({"kind": "grade", "verdict": "single", "value": {}}, "value.claims: a list of claims is expected"),
        ({"kind": "slot", "verdict": "corrected", "object": "rules"}, "object: 'rules' is no field"),
        ({"kind": "merge", "verdict": "same", "value": {}}, "value.what: 'actor' or 'place' says what is merged"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(
    ledger: Ledger, claims: dict[str, Claim], decision: dict[str, object], said: str
) -> None:
    def resolved(value: object) -> object:
        if isinstance(value, dict):
            return {name: [resolved(one) for one in found] for name, found in value.items()}
        return claims[value].id if value in ("took", "zauzeli") else value  # type: ignore[index]

    given = {"kind": "pair", "verdict": "same", "object": "zauzeli", "user": "Ana", "reason": "read it"} | decision
    values = {name: resolved(value) if name in ("object", "value") else value for name, value in given.items()}
    with pytest.raises(QueryError) as caught:
        decide(ledger, Decision(subject=claims["took"].id, time=NOON, **values))  # type: ignore[arg-type]
    assert said.replace("took", claims["took"].id) in str(caught.value)
    assert list(judgements(ledger)) == []


def test_the_history_of_a_record_has_what_was_decided_of_its_claims(
    ledger: Ledger, claims: dict[str, Claim], events: dict[str, Event], ana: Judge
) -> None:
    event = events["capture"]
    ana("grade", event.id, "single", value={"claims": list(event.claims)})
    ana("claim", claims["shells"].id, "rejected")
    assert [one["kind"] for one in history(ledger, claims["took"].id)] == ["grade"]
    assert [one["kind"] for one in history(ledger, event.id)] == ["grade"]
    assert [one["kind"] for one in history(ledger)] == ["grade", "claim"]
