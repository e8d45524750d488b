"""What a worker does: the items of one shard, each read, dated and searched for claims.

A shard is a plain function of its items, so it may run anywhere, in any order, and again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.ledger.results import Outcome, Redated, ShardResult
from dragoman.model import Claim, Document, LeftOut
from dragoman.running.steps import Item, Steps

# Small enough that little is lost with a killed build, large enough that transactions cost little.
ITEMS = 32
BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Shard:
    """Work for one worker: items to read, or documents to which the collection gave another day."""

    items: tuple[Item, ...] = ()
    documents: tuple[Document, ...] = ()

    def split(self) -> Iterator[Shard]:
        """The same work, one report at a time: how the one that kills its worker is found."""
        yield from (Shard(items=(item,)) for item in self.items)
        yield from (Shard(documents=(document,)) for document in self.documents)

    def given_up(self, why: str) -> ShardResult:
        """The result where the work cannot be done: every report of it with the reason."""
        outcomes = (_left_out(item, why) for item in self.items)
        redated = (_without_claims(document, why) for document in self.documents)
        return ShardResult(tuple(outcomes), tuple(redated))


def shards(items: Iterable[Item]) -> Iterator[Shard]:
    """Items in groups of a bounded number and size, in the order in which they come."""
    group: list[Item] = []
    size = 0
    for item in items:
        group.append(item)
        size += len(item.raw)
        if len(group) >= ITEMS or size >= BYTES:
            yield Shard(items=tuple(group))
            group, size = [], 0
    if group:
        yield Shard(items=tuple(group))


def document_shards(documents: Iterable[Document]) -> Iterator[Shard]:
    """Documents that need their claims anew, in groups."""
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == ITEMS:
            yield Shard(documents=tuple(group))
            group = []
    if group:
        yield Shard(documents=tuple(group))


def process(steps: Steps, shard: Shard) -> ShardResult:
    """What becomes of each report of a shard; one that raises is left out and says why, the rest goes on."""
    outcomes = tuple(_outcome(steps, item) for item in shard.items)
    return ShardResult(outcomes, tuple(_redated(steps, document) for document in shard.documents))


def _outcome(steps: Steps, item: Item) -> Outcome:
    try:
        return _read(steps, item)
    except Exception as error:
        return _left_out(item, _said(error))


def _read(steps: Steps, item: Item) -> Outcome:
    document, notes = steps.document(item)
    if document is None:
        return Outcome(item.key, item.uri, left_out=notes[0], notes=notes[1:])
    document.text.encode("utf-8")  # a lone surrogate could not be stored: it is said here, of this report
    sentences = steps.sentences(document)
    dated = steps.dated(document, sentences)
    evidence = steps.evidence(dated, sentences)
    found = steps.claims(dated, sentences)
    return Outcome(item.key, item.uri, dated, evidence, _unique(found.claims), notes, vectors=found.vectors)


def _redated(steps: Steps, document: Document) -> Redated:
    try:
        return Redated(document, _unique(steps.claims(document, steps.sentences(document)).claims))
    except Exception as error:
        return _without_claims(document, _said(error))


def _unique(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by id: one that two rules find is one; two different ones of one id are a mistake of ours."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        if by_id.setdefault(claim.id, claim) != claim:
            raise ValueError(f"two different claims have the id {claim.id}")
    return tuple(by_id[key] for key in sorted(by_id))


def _left_out(item: Item, why: str) -> Outcome:
    return Outcome(item.key, item.uri, left_out=LeftOut(item.uri, "error", why))


def _without_claims(document: Document, why: str) -> Redated:
    return Redated(document, (), (LeftOut(document.uri, "error", f"no claims: {why}"),))


def _said(error: Exception) -> str:
    """An unexpected error as one line: its kind and the first line of its words."""
    words = str(error).strip().splitlines()
    said = f": {words[0][:200]}" if words else ""
    return f"unexpected {type(error).__name__}{said}; this is a bug in dragoman"
