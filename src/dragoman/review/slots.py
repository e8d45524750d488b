"""The fields of a claim that a person may correct, and what they must look like."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, get_args

from dragoman import vocabulary
from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.ledger.records import decoder, exported_name
from dragoman.model import (  # fmt: skip
    Claim,
    Count,
    DayBasis,
    DayPrecision,
    Document,
    Party,
    PlacePrecision,
    Realis,
    Speaker,
    Stance,
    What,
    When,
    Where,
)

SLOTS = ("type", "phase", "realis", "actors", "targets", "places", "when", "counts", "attribution")
_RECORDS = {"actors": Party, "targets": Party, "places": Where, "counts": Count, "attribution": Speaker}
_WORDS: Mapping[type, Mapping[str, tuple[str, ...]]] = {
    When: {"precision": get_args(DayPrecision), "basis": get_args(DayBasis)},
    Where: {"precision": get_args(PlacePrecision)},
    Count: {"what": get_args(What)},
    Speaker: {"stance": get_args(Stance)},
    Party: {},
}


def slot_value(slot: str, value: Any) -> Any:
    """The value of a claim's field out of its JSON; raises where it has not the contract's shape."""
    return decoder(_hints()[slot])(value)


def expect_slot(ledger: Ledger, claim: str, slot: str | None, value: Any) -> None:
    """Raises QueryError with one line on what is wrong with a correction."""
    if slot not in SLOTS:
        raise QueryError(f"object: '{slot}' is no field that can be corrected; use one of {', '.join(SLOTS)}")
    document = ledger.document(next(ledger.rows("SELECT document FROM claim WHERE id = ?", claim))["document"])
    if slot in _RECORDS:
        _expect_list(slot, value, document)
    elif slot == "when":
        _expect_when(value, document)
    else:
        _expect_word(slot, value)


def _expect_list(slot: str, value: Any, document: Document) -> None:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise QueryError(f"value: {slot} is a list; send [] for none")
    for number, one in enumerate(value):
        at = f"value[{number}]"
        _expect_fields(at, one, _RECORDS[slot])
        _expect_span(at, one["text"], one["start"], one["end"], document)
        if slot == "counts":
            _expect_range(at, one)
        if slot == "places":
            _expect_point(at, one)


def _expect_when(value: Any, document: Document) -> None:
    _expect_fields("value", value, When)
    days = [_day(f"value.{name}", value[name]) for name in ("start", "end")]
    if None not in days and days[0] > days[1]:  # type: ignore[operator]
        raise QueryError("value: when ends before it starts; mend one of the days")
    if value["text"] is not None:
        _expect_span("value", value["text"], value["span_start"], value["span_end"], document)


def _expect_fields(at: str, value: Any, record: type) -> None:
    names = [exported_name(field.name) for field in fields(record)]
    if not isinstance(value, Mapping) or set(value) != set(names):
        raise QueryError(f"{at}: it must have the fields {', '.join(names)} and no other")
    for name, words in _WORDS[record].items():
        if value[name] not in words:
            raise QueryError(f"{at}.{name}: '{value[name]}' is not known; use one of {', '.join(words)}")
    for name in ("name", "text", "cue"):
        if name in value and not isinstance(value[name], str) and not (name == "text" and value[name] is None):
            raise QueryError(f"{at}.{name}: a text is expected")


def _expect_span(at: str, text: Any, start: Any, end: Any, document: Document) -> None:
    known = type(start) is int and type(end) is int and 0 <= start < end
    if not known or document.text[start:end] != text:
        raise QueryError(
            f"{at}: the words '{text}' do not stand at {start} to {end} of {document.id}; choose them there"
        )


def _expect_range(at: str, one: Mapping[str, Any]) -> None:
    low, high = one["low"], one["high"]
    if type(low) is not int or low < 0 or not (high is None or (type(high) is int and high >= low)):
        raise QueryError(f"{at}: low and high are whole numbers, low not above high; high null says 'at least'")
    if type(one["cumulative"]) is not bool:
        raise QueryError(f"{at}.cumulative: true or false is expected")


def _expect_point(at: str, one: Mapping[str, Any]) -> None:
    for name, limit in (("lat", 90), ("lon", 180)):
        value = one[name]
        if value is not None and not (isinstance(value, (int, float)) and abs(value) <= limit):
            raise QueryError(f"{at}.{name}: degrees from -{limit} to {limit}, or null where they are not known")


def _expect_word(slot: str, value: Any) -> None:
    known: Sequence[str | None] = {
        "type": tuple(vocabulary.event_types()), "realis": get_args(Realis), "phase": ("start", "ongoing", "end", None),
    }[slot]  # fmt: skip
    if value not in known:
        raise QueryError(f"value: {json.dumps(value)} is no {slot}; use one of {', '.join(str(one) for one in known)}")


def _day(at: str, value: Any) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise QueryError(f"{at}: '{value}' is no day; write it as 2016-10-28") from None


@cache
def _hints() -> dict[str, Any]:
    return typing.get_type_hints(Claim)
