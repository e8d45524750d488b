"""Tellings that hang together by links, directly or through others: each such component is grouped on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.events.linking.linker import Pairs
from dragoman.events.pairing.census import Column


@dataclass(frozen=True, slots=True)
class Component:
    """The numbers of tellings that hang together, and the places of their links among all, the surest first."""

    numbers: list[int]
    links: list[int]

    def pairs(self, most: int) -> Iterator[tuple[int, int]]:
        """All pairs of its tellings, the lesser first; none where it has more than so many tellings."""
        return combinations(self.numbers if len(self.numbers) <= most else (), 2)


def components(linked: Pairs, size: int) -> Iterator[Component]:
    """The components of so many tellings, in the order of their least numbers."""
    labels = _labels(*linked, size)
    members, links = np.argsort(labels, kind="stable"), np.argsort(labels[linked[0]], kind="stable")
    firsts = np.flatnonzero(labels == np.arange(size))
    ends = np.searchsorted(labels[members], firsts, side="right")
    link_ends = np.searchsorted(labels[linked[0][links]], firsts, side="right")
    begin = begin_links = 0
    for end, end_links in zip(ends.tolist(), link_ends.tolist(), strict=True):
        yield Component(members[begin:end].tolist(), links[begin_links:end_links].tolist())
        begin, begin_links = end, end_links


def _labels(ones: Column, others: Column, size: int) -> NDArray[np.int64]:
    """For each telling the least number in its component: what it is linked with, and what that is linked with."""
    labels = np.arange(size)
    while True:
        a, b = labels[ones], labels[others]
        if (a == b).all():
            return labels
        least = np.minimum(a, b)
        np.minimum.at(labels, a, least)
        np.minimum.at(labels, b, least)
        while (labels != labels[labels]).any():
            labels = labels[labels]
