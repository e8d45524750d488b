"""The keys by which claims meet: a shared place or neighbour place, a party, a number, a sentence.

Every key stands for a question that two claims of one happening would answer alike. `wanting` marks claims
for which the key is the only way to meet (they name no fine place, or no day); of two claims that meet by
such a key one must be wanting, so that "both in Aleppo province" alone brings no two claims together that
know their towns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor

from dragoman.events.ground import Ground
from dragoman.events.tellings import Site, Telling
from dragoman.events.weights import weights

BUCKET_DAYS = 8
# A day's claim still meets one told two days off (a report of the night, a day of publication).
REACH = 3
# Longer spans ("since 2011") meet each other only, else they would stand in every block.
LONGEST = 400
ANY_TIME = -1
ENDLESS = -2
# Two points nearer than half a cell share a cell of one of two grids shifted by half: 5 km in degrees of
# latitude, and of longitude up to 56° north.
_CELLS = (0.092, 0.16)

# A key, a story and eight days: claims are compared within a block only.
Block = tuple[str, str, int]
Keys = Iterable[tuple[str, bool]]


@dataclass(slots=True)
class Members:
    """The tellings of a block; `first` says of each whether the eight days are its first, so that two that
    share several blocks meet in one of them.
    """

    numbers: list[int]
    first: list[bool]
    wanting: list[bool]


def blocks(tellings: Iterable[Telling], copies: Mapping[str, int], ground: Ground) -> Mapping[Block, Members]:
    """The blocks in which two tellings or more can meet; `copies` numbers groups of near-equal sentences by
    claim id.
    """
    found: dict[Block, Members] = defaultdict(lambda: Members([], [], []))
    corners = _Corners(ground)
    for telling in tellings:
        story, days = telling.kind.story, _buckets(telling)
        for key, wanting in dict.fromkeys(corners.dated_keys(telling)):
            for bucket in days:
                _put(found[key, story, bucket], telling, bucket == days[0], wanting)
        for key, wanting in dict.fromkeys(_timeless_keys(telling, copies.get(telling.id))):
            _put(found[key, story, ANY_TIME], telling, True, wanting)
    return {block: held for block, held in found.items() if len(held.numbers) > 1 and any(held.wanting)}


def reach(telling: Telling) -> int:
    """How many days two tellings may lie apart and still be compared."""
    return weights().limit("lasting_gap") if telling.kind.lasting else REACH


def _put(block: Members, telling: Telling, first: bool, wanting: bool) -> None:
    block.numbers.append(telling.number)
    block.first.append(first)
    block.wanting.append(wanting)


def _buckets(telling: Telling) -> range:
    if telling.first is None or telling.last is None:
        return range(0)
    if telling.last - telling.first > LONGEST:
        return range(ENDLESS, ENDLESS + 1)
    return range(telling.first // BUCKET_DAYS, (telling.last + reach(telling)) // BUCKET_DAYS + 1)


class _Corners:
    """The keys of places and parties, which many claims share: each one's are made once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._near: dict[Hashable, tuple[str, ...]] = {}
        self._around: dict[tuple[str, ...], tuple[str, ...]] = {}

    def dated_keys(self, telling: Telling) -> Keys:
        """The keys by which claims of some days meet, each with whether it is wanting."""
        signs = tuple(self._signs(telling))
        for site in telling.sites:
            coarse = not site.fine
            if site.fine or site.where.id is None:
                yield from ((key, True) for key in self._keys_near(site))
            for outer in self._outer_areas(site.chain):
                yield from ((f"in {outer} {sign}", coarse) for sign in signs)
        yield from ((f"who {sign}", not telling.placed) for sign in signs)

    def _signs(self, telling: Telling) -> Iterator[str]:
        """What two claims must share besides a coarse place: a side, a party without a side, a telling
        number.
        """
        for party in (*telling.doers, *telling.sufferers):
            yield self._ground.side(party) or self._ground.lineage(party)[-1]
        for count in telling.numbers:
            yield f"{count.what}={count.low}"
        if not telling.doers and not telling.sufferers and not telling.numbers:
            yield telling.kind.name

    def _keys_near(self, site: Site) -> tuple[str, ...]:
        """The place itself, the towns and quarters that contain it, and the cells in which it lies."""
        seen = site.seen
        if seen not in self._near:
            outer = (f"at {key}" for key in site.chain[1:] if self._ground.fine(key))
            self._near[seen] = (f"at {site.key}", *outer, *_cells(site))
        return self._near[seen]

    def _outer_areas(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        """The districts, provinces and countries of a chain of places."""
        if chain not in self._around:
            self._around[chain] = tuple(key for key in chain if not self._ground.fine(key))
        return self._around[chain]


def _cells(site: Site) -> Iterator[str]:
    """The four cells (two shifts in each direction) in which the site's point lies."""
    lat, lon = site.where.lat, site.where.lon
    if lat is None or lon is None:
        return
    for shift_lat in (0.0, 0.5):
        for shift_lon in (0.0, 0.5):
            row, column = floor(lat / _CELLS[0] + shift_lat), floor(lon / _CELLS[1] + shift_lon)
            yield f"near {shift_lat} {shift_lon} {row} {column}"


def _timeless_keys(telling: Telling, copy: int | None) -> Keys:
    """Keys that need no day: one sentence, or a fine place with the same party or number where a day is
    missing.
    """
    if copy is not None:
        yield f"copy {copy}", True
    undated = telling.first is None
    for site in telling.sites:
        if site.fine or site.where.id is None:
            yield from ((f"undated {site.key} {party}", undated) for party in telling.doers)
            numbers = (f"{count.what}={count.low}" for count in telling.numbers)
            yield from ((f"undated {site.key} {number}", undated) for number in numbers)
