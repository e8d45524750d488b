"""The views' data without what the report does not draw, so that a file of thousands of events still opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_EVENT = (
    "id", "type", "when", "places", "actors", "targets", "counts", "claims", "originators", "grade", "disagreements",
    "sentence", "remarks", "sources", "reports", "review",
)  # fmt: skip
_CLAIM = (
    "id", "document", "voice", "type", "phase", "realis", "actors", "targets", "places", "when", "counts",
    "attribution", "confidence", "flags", "pieces", "says", "corrections", "rejected",
)  # fmt: skip
_PARTY = ("id", "name")
_PLACE = ("id", "name", "precision")
_WHEN = ("start", "end", "precision", "basis", "hours")
_COUNT = ("what", "who", "low", "high", "cumulative", "text")
_SPEAKER = ("id", "name", "cue", "stance")


def slim(whole: Mapping[str, Any]) -> dict[str, Any]:
    """What the report embeds: offsets and rules are gone, and each report's facts stand once, by its id."""
    reports = {claim["document"]: claim["report"] for claim in whole["claims"]}
    return {
        **whole,
        "overview": _without(whole["overview"], ("latest", "types", "progress")),
        "events": [_told(_only(event, _EVENT)) for event in whole["events"]],
        "claims": [_told(_only(claim, _CLAIM)) for claim in whole["claims"]],
        "reports": dict(sorted(reports.items())),
    }


def _told(record: dict[str, Any]) -> dict[str, Any]:
    """A claim or an event whose slots have their values and not the places of their words."""
    slots = {
        "actors": _each(record["actors"], _PARTY),
        "targets": _each(record["targets"], _PARTY),
        "places": _each(record["places"], _PLACE),
        "when": _only(record["when"], _WHEN),
    }
    if "attribution" in record:
        slots |= {"counts": _each(record["counts"], _COUNT), "attribution": _each(record["attribution"], _SPEAKER)}
    return {**record, **slots}


def _each(records: Iterable[Mapping[str, Any]], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_only(record, keys) for record in records]


def _only(record: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: record[key] for key in keys}


def _without(record: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in keys}
