"""The event types and their codes in other vocabularies."""

from __future__ import annotations

import pytest

from dragoman.vocabulary import event_type, event_types, finer, likenesses

CONTRACT = {
    "fighting": "offensive attack attack_repelled clash",
    "remote violence": "airstrike shelling bombing suicide_attack chemical_attack",
    "territory": "capture control withdrawal siege siege_broken route_cut route_opened",
    "harm": "killing injury detention abduction displacement destruction",
    "truce and talk": "ceasefire talks agreement demand rejection accusation denial threat statement support sanction",
    "relief": "corridor aid_delivery aid_blocked evacuation besieged service_cut service_restored",
    "other": "deployment protest",
}
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT", "INVESTIGATE", "DEMAND", "DISAPPROVE", "REJECT", "THREATEN",
    "SANCTION", "PROTEST", "CRIME", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
ACLED = {
    "Battles": {
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
    },
    "Explosions/Remote violence": {
        "Air/drone strike", "Chemical weapon", "Grenade", "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack", "Suicide bomb",
    },
    "Violence against civilians": {"Abduction/forced disappearance", "Attack", "Sexual violence"},
    "Protests": {"Excessive force against protesters", "Peaceful protest", "Protest with intervention"},
    "Riots": {"Mob violence", "Violent demonstration"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip


def test_the_types_are_the_contracts():
    found = {family: set() for family in CONTRACT}
    for kind in event_types().values():
        found[kind.family].add(kind.name)
    assert found == {family: set(names.split()) for family, names in CONTRACT.items()}


@pytest.mark.parametrize("name", sorted(event_types()))
def test_the_codes_are_those_of_the_vocabularies(name):
    kind = event_type(name)
    assert kind.plover[0] in PLOVER
    assert kind.acled[1] in ACLED[kind.acled[0]]
    assert kind.ucdp in (None, 1, 2, 3)
    assert kind.ucdp is None or kind.violent
    assert {kind.start, kind.end, kind.failed} - {None} <= set(event_types())


def test_codes_of_an_air_strike():
    kind = event_type("airstrike")
    assert (kind.acled, kind.plover, kind.ucdp) == (
        ("Explosions/Remote violence", "Air/drone strike"),
        ("ASSAULT", "aerial"),
        1,
    )


def test_likeness_goes_both_ways_within_one_story():
    for (one, other), value in likenesses().items():
        assert 0 < value <= 1
        assert likenesses()[other, one] == value
        assert event_type(one).story == event_type(other).story


def test_an_unknown_type_is_an_error():
    with pytest.raises(KeyError):
        event_type("bombardment")


def test_finer_sub_event_types_are_of_acled_and_of_known_types():
    for entry in finer():
        assert entry.acled[1] in ACLED[entry.acled[0]]
        assert entry.types <= event_types().keys()
        assert entry.types
        conditions = (entry.classes, entry.actors, entry.targets, entry.parties, entry.lost, entry.beside)
        assert any(conditions)
