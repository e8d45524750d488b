"""The steps that a build drives, as plain functions: the real ones, or a test's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.ledger.results import KnownPlace, Reckoning
from dragoman.model import Claim, Document, LeftOut, Published, Sentence
from dragoman.review.pairs import JudgedPair
from dragoman.running.options import BuildOptions


class Item(Protocol):
    """One report as it was found: `key` says what it is, `uri` where it was."""

    @property
    def key(self) -> str: ...
    @property
    def uri(self) -> str: ...
    @property
    def raw(self) -> bytes: ...


Sentences = tuple[Sentence, ...]


class Extract(Protocol):
    """What a report tells: its claims, and the packed vectors of its sentences by their first character."""

    @property
    def claims(self) -> Iterable[Claim]: ...
    @property
    def vectors(self) -> Mapping[int, bytes]: ...


@dataclass(frozen=True, slots=True)
class Collection:
    """All that events are worked out from: claims, documents by id, packed sentence vectors by document and first
    character, and what people judged of pairs of claims.
    """

    claims: Iterable[Claim]
    documents: Mapping[str, Document]
    vectors: Mapping[tuple[str, int], bytes]
    judged: Sequence[JudgedPair]


@dataclass(frozen=True, slots=True)
class Steps:
    """Everything that a build calls; `fingerprint` and `model` stand for the packs and the language model that decide
    the results, `lacking` says in one line what the machine has not got to read with.

    `document` gives a report and what is odd about it, or None and the reason for that; `evidence` is
    the JSON that `by_neighbours` later reads, from every report of the ledger at once.
    """

    fingerprint: str
    items: Callable[[Sequence[str]], Iterator[Item | LeftOut]]
    document: Callable[[Item], tuple[Document | None, tuple[LeftOut, ...]]]
    sentences: Callable[[Document], Sentences]
    dated: Callable[[Document, Sentences], Document]
    evidence: Callable[[Document, Sentences], str]
    claims: Callable[[Document, Sentences], Extract]
    by_neighbours: Callable[[Iterable[str]], Mapping[str, Published]]
    relate: Callable[[Collection], Reckoning]
    places: Callable[[Iterable[str]], Iterable[KnownPlace]]
    model: str = "none"
    lacking: str | None = None


# A module's function, so that worker processes can be told of it by name.
StepsMaker = Callable[[BuildOptions], Steps]
