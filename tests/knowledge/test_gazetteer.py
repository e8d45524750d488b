"""The script that packs the gazetteer, on a few invented towns, and what it packed."""

from __future__ import annotations

import gzip
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("pack_gazetteer", ROOT / "scripts" / "pack_gazetteer.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def town(number: int, name: str, country: str, people: int, *alternates: str) -> dict[str, Any]:
    place = {"latitude": 1.0, "longitude": -2.123456, "countrycode": country, "admin1code": "09"}
    return {
        "geonameid": number,
        "name": name,
        "population": people,
        "alternatenames": list(alternates),
        **place,
    }


TOWNS = [
    town(30, "Zarqūn", "SY", 0, "Zarqoun", "زرقون", "Заркун", "zrqwn", "ZRQ", "Zar", "Most", "ザルクン"),
    town(20, "Marqun", "FR", 150_000, "White Hall", "Маркун"),
    town(10, "Harqun", "FR", 99_999),
    town(40, "Al Karqun", "IQ", 5_000, "Karqoun", "El-Karqun", "Harbour Town", "كرقون"),
    town(50, "Most", "FR", 200_000),
]


def rows(script: ModuleType) -> list[str]:
    rules = script.Rules(frozenset(), frozenset({"most"}), {"FR Marqun": ("Markun",)})
    return list(script.towns(TOWNS, rules))


def test_which_towns_and_spellings_are_kept(script: ModuleType) -> None:
    assert rows(script) == [
        "20\tMarqun\t150000\t1.00000\t-2.12346\tFR\t09\tMarkun;Marqun",
        "30\tZarqun\t0\t1.00000\t-2.12346\tSY\t09\tZarqoun;Zarqun;Заркун;زرقون",
        "40\tAl Karqun\t5000\t1.00000\t-2.12346\tIQ\t09\tAl Karqun;El-Karqun;Karqoun;كرقون",
    ]


def test_the_order_of_the_towns_and_the_day_do_not_matter(script: ModuleType) -> None:
    packed = script.zipped(rows(script))
    TOWNS.reverse()
    assert script.zipped(rows(script)) == packed
    assert packed[4:8] == b"\0\0\0\0"  # gzip's time
    assert gzip.decompress(packed).decode().splitlines() == rows(script)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Myanmar (Burma)", "Myanmar;Burma"),
        ("Hong Kong SAR China", "Hong Kong"),
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        ("Palestine", "Palestine"),
    ],
)
def test_names_of_countries(script: ModuleType, name: str, expected: str) -> None:
    assert script.country_spellings(name) == expected


def test_the_packed_files_are_small_and_in_order() -> None:
    packed = ROOT / "src" / "dragoman" / "knowledge" / "gazetteer" / "towns.tsv.gz"
    assert packed.stat().st_size < 2_000_000
    lines = gzip.decompress(packed.read_bytes()).decode().splitlines()
    assert lines[0].startswith("# GeoNames") and "CC BY 4.0" in lines[0]
    numbers = [int(line.split("\t")[0]) for line in lines[1:]]
    assert numbers == sorted(set(numbers))
    assert len(numbers) > 5_000
