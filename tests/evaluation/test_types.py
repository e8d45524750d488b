"""Kinds of snippets: the labels beside the vocabulary, the rule that chooses a claim, and the weighted F1."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.errors import InputError
from dragoman.evaluation import tasks, types
from dragoman.evaluation.types import (
    LABELS,
    NOTHING,
    Snippet,
    claims,
    classes,
    held,
    judged,
    label_of,
    main_sub_event,
    measure,
    report,
    snippets,
    weighted_f1,
)
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim
from dragoman.vocabulary import event_types, finer


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(("syria",))


@pytest.fixture(scope="module")
def claim(knowledge: Knowledge) -> Claim:
    (found,) = claims("Warplanes bombed Aleppo.", knowledge, None)
    return found


def test_every_sub_event_type_has_a_label_and_some_labels_none() -> None:
    codes = {kind.acled[1] for kind in (*event_types().values(), *finer())}
    assert {label_of(code) for code in codes} == held()
    assert label_of(None) == NOTHING
    assert {"AIR_STRIKE", "ARREST", "PEACE_PROTEST", "GRENADE", "VIOL_DEMONSTR"} <= held()
    assert held().isdisjoint({"NATURAL_DISASTER", "ORG_CRIME", "DIPLO"})
    assert held() < LABELS.keys()


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], None),
        ([("talks", "happened")], "Other"),
        ([("injury", "happened"), ("airstrike", "happened")], "Air/drone strike"),  # by rank
        ([("airstrike", "planned"), ("talks", "happened")], "Other"),  # but what happened before all
        ([("airstrike", "denied"), ("injury", "planned")], "Air/drone strike"),
    ],
)
def test_the_sub_event_that_a_snippet_is_about(
    claim: Claim, told: list[tuple[str, str]], wanted: str | None, knowledge: Knowledge
) -> None:
    found = [replace(claim, id=f"c_{type_}", type=type_, realis=realis) for type_, realis in told]  # type: ignore[arg-type]
    assert main_sub_event(found, knowledge) == main_sub_event(reversed(found), knowledge) == wanted


def test_a_snippet_is_one_sentence(knowledge: Knowledge) -> None:
    found = claims("Rebels met in Aleppo. Warplanes bombed the town.", knowledge, None)
    assert {(one.sentence.start, one.sentence.end) for one in found} == {(0, 48)}


def test_snippets_are_read_and_judged(claim: Claim, knowledge: Knowledge) -> None:
    read = [Snippet("a", "AIR_STRIKE"), Snippet("b", "GRENADE")]
    assert judged(read, lambda text: [claim] if text == "a" else [], knowledge) == [
        ("AIR_STRIKE", "AIR_STRIKE"),
        ("GRENADE", NOTHING),
    ]


def test_the_weighted_f1() -> None:
    told = [
        ("ARREST", "ARREST"),
        ("ARREST", "ARREST"),
        ("ARREST", NOTHING),
        ("AIR_STRIKE", "ARREST"),
        ("ORG_CRIME", "ARREST"),
    ]
    # ARREST: three in the gold, four found, two right: F1 4/7. AIR_STRIKE: one in the gold, F1 0.
    assert classes(told)["ARREST"].f1 == pytest.approx(4 / 7)
    assert weighted_f1(told) == pytest.approx(3 / 4 * 4 / 7)
    # Without the snippet whose label the vocabulary does not hold: 2 · 2 / (3 + 3).
    assert weighted_f1(told[:4]) == pytest.approx(3 / 4 * 4 / 6)
    assert weighted_f1([]) == 0.0

    console = Console(record=True, width=120)
    assert report(told, console) == {
        "held": pytest.approx(0.5),
        "all": pytest.approx(3 / 7),
        "accuracy": pytest.approx(0.5),
    }
    shown = console.export_text()
    assert "ARREST 2, nothing 1" in shown
    assert "4 of 5 snippets have a label that the vocabulary holds" in shown


def written(folder: Path, *lines: str) -> Path:
    path = folder / "gold" / "types" / "case2021.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("id\tEventSnippet\tSubType", *lines)) + "\n", "utf-8")
    return path


def test_from_a_file_to_its_scores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(types.analysis, "missing", lambda: "none")
    path = written(tmp_path, "1\tWarplanes bombed Aleppo.\tAIR_STRIKE", "7\tIt was a fine day.\tATTACK")
    assert list(snippets(path)) == [
        Snippet("Warplanes bombed Aleppo.", "AIR_STRIKE"),
        Snippet("It was a fine day.", "ATTACK"),
    ]
    assert measure(tmp_path, Console(quiet=True)) == {"held": 0.5, "all": 0.5, "accuracy": 0.5}


@pytest.mark.parametrize("line", ["1\tNo label.", "1\tA label of its own.\tPICNIC", ""])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError, match=r"case2021\.tsv:3: expected id, snippet"):
        list(snippets(written(tmp_path, "1\tA day.\tOTHER", line, "2\tA day.\tOTHER")))


def test_a_wrong_header_and_a_missing_file_are_named(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text("1\tA day.\tOTHER\n", "utf-8")
    with pytest.raises(InputError, match=r"case2021\.tsv:1: expected id, EventSnippet"):
        list(snippets(path))
    with pytest.raises(InputError, match="there is no such file"):
        tasks()["types"](tmp_path / "none", Console())
