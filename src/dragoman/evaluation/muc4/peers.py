"""The outputs of the seventeen systems of 1992 on `tst3`, scored here and by the people who took part.

The official reports rest on judgements of people, each site's on its own output, and on a key whose dates differ here
and there from the one that was handed down, so no program can give the very same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluation.muc4.counts import Counts
from dragoman.evaluation.muc4.reading import read_templates
from dragoman.evaluation.muc4.scores import Scores, score

_ROW = re.compile(
    r"^ALL TEMPLATES\s+\d+\s+\d+\|\s*(\d+)\s+(\d+)\s+(\d+)\|\s*\d+\s+\d+\|\s*(\d+)\s+(\d+)\s+(\d+)\|", re.MULTILINE
)
_F = re.compile(r"^F-MEASURES\s+([\d.]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Peer:
    """A system: its official counts, the F that was published, and what is counted here.

    The published F, in percent, was reckoned from recall and precision in whole percents.
    """

    name: str
    official: Counts
    published: float
    ours: Scores

    @property
    def difference(self) -> float:
        """Our F less the one that the official counts give, as a share."""
        return self.ours.all_templates.f1 - self.official.f1


def peers(folder: Path) -> Iterator[Peer]:
    """The systems by name; `folder` holds MUC-4 as it was handed down. InputError where a file is missing."""
    keys = list(read_templates(folder / "tst3" / "key-tst3.v2"))
    runs = folder / "peers_1992" / "tst3"
    for path in sorted((runs / "resp").glob("*/response.tst3"), key=lambda path: path.parent.name):
        name = path.parent.name
        official, published = read_report(runs / "scores" / name / "scores.tst3-pass1.nrad")
        yield Peer(name, official, published, score(keys, read_templates(path)))


def read_report(path: Path) -> tuple[Counts, float]:
    """The counts of all templates and the published F of an official report."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; it should be an official report of MUC-4")
    text = path.read_text("latin-1")
    row, measure = _ROW.search(text), _F.search(text)
    if row is None or measure is None:
        raise InputError(f"{path}: no line of ALL TEMPLATES and F-MEASURES; is it an official report of MUC-4?")
    return Counts(*map(int, row.groups())), float(measure[1])
