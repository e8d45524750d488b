"""Names that people know, written into a pack of the project's own: they count from the next build on.

The pack is a folder with `pack.toml`, `actors.toml` and `places.tsv` (docs/packs.md). What stands there stays, but for
comments in `actors.toml`; a file is replaced as a whole or not at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from dragoman.errors import PackError, QueryError
from dragoman.exports.writing import put
from dragoman.knowledge.entries import ACTOR_KINDS, PRECISIONS, SIDES, Actor, Place
from dragoman.knowledge.folding import plain
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.packs import PLACE_COLUMNS, read_pack
from dragoman.ledger.connection import fold
from dragoman.review.kinds import ACTOR, PLACE

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_HEAD = {"id": "project", "name": "Names added while reviewing", "licence": "as the project's own"}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that a person knows; `id` names the actor or place that it is another spelling of (None: a new one)."""

    role: str
    name: str
    language: str
    id: str | None = None
    kind: str | None = None
    side: str | None = None
    lat: float | None = None
    lon: float | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """Where an entry now stands, and the entry as it stands there."""

    file: Path
    entry: Mapping[str, Any]


def add_entry(folder: Path, new: NewName, knowledge: Knowledge) -> Written:
    """Writes a name into the project's pack; QueryError on what is wrong with it, PackError on a broken pack."""
    _expect_name(new)
    _prepare(folder)
    written = _add_actor(folder, new, knowledge) if new.role == ACTOR else _add_place(folder, new, knowledge)
    problems = read_pack(folder).problems
    if problems:
        raise PackError(str(problems[0]))
    return written


def _expect_name(new: NewName) -> None:
    if new.role not in (ACTOR, PLACE):
        raise QueryError(f"role: '{new.role}' is not known; use {ACTOR} or {PLACE}")
    if not new.name.strip() or len(new.name) > _LONGEST or any(not one.isprintable() or one == ";" for one in new.name):
        raise QueryError(f"name: at most {_LONGEST} letters on one line, without ';'")
    if not _LANGUAGE.fullmatch(new.language):
        raise QueryError(f"language: '{new.language}' is no language code; write en, de, hr, ar …")


def _prepare(folder: Path) -> None:
    head = folder / "pack.toml"
    if not head.exists():
        _write(head, tomli_w.dumps({"pack": _HEAD}))


def _add_actor(folder: Path, new: NewName, knowledge: Knowledge) -> Written:
    path = folder / "actors.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    actors: list[dict[str, Any]] = table.setdefault("actor", [])
    known_as = _id(new, knowledge.actors)
    entry = next((one for one in actors if one.get("id") == known_as), None)
    if entry is None:
        entry = _actor(known_as, new, knowledge)
        actors.append(entry)
    spellings = entry.setdefault("names", {}).setdefault(new.language, [])
    if plain(new.name) not in spellings:
        spellings.append(plain(new.name))
    _write(path, tomli_w.dumps(table))
    return Written(path, entry)


def _actor(id: str, new: NewName, knowledge: Knowledge) -> dict[str, Any]:
    """A new actor, or a known one repeated, since the project's word goes before the theatre's."""
    return _known_actor(knowledge.actors[id]) if id in knowledge.actors else _new_actor(id, new)


def _new_actor(id: str, new: NewName) -> dict[str, Any]:
    if new.kind not in ACTOR_KINDS:
        raise QueryError(f"kind: '{new.kind}' is none of an actor's; use one of {', '.join(sorted(ACTOR_KINDS))}")
    if new.side is not None and new.side not in SIDES:
        raise QueryError(f"side: '{new.side}' is not known; use one of {', '.join(sorted(SIDES))}")
    return _filled(id=id, name=plain(new.name), kind=new.kind, side=new.side)


def _known_actor(actor: Actor) -> dict[str, Any]:
    return _filled(
        id=actor.id, name=actor.name, kind=actor.kind, side=actor.side, parent=actor.parent,
        **{"from": actor.since and actor.since.isoformat(), "until": actor.until and actor.until.isoformat()},
        generic=actor.generic or None,
    )  # fmt: skip


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _add_place(folder: Path, new: NewName, knowledge: Knowledge) -> Written:
    path = folder / "places.tsv"
    columns, rows = _read_places(path)
    known_as = _id(new, knowledge.places)
    row = next((one for one in rows if one["id"] == known_as), None)
    if row is None:
        row = _place(known_as, new, knowledge)
        rows.append(row)
    spellings = [one for one in row.get(new.language, "").split(";") if one]
    if plain(new.name) not in spellings:
        spellings.append(plain(new.name))
    row[new.language] = ";".join(spellings)
    columns = [*columns, *([] if new.language in columns else [new.language])]
    lines = ("\t".join(one.get(column, "") for column in columns) for one in rows)
    _write(path, "\n".join(["\t".join(columns), *lines]) + "\n")
    return Written(path, {name: value for name, value in row.items() if value})


def _read_places(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    if not path.exists():
        return list(PLACE_COLUMNS), []
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    header, *rows = [line.split("\t") for line in lines]
    return header, [dict(zip(header, cells, strict=True)) for cells in rows]


def _place(id: str, new: NewName, knowledge: Knowledge) -> dict[str, str]:
    return _known_place(knowledge.places[id]) if id in knowledge.places else _new_place(id, new, knowledge)


def _new_place(id: str, new: NewName, knowledge: Knowledge) -> dict[str, str]:
    if new.kind not in PRECISIONS:
        raise QueryError(f"kind: '{new.kind}' is none of a place's; use one of {', '.join(sorted(PRECISIONS))}")
    if new.within is not None and new.within not in knowledge.places:
        raise QueryError(f"within: no place has the id '{new.within}'; choose one that is known")
    if (new.lat is None) != (new.lon is None):
        raise QueryError("lat, lon: give both or none")
    if new.lat is not None and new.lon is not None and not (abs(new.lat) <= 90 and abs(new.lon) <= 180):
        raise QueryError("lat, lon: degrees from -90 to 90 and from -180 to 180")
    return _place_row(id, plain(new.name), str(new.kind), new.lat, new.lon, new.within)


def _known_place(place: Place) -> dict[str, str]:
    return _place_row(place.id, place.name, place.kind, place.lat, place.lon, place.within)


def _place_row(
    id: str, name: str, kind: str, lat: float | None, lon: float | None, within: str | None
) -> dict[str, str]:
    point = ("" if one is None else f"{one:.4f}" for one in (lat, lon))
    return dict(zip(PLACE_COLUMNS, (id, name, kind, *point, within or "", ""), strict=True))


def _id(new: NewName, known: Mapping[str, Any]) -> str:
    """The id of the entry: the known one that was named, else letters and digits of the name, not yet taken."""
    if new.id is not None:
        if new.id not in known:
            raise QueryError(f"id: no {new.role} has the id '{new.id}'; choose a known one or leave it out")
        return new.id
    slug = "-".join(fold(new.name).split()) or "name"
    return slug if slug not in known else f"project-{slug}"


def _write(path: Path, text: str) -> None:
    """Puts the whole text in the file's place; PackError where that cannot be, and what was there stays."""
    try:
        put(path.parent, [(path.name, [text])])
    except OSError as error:
        raise PackError(f"{path}: cannot be written ({error.strerror}); name another folder with --project") from error
