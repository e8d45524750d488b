"""Who says what, as spans of a text, and how two sides of it are compared: by the tokens that they share.

Attributions of one document are paired one to one so that their contents overlap most (`pairing.py`); then each part is
compared within its pair. What stays without a partner is compared with nothing: all its tokens are missed or false.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluation.pairing import pairs

Spans = tuple[tuple[int, int], ...]
PARTS = ("content", "source", "cue", "frame", "addressee")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which words, as character spans: several where a part is interrupted, none where it is unsaid.

    `frame` (all that introduces the words) and `addressee` are parts that only some gold marks.
    """

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    frame: Spans = ()
    addressee: Spans = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of the gold with its tokens, in order, and its attributions."""

    name: str
    language: str
    text: str
    tokens: Spans
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Tokens of the gold, of the system and of both; they add up."""

    gold: int = 0
    system: int = 0
    both: int = 0

    def __add__(self, other: Shared) -> Shared:
        return Shared(self.gold + other.gold, self.system + other.system, self.both + other.both)

    @property
    def precision(self) -> float:
        """The share of the system's tokens that the gold has too; 0 where it has none."""
        return self.both / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's tokens that the system has too; 0 where there are none."""
        return self.both / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """One attribution beside its partner, part by part; `met` where it has one."""

    parts: Mapping[str, Shared]
    met: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, as shares."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compared(document: Marked, system: Iterable[Attribution]) -> list[Compared]:
    """The attributions of one document, pairs first, then what only one side has."""
    wanted = [_tokens(document.tokens, one) for one in document.attributions]
    found = [_tokens(document.tokens, one) for one in system]
    return [
        Compared(
            {part: _shared(wanted[one] if one is not None else {}, found[other] if other is not None else {}, part)
             for part in PARTS},
            one is not None and other is not None,
        )
        for one, other in pairs([w["content"] for w in wanted], [f["content"] for f in found])
    ]  # fmt: skip


def micro(found: Iterable[Compared], part: str) -> Score:
    """One part over all attributions, each token counting the same."""
    whole = sum((one.parts[part] for one in found), Shared())
    return Score(whole.precision, whole.recall)


def macro(found: Sequence[Compared], parts: Sequence[str]) -> Score:
    """The means over attributions and parts, each counting the same, of their precision and of their recall.

    A part that the system leaves empty has no precision there and one that the gold leaves empty no recall; the mean
    goes over the rest.
    """
    shared = [one.parts[part] for part in parts for one in found]
    return Score(_mean(s.precision for s in shared if s.system), _mean(s.recall for s in shared if s.gold))


def indexes(tokens: Spans, spans: Spans) -> frozenset[int]:
    """The tokens, by their number, of which at least one character lies in the spans; `tokens` are in order."""
    return frozenset(
        index
        for start, end in spans
        for index in range(
            bisect_right(tokens, start, key=lambda token: token[1]),
            bisect_left(tokens, end, key=lambda token: token[0]),
        )
    )


def _tokens(tokens: Spans, one: Attribution) -> dict[str, frozenset[int]]:
    return {part: indexes(tokens, getattr(one, part)) for part in PARTS}


def _shared(one: Mapping[str, frozenset[int]], other: Mapping[str, frozenset[int]], part: str) -> Shared:
    wanted, found = one.get(part, frozenset()), other.get(part, frozenset())
    return Shared(len(wanted), len(found), len(wanted & found))


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def tokens_of(tokens: Spans, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The spans of numbered tokens; IndexError for a number that there is not."""
    for number in numbers:
        if number < 0:
            raise IndexError(number)
        yield tokens[number]
