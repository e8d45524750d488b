"""Pages as tables for spreadsheets: the main list of each, one flat row a record, safe against formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.errors import QueryError
from dragoman.exports import flat, spreadsheet
from dragoman.ledger.records import from_plain
from dragoman.model import Claim, Event, LeftOut, Source, Toll

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """Where the main list of a page lies (no key: the page is one record of facts), and how one of it becomes a row."""

    key: str
    columns: tuple[str, ...]
    row: Callable[[Plain], flat.Row]


def table(page: str, data: Mapping[str, Any]) -> tuple[tuple[str, ...], list[flat.Row]]:
    """The columns and the rows of a page's main list; QueryError for a page that has none."""
    if page not in _FORMS:
        raise QueryError(f"{page}: no table; tables are {', '.join(sorted(_FORMS))}")
    form = _FORMS[page]
    return form.columns, [_safe(form, one) for one in _listed(data, form.key)]


def _listed(data: Mapping[str, Any], key: str) -> Iterable[Plain]:
    """The records of the list; those of a chronology stand under their days, facts under their names."""
    if key == "days":
        return [event for day in data["days"] for event in day["events"]]
    if not key:
        return [{"name": name, "value": value} for name, value in data.items()]
    found: Iterable[Plain] = [data[key]] if isinstance(data[key], dict) else data[key]
    return found


def _safe(form: _Form, one: Plain) -> flat.Row:
    row = form.row(one)
    return {column: spreadsheet.safe(row.get(column)) for column in form.columns}


def _event(card: Plain) -> flat.Row:
    """An event's row with its sentence and what people decided."""
    more = {"reports": card["reports"], "languages": flat.joined(card["languages"]), "sentence": card["sentence"]}
    review = card["review"]
    grade = review["grade"]["grade"] if review["grade"] else None
    return {**flat.event_row(from_plain(Event, card)), **more, "decisions": review["decisions"], "set_grade": grade}


def _claim(card: Plain) -> flat.Row:
    """A claim's row with its report and its event."""
    report = card["report"]
    return {
        **flat.claim_row(from_plain(Claim, card)),
        "says": card["says"],
        "event": card["event"],
        "uri": report["uri"],
        "title": report["title"],
        "outlet": report["outlet"],
        "language": report["language"],
        "sha256": report["sha256"],
        "captured": report["captured"],
        "rejected": "yes" if card["rejected"] else "no",
        "corrected": flat.joined(one["slot"] for one in card["corrections"]),
    }


def _document(one: Plain) -> flat.Row:
    published = one["published"]
    days = {"published_start": published["start"], "published_end": published["end"]}
    return {**_only(one, _DOCUMENT), **days, "published_basis": published["basis"]}


def _toll(one: Plain) -> flat.Row:
    names = {"place_name": one["place_name"], "source_name": one["from_name"]}
    return {**flat.toll_row(from_plain(Toll, one)), **names}


def _point(one: Plain) -> flat.Row:
    place = one["place"]
    return {
        "place_id": place["id"], "place": place["name"], **_only(one, ("lat", "lon", "precision")),
        "events": len(one["events"]), "event_ids": flat.joined(one["events"]),
    }  # fmt: skip


def _judgement(one: Plain) -> flat.Row:
    return {**_only(one, _JUDGEMENT), "standing": "yes" if one["standing"] else "no"}


def _item(one: Plain) -> flat.Row:
    """Something that waits for a person: the ids or the name that it is about."""
    about = [one[name] for name in ("a", "b", "event", "claim", "name") if name in one]
    ids = flat.joined(each if isinstance(each, str) else each["id"] for each in about)
    reasons = flat.joined(one.get("reasons", ()))
    return {**_only(one, ("key", "kind", "why", "score", "role", "count")), "about": ids, "reasons": reasons}


def _fact(one: Plain) -> flat.Row:
    value = one["value"]
    return {"name": one["name"], "value": flat.joined(map(str, value)) if isinstance(value, list) else value}


def _only(one: Plain, names: Iterable[str]) -> flat.Row:
    """The plain cells of a record."""
    return {name: one[name] for name in names if isinstance(one.get(name), (str, int, float))}


_EVENT = (*spreadsheet.EVENT, "reports", "languages", "sentence", "decisions", "set_grade")
_CLAIM = (
    *spreadsheet.CLAIM, "says", "event", "uri", "title", "outlet", "language", "sha256", "captured", "rejected",
    "corrected",
)  # fmt: skip
_DOCUMENT = (
    "id", "title", "outlet", "language", "published_start", "published_end", "published_basis", "uri", "claims",
)  # fmt: skip
_POINT = ("place_id", "place", "lat", "lon", "precision", "events", "event_ids")
_PLACE = ("id", "name", "within", "lat", "lon", "precision", "events", "claims")
_ACTOR = ("id", "name", "side", "kind", "events", "claims")
_JUDGEMENT = ("id", "kind", "subject", "object", "verdict", "user", "time", "reason", "supersedes", "standing")
_ITEM = ("key", "kind", "why", "about", "role", "count", "score", "reasons")
_CLAIMS = _Form("claims", _CLAIM, _claim)
_EVENTS = _Form("events", _EVENT, _event)

_FORMS: Mapping[str, _Form] = {
    "overview": _Form("latest", _EVENT, _event),
    "events": _EVENTS,
    "event": _CLAIMS,
    "claims": _CLAIMS,
    "claim": _Form("claim", _CLAIM, _claim),
    "document": _CLAIMS,
    "documents": _Form("documents", _DOCUMENT, _document),
    "places": _Form("places", _PLACE, lambda one: _only(one, _PLACE)),
    "place": _EVENTS,
    "actors": _Form("actors", _ACTOR, lambda one: _only(one, _ACTOR)),
    "actor": _EVENTS,
    "sources": _Form("sources", spreadsheet.SOURCE, lambda one: flat.source_row(from_plain(Source, one))),
    "source": _Form("reports", _DOCUMENT, _document),
    "map": _Form("points", _POINT, _point),
    "tolls": _Form("tolls", (*spreadsheet.TOLL, "place_name", "source_name"), _toll),
    "chronology": _Form("days", _EVENT, _event),
    "left-out": _Form("left_out", spreadsheet.LEFT_OUT, lambda one: flat.left_out_row(from_plain(LeftOut, one))),
    "history": _Form("judgements", _JUDGEMENT, _judgement),
    "review": _Form("items", _ITEM, _item),
    "about": _Form("", ("name", "value"), _fact),
}
