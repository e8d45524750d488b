"""Minimal pairs of types in English: one word more or less, and it is another happening, or none."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "en"
ARMY, FORCES, REBELS, MILITANTS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels", "militants"
AIR = "syrian-arab-air-force"
T = "Khan Tuman"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]


ROWS: list[tuple[str, str, dict[str, object]]] = [
    # who is seized, and what
    ("The rebels seized Khan Tuman.", "capture", {"actors": [REBELS], "places": [T]}),
    ("The rebels seized six workers in Khan Tuman.", "abduction", {"actors": [REBELS], "places": [T]}),
    ("Two soldiers were captured in Khan Tuman.", "detention", {"places": [T]}),
    ("Khan Tuman was captured in two days.", "capture", {"places": [T]}),
    ("The rebels took dozens of boys into the desert near Palmyra.", "abduction", {"actors": [REBELS]}),
    # how a captivity begins and ends
    ("The rebels detained ten activists in Aleppo.", "detention", {"phase": None, "actors": [REBELS]}),
    ("The rebels released ten activists in Aleppo.", "detention", {"phase": "end", "actors": [REBELS]}),
    ("The rebels freed ten hostages in Aleppo.", "abduction", {"phase": "end", "actors": [REBELS]}),
    ("The rebels freed Khan Tuman from militants.", "capture", {"actors": [REBELS], "places": [T]}),
    # what strikes from where
    ("Raids hit Khan Tuman at dawn.", "airstrike", {"places": [T]}),
    ("Helicopters dropped explosives on Khan Tuman.", "airstrike", {"places": [T]}),
    ("The rebels fired mortar shells at Khan Tuman.", "shelling", {"actors": [REBELS], "places": [T]}),
    ("Snipers fired into Khan Tuman.", "attack", {"places": [T]}),
    ("Khan Tuman was struck by rockets.", "shelling", {"places": [T]}),
    ("Khan Tuman was struck by an airstrike.", "airstrike", {"places": [T]}),
    ("A blast rocked Khan Tuman.", "bombing", {"places": [T]}),
    ("Fighters threw a grenade at a shop in Khan Tuman.", "bombing", {"realis": "happened", "places": [T]}),
    ("Police defused a roadside bomb in Khan Tuman.", "bombing", {"realis": "failed", "places": [T]}),
    ("Two fighters had blown themselves up in Khan Tuman.", "suicide_attack", {"places": [T]}),
    ("Air defences shot down two drones over Khan Tuman.", "attack_repelled", {"places": [T]}),
    # ground
    ("The rebels lost ground to the army in Khan Tuman.", "capture", {"actors": [FORCES], "targets": [REBELS]}),
    ("The army pushed the rebels back from Khan Tuman.", "withdrawal", {"actors": [REBELS], "targets": []}),
    ("The army set up a checkpoint in Khan Tuman.", "deployment", {"actors": [FORCES], "places": [T]}),
    # a protest and what it becomes
    ("Residents marched from the mosque in Aleppo.", "protest", {}),
    ("Police dispersed a protest in Aleppo.", "protest", {"places": ["Aleppo"]}),
    ("Police opened fire on protesters in Aleppo.", "attack", {"targets": ["protesters"]}),
    ("Protesters clashed with police in Aleppo.", "clash", {"places": ["Aleppo"]}),
    ("Protesters threw stones at police in Aleppo.", "protest", {"actors": ["protesters"]}),
    # convoys
    ("Aid convoys have reached Douma.", "aid_delivery", {"places": ["Douma"]}),
    ("Aid convoys have not been allowed to reach Douma.", "aid_blocked", {"places": ["Douma"]}),
    ("The army is preventing civilians from leaving Douma.", "besieged", {"actors": [FORCES]}),
    # who changes sides, who gives himself up
    ("Dozens of soldiers defected to the rebels in Aleppo.", "support", {"targets": [REBELS]}),
    ("The rebels surrendered in Khan Tuman.", "withdrawal", {"actors": [REBELS], "places": [T]}),
    # diplomats and fighters
    ("Russia expelled two US diplomats.", "sanction", {"actors": ["russia"]}),
    ("The army expelled the rebels from Khan Tuman.", "withdrawal", {"actors": [REBELS], "places": [T]}),
]  # fmt: skip

NONE = [
    # the sense of a word
    ("Aleppo's team stormed ahead of its rivals.", "attack"),
    ("The salad in Aleppo was hit and miss.", "attack"),
    ("The words of the mayor of Aleppo were offensive.", "offensive"),
    ("They had to drive to Aleppo.", "offensive"),
    ("There was celebratory gunfire in Aleppo.", "attack"),
    ("A population explosion changed Aleppo.", "bombing"),
    # the object of a word
    ("The army seized eight rifles in Khan Tuman.", "capture"),
    ("The rebels used arms seized in Iraq.", "capture"),
    ("The army seized six workers in Khan Tuman.", "capture"),
    ("The army entered the liberated parts of Aleppo.", "capture"),
    ("Russia expelled two US diplomats.", "withdrawal"),
    ("The base near Aleppo holds several planes.", "control"),
    ("The party held an election rally in Aleppo.", "protest"),
    # nobody did it
    ("An earthquake killed 40 people in Aleppo.", "killing"),
    ("An earthquake hit Aleppo.", "attack"),
    ("Ten people died in a traffic accident in Aleppo.", "killing"),
    ("A gas explosion destroyed a house in Aleppo.", "destruction"),
    ("Floods forced thousands to flee Aleppo.", "displacement"),
    # raids to seize people
    ("Police arrested ten men in raids in Aleppo.", "airstrike"),
    # it did not come through
    ("Aid convoys have not been allowed to reach Douma.", "aid_delivery"),
    ("Police defused an explosive device in Aleppo.", "destruction"),
]

KEPT = [
    # fighting beside a disaster is told all the same
    ("Shelling killed four people in Aleppo, where floods had struck.", "killing"),
    ("Warplanes bombed Aleppo and caused a gas explosion.", "airstrike"),
]


@pytest.mark.parametrize(("text", "kind", "fields"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_its_type(text: str, kind: str, fields: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert found, [(claim.type, claim.trigger.text) for claim in claims_of(text)]
    assert fields in [facts(claim, fields) for claim in found]


@pytest.mark.parametrize(("text", "kind"), NONE, ids=[f"{k}: {t}" for t, k in NONE])
def test_no_such_type(text: str, kind: str, claims_of: Read) -> None:
    assert [claim.trigger.text for claim in claims_of(text) if claim.type == kind] == []


@pytest.mark.parametrize(("text", "kind"), KEPT, ids=[f"{k}: {t}" for t, k in KEPT])
def test_told_all_the_same(text: str, kind: str, claims_of: Read) -> None:
    assert kind in {claim.type for claim in claims_of(text)}
