"""Names in their cases, in three languages."""

from __future__ import annotations

import pytest

from dragoman.knowledge.inflection import Inflection, Manner, inflection


def written(language: str, name: str, manner: Manner) -> set[str]:
    found = inflection(language).forms(name, manner)
    return {form.stem + ending for form in found for ending in form.endings}


CASES: tuple[tuple[str, Manner, str, str], ...] = (
    ("hr", "proper", "Alep", "Alep Alepa Alepu Alepom Alepov Alepove"),
    ("hr", "proper", "Sirija", "Sirija Sirije Siriji Siriju Sirijom"),
    ("hr", "proper", "Homs", "Homs Homsa Homsu Homsom"),
    ("hr", "proper", "Hama", "Hama Hame Hami Hamu Hamom"),
    ("hr", "proper", "Rijeka", "Rijeka Rijeke Rijeci Rijeku Rijekom"),
    ("hr", "proper", "Francuska", "Francuska Francuske Francuskoj Francusku Francuskom"),
    ("hr", "proper", "Karlovac", "Karlovac Karlovca Karlovcu Karlovcem"),
    ("hr", "body", "Hezbolah", "Hezbolah Hezbolaha Hezbolahu Hezbolahom"),
    ("hr", "body", "SDF", "SDF SDF-a SDF-u SDF-om"),
    ("hr", "body", "SANA", "SANA SANA-e SANA-i"),
    ("hr", "body", "vojska", "vojska vojske vojsci vojsku vojskom"),
    ("hr", "body", "pobunjenici", "pobunjenici pobunjenika pobunjenicima pobunjenike"),
    ("hr", "body", "borac", "borac borca borcu borcem"),
    ("hr", "body", "borci", "borci boraca borcima borce"),
    ("hr", "body", "militanti", "militanti militanata militantima militante"),
    ("de", "proper", "Aleppo", "Aleppo Aleppos"),
    ("de", "body", "Stadtteil", "Stadtteil Stadtteils Stadtteiles Stadtteile Stadtteilen"),
    ("de", "body", "Rebellen", "Rebellen"),
    ("de", "body", "Kämpfer", "Kämpfer Kämpfern Kämpfers"),
    ("de", "body", "Streitkräfte", "Streitkräfte Streitkräften"),
    ("en", "proper", "Aleppo", "Aleppo Aleppos"),
    ("en", "body", "rebel", "rebel rebels"),
    ("en", "body", "militia", "militia militias"),
    ("en", "body", "security agency", "security agency|security agencies"),
    ("hr", "body", "Sirijska arapska vojska", "Sirijske arapske vojske|Sirijskoj arapskoj vojsci"),
    ("hr", "body", "Sirijske demokratske snage", "Sirijskih demokratskih snaga"),
    ("hr", "body", "ruski glavni stožer", "ruskog glavnog stožera|ruskome glavnom stožeru"),
    ("hr", "body", "rusko ministarstvo obrane", "ruskog ministarstva obrane|ruskom ministarstvu obrane"),
    ("hr", "body", "Ministarstvo obrane", "Ministarstva obrane|Ministarstvu obrane|Ministarstvom obrane"),
    ("hr", "body", "Brigada Sultan Murad", "Brigade Sultan Murad|Brigadom Sultan Murad"),
    ("hr", "body", "Fatah al-Sham", "Fatah al-Shama|Fatah al-Shamu|Fatah al-Shamom"),
    ("hr", "person", "Vladimir Putin", "Vladimira Putina|Vladimiru Putinu|Vladimirom Putinom"),
    ("hr", "person", "Staffan de Mistura", "Staffana de Misture|Staffanu de Misturi"),
    ("hr", "body", "režim Bashara al-Asada", "režima Bashara al-Asada|režimom Bashara al-Asada"),
    ("hr", "body", "Bijele kacige", "Bijelih kaciga|Bijelim kacigama"),
    ("hr", "person", "Angela Merkel", "Angele Merkel|Angeli Merkel|Angelom Merkel"),
    ("hr", "person", "Putin", "Putina|Putinov|Putinova"),
    ("hr", "body", "4. oklopna divizija", "4. oklopne divizije|4. oklopnoj diviziji"),
    ("hr", "body", "Prva armija", "Prve armije|Prvoj armiji"),
    ("hr", "body", "Beli šlemovi", "Belih šlemova|Belim šlemovima|Bele šlemove"),
    ("hr", "body", "Asadov režim", "Asadova režima|Asadovog režima|Asadovim režimom"),
    ("hr", "body", "istraživački centar", "istraživačkog centra|istraživačkom centru"),
    ("hr", "body", "pripadnici milicije", "pripadnika milicije|pripadnicima milicije"),
    ("hr", "place", "istočni Alep", "istočnog Alepa|istočnom Alepu|istočnim Alepom"),
    ("hr", "place", "Istočna Guta", "Istočne Gute|Istočnoj Guti|Istočnu Gutu"),
    ("hr", "place", "istočni Deir ez-Zor", "istočnog Deir ez-Zora|istočnom Deir ez-Zoru"),
    ("hr", "place", "istočni dio Alepa", "istočnog dijela Alepa|istočnim dijelom Alepa"),
    ("hr", "place", "istočne četvrti Alepa", "istočnih četvrti Alepa|istočnim četvrtima Alepa"),
    ("hr", "place", "pokrajina Idlib", "pokrajine Idlib|pokrajini Idlib|pokrajine Idliba|pokrajini Idlibu"),
    ("hr", "place", "pokrajina Deir ez-Zor", "pokrajini Deir ez-Zor|pokrajini Deir ez-Zoru"),
    ("hr", "place", "granični prijelaz Nasib", "graničnog prijelaza Nasib|graničnom prijelazu Nasib"),
    ("hr", "place", "vojna zračna baza", "vojne zračne baze|vojnoj zračnoj bazi|vojnu zračnu bazu"),
    ("hr", "place", "Golanska visoravan", "Golanske visoravni|Golanskoj visoravni"),
    ("hr", "place", "Bani Zaid", "Bani Zaida|Bani Zaidu"),
    ("de", "place", "östliches Aleppo", "östlichen Aleppo|östliche Aleppo|östlichem Aleppo"),
    ("de", "place", "Stadtteil Hanano", "Stadtteils Hanano|Stadtteile Hanano|Stadtteilen Hanano"),
    ("de", "place", "Flüchtlingslager Jarmuk", "Flüchtlingslagers Jarmuk|Flüchtlingslagern Jarmuk"),
    ("de", "place", "Provinz Idlib", "Provinz Idlib|Provinzen Idlib"),
    ("de", "place", "Osten von Aleppo", "Ostens von Aleppo"),
    ("de", "body", "Syrische Meldestelle", "Syrischen Meldestelle|Syrischer Meldestelle"),
    ("de", "body", "4. Panzerdivision", "4. Panzerdivision|4. Panzerdivisionen"),
    ("de", "body", "Freie Syrische Armee", "Freien Syrischen Armee|Freier Syrischer Armee"),
    ("de", "body", "Islamischer Staat", "Islamischen Staates|Islamischen Staats|Islamische Staat"),
    ("de", "body", "Syrische Stelle für Rechte", "Syrischen Stelle für Rechte|Syrischer Stelle für Rechte"),
    ("de", "body", "Generalstab der Armee", "Generalstabes der Armee|Generalstabs der Armee"),
    ("de", "person", "Wladimir Putin", "Wladimir Putins"),
    ("en", "body", "Free Syrian Army", "Free Syrian Army|Free Syrian Armys"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "manner", "name", "expected"), CASES)
