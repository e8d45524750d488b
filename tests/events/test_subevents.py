"""ACLED's finer sub-event types: who took part and what is told beside a claim decides."""

from __future__ import annotations

import pytest

from dragoman.evaluation.types import claims
from dragoman.events.subevents import groups, sub_event
from dragoman.knowledge.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(("syria",))


ROWS = [
    # who takes the place
    ("The Syrian army captured Khan Tuman.", "capture", "Government regains territory"),
    ("The rebels captured Khan Tuman.", "capture", "Non-state actor overtakes territory"),
    ("The Turkish army captured Khan Tuman.", "capture", "Non-state actor overtakes territory"),
    ("Hezbollah captured Khan Tuman.", "capture", "Government regains territory"),
    ("The rebels captured Khan Tuman without resistance.", "capture", "Non-violent transfer of territory"),
    # who is attacked
    ("The rebels attacked army positions in Khan Tuman.", "attack", "Armed clash"),
    ("Gunmen attacked civilians in Khan Tuman.", "attack", "Attack"),
    ("Gunmen attacked a mosque in Khan Tuman.", "attack", "Attack"),
    ("Gunmen killed four soldiers in Khan Tuman.", "killing", "Armed clash"),
    ("Gunmen killed four civilians in Khan Tuman.", "killing", "Attack"),
    # with what
    ("A bomb exploded in Aleppo.", "bombing", "Remote explosive/landmine/IED"),
    ("A grenade exploded in Aleppo.", "bombing", "Grenade"),
    ("Police defused a bomb in Aleppo.", "bombing", "Disrupted weapons use"),
    # a protest, and what becomes of it
    ("Residents protested in Aleppo.", "protest", "Peaceful protest"),
    ("Police dispersed a protest in Aleppo.", "protest", "Protest with intervention"),
    ("Police violently dispersed a protest in Aleppo.", "protest", "Excessive force against protesters"),
    ("Residents rioted in Aleppo.", "protest", "Violent demonstration"),
    # what else is told by one type
    ("The army deployed troops in Aleppo.", "deployment", "Change to group/activity"),
    ("The army set up a checkpoint in Aleppo.", "deployment", "Headquarters or base established"),
    ("The rebels withdrew from Aleppo.", "withdrawal", "Non-violent transfer of territory"),
    ("The rebels surrendered in Aleppo.", "withdrawal", "Agreement"),
    ("Soldiers raped women in Aleppo.", "attack", "Sexual violence"),
    ("A mob lynched a man in Aleppo.", "killing", "Mob violence"),
]


@pytest.mark.parametrize(("text", "kind", "wanted"), ROWS, ids=[row[0] for row in ROWS])
def test_a_finer_sub_event_type(text: str, kind: str, wanted: str, knowledge: Knowledge) -> None:
    found = claims(text, knowledge, None)
    assert wanted in {sub_event(claim, found, knowledge).name for claim in found if claim.type == kind}


def test_groups_of_parties(knowledge: Knowledge) -> None:
    assert {"state", "armed", "military"} <= groups("syrian-arab-army", knowledge)
    assert "state" not in groups("turkish-armed-forces", knowledge)
    assert "civilian" in groups("residents", knowledge)
    assert groups(None, knowledge) == groups("nobody", knowledge) == frozenset()
