"""Names in sentences: articles, cases, number and gender."""

import pytest
from tests.chronology.making import party, place

from dragoman.chronology import LANGUAGES
from dragoman.chronology.naming import Naming
from dragoman.chronology.places import Places
from dragoman.chronology.wording import wording
from dragoman.knowledge import load
from dragoman.model import Named


def naming(code: str) -> Naming:
    return Naming(load(("syria",)), wording(code))


@pytest.mark.parametrize(
    ("key", "name", "plural"),
    [
        ("syrian-arab-army", "the Syrian Arab Army", False),
        ("islamic-state", "Islamic State", False),
        ("al-nusra-front", "the al-Nusra Front", False),
        ("syrian-government-forces", "government forces", True),
        ("national-defence-forces", "the National Defence Forces", True),
        ("usa", "the United States", False),
        ("un-commission-of-inquiry-syria", "the UN Commission of Inquiry on Syria", False),
        ("putin", "Vladimir Putin", False),
        ("msf", "Médecins Sans Frontières", False),
    ],
)
def test_english(key: str, name: str, plural: bool) -> None:
    phrase = naming("en").party(party(key))
    assert (phrase.nominative, phrase.plural) == (name, plural)


@pytest.mark.parametrize(
    ("key", "cases"),
    [
        ("islamic-state", "der Islamische Staat, den Islamischen Staat, dem Islamischen Staat"),
        ("russian-defence-ministry", "das russische Verteidigungsministerium, das russische Verteidigungsministerium,"
         " dem russischen Verteidigungsministerium"),
        ("syrian-armed-forces", "syrische Streitkräfte, syrische Streitkräfte, syrischen Streitkräften"),
        ("united-nations", "die Vereinten Nationen, die Vereinten Nationen, den Vereinten Nationen"),
        ("us-led-coalition", "die US-geführte Koalition, die US-geführte Koalition, der US-geführten Koalition"),
        ("usa", "die USA, die USA, den USA"),
        ("russia", "Russland, Russland, Russland"),
        ("iraq", "der Irak, den Irak, dem Irak"),
        ("jaish-al-fatah", "Dschaisch al-Fatah, Dschaisch al-Fatah, Dschaisch al-Fatah"),
        ("syrian-arab-red-crescent", "der Syrische Arabische Rote Halbmond, den Syrischen Arabischen Roten Halbmond,"
         " dem Syrischen Arabischen Roten Halbmond"),
    ],
)  # fmt: skip
def test_german(key: str, cases: str) -> None:
    phrase = naming("de").party(party(key))
    assert f"{phrase.nominative}, {phrase.accusative}, {phrase.dative}" == cases


@pytest.mark.parametrize(
    ("key", "accusative", "gender", "plural"),
    [
        ("syrian-arab-army", "sirijsku vojsku", "f", False),
        ("syrian-rebels", "sirijske pobunjenike", "m", True),
        ("fighters", "borce", "m", True),
        ("witnesses", "očevice", "m", True),
        ("children", "djecu", "n", True),
        ("russian-armed-forces", "rusku vojsku", "f", False),
        ("kurdish-forces", "kurdske snage", "f", True),
        ("russian-air-force", "rusko ratno zrakoplovstvo", "n", False),
        ("jaish-al-fatah", "Džaiš al-Fatah", "m", False),
        ("turkey", "Tursku", "f", False),
        ("ypg", "Narodne zaštitne jedinice", "f", True),
        ("bashar-al-assad", None, "m", False),
        ("merkel", None, "f", False),
    ],
)
def test_croatian(key: str, accusative: str | None, gender: str, plural: bool) -> None:
    phrase = naming("hr").party(party(key))
    assert (phrase.accusative, phrase.gender, phrase.plural) == (accusative, gender, plural)


@pytest.mark.parametrize("code", ["de", "hr"])
def test_whom_no_pack_knows_stays_himself(code: str) -> None:
    phrase = naming(code).party(Named(None, "Falcon Brigade"))
    assert phrase.nominative in ("Falcon Brigade", "die Falcon Brigade")


def test_a_person_by_the_whole_name_and_without_a_title() -> None:
    assert naming("de").name("kerry", "John Kerry") == "John Kerry"
    assert naming("hr").name("talal-al-barazi", "Talal al-Barazi") == "Talal al-Barazi"
    assert naming("de").name("lavrov", "Sergei Lavrov") == "Sergej Lawrow"


