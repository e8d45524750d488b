"""Analysis: words with offsets, trees, names and sentence vectors by one model for every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

if TYPE_CHECKING:
    from dragoman.analysis.reader import ModelError, Reader, fingerprint, missing, model
    from dragoman.analysis.sentence import Analysis, Named, Node
    from dragoman.analysis.words import Token, tokens

__all__ = ["Analysis", "ModelError", "Named", "Node", "Reader", "Token", "fingerprint", "missing", "model", "tokens"]

__getattr__ = parts(
    __name__,
    {
        "Analysis": "sentence",
        "ModelError": "reader",
        "Named": "sentence",
        "Node": "sentence",
        "Reader": "reader",
        "Token": "words",
        "fingerprint": "reader",
        "missing": "reader",
        "model": "reader",
        "tokens": "words",
    },
)
