"""The years of a story: a text that tells of the past hangs on its own dates, not on a publication day.

A day, month or season without a year takes it from the course of the story. Each date moves the story on, or is an
aside ("the treaty of 1839") after which the story goes on where it was; the courses are weighed against each other:

1. Going on costs little, going back more: December is followed by the January of the next year.
2. A lone year within a sentence is easily an aside, a full date is not, one in a heading never.
3. Dates that stand side by side share the year of the last: "in May and June 1940".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from math import log1p
from typing import NamedTuple

from dragoman.dates.days import SEASON_MONTHS, YEAR_PARTS
from dragoman.dates.lexicon import FIRST_YEAR
from dragoman.dates.making import YEARS, span_years, year_of
from dragoman.dates.numbers import number_of
from dragoman.dates.scan import Match
from dragoman.dates.told import counted
from dragoman.model import Published

DATED = frozenset({"date", "numeric", "span", "month", "year", "year_span", "season", "holiday"})
# Kinds of words that only a report of the day uses.
_OF_THE_DAY = frozenset({"relative", "weekday", "near", "recent", "weekend"})
# A story with a publication has this many full dates at least, of which so many of a hundred lie well before it, and
# so many dates for each word of the day.
_FULL, _PAST_SHARE, _PAST_YEARS, _NEWS = 4, 85, 2, 3
_NEWS_UNDATED = 2
# So many dates so near to each other (in characters) are a table; a story has words between.
_CROWD, _APART = 500, 50
# The month of holidays that move with Easter.
_SPRING = 4
# Kinds of dates that lend each other a year.
_SHARING = frozenset({"date", "month", "season"})
_WHOLE_YEAR = (1, 12)
# Courses that are kept at each date.
_BEAM = 6
# What a course costs: a step back, its size in months; how much less where a paragraph begins.
_BACK, _BACK_SIZE, _AHEAD_SIZE = 0.5, 1.2, 1.0
# No step costs more: how far away another age lies says nothing.
_FARTHEST = 3.4
_NEW_PARAGRAPH, _NEW_SECTION = 0.8, 0.3
# What an aside costs: a lone year, one that begins its sentence, a month or a day.
_ASIDE_YEAR, _ASIDE_FIRST, _ASIDE_DATE, _ASIDE_BRACKETS = 1.2, 3.0, 4.0, 0.3
# What it costs to lie outside the years of the section's heading.
_OUTSIDE = 2.0
# What it costs to leave a date without a year: more than any aside before it.
_UNKNOWN = 5.0
# How long a heading is at most, and one that ends in an ordinal.
_HEADING, _NUMBERED = 80, 24
# From this year on the era goes without saying.
_ERA_TOLD = 500
# At most two short words part dates that share a year.
_JOINT = re.compile(r"[\s,/–-]*(?:[^\W\d]{1,7}[\s,/]*){0,2}\Z")
_STOPS = ".!?:;,"


class Told(NamedTuple):
    """Where the story stands, in months: between its first and its last."""

    low: int
    high: int

    @property
    def year(self) -> int:
        """The year of the last month."""
        return self.high // 12


@dataclass(frozen=True, slots=True)
class _Item:
    """A date of the text: its year (and era) where told, its months, and what it costs to take it for an aside."""

    start: int
    year: int | None
    months: tuple[int, int]
    aside: float
    ease: float
    step: int | None = None
    era: str | None = None
    section: tuple[int, int] | None = None

    def at(self, year: int) -> Told:
        """The months of the date in a year."""
        first, last = self.months
        return Told(12 * year + first - 1, 12 * (year + (last < first)) + last - 1)


@dataclass(frozen=True, slots=True)
class _Course:
    """One way to read the dates so far: what it costs, where the story stands, the last date's year, the way there."""

    cost: float
    told: Told | None
    year: int | None
    before: _Course | None


