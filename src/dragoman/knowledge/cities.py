"""The packed gazetteer: towns of the world from GeoNames (`scripts/pack_gazetteer.py` makes the file).

Columns: number name population lat lon country admin1 names. `names` has the spellings behind ";"; a town
outside a loaded theatre keeps only those that no common word or first name takes (the script's rule).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from dragoman.knowledge.entries import Place

GAZETTEER = "gazetteer/towns.tsv.gz"
_TOWN = 10_000  # inhabitants: below it is a village
_CITY = 100_000


@cache
def _lines() -> tuple[str, ...]:
    packed = (files("dragoman.knowledge") / "gazetteer" / "towns.tsv.gz").read_bytes()
    text = gzip.decompress(packed).decode("utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def towns(provinces: Mapping[tuple[str, str], str]) -> Iterator[Place]:
    """The gazetteer's towns; `provinces` maps (country, admin1) to a pack's place."""
    for line in _lines():
        number, name, population, lat, lon, country, admin1, names = line.split("\t")
        people = int(population)
        yield Place(
            id=f"g{number}",
            name=name,
            kind="city" if people >= _CITY else "town" if people >= _TOWN else "village",
            precision="town",
            lat=float(lat),
            lon=float(lon),
            within=provinces.get((country, admin1), country),
            population=people,
            names={"en": tuple(names.split(";"))},
        )


def enriched(place: Place, town: Place) -> Place:
    """A pack's place with the spellings and the inhabitants of the gazetteer's town that it replaces."""
    spellings = dict.fromkeys((*place.names.get("en", ()), *town.names["en"]))
    population = place.population or town.population
    return replace(place, population=population, names={**place.names, "en": tuple(spellings)})
