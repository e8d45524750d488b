"""Reports that tell the same event: pairs read, held against what is linked; outlets against outlets."""

from collections import Counter
from pathlib import Path

import pytest
from tests.evaluation.small_story import claim, event, report

from dragoman.errors import InputError
from dragoman.evaluation.outlets import Meeting, meetings
from dragoman.evaluation.same import SHEET, Pair, alike, in_one_event, judged, score

HEADER = "a\tb\tpart\tverdict\treason"
DOCUMENTS = {
    one.id: one
    for one in (
        report("d_1", "reports.csv#11@v1", "courier"),
        report("d_2", "reports.csv#12@v1", "herald"),
        report("d_3", "reports.csv#13@v1", "courier"),
        report("d_4", "reports.csv#14@v1"),
    )
}
CLAIMS = (
    claim("c_1", "d_1", "capture", "oakham", on="2030-03-14"),
    claim("c_2", "d_2", "capture", "oakham", on="2030-03-15"),
    claim("c_3", "d_3", "capture", "oakham", on="2030-03-17"),
    claim("c_4", "d_4", "clash", "oakham", on="2030-03-14"),
    claim("c_5", "d_2", "attack", "elmham", on="2030-03-14", realis="denied"),
    claim("c_6", "d_3", "attack", "elmham"),
)


def test_reports_are_linked_where_their_claims_share_an_event() -> None:
    linked = in_one_event(
        [event("e_1", "c_1", "c_2"), event("e_2", "c_3"), event("e_3", "c_5", "c_6")], CLAIMS, DOCUMENTS
    )
    assert linked("11", "12") and linked("12", "11") and linked("12", "13")
    assert not linked("11", "13")
    assert not linked("11", "no such report")


def test_the_baseline_asks_for_type_place_and_a_day_apart() -> None:
    near = alike(CLAIMS, DOCUMENTS)
    assert near("11", "12")
    assert not near("11", "13")  # three days apart
    assert not near("11", "14")  # another type
    assert not near("12", "13")  # two days apart, and an attack without a day


def test_background_counts_as_linked_rightly_and_the_undecided_nowhere() -> None:
    verdicts = ("same", "same", "background", "different", "different", "unclear")
    pairs = [Pair(str(n), "0", "tuned", verdict) for n, verdict in enumerate(verdicts)]
    found = score(pairs, lambda a, _: a in "0235")
    assert (found.pairs, found.same) == (5, 2)
    assert (found.precision, found.strict, found.recall) == (2 / 3, 1 / 3, 1 / 2)
    nothing = score(pairs, lambda *_: False)
    assert (nothing.precision, nothing.recall) == (0.0, 0.0)


def test_outlets_meet_agree_and_contradict() -> None:
    events = [
        event("e_1", "c_1", "c_2", voices=("watch",), disputes={"when": {"14": ("c_1",), "15": ("c_2",)}}),
        event(
            "e_2", "c_2", "c_3", voices=("watch", "crown"), disputes={"when": {"15": ("c_2", "c_3"), "17": ("c_2",)}}
        ),
        event("e_3", "c_5", "c_6", voices=("herald", "courier")),
        event("e_4", "c_1", "c_3"),
        event("e_5", "c_4", "c_1", voices=("watch", "crown")),
    ]
    found = meetings(events, CLAIMS, DOCUMENTS)
    assert found == (
        Meeting("courier", "herald", 3, 1, 2, Counter(when=1, denied=1)),
        Meeting("courier", "unnamed", 1, 0, 0, Counter()),
    )
    assert [one.agreeing for one in found] == [1, 1]


@pytest.mark.parametrize(
    ("mine", "theirs", "contradicting"),
    [("22", "35", 1), ("22+", "35", 0), ("22+", "10-20", 1), ("10-25", "22", 0), ("the crown", "22", 1)],
)
def test_numbers_that_may_be_the_same_are_no_contradiction(mine: str, theirs: str, contradicting: int) -> None:
    dispute = {"killed people": {mine: ("c_1",), theirs: ("c_2",), "1": ("c_4",)}}
    (found,) = (
        one
        for one in meetings([event("e_1", "c_1", "c_2", "c_4", disputes=dispute)], CLAIMS, DOCUMENTS)
        if one.other == "herald"
    )
    assert found.contradicting == contradicting


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "same.tsv"
    path.write_text("\n".join(["# a comment", *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a\tb"], "the first line has to be"),
        ([HEADER, "11\t12\ttuned\tsame"], "same.tsv:3: expected"),
        ([HEADER, "11\t12\ttuned\talike\t"], "same.tsv:3: expected"),
        ([HEADER, "11\t12\tread\tsame\t"], "same.tsv:3: expected"),
    ],
)
def test_a_line_that_is_no_verdict_is_named(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(judged(sheet(tmp_path, *lines)))


def test_the_sheet_holds_each_pair_once_in_order() -> None:
    read = [(one.a, one.b) for one in judged(SHEET)]
    assert len(read) == 250
    assert read == sorted(set(read))
    assert all(a < b for a, b in read)
