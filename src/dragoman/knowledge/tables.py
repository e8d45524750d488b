"""The TOML tables of the language packs, as they stand on disk, and the check of their shape."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.knowledge.problems import Problem, TomlFile

LANGUAGES = ("de", "en", "hr")

_SHAPES = {
    "text": "a text",
    "texts": 'a list of texts, ["…"]',
    "number": "a whole number",
    "numbers": "a list of whole numbers",
    "flag": "true or false",
    "any": "anything",
}


@cache
def language_table(code: str, name: str) -> dict[str, Any]:
    """The parsed table `name` (as "dates") of the language pack `code`; empty where the pack has none."""
    path = files("dragoman.knowledge") / "languages" / code / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def _schemas() -> dict[str, Any]:
    path = files("dragoman.knowledge") / "schemas" / "languages.toml"
    return tomllib.loads(path.read_text("utf-8"))


def check_language(folder: Path) -> list[Problem]:
    """Everything wrong in the tables of a language pack, by file and line."""
    found: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        name = f"languages/{folder.name}/{path.name}"
        schema = _schemas().get(path.stem)
        if schema is None:
            known = " ".join(sorted(_schemas()))
            found.append(Problem(name, 1, f'unknown table "{path.stem}"; a language pack has {known}'))
            continue
        file = TomlFile(path, name)
        if not file.problems:
            _check(file, schema, file.table, "", 0)
        found += file.problems
    return sorted(found)


def _check(file: TomlFile, schema: Mapping[str, Any], table: Mapping[str, Any], at: str, number: int) -> None:
    for key in _missing(schema, table):
        file.add(f'no "{key}"; add it', at, number)
    for key, value in table.items():
        wanted = schema.get(key, schema.get("*"))
        if wanted is None:
            file.add(f'unknown key "{key}"; {_known(schema)}', *_place(file, at, number, key))
        elif isinstance(wanted, str):
            shape = wanted.removeprefix("!")
            if not _has_shape(value, shape):
                file.add(f'"{key}" is not {_wanted(shape)}; mend the value', *_place(file, at, number, key))
        else:
            _check_tables(file, wanted, value, f"{at}.{key}" if at else key, key)


def _check_tables(file: TomlFile, schema: Mapping[str, Any], value: Any, at: str, key: str) -> None:
    """A table, or a list of tables, against the schema of one."""
    if isinstance(value, Mapping):
        _check(file, schema, value, at, 0)
    elif isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value):
        for number, entry in enumerate(value):
            _check(file, schema, entry, at, number)
    else:
        file.add(f'"{key}" is no table; write [{at}] or [[{at}]]', "", 0, key)


def _place(file: TomlFile, at: str, number: int, key: str) -> tuple[str, int, str]:
    """Where a key stands: in its entry, or as a table of its own."""
    own = f"{at}.{key}" if at else key
    return (own, 0, "") if file.has_table(own) else (at, number, key)


def _missing(schema: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[str]:
    for key, wanted in schema.items():
        if isinstance(wanted, str) and wanted.startswith("!") and key not in table:
            yield key


def _known(schema: Mapping[str, Any]) -> str:
    return f"here stand {' '.join(sorted(key for key in schema if key != '*'))}"


def _wanted(shape: str) -> str:
    """A shape in words; a choice is written as its values between bars."""
    return f"one of {' '.join(shape.split('|'))}" if "|" in shape else _SHAPES[shape]


def _has_shape(value: object, shape: str) -> bool:
    if "|" in shape:
        return value in shape.split("|")
    if shape == "texts":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if shape == "numbers":
        return isinstance(value, list) and all(_is_number(each) for each in value)
    if shape == "number":
        return _is_number(value)
    if shape == "flag":
        return isinstance(value, bool)
    return shape == "any" or isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
