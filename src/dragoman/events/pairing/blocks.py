"""The keys by which claims meet: a shared place or neighbour place, a party, a number, a sentence.

Every key stands for a question that two claims of one happening would answer alike. It has two parts, of which one may
be empty: a place (a town, a cell of the grid, a province) and a sign (a side, a number). `wanting` marks claims for
which the key is the only way to meet (they name no fine place, or no day); of two claims that meet by such a key one
must be wanting, so that "both in Aleppo province" alone brings no two claims together that know their towns.

The places of a key hang on what a claim says of places alone, the signs on the rest: both are written down as tables of
numbers, and SQL puts them together (`dated.sql`, `timeless.sql`).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor

import numpy as np
from numpy.typing import NDArray

from dragoman.events.ground import Ground
from dragoman.events.linking.weights import weights
from dragoman.events.pairing.census import Census, Column, Numbers
from dragoman.events.tellings import Site
from dragoman.model import Count
from dragoman.vocabulary import event_types, likenesses

BUCKET_DAYS = 8
# A day's claim still meets one told two days off (a report of the night, a day of publication).
REACH = 3
# Longer spans ("since 2011") meet each other only, else they would stand in every block.
LONGEST = 400
ENDLESS = -2
# The last day of a claim without a day: as far as days go, it meets every other.
_NEVER = 1 << 24
# Two points nearer than half a cell share a cell of one of two grids shifted by half: 5 km in degrees of
# latitude, and of longitude up to 56° north.
_CELLS = (0.092, 0.16)

Columns = Mapping[str, NDArray[np.generic]]


class Keys:
    """The tables out of which blocks are put together: numbers of tellings, and numbers for the two parts of keys."""

    def __init__(self, census: Census, ground: Ground) -> None:
        self._census, self._ground = census, ground
        self._names = Numbers[str]()
        self.none, self.who, self.copied = (self._names.of(name, name) for name in ("", "who", "copy"))
        self.stories = tuple(sorted({telling.kind.story for telling in census.kinds}))
        self._whats = Numbers[tuple[int, int, int, int]]()
        self._what = self._put_together()
        self.tables = {
            "telling": self._tellings(),
            "near": _columns(("place", "key"), self._near()),
            "area": _columns(("place", "key", "coarse"), self._areas()),
            "spot": _columns(("place", "key"), self._spots()),
            "sign": _columns(("what", "sign"), self._signs()),
            "mark": _columns(("what", "sign"), self._marks()),
            "likeness": _columns(("kind", "other_kind"), ((_RANKS[a], _RANKS[b]) for a, b in sorted(likenesses()))),
        }
        self.parts = max(len(self._names), int(census.told.copy.max(initial=0)) + 1)

    def name(self, place: int, sign: int) -> str:
        """A key in words, as “at aleppo” or “in SY killed=5”."""
        return f"{self._names[place]} {sign if place == self.copied else self._names[sign]}".strip()

    def _tellings(self) -> Columns:
        """Each telling with its days, and the first and last eight days in which it stands in blocks."""
        census, told, kinds = self._census, self._census.told, [telling.kind for telling in self._census.kinds]
        lasting = np.array([kind.lasting for kind in kinds], np.bool_)[told.kind]
        reach = np.where(lasting, weights().limit("lasting_gap"), REACH).astype(np.int32)
        last = np.where(told.first > 0, told.last, _NEVER).astype(np.int32)
        endless = told.last - told.first > LONGEST
        return {
            "number": np.arange(len(census), dtype=np.int32),
            "kind": np.array([_RANKS[kind.name] for kind in kinds], np.int32)[told.kind],
            "story": np.array([self.stories.index(kind.story) for kind in kinds], np.int32)[told.kind],
            "who": _ranks([" ".join(sorted(keys)) for keys in census.parties])[told.doers],
            "dated": told.first > 0,
            "first_day": told.first,
            "last_day": last,
            "since": told.first - reach,
            "until": last + reach,
            "begins": np.where(endless, ENDLESS, told.first // BUCKET_DAYS).astype(np.int32),
            "ends": np.where(endless, ENDLESS, (told.last + reach) // BUCKET_DAYS).astype(np.int32),
            "place": told.place,
            "placed": np.array([bool(sites) for sites in census.places], np.bool_)[told.place],
            "what": self._what,
            "copy": told.copy,
        }

    def _put_together(self) -> Column:
        """For each telling the number of what it says besides places and days: parties, numbers, else the type."""
        told = self._census.told
        columns = (column.tolist() for column in (told.doers, told.sufferers, told.counts, told.kind))
        return np.fromiter((self._whats.of(what, what) for what in zip(*columns, strict=True)), np.int32)

    def _near(self) -> Iterator[tuple[int, ...]]:
        """The place itself, the towns and quarters that contain it, and the cells in which it lies."""
        for place, sites in enumerate(self._census.places):
            keys = (key for site in sites if _spotted(site) for key in self._keys_near(site))
            yield from ((place, self._number(key)) for key in dict.fromkeys(keys))

    def _keys_near(self, site: Site) -> Iterator[str]:
        yield f"at {site.key}"
        yield from (f"at {key}" for key in site.chain[1:] if self._ground.fine(key))
        yield from _cells(site)

    def _areas(self) -> Iterator[tuple[int, ...]]:
        """The districts, provinces and countries of a place; `coarse` where it is no finer itself."""
        for place, sites in enumerate(self._census.places):
            outer = ((key, not site.fine) for site in sites for key in site.chain if not self._ground.fine(key))
            yield from ((place, self._number(f"in {key}"), coarse) for key, coarse in dict.fromkeys(outer))

    def _spots(self) -> Iterator[tuple[int, ...]]:
        """The places fine enough that claims without a day may meet there."""
        for place, sites in enumerate(self._census.places):
            keys = dict.fromkeys(site.key for site in sites if _spotted(site))
            yield from ((place, self._number(f"undated {key}")) for key in keys)

    def _signs(self) -> Iterator[tuple[int, int]]:
        """What two claims must share besides a coarse place: a side, a party without a side, a telling number."""
        census, ground = self._census, self._ground
        for what, (doers, sufferers, counts, kind) in enumerate(self._whats):
            parties = (*census.parties[doers], *census.parties[sufferers])
            signs = [ground.side(party) or ground.lineage(party)[-1] for party in parties]
            signs += map(_counted, census.numbers[counts])
            names = dict.fromkeys(signs or (census.kinds[kind].kind.name,))
            yield from ((what, self._number(name)) for name in names)

    def _marks(self) -> Iterator[tuple[int, int]]:
        """What two claims must share besides a fine place where a day is missing: a party or a number."""
        census = self._census
        for what, (doers, _, counts, _) in enumerate(self._whats):
            names = dict.fromkeys((*census.parties[doers], *map(_counted, census.numbers[counts])))
            yield from ((what, self._number(name)) for name in names)

    def _number(self, name: str) -> int:
        return self._names.of(name, name)


_RANKS = {name: rank for rank, name in enumerate(sorted(event_types()))}


def _spotted(site: Site) -> bool:
    """Is it a place of its own, or a name that no pack knows and that may be one?"""
    return site.fine or site.where.id is None


def _counted(count: Count) -> str:
    return f"{count.what}={count.low}"


def _cells(site: Site) -> Iterator[str]:
    """The four cells (two shifts in each direction) in which the site's point lies."""
    lat, lon = site.where.lat, site.where.lon
    if lat is None or lon is None:
        return
    for shift_lat in (0.0, 0.5):
        for shift_lon in (0.0, 0.5):
            row, column = floor(lat / _CELLS[0] + shift_lat), floor(lon / _CELLS[1] + shift_lon)
            yield f"near {shift_lat} {shift_lon} {row} {column}"


def _ranks(names: Sequence[str]) -> Column:
    """The place of each name in the order of all."""
    order = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return np.array([order[name] for name in names], np.int32)


def _columns(names: Sequence[str], rows: Iterable[tuple[int, ...]]) -> Columns:
    """Rows of numbers as a table of named columns."""
    found = array("i")
    for row in rows:
        found.extend(row)
    return dict(zip(names, np.array(found, np.int32).reshape(-1, len(names)).T.copy(), strict=True))
