"""All claims and events of a ledger as arrays: what filters, counts and orders them without reading the records.

It is built once for a state of the ledger and never changes, so that all threads share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.ledger import Ledger
from dragoman.model import Control, Toll
from dragoman.running.progress import PROGRESS
from dragoman.views.columns import Column, Ints, Mask, Values
from dragoman.views.names import Names
from dragoman.views.spots import Spot

# Stands for what is not known: a day, an outlet, an event.
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Table:
    """Claims or events, in the order of their ids.

    `columns` by field; `first` and `last` days as ordinals; `orders` are all rows as each way of sorting has them.
    """

    ids: tuple[str, ...]
    row_of: Mapping[str, int]
    columns: Mapping[str, Column]
    first: Ints
    last: Ints
    orders: Mapping[str, Ints]

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: date | None, end: date | None) -> Mask:
        """What may have happened within these days; where a day is asked for, nothing undated."""
        mask = np.ones(len(self), dtype=bool)
        if start is not None:
            mask &= np.where(self.last == UNKNOWN, self.first, self.last) >= start.toordinal()
        if end is not None:
            first = np.where(self.first == UNKNOWN, self.last, self.first)
            mask &= (first <= end.toordinal()) & (first != UNKNOWN)
        return mask

    def sorted(self, mask: Mask, sort: str) -> Ints:
        """The masked rows in an order."""
        order = self.orders[sort]
        return order[mask[order]]


@dataclass(frozen=True, slots=True)
class Said:
    """Links of chains of attribution, by claim and from the outermost inward: who speaks, in which claim."""

    claims: Ints
    positions: Ints
    sources: Ints


@dataclass(frozen=True, slots=True)
class Index:
    """A ledger in memory.

    `told` are the pairs of an event's row and a claim's, by event; `event_of` the event of each claim. `numbers` are
    the claims' own in the ledger and `reports` the rows of their documents; `prints` the source that prints each
    document, `of_documents` the same and their languages as columns. `outlet` is the source that prints a claim,
    `voice` the one whose word it is, `said` the links of all chains of attribution.
    """

    claims: Table
    events: Table
    documents: tuple[str, ...]
    of_documents: Mapping[str, Column]
    names: Mapping[str, Names]
    spots: Mapping[str, Spot]
    told: tuple[Ints, Ints]
    event_of: Ints
    numbers: Ints
    reports: Ints
    prints: Ints
    outlet: Ints
    voice: Ints
    said: Said
    tolls: tuple[Toll, ...]
    control: tuple[Control, ...]
    stamp: str

    @property
    def sources(self) -> Values:
        """Outlets and speakers."""
        return self.claims.columns["source"].values

    def knows(self, field: str, key: str) -> bool:
        """Whether any claim has this value."""
        return key in self.claims.columns[field].values.codes

    def place_name(self, key: str) -> str:
        """The ledger's own name of a place."""
        values = self.claims.columns["place"].values
        return values.all[values.codes[key]].name if key in values.codes else key

    def claims_of(self, event: int) -> Ints:
        """The rows of an event's claims."""
        events, claims = self.told
        first, last = np.searchsorted(events, (event, event + 1))
        return claims[first:last]

    def events_of(self, claims: Mask) -> Mask:
        """The events that any of these claims tells."""
        mask = np.zeros(len(self.events), dtype=bool)
        events, told = self.told
        mask[events[claims[told]]] = True
        return mask


def stamp(ledger: Ledger) -> str:
    """Words that are others where the ledger has other claims or events; how far a build is does not count."""
    last = next(ledger.rows("SELECT max(number) FROM claim"))[0]
    told = sorted((name, value) for name, value in ledger.meta().items() if name != PROGRESS)
    return f"{told} {last}"
