"""Events that a reviewer would hold against one: near in time and place, and of a related type."""

from __future__ import annotations

import numpy as np

from dragoman.knowledge.knowledge import Knowledge
from dragoman.views.columns import Ints
from dragoman.views.index import UNKNOWN, Index
from dragoman.vocabulary import event_types, likeness

# So many are shown, of those at most so many days apart.
MOST = 8
_DAYS = 2
_TOWNS = frozenset({"village", "town", "city"})


def near(index: Index, knowledge: Knowledge, event: str) -> list[str]:
    """The ids of the nearest events: by likeness of type and place, then by days apart."""
    row = index.events.row_of.get(event, UNKNOWN)
    if row == UNKNOWN:
        return []
    days = _apart(index, row)
    found = [(*_distance(index, knowledge, row, int(one)), int(days[one])) for one in np.flatnonzero(days <= _DAYS)]
    ranked = sorted(
        (place, -like, apart, other)
        for other, place, like, apart in found
        if other != row and place is not None and like > 0
    )
    return [index.events.ids[other] for *_, other in ranked[:MOST]]


def _apart(index: Index, row: int) -> Ints:
    """How many days lie between an event and each other one: 0 where they overlap, many where one is undated."""
    table = index.events
    first = np.where(table.first == UNKNOWN, table.last, table.first)
    last = np.where(table.last == UNKNOWN, table.first, table.last)
    apart = np.maximum(first - last[row], first[row] - last)
    return np.where((first == UNKNOWN) | (first[row] == UNKNOWN), _DAYS + 1, np.maximum(apart, 0))


def _distance(index: Index, knowledge: Knowledge, row: int, other: int) -> tuple[int, int | None, float]:
    one, two = (_type(index, each) for each in (row, other))
    return other, _place_distance(index, knowledge, row, other), _like(one, two)


def _type(index: Index, row: int) -> str:
    return index.events.columns["type"].of_row(row)[0].key


def _like(one: str, other: str) -> float:
    """How alike two types are; types of one family are a little alike."""
    types = event_types()
    same_family = one in types and other in types and types[one].family == types[other].family
    return max(likeness(one, other), 0.25 if same_family else 0.0)


def _place_distance(index: Index, knowledge: Knowledge, row: int, other: int) -> int | None:
    """0 for the same place, 1 where one lies within the other, 2 in one town; None where they are apart."""
    spots = index.events.columns["spot"]
    mine, theirs = ({value.key for value in spots.of_row(each)} for each in (row, other))
    if mine & theirs:
        return 0
    ours, yours = ({outer for key in keys for outer in knowledge.within(key)} for keys in (mine, theirs))
    if mine & yours or theirs & ours:
        return 1
    towns = {key for key in ours & yours if (place := knowledge.places.get(key)) and place.kind in _TOWNS}
    return 2 if towns else None