def test_several_are_joined_by_the_languages_own_word() -> None:
    parties = [party(key) for key in ("syrian-arab-army", "russian-armed-forces", "kurdish-forces")]
    joined = {code: naming(code).parties(parties) for code in ("en", "de", "hr")}
    assert joined["en"] is not None
    assert joined["en"].nominative == "the Syrian Arab Army, the Russian Armed Forces and Kurdish forces"
    assert joined["de"] is not None
    assert joined["de"].nominative == "die syrische Armee, die russische Armee und kurdische Kämpfer"
    assert joined["hr"] is not None
    assert (joined["hr"].gender, joined["hr"].plural) == ("f", True)


PLACES = [
    ("en", "minyan", "in Minyan (Aleppo province)", "from Minyan (Aleppo province)"),
    ("en", "kweires-airbase", "at Kuweires airbase (Aleppo province)", "from Kuweires airbase (Aleppo province)"),
    ("en", "castello-road", "on Castello Road (Aleppo)", "from Castello Road (Aleppo)"),
    ("en", "aleppo-countryside", "in the Aleppo countryside", "from the Aleppo countryside"),
    ("en", "aleppo", "in Aleppo", "from Aleppo"),
    ("de", "dahiyet-al-assad", "im Stadtteil al-Assad (Aleppo)", "aus dem Stadtteil al-Assad (Aleppo)"),
    ("de", "kweires-airbase", "auf dem Luftwaffenstützpunkt Kuwairis (Provinz Aleppo)",
     "vom Luftwaffenstützpunkt Kuwairis (Provinz Aleppo)"),
    ("de", "aleppo-province", "in der Provinz Aleppo", "aus der Provinz Aleppo"),
    ("de", "eastern-aleppo-countryside", "im östlichen Umland von Aleppo", "aus dem östlichen Umland von Aleppo"),
    ("de", "TR", "in der Türkei", "aus der Türkei"),
    ("de", "LU", "in Luxemburg", "aus Luxemburg"),
    ("hr", "aleppo", "u Alepu", "iz Alepa"),
    ("hr", "hama", "u Hami", "iz Hame"),
    ("hr", "east-aleppo", "u istočnom Alepu", "iz istočnog Alepa"),
    ("hr", "new-aleppo", "u Novom Alepu", "iz Novog Alepa"),
    ("hr", "castello-road", "na cesti Castello (Alep)", "s ceste Castello (Alep)"),
    ("hr", "aleppo-province", "u pokrajini Alep", "iz pokrajine Alep"),
    ("hr", "TR", "u Turskoj", "iz Turske"),
    ("hr", "SY", "u Siriji", "iz Sirije"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "key", "inside", "outside"), PLACES)
def test_places(code: str, key: str, inside: str, outside: str) -> None:
    places = Places(load(("syria",)), wording(code))
    assert places.inside([place(key)]) == inside
    assert places.outside([place(key)]) == outside


def test_a_place_that_nobody_knows() -> None:
    nowhere = place(None, "Tell Amun")
    told = {code: Places(load(("syria",)), wording(code)).inside([nowhere]) for code in ("en", "de", "hr")}
    assert told == {"en": "in Tell Amun", "de": "in Tell Amun", "hr": "u mjestu Tell Amun"}


def test_a_place_that_contains_another_is_not_told_twice() -> None:
    places = Places(load(("syria",)), wording("en"))
    assert places.inside([place("dahiyet-al-assad"), place("aleppo")]) == "in Dahiyet al-Assad (Aleppo)"


def test_many_places() -> None:
    many = [place(key) for key in ("homs", "hama", "idlib", "palmyra")]
    told = {code: Places(load(("syria",)), wording(code)).inside(many) for code in ("en", "de", "hr")}
    assert told["en"] == "in Homs, in Hama, in Idlib and in other places"
    assert told["de"] == "in Homs, in Hama, in Idlib und an weiteren Orten"
    assert told["hr"] == "u Homsu, u Hami, u Idlibu i na drugim mjestima"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_name_of_the_packs_stands_in_a_sentence(code: str) -> None:
    knowledge = load(("syria", "latin-america"))
    places, parties = Places(knowledge, wording(code)), Naming(knowledge, wording(code))
    for key, known in knowledge.places.items():
        if knowledge.in_pack(key):
            where = place(key, known.name)
            told = f"{places.inside([where])} {places.outside([where])}"
            assert "None" not in told, told
            whole = places.whole([where])
            assert whole is not None
            assert whole.nominative, key
            assert whole.accusative, key
    for key, actor in knowledge.actors.items():
        phrase = parties.party(Named(key, actor.name))
        assert phrase.nominative.strip() == phrase.nominative
        assert code == "hr" or phrase.accusative
