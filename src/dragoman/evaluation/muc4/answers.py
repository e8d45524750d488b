"""What dragoman answers on MUC-4: each report read as a build reads it, and its events written as templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman import analysis
from dragoman.evaluation.muc4.places import Kinds
from dragoman.evaluation.muc4.reading import Template
from dragoman.evaluation.muc4.reports import Report
from dragoman.evaluation.muc4.templates import templates
from dragoman.evaluation.muc4.told import told
from dragoman.knowledge.knowledge import Knowledge


def answers(reports: Iterable[Report], knowledge: Knowledge, kinds: Kinds) -> Iterator[Template]:
    """The templates of each report, in order; a report of which nothing is told has one empty template.

    Raises ModelError where there is no language model: without trees nobody can say who was hit.
    """
    model = analysis.model()
    for report in reports:
        yield from templates(told(report, knowledge, model), knowledge, kinds)
