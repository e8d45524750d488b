"""Sentences in numbers: nothing lost, nothing too long, padded by their own length alone."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.batches import LONGEST, STEP, Part, batches, numbers, parts
from dragoman.analysis.pieces import BOS, EOS, MOST, PAD, Pieces, tokenizer
from dragoman.analysis.words import Token

LETTERS = Pieces(tokenizer([("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -1.0), ("a", -2.0)]))


def words(*forms: str) -> list[Token]:
    return [Token(form, 0, len(form), True) for form in forms]


def part(sentence: int, pieces: int, places: tuple[int, ...] = (0, 1)) -> Part:
    return Part(sentence, 0, (BOS, *[5] * (pieces - 2), EOS), places)


def test_a_short_sentence_is_one_part() -> None:
    (found,) = parts(7, words("a", "aa"), LETTERS)
    assert found == Part(7, 0, (BOS, 4, 5, 4, 5, 5, EOS), (0, 1, 3))
    assert found.length == STEP


def test_no_words_no_part() -> None:
    assert list(parts(0, [], LETTERS)) == []


def test_a_word_has_no_more_pieces_than_tell_something() -> None:
    assert len(LETTERS.of("a" * 100, True)) == MOST


def test_an_unknown_word_has_a_piece() -> None:
    assert LETTERS.of("", False) == (3,)


@given(st.lists(st.integers(1, 20), max_size=300))
def test_parts_hold_every_word_once(lengths: list[int]) -> None:
    sentence = words(*("a" * length for length in lengths))
    found = list(parts(0, sentence, LETTERS))
    assert [one.first for one in found] == [sum(len(p.places) - 1 for p in found[:n]) for n in range(len(found))]
    assert sum(len(one.places) - 1 for one in found) == len(sentence)
    assert all(len(one.pieces) <= LONGEST + 1 for one in found)


def test_only_equal_lengths_share_a_batch() -> None:
    found = [part(0, 5), part(1, 17), part(2, 8), part(3, 9), part(4, 3)]
    groups = [[one.sentence for one in group] for group in batches(found, 2)]
    assert groups == [[0, 2], [4], [3], [1]]


def test_padding_and_places_in_the_whole_batch() -> None:
    pieces, first = numbers([part(0, 3, (0, 1)), part(1, 4, (0, 1, 2))])
    assert pieces.tolist() == [[BOS, 5, EOS] + [PAD] * 5, [BOS, 5, 5, EOS] + [PAD] * 4]
    assert first.tolist() == [[0, 1] + [0] * 6, [8, 9, 10] + [8] * 5]
