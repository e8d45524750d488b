"""Our own sentences of war news: trees with names (`own/LANGUAGE.conllu`) and the same happenings in several languages.

`own/happenings.tsv` has a line for each sentence: family, happening, language, text. A family holds happenings that are
easily mistaken for each other (a town captured, lost, recaptured); sentences of one happening say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from dragoman.analysis.words import tokens
from dragoman.evaluation import treebank
from dragoman.evaluation.treebank import Sentence, Word

OWN = Path(__file__).parent / "own"


def trees() -> Iterator[Sentence]:
    """The sentences with trees and names."""
    for path in sorted(OWN.glob("*.conllu")):
        yield from treebank.trees(path, path.stem, named=True)


def families() -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each family of happenings."""
    path = OWN / "happenings.tsv"
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line] if path.is_file() else []
    for _, rows in groupby(lines, key=lambda row: row[0]):
        yield tuple(_sentence(*row[1:]) for row in rows)


def _sentence(happening: str, language: str, text: str) -> Sentence:
    found = tokens(text, 0, len(text), language)
    words = tuple(Word(token.text, token.spaced and token.start > 0) for token in found)
    return Sentence(language, words, happening=happening)
