"""Claims as templates of MUC-4: types, stage, day, place, perpetrators, targets, and how a template is written."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.evaluation.muc4 import Filler, Template, read_templates, score
from dragoman.evaluation.muc4.setlists import item
from dragoman.evaluation.muc4.slots import (
    CATEGORY,
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    HUMAN_EFFECT,
    HUMAN_NUMBER,
    HUMAN_TYPE,
    INDIVIDUAL,
    LOCATION,
    NAME,
    ORGANIZATION,
    PHYSICAL,
    PHYSICAL_EFFECT,
    PHYSICAL_NUMBER,
    PHYSICAL_TYPE,
    STAGE,
    TYPE,
)
from dragoman.evaluation.muc4.targets import human_type
from dragoman.evaluation.muc4.templates import templates
from dragoman.evaluation.muc4.writing import write_template
from dragoman.model import NO_DAY, UNDATED, Claim, Count, Party, Published, Span, Speaker, When, Where

DAY = date(1991, 5, 6)
PUBLISHED = Published(DAY, DAY, "day", "dateline")
WORLD = SimpleNamespace(
    country={"id-Utópia": "UT", "id-Peña": "UT", "id-North": "UT"}.get, places={"UT": SimpleNamespace(name="Utópia")}
)


def _party(text: str, id: str | None = None, start: int = 0) -> Party:
    return Party(id, text, text, start, start + len(text))


def _count(text: str, low: int, high: int | None, what: str = "killed", start: int = 0) -> Count:
    return Count(what, "people", low, high, False, text, start, start + len(text))


def _place(name: str, precision: str) -> Where:
    return Where(f"id-{name}", name, name, 0, len(name), 1.0, 2.0, precision, "UT")


def _claim(type: str, trigger: str, **more: object) -> Claim:
    fields = {
        "id": "c_1", "document": "d_1", "sentence": Span("", 0, 0), "voice": "report", "type": type, "phase": None,
        "realis": "happened", "trigger": Span(trigger, 0, len(trigger)), "actors": (), "targets": (), "places": (),
        "when": NO_DAY, "counts": (), "attribution": (), "confidence": 1.0, "flags": (), "rules": (),
    }  # fmt: skip
    return Claim(**{**fields, **more})


def _only(*claims: Claim, published: Published = PUBLISHED) -> Template:
    (found,) = templates("OWN-1", published, [claims], WORLD)
    return found


def _values(template: Template, slot: int) -> list[str]:
    return [filler.values[0] for filler in template[slot]]


def _tagged(template: Template, slot: int) -> list[tuple[str, str]]:
    return [(filler.values[0], filler.tags[0]) for filler in template[slot]]


BAKER = (_party("a baker"),)


@pytest.mark.parametrize(
    ("type", "trigger", "expected"),
    [
        ("killing", "murdered", "ATTACK"),
        ("bombing", "went off", "BOMBING"),
        ("attack", "bomb exploded", "BOMBING"),
        ("abduction", "seized", "KIDNAPPING"),
        ("destruction", "burned", "ARSON"),
        ("attack", "robbed", "ROBBERY"),
        ("abduction", "hijacked", "HIJACKING"),
        ("threat", "armed strike", "FORCED WORK STOPPAGE"),
    ],
)
def test_the_type(type: str, trigger: str, expected: str) -> None:
    assert _values(_only(_claim(type, trigger, targets=BAKER)), TYPE) == [expected]


def test_one_event_is_one_template_of_its_own_type() -> None:
    found = _only(_claim("killing", "killed", targets=BAKER), _claim("bombing", "bombing", realis="planned"))
    assert (found.number, _values(found, TYPE), _values(found, STAGE)) == (1, ["BOMBING"], ["ACCOMPLISHED"])


@pytest.mark.parametrize(
    ("type", "realis", "expected"),
    [("attack", "failed", "ATTEMPTED"), ("attack", "planned", "THREATENED"), ("threat", "happened", "THREATENED")],
)
def test_the_stage(type: str, realis: str, expected: str) -> None:
    assert _values(_only(_claim(type, "x", realis=realis, targets=BAKER)), STAGE) == [expected]


@pytest.mark.parametrize(
    "claim",
    [
        _claim("attack", "attacked", realis="denied", targets=BAKER),
        _claim("attack", "attacked", voice="comment", targets=BAKER),
        _claim("talks", "met", targets=BAKER),
        _claim("attack", "attacked"),  # on nothing that is named
        _claim("attack", "attacked", targets=(_party("three soldiers"),)),  # among the armed
    ],
)
def test_what_is_no_incident(claim: Claim) -> None:
    assert templates("OWN-1", PUBLISHED, [[claim]], WORLD) == [Template("OWN-1", None, {})]


@pytest.mark.parametrize(
    ("start", "end", "basis", "expected"),
    [
        (date(1991, 5, 4), date(1991, 5, 4), "stated", "04 MAY 91"),
        (date(1991, 5, 4), date(1991, 5, 5), "anchored", "04 MAY 91 - 05 MAY 91"),
        (None, date(1991, 5, 5), "stated", "- 05 MAY 91"),
        (DAY, DAY, "published", "- 06 MAY 91"),
    ],
)
def test_the_day(start: date | None, end: date, basis: str, expected: str) -> None:
    when = When(start, end, "day", basis, "x", 0, 1)
    assert _values(_only(_claim("attack", "x", when=when, targets=BAKER)), DATE) == [expected]


def test_no_day_is_known() -> None:
    assert _only(_claim("attack", "x", targets=BAKER), published=UNDATED)[DATE] == ()


def test_the_narrowest_place_and_its_country() -> None:
    lost = Where(None, "Nowhere", "Nowhere", 0, 7, None, None, "unresolved", None)
    places = (_place("Utópia", "country"), _place("Peña", "town"), lost, _place("North", "province"))
    assert _values(_only(_claim("attack", "x", places=places, targets=BAKER)), LOCATION) == ["UTOPIA: PENA (CITY)"]
    country = _claim("attack", "x", places=places[:1], targets=BAKER)
    assert _values(_only(country), LOCATION) == ["UTOPIA"]


def _speaker(name: str, stance: str, id: str | None = None) -> tuple[Speaker, ...]:
    return (Speaker(id, name, name, 0, len(name), "said", stance),)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "REPORTED AS FACT"),
        ({"attribution": _speaker("The Red Hand", "claims", "red")}, "CLAIMED OR ADMITTED"),
        ({"attribution": _speaker("the police", "accuses")}, "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ({"attribution": _speaker("a neighbour", "accuses")}, "SUSPECTED OR ACCUSED"),
        ({"flags": ("hearsay",)}, "SUSPECTED OR ACCUSED"),
    ],
)
def test_an_organization(more: dict[str, object], expected: str) -> None:
    found = _only(_claim("attack", "x", actors=(_party("Red Hand", "red"),), targets=BAKER, **more))
    assert (_values(found, ORGANIZATION), _values(found, INDIVIDUAL)) == (["RED HAND"], [])
    assert _tagged(found, CONFIDENCE) == [(expected, "RED HAND")]
    assert _values(found, CATEGORY) == ["TERRORIST ACT"]


def test_persons_and_the_state() -> None:
    found = _only(_claim("attack", "x", actors=(_party("masked men"), _party("the army")), targets=BAKER))
    assert (_values(found, INDIVIDUAL), _values(found, ORGANIZATION)) == (["MASKED MEN"], ["THE ARMY"])
    assert _values(found, CATEGORY) == ["STATE-SPONSORED VIOLENCE"]


def test_human_targets() -> None:
    found = _only(
        _claim("killing", "killed", targets=(_party("Mayor Ana Rojo"),)),
        _claim("injury", "hurt", counts=(_count("at least 5 bakers", 5, None, "injured"),)),
        _claim("attack", "fired", targets=(_party("two nuns", start=4),), counts=(_count("two nuns", 2, 2, start=4),)),
    )
    assert _values(found, NAME) == ["ANA ROJO"]
    assert found[DESCRIPTION] == (Filler(("MAYOR",), ("ANA ROJO",)), Filler(("BAKERS",)), Filler(("TWO NUNS",)))
    assert _tagged(found, HUMAN_TYPE) == [
        ("GOVERNMENT OFFICIAL", "ANA ROJO"), ("CIVILIAN", "BAKERS"), ("CIVILIAN", "TWO NUNS"),
    ]  # fmt: skip
    assert _tagged(found, HUMAN_NUMBER) == [("1", "ANA ROJO"), ("5 -", "BAKERS"), ("2", "TWO NUNS")]
    assert _tagged(found, HUMAN_EFFECT) == [("DEATH", "ANA ROJO"), ("INJURY", "BAKERS"), ("DEATH", "TWO NUNS")]


def test_physical_targets() -> None:
    found = _only(_claim("destruction", "destroyed", targets=(_party("the bridge"), _party("houses of the teachers"))))
    assert _tagged(found, PHYSICAL_TYPE) == [
        ("TRANSPORTATION ROUTE", "BRIDGE"),
        ("CIVILIAN RESIDENCE", "HOUSES OF THE TEACHERS"),
    ]
    assert _tagged(found, PHYSICAL_NUMBER) == [("1", "BRIDGE"), ("PLURAL", "HOUSES OF THE TEACHERS")]
    assert {effect for effect, _ in _tagged(found, PHYSICAL_EFFECT)} == {"DESTROYED"}
    assert found[NAME] == ()


def test_a_kidnapping_has_no_physical_target() -> None:
    found = _only(_claim("abduction", "kidnapped", targets=(_party("the bus"), _party("Luis Verde"))))
    assert (found[PHYSICAL], _values(found, NAME)) == ((), ["LUIS VERDE"])


def test_words_and_their_items() -> None:
    assert item("physical", "the bank's house in the port") == "CIVILIAN RESIDENCE"
    assert item("human", "policemen") == "LAW ENFORCEMENT"
    assert item("human", "Peña") is None
    assert human_type("FORMER DEFENSE MINISTER") == "FORMER GOVERNMENT OFFICIAL"
    assert human_type("FORMER TEACHER") == "CIVILIAN"


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    told = _claim("bombing", "bombing", actors=(_party('the "Red" men'),), targets=(_party("mill store"), *BAKER))
    found = [_only(told), Template("OWN-2", None, {})]
    path = tmp_path / "response"
    path.write_text("\n".join(map(write_template, found)), "latin-1")
    assert list(read_templates(path)) == found
    assert score(found, read_templates(path)).all_templates.f1 == 1.0
    lines = write_template(found[0]).splitlines()
    assert lines[0] == "0.  MESSAGE: ID                    OWN-1"
    assert '9.  PERP: INDIVIDUAL ID            "THE \\"RED\\" MEN"' in lines
    assert "24. HUM TGT: TOTAL NUMBER          -" in lines


def test_slots_that_do_not_apply() -> None:
    lines = write_template(Template("OWN-1", 2, {TYPE: (Filler(("KIDNAPPING",)),)}, optional=True)).splitlines()
    assert lines[1] == "1.  MESSAGE: TEMPLATE              2 (OPTIONAL)"
    assert [line[:2].strip(". ") for line in lines if line.endswith("*")] == ["6", "7", *map(str, range(12, 18))]
