"""Two sets of words paired one to one, so that the pairs' overlap is the largest that any pairing has."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Words = frozenset[int]


def pairs(gold: Sequence[Words], system: Sequence[Words]) -> list[tuple[int | None, int | None]]:
    """Numbers of the gold with numbers of the system: first the pairs, then those without a partner (None).

    The overlap of two is the F1 of their words; those that share no word are no pair.
    """
    overlaps = [[overlap(one, other) for other in system] for one in gold]
    met = [(i, j) for i, j in enumerate(assigned(overlaps)) if j is not None and overlaps[i][j] > 0]
    ones, others = {i for i, _ in met}, {j for _, j in met}
    return [
        *met,
        *((i, None) for i in range(len(gold)) if i not in ones),
        *((None, j) for j in range(len(system)) if j not in others),
    ]


def overlap(one: Words, other: Words) -> float:
    """The harmonic mean of the shares that two sets have of each other."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 0.0


def assigned(scores: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row its column, so that the sum of the scores is the largest; None where there are fewer columns.

    The Hungarian method by shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987), in cubic time.
    """
    if not scores or not scores[0]:
        return [None] * len(scores)
    if len(scores) > len(scores[0]):
        columns = assigned([list(column) for column in zip(*scores, strict=True)])
        rows = {row: column for column, row in enumerate(columns)}
        return [rows.get(row) for row in range(len(scores))]
    solver = _Solver(scores)
    for row in range(len(scores)):
        solver.place(row)
    taken = {row: column for column, row in enumerate(solver.row_of) if row is not None}
    return [taken[row] for row in range(len(scores))]


class _Solver:
    """Rows placed one after another; `row_of` tells who holds a column. There are no fewer columns than rows."""

    def __init__(self, scores: Sequence[Sequence[float]]) -> None:
        self._scores = scores
        self._rows = [0.0] * len(scores)
        self._columns = [0.0] * len(scores[0])
        self.row_of: list[int | None] = [None] * len(scores[0])

    def place(self, row: int) -> None:
        """Finds a column for a row, along the cheapest chain of rows that move over."""
        costs = [inf] * len(self._columns)
        before: list[int | None] = [None] * len(self._columns)
        seen: list[int] = []
        reached, column, cost = row, None, 0.0
        while True:
            for free in self._unseen(seen):
                through = cost + self._slack(reached, free)
                if through < costs[free]:
                    costs[free], before[free] = through, column
            column = min(self._unseen(seen), key=costs.__getitem__)
            cost = costs[column]
            seen.append(column)
            holder = self.row_of[column]
            if holder is None:
                break
            reached = holder
        self._reprice(row, seen, costs, cost)
        self._move(row, column, before)

    def _unseen(self, seen: Sequence[int]) -> list[int]:
        return [column for column in range(len(self._columns)) if column not in seen]

    def _slack(self, row: int, column: int) -> float:
        return -self._scores[row][column] - self._rows[row] - self._columns[column]

    def _reprice(self, row: int, seen: Sequence[int], costs: Sequence[float], cost: float) -> None:
        self._rows[row] += cost
        for column in seen[:-1]:
            holder = self.row_of[column]
            if holder is not None:
                self._rows[holder] += cost - costs[column]
            self._columns[column] -= cost - costs[column]

    def _move(self, row: int, column: int, before: Sequence[int | None]) -> None:
        previous = before[column]
        while previous is not None:
            self.row_of[column] = self.row_of[previous]
            column, previous = previous, before[previous]
        self.row_of[column] = row
