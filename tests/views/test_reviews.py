"""What people decided, on the cards and beside them."""

from datetime import UTC, datetime

import pytest

from dragoman.errors import QueryError
from dragoman.review import Decision, decide, undo
from dragoman.views import Catalogue

TIME = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@pytest.fixture
def anew(ledger, knowledge, shelf):
    """The pages as they are after a decision, from the same shelf."""

    def decided(kind, subject, verdict, **more):
        judgement = decide(ledger, Decision(kind, subject, verdict, "Ana", TIME, more.pop("reason", "seen"), **more))
        return judgement, Catalogue(ledger, knowledge, shelf)

    return decided


def event_of(pages, ask, type):
    return pages.events(ask(type=type))["events"][0]


def test_a_rejected_claim_says_who_rejected_it(pages, ask, anew):
    claim = event_of(pages, ask, "shelling")["claims"][0]
    _, after = anew("claim", claim, "rejected")
    assert after.claim(claim)["claim"]["rejected"] == {"user": "Ana", "time": TIME.isoformat(), "reason": "seen"}
    assert after.overview()["pending"] == 1
    _, later = anew("claim", claim, "accepted")
    assert later.claim(claim)["claim"]["rejected"] is None
    assert [one["standing"] for one in later.claim(claim)["judgements"]] == [False, True]


def test_a_corrected_slot_stands_beside_the_claim(pages, ask, anew):
    claim = event_of(pages, ask, "shelling")["claims"][0]
    judgement, after = anew("slot", claim, "corrected", object="type", value="attack")
    (one,) = after.claim(claim)["claim"]["corrections"]
    assert (one["slot"], one["value"], one["judgement"], one["user"]) == ("type", "attack", judgement.id, "Ana")
    assert after.claim(claim)["claim"]["type"] == "shelling"


def test_a_grade_stands_on_the_event_while_it_has_these_claims(pages, ask, anew, ledger, knowledge, shelf):
    event = event_of(pages, ask, "shelling")
    judgement, after = anew("grade", event["id"], "corroborated", value={"claims": event["claims"]})
    review = event_of(after, ask, "shelling")["review"]
    assert review == {"decisions": 1, "grade": {"grade": "corroborated", "reason": "seen", "user": "Ana"}}
    undo(ledger, judgement.id, user="Ivo", time=TIME)
    again = Catalogue(ledger, knowledge, shelf)
    assert event_of(again, ask, "shelling")["review"] == {"decisions": 0, "grade": None}
    assert [one["verdict"] for one in again.event(event["id"])["judgements"]] == ["corroborated", "undone"]


def test_the_facet_of_what_is_reviewed(pages, ask, anew):
    claim = event_of(pages, ask, "shelling")["claims"][0]
    _, after = anew("claim", claim, "rejected")
    assert {one["id"]: one["count"] for one in after.events(ask())["facets"]["reviewed"]} == {"no": 3, "yes": 1}
    assert [event["type"] for event in after.events(ask(reviewed="yes"))["events"]] == ["shelling"]
    assert [one["id"] for one in after.claims(ask(reviewed="yes"))["claims"]] == [claim]
    assert after.events(ask(reviewed=["yes", "no"]))["total"] == 4


def test_queues(pages, ask, anew):
    page = pages.review("contested", 5)
    assert page["queues"]["contested"] == {"total": 1, "decided": 0}
    (item,) = page["items"]
    assert item["event"] == event_of(pages, ask, "shelling")
    (doubtful,) = pages.review("doubtful", 5)["items"]
    assert doubtful["claim"]["confidence"] == 0.5
    names = {one["name"]: one for one in pages.review("names", 5)["items"]}
    assert {"Džabal", "Pobunjenici"} <= names.keys()
    assert names["Džabal"]["examples"][0]["places"][0]["name"] == "Džabal"
    _, after = anew("claim", doubtful["claim"]["id"], "accepted")
    assert after.review("doubtful", 5)["queues"]["doubtful"] == {"total": 1, "decided": 1}
    with pytest.raises(QueryError, match="queue: 'new' is not known"):
        pages.review("new", 5)


def test_the_history_has_the_last_decision_first(pages, ask, anew):
    first, second = event_of(pages, ask, "shelling")["claims"]
    anew("claim", first, "rejected")
    _, after = anew("pair", first, "different", object=second)
    page = after.history(ask())
    assert [one["kind"] for one in page["judgements"]] == ["pair", "claim"]
    assert page["users"] == [{"id": "Ana", "name": "Ana", "count": 2}]
    assert after.history(ask(user="Ivo"))["total"] == 0
