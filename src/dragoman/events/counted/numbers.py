"""Numbers of an event as ranges over the voices that gave them: low, best, high."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median_low

from dragoman.events.tellings import Telling
from dragoman.events.weighing.voices import Voices
from dragoman.model import Count, EventCount, SourceCount, What

_Thing = tuple[What, str]


def event_counts(members: Iterable[Telling], voices: Voices) -> tuple[EventCount, ...]:
    """Every number of the members per what and whom; numbers of a period and of parts stay apart from
    wholes.
    """
    found: dict[_Thing, dict[str, list[tuple[str, Count]]]] = defaultdict(lambda: defaultdict(list))
    for telling in members:
        source = voices.of(telling.claim).named
        for count in telling.numbers:
            thing = (count.what, count.who or "people")
            found[thing][source.id or source.name].append((telling.id, count))
    return tuple(_event_count(thing, found[thing]) for thing in sorted(found))


def _event_count(thing: _Thing, said: dict[str, list[tuple[str, Count]]]) -> EventCount:
    sources = tuple(_source_count(name, said[name]) for name in sorted(said))
    named = any(count.who is not None for counts in said.values() for _, count in counts)
    return EventCount(
        what=thing[0],
        who=thing[1] if named else None,
        low=min(source.low for source in sources),
        best=_best(sources),
        high=_highest(sources),
        by_source=sources,
    )


def _source_count(source: str, counts: Sequence[tuple[str, Count]]) -> SourceCount:
    low = min(count.low for _, count in counts)
    claims = tuple(sorted({claim for claim, _ in counts}))
    return SourceCount(source, low, upper((count.low, count.high) for _, count in counts), claims)


def upper(ranges: Iterable[tuple[int, int | None]]) -> int | None:
    """The upper end of several ranges; None ("at least") where the largest number has no end."""
    pairs = list(ranges)
    most = max(high if high is not None else low for low, high in pairs)
    return None if any(high is None and low >= most for low, high in pairs) else most


def _highest(sources: Sequence[SourceCount]) -> int | None:
    return upper((source.low, source.high) for source in sources)


def _best(sources: Sequence[SourceCount]) -> int:
    return best(source.high if source.high is not None else source.low for source in sources)


def best(numbers: Iterable[int]) -> int:
    """The number that most sources give; where none leads, the lower median."""
    values = list(numbers)
    (value, times), *others = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    leads = not others or others[0][1] < times
    return value if leads else median_low(values)
