"""Shares and F1 on small cases that were counted by hand."""

import pytest

from dragoman.evaluation.parses import Read, names, trees
from dragoman.evaluation.treebank import Word

GOLD = (
    Word("Rebels", True, "NOUN", {"Number": "Plur"}, 2, "nsubj"),
    Word("fell", True, "VERB", {"Tense": "Past", "Mood": "Ind"}, 0, "root"),
    Word(".", False, "PUNCT", {}, 2, "punct"),
)
RIGHT = Read(
    ["NOUN", "VERB", "PUNCT"],
    [{"Number": "Plur"}, {"Tense": "Past", "Mood": "Ind"}, {}],
    [2, 0, 2],
    ["nsubj", "root", "punct"],
    ["O", "O", "O"],
)


def changed(**columns: list[object]) -> Read:
    fields = {name: columns.get(name, getattr(RIGHT, name)) for name in Read.__slots__}
    return Read(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        (RIGHT, {"upos": 1.0, "features": 1.0, "uas": 1.0, "las": 1.0, "las_subtypes": 1.0}),
        (changed(upos=["PROPN", "VERB", "PUNCT"]), {"upos": 2 / 3, "las": 1.0}),
        (changed(features=[{}, {"Tense": "Past", "Mood": "Ind"}, {}]), {"features": 2 / 3, "upos": 1.0}),
        # A wrong head loses the relation too; a wrong relation leaves the head.
        (changed(heads=[3, 0, 2]), {"uas": 2 / 3, "las": 2 / 3}),
        (changed(relations=["obj", "root", "punct"]), {"uas": 1.0, "las": 2 / 3}),
        # A subtype counts in `las_subtypes` alone.
        (changed(relations=["nsubj:pass", "root", "punct"]), {"las": 1.0, "las_subtypes": 2 / 3}),
    ],
)
def test_shares(read: Read, wanted: dict[str, float]) -> None:
    found = trees([GOLD], [read])
    assert {name: found[name] for name in wanted} == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("gold", "read", "precision", "recall"),
    [
        (["B-LOC", "I-LOC", "O"], ["B-LOC", "I-LOC", "O"], 1.0, 1.0),
        (["B-LOC", "I-LOC", "O"], ["B-LOC", "O", "O"], 0.0, 0.0),  # whole names only
        (["B-LOC", "O", "B-ORG"], ["B-LOC", "O", "B-LOC"], 0.5, 0.5),  # with their type
        (["B-LOC", "O", "B-ORG"], ["B-LOC", "O", "O"], 1.0, 0.5),
        (["B-LOC", "O", "O"], ["O", "O", "O"], 0.0, 0.0),
    ],
)
def test_names(gold: list[str], read: list[str], precision: float, recall: float) -> None:
    words = tuple(Word("x", True, tag=tag) for tag in gold)
    found = names([words], [changed(tags=list(read))])
    assert (found["names_precision"], found["names_recall"]) == (precision, recall)
