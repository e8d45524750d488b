"""Single fillers of MUC-4 against each other, slot by slot, by the scoring guidelines."""

import pytest

from dragoman.evaluation.muc4.judging import judge
from dragoman.evaluation.muc4.reading import Filler, filler
from dragoman.evaluation.muc4.slots import (
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    HUMAN_EFFECT,
    HUMAN_NUMBER,
    HUMAN_TYPE,
    INDIVIDUAL,
    INSTRUMENT_TYPE,
    LOCATION,
    NAME,
    PHYSICAL,
    PHYSICAL_EFFECT,
    PHYSICAL_TYPE,
    STAGE,
    TYPE,
)
from dragoman.evaluation.muc4.strings import Verdict, best, judged

C, P, I = Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT  # noqa: E741


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("BAKERS", "THE 3 BAKERS", C),  # articles and quantities are nonessential
        ("BAKERS", "OLD BAKERS FROM THE HILLS", C),  # further modifiers of the noun
        ("RED HAND", "THE RED HAND (RH)", C),
        ("RED-HAND MEMBERS", "RED - HAND MEMBERS", C),
        ("BAKERS", "BAKERS, WHICH THE COURT ADMITTED", P),  # beyond the noun phrase
        ("BAKERS", "BAKERS WHILE", P),
        ("BAKERS", "BAKERS OF BREAD AND CAKES IN ALL OF THE COUNTRY", P),
        ("SEVENTH HILL BRIGADE", "BRIGADE", P),  # a part that keeps its head
        ("BOMB IN A CART", "BIG BOMB", P),
        ("BOMB IN A CART", "CART", I),
        ("MILL", "DOOR OF THE MILL", P),
        ("PERSON", "PERSONS", P),
        ("MILL STORE", "MILL", I),
        ("BAKERS", "SOLDIERS", I),
        ("BAKERS", "THE", I),
    ],
)
def test_strings(key: str, response: str, expected: Verdict) -> None:
    assert judged(response, key) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("ANA MARIA ROJO", "DR ANA MARIA ROJO", C),
        ("ANA MARIA ROJO", "ROJO", P),
        ("ANA MARIA ROJO", "BAKER ANA MARIA ROJO", P),
        ("ANA MARIA ROJO", "LUIS VERDE", I),
    ],
)
def test_names_of_persons(key: str, response: str, expected: Verdict) -> None:
    assert judge(NAME, Filler((key,)), Filler((response,))) is expected


def test_the_best_alternative_counts() -> None:
    assert best("GUNMEN", ("MEN IN MASKS", "GUNMEN")) is C
    assert best("GUNMEN", ()) is I


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("06 MAY 91", "6 MAY 1991", C),
        ("- 06 MAY 91", "- 6 MAY 91", C),
        ("04 MAY 91 - 06 MAY 91", "05 MAY 91", P),  # a part of the key's days
        ("04 MAY 91 - 06 MAY 91", "04 MAY 91 - 05 MAY 91", P),
        ("04 MAY 91 - 06 MAY 91", "- 06 MAY 91", P),
        ("- 06 MAY 91", "06 MAY 91", P),
        ("- 06 MAY 91", "05 MAY 91", P),
        ("- 06 MAY 91", "01 MAY 91", I),  # not close
        ("06 MAY 91", "- 06 MAY 91", P),
        ("05 MAY 91", "- 06 MAY 91", I),
        ("06 MAY 91", "05 MAY 91 - 06 MAY 91", I),
        ("06 MAY 91", "31 JUN 91", I),
        ("06 MAY 91", "MAY", I),
        ("EARLY MAY", "EARLY MAY", C),
    ],
)
def test_dates(key: str, response: str, expected: Verdict) -> None:
    assert judge(DATE, Filler((key,)), Filler((response,))) is expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("UTOPIA: HARBOUR (CITY)", "UTOPIA:  HARBOUR (CITY)", C),
        ("UTOPIA: HARBOUR (CITY)", "UTOPIA", P),
        ("UTOPIA", "UTOPIA: HARBOUR (CITY)", P),
        ("UTOPIA: HARBOUR (CITY)", "UTOPIA: VALLEY (REGION)", P),
        ("UTOPIA: HARBOUR (CITY)", "ATLANTIS: HARBOUR (CITY)", P),
        ("UTOPIA", "ATLANTIS", I),
    ],
)
def test_places(key: str, response: str, expected: Verdict) -> None:
    assert judge(LOCATION, Filler((key,)), Filler((response,))) is expected


