"""Every record comes back from its JSON as it was."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import model
from dragoman.ledger.records import from_json, from_plain, to_json

RECORDS = [
    model.Document, model.Claim, model.Event, model.Control, model.Toll, model.Source, model.LeftOut,
    model.Published, model.Segment, model.When, model.Where, model.Count, model.Speaker, model.Party,
]  # fmt: skip

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def _records(kind: type) -> st.SearchStrategy[Any]:
    return st.from_type(kind)


st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(date, st.dates())


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_round_trip(kind: type) -> None:
    @settings(max_examples=20, deadline=None)
    @given(_records(kind))
    def holds(record: Any) -> None:
        text = to_json(record)
        again = from_json(kind, text)
        assert again == record
        assert to_json(again) == text

    holds()


def test_keys_are_the_contracts_own() -> None:
    control = model.Control(model.Named("p", "P"), model.Named(None, "H"), date(2016, 10, 28), None, False, ("c_1",))
    plain = json.loads(to_json(control))
    assert list(plain) == ["place", "holder", "from", "until", "contested", "claims"]
    assert plain["from"] == "2016-10-28"
    assert from_plain(model.Control, plain) == control


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        from_plain(model.Segment, {"role": "body", "start": 0})


def test_what_json_does_not_know_is_refused() -> None:
    where = model.Where(None, "x", "x", 0, 1, float("nan"), None, "unresolved", None)
    with pytest.raises(ValueError, match="Out of range"):
        to_json(where)
