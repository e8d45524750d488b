"""Attributions beside each other, by the tokens that they share, on a text of ten tokens of one letter each."""

import pytest

from dragoman.evaluation.overlap import Attribution, Marked, Score, Shared, compared, indexes, macro, micro

TOKENS = tuple((2 * n, 2 * n + 1) for n in range(10))  # "a b c …"


def words(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The span from one token to another, both within."""
    return ((2 * first, 2 * last + 1),)


def marked(*found: Attribution) -> Marked:
    return Marked("own", "en", "a b c d e f g h i j", TOKENS, found)


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ((), set()),
        (((0, 1),), {0}),
        (((1, 2),), set()),  # the space between two tokens
        (((1, 3),), {1}),
        (((0, 3), (8, 100)), {0, 1, 4, 5, 6, 7, 8, 9}),
        (((0, 3), (2, 5)), {0, 1, 2}),
    ],
)
def test_tokens_of_which_a_letter_lies_in_the_spans(spans: tuple[tuple[int, int], ...], wanted: set[int]) -> None:
    assert indexes(TOKENS, spans) == wanted


def test_a_token_that_is_cut_counts() -> None:
    assert indexes(((0, 5), (6, 9)), ((4, 7),)) == {0, 1}


def test_parts_are_compared_within_a_pair() -> None:
    gold = Attribution(words(2, 5), words(0, 0), words(1, 1))
    found = Attribution(words(4, 7), words(0, 1))
    (one,) = compared(marked(gold), [found])
    assert one.met
    assert one.parts["content"] == Shared(4, 4, 2)
    assert one.parts["source"] == Shared(1, 2, 1)
    assert one.parts["cue"] == Shared(1, 0, 0)
    assert one.parts["frame"] == Shared()


def test_what_stays_alone_is_missed_or_false() -> None:
    one, other = compared(marked(Attribution(words(0, 1), words(9, 9))), [Attribution(words(4, 6), words(9, 9))])
    assert not one.met and not other.met
    assert (one.parts["content"], one.parts["source"]) == (Shared(2, 0, 0), Shared(1, 0, 0))
    assert (other.parts["content"], other.parts["source"]) == (Shared(0, 3, 0), Shared(0, 1, 0))


def test_micro_counts_tokens_and_macro_attributions() -> None:
    gold = marked(Attribution(words(0, 0), words(1, 1)), Attribution(words(2, 9)))
    found = compared(gold, [Attribution(words(0, 0), words(1, 1)), Attribution(words(2, 3), words(0, 0))])
    assert micro(found, "content") == Score(1.0, 3 / 9)
    assert macro(found, ["content"]) == Score(1.0, (1 + 2 / 8) / 2)
    # The second has a source where the gold has none: it has a precision, and no recall.
    assert micro(found, "source") == Score(0.5, 1.0)
    assert macro(found, ["source"]) == Score(0.5, 1.0)
    # Parts together: precisions 1, 1, 1, 0 and recalls 1, 1/4, 1.
    assert macro(found, ["content", "source"]) == Score(0.75, pytest.approx(0.75))


def test_the_harmonic_mean() -> None:
    assert Score(0.5, 0.25).f1 == pytest.approx(1 / 3)
    assert Score(0.0, 0.0).f1 == 0.0
    assert macro([], ["content"]) == micro([], "content") == Score(0.0, 0.0)
