"""Reports as templates of MUC-4: from capitals to type, stage, day, place, who did it, to whom; how one is written."""

from pathlib import Path

import pytest

from dragoman import analysis
from dragoman.evaluation.muc4 import Filler, Template, knowledge, read_templates, score
from dragoman.evaluation.muc4.reports import Report
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
    INSTRUMENT,
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
from dragoman.evaluation.muc4.targets import human_type, physical_type
from dragoman.evaluation.muc4.templates import templates
from dragoman.evaluation.muc4.told import told
from dragoman.evaluation.muc4.writing import write_template
from dragoman.knowledge.knowledge import Knowledge
from dragoman.reading.item import item as item_of

KINDS = {"MEDELLIN": ["CITY"], "SAN SALVADOR": ["CITY", "DEPARTMENT"]}


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return knowledge()


def _templates(text: str, known: Knowledge, place: str = "SAN SALVADOR") -> list[Template]:
    metadata = {"published": "1989-06-07", "set_language": "en"}
    report = Report("OWN-1", item_of("own", "text", text.encode(), metadata), place)
    return templates(told(report, known, analysis.model()), known, KINDS)


def _values(template: Template, slot: int) -> list[str]:
    return [filler.values[0] for filler in template[slot]]


def _tagged(template: Template, slot: int) -> list[tuple[str, str]]:
    return [(filler.values[0], filler.tags[0]) for filler in template[slot]]


def test_a_kidnapping(known: Knowledge) -> None:
    text = "GUERRILLAS OF THE FMLN YESTERDAY KIDNAPPED THREE TEACHERS IN SAN SALVADOR."
    (found,) = _templates(text, known)
    assert (_values(found, TYPE), _values(found, STAGE)) == (["KIDNAPPING"], ["ACCOMPLISHED"])
    assert (_values(found, DATE), _values(found, LOCATION)) == (["06 JUN 89"], ["EL SALVADOR: SAN SALVADOR (CITY)"])
    assert _values(found, INDIVIDUAL) == ["GUERRILLAS OF THE FMLN"]
    assert _tagged(found, CONFIDENCE) == [("REPORTED AS FACT", "FMLN")]
    assert (_values(found, ORGANIZATION), _values(found, CATEGORY)) == (["FMLN"], ["TERRORIST ACT"])
    assert found[DESCRIPTION] == (Filler(("THREE TEACHERS",)),)
    assert _tagged(found, HUMAN_NUMBER) == [("3", "THREE TEACHERS")]
    assert found[HUMAN_EFFECT] == found[PHYSICAL] == ()


def test_a_murder(known: Knowledge) -> None:
    text = "MAYOR MIGUEL ZUTRANO WAS MURDERED BY TWO MASKED MEN IN MEDELLIN ON 4 JUNE."
    (found,) = _templates(text, known, "BOGOTA")
    assert (_values(found, TYPE), _values(found, DATE)) == (["ATTACK"], ["04 JUN 89"])
    assert _values(found, LOCATION) == ["COLOMBIA: MEDELLIN (CITY)"]
    assert (_values(found, NAME), _values(found, INDIVIDUAL)) == (["MIGUEL ZUTRANO"], ["TWO MASKED MEN"])
    assert _tagged(found, HUMAN_TYPE) == [("GOVERNMENT OFFICIAL", "MIGUEL ZUTRANO")]
    assert _tagged(found, HUMAN_NUMBER) == [("1", "MIGUEL ZUTRANO")]
    assert _tagged(found, HUMAN_EFFECT) == [("DEATH", "MIGUEL ZUTRANO")]


def test_a_bombing(known: Knowledge) -> None:
    text = "A BOMB DESTROYED TWO BANKS IN MEDELLIN TODAY. THE EXPLOSION INJURED FIVE PASSERSBY."
    (found,) = _templates(text, known, "BOGOTA")
    assert (_values(found, TYPE), _values(found, INSTRUMENT)) == (["BOMBING"], ["BOMB"])
    assert _tagged(found, PHYSICAL_TYPE) == [("FINANCIAL", "TWO BANKS")]
    assert _tagged(found, PHYSICAL_NUMBER) == [("2", "TWO BANKS")]
    assert _tagged(found, PHYSICAL_EFFECT) == [("DESTROYED", "TWO BANKS")]
    assert _tagged(found, HUMAN_EFFECT) == [("INJURY", "FIVE PASSERSBY")]
    assert found[ORGANIZATION] == ()


