"""Reads a theatre pack (or a project's own) from its folder, and says what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.knowledge.entries import ACTOR_KINDS, PRECISIONS, SIDES, Actor, Names, Place, Veto
from dragoman.knowledge.problems import Problem, TomlFile

PACK_KEYS = frozenset(("id", "name", "licence", "sources", "countries", "from", "until"))
PACK_TABLES = frozenset(("pack", "sides", "admin1", "governments"))
ACTOR_KEYS = frozenset(
    {"id", "name", "kind", "side", "parent", "from", "until", "generic", "names", "adjectives"}
    | {"not_before", "not_after"}
)
PLACE_COLUMNS = ("id", "name", "kind", "lat", "lon", "within", "geonames")
OPTIONAL_COLUMNS = frozenset(("population", "not_before", "not_after"))


@dataclass(slots=True)
class Pack:
    """A pack as it was read: its entries in file order, with the places where they stand for messages."""

    folder: str
    id: str = ""
    name: str = ""
    countries: tuple[str, ...] = ()
    sides: dict[str, str] = field(default_factory=dict)
    admin1: dict[str, str] = field(default_factory=dict)
    governments: dict[str, str] = field(default_factory=dict)
    actors: list[Actor] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    replaces: dict[str, str] = field(default_factory=dict)  # a gazetteer id to the pack's own
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_pack(folder: Path) -> Pack:
    """A pack folder's entries; everything wrong in it is in `problems`, the rest is read."""
    pack = Pack(folder.name, id=folder.name)
    if (folder / "pack.toml").is_file():
        _read_head(pack, TomlFile(folder / "pack.toml", shown(folder / "pack.toml")))
    for path in sorted(folder.glob("actors*.toml")):
        _read_actors(pack, TomlFile(path, shown(path)))
    for path in sorted(folder.glob("places*.tsv")):
        _read_places(pack, path)
    return pack


def shown(path: Path) -> str:
    """A pack file's path as messages name it: from the `knowledge` folder on, where it is ours."""
    parts = path.parts
    if "knowledge" in parts[:-1]:
        last = len(parts) - 1 - parts[::-1].index("knowledge")
        return "/".join(parts[last:])
    return str(path)


def _read_head(pack: Pack, file: TomlFile) -> None:
    table = file.table
    for unknown in sorted(set(table) - PACK_TABLES):
        file.add(f"unknown table [{unknown}]; a pack.toml has {_listed(PACK_TABLES)}", unknown)
    head = table.get("pack", {})
    for unknown in sorted(set(head) - PACK_KEYS):
        file.add(f'unknown key "{unknown}"; [pack] has {_listed(PACK_KEYS)}', "pack", 0, unknown)
    for needed in ("id", "name", "licence"):
        if file.table and not head.get(needed):
            file.add(f'[pack] has no "{needed}"; add it', "pack")
    pack.id, pack.name = head.get("id", pack.id), head.get("name", "")
    pack.countries = tuple(head.get("countries", ()))
    pack.sides, pack.admin1 = dict(table.get("sides", {})), dict(table.get("admin1", {}))
    pack.governments = dict(table.get("governments", {}))
    for table_name in ("sides", "admin1", "governments"):
        for key in table.get(table_name, {}):
            pack.lines[f"{table_name}:{key}"] = (file.name, file.line(table_name, 0, key))
    for actor, side in pack.sides.items():
        if side not in SIDES:
            file.add(f'unknown side "{side}"; one of {_listed(SIDES)}', "sides", 0, actor)
    pack.problems += file.problems


def _read_actors(pack: Pack, file: TomlFile) -> None:
    for unknown in sorted(set(file.table) - {"actor"}):
        file.add(f'unknown table "{unknown}"; a file of actors has [[actor]] entries only', unknown)
    for number, entry in enumerate(file.table.get("actor", ())):
        _check_actor(file, number, entry)
        actor = _actor(entry)
        if actor is None:
            continue
        _claim_id(pack, file.problems, actor.id, file.name, file.line("actor", number, "id"))
        pack.actors.append(actor)
    pack.problems += file.problems


def _check_actor(file: TomlFile, number: int, entry: Mapping[str, Any]) -> None:
    def add(what: str, key: str) -> None:
        file.add(what, "actor", number, key)

    for unknown in sorted(set(entry) - ACTOR_KEYS):
        add(f'unknown key "{unknown}"; an actor has {_listed(ACTOR_KEYS)}', unknown)
    for needed in ("id", "name", "kind"):
        if not isinstance(entry.get(needed), str) or not entry[needed].strip():
            add(f'actor without "{needed}"; add it', needed)
    if entry.get("kind") and entry["kind"] not in ACTOR_KINDS:
        add(f'unknown kind "{entry["kind"]}"; one of {_listed(ACTOR_KINDS)}', "kind")
    if entry.get("side") is not None and entry["side"] not in SIDES:
        add(f'unknown side "{entry["side"]}"; one of {_listed(SIDES)}', "side")
    for key in ("from", "until"):
        if key in entry and _day(entry[key]) is None:
            add(f'"{key}" is no day: {entry[key]!r}; write "YYYY-MM-DD"', key)
    since, until = _day(entry.get("from")), _day(entry.get("until"))
    if since and until and until < since:
        add(f'"until" {until} lies before "from" {since}; mend one', "until")
    for key in ("names", "adjectives"):
        _check_names(file, number, entry, key)


