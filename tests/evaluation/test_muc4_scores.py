"""Counts, mapping, views and official reports of MUC-4, on templates that were counted by hand."""

from pathlib import Path

import pytest
from rich.console import Console

from dragoman.errors import InputError
from dragoman.evaluation import muc4
from dragoman.evaluation.muc4 import Counts, Template, score
from dragoman.evaluation.muc4.counts import slot_counts
from dragoman.evaluation.muc4.mapping import mapped
from dragoman.evaluation.muc4.peers import read_report
from dragoman.evaluation.muc4.reading import filler
from dragoman.evaluation.muc4.slots import HUMAN_EFFECT, NAME, PHYSICAL, STAGE, TYPE

REPORT = """
 * * * TOTAL SLOT SCORES * * *
MATCHED ONLY           5   5|  1   2   1|  0   1|  1   1  50| 40  40  20
ALL TEMPLATES\t       6   7|  1   2   1|  0   1|  3   2  90| 33  29  43
F-MEASURES\t\t\t30.87     30.1     32.5
"""


def _template(number: int, optional: bool = False, message: str = "OWN-1", **slots: str) -> Template:
    named = {"type": TYPE, "stage": STAGE, "physical": PHYSICAL, "name": NAME, "effect": HUMAN_EFFECT}
    fillers = {
        named[name]: tuple(filler(line, named[name]) for line in text.split(";")) for name, text in slots.items()
    }
    return Template(message, number, fillers, optional)


def _slot(slot: int, key: str, response: str) -> Counts:
    sides = [tuple(filler(line, slot) for line in text.split(";") if line) for text in (key, response)]
    return slot_counts(slot, *sides)


def test_a_slot() -> None:
    assert _slot(PHYSICAL, "", "") == Counts(noncommittal=1)
    assert _slot(PHYSICAL, "MILL;BARN", "BARN;INN;MILLS") == Counts(correct=1, partial=1, spurious=1)
    assert _slot(PHYSICAL, "MILL;BARN", "INN") == Counts(incorrect=1, missing=1)
    assert _slot(PHYSICAL, "MILL;BARN", "") == Counts(missing=2)
    assert _slot(PHYSICAL, "", "INN") == Counts(spurious=1)


def test_each_filler_meets_one_and_the_better_goes_first() -> None:
    assert _slot(PHYSICAL, "MILL", "MILL;MILL") == Counts(correct=1, spurious=1)
    assert _slot(HUMAN_EFFECT, "DEATH: A;DEATH: B", "DEATH: B;DEATH: C") == Counts(correct=1, partial=1)


def test_an_optional_filler() -> None:
    assert _slot(PHYSICAL, "? MILL", "") == Counts(noncommittal=1)
    assert _slot(PHYSICAL, "? MILL;? BARN", "") == Counts()
    assert _slot(PHYSICAL, "? MILL", "MILL") == Counts(correct=1)
    assert _slot(PHYSICAL, "? MILL", "INN") == Counts(incorrect=1)
    assert _slot(PHYSICAL, "? MILL;BARN", "INN") == Counts(incorrect=1)  # the required one is met first


def test_measures() -> None:
    found = Counts(correct=3, partial=2, incorrect=1, spurious=2, missing=4, noncommittal=9)
    assert (found.possible, found.actual) == (10, 8)
    assert found.recall == pytest.approx(0.4)
    assert found.precision == pytest.approx(0.5)
    assert found.overgeneration == pytest.approx(0.25)
    assert found.f1 == pytest.approx(2 * 0.4 * 0.5 / 0.9)
    assert (Counts().recall, Counts().precision, Counts().overgeneration, Counts().f1) == (0, 0, 0, 0)
    assert found + Counts(1, 1, 1, 1, 1, 1) == Counts(4, 3, 2, 3, 5, 10)


def _numbers(keys: list[Template], responses: list[Template]) -> list[tuple[int | None, int | None]]:
    return [(pair.key and pair.key.number, pair.response and pair.response.number) for pair in mapped(keys, responses)]


def test_mapping_needs_the_type_and_a_target() -> None:
    key = [_template(1, type="BOMBING", physical="MILL")]
    assert _numbers(key, [_template(7, type="BOMBING", physical="THE MILL")]) == [(1, 7)]
    assert _numbers(key, [_template(7, type="ATTACK", physical="MILLS")]) == [(1, 7)]
    assert _numbers(key, [_template(7, type="BOMBING", physical="INN")]) == [(1, None), (None, 7)]
    assert _numbers(key, [_template(7, type="ARSON", physical="MILL")]) == [(1, None), (None, 7)]


