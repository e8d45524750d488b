"""The parts of MUC-4 and how dragoman answers them.

`dev`, `tst1` and `tst2` are there to learn from; `tst3` is the test of 1992, on which the systems of that year were
scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.evaluation.muc4.answers import answers
from dragoman.evaluation.muc4.places import read_kinds
from dragoman.evaluation.muc4.reading import Template, read_templates
from dragoman.evaluation.muc4.reports import Report, reports
from dragoman.evaluation.muc4.scores import Scores, score
from dragoman.knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the set: pairs of a file of reports and the file of its key, and of how many reports one is read."""

    files: tuple[tuple[str, str], ...]
    step: int = 1


def _dev(first: int) -> tuple[str, str]:
    return f"dev/dev-muc3-{first:04}-{first + 99:04}", f"dev/key-dev-{first:04}.muc4"


PARTS: Mapping[str, Part] = {
    "dev": Part(tuple(map(_dev, range(1, 1300, 100))), step=10),
    "tst1": Part((("tst1/tst1-muc3", "tst1/key-tst1.v7"),)),
    "tst2": Part((("tst2/tst2-muc4", "tst2/key-tst2.v4"),)),
    "tst3": Part((("tst3/tst3-muc4", "tst3/key-tst3.v2"),)),
}


def scored(folder: Path, name: str, knowledge: Knowledge) -> Scores:
    """The scores of dragoman on a part; `folder` holds MUC-4 as it was handed down.

    Raises InputError where a file is missing, ModelError where there is no language model.
    """
    part = PARTS[name]
    chosen = [report for file, _ in part.files for report in list(reports(folder / file))[:: part.step]]
    kinds = read_kinds(folder / "task" / "set-list-location.v4")
    return score(_keys(folder, part, chosen), answers(chosen, knowledge, kinds))


def _keys(folder: Path, part: Part, chosen: list[Report]) -> Iterator[Template]:
    """The templates of the chosen reports; a key's message may have a remark behind its id."""
    messages = {report.message for report in chosen}
    for _, key in part.files:
        for template in read_templates(folder / key):
            message = template.message.split()[0]
            if message in messages:
                yield replace(template, message=message)
