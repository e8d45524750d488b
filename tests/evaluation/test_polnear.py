"""Stand-off marks as attributions, and one clear line where they are wrong."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.overlap import Attribution
from dragoman.evaluation.polnear import texts, tokens

TEXT = "“We won,” the baker said, “at last.”\nReportedly they lost.\n"
MARKS = """\
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T1\tSource 10 19\tthe baker
T2\tCue 20 24\tsaid
T3\tContent 0 9;26 36\t“We won,” “at last.”
T4\tAttribution 20 24\tsaid
T5\tCue 37 47\tReportedly
T6\tContent 48 57\tthey lost
T7\tAttribution-no-source 37 47\tReportedly
E2\tAttribution-no-source:T7 Cue:T5 Content:T6
T8\tDiscard 57 58\t.
E3\tAttribution-no-source:T7
"""


def written(folder: Path, marks: str = MARKS, who: str = "a1") -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "text" / "own_day.txt").write_bytes(TEXT.encode())
    (folder / "attributions" / f"own_day_{who}.ann").write_text(marks, "utf-8")
    return folder


def test_spans_are_joined_and_interrupted_ones_stay_so(tmp_path: Path) -> None:
    (found,) = texts(written(tmp_path))
    assert (found.name, found.language, found.text) == ("own_day", "en", TEXT)
    assert found.attributions == (
        Attribution(((0, 9), (26, 36)), ((10, 19),), ((20, 24),)),
        Attribution(((48, 57),), (), ((37, 47),)),
    )


def test_signs_are_tokens_of_their_own() -> None:
    assert [TEXT[start:end] for start, end in tokens(TEXT)][:9] == [
        "“", "We", "won", ",", "”", "the", "baker", "said", ",",
    ]  # fmt: skip


def test_of_several_annotators_the_first_counts(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, "T1\tContent 0 9\tx\nT2\tCue 20 24\tx\nE1\tContent:T1 Cue:T2\n", who="a0")
    (found,) = texts(tmp_path)
    assert found.attributions == (Attribution(((0, 9),), (), ((20, 24),)),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tSource ten 19\tx", r"own_day_a1\.ann:1: expected T1"),
        ("T1\tSource 10 99\tx", r"own_day_a1\.ann:1: a span lies outside"),
        ("T1\tSource 19 10\tx", r"own_day_a1\.ann:1: a span lies outside"),
        ("E1\tContent", r"own_day_a1\.ann:1: expected E1"),
        ("E1\tContent:T9", r"own_day_a1\.ann:1: there is no span T9"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(texts(written(tmp_path, line + "\n")))


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        list(texts(tmp_path))
    (written(tmp_path) / "text" / "own_day.txt").unlink()
    with pytest.raises(InputError, match=r"own_day\.txt: there is no such file"):
        list(texts(tmp_path))
