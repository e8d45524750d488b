"""From clues to a day of publication, with reasons; undecided where the evidence allows several years.

1. Which years are possible: after every year told in the past and after every named actor began.
2. Which year the evidence prefers: weekdays beside days of months, "last year" beside a year, ended actors.
3. Which days of that year: "today" beside a date, "two weeks into" what began on a date, the last day told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.dates.clues import Clue, later
from dragoman.dates.days import day_of, weekday_nearest
from dragoman.model import DayPrecision, Published

FIRST_YEAR, LAST_YEAR = 1900, 2100
# A report comes out within so many days after the last day that it tells.
_AFTER_TOLD = 7
# A length counted from a beginning is meant to about two days.
_LENGTH_ROOM = 2
# A reader's date is about the report's own within so many days.
_COMMENT_ROOM = 3
# A name outlives its bearer ("the former Front"), so one actor weighs less than a weekday that fits.
_WEIGHTS = {"year_before": 2.0, "pair": 1.0, "actor": 0.5, "weekday": 0.5}


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a report came out, and what says so."""

    start: date
    end: date
    reasons: tuple[str, ...]


def inferred(found: Sequence[Clue], years: Iterable[int] | None = None) -> Published | None:
    """The publication by a report's own clues; `years` limits it to what neighbours allow."""
    windows = {year: window for year in _years(found, years) if (window := window_in(found, year)) is not None}
    windows = {year: window for year, window in windows.items() if _possible(found, window)}
    if not windows:
        return None
    scores = {year: _score(found, year, window) for year, window in windows.items()}
    best = max(sorted(scores), key=lambda year: scores[year])
    rivals = [year for year in scores if year != best and scores[year] >= scores[best]]
    if rivals:
        return None
    window = windows[best]
    reasons = (*window.reasons, *_year_reasons(found, best, window))
    return Published(window.start, window.end, precision(window.start, window.end), "inferred", reasons)


def precision(start: date, end: date) -> DayPrecision:
    """A day, about a week, or an open stretch."""
    days = (end - start).days
    return "day" if days == 0 else "week" if days <= 7 else "open"


def _years(found: Sequence[Clue], years: Iterable[int] | None) -> list[int]:
    told = [clue.year for clue in found if clue.kind == "year" and clue.year is not None]
    first = max([FIRST_YEAR, *told])
    return sorted(year for year in (years or range(FIRST_YEAR, LAST_YEAR + 1)) if first <= year <= LAST_YEAR)


def _possible(found: Sequence[Clue], window: Window) -> bool:
    """No actor is named before it began, and nothing is collected before it came out."""
    captured = [clue.until for clue in found if clue.kind == "captured" and clue.until is not None]
    return all(window.start <= day for day in captured) and all(
        clue.since is None or clue.since <= window.end for clue in found if clue.kind == "actor"
    )


def window_in(found: Sequence[Clue], year: int) -> Window | None:
    """The days of a year in which a report with these clues came out; None where they name no day."""
    told = _told_days(found, year, own=True)
    now = [(clue, day) for clue in found if clue.kind == "now" and (day := _day(clue, year))]
    if now:
        clue, day = max(now, key=lambda pair: pair[1])
        if not told or day >= max(other for other, _ in told):
            return Window(day, day, (f"{clue.text!r} makes {day.day:02d}.{day.month:02d}. its own day",))
    if not told:
        return _by_comments(found, year)
    last, words = max(told, key=lambda pair: pair[0])
    return _by_length(found, told, last, words) or _by_today(found, last, words) or _after_last(found, last, words)


def _by_today(found: Sequence[Clue], last: date, words: Clue) -> Window | None:
    """The newest day told, or the day after it, where the report tells of a "today"."""
    today = next((clue for clue in found if clue.kind == "today"), None)
    if today is None:
        return None
    return Window(last, later(last, 1), (f"{today.text!r} goes with the newest day told, {words.text!r}",))


def _day(clue: Clue, year: int) -> date | None:
    return day_of(year, clue.month or 1, clue.day or 1)


def _told_days(found: Sequence[Clue], year: int, *, own: bool) -> list[tuple[date, Clue]]:
    """The days told, each at its last time before the report (which may be in the year before)."""
    clues = [clue for clue in found if clue.kind == "told" and clue.own == own]
    days = [(day, clue) for clue in clues if (day := _day(clue, year))]
    turn = _turn(sorted({day for day, _ in days}))
    moved = ((day if turn is None or day < turn else _year_back(day), clue) for day, clue in days)
    return [(day, clue) for day, clue in moved if day is not None]


def _turn(days: Sequence[date]) -> date | None:
    """The first day that belongs to the year before: after a gap of more than half a year."""
    return next((two for one, two in pairwise(days) if (two - one).days > 183), None)


def _year_back(day: date) -> date | None:
    return day_of(day.year - 1, day.month, day.day)


