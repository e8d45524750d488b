"""Words cut at the borders of marks: nothing is lost, and every letter has its marks."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.making import WIRE, reports

from dragoman.views.pieces import Mark, pieces, slot_marks


@st.composite
def marked(draw):
    text = draw(st.text(max_size=40))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    spans = draw(st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from("abc")), max_size=8))
    return text, start, end, [Mark(first, last, label) for first, last, label in spans]


@settings(deadline=None)
@given(marked())
def test_the_pieces_joined_are_the_words(case):
    text, start, end, marks = case
    assert "".join(piece for piece, _ in pieces(text, start, end, marks)) == text[start:end]


@settings(deadline=None)
@given(marked())
def test_every_letter_has_the_labels_of_the_marks_over_it(case):
    text, start, end, marks = case
    at = start
    for piece, labels in pieces(text, start, end, marks):
        assert piece
        for offset in range(at, at + len(piece)):
            assert set(labels) == {mark.label for mark in marks if mark.start <= offset < mark.end}
        at += len(piece)


@settings(deadline=None)
@given(marked())
def test_neighbours_differ_in_their_labels(case):
    cut = list(pieces(*case))
    assert all(one[1] != other[1] for one, other in itertools.pairwise(cut))


def test_marks_in_letters_beyond_the_first_plane_and_within_each_other():
    text = "🔥a🔥b"
    cut = list(pieces(text, 0, 4, [Mark(0, 3, "outer"), Mark(1, 2, "inner")]))
    assert cut == [("🔥", ("outer",)), ("a", ("outer", "inner")), ("🔥", ("outer",)), ("b", ())]


def test_a_claim_is_cut_at_its_slots(pages):
    wire = reports()[0]
    card = next(one for one in pages.document(wire.id)["claims"] if one["type"] == "shelling")
    told = [(piece["text"], piece["slots"]) for piece in card["pieces"] if piece["slots"]]
    assert told == [
        ("The monitor", ["speaker"]), ("said", ["cue"]), ("shells", ["trigger"]), ("7 civilians", ["count"]),
        ("Homs", ["place"]),
    ]  # fmt: skip


def test_the_cue_is_the_one_nearest_to_the_speaker(ledger):
    shells = next(claim for claim in ledger.claims() if claim.attribution and claim.attribution[0].cue == "said")
    text = f"said, {shells.sentence.text} said"
    marks = list(slot_marks(shells, text, shells.sentence.start - len("said, ")))
    assert [WIRE[mark.start : mark.end] for mark in marks if mark.label == "cue"] == ["said"]
