"""Sentence vectors as a ledger keeps them: the language model's, each number in one byte."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

# By document id and the sentence's first character; 384 signed bytes, of which only the direction counts.
Vectors = Mapping[tuple[str, int], bytes]
NO_VECTORS: Vectors = {}
_LARGEST = 127


def packed(vector: NDArray[np.float32]) -> bytes:
    """A vector of length one in bytes."""
    return np.rint(vector * _LARGEST).astype(np.int8).tobytes()


def cosine(one: bytes, other: bytes) -> float:
    """How alike the directions of two packed vectors are: 1 for the same, 0 where either has none."""
    a, b = (np.frombuffer(packed, np.int8).astype(np.int32) for packed in (one, other))
    lengths = int(a @ a) * int(b @ b)
    return float(int(a @ b) / lengths**0.5) if lengths else 0.0
