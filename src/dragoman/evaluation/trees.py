"""`dragoman eval trees`: the shipped model on sentences that its training never saw.

Kept aside is the last third of every test file of trees and of every dev file of names; Ukrainian is kept whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.analysis import Analysis, Reader, Token, model
from dragoman.errors import InputError
from dragoman.evaluation import parses, treebank
from dragoman.evaluation.parses import Read
from dragoman.evaluation.treebank import Sentence

# By file: its language and whether it is kept whole.
TREES = {
    "en_ewt-ud-test": ("en", False),
    "de_gsd-ud-test": ("de", False),
    "de_pud-ud-test": ("de", False),
    "hr_set-ud-test": ("hr", False),
    "sr_set-ud-test": ("sr", False),
    "ru_taiga-ud-test": ("ru", False),
    "ar_pud-ud-test": ("ar", False),
    "uk_iu-ud-test": ("uk", True),
}
NAMES = {"hr_set-ud-dev": "hr", "sr_set-ud-dev": "sr", "en_ewt-ud-dev": "en"}


def measure(data: Path, console: Console) -> dict[str, float]:
    """The scores by file, `hr_set_las` and the like; prints a table."""
    gold = data / "gold"
    if not (gold / "trees").is_dir():
        raise InputError(f"{gold / 'trees'}: there is no such folder; it should hold the treebanks")
    shipped = model()
    scores: dict[str, float] = {}
    table = Table("set", "sentences", "UPOS", "features", "UAS", "LAS", title="Trees, on sentences kept aside")
    for name, (language, whole) in TREES.items():
        found = kept(tuple(treebank.trees(gold / "trees" / f"{name}.conllu", language)), whole)
        measured = parses.trees([s.words for s in found], list(read(shipped, found)))
        scores |= {f"{_short(name)}_{key}": value for key, value in measured.items()}
        shown = (f"{100 * measured[key]:.1f}" for key in ("upos", "features", "uas", "las"))
        table.add_row(name, str(len(found)), *shown)
    console.print(table)
    table = Table("set", "sentences", "precision", "recall", "F1", title="Names, on sentences kept aside")
    for name, language in NAMES.items():
        found = kept(tuple(treebank.names(gold / "names" / f"{name}.iob2", language)), whole=False)
        measured = parses.names([s.words for s in found], list(read(shipped, found)))
        scores |= {f"{_short(name)}_{key}": value for key, value in measured.items()}
        table.add_row(name, str(len(found)), *(f"{100 * value:.1f}" for value in measured.values()))
    console.print(table)
    return scores


def kept(found: tuple[Sentence, ...], whole: bool) -> tuple[Sentence, ...]:
    """The sentences that no training saw."""
    return found if whole else found[len(found) * 2 // 3 :]


def read(model: Reader, sentences: Sequence[Sentence]) -> Iterator[Read]:
    """What the model reads over the gold's own words."""
    for sentence in sentences:
        (found,) = model.analyse([placed(sentence)], sentence.language)
        yield as_read(found)


def placed(sentence: Sentence) -> tuple[Token, ...]:
    """A gold sentence's words with offsets into its own text."""
    tokens: list[Token] = []
    at = 0
    for word in sentence.words:
        start = at + (word.spaced and at > 0)
        at = start + len(word.form)
        tokens.append(Token(word.form, start, at, word.spaced))
    return tuple(tokens)


def as_read(found: Analysis) -> Read:
    """An analysis in the columns that are scored."""
    tags = ["O"] * len(found.nodes)
    for name in found.names:
        tags[name.first : name.last + 1] = [f"B-{name.type}", *[f"I-{name.type}"] * (name.last - name.first)]
    return Read(
        [node.upos for node in found.nodes],
        [node.features for node in found.nodes],
        [node.head + 1 for node in found.nodes],
        [node.relation for node in found.nodes],
        tags,
    )


def _short(name: str) -> str:
    return name.partition("-")[0]
