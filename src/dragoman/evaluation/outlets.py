"""Outlet against outlet: how many events two of them both tell, on how many they agree and contradict each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf

from rich.console import Console
from rich.table import Table

from dragoman.model import Claim, Document, Event

_ROWS = 15
_NUMBERS = ("events", "one_voice", "agreeing", "contradicting")
_UNNAMED = "unnamed"
_DENIAL = "denied"
_NUMBER = re.compile(r"(?P<low>\d+)(?:(?P<open>\+)|-(?P<high>\d+))?")


@dataclass(slots=True)
class Meeting:
    """Two outlets: the events that both tell, in how many they pass on one voice, in how many they contradict each
    other, and on what.
    """

    one: str
    other: str
    events: int = 0
    one_voice: int = 0
    contradicting: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    @property
    def agreeing(self) -> int:
        """The events on which nothing that one tells speaks against what the other tells."""
        return self.events - self.contradicting


def meetings(
    events: Iterable[Event], claims: Iterable[Claim], documents: Mapping[str, Document]
) -> tuple[Meeting, ...]:
    """Every two outlets that tell an event in common, those with the most events first."""
    by_id = {claim.id: claim for claim in claims}
    outlet = {claim.id: documents[claim.document].outlet or _UNNAMED for claim in by_id.values()}
    met: dict[tuple[str, str], Meeting] = {}
    for event in events:
        for pair in combinations(sorted({outlet[claim] for claim in event.claims}), 2):
            meeting = met.setdefault(pair, Meeting(*pair))
            differing = [name for name, sides in _sides(event, by_id, outlet) if _against(*pair, sides)]
            meeting.events += 1
            meeting.one_voice += len(event.originators) == 1
            meeting.contradicting += bool(differing)
            meeting.fields.update(differing)
    return tuple(sorted(met.values(), key=lambda one: (-one.events, one.one, one.other)))


def _sides(
    event: Event, claims: Mapping[str, Claim], outlet: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, set[str]]]]:
    """Each dispute of an event: its field, and by outlet the values that it gives."""
    for disagreement in event.disagreements:
        values = {reading.value: reading.claims for reading in disagreement.values}
        yield disagreement.field, _by_outlet(values, outlet)
    denying = [claim for claim in event.claims if claims[claim].realis == "denied"]
    telling = [claim for claim in event.claims if claims[claim].realis != "denied"]
    if denying and telling:
        yield _DENIAL, _by_outlet({"no": denying, "yes": telling}, outlet)


def _by_outlet(values: Mapping[str, Sequence[str]], outlet: Mapping[str, str]) -> Mapping[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for value, claims in values.items():
        for claim in claims:
            held[outlet[claim]].add(value)
    return held


def _against(one: str, other: str, held: Mapping[str, set[str]]) -> bool:
    """Whether both take a side and no value of the one goes with any of the other."""
    mine, theirs = held.get(one, set()), held.get(other, set())
    return bool(mine and theirs) and not any(_go_together(a, b) for a in mine for b in theirs)


def _go_together(one: str, other: str) -> bool:
    """The same words, or numbers that may be the same: "22+" and "35" differ from a third and not from each other."""
    if one == other:
        return True
    mine, theirs = _number(one), _number(other)
    return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _number(value: str) -> tuple[float, float] | None:
    """Least and most of a number as a disagreement tells it: "15", "15+", "15-20"; None for other words."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        return None
    low = float(found["low"])
    return low, inf if found["open"] else float(found["high"] or low)


def show(console: Console, found: Sequence[Meeting]) -> None:
    """The first rows of the table, and the sums over all."""
    heads = ("events of both", "of one voice", "agree", "contradict", "most often on")
    table = Table("outlet", "outlet", *heads, title="Outlets")
    for meeting in found[:_ROWS]:
        numbers = (str(getattr(meeting, name)) for name in _NUMBERS)
        table.add_row(meeting.one, meeting.other, *numbers, ", ".join(_most(meeting.fields)))
    sums = [sum(getattr(one, name) for one in found) for name in _NUMBERS]
    together = sum((one.fields for one in found), Counter[str]())
    table.add_row(f"all {len(found)} pairs of outlets", "", *map(str, sums), ", ".join(_most(together)))
    console.print(table)


def _most(fields: Counter[str]) -> list[str]:
    ranked = sorted(fields.items(), key=lambda item: (-item[1], item[0]))
    return [f"{name} {times}" for name, times in ranked[:2]]
