"""`dragoman eval happenings`: whether a sentence's vector finds the same happening in another language.

`evals/happenings.tsv` holds families of happenings that are easily mistaken for each other, each happening in English,
German and Croatian. A search is right where the nearest sentence of the other language tells the same happening.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from dragoman.analysis import Reader, model, tokens
from dragoman.errors import InputError

GOLD = Path("evals/happenings.tsv")
LANGUAGES = ("en", "de", "hr")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: the happening that it tells, its language, its text."""

    happening: str
    language: str
    text: str


def measure(data: Path, console: Console) -> dict[str, float]:
    """Accuracy at the first place by pair of languages and over all (`accuracy`); prints a table."""
    del data
    found = list(told(GOLD))
    vectors = _vectors(model(), found)
    table = Table("from", "to", "searches", "accuracy@1", title="The same happening in another language")
    right = searches = 0
    scores: dict[str, float] = {}
    for one, other in permutations(LANGUAGES, 2):
        hits = list(_hits(found, vectors, one, other))
        right, searches = right + sum(hits), searches + len(hits)
        scores[f"{one}_{other}"] = sum(hits) / max(len(hits), 1)
        table.add_row(one, other, str(len(hits)), f"{100 * scores[f'{one}_{other}']:.1f}")
    scores["accuracy"] = right / max(searches, 1)
    table.add_row("all", "", str(searches), f"{100 * scores['accuracy']:.1f}")
    console.print(table)
    return scores


def told(path: Path) -> Iterator[Told]:
    """The sentences of the file; InputError where a line is wrong."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; run this from the project's folder")
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        columns = line.split("\t")
        if len(columns) != 4 or columns[2] not in LANGUAGES:
            raise InputError(f"{path}:{number}: expected family, happening, language (en, de, hr) and text")
        yield Told(*columns[1:])


def _vectors(model: Reader, found: list[Told]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = [model.analyse([tokens(one.text, 0, len(one.text), one.language)], one.language)[0] for one in found]
    return np.stack([row.vector for row in rows])


def _hits(
    found: list[Told], vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]], one: str, other: str
) -> Iterator[bool]:
    asked = [n for n, sentence in enumerate(found) if sentence.language == one]
    offered = [n for n, sentence in enumerate(found) if sentence.language == other]
    nearest = (vectors[asked] @ vectors[offered].T).argmax(1)
    return (found[n].happening == found[offered[place]].happening for n, place in zip(asked, nearest, strict=True))
