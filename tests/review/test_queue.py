"""What needs a person comes in the order of need, and leaves when somebody decided."""

import pytest
from tests.review.conftest import NOON, Judge

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.model import Claim, Event
from dragoman.review import queue, undo
from dragoman.review.names import known_like


def test_a_contested_event_waits_until_it_is_graded(ledger: Ledger, events: dict[str, Event], ana: Judge) -> None:
    event = events["capture"]
    waiting = queue(ledger, "contested", 10)
    assert [(item.key, item.why) for item in waiting.items] == [(f"event:{event.id}", "contested")]
    made = ana("grade", event.id, "contested", value={"claims": list(event.claims)})
    done = queue(ledger, "contested", 10)
    assert (done.total, done.decided, done.items) == (1, 1, ())
    undo(ledger, made.id, user="Ana", time=NOON)
    assert queue(ledger, "contested", 10) == waiting


def test_unknown_names_come_by_their_number(ledger: Ledger, ana: Judge) -> None:
    names = queue(ledger, "names", 10)
    assert [(item.role, item.about, item.count) for item in names.items] == [
        ("place", ("Džabal",), 1), ("actor", ("Pobunjenici",), 1),
    ]  # fmt: skip
    ana("merge", "Džabal", "same", object="minyan", value={"what": "place"})
    ana("name", "Pobunjenici", "ignored", object="actor")
    assert (queue(ledger, "names", 10).decided, queue(ledger, "names", 10).items) == (2, ())


def test_pairs_near_the_border_come_first(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    one, other = sorted((claims["took"].id, claims["zauzeli"].id))
    ledger.connection.execute("UPDATE link SET score = 0.55")
    assert [(item.about, item.score) for item in queue(ledger, "pairs", 10).items] == [((one, other), 0.55)]
    ana("pair", other, "same", object=one)
    assert queue(ledger, "pairs", 10).items == ()


def test_doubtful_claims(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    ledger.connection.execute("UPDATE claim SET confidence = 0.4 WHERE id = ?", (claims["shells"].id,))
    assert [item.about for item in queue(ledger, "doubtful", 10).items] == [(claims["shells"].id,)]
    ana("claim", claims["shells"].id, "accepted")
    assert queue(ledger, "doubtful", 10).items == ()


def test_an_unknown_queue_is_said(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match="queue: 'x' is not known; use one of contested, pairs, doubtful, names"):
        queue(ledger, "x", 1)


def test_known_names_like_an_unknown_one(ledger: Ledger) -> None:
    assert known_like(ledger, "place", "Minjan") == [{"id": "minyan", "name": "Minyan"}]
    assert known_like(ledger, "actor", "Zzz") == []
