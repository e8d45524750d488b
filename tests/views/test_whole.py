"""The data of the static report: complete, each record once, the same bytes every time."""

import json

import pytest

from dragoman.views.whole import whole


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_the_same_bytes_every_time(ledger, knowledge, language):
    first, second = (json.dumps(whole(ledger, knowledge, language), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_every_reference_is_there(ledger, knowledge):
    data = whole(ledger, knowledge)
    claims, events = ({one["id"] for one in data[name]} for name in ("claims", "events"))
    assert {claim for event in data["events"] for claim in event["claims"]} == claims
    assert {event for point in data["points"] for event in point["events"]} == events
    assert [event for day in data["days"] for event in day["events"]] == [event["id"] for event in data["events"]]
    assert {claim for toll in data["tolls"] for claim in toll["claims"]} <= claims
    assert set(data["overview"]["latest"]) <= events


def test_no_text_of_a_document_is_in_it_twice(ledger, knowledge):
    words = json.dumps(whole(ledger, knowledge), ensure_ascii=False)
    assert words.count("Nobody slept.") == 1
