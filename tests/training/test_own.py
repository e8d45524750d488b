"""Our own training sentences: whole trees with known labels, and nothing of what measures among them."""

from collections import defaultdict
from pathlib import Path

import pytest

from dragoman.evaluation.happenings import GOLD, LANGUAGES, told
from dragoman.evaluation.treebank import TAGS, Sentence
from training import own

ROOT = Path(__file__).parents[2]
UPOS = frozenset(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # noqa: SIM905
)


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return list(own.trees())


def test_there_are_hundreds_in_each_language(sentences: list[Sentence]) -> None:
    counts: dict[str, int] = defaultdict(int)
    for sentence in sentences:
        counts[sentence.language] += 1
    assert {language: count >= 100 for language, count in counts.items()} == dict.fromkeys(LANGUAGES, True)


def test_each_is_one_tree(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        heads = [word.head for word in sentence.words]
        assert heads.count(0) == 1, sentence.text
        for start in range(1, len(heads) + 1):
            at, steps = start, 0
            while at:
                at, steps = heads[at - 1], steps + 1
                assert steps <= len(heads), sentence.text
        assert all((word.relation == "root") == (word.head == 0) for word in sentence.words), sentence.text


def test_labels_and_tags_are_known(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        assert {word.upos for word in sentence.words} <= UPOS, sentence.text
        before = "O"
        for word in sentence.words:
            assert word.tag in TAGS, sentence.text
            assert word.tag[0] != "I" or before[2:] == word.tag[2:], sentence.text
            before = word.tag


def test_families_hold_happenings_in_every_language() -> None:
    for family in own.families():
        languages: dict[str, set[str]] = defaultdict(set)
        for sentence in family:
            languages[sentence.happening].add(sentence.language)
        assert len(languages) >= 4
        assert all(found == set(LANGUAGES) for found in languages.values())


def test_nothing_that_measures_is_trained_on(sentences: list[Sentence]) -> None:
    trained = {sentence.text for sentence in sentences}
    trained |= {sentence.text for family in own.families() for sentence in family}
    assert trained.isdisjoint(one.text for one in told(ROOT / GOLD))
