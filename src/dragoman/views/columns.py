"""One field of many records as arrays: which record has which value, so that masks and counts take milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# A facet lists so many values, besides those that are chosen.
FACETS = 40


@dataclass(frozen=True, slots=True)
class Value:
    """A value that records may have: its key in an address, and the name that the ledger has for it."""

    key: str
    name: str


class Values:
    """Values by their numbers, in the order in which they were first met."""

    def __init__(self) -> None:
        self.all: list[Value] = []
        self.codes: dict[str, int] = {}

    def code(self, key: str, name: str) -> int:
        """The number of a value, a new one where it was never met."""
        found = self.codes.get(key)
        if found is None:
            found = self.codes[key] = len(self.all)
            self.all.append(Value(key, name))
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """`rows` and `codes` are pairs, each once: the record `rows[i]` has the value `codes[i]`."""

    values: Values
    rows: Ints
    codes: Ints
    length: int

    @classmethod
    def of(cls, values: Values, rows: Iterable[int] | Ints, codes: Iterable[int] | Ints, length: int) -> Column:
        """The column of `length` records out of pairs that may come twice."""
        row, code = _ints(rows), _ints(codes)
        width = max(len(values.all), 1)
        both = np.sort(row * width + code)
        both = both[np.diff(both, prepend=-1) != 0]
        return cls(values, both // width, both % width, length)

    @classmethod
    def single(cls, values: Values, codes: Ints) -> Column:
        """The column in which each record has one value."""
        return cls(values, np.arange(len(codes)), codes, len(codes))

    def having(self, codes: Iterable[int]) -> Mask:
        """The records that have any of these values."""
        wanted = np.zeros(len(self.values.all), dtype=bool)
        wanted[list(codes)] = True
        mask = np.zeros(self.length, dtype=bool)
        mask[self.rows[wanted[self.codes]]] = True
        return mask

    def counts(self, mask: Mask) -> Ints:
        """How many of the masked records have each value."""
        return np.bincount(self.codes[mask[self.rows]], minlength=len(self.values.all)).astype(np.int64)

    def widened(self, outer: Mapping[int, Sequence[int]]) -> Column:
        """The column in which a record also has every value that contains one of its own."""
        pairs = [(inner, one) for inner, ones in outer.items() for one in ones]
        order = np.argsort(self.codes, kind="stable")
        rows, codes = self.rows[order], self.codes[order]
        found = [(self.rows, self.codes)]
        for inner, one in pairs:
            first, last = np.searchsorted(codes, (inner, inner + 1))
            found.append((rows[first:last], np.full(last - first, one, dtype=np.int64)))
        return Column.of(
            self.values,
            np.concatenate([row for row, _ in found]),
            np.concatenate([code for _, code in found]),
            self.length,
        )

    def of_groups(self, group: Ints, member: Ints, length: int) -> Column:
        """The column of `length` groups, each with the values of its members; `group` and `member` are pairs."""
        order = np.argsort(member, kind="stable")
        member, group = member[order], group[order]
        first = np.searchsorted(member, self.rows, side="left")
        last = np.searchsorted(member, self.rows, side="right")
        times = last - first
        starts = np.repeat(first - np.concatenate(([0], np.cumsum(times)[:-1])), times)
        rows = group[starts + np.arange(times.sum())]
        return Column.of(self.values, rows, np.repeat(self.codes, times), length)

    def of_row(self, row: int) -> list[Value]:
        """The values of one record."""
        first, last = np.searchsorted(self.rows, (row, row + 1))
        return [self.values.all[code] for code in self.codes[first:last]]


def _ints(numbers: Iterable[int] | Ints) -> Ints:
    if isinstance(numbers, np.ndarray):
        return numbers.astype(np.int64, copy=False)
    return np.fromiter(numbers, dtype=np.int64)