def test_cases(language: str, manner: Manner, name: str, expected: str) -> None:
    wanted = expected.split("|") if " " in name else expected.split()
    wanted = [form for each in wanted for form in (each.split("|"))]
    assert set(wanted) - written(language, name, manner) == set()


@pytest.mark.parametrize(
    ("language", "manner", "name", "wrong"),
    [
        ("hr", "body", "Sirijska arapska vojska", "Sirijske arapska vojska"),
        ("hr", "body", "Sirijske demokratske snage", "Sirijskog demokratskog snaga"),
        ("hr", "body", "Fatah al-Sham", "Fataha al-Sham"),
        ("hr", "person", "Vladimir Putin", "Vladimira Putinu"),
        ("hr", "body", "Ministarstvo obrane", "Ministarstvoa obrane"),
        ("de", "body", "Freie Syrische Armee", "Freien Syrische Armee"),
        ("hr", "place", "istočni Deir ez-Zor", "istočnog Deira ez-Zor"),
        ("de", "place", "Lager Schatila", "Lagen Schatila"),
        ("de", "place", "Provinz Idlib", "Provinze Idlib"),
        ("de", "place", "Osten Aleppos", "Oste Aleppos"),
        ("de", "proper", "Aleppo", "Aleppoes"),
        ("en", "body", "Russian Army", "Russians Army"),
        ("en", "proper", "Hama", "Hamaes"),
    ],
)
def test_forms_that_no_case_has(language: str, manner: Manner, name: str, wrong: str) -> None:
    assert wrong not in written(language, name, manner)


@pytest.mark.parametrize(("language", "manner", "name"), [(case[0], case[1], case[2]) for case in CASES])
def test_every_stem_comes_once_and_one_form_is_the_name(language: str, manner: Manner, name: str) -> None:
    forms = inflection(language).forms(name, manner)
    assert len({form.stem for form in forms}) == len(forms)
    assert {form.stem + form.base for form in forms if form.base is not None} == {name}


def test_the_base_form_is_marked_as_one() -> None:
    bases = [form.stem + form.base for form in inflection("hr").forms("Hama", "proper") if form.base is not None]
    assert bases == ["Hama"]


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("hr", "ruski", {"ruski", "ruska", "ruskog", "ruskih", "ruskim", "rusku"}),
        ("de", "russisch", {"russisch", "russische", "russischen", "russischer", "russischem", "russisches"}),
        ("en", "Russian", {"Russian", "Russians"}),
    ],
)
def test_adjectives(language: str, word: str, expected: set[str]) -> None:
    forms = inflection(language).adjective_forms(word)
    found = {form.stem + ending for form in forms for ending in form.endings}
    assert expected - found == set()


def test_a_language_without_rules_knows_base_forms_only() -> None:
    found = Inflection({}).forms("Free Syrian Army", "body")
    assert [(form.stem + (form.base or ""), form.endings) for form in found] == [("Free Syrian Army", frozenset({""}))]


@pytest.mark.parametrize("name", ["Testland Channel 4", "Sector 1", "Triple A", "hooded man", "Isle of Man"])
def test_a_name_whose_last_word_is_too_short_to_change_is_itself(name: str) -> None:
    assert name in {form.stem + (form.base or "") for form in inflection("en").forms(name, "body")}
