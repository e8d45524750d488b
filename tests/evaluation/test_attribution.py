"""The evaluation of who says what: both sets from invented files to scores and table."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.errors import InputError
from dragoman.evaluation import attribution, tasks
from dragoman.evaluation.attribution import german_scores, heard, measure
from dragoman.evaluation.overlap import Attribution, Marked, Score
from dragoman.evaluation.polnear import tokens


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One text of each set; the English one has a second attribution that no rule can know of."""
    english = tmp_path / "gold" / "attribution" / "en" / "polnear-dev"
    german = tmp_path / "gold" / "attribution" / "de" / "dev"
    for folder in (english / "text", english / "attributions", german):
        folder.mkdir(parents=True)
    (english / "text" / "own.txt").write_text("Russia said that winters are long. Whose idea is it?", "utf-8")
    (english / "attributions" / "own_a.ann").write_text(
        "T1\tSource 0 6\tx\nT2\tCue 7 11\tx\nT3\tContent 12 33\tx\nT4\tContent 35 52\tx\n"
        "E1\tSource:T1 Cue:T2 Content:T3\nE2\tContent:T4\n",
        "utf-8",
    )
    text = "Die Winter sind lang, sagte Anna Beispiel."
    spans = tokens(text)
    (german / "eigen.json").write_text(
        json.dumps(
            {
                "documentName": "eigen",
                "originalText": text,
                "tokens": [{"charBegin": start, "charEnd": end} for start, end in spans],
                "annotations": [
                    {
                        "quote": {"tokenIds": [0, 1, 2, 3]},
                        "speaker": {"tokenIds": [6, 7]},
                        "cue": {"tokenIds": [5]},
                        "frame": {"tokenIds": [5, 6, 7]},
                    }
                ],
            }
        ),
        "utf-8",
    )
    return tmp_path


def test_scores_and_table(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution.analysis, "missing", lambda: "none")
    console = Console(record=True, width=120)
    scores = measure(data, console)
    assert (scores["polnear_all_source_f1"], scores["polnear_all_cue_f1"]) == (1.0, 1.0)
    assert scores["polnear_all_content_precision"] == 1.0
    assert scores["polnear_all_content_recall"] == pytest.approx(4 / 9)
    parts = [scores[f"quotations_all_{part}_f1"] for part in ("quote", "speaker", "cue")]
    assert parts == [1, 1, 1]
    # Of speaker, cue and frame two are found.
    assert scores["quotations_all_roles_recall"] == pytest.approx(2 / 3)
    assert scores["quotations_all_joint_recall"] == pytest.approx(3 / 4)
    shown = console.export_text()
    assert "polnear: 2 in the gold, 1 found, 1 of them pairs; quotations: 1 in the gold, 1 found" in shown


def test_any_system_can_be_scored() -> None:
    text = Marked("own", "de", "a b c d", tokens("a b c d"), (Attribution(((0, 3),), ((4, 5),)),))
    right, alone = Attribution(((0, 3),), ((6, 7),)), Attribution(((4, 7),), ((4, 5),))
    scores = german_scores(heard([text], lambda _: [right, alone]))
    assert scores["quote"] == Score(0.5, 1.0)
    # The speaker of the one without partner is beside nothing, though his words are the gold's.
    assert scores["speaker"] == scores["speaker_met"] == Score(0.0, 0.0)


def test_the_task_is_known(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        tasks()["attribution"](tmp_path, Console())
