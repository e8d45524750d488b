"""Templates of MUC-4 as they are written: fillers, alternatives, options, tags, and what is left out."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.muc4 import Filler, Template, read_templates
from dragoman.evaluation.muc4.reading import by_message, filler
from dragoman.evaluation.muc4.slots import (
    DATE,
    DESCRIPTION,
    HUMAN_EFFECT,
    HUMAN_NUMBER,
    HUMAN_TYPE,
    INDIVIDUAL,
    INSTRUMENT,
    INSTRUMENT_TYPE,
    LOCATION,
    NAME,
    PHYSICAL,
    SCORED,
    SLOTS,
    TYPE,
)

FILE = r"""; a comment
0.  MESSAGE: ID                    OWN-0001
1.  MESSAGE: TEMPLATE              1 (OPTIONAL)
2.  INCIDENT: DATE                 (- 05 MAY 91) / (04 MAY 91 - 05 MAY 91)
3.  INCIDENT: LOCATION             (UTOPIA: HARBOUR (CITY)) / (UTOPIA)
4.  INCIDENT: TYPE                 BOMBING
6.  INCIDENT: INSTRUMENT ID        *
7.  INCIDENT: INSTRUMENT TYPE      GUN: "-"
9.  PERP: INDIVIDUAL ID            ? "MASKED MEN" /
                                   "MEN WHO CRIED \"NEVER\""
12. PHYS TGT: ID                   "MILL"
                                   "TWO BARNS"/"BARNS"
not a filler
18. HUM TGT: NAME                  -
20. HUM TGT: TYPE                  CIVILIAN / DIPLOMAT: "ENVOY" / "THE ENVOY"

0.  MESSAGE: ID                    OWN-0002
1.  MESSAGE: TEMPLATE              *
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "key.txt"
    found.write_text(FILE, "latin-1")
    return found


def test_a_template(path: Path) -> None:
    first, second = read_templates(path)
    assert (first.message, first.number, first.optional) == ("OWN-0001", 1, True)
    assert first[DATE] == (Filler(("- 05 MAY 91", "04 MAY 91 - 05 MAY 91")),)
    assert first[LOCATION] == (Filler(("UTOPIA: HARBOUR (CITY)", "UTOPIA")),)
    assert first[TYPE] == (Filler(("BOMBING",)),)
    assert first[INSTRUMENT] == first[NAME] == first[DESCRIPTION] == ()
    assert first[INSTRUMENT_TYPE] == (Filler(("GUN",), ("-",)),)
    assert first[INDIVIDUAL] == (Filler(("MASKED MEN", 'MEN WHO CRIED "NEVER"'), optional=True),)
    assert first[PHYSICAL] == (Filler(("MILL",)), Filler(("TWO BARNS", "BARNS")))
    assert first[HUMAN_TYPE] == (Filler(("CIVILIAN", "DIPLOMAT"), ("ENVOY", "THE ENVOY")),)
    assert second == Template("OWN-0002", None, {})


@pytest.mark.parametrize(
    ("slot", "text", "expected"),
    [
        (HUMAN_NUMBER, '- 9 / 12 - / PLURAL: "VILLAGERS"', Filler(("- 9", "12 -", "PLURAL"), ("VILLAGERS",))),
        (HUMAN_EFFECT, '?DEATH: "BAKER"', Filler(("DEATH",), ("BAKER",), optional=True)),
        (HUMAN_EFFECT, 'DEATH / - : "BAKER"', Filler(("DEATH",), ("BAKER",), optional=True)),
        (HUMAN_TYPE, "(CIVILIAN / DIPLOMAT): X", Filler(("CIVILIAN", "DIPLOMAT"), ("X",))),
        (DESCRIPTION, '"HEAD: OF MISSION" / "HEAD": "A / B"', Filler(("HEAD: OF MISSION", "HEAD"), ("A / B",))),
        (LOCATION, "UTOPIA: NORTH (REGION) - SOUTH (REGION)", Filler(("UTOPIA: NORTH (REGION) - SOUTH (REGION)",))),
        (NAME, '"ann  lee"', Filler(("ANN LEE",))),
    ],
)
def test_a_filler(slot: int, text: str, expected: Filler) -> None:
    assert filler(text, slot) == expected


def test_reports_without_an_incident_stay(path: Path) -> None:
    found = by_message(tuple(read_templates(path)))
    assert {name: [one.number for one in templates] for name, templates in found.items()} == {
        "OWN-0001": [1],
        "OWN-0002": [],
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0.  MESSAGE: ID   A\n99. MESSAGE: MOOD   GOOD\n", r"key\.txt:2: '99\. MESSAGE: MOOD"),
        ("0.  MESSAGE: ID   A\n4. INCIDENT: DATE   -\n", r"key\.txt:2: '4\. INCIDENT: DATE"),
        ("4. INCIDENT: TYPE   ARSON\n", r"key\.txt:1: a slot before the first MESSAGE: ID"),
        ("\n0.  MESSAGE: ID   A\n1.  MESSAGE: TEMPLATE   ONE\n", r"key\.txt:2: the template's number is 'ONE'"),
        ("0.  MESSAGE: ID\n", r"key\.txt:1: MESSAGE: ID is empty"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "key.txt"
    path.write_text(text, "latin-1")
    with pytest.raises(InputError, match=message):
        list(read_templates(path))


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        list(read_templates(tmp_path / "none"))


def test_the_slots() -> None:
    assert list(SLOTS) == list(range(25))
    assert len(SCORED) == 23
    assert {SLOTS[slot].section for slot in SCORED} == {"inc", "perp", "phys-tgt", "hum-tgt"}
