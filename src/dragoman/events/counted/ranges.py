"""Tolls seen together, by source, month or place: the least, the best and the greatest number that is told.

Nothing is added up: two rows may count the same people, in one another's periods or under another event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.events.counted.numbers import best, upper
from dragoman.model import Toll, What


@dataclass(frozen=True, slots=True)
class TollRange:
    """The range of the tolls of one source, month or place (`by`), incidents and sums of periods apart.

    `best` is the number that most rows give, else the lower median; `high` None says that the greatest has no upper
    end; `rows` counts the tolls behind the range.
    """

    by: str
    what: What
    who: str | None
    cumulative: bool
    low: int
    best: int
    high: int | None
    rows: int
    since: date | None
    until: date | None


def ranges(tolls: Iterable[Toll], by: Callable[[Toll], str]) -> Iterator[TollRange]:
    """The ranges of the tolls that `by` gives the same name, in the order of the names."""
    found: dict[tuple[str, What, str, bool], list[Toll]] = defaultdict(list)
    for toll in tolls:
        found[by(toll), toll.what, toll.who or "", toll.cumulative].append(toll)
    for name, what, who, cumulative in sorted(found):
        yield _range(name, what, who or None, cumulative, found[name, what, who, cumulative])


def _range(name: str, what: What, who: str | None, cumulative: bool, tolls: list[Toll]) -> TollRange:
    days = [day for toll in tolls for day in (toll.since, toll.until) if day is not None]
    return TollRange(
        by=name,
        what=what,
        who=who,
        cumulative=cumulative,
        low=min(toll.low for toll in tolls),
        best=best(toll.low if toll.high is None else toll.high for toll in tolls),
        high=upper((toll.low, toll.high) for toll in tolls),
        rows=len(tolls),
        since=min(days, default=None),
        until=max(days, default=None),
    )


def month(toll: Toll) -> str:
    """The month in which a toll's days end, as 2016-10; a sum belongs to the month up to which it counts."""
    last = toll.until or toll.since
    return "undated" if last is None else f"{last:%Y-%m}"