def test_mapping_prefers_what_is_correct_then_recall() -> None:
    poor, rich = _template(1, type="BOMBING", physical="MILL"), _template(2, type="BOMBING", physical="MILL;INN")
    assert _numbers([poor, rich], [_template(7, type="BOMBING", physical="MILL;INN")]) == [(2, 7), (1, None)]
    assert _numbers([rich, poor], [_template(7, type="BOMBING", physical="MILL")]) == [(1, 7), (2, None)]


def test_an_optional_template_may_lack() -> None:
    key = [_template(1, optional=True, type="BOMBING", physical="MILL")]
    assert _numbers(key, []) == []
    assert _numbers(key, [_template(7, type="BOMBING", physical="MILL")]) == [(1, 7)]


def test_the_four_views() -> None:
    keys = [
        _template(1, type="BOMBING", physical="MILL", stage="ACCOMPLISHED"),
        _template(1, type="ARSON", name="ROJO", message="OWN-2"),
        Template("OWN-3", None, {}),
    ]
    responses = [
        _template(1, type="BOMBING", physical="MILL;INN"),
        _template(1, type="ROBBERY", message="OWN-3"),
        Template("OWN-2", None, {}),
    ]
    found = score(keys, responses)
    assert found.matched_only == Counts(correct=2, spurious=1, missing=1, noncommittal=20)
    assert found.matched_missing == Counts(correct=2, spurious=1, missing=3, noncommittal=41)
    assert found.matched_spurious == Counts(correct=2, spurious=2, missing=1, noncommittal=42)
    assert found.all_templates == Counts(correct=2, spurious=2, missing=3, noncommittal=63)
    assert found.by_slot[TYPE] == Counts(correct=1, spurious=1, missing=1)
    assert found.by_slot[PHYSICAL] == Counts(correct=1, spurious=1, noncommittal=2)


def test_an_official_report(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text(REPORT, "latin-1")
    assert read_report(path) == (
        Counts(correct=1, partial=2, incorrect=1, spurious=3, missing=2, noncommittal=90),
        30.87,
    )
    path.write_text("nothing", "latin-1")
    with pytest.raises(InputError, match="report: no line of ALL TEMPLATES"):
        read_report(path)
    with pytest.raises(InputError, match="there is no such file"):
        read_report(tmp_path / "none")


def _line(number: int, label: str, text: str) -> str:
    return f"{number}.  {label}    {text}\n"


def test_the_task(tmp_path: Path) -> None:
    text = _line(0, "MESSAGE: ID", "OWN-1") + _line(1, "MESSAGE: TEMPLATE", "1") + _line(4, "INCIDENT: TYPE", "ARSON")
    text += _line(12, "PHYS TGT: ID", '"FACTORY"')
    folder = tmp_path / "gold" / "claims" / "muc4"
    with pytest.raises(InputError, match="muc4: there is no such folder"):
        muc4.measure(tmp_path, Console(quiet=True))
    runs = folder / "peers_1992" / "tst3"
    for path in (folder / "tst3" / "key-tst3.v2", runs / "resp" / "OURS" / "response.tst3"):
        path.parent.mkdir(parents=True)
        path.write_text(text, "latin-1")
    report = runs / "scores" / "OURS" / "scores.tst3-pass1.nrad"
    report.parent.mkdir(parents=True)
    report.write_text(REPORT, "latin-1")
    (folder / "tst3" / "tst3-muc4").write_text("OWN-1 THE MAYOR SPOKE.", "latin-1")
    with pytest.raises(InputError, match="is it a file of MUC-4's reports"):
        muc4.measure(tmp_path, Console(quiet=True))
    for path in (folder / "tst3" / "key-tst3.v2", runs / "resp" / "OURS" / "response.tst3"):
        path.write_text(text.replace("OWN-1", "TST3-MUC4-0001"), "latin-1")
    reported = "TST3-MUC4-0001\n\n   LIMA, 7 JUN 89 -- [TEXT] GUERRILLAS SET FIRE TO A FACTORY IN LIMA YESTERDAY.\n"
    (folder / "tst3" / "tst3-muc4").write_text(reported, "latin-1")
    console = Console(record=True, width=200)
    found = muc4.measure(tmp_path, console)
    # Ours is 1; theirs 2 · (1 + 2/2) / (6 + 7).
    assert (found["systems"], found["within_one_point"]) == (1.0, 0.0)
    assert found["mean_distance"] == pytest.approx(100 * (1 - 4 / 13))
    assert found["inc-type_f1"] == 100.0
    shown = console.export_text()
    assert "OURS" in shown
    assert "+69.2" in shown
    assert "dragoman" in shown
