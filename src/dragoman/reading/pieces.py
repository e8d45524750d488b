"""The parts of a text on their way to become segments."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.model import Role


class Piece(NamedTuple):
    """A stretch of text and its role."""

    role: Role
    start: int
    end: int


def trimmed(text: str, piece: Piece) -> Piece | None:
    """The piece without the space around it; None if it is blank."""
    words = text[piece.start : piece.end]
    bare = words.strip()
    if not bare:
        return None
    start = piece.start + len(words) - len(words.lstrip())
    return Piece(piece.role, start, start + len(bare))
