"""Verdicts on claims: read, counted by slot, and held to the claim that was judged."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.judged import SHEET, SLOTS, Share, digest, judgements, share

HEADER = "\t".join(["claim", "digest", *SLOTS, "reason"])


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "judged.tsv"
    path.write_text("\n".join(["# a comment", *lines]) + "\n", encoding="utf-8")
    return path


def test_shares_go_over_what_is_filled(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        HEADER,
        "c_1\tab\tright\tright\tright\t-\tright\tright\t-\t-\t",
        "c_2\tcd\tright\twrong\twrong\t-\tright\twrong\t-\tright\twho did it: the rebels",
    )
    read = list(judgements(path))
    assert [one.claim for one in read] == ["c_1", "c_2"]
    assert share(read, "type") == Share(2, 2)
    assert share(read, "actors") == Share(1, 2)
    assert share(read, "targets") == Share(0, 0)
    assert share(read, "attribution").value == 1.0
    assert share(read, "when").value == 0.5


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["claim\tdigest"], "the first line has to be"),
        ([HEADER, "c_1\tab\tright"], "judged.tsv:3: expected 11 fields"),
        ([HEADER, "c_1\tab" + "\tgood" * 8 + "\t"], "judged.tsv:3: expected"),
    ],
)
def test_a_line_that_is_no_verdict_is_named(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(judgements(sheet(tmp_path, *lines)))


def test_a_digest_stands_for_the_judged_slots_alone() -> None:
    record = {slot: [] for slot in SLOTS} | {"flags": []}
    assert digest(record) == digest(record | {"flags": ["hearsay"]})
    assert digest(record) != digest(record | {"type": "attack"})


def test_the_sheet_holds_two_hundred_claims_once_each() -> None:
    read = [one.claim for one in judgements(SHEET)]
    assert len(read) == len(set(read)) == 200
