"""The actors and sources of the Syria theatre: sound as data, found by the names that the press uses."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from dragoman.knowledge import check, load
from dragoman.knowledge.entries import ACTOR_KINDS, SIDES

FOLDER = files("dragoman.knowledge") / "theatres" / "syria"
FILES = sorted(
    (path for path in FOLDER.iterdir() if re.fullmatch(r"actors.*\.toml", path.name)),
    key=lambda path: path.name,
)
ACTORS: list[dict[str, Any]] = [actor for path in FILES for actor in tomllib.loads(path.read_text("utf-8"))["actor"]]
BY_ID = {actor["id"]: actor for actor in ACTORS}
WORLD_PARENTS = frozenset(
    ("russia", "russian-armed-forces", "iran", "iranian-revolutionary-guards", "turkey", "united-nations")
)


def names(actor: dict[str, Any]) -> list[str]:
    """All names of an actor in every language, the canonical one among them."""
    return [actor["name"], *(name for spellings in actor.get("names", {}).values() for name in spellings)]


def found(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The names in a text that somebody bears, each with the likeliest bearer."""
    return [(name.text, name.actors[0]) for name in load().names(text, language) if name.actors]


def test_there_are_enough_actors_of_every_sort() -> None:
    kinds = Counter(actor["kind"] for actor in ACTORS)
    assert len(ACTORS) >= 500
    assert kinds["person"] >= 100
    assert kinds["rebel"] >= 70
    assert kinds["jihadist"] >= 25
    assert kinds["outlet"] + kinds["agency"] + kinds["monitor"] >= 60
    assert kinds["ministry"] >= 12


