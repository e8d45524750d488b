"""The keys by which claims meet: a shared place or neighbour place, a party, a number, a sentence.

Every key stands for a question that two claims of one happening would answer alike. `wanting` marks claims
for which the key is the only way to meet (they name no fine place, or no day); of two claims that meet by
such a key one must be wanting, so that "both in Aleppo province" alone brings no two claims together that
know their towns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from dragoman.events.ground import Ground
from dragoman.events.tellings import Site, Telling

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


@dataclass(frozen=True, slots=True)
class Key:
    """A way to meet, with its eight days; `first_bucket` is the earliest of the telling's."""

    number: int
    key: str
    story: str
    bucket: int
    first_bucket: int
    wanting: bool


def keys(telling: Telling, copy: int | None, reach: int, ground: Ground) -> Iterator[Key]:
    """All keys of a telling; `copy` numbers its group of near-equal sentences."""
    buckets = _buckets(telling, reach)
    for key, wanting in dict.fromkeys(_dated_keys(telling, ground)):
        for bucket in buckets:
            yield Key(telling.number, key, telling.kind.story, bucket, buckets[0], wanting)
    for key, wanting in dict.fromkeys(_timeless_keys(telling, copy)):
        yield Key(telling.number, key, telling.kind.story, ANY_TIME, ANY_TIME, wanting)


def _buckets(telling: Telling, reach: int) -> range:
    if telling.first is None or telling.last is None:
        return range(0)
    if telling.last - telling.first > LONGEST:
        return range(ENDLESS, ENDLESS + 1)
    return range(telling.first // BUCKET_DAYS, (telling.last + reach) // BUCKET_DAYS + 1)


def _dated_keys(telling: Telling, ground: Ground) -> Iterator[tuple[str, bool]]:
    signs = tuple(_signs(telling, ground))
    for site in telling.sites:
        yield from _site_keys(site, signs, ground)
    if not telling.placed:
        yield from ((f"who {sign}", True) for sign in signs)
    else:
        yield from ((f"who {sign}", False) for sign in signs)


def _site_keys(site: Site, signs: tuple[str, ...], ground: Ground) -> Iterator[tuple[str, bool]]:
    coarse = not site.fine
    if not coarse or site.where.id is None:
        yield f"at {site.key}", True
        yield from ((f"at {outer}", True) for outer in site.chain[1:] if ground.fine(outer))
        yield from ((cell, True) for cell in _cells(site))
    for outer in site.chain:
        if not ground.fine(outer):
            yield from ((f"in {outer} {sign}", coarse) for sign in signs)


def _signs(telling: Telling, ground: Ground) -> Iterator[str]:
    """What two claims must share besides a coarse place: a side, a party without a side, a telling number."""
    for party in (*telling.doers, *telling.sufferers):
        yield ground.side(party) or ground.lineage(party)[-1]
    for count in telling.numbers:
        yield f"{count.what}={count.low}"
    if not telling.doers and not telling.sufferers and not telling.numbers:
        yield telling.kind.name


def _cells(site: Site) -> Iterator[str]:
    """The four cells (two shifts in each direction) in which the site's point lies."""
    lat, lon = site.where.lat, site.where.lon
    if lat is None or lon is None:
        return
    for shift_lat in (0.0, 0.5):
        for shift_lon in (0.0, 0.5):
            row, column = floor(lat / _CELLS[0] + shift_lat), floor(lon / _CELLS[1] + shift_lon)
            yield f"near {shift_lat} {shift_lon} {row} {column}"


def _timeless_keys(telling: Telling, copy: int | None) -> Iterator[tuple[str, bool]]:
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
