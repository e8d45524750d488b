"""Who says what in a sentence, in words of its tree: the common currency of the modules that hear it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.voices.speech import Manner

Words = frozenset[int]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of the tree: `cue` with its head `word`, the speaker's phrase with its head, and what he says.

    `head` is None and `source` empty where nobody is named. `kind` is verb, noun, according or colon.
    """

    word: int
    cue: Words
    head: int | None
    source: Words
    content: Words
    manner: Manner
    kind: str
    clause: bool = False  # whether a clause of its own is told, and no thing