def test_ids_are_unique_and_kebab_case() -> None:
    assert len(BY_ID) == len(ACTORS)
    assert [actor for actor in BY_ID if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", actor)] == []


def test_every_entry_has_a_known_kind_side_and_parent() -> None:
    known = BY_ID.keys() | WORLD_PARENTS
    assert [actor["id"] for actor in ACTORS if actor["kind"] not in ACTOR_KINDS] == []
    assert [actor["id"] for actor in ACTORS if actor["side"] not in SIDES] == []
    assert [actor["id"] for actor in ACTORS if actor.get("parent", "russia") not in known] == []


def test_no_actor_is_its_own_ancestor() -> None:
    for actor in ACTORS:
        seen = {actor["id"]}
        parent = actor.get("parent")
        while parent in BY_ID:
            assert parent not in seen, f"{actor['id']} goes round in {parent}"
            seen.add(parent)
            parent = BY_ID[parent].get("parent")


def test_days_are_days_and_in_order() -> None:
    for actor in ACTORS:
        since = date.fromisoformat(actor.get("from", "1800-01-01"))
        until = date.fromisoformat(actor.get("until", "2030-01-01"))
        assert since < until, actor["id"]
        assert until <= date(2030, 1, 1), actor["id"]


def test_a_person_and_a_common_noun_have_no_days() -> None:
    """An office-holder is named before and after the office, a common noun at all times."""
    timeless = [actor for actor in ACTORS if actor["kind"] == "person" or actor.get("generic")]
    assert [actor["id"] for actor in timeless if "from" in actor or "until" in actor] == []


def test_no_name_is_blank_or_said_twice() -> None:
    for actor in ACTORS:
        for language, spellings in actor.get("names", {}).items():
            assert spellings == [name.strip() for name in spellings], actor["id"]
            assert "" not in spellings, actor["id"]
            assert len(spellings) == len(set(spellings)), (actor["id"], language)


def test_arabic_names_are_arabic_and_others_latin() -> None:
    arabic = re.compile(r"[\u0600-\u06ff]")
    for actor in ACTORS:
        for language, spellings in actor.get("names", {}).items():
            assert all(bool(arabic.search(name)) is (language == "ar") for name in spellings), actor["id"]


def test_a_common_noun_is_marked_as_generic() -> None:
    bare = {"rebels", "militants", "civilians", "activists", "jihadists", "residents", "witnesses", "medics"}
    bearers = {name: actor for actor in ACTORS for name in names(actor) if name in bare}
    assert bearers.keys() == bare
    assert all(actor.get("generic") for actor in bearers.values())


def test_a_name_serves_few_actors() -> None:
    bearers = Counter(name for actor in ACTORS for name in {*names(actor)} if not re.search(r"[\u0600-\u06ff]", name))
    shared = {name for name, times in bearers.items() if times > 2}
    assert shared == set()


def test_files_are_short_and_licensed() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        assert len(text.splitlines()) < 500, path.name
        assert "\n# Licence: CC0-1.0.\n" in text[:600], path.name


def test_the_pack_has_no_problem() -> None:
    assert [str(problem) for problem in check([str(FOLDER)]) if "actors" in str(problem)] == []


@pytest.mark.parametrize(
    ("id", "since", "until"),
    [
        ("al-nusra-front", "2012-01-23", "2016-07-28"),
        ("jabhat-fatah-al-sham", "2016-07-28", "2017-01-28"),
        ("hayat-tahrir-al-sham", "2017-01-28", "2025-01-29"),
        ("jaish-al-fatah", "2015-03-24", "2017-01-28"),
        ("sdf", "2015-10-10", None),
        ("islamic-state", "2013-04-09", None),
        ("syrian-islamic-front", "2012-12-21", "2013-11-22"),
        ("euphrates-shield", "2016-08-24", "2017-03-29"),
        ("syrian-national-coalition", "2012-11-11", None),
    ],
)
def test_days_of_validity(id: str, since: str, until: str | None) -> None:
    assert (BY_ID[id].get("from"), BY_ID[id].get("until")) == (since, until)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Jabhat al-Nusra", "al-nusra-front"),
        ("Al Nusra Front", "al-nusra-front"),
        ("Fateh al-Sham Front", "jabhat-fatah-al-sham"),
        ("Jaysh al-Fateh", "jaish-al-fatah"),
        ("the Army of Conquest", "jaish-al-fatah"),
        ("Daesh", "islamic-state"),
        ("Islamic State of Iraq and the Levant", "islamic-state"),
        ("Assad's forces", "syrian-government-forces"),
        ("Assads forces", "syrian-government-forces"),
        ("forces loyal to President Bashar al-Assad", "syrian-government-forces"),
        ("regime warplanes", "syrian-air-force"),
        ("army helicopters", "syrian-air-force"),
        ("Syrian authorities", "syrian-government"),
        ("Assad", "bashar-al-assad"),
        ("White Helmets", "syria-civil-defence"),
        ("Kurdish Peoples Protection Units", "ypg"),
        ("the Observatory", "sohr"),
        ("Rami Abdurrahman", "rami-abdulrahman"),
        ("Fastaqim Kama Umirt", "fastaqim-union"),
        ("Noureddin al-Zinki", "nour-al-din-al-zenki-movement"),
        ("Desert Falcons", "desert-hawks-brigade"),
        ("opposition fighters", "syrian-rebels"),
        ("a military source", "military-sources"),
        ("the coalition", "us-led-coalition"),
        ("the Coalition", "syrian-national-coalition"),
        ("Local Coordination Committees", "lcc"),
        ("Aleppo Police Command", "aleppo-police-command"),
    ],
)
def test_english_names_are_found_whole(text: str, id: str) -> None:
    assert found(f"Late in the evening {text} reached the town.") == [(text, id)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("der Syrischen Beobachtungsstelle für Menschenrechte", "sohr"),
        ("der Freien Syrischen Armee", "free-syrian-army"),
        ("des Islamischen Staates", "islamic-state"),
        ("den syrischen Rebellen", "syrian-rebels"),
        ("der Dschabhat an-Nusra", "al-nusra-front"),
        ("des syrischen Regimes", "syrian-government"),
        ("den Regierungstruppen", "syrian-government-forces"),
        ("der syrischen Luftwaffe", "syrian-air-force"),
        ("den Weißhelmen", "syria-civil-defence"),
        ("den Volksverteidigungseinheiten", "ypg"),
    ],
)
def test_german_names_are_found_inflected(text: str, id: str) -> None:
    name = text.split(" ", 1)[1]
    assert found(f"Am Abend kam eine Meldung von {text} an.", "de") == [(name, id)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("sirijskih pobunjenika", "syrian-rebels"),
        ("Sirijske vojske", "syrian-arab-army"),
        ("Slobodne sirijske vojske", "free-syrian-army"),
        ("Sirijskog opservatorija za ljudska prava", "sohr"),
        ("Islamske države", "islamic-state"),
        ("snaga režima", "syrian-government-forces"),
        ("vladinih snaga", "syrian-government-forces"),
        ("režim Bashara al-Asada", "syrian-government"),
        ("Bijelih kaciga", "syria-civil-defence"),
        ("Hezbolaha", "hezbollah"),
        ("Fronte al-Nusra", "al-nusra-front"),
    ],
)
def test_croatian_names_are_found_inflected(text: str, id: str) -> None:
    assert found(f"Navečer je stigla vijest od {text}.", "hr") == [(text, id)]
