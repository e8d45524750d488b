"""Actors and places called as the reader's language calls them; the ledger has them by one canonical name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.views.labels import Labels

_PARTIES = ("actors", "targets", "attribution")


def named(story: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    """The report's data with names in the language of the labels; words that no pack knows stay as they are."""
    events = [_slots(event, labels) for event in story["events"]]
    claims = [_slots(claim, labels) for claim in story["claims"]]
    known = dict(sorted({*_known(story["events"], events), *_known(story["claims"], claims)}))
    return {**story, "events": [_readings(event, known) for event in events], "claims": claims}


def _slots(record: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    parties = {slot: [_party(one, labels) for one in record[slot]] for slot in _PARTIES if slot in record}
    return {**record, **parties, "places": [_place(one, labels) for one in record["places"]]}


def _party(party: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    return {**party, "name": labels.party(party["id"], party["name"]) if party["id"] else party["name"]}


def _place(place: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    return {**place, "name": labels.place(place["id"], place["name"]) if place["id"] else place["name"]}


def _known(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every name in the ledger's own words with the reader's."""
    for old, new in zip(before, after, strict=True):
        for slot in (*_PARTIES, "places"):
            for was, now in zip(old.get(slot, ()), new.get(slot, ()), strict=True):
                yield was["name"], now["name"]


def _readings(event: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """Disagreements give names in a row, in the ledger's own words."""
    disagreements = [
        {**one, "values": [{**value, "value": _row(value["value"], known)} for value in one["values"]]}
        for one in event["disagreements"]
    ]
    return {**event, "disagreements": disagreements}


def _row(value: str, known: Mapping[str, str]) -> str:
    return known.get(value) or ", ".join(known.get(name, name) for name in value.split(", "))
