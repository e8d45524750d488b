"""How near the sentences of two tellings are by their vectors, in tenths, so that no machine's rounding decides."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.vectors import Vectors
from dragoman.events.linking.answers import Points
from dragoman.events.linking.weights import Weights
from dragoman.events.pairing.census import Census, Column

# So many pairs are compared at a time: their vectors lie side by side.
_BATCH = 4096


class Nearness:
    """Compares the sentences of tellings; false where no sentence has a vector."""

    def __init__(self, census: Census, vectors: Vectors, table: Weights) -> None:
        self._census, self._vectors = census, vectors
        self._least, self._most = table.limits["alike_from"], table.limits["alike_to"]
        self.most = abs(table.points["words"]["alike"])

    def __bool__(self) -> bool:
        return bool(self._vectors)

    def tenths(self, ones: Column, others: Column) -> Points:
        """From 10 for like sentences to -10 for unlike ones; 0 for those of one report, copies, and those that have no
        vector.
        """
        found = np.zeros(len(ones), np.int64)
        if self:
            told = self._census.told
            copied = (told.copy[ones] == told.copy[others]) & (told.copy[ones] >= 0)
            asked = np.flatnonzero((told.document[ones] != told.document[others]) & ~copied)
            for begin in range(0, len(asked), _BATCH):
                batch = asked[begin : begin + _BATCH]
                found[batch] = self._compared(ones[batch], others[batch])
        return found

    def _compared(self, ones: Column, others: Column) -> Points:
        numbers, places = np.unique(np.concatenate((ones, others)), return_inverse=True)
        packed = [self._vector(number) for number in numbers.tolist()]
        known = np.array([vector is not None for vector in packed])[places]
        matrix = _matrix(packed)[places]
        a, b = matrix[: len(ones)], matrix[len(ones) :]
        product = np.einsum("ij,ij->i", a, b)
        lengths = np.sqrt((a * a).sum(axis=1, dtype=np.float64) * (b * b).sum(axis=1, dtype=np.float64))
        cosine = np.divide(product, lengths, out=np.zeros(len(ones)), where=lengths > 0)
        share = np.rint(10 * (cosine - self._least) / (self._most - self._least))
        return np.where(known[: len(ones)] & known[len(ones) :], np.clip(share, -10, 10), 0).astype(np.int64)

    def _vector(self, number: int) -> bytes | None:
        told = self._census.told
        return self._vectors.get((self._census.documents[told.document[number]], int(told.sentence[number])))


def _matrix(packed: Iterable[bytes | None]) -> NDArray[np.int32]:
    """Packed vectors as rows, of zeros where there is none."""
    rows = [np.frombuffer(vector or b"", np.int8) for vector in packed]
    matrix = np.zeros((len(rows), max(map(len, rows))), np.int32)
    for row, vector in enumerate(rows):
        matrix[row, : len(vector)] = vector
    return matrix
