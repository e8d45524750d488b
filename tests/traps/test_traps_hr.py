"""Minimal pairs in Croatian, Bosnian and Serbian: one word or another order, and the claim is another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "hr"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]


ARMY, FORCES, REBELS, IS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels", "islamic-state"
PLANES = "russian-air-force"
T = "Khan Tuman"
ROWS: list[tuple[str, str, dict[str, object]]] = [
    # who is accused did it; a town that falls; what is not let through
    ("Vlada u Damasku za napad u Homsu okrivila je Islamsku državu.", "attack", {"actors": [IS]}),
    ("Oporbeni aktivisti poriču da je Salma pala.", "capture", {"realis": "denied", "places": ["Salma"]}),
    ("Vojska nije propustila lijekove u Dumu.", "aid_blocked", {"actors": [FORCES]}),
    # who takes a place, in every order of the words
    (
        "Sirijska vojska zauzela je Khan Tuman.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]},
    ),
    (
        "Khan Tuman zauzela je sirijska vojska.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]},
    ),
    (
        "Khan Tuman je zauzet od strane sirijske vojske.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]},
    ),
    ("Sirijska vojska nije zauzela Khan Tuman.", "capture", {"realis": "denied", "actors": [ARMY]}),
    ("Sirijska vojska nije uspjela zauzeti Khan Tuman.", "capture", {"realis": "failed", "actors": [ARMY]}),
    ("Sirijska vojska nije uspela da zauzme Khan Tuman.", "capture", {"realis": "failed", "actors": [ARMY]}),
    ("Sirijska vojska planira zauzeti Khan Tuman.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("Sirijska vojska zauzet će Khan Tuman.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("Sirijska vojska mogla bi zauzeti Khan Tuman.", "capture", {"realis": "hypothetical", "actors": [ARMY]}),
    (
        "Ako sirijska vojska zauzme Khan Tuman, pobunjenici će se povući.",
        "capture",
        {"realis": "hypothetical", "actors": [ARMY], "places": [T]},
    ),
    (
        "Sirijska vojska zanijekala je da je zauzela Khan Tuman.",
        "capture",
        {"realis": "denied", "speakers": [(ARMY, "denies")]},
    ),
    (
        "Sirijska vojska tvrdi da je zauzela Khan Tuman.",
        "capture",
        {"realis": "happened", "speakers": [(ARMY, "claims")], "places": [T]},
    ),
    (
        "Pokušaj sirijske vojske da zauzme Khan Tuman je propao.",
        "capture",
        {"realis": "failed", "actors": [ARMY]},
    ),
    # who loses it
    (
        "Sirijska vojska izgubila je kontrolu nad Khan Tumanom.",
        "capture",
        {"actors": [], "targets": [ARMY], "places": [T]},
    ),
    (
        "Pobunjenici su potvrdili da su izgubili Khan Tuman.",
        "capture",
        {"realis": "happened", "places": [T], "speakers": [(REBELS, "confirms")]},
    ),
    ("Pobunjenici se povlače iz Khan Tumana.", "withdrawal", {"actors": [REBELS], "places": [T]}),
    (
        "Pobunjenici se nisu povukli iz Khan Tumana.",
        "withdrawal",
        {"realis": "denied", "actors": [REBELS], "places": [T]},
    ),
    ("Palmira je pod nadzorom Islamske države.", "control", {"actors": [IS], "places": ["Palmyra"]}),
    # who strikes whom
    (
        "Ruski zrakoplovi bombardirali su Khan Tuman.",
        "airstrike",
        {"actors": [PLANES], "places": [T], "realis": "happened"},
    ),
    (
        "Khan Tuman bombardirali su ruski zrakoplovi.",
        "airstrike",
        {"actors": [PLANES], "places": [T], "realis": "happened"},
    ),
    (
        "Ruski avioni bombardovali su položaje pobunjenika u Khan Tumanu.",
        "airstrike",
        {"actors": [PLANES], "targets": [REBELS], "places": [T]},
    ),
    (
        "Rusija negira da je bombardirala bolnicu u Alepu.",
        "airstrike",
        {"realis": "denied", "speakers": [("russia", "denies")]},
    ),
    (
        "Rusija je obustavila zračne udare na Alep.",
        "airstrike",
        {"phase": "end", "actors": ["russia"], "places": ["Aleppo"]},
    ),
    (
        "Rusija će nastaviti zračne udare na Alep.",
        "airstrike",
        {"realis": "planned", "actors": ["russia"], "places": ["Aleppo"]},
    ),
    ("Strahuje se od novih zračnih udara na Alep.", "airstrike", {"realis": "predicted", "actors": []}),
    ("Pobunjenici su granatirali zapadni Alep.", "shelling", {"actors": [REBELS], "places": ["West Aleppo"]}),
    (
        "Snage režima bacile su klor na istočni Alep.",
        "chemical_attack",
        {"actors": [FORCES], "places": ["East Aleppo"]},
    ),
    # who fends off whom
    (
        "Pobunjenici su odbili napad sirijske vojske na Khan Tuman.",
        "attack_repelled",
        {"actors": [REBELS], "targets": [ARMY], "places": [T]},
    ),
    (
        "Napad pobunjenika na Khan Tuman je odbijen.",
        "attack",
        {"realis": "failed", "actors": [REBELS], "places": [T]},
    ),
    (
        "Očekuje se nova ofenziva sirijske vojske na Alep.",
        "offensive",
        {"realis": "predicted", "actors": [ARMY], "places": ["Aleppo"]},
    ),
    # sieges
    (
        "Pobunjenici su probili opsadu Alepa.",
        "siege_broken",
        {"realis": "happened", "actors": [REBELS], "places": ["Aleppo"]},
    ),
    ("Pobunjenici pokušavaju probiti opsadu Alepa.", "siege_broken", {"realis": "planned"}),
    ("Pobunjenici nisu uspjeli probiti opsadu Alepa.", "siege_broken", {"realis": "failed"}),
    # harm and its numbers
    (
        "U zračnim udarima na Alep poginulo je najmanje 15 civila.",
        "killing",
        {"targets": ["civilians"], "counts": [("killed", "civilians", 15, None)], "places": ["Aleppo"]},
    ),
    (
        "U zračnom napadu na Alep ubijeno je 12 civila, među njima petero djece.",
        "killing",
        {"counts": [("killed", "civilians", 12, 12), ("killed", "children", 5, 5)]},
    ),
    ("U Alepu nije bilo poginulih.", "killing", {"realis": "denied", "places": ["Aleppo"]}),
    (
        "U Alepu je ranjeno više od 40 ljudi.",
        "injury",
        {"counts": [("injured", "people", 40, None)], "places": ["Aleppo"]},
    ),
    (
        "Pobunjenici su ubili trojicu sirijskih vojnika u Khan Tumanu.",
        "killing",
        {"actors": [REBELS], "targets": [FORCES], "counts": [("killed", FORCES, 3, 3)]},
    ),
    (
        "Islamska država otela je 20 civila u Raki.",
        "abduction",
        {"actors": [IS], "targets": ["civilians"], "counts": [("detained", "civilians", 20, 20)]},
    ),
    (
        "Hezbolah je uhitio petoricu pobunjenika.",
        "detention",
        {"actors": ["hezbollah"], "targets": [REBELS], "counts": [("detained", REBELS, 5, 5)]},
    ),
    (
        "Iz Alepa je pobjeglo više od 10.000 civila.",
        "displacement",
        {"actors": [], "targets": ["civilians"], "counts": [("displaced", "civilians", 10000, None)]},
    ),
    ("Pobunjenici su srušili ruski helikopter kod Sarakiba.", "destruction", {"actors": [REBELS]}),
    (
        "Sedam vojnika sirijske armije poginulo je u zasjedi pobunjenika kod Sarakiba.",
        "killing",
        {"actors": [REBELS], "targets": [ARMY], "counts": [("killed", ARMY, 7, 7)]},
    ),
    ("Pobunjenici neće stati dok ne oslobode Alep.", "capture", {"realis": "planned", "places": ["Aleppo"]}),
    (
        "Sirijska vojska slomila je otpor pobunjenika i ušla u Khan Tuman.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "places": [T]},
    ),
    # words about words
    (
        "Rusija je zatražila prekid vatre u Alepu.",
        "demand",
        {"realis": "happened", "actors": ["russia"]},
    ),
    ("Rusija je zatražila prekid vatre u Alepu.", "ceasefire", {"realis": "demanded"}),
    ("Rusija je odbila prekid vatre u Alepu.", "rejection", {"actors": ["russia"], "realis": "happened"}),
    (
        "Ujedinjeni narodi pozvali su na hitno primirje u Alepu.",
        "ceasefire",
        {"realis": "demanded", "places": ["Aleppo"]},
    ),
    (
        '"Vojska je zauzela Khan Tuman", rekao je glasnogovornik pobunjenika.',
        "capture",
        {"places": [T], "speakers": [("rebel-sources", "reports")]},
    ),
    (
        "Prema Sirijskom opservatoriju za ljudska prava, u Alepu je poginulo devet civila.",
        "killing",
        {"speakers": [("sohr", "reports")], "counts": [("killed", "civilians", 9, 9)]},
    ),
    ("Cesta prema Alepu granatirana je jutros.", "shelling", {"speakers": []}),
    ("Navodno je u Alepu poginulo devet civila.", "killing", {"flags": ["hearsay"]}),
    (
        "Sirijska vojska priznala je povlačenje iz Palmire.",
        "withdrawal",
        {"speakers": [(ARMY, "confirms")], "places": ["Palmyra"]},
    ),
    # relief
    ("Konvoj s humanitarnom pomoći stigao je u istočni Alep.", "aid_delivery", {"places": ["East Aleppo"]}),
    (
        "U istočni Alep nije stigao nijedan konvoj s pomoći.",
        "aid_blocked",
        {"realis": "happened", "places": ["East Aleppo"]},
    ),
    (
        "Otvorena su četiri humanitarna koridora u Alepu.",
        "corridor",
        {"counts": [("corridors", None, 4, 4)], "places": ["Aleppo"]},
    ),
    ("Iran je poslao 500 vojnika u Siriju.", "deployment", {"actors": ["iran"]}),
    ("Turska je optužila Rusiju za napad na Alep.", "accusation", {"actors": ["turkey"], "targets": ["russia"]}),
    ("Ofenziva koju su pobunjenici počeli u subotu u Homsu propala je.", "offensive", {"actors": [REBELS]}),
    ("Operacija vojske u Homsu propala je.", "offensive", {"realis": "failed", "actors": [FORCES]}),
]


@pytest.mark.parametrize(("text", "type_", "asked"), ROWS)
def test_pairs(text: str, type_: str, asked: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [facts(claim, asked) for claim in claims_of(text) if claim.type == type_]
    assert asked in found


MISSED: list[tuple[str, str, dict[str, object], str]] = [
    (
        "Hezbolah je izgubio desetke boraca kod Alepa.",
        "killing",
        {"actors": [], "targets": ["hezbollah"]},
        "the object of a loss passes for whoever inflicted it",
    ),
    (
        "Tri sirijska vojnika ubili su pobunjenici u Khan Tumanu.",
        "killing",
        {"actors": [REBELS], "targets": [FORCES]},
        "an object before its verb passes for the subject: endings and number do not count yet",
    ),
    (
        "Glasnogovornik Kremlja rekao je da Khan Tuman drže pobunjenici. Dodao je da Alep nije napadnut.",
        "attack",
        {"realis": "denied", "speakers": [("kremlin", "reports")]},
        "a verb of saying without a subject does not go on with the last speaker",
    ),
]


@pytest.mark.parametrize(
    ("text", "type_", "asked"),
    [pytest.param(*row[:3], marks=pytest.mark.xfail(strict=True, reason=row[3])) for row in MISSED],
)
def test_missed(text: str, type_: str, asked: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [facts(claim, asked) for claim in claims_of(text) if claim.type == type_]
    assert asked in found


SILENT = [
    "Državni udar nije vijest o Alepu.",
    "Predsjednik je osvojio nagradu u Alepu.",
    "Zračna luka u Alepu je zatvorena zbog magle.",
    "Ministar je preuzeo odgovornost u Damasku.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_claim(text: str, claims_of: Read) -> None:
    assert [claim.type for claim in claims_of(text)] == []
