"""Countries as places, and their governments as actors that the country's and the capital's names mean too.

`theatres/world/countries.tsv` (made by `scripts/pack_gazetteer.py` from CLDR and GeoNames) has every
country's name by language, `theatres/world/governments.toml` (written by hand) what else a country is called
and what else stands for its government: adjectives ("Russian"), the people ("Russians") and seats ("Moscow").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.knowledge.entries import Actor, Names, Place

_COUNTRY_COLUMNS = 6  # iso, name, lat, lon, population, capital; then a column of names for each language


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with a header line; lines that begin with "#" are comments."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    header = next(lines).split("\t")
    for line in lines:
        yield dict(zip(header, line.split("\t"), strict=True))


@cache
def _told(world: Path) -> Mapping[str, Mapping[str, Any]]:
    """The entries of `governments.toml` by ISO code."""
    table = tomllib.loads((world / "governments.toml").read_text("utf-8"))
    return {entry["iso"]: entry for entry in table["government"]}


@cache
def countries(world: Path) -> tuple[Place, ...]:
    """Every country as a place; its point is the capital's."""
    told = _told(world)
    return tuple(_country(row, told.get(row["iso"], {})) for row in rows(world / "countries.tsv"))


def _country(row: Mapping[str, str], told: Mapping[str, Any]) -> Place:
    languages = list(row)[_COUNTRY_COLUMNS:]
    spelled = {language: tuple(row[language].split(";")) for language in languages if row[language]}
    return Place(
        id=row["iso"],
        name=told.get("name", row["name"]),
        kind="country",
        precision="country",
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        within=None,
        population=int(row["population"]),
        names=_joined(spelled, told.get("names", {})),
    )


@cache
def governments(world: Path) -> Mapping[str, Actor]:
    """The government of every country, by ISO code."""
    told = _told(world)
    return {country.id: _government(country, told.get(country.id, {})) for country in countries(world)}


def _government(country: Place, told: Mapping[str, Any]) -> Actor:
    return Actor(
        id=told.get("id") or _kebab(country.name),
        name=country.name,
        kind="government",
        side=None,
        parent=None,
        since=None,
        until=None,
        names=_joined(country.names, told.get("people", {}), told.get("seats", {})),
        adjectives=_joined(told.get("adjectives", {})),
    )


def _joined(*tables: Mapping[str, Any]) -> Names:
    """The names of several tables by language, in order."""
    languages = dict.fromkeys(language for table in tables for language in table)
    return {
        language: tuple(dict.fromkeys(name for table in tables for name in table.get(language, ())))
        for language in languages
    }


def _kebab(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
