"""A report of MUC-4 read as a build reads it: its claims, linked into events, with the trees of their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman import dates, events, reading
from dragoman.analysis import Analysis, Reader, Token
from dragoman.analysis.casing import in_capitals, recased
from dragoman.claims import extract
from dragoman.evaluation.muc4.reports import Report
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Document
from dragoman.reading import Read


@dataclass(frozen=True, slots=True)
class Told:
    """What a build makes of one report: its document, its claims by event, and the trees that they were read from.

    `text` is the document's in ordinary letters, sign for sign.
    """

    report: Report
    document: Document
    text: str
    events: Sequence[Sequence[Claim]]
    trees: Sequence[Analysis]

    @property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """The offsets of its sentences."""
        return [(sentence.start, sentence.end) for sentence in reading.sentences(self.document)]

    def tree(self, claim: Claim) -> Analysis | None:
        """The tree of a claim's sentence."""
        start, end = claim.trigger.start, claim.trigger.end
        return next((tree for tree in self.trees if tree.at(start, end) is not None), None)


class _Remembering(Reader):
    """The model, keeping the trees that it gives."""

    def __init__(self, model: Reader) -> None:
        self._model = model
        self.trees: list[Analysis] = []

    def analyse(self, sentences: Sequence[Sequence[Token]], language: str, batch: int = 16) -> list[Analysis]:
        found = self._model.analyse(sentences, language, batch)
        self.trees += found
        return found


def told(report: Report, knowledge: Knowledge, model: Reader) -> Told:
    """A report read, dated, searched for claims and its claims linked, as in a build of this report alone."""
    read = reading.document(report.item)
    assert isinstance(read, Read), read
    sentences = reading.sentences(read.document)
    document = dates.dated(read.document, sentences, knowledge)
    remembering = _Remembering(model)
    claims = list(extract(document, sentences, knowledge, remembering))
    text = document.text
    if in_capitals(text):
        text = recased(text, (sentence.start for sentence in sentences), document.language, knowledge)
    return Told(report, document, text, list(_by_event(document, claims, knowledge)), remembering.trees)


def _by_event(document: Document, claims: Iterable[Claim], knowledge: Knowledge) -> Iterator[list[Claim]]:
    """The claims by event, in the order of the report."""
    by_id = {claim.id: claim for claim in claims}
    story = events.relate(by_id.values(), {document.id: document}, knowledge)
    groups = [sorted((by_id[one] for one in event.claims), key=_place) for event in story.events]
    yield from sorted(groups, key=lambda group: _place(group[0]))


def _place(claim: Claim) -> tuple[int, str]:
    return claim.trigger.start, claim.id
