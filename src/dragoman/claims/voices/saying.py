"""A speaker with the words that he answers for, and the chain of those who answer for one word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Speaker, Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """A speaker with the word range `content` that he answers for; `own` are the words of speaker and cue."""

    speaker: Speaker
    content: tuple[int, int]
    own: frozenset[int]
    cue: int
    quoted: bool = False  # "quoting X, Y said": X spoke to Y, so X stands inside
    told: frozenset[int] | None = None  # the very words where the tree knows them, which may have gaps
    outer: bool = False  # who heard or quotes it, so that it stands outside
    handed: frozenset[int] = frozenset()  # the cue's words where the tree knows them

    def covers(self, index: int) -> bool:
        """Whether the speaker answers for a word."""
        inside = self.content[0] <= index <= self.content[1] if self.told is None else index in self.told
        return inside and index not in self.own


def covering(found: Sequence[Saying], index: int) -> tuple[Speaker, ...]:
    """The chain of speakers who answer for the word at `index`, outermost first, nobody twice."""
    chain: list[Speaker] = []
    for saying in found:
        if saying.covers(index) and all((s.id, s.name) != (saying.speaker.id, saying.speaker.name) for s in chain):
            chain.append(saying.speaker)
    return tuple(chain)


def carried(speaker: Speaker, cue: str) -> Speaker:
    """The last speaker going on, with the word that shows it (a quotation mark, a reported mood) as the cue."""
    stance: Stance = "reports"
    return Speaker(speaker.id, speaker.name, speaker.text, speaker.start, speaker.end, cue, stance)