@pytest.mark.parametrize(
    ("slot", "key", "response", "expected"),
    [
        (TYPE, "ROBBERY", "ROBBERY", C),
        (TYPE, "ROBBERY", "ATTACK", P),
        (TYPE, "ATTACK", "ROBBERY", I),
        (STAGE, "ATTEMPTED", "ACCOMPLISHED", I),
        (INSTRUMENT_TYPE, "RIFLE", "GUN", P),
        (INSTRUMENT_TYPE, "MINE", "EXPLOSIVE", P),  # two steps up
        (INSTRUMENT_TYPE, "GUN", "RIFLE", I),
        (CONFIDENCE, "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", P),
        (CONFIDENCE, "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", I),
        (PHYSICAL_TYPE, "GOVERNMENT OFFICE OR RESIDENCE", "POLITICAL FIGURE OFFICE OR RESIDENCE", P),
        (PHYSICAL_EFFECT, "SOME DAMAGE", "DESTROYED", P),
        (HUMAN_TYPE, "FORMER ACTIVE MILITARY", "ACTIVE MILITARY", P),
        (HUMAN_TYPE, "CIVILIAN / DIPLOMAT", "DIPLOMAT", C),
        (HUMAN_EFFECT, "NO INJURY OR DEATH", "NO DEATH", P),
        (HUMAN_NUMBER, "5 -", "5-", C),
        (HUMAN_NUMBER, "5 - 7", "7", P),
        (HUMAN_NUMBER, "~7", "7", P),
        (HUMAN_NUMBER, "5 - 7", "6", I),
        (HUMAN_NUMBER, "7", "~7", I),
        (HUMAN_NUMBER, "PLURAL", "PLURAL", C),
        (HUMAN_NUMBER, "PLURAL", "2", I),
    ],
)
def test_items_of_a_list_and_numbers(slot: int, key: str, response: str, expected: Verdict) -> None:
    assert judge(slot, filler(key, slot), filler(response, slot)) is expected


@pytest.mark.parametrize(
    ("slot", "key", "response", "expected"),
    [
        (HUMAN_EFFECT, 'DEATH: "BAKER" / "OLD BAKER"', 'DEATH: "THE BAKER"', C),
        (HUMAN_EFFECT, 'DEATH: "BAKER"', 'DEATH: "MILLER"', P),
        (HUMAN_EFFECT, 'DEATH: "BAKER"', "DEATH", P),
        (HUMAN_EFFECT, 'DEATH: "BAKER"', 'INJURY: "BAKER"', I),
        (PHYSICAL_EFFECT, 'SOME DAMAGE: "MILL"', 'DESTROYED: "BARN"', P),
        (INSTRUMENT_TYPE, 'GUN: "-"', 'GUN: "-"', C),
        (DESCRIPTION, '"MAYOR": "ROJO"', '"MAYOR": "VERDE"', P),
        (DESCRIPTION, '"MAYOR": "ROJO"', '"JUDGE": "ROJO"', I),
        (DESCRIPTION, '"MAYORS"', '"MAYORS": "ROJO"', P),
    ],
)
def test_tags(slot: int, key: str, response: str, expected: Verdict) -> None:
    assert judge(slot, filler(key, slot), filler(response, slot)) is expected


def test_slots_of_strings_have_no_names() -> None:
    # What a part of a name earns in the slot of names, another slot's string does not.
    assert judge(INDIVIDUAL, Filler(("ANA MARIA ROJO",)), Filler(("MARIA",))) is I
    assert judge(PHYSICAL, Filler(("ROJO MILL",)), Filler(("ROJO",))) is I
