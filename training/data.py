"""Which sentences train and which are kept: of every test file of trees the last third, of every dev file of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.evaluation.treebank import Sentence, names, trees

# Files of trees by language, CC BY-SA all; Ukrainian is non-commercial: it is scored, it trains nothing.
TREES = (
    ("en", "en_ewt-ud-dev", "en_ewt-ud-test"),
    ("de", "de_gsd-ud-dev", "de_gsd-ud-test"),
    ("de", None, "de_pud-ud-test"),
    ("hr", "hr_set-ud-dev", "hr_set-ud-test"),
    ("sr", "sr_set-ud-dev", "sr_set-ud-test"),
    ("ru", "ru_taiga-ud-dev", "ru_taiga-ud-test"),
    ("ar", None, "ar_pud-ud-test"),
)
NAMES = (
    ("hr", "hr_set-ud-train", "hr_set-ud-dev"),
    ("sr", "sr_set-ud-train", "sr_set-ud-dev"),
    ("en", None, "en_ewt-ud-dev"),
)
UNTRAINED = (("uk", "uk_iu-ud-test"),)
BOTH = "en"  # has few sentences with names, so that they are read once more with their trees
LONGEST = 100  # words; longer sentences are lists and train nothing


@dataclass(frozen=True)
class Data:
    """The sentences that train, those of them that have `both` trees and names, and those kept aside by file."""

    training: tuple[Sentence, ...]
    both: tuple[Sentence, ...]
    kept: Mapping[str, tuple[Sentence, ...]]


def load(gold: Path) -> Data:
    """Everything under the folder of gold sets."""
    training: list[Sentence] = []
    kept: dict[str, tuple[Sentence, ...]] = {}
    for language, dev, test in TREES:
        if dev:
            training += trees(gold / "trees" / f"{dev}.conllu", language)
        found = tuple(trees(gold / "trees" / f"{test}.conllu", language))
        training += _first(found)
        kept[test] = _last(found)
    for language, train, dev in NAMES:
        if train:
            training += names(gold / "names" / f"{train}.iob2", language)
        found = tuple(names(gold / "names" / f"{dev}.iob2", language))
        training += _first(found)
        kept[f"names {dev}"] = _last(found)
    for language, test in UNTRAINED:
        kept[test] = tuple(trees(gold / "trees" / f"{test}.conllu", language))
    fitting = tuple(sentence for sentence in training if 1 < len(sentence.words) <= LONGEST)
    return Data(fitting, tuple(_both(fitting, BOTH)), kept)


def _both(sentences: tuple[Sentence, ...], language: str) -> Iterator[Sentence]:
    """The trees of a language with the names that the other set has for the same words."""
    own = [sentence for sentence in sentences if sentence.language == language]
    trees_of = {tuple(word.form for word in sentence.words): sentence for sentence in own if sentence.trees}
    for named in (sentence for sentence in own if sentence.names):
        tree = trees_of.get(tuple(word.form for word in named.words))
        if tree and any(word.tag != "O" for word in named.words):
            words = (replace(word, tag=one.tag) for word, one in zip(tree.words, named.words, strict=True))
            yield replace(tree, words=tuple(words), names=True)


def _first(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    return found[: len(found) * 2 // 3]


def _last(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    return found[len(found) * 2 // 3 :]


def relations(sentences: tuple[Sentence, ...], least: int = 20) -> tuple[str, ...]:
    """The relations to learn: those seen often enough with their subtype, the others without it."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.words if sentence.trees else ():
            counts[word.relation] = counts.get(word.relation, 0) + 1
    frequent = {relation for relation, count in counts.items() if count >= least}
    return tuple(sorted(frequent | {relation.partition(":")[0] for relation in counts}))


def upos(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """The word classes of the data."""
    return tuple(sorted({word.upos for sentence in sentences if sentence.trees for word in sentence.words}))


def by_language(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, int, int]]:
    """How many sentences with trees and with names each language has."""
    for language in sorted({sentence.language for sentence in sentences}):
        own = [sentence for sentence in sentences if sentence.language == language]
        yield language, sum(s.trees for s in own), sum(s.names for s in own)
