"""How a match becomes an expression: the one place that fills in words, offsets and rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from dragoman.dates.context import Anchor, Context
from dragoman.dates.days import Days, moved
from dragoman.dates.expression import Basis, DateExpression
from dragoman.dates.scan import Match
from dragoman.model import DayPrecision

PUBLISHED = "published"
CONFLICT = "weekday_conflict"
# "For Friday" looks ahead, "for Friday's attack" does not.
_POSSESSIVES = ("'s", "’s")
UNIT_PRECISION: dict[str, DayPrecision] = {
    "second": "hour", "minute": "hour", "hour": "hour", "day": "day",
    "week": "week", "fortnight": "week", "weekend": "week", "month": "month", "quarter": "season",
    "year": "year", "decade": "open", "century": "open",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an expression's days come from; `shift`: how far off they lie by the anchor's other reading."""

    basis: Basis
    anchor: str
    shift: int | None = None


YEARS = ("year", "old_year", "medieval_year", "ancient_year", "y2")
STATED = Origin("stated", "")


def hung_on(anchor: Anchor) -> Origin:
    """The origin of days that hang on another date of the text."""
    return Origin("anchored", anchor.words, anchor.shift)


FROM_PUBLICATION = Origin("published", PUBLISHED)


@dataclass(frozen=True)  # no slots: what is asked again and again is worked out once
class Reading:
    """One match with the text and what the text has told before it."""

    match: Match
    text: str
    context: Context
    order: str

    @cached_property
    def sentence(self) -> int:
        """The number of the sentence that the match stands in."""
        return self.context.sentence(self.match.start)

    @property
    def story_year(self) -> int | None:
        """The year that the course of the story gives."""
        return self.context.story.get(self.match.start) if self.context.story else None

    @cached_property
    def ahead(self) -> bool:
        """Whether the clause speaks of the future, or what is planned for the day."""
        if self.match.value("ahead_unless_back") and not self.context.told_past(self.match.start, self.match.end):
            return True
        if self.match.value("ahead"):
            return not self.text.startswith(_POSSESSIVES, self.match.end)
        if self.match.value("back"):
            return False
        if self.text.startswith(_POSSESSIVES, self.match.end) and self.match.rule.kind == "weekday":
            return self.context.told_ahead(self.match.start, self.match.end, hoped=False)
        return self.context.told_ahead(self.match.start, self.match.end)

    @property
    def back(self) -> bool:
        """Whether the clause speaks of the past."""
        return bool(self.match.value("back")) or self.context.told_back(self.match.start, self.match.end)


def year_of(match: Match) -> int | None:
    """The year in the words of a match; one before our era is below zero."""
    year = next((found for name in YEARS[:-1] if (found := match.value(name))), None)
    return -int(year) if year and match.value("era") == "before" else year


def span_years(match: Match) -> tuple[int, int]:
    """The years of a span; the second may have two digits ("1914–18"), and be the year before our era for both."""
    numbers = [value for name, value in match.slots if name in YEARS]
    first, last = numbers[0], numbers[1]
    if match.value("era") == "before":
        return -first, -last
    if match.value("y2") is not None and last < 100:
        last += first // 100 * 100
    return first, last


def made(reading: Reading, days: Days | None, precision: DayPrecision, origin: Origin, **more: Any) -> DateExpression:
    """The expression of a match; a part of the day in its words makes it more precise."""
    match = reading.match
    part = match.value("part")
    if part and precision == "day":
        precision = "part_of_day"
        more = {"type": "TIME"} | more | {"value": f"{more.get('value', '')}T{part}"}
    end = match.end - 2 * reading.text.endswith(_POSSESSIVES, match.start, match.end)
    found = DateExpression(
        reading.text[match.start : end],
        match.start,
        end,
        days.low if days else None,
        days.high if days else None,
        precision,
        origin.basis,
        origin.anchor,
        match.rule.name,
        ahead=reading.ahead,
        **more,
    )
    return found if origin.shift is None or days is None else _doubted(found, days, origin.shift)


def _doubted(found: DateExpression, days: Days, shift: int) -> DateExpression:
    """The expression with the doubt of the date that it hangs on."""
    low, high = moved(days.low, "day", shift), moved(days.high, "day", shift)
    return flagged(found, CONFLICT, Days(low, high)) if low and high else found


def eve(found: DateExpression | None) -> DateExpression | None:
    """The night that leads to a day: it begins on the evening before."""
    before = found and found.low and moved(found.low, "day", -1)
    if not found or not before:
        return found
    return replace(found, low=before, type="TIME", precision="part_of_day", value=f"{before.isoformat()}TNI")


def pieces(match: Match, *names: str) -> list[tuple[int, int]]:
    """Where the single dates of a match stand, each with one word of some class: "5. und 6. Mai" by its days."""
    starts = [span[0] for (slot, _), span in zip(match.slots, match.spans, strict=True) if slot in names]
    cuts = [max(end for start, end in match.spans if start < after) for after in starts[1:]]
    return list(zip([match.start, *starts[1:]], [*cuts, match.end], strict=True))


def flagged(found: DateExpression, flag: str, other: Days) -> DateExpression:
    """The expression with a flag and the reading that was not chosen."""
    return replace(found, flags=(*found.flags, flag), alternative=(other.low, other.high))


def one_day(day: date) -> Days:
    """A stretch of one day."""
    return Days(day, day)
