"""Croatian frames: who does what to whom in every order of the words, and what only looks like a happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "hr"
ARMY, FORCES, REBELS, IS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels", "islamic-state"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]

ROWS: list[tuple[str, str, dict[str, object]]] = [
    # active, in every order and aspect
    ("Sirijska vojska osvojila je Palmiru.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Palmiru je osvojila sirijska vojska.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("U siječnju je sirijska vojska osvojila Palmiru.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Sirijska vojska osvaja Palmiru.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Sirijska vojska želi osvojiti Palmiru.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("Pobunjenike je iz Homsa protjerala sirijska vojska.", "displacement", {"actors": [ARMY], "targets": [REBELS]}),
    ("Sirijska vojska preuzela je u ponedjeljak potpun nadzor nad Palmirom.", "capture", {"actors": [ARMY]}),
    ("Palmiru je sirijska vojska stavila pod nadzor.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Turska je vojska ušla u Afrin.", "capture", {"places": ["Afrin"]}),
    ("Pobunjenici su se povukli iz Homsa.", "withdrawal", {"actors": [REBELS], "places": ["Homs"]}),
    ("Iz Homsa su se povukli pobunjenici.", "withdrawal", {"actors": [REBELS], "places": ["Homs"]}),
    ("Pobunjenici se povlače iz Homsa.", "withdrawal", {"actors": [REBELS], "places": ["Homs"]}),
    ("Ruski zrakoplovi tuku položaje pobunjenika u Idlibu.", "airstrike", {"targets": [REBELS], "places": ["Idlib"]}),
    # passive and reflexive passive
    ("Palmira je osvojena.", "capture", {"actors": [], "places": ["Palmyra"]}),
    ("Osvojena je Palmira.", "capture", {"actors": [], "places": ["Palmyra"]}),
    ("Palmira je osvojena od strane Islamske države.", "capture", {"actors": [IS], "places": ["Palmyra"]}),
    ("Duma je bila granatirana cijelu noć.", "shelling", {"actors": [], "places": ["Douma"]}),
    ("Kod Homsa se vode žestoke borbe.", "clash", {"places": ["Homs"]}),
    ("U Homsu su uhićena trojica pobunjenika.", "detention", {"actors": [], "targets": [REBELS]}),
    ("Ubijeno je desetero pobunjenika kod Homsa.", "killing", {"actors": [], "targets": [REBELS]}),
    ("Ranjen je jedan civil u Dumi.", "injury", {"actors": [], "targets": ["civilians"]}),
    ("Više od 40 civila poginulo je u Dumi.", "killing", {"actors": [], "targets": ["civilians"]}),
    ("Oboren je ruski zrakoplov kod Idliba.", "destruction", {"places": ["Idlib"]}),
    # relative clauses and attributes
    ("Palmira, koju je osvojila Islamska država, leži u ruševinama.", "capture", {"actors": [IS]}),
    ("Grad Palmira koji su pobunjenici osvojili leži u ruševinama.", "capture", {"actors": [REBELS]}),
    ("Pobunjenici koji su osvojili Idlib krenuli su dalje.", "capture", {"actors": [REBELS], "places": ["Idlib"]}),
    ("Grad Homs pod nadzorom vojske ponovno je granatiran.", "control", {"actors": [FORCES], "places": ["Homs"]}),
    ("Duma je već godinama pod opsadom sirijske vojske.", "siege", {"actors": [ARMY], "places": ["Douma"]}),
    # a subject that is not said again
    ("Sirijska vojska tvrdi da je zauzela Palmiru.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Pobunjenici kažu da su napali Homs.", "attack", {"actors": [REBELS], "places": ["Homs"]}),
    (
        "Sirijska vojska ušla je u Palmiru i ubila desetke pobunjenika.",
        "killing",
        {"actors": [ARMY], "targets": [REBELS]},
    ),
    # nouns with their doer and their aim
    ("Ruski zračni udari na Idlib nastavljaju se.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    ("Zračni udari Rusije na Idlib nastavljaju se.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    ("Napadi pobunjenika na sirijsku vojsku kod Homsa učestali su.", "attack", {"actors": [REBELS], "targets": [ARMY]}),
    (
        "Ofenziva sirijske vojske protiv pobunjenika u Homsu traje.",
        "offensive",
        {"actors": [ARMY], "targets": [REBELS]},
    ),
    ("Granatiranje Dume ne prestaje.", "shelling", {"places": ["Douma"]}),
    ("Rusija je izvela zračne udare na Idlib.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    ("Pobunjenici su izveli napad na sirijsku vojsku kod Homsa.", "attack", {"actors": [REBELS], "targets": [ARMY]}),
    ("Napad na Homs izveli su pobunjenici.", "attack", {"actors": [REBELS], "places": ["Homs"]}),
    ("Sukobi pobunjenika i vojske izbili su u Homsu.", "clash", {"places": ["Homs"]}),
    # idioms
    ("Pobunjenici su u Homsu otvorili vatru na vojsku.", "attack", {"actors": [REBELS], "places": ["Homs"]}),
    ("Vatru su na vojsku otvorili pobunjenici u Homsu.", "attack", {"actors": [REBELS], "places": ["Homs"]}),
    ("Stanovnici Dume našli su se pod opsadom.", "siege", {"places": ["Douma"]}),
    ("Pobunjenici su položili oružje u Homsu.", "withdrawal", {"actors": [REBELS], "places": ["Homs"]}),
    ("Pobunjenici su predali Homs.", "withdrawal", {}),
    ("Vojska je razbila obruč oko Homsa.", "siege_broken", {"actors": [FORCES], "places": ["Homs"]}),
    ("Rusija je u Siriju poslala novu vojnu opremu i pojačanja.", "deployment", {"actors": ["russia"]}),
    ("Iran pruža potporu Damasku.", "support", {"actors": ["iran"]}),
    ("Rusija je odbacila optužbe.", "denial", {"actors": ["russia"]}),
    ("Rusija je uložila veto na rezoluciju.", "rejection", {"actors": ["russia"]}),
    ("Europska unija uvela je nove sankcije Siriji.", "sanction", {"actors": ["eu"]}),
    ("Crveni križ dopremio je hranu i lijekove u Dumu.", "aid_delivery", {"places": ["Douma"]}),
    ("Vojska je na ulazu u Dumu zaustavila konvoj.", "aid_blocked", {"actors": [FORCES], "places": ["Douma"]}),
    ("Autobusi s borcima napustili su Homs.", "evacuation", {"places": ["Homs"]}),
    (
        "Islamska država drži stotine civila kao živi štit u Raki.",
        "abduction",
        {"actors": [IS], "targets": ["civilians"]},
    ),
    # coordination
    ("Rusija i Iran podupiru Damask.", "support", {"actors": ["russia", "iran"]}),
    ("Pobunjenici su napali Salmu i Khan Tuman.", "attack", {"actors": [REBELS], "places": ["Salma", "Khan Tuman"]}),
    ("Sirijska vojska i Hezbolah zauzeli su Salmu.", "capture", {"actors": [ARMY, "hezbollah"], "places": ["Salma"]}),
    # Serbian and Bosnian forms
    ("Vojska je povredila dvojicu demonstranata u Homsu.", "injury", {"places": ["Homs"]}),
    ("Iz Homsa je pobeglo 5.000 civila.", "displacement", {"actors": [], "targets": ["civilians"]}),
    ("Avioni su bombardovali Idlib.", "airstrike", {"places": ["Idlib"]}),
    # headlines
    ("Deset poginulih u napadu u Homsu", "killing", {"counts": [("killed", "people", 10, 10)], "places": ["Homs"]}),
    ("Pobunjenici zauzeli Idlib", "capture", {"actors": [REBELS], "places": ["Idlib"]}),
    ("U Dumi ubijeno 20 civila", "killing", {"actors": [], "targets": ["civilians"], "places": ["Douma"]}),
]


@pytest.mark.parametrize(("text", "type_", "asked"), ROWS)
def test_frames(text: str, type_: str, asked: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [facts(claim, asked) for claim in claims_of(text) if claim.type == type_]
    assert asked in found


@pytest.mark.xfail(strict=True, reason="a participle with a capital before a town is read as a part of its name")
def test_a_besieged_town_at_the_head_of_a_sentence(claims_of: Read) -> None:
    assert "siege" in [claim.type for claim in claims_of("Opkoljeni grad Duma nema hrane.")]


SILENT = [
    "Momčad iz Homsa osvojila je prvenstvo i pehar.",
    "U napadu je u utakmici u Damasku igrao novi igrač.",
    "Borba protiv inflacije u Damasku se nastavlja.",
    "Bura je u Homsu srušila stablo.",
    "Vozač iz Homsa poginuo je u prometnoj nesreći.",
    "Vatrogasci su stavili požar u Homsu pod nadzor.",
    "Cesta prema Homsu zatvorena je zbog snijega.",
    "Tvrtka iz Damaska osvaja nova tržišta.",
    "Igrač iz Alepa ozlijedio je koljeno.",
    "Ministar iz Damaska povukao je prijedlog.",
    "U Damasku su porasle cijene hrane.",
    "Vrijeme u Homsu bit će sunčano.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_claim(text: str, claims_of: Read) -> None:
    assert [(claim.type, claim.trigger.text) for claim in claims_of(text)] == []