def story(matches: Sequence[Match], text: str, published: Published | None) -> Mapping[int, int] | None:
    """The year of every date of a story, by where it starts; None for a report of the day."""
    dated = [match for match in matches if match.rule.kind in DATED or _counted(match)]
    if not _tells_past(matches, dated, published) or len(dated) > max(_CROWD, len(text) // _APART):
        return None
    return _years(_items(dated, text))


def _tells_past(matches: Sequence[Match], dated: Sequence[Match], published: Published | None) -> bool:
    years = [(year, match) for match in dated if (year := year_of(match)) is not None]
    news = sum(match.rule.kind in _OF_THE_DAY for match in matches)
    if not years or _NEWS_UNDATED * news > len(dated):
        return False
    if published is None or published.end is None:
        return True
    full = [year for year, match in years if year < FIRST_YEAR or _months(match) != _WHOLE_YEAR]
    past = sum(year <= published.end.year - _PAST_YEARS for year in full)
    return len(full) >= _FULL and 100 * past >= _PAST_SHARE * len(full) and _NEWS * news <= len(dated)


def _items(dated: Sequence[Match], text: str) -> list[_Item]:
    items: list[_Item] = []
    section: tuple[int, int] | None = None
    headed = last = -1
    breaks = [at for at, sign in enumerate(text) if sign == "\n"]
    for match in dated:
        line, heading = _line(match, text, breaks)
        item = _item(match, text, heading, first=line > last)
        if heading and item.year is not None:
            years = [item.year, _last_year(match, item.year), *(section if section and headed == line else ())]
            section, headed = (min(years), max(years)), line
        items.append(replace(item, section=section))
        last = line
    return _shared(items, dated, text)


def _last_year(match: Match, first: int) -> int:
    """The last year of a span, the year itself where there is but one."""
    return span_years(match)[1] if sum(name in YEARS for name, _ in match.slots) > 1 else first


def _line(match: Match, text: str, breaks: Sequence[int]) -> tuple[int, bool]:
    """Where the line of a match begins, and whether it is a heading: short, and no sentence."""
    before, behind = bisect_left(breaks, match.start) - 1, bisect_left(breaks, match.end)
    line = breaks[before] + 1 if before >= 0 else 0
    end = breaks[behind] if behind < len(breaks) else len(text)
    if text[match.end : end].strip() == "." and text.startswith("\n\n", end):
        return line, end - line <= _NUMBERED  # the stop of an ordinal: "The year 1915."
    return line, end - line <= _HEADING and text[line:end].rstrip()[-1:] not in _STOPS


def _item(match: Match, text: str, heading: bool, *, first: bool) -> _Item:
    months = _months(match)
    ease = 1.0
    if first:
        ease = _NEW_SECTION if heading else _NEW_PARAGRAPH
    aside = _aside(match, text, heading and first)
    return _Item(match.start, year_of(match), months, aside, ease, _step_of(match), match.value("era"))


def _counted(match: Match) -> bool:
    """Whether a date is counted from the one before, in years or seasons."""
    season = match.rule.kind in ("told", "near") and match.value("season") is not None
    return season or _step_of(match) is not None


def _step_of(match: Match) -> int | None:
    """How many years after the year told last a date lies, where it is told so: "the following year"."""
    if year_of(match) is not None:
        return None
    if match.rule.kind == "shift":
        number = number_of(match) or (None if match.value("vague") else 1)
        years = match.value("told") and counted(match)[0] == "year" and number
        return int(match.value("sign") * number) if years else None
    if match.rule.kind in ("told", "near", "relative", "date", "month"):
        unit, step, _ = counted(match)
        yearly = unit == "year" and (match.rule.kind in ("told", "near", "relative") or match.value("yearunit"))
        return step if yearly else None
    return None


def _months(match: Match) -> tuple[int, int]:
    month = match.value("month") or match.value("mon")
    if month:
        return month, month
    season = match.value("season") or match.value("season_unsafe")
    if season:
        return SEASON_MONTHS[season]
    if match.rule.kind == "holiday":
        named = str(match.value("holiday"))
        month = _SPRING if named[0].isalpha() else int(named.split("-")[0])
        return month, month
    if match.rule.kind == "numeric":
        numbers = [value for name, value in match.slots if name == "num"]
        month = next((number for number in reversed(numbers) if 1 <= number <= 12), 1)
        return month, month
    return YEAR_PARTS.get(match.value("mod") or "", _WHOLE_YEAR)


def _aside(match: Match, text: str, heading: bool) -> float:
    """What it costs to take a date for an aside."""
    if heading:
        return 99.0
    if text[match.start - 1 : match.start] == "(" or text[match.end : match.end + 1] == ")":
        return _ASIDE_BRACKETS
    if match.value("month") or match.value("season"):
        return _ASIDE_DATE
    lead = text[max(match.start - 16, 0) : match.start].rstrip()
    begins = bool(re.search(r"(^|[.!?\n]\s*)[^\W\d]*(\s[^\W\d]+)?\Z", lead))
    return _ASIDE_FIRST if begins else _ASIDE_YEAR


def beside(dated: Sequence[Match], text: str) -> Mapping[int, int]:
    """The years of dates without one that stand beside one with a year, by where they start: "in May and June 1940"."""
    found: dict[int, int] = {}
    for one, two in zip(reversed(dated[:-1]), reversed(dated[1:]), strict=True):
        year = found.get(two.start) or year_of(two)
        if year is None or year_of(one) is not None or not {one.rule.kind, two.rule.kind} <= _SHARING:
            continue
        if _JOINT.match(text[one.end : two.start]):
            found[one.start] = year - (_months(one)[0] > _months(two)[0])
    return found


def _shared(items: list[_Item], dated: Sequence[Match], text: str) -> list[_Item]:
    """Dates without a year that stand beside one with a year, with that year."""
    for at in range(len(items) - 2, -1, -1):
        one, two = items[at], items[at + 1]
        between = text[dated[at].end : two.start]
        if one.year is None and one.step is None and two.year is not None and _JOINT.match(between):
            year = two.year - (one.months[0] > two.months[0])
            items[at] = replace(one, year=year)
    return items


def _years(items: Sequence[_Item]) -> dict[int, int]:
    courses = [_Course(0.0, None, None, None)]
    for item, following in zip(items, _following_years(items), strict=True):
        best: dict[tuple[Told | None, int | None], _Course] = {}
        for course in (new for old in courses for new in _courses(old, item, following)):
            known = best.get((course.told, course.year))
            if known is None or course.cost < known.cost:
                best[course.told, course.year] = course
        courses = sorted(best.values(), key=lambda course: course.cost)[:_BEAM]
    chosen = zip(reversed(items), _chain(courses[0]), strict=True)
    # Where a course leaves the calendar it tells nothing.
    return {item.start: year for item, year in chosen if year and year <= MAXYEAR}


def _following_years(items: Sequence[_Item]) -> list[int | None]:
    """For each date the next year that is told."""
    found: list[int | None] = []
    following: int | None = None
    for item in reversed(items):
        following = item.year if item.year is not None and item.aside > _ASIDE_YEAR else following
        found.append(following)
    return found[::-1]


def _courses(old: _Course, item: _Item, following: int | None) -> Iterator[_Course]:
    """The ways to go on with a date."""
    if item.step is not None:
        yield _stepped(old, item, item.step)
        return
    if item.year is not None:
        year = item.year if item.era else _of_era(item.year, old)
        yield _Course(old.cost + item.aside, old.told, year, old)
        yield _moved(old, item, year)
        return
    near = old.told
    if near is None:
        years = {following} if following is not None else set()
    else:
        years = {near.year - 1, near.year, near.year + 1, near.low // 12}
    known = sorted(years)
    yield from (_moved(old, item, year) for year in known)
    if not known:
        yield replace(old, cost=old.cost + _UNKNOWN, year=None, before=old)


def _of_era(year: int, old: _Course) -> int:
    """A year below a thousand is of the era that the story is in: "the year 149"."""
    return -year if 0 < year < _ERA_TOLD and old.year is not None and old.year < 0 else year


def _stepped(old: _Course, item: _Item, step: int) -> _Course:
    last = old.told.year if old.told is not None and old.year is None else old.year
    if last is None:
        return replace(old, year=None, before=old)
    return _Course(old.cost, item.at(last + step), last + step, old)


def _moved(old: _Course, item: _Item, year: int) -> _Course:
    told = item.at(year)
    outside = item.year is None and item.section is not None and not item.section[0] <= year <= item.section[1]
    cost = item.ease * _step(old.told, told) + _OUTSIDE * outside
    return _Course(old.cost + cost, _narrowed(old.told, told), year, old)


def _narrowed(old: Told | None, new: Told) -> Told:
    """A year told again does not unmake the month that is known."""
    inside = old is not None and new.low <= old.low and old.high <= new.high
    return old if inside and old is not None else new


def _step(old: Told | None, new: Told) -> float:
    if old is None:
        return 0.0
    if new.low > old.high:
        return min(_AHEAD_SIZE * log1p(new.low - old.high), _FARTHEST)
    return min(_BACK + _BACK_SIZE * log1p(old.low - new.high), _FARTHEST) if new.high < old.low else 0.0


def _chain(course: _Course) -> Iterator[int | None]:
    """The years of a course, last first."""
    while course.before is not None:
        yield course.year
        course = course.before