def test_who_is_thought_to_answer_for_it(known: Knowledge) -> None:
    text = "A TEACHER WAS MURDERED YESTERDAY. THE ARMY BLAMED THE FMLN FOR THE CRIME."
    (found,) = _templates(text, known)
    assert _tagged(found, CONFIDENCE) == [("SUSPECTED OR ACCUSED BY AUTHORITIES", "FMLN")]


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR DENIED THAT GUERRILLAS ATTACKED THE BRIDGE.",
        "THREE SOLDIERS WERE KILLED IN A CLASH WITH THE FMLN.",
        "GUERRILLAS ATTACKED AN ARMY GARRISON.",
        "A TEACHER WAS MURDERED IN MARCH 1984.",
        "THE TEACHERS MET THE MINISTER.",
    ],
)
def test_what_is_no_incident(text: str, known: Knowledge) -> None:
    assert _templates(text, known) == [Template("OWN-1", None, {})]


def test_other_places_are_other_incidents(known: Knowledge) -> None:
    text = "GUERRILLAS BURNED A BUS IN MEDELLIN ON 4 JUNE. ON 6 JUNE A TEACHER WAS MURDERED IN BOGOTA."
    assert len(_templates(text, known, "BOGOTA")) == 2


def test_one_murder_is_told_twice(known: Knowledge) -> None:
    text = "JUDGE MIGUEL ZUTRANO WAS MURDERED ON 4 JUNE. THE MURDER OF ZUTRANO SHOCKED THE COUNTRY."
    (found,) = _templates(text, known, "BOGOTA")
    assert _values(found, NAME) == ["MIGUEL ZUTRANO"]


def test_words_and_their_items() -> None:
    assert item("physical", "the bank's house in the port") == "CIVILIAN RESIDENCE"
    assert item("human", "policemen") == "LAW ENFORCEMENT"
    assert item("human", "Peña") is None
    assert human_type("FORMER DEFENSE MINISTER") == "FORMER GOVERNMENT OFFICIAL"
    assert human_type("FORMER TEACHER") == "CIVILIAN"
    assert physical_type("ELECTRIC FACILITIES") == "ENERGY"
    assert physical_type("MONUMENT") == "OTHER"


def test_what_is_written_reads_the_same(tmp_path: Path, known: Knowledge) -> None:
    found = [*_templates("A BOMB DESTROYED A BANK IN MEDELLIN.", known, "BOGOTA"), Template("OWN-2", None, {})]
    path = tmp_path / "response"
    path.write_text("\n".join(map(write_template, found)), "latin-1")
    assert list(read_templates(path)) == found
    assert score(found, read_templates(path)).all_templates.f1 == 1.0
    assert write_template(found[0]).splitlines()[0] == "0.  MESSAGE: ID                    OWN-1"


def test_quotation_marks_are_written() -> None:
    lines = write_template(Template("OWN-1", 1, {INDIVIDUAL: (Filler(('THE "RED" MEN',)),)})).splitlines()
    assert '9.  PERP: INDIVIDUAL ID            "THE \\"RED\\" MEN"' in lines
    assert "24. HUM TGT: TOTAL NUMBER          -" in lines


def test_slots_that_do_not_apply() -> None:
    lines = write_template(Template("OWN-1", 2, {TYPE: (Filler(("KIDNAPPING",)),)}, optional=True)).splitlines()
    assert lines[1] == "1.  MESSAGE: TEMPLATE              2 (OPTIONAL)"
    assert [line[:2].strip(". ") for line in lines if line.endswith("*")] == ["6", "7", *map(str, range(12, 18))]