def _check_names(file: TomlFile, number: int, entry: Mapping[str, Any], key: str) -> None:
    table = entry.get(key, {})
    if not isinstance(table, Mapping):
        file.add(f'"{key}" is no table; write {key}.en = ["…"]', "actor", number, key)
        return
    for language, names in sorted(table.items()):
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            file.add(f'{key}.{language} is no list of texts; write ["…"]', "actor", number, f"{key}.{language}")
            continue
        for name in sorted({name for name in names if not name.strip()}):
            file.add(
                f"{key}.{language} has an empty name {name!r}; remove it",
                "actor",
                number,
                f"{key}.{language}",
            )
        for name in sorted({name for name in names if names.count(name) > 1}):
            file.add(f'{key}.{language} has "{name}" twice; remove one', "actor", number, f"{key}.{language}")


def _actor(entry: Mapping[str, Any]) -> Actor | None:
    if not (isinstance(entry.get("id"), str) and isinstance(entry.get("name"), str)):
        return None
    return Actor(
        id=entry["id"],
        name=entry["name"],
        kind=str(entry.get("kind", "other")),
        side=entry.get("side"),
        parent=entry.get("parent"),
        since=_day(entry.get("from")),
        until=_day(entry.get("until")),
        names=_names(entry.get("names")),
        adjectives=_names(entry.get("adjectives")),
        generic=bool(entry.get("generic", False)),
        veto=_veto(entry.get("not_before", ()), entry.get("not_after", ())),
    )


def _names(table: object) -> Names:
    if not isinstance(table, Mapping):
        return {}
    return {
        language: tuple(name for name in names if isinstance(name, str) and name.strip())
        for language, names in sorted(table.items())
        if isinstance(names, list)
    }


def _veto(before: Any, after: Any) -> Veto | None:
    if not before and not after:
        return None
    return Veto(frozenset(word.lower() for word in before), frozenset(word.lower() for word in after))


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _claim_id(pack: Pack, problems: list[Problem], id: str, file: str, line: int) -> None:
    if id in pack.lines:
        other, at = pack.lines[id]
        problems.append(Problem(file, line, f'id "{id}" stands in {other}:{at} too; give one another id'))
    else:
        pack.lines[id] = (file, line)


def _read_places(pack: Pack, path: Path) -> None:
    name = shown(path)
    header: list[str] | None = None
    for number, line in enumerate(_text_lines(pack, path, name), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            pack.problems += _header_problems(name, number, header)
            continue
        if len(cells) != len(header):
            what = f"{len(cells)} columns where the header has {len(header)}; put a tab for each empty cell"
            pack.problems.append(Problem(name, number, what))
            continue
        _read_place(pack, name, number, dict(zip(header, cells, strict=True)))


def _text_lines(pack: Pack, path: Path, name: str) -> list[str]:
    """The lines of a table; none, and a problem, where the file is not UTF-8."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        pack.problems.append(Problem(name, line, "not UTF-8; save the file as UTF-8"))
        return []


def _header_problems(file: str, line: int, header: list[str]) -> Iterator[Problem]:
    for needed in PLACE_COLUMNS:
        if needed not in header:
            yield Problem(file, line, f'no column "{needed}"; the header begins {" ".join(PLACE_COLUMNS)}')
    for cell in header:
        if cell not in PLACE_COLUMNS and cell not in OPTIONAL_COLUMNS and not (cell.isalpha() and len(cell) <= 3):
            yield Problem(file, line, f'unknown column "{cell}"; a language code names a column of spellings')


def _read_place(pack: Pack, file: str, line: int, row: Mapping[str, str]) -> None:
    found = list(_place_problems(row))
    pack.problems += (Problem(file, line, what) for what in found)
    if not row.get("id") or not row.get("name"):
        return
    _claim_id(pack, pack.problems, row["id"], file, line)
    if found:
        return
    pack.places.append(_place(row))
    if row.get("geonames"):
        pack.replaces[f"g{row['geonames'].removeprefix('g')}"] = row["id"]


def _place_problems(row: Mapping[str, str]) -> Iterator[str]:
    for needed in ("id", "name", "kind"):
        if not row.get(needed, "").strip():
            yield f'place without "{needed}"; fill the cell'
    if row.get("kind") and row["kind"] not in PRECISIONS:
        yield f'unknown kind "{row["kind"]}"; one of {_listed(frozenset(PRECISIONS))}'
    for axis, limit in (("lat", 90.0), ("lon", 180.0)):
        if (value := row.get(axis, "")) and not abs(_degrees(value, else_=limit + 1)) <= limit:
            yield f'{axis} "{value}" is no number from -{limit:.0f} to {limit:.0f}; write degrees'
    if bool(row.get("lat")) != bool(row.get("lon")):
        yield "only one of lat and lon; give both or none"
    for language in _languages(row):
        spellings = row[language].split(";")
        if row[language] and not all(spelling.strip() for spelling in spellings):
            yield f'column "{language}" has an empty spelling; take out the extra ";"'
        for twice in sorted({spelling for spelling in spellings if spelling and spellings.count(spelling) > 1}):
            yield f'column "{language}" has "{twice}" twice; remove one'


def _languages(row: Mapping[str, str]) -> list[str]:
    return [column for column in row if column not in PLACE_COLUMNS and column not in OPTIONAL_COLUMNS]


def _degrees(value: str, else_: float) -> float:
    try:
        return float(value)
    except ValueError:
        return else_


def _place(row: Mapping[str, str]) -> Place:
    names = {column: tuple(row[column].split(";")) for column in _languages(row) if row[column]}
    return Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        precision=PRECISIONS[row["kind"]],
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        within=row["within"] or None,
        population=int(row.get("population") or 0),
        names=names,
        veto=_veto(row.get("not_before", "").split(), row.get("not_after", "").split()),
    )


def _listed(values: frozenset[str]) -> str:
    return " ".join(sorted(values))