def _by_length(found: Sequence[Clue], told: Sequence[tuple[date, Clue]], last: date, words: Clue) -> Window | None:
    """The day so long after the beginning that the report tells, if it is not before the last day told."""
    ends = [(later(day, clue.days or 0), clue, start) for clue in _lengths(found) for day, start in told if start.began]
    # "After a ten-day pause" counts from the last day told alone; "two weeks into" from any beginning.
    fitting = [end for end in ends if 0 <= (end[0] - last).days <= 45 and (end[1].began or end[2] is words)]
    fitting = [end for end in fitting if end[1].began] or fitting
    if not fitting:
        return None
    day, clue, start = min(fitting, key=lambda end: end[0])
    reason = f"{clue.text!r} counted from {start.text!r}"
    return _with_weekday(found, Window(day, later(day, _LENGTH_ROOM), (reason,)))


def _lengths(found: Sequence[Clue]) -> list[Clue]:
    return [clue for clue in found if clue.kind == "into" and clue.days is not None]


def _after_last(found: Sequence[Clue], last: date, words: Clue) -> Window:
    reason = f"the last day told is {words.text!r}"
    # A weekday in the lead is the newest; one told later may well lie before the last day told.
    lead = [clue for clue in found if clue.first]
    return _with_weekday(lead, Window(last, later(last, _AFTER_TOLD), (reason,)))


def _with_weekday(found: Sequence[Clue], window: Window) -> Window:
    """Narrowed to a bare weekday that the report tells as just past: on that day or the next."""
    for clue in found:
        if clue.kind != "weekday" or clue.weekday is None:
            continue
        near = [day for step in range(7) if (day := later(window.start, step)).isoweekday() == clue.weekday]
        if near and near[0] <= window.end:
            return Window(near[0], later(near[0], 1), (*window.reasons, f"{clue.text!r} is told as just past"))
    return window


def _by_comments(found: Sequence[Clue], year: int) -> Window | None:
    """A day that a reader or the page around the report names, moved to the weekday that the report tells."""
    told = _told_days(found, year, own=False)
    if not told:
        return None
    last, clue = max(told, key=lambda pair: pair[0])
    reason = f"{clue.text!r} stands in a reader's comment or around the report"
    weekdays = [other for other in found if other.kind == "weekday" and other.weekday is not None]
    if not weekdays:
        return Window(later(last, -_COMMENT_ROOM), later(last, _COMMENT_ROOM), (reason,))
    day = weekday_nearest(last, weekdays[0].weekday or 1)
    return Window(day, later(day, 2), (reason, f"{weekdays[0].text!r} is told as just past"))


def _score(found: Sequence[Clue], year: int, window: Window) -> float:
    total = _WEIGHTS["pair"] * _pairs_right(found, year)
    total += _WEIGHTS["actor"] * len(_ended_after(found, window))
    total += _WEIGHTS["weekday"] * _weekday_fits(found, year)
    years_before = {clue.year for clue in found if clue.kind == "year_before"}
    return total + _WEIGHTS["year_before"] * (year - 1 in years_before)


def _pairs_right(found: Sequence[Clue], year: int) -> int:
    """How many weekdays fit their day and month; neighbouring days are one witness."""
    right = sorted({day for clue in found if (day := _paired(clue, year)) and day.isoweekday() == clue.weekday})
    return sum(1 for number, day in enumerate(right) if number == 0 or (day - right[number - 1]).days > 1)


def _paired(clue: Clue, year: int) -> date | None:
    return _day(clue, year) if clue.kind == "told" and clue.weekday is not None and clue.own else None


def _ended_after(found: Sequence[Clue], window: Window) -> list[Clue]:
    """Actors with an end that held when the report came out."""
    return [
        clue
        for clue in found
        if clue.kind == "actor" and clue.until is not None and clue.until >= window.start
        and (clue.since is None or clue.since <= window.end)
        and (clue.year is None or clue.year <= window.end.year)
    ]  # fmt: skip


def _weekday_fits(found: Sequence[Clue], year: int) -> bool:
    """Whether a bare weekday of the report is that of the day which a reader names."""
    weekdays = {clue.weekday for clue in found if clue.kind == "weekday"}
    own = any(clue.kind == "told" and clue.own for clue in found)
    days = [] if own else _told_days(found, year, own=False)
    return any(day.isoweekday() in weekdays for day, _ in days)


def _year_reasons(found: Sequence[Clue], year: int, window: Window) -> tuple[str, ...]:
    reasons = [
        f"{clue.text!r} fits {year}"
        for clue in found
        if (day := _paired(clue, year)) and day.isoweekday() == clue.weekday
    ]
    reasons += [f"{clue.text} held until {clue.until}" for clue in _ended_after(found, window)]
    for clue in found:
        if clue.kind == "year_before" and clue.year == year - 1:
            voice = "" if clue.own else " in a reader's comment"
            reasons.append(f"{clue.text!r} is called the last year{voice}")
    return tuple(dict.fromkeys(reasons))
