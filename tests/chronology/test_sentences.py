"""A sentence for every type in every language, with all that can be known and with nothing."""

import pytest
from tests.chronology.making import PAPER, SOHR, Tell, claim, event, number, party, sentences

from dragoman.chronology import LANGUAGES
from dragoman.model import Claim, Disagreement, Named, Reading
from dragoman.vocabulary import event_types

MODES = [("happened", None), ("planned", None), ("ongoing", None), ("failed", None), ("happened", "end")]
SEATS = [
    ("", "", ""),
    ("syrian-rebels", "", ""),
    ("", "syrian-arab-army", ""),
    ("", "", "minyan"),
    ("syrian-rebels", "bashar-al-assad", "minyan"),
    ("syrian-rebels jaish-al-fatah", "syrian-arab-army civilians", "minyan kweires-airbase"),
    ("russia", "turkey", "SY"),
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("type", event_types())
def test_every_type_is_told(tell: Tell, code: str, type: str) -> None:
    for realis, phase in MODES:
        for who, whom, where in SEATS:
            told = tell(code, type, who, whom, where, realis=realis, phase=phase)
            assert told.endswith(".")
            assert told[0].isupper() or told[0].isdigit(), told
            assert not set("{}<>[]|") & set(told), told
            assert "  " not in told
            assert "None" not in told


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("type", event_types())
def test_nobody_is_invented_and_nobody_left_out(tell: Tell, code: str, type: str) -> None:
    known = tell(code, type, "jaish-al-fatah", "hezbollah", "minyan")
    names = {
        "en": ("Jaish al-Fatah", "Hezbollah"), "de": ("Dschaisch al-Fatah", "Hisbollah"),
        "hr": ("Džaiš al-Fatah", "Hezbola"),
    }[code]  # fmt: skip
    assert all(name in known for name in names), known
    empty = tell(code, type)
    assert not any(name in empty for name in names)


EXAMPLES = [
    ("en", "attack", "syrian-rebels", "syrian-arab-army", "minyan",
     "Syrian rebels attacked the Syrian Arab Army in Minyan (Aleppo province)."),
    ("de", "attack", "syrian-rebels", "syrian-arab-army", "minyan",
     "Syrische Rebellen griffen die syrische Armee in Minjan (Provinz Aleppo) an."),
    ("hr", "attack", "syrian-rebels", "syrian-arab-army", "minyan",
     "Sirijski pobunjenici su napali sirijsku vojsku u Minjanu (pokrajina Alep)."),
    ("en", "attack", "", "civilians", "", "Civilians were attacked."),
    ("de", "attack", "", "islamic-state", "", "Der Islamische Staat wurde angegriffen."),
    ("hr", "attack", "", "children", "", "Djeca su napadnuta."),
    ("en", "attack", "", "", "aleppo", "There was an attack in Aleppo."),
    ("de", "attack", "", "", "kweires-airbase",
     "Es gab auf dem Luftwaffenstützpunkt Kuwairis (Provinz Aleppo) einen Angriff."),
    ("hr", "attack", "", "", "kweires-airbase", "Izveden je napad u zračnoj bazi Kuvejris (pokrajina Alep)."),
    ("en", "attack_repelled", "islamic-state", "syrian-arab-army", "",
     "Islamic State attacked the Syrian Arab Army and was repelled."),
    ("de", "attack_repelled", "militants", "", "", "Militante griffen an und wurden zurückgeschlagen."),
    ("hr", "attack_repelled", "", "kurdish-forces", "", "Kurdske snage su odbile napad."),
    ("en", "clash", "syrian-rebels", "islamic-state", "", "Syrian rebels fought Islamic State."),
    ("de", "clash", "syrian-rebels", "islamic-state", "", "Syrische Rebellen kämpften gegen den Islamischen Staat."),
    ("hr", "clash", "syrian-arab-army", "islamic-state", "homs",
     "Sirijska vojska s jedne i Islamska država s druge strane vodile su borbe u Homsu."),
    ("en", "capture", "syrian-rebels", "", "", "Syrian rebels captured a place that is not named."),
    ("de", "capture", "syrian-arab-army", "", "", "Die syrische Armee nahm einen nicht genannten Ort ein."),
    ("hr", "capture", "", "", "minyan", "Minjan (pokrajina Alep) je zauzet."),
    ("hr", "capture", "", "", "aleppo-province", "Pokrajina Alep je zauzeta."),
    ("de", "capture", "", "syrian-arab-army", "aleppo", "Die syrische Armee verlor Aleppo."),
    ("de", "siege_broken", "syrian-arab-army", "", "kweires-airbase",
     "Die syrische Armee durchbrach die Belagerung vom Luftwaffenstützpunkt Kuwairis (Provinz Aleppo)."),
    ("hr", "siege_broken", "syrian-arab-army", "", "aleppo", "Sirijska vojska je probila opsadu Alepa."),
    ("en", "withdrawal", "syrian-arab-army", "", "palmyra", "The Syrian Arab Army withdrew from Palmyra."),
    ("de", "withdrawal", "usa", "", "SY", "Die USA zogen sich aus Syrien zurück."),
    ("hr", "withdrawal", "syrian-arab-army", "", "palmyra", "Sirijska vojska se povukla iz Palmire."),
    ("hr", "withdrawal", "syrian-rebels", "", "", "Sirijski pobunjenici su se povukli."),
    ("en", "killing", "", "islamic-state", "homs", "Members of Islamic State were killed in Homs."),
    ("de", "killing", "", "islamic-state", "homs", "Angehörige des Islamischen Staats wurden in Homs getötet."),
    ("de", "killing", "", "syrian-armed-forces", "", "Angehörige syrischer Streitkräfte wurden getötet."),
    ("de", "killing", "", "syrian-government-forces", "", "Angehörige von Regierungstruppen wurden getötet."),
    ("hr", "killing", "syrian-arab-army", "islamic-state", "",
     "Sirijska vojska je ubila pripadnike Islamske države."),
    ("en", "killing", "russia", "turkey", "", "Russia killed people (concerned: Turkey)."),
    ("hr", "killing", "russia", "bashar-al-assad", "", "Rusija je ubila ljude (pogođena strana: Bašar al-Asad)."),
    ("en", "killing", "", "tribal-fighters", "", "Tribal fighters were killed."),
    ("en", "route_cut", "islamic-state", "", "castello-road", "Islamic State cut Castello Road (Aleppo)."),
    ("de", "route_opened", "", "", "castello-road", "Die Castello-Straße (Aleppo) wurde geöffnet."),
    ("hr", "route_cut", "", "", "castello-road", "Cesta Castello (Alep) je presječena."),
    ("hr", "route_cut", "islamic-state", "", "aleppo", "Islamska država je presjekla prometnicu u Alepu."),
    ("en", "demand", "putin", "syrian-rebels", "aleppo",
     "Vladimir Putin made a demand of Syrian rebels (place named: Aleppo)."),
    ("de", "demand", "putin", "syrian-rebels", "", "Wladimir Putin stellte eine Forderung an syrische Rebellen."),
    ("hr", "demand", "putin", "syrian-rebels", "",
     "Vladimir Putin je postavio zahtjev (adresat: sirijski pobunjenici)."),
    ("en", "ceasefire", "russia", "", "aleppo", "There was a ceasefire in Aleppo (involving Russia)."),
    ("hr", "ceasefire", "russia usa", "", "",
     "Na snazi je bilo primirje (sudionici: Rusija i Sjedinjene Američke Države)."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "type", "who", "whom", "where", "sentence"), EXAMPLES)
def test_sentences(tell: Tell, code: str, type: str, who: str, whom: str, where: str, sentence: str) -> None:
    assert tell(code, type, who, whom, where) == sentence


MODAL = [
    ("en", "withdrawal", "planned", None, "It was announced that Syrian rebels would withdraw from Aleppo."),
    ("de", "withdrawal", "planned", None, "Angekündigt wurde, dass syrische Rebellen sich aus Aleppo zurückziehen."),
    ("hr", "withdrawal", "planned", None, "Najavljeno je da će se sirijski pobunjenici povući iz Alepa."),
    ("en", "attack", "failed", None, "Syrian rebels carried out an attack in Aleppo, without success."),
    ("de", "attack", "failed", None, "Syrische Rebellen griffen in Aleppo an – ohne Erfolg."),
    ("hr", "attack", "failed", None, "Sirijski pobunjenici su izveli napad u Alepu – bez uspjeha."),
    ("en", "ceasefire", "happened", "end", "The ceasefire ended in Aleppo (involving Syrian rebels)."),
    ("de", "ceasefire", "failed", None, "Die Waffenruhe scheiterte in Aleppo (beteiligt: syrische Rebellen)."),
    ("hr", "ceasefire", "happened", "end", "Primirje je završilo u Alepu (sudionici: sirijski pobunjenici)."),
    ("en", "capture", "ongoing", None, "Syrian rebels were in the process of capturing Aleppo."),
    ("de", "capture", "ongoing", None, "Syrische Rebellen waren dabei, Aleppo einzunehmen."),
    ("hr", "capture", "ongoing", None, "Sirijski pobunjenici su zauzimali Alep."),
    ("en", "control", "ongoing", None, "Syrian rebels held Aleppo."),
    ("hr", "shelling", "ongoing", None,
     "Sirijski pobunjenici su ispalili granate ili rakete u Alepu; to je još trajalo."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "type", "realis", "phase", "sentence"), MODAL)
def test_what_did_not_simply_happen(
    tell: Tell, code: str, type: str, realis: str, phase: str | None, sentence: str
) -> None:
    assert tell(code, type, "syrian-rebels", "", "aleppo", realis=realis, phase=phase) == sentence


COUNTED = [
    ("en", 1, 1, "1 civilian was killed in Homs."),
    ("en", 15, 20, "15 to 20 civilians were killed in Homs."),
    ("de", 1, 1, "1 Zivilist wurde in Homs getötet."),
    ("de", 1500, 1500, "1.500 Zivilisten wurden in Homs getötet."),
    ("hr", 1, 1, "Ubijen je 1 civil u Homsu."),
    ("hr", 3, 3, "Ubijena su 3 civila u Homsu."),
    ("hr", 5, 5, "Ubijeno je 5 civila u Homsu."),
    ("hr", 21, 21, "Ubijen je 21 civil u Homsu."),
]


@pytest.mark.parametrize(("code", "low", "high", "sentence"), COUNTED)
def test_numbers_of_the_killed(tell: Tell, code: str, low: int, high: int, sentence: str) -> None:
    counts = (number("killed", "civilians", low, high),)
    assert tell(code, "killing", "", "civilians", "homs", counts=counts) == sentence


def test_a_number_beside_what_happened(tell: Tell) -> None:
    counts = (number("killed", "women", 2), number("killed", "people", 7), number("injured", None, 3))
    told = tell("hr", "airstrike", "russia", "", "homs", counts=counts)
    assert told == "Rusija je izvela zračni napad u Homsu; ubijeno je 7 osoba; ranjene su 3 osobe."


def test_a_number_of_those_whom_somebody_killed(tell: Tell) -> None:
    told = tell("de", "killing", "islamic-state", "civilians", "homs", counts=(number("killed", "civilians", 4),))
    assert told == "Der Islamische Staat tötete in Homs Zivilisten: 4 Zivilisten."


VOICES = [
    ("en", "sohr", "There was an attack, according to the Syrian Observatory for Human Rights."),
    ("de", "syrian-rebels", "Es gab einen Angriff, so syrische Rebellen."),
    ("hr", "united-nations", "Izveden je napad, kako navode Ujedinjeni narodi."),
    ("hr", "sohr", "Izveden je napad, kako navodi Sirijski opservatorij za ljudska prava."),
]


@pytest.mark.parametrize(("code", "speaker", "sentence"), VOICES)
def test_whose_word_it_is(tell: Tell, code: str, speaker: str, sentence: str) -> None:
    assert tell(code, "attack", voice=Named(speaker, party(speaker).name)) == sentence


def test_who_speaks_of_himself(tell: Tell) -> None:
    army = Named("syrian-arab-army", "Syrian Arab Army")
    told = tell("en", "withdrawal", "syrian-arab-army", voice=army)
    assert told == "The Syrian Arab Army withdrew, by its own account."
    assert tell("en", "statement", "syrian-arab-army", voice=army) == "The Syrian Arab Army made a statement."
    assert (
        tell("en", "attack", voice=Named(None, "")) == "There was an attack, according to a speaker who is not named."
    )


def test_an_end_that_is_a_type_of_its_own_is_no_end() -> None:
    ended = claim(PAPER, "five", "siege", by=(SOHR,), phase="end")
    relieved = event("siege_broken", (ended,))
    claims: list[Claim] = [ended]
    assert sentences("en").of(relieved, claims, None) == "The siege was broken."


@pytest.mark.parametrize(
    ("field", "values", "sentence"),
    [
        ("actors", ("Russia", "Syrian Arab Air Force"), "Civilians were attacked from the air in Homs and in Hama."),
        ("places", ("Homs", "Hama"), "Russia and the Syrian Arab Air Force attacked civilians from the air."),
        ("when", ("2016-10-28", "2016-10-29"),
         "Russia and the Syrian Arab Air Force attacked civilians in Homs and in Hama from the air."),
    ],
)  # fmt: skip
def test_what_is_disputed_is_not_told_as_certain(
    tell: Tell, field: str, values: tuple[str, str], sentence: str
) -> None:
    dispute = Disagreement(field, tuple(Reading(value, ()) for value in values))
    seats = ("russia syrian-air-force", "civilians", "homs hama")
    told = tell("en", "airstrike", *seats, grade="contested", disagreements=(dispute,))
    assert told == sentence
