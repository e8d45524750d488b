"""Which words of a document stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.model import Segment

_LONGEST = 1500  # characters: a mark that finds no partner sooner was never an opening one
_SHORTEST = 4  # words: fewer in quotation marks are a name or a scare quote, not somebody's voice
_PAIRS = re.compile(
    r"„[^“”„]{1,1500}[“”]|“[^“”]{1,1500}”|»[^«»]{1,1500}«|«[^«»]{1,1500}»|\"[^\"]{1,1500}\"|”[^”“]{1,1500}”|''[^']{1,1500}(?:'(?!')[^']*)*''"
)


class Quotes:
    """The quoted stretches of a text, looked up by offset."""

    def __init__(self, text: str, segments: Sequence[Segment]) -> None:
        spans = [
            (match.start(), match.end())
            for segment in segments
            for match in _PAIRS.finditer(text, segment.start, segment.end)
            if len(match.group().split()) >= _SHORTEST
        ]
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def around(self, offset: int) -> tuple[int, int] | None:
        """The quoted stretch that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._spans[index][0] <= offset < self._spans[index][1]:
            return self._spans[index]
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quoted stretches that share a letter with `start:end`."""
        return [span for span in self._spans if span[0] < end and start < span[1]]
