"""The loaded knowledge: what contains what, who is whose part, on which side, and which names mean whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge import Knowledge, load

ACTORS = """
[[actor]]
id = "testland-rebels"
name = "Testland rebels"
kind = "rebel"
side = "opposition"
generic = true
names.en = ["rebels of Testland"]
names.hr = ["testlandski pobunjenici"]

[[actor]]
id = "northern-front"
name = "Northern Front"
kind = "rebel"
parent = "testland-rebels"
from = "2014-05-01"
until = "2016-02-03"
names.de = ["Nördliche Front"]
names.hr = ["Sjeverna fronta"]

[[actor]]
id = "russian-outpost"
name = "Russian Outpost"
kind = "military"
parent = "russia"
"""
PLACES = (
    "test-province\tTest Province\tprovince\t10.5\t20.5\tSY\t\t\t\t\t",
    "testville\tTestville\tcity\t10.1\t20.1\ttest-province\t\tTest City\tTeststadt\tTestgrad\tتستفيل",
    "old-quarter\tOld Quarter\tneighbourhood\t10.2\t20.2\ttestville\t\t\t\t\t",
)
HEAD = 'countries = ["SY"]\n[sides]\nrussia = "government"\n[governments]\nSY = "testland-rebels"\n'


@pytest.fixture
def knowledge(pack: Callable[..., Path]) -> Knowledge:
    return load((), (pack(ACTORS, PLACES, HEAD),))


def named(knowledge: Knowledge, text: str, language: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(name.text, name.actors, name.places) for name in knowledge.names(text, language)]


def test_an_actor_has_its_days_and_names(knowledge: Knowledge) -> None:
    actor = knowledge.actors["northern-front"]
    assert (actor.since, actor.until) == (date(2014, 5, 1), date(2016, 2, 3))
    assert actor.names["hr"] == ("Sjeverna fronta",)


def test_a_place_knows_what_contains_it(knowledge: Knowledge) -> None:
    assert knowledge.within("old-quarter") == ("testville", "test-province", "SY")
    assert knowledge.province("old-quarter") == knowledge.province("test-province") == "test-province"
    assert knowledge.country("old-quarter") == knowledge.country("SY") == "SY"
    assert (knowledge.province("SY"), knowledge.within("nowhere")) == (None, ())


def test_precision_follows_kind(knowledge: Knowledge) -> None:
    found = [knowledge.places[each].precision for each in ("old-quarter", "testville", "test-province", "SY")]
    assert found == ["neighbourhood", "town", "province", "country"]


def test_a_side_comes_from_the_pack_or_from_what_an_actor_is_part_of(knowledge: Knowledge) -> None:
    assert knowledge.lineage("northern-front") == ("northern-front", "testland-rebels")
    assert [knowledge.side(each) for each in ("northern-front", "russia", "russian-outpost", "france")] == [
        "opposition",
        "government",
        "government",
        None,
    ]


def test_names_in_three_languages(knowledge: Knowledge) -> None:
    assert named(knowledge, "The Northern Front left Test City", "en") == [
        ("Northern Front", ("northern-front",), ()),
        ("Test City", (), ("testville",)),
    ]
    assert named(knowledge, "Kämpfer der Nördlichen Front in Teststadt", "de") == [
        ("Nördlichen Front", ("northern-front",), ()),
        ("Teststadt", (), ("testville",)),
    ]
    assert named(knowledge, "Borci Sjeverne fronte u Testgradu i testlandskih pobunjenika", "hr") == [
        ("Sjeverne fronte", ("northern-front",), ()),
        ("Testgradu", (), ("testville",)),
        ("testlandskih pobunjenika", ("testland-rebels",), ()),
    ]


def test_a_country_is_a_place_and_its_government(knowledge: Knowledge) -> None:
    assert named(knowledge, "France, Russia and Syria", "en") == [
        ("France", ("france",), ("FR",)),
        ("Russia", ("russia",), ("RU",)),
        ("Syria", ("testland-rebels",), ("SY",)),
    ]
    assert named(knowledge, "u Francuskoj", "hr") == [("Francuskoj", ("france",), ("FR",))]
    assert named(knowledge, "iz Rusije", "hr") == [("Rusije", ("russia",), ("RU",))]


def test_a_capital_stands_for_its_government(knowledge: Knowledge) -> None:
    (name,) = knowledge.names("wie Moskaus Vertreter sagten", "de")
    assert (name.text, name.actors) == ("Moskaus", ("russia",))
    assert knowledge.country(name.places[0]) == "RU"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Russian", "en", True),
        ("russischen", "de", True),
        ("ruskih", "hr", True),
        ("Russia", "en", False),
        ("Russen", "de", False),
    ],
)
def test_adjectives_are_told_from_names(knowledge: Knowledge, text: str, language: str, expected: bool) -> None:
    (name,) = knowledge.names(f"… {text} …", language)
    assert name.actors == ("russia",)
    assert knowledge.is_adjective("russia", text) is expected


@pytest.mark.parametrize(
    ("text", "language", "id"),
    [
        ("Russia's defense ministry", "en", "russian-defence-ministry"),
        ("Russias defense ministry", "en", "russian-defence-ministry"),
        ("des russischen Verteidigungsministeriums", "de", "russian-defence-ministry"),
        ("ruskog ministarstva obrane", "hr", "russian-defence-ministry"),
        ("ruskog glavnog stožera", "hr", "russian-general-staff"),
        ("des russischen Generalstabes", "de", "russian-general-staff"),
        ("Sergeja Rudskoja", "hr", "rudskoy"),
        ("Staffana de Misture", "hr", "de-mistura"),
        ("der Vereinten Nationen", "de", "united-nations"),
        ("Ujedinjenih naroda", "hr", "united-nations"),
        ("UN-a", "hr", "united-nations"),
        ("Amnesty International", "de", "amnesty"),
        ("AFP", "hr", "afp"),
    ],
)
def test_the_world_in_its_cases(knowledge: Knowledge, text: str, language: str, id: str) -> None:
    assert [name.actors[0] for name in knowledge.names(f"… {text} …", language) if name.actors] == [id]


def test_loading_twice_gives_the_same_object(pack: Callable[..., Path]) -> None:
    folder = pack(ACTORS, PLACES, HEAD)
    assert load((), (folder,)) is load((), (folder,))


def test_the_fingerprint_changes_with_a_pack(pack: Callable[..., Path]) -> None:
    from dragoman.knowledge.knowledge import fingerprint

    before = fingerprint([pack(ACTORS, PLACES, HEAD)])
    after = fingerprint([pack(ACTORS.replace("2014-05-01", "2014-05-02"), PLACES, HEAD)])
    assert before == fingerprint([pack(ACTORS, PLACES, HEAD)]) != after


def test_a_wrong_pack_is_refused_with_file_and_line(pack: Callable[..., Path]) -> None:
    folder = pack(ACTORS.replace('"rebel"\nside', '"rebell"\nside'), PLACES, HEAD)
    with pytest.raises(PackError, match=rf"^{folder}/actors.toml:5: unknown kind \"rebell\""):
        load((), (folder,))


def test_an_unknown_theatre_says_which_there_are() -> None:
    with pytest.raises(PackError, match=r"no such pack.*syria.*world"):
        load(("atlantis",))


def test_a_language_pack_hands_out_its_tables(knowledge: Knowledge) -> None:
    assert (knowledge.language("de").code, knowledge.language("de").name) == ("de", "German")
    assert knowledge.language("de").table("names")["capitals_are_names"] is False
    assert knowledge.language("xx").table("names") == {}


def test_syria_replaces_towns_and_names_provinces() -> None:
    syria = load()
    assert syria.province("aleppo") == "aleppo-province"
    assert "g170063" not in syria.places  # Aleppo's GeoNames number: the pack has it with its own id
    assert syria.side("russian-air-force") == syria.side("syrian-government") == "government"
    towns = [
        place
        for place in syria.places.values()
        if place.id.removeprefix("g").isdigit() and syria.country(place.id) == "SY"
    ]
    assert len(towns) > 20
    assert all(syria.province(place.id) for place in towns)


def test_a_pack_place_takes_over_the_spellings_of_the_town_that_it_replaces(
    pack: Callable[..., Path],
) -> None:
    row = "our-mosul\tOur Mosul\tcity\t36.3\t43.1\tIQ\t99072\t\t\t\t"
    knowledge = load((), (pack(places=(row,)),))
    assert "g99072" not in knowledge.places
    assert knowledge.places["our-mosul"].population > 1_000_000
    assert named(knowledge, "Mosul fell", "en") == [("Mosul", (), ("our-mosul",))]


def test_an_entry_of_an_earlier_pack_completes_that_of_a_later_one(pack: Callable[..., Path]) -> None:
    known = load(()).actors["hezbollah"]
    own = '[[actor]]\nid = "hezbollah"\nname = "Hezbollah"\nkind = "militia"\nside = "neutral"\n'
    knowledge = load((), (pack(f'{own}names.en = ["the Testland party"]\n'),))
    completed = knowledge.actors["hezbollah"]
    assert (completed.side, completed.parent) == ("neutral", None)
    assert completed.names["en"] == ("the Testland party", *known.names["en"])
    assert completed.names["de"] == known.names["de"]
