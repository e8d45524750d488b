"""Expressions that belong together: ranges, open ranges, and clock times with their day.

1. "from A to B", "between A and B", "A – B" become one expression with both dates as its parts.
2. "since A" runs from A to the publication.
3. A clock time takes the day beside it, that of its sentence, or the passage's last, and gives it its hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.dates import timex
from dragoman.dates.context import Context
from dragoman.dates.days import Days, moved
from dragoman.dates.expression import DateExpression
from dragoman.dates.scan import Engine, Match, Scan

# Days that come again, with or without a weekday, as a clock time follows them.
_DAILY = {"P1D": "XXXX-XX-XX"} | {f"XXXX-WXX-{day}": f"XXXX-WXX-{day}" for day in range(1, 8)}
# Only words of this many tokens (articles and the like) may stand between a cue and its date.
_BETWEEN = 2
# A clock time looks for its day among so many expressions before and after it: two sentences have no more.
_NEAR = 50
# How long the label of a list's item is at most.
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with the tokens that it covers."""

    found: DateExpression
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cues:
    """The little words of a text that join dates, by token number."""

    scan: Scan
    tools: Engine

    def before(self, first: int) -> tuple[str, int] | None:
        """The cue that stands directly before a token (articles between), and its token number."""
        if first == 0 or self.scan.codes[2 * first - 1] not in " ,~":
            return None
        for token in range(first - 1, max(first - 2 - _BETWEEN, -1), -1):
            if self.scan.codes[2 * token + 1] not in " ,~":
                return None
            cue = self.cue(token)
            if cue is not None:
                return cue, token
            if not self._is(token, "article"):
                return None
        return None

    def joined(self, last: int, first: int) -> str | None:
        """The word or dash between two dates: "to", "and", "-"; None where something else stands there."""
        gaps = self.scan.codes[2 * last + 1 : 2 * first : 2]
        if first == last + 1:
            return "-" if gaps and gaps in "-=" else None
        if any(gap not in " ,_~.-" for gap in gaps):
            return None
        inner = range(last + 1, first)
        cues = [cue for token in inner if (cue := self.cue(token)) is not None]
        plain = all(self.cue(token) is not None or self._is(token, "article") for token in inner)
        return cues[0] if plain and len(cues) == 1 else None

    def cue(self, token: int) -> str | None:
        """What a token joins, as the pack says."""
        if not self._is(token, "cue"):
            return None
        value = self.tools.words.value(self.scan.word(token), "cue")
        return value if isinstance(value, str) else None

    def _is(self, token: int, name: str) -> bool:
        return self.scan.codes[2 * token] in self.tools.words.chars.get(name, "")


def composed(
    found: Iterable[tuple[Match, DateExpression]], scan: Scan, tools: Engine, context: Context
) -> tuple[DateExpression, ...]:
    """All expressions of a text with ranges joined and clock times bound, in text order."""
    cues = Cues(scan, tools)
    placed = [Placed(expression, match.first, match.last) for match, expression in found]
    ranged = list(_ranges(placed, cues, context))
    return tuple(item.found for item in _bound(ranged, cues, context))


def _ranges(placed: Sequence[Placed], cues: Cues, context: Context) -> Iterator[Placed]:
    skip = False
    for one, two in zip(placed, [*placed[1:], None], strict=False):
        if skip:
            skip = False
            continue
        joined = _range(one, two, cues) if two is not None else None
        skip = joined is not None
        yield joined or _open(one, cues, context)


def _range(one: Placed, two: Placed, cues: Cues) -> Placed | None:
    """One expression out of two dates that a cue joins, if the first is not after the second."""
    if not (_is_day(one.found) and _is_day(two.found)):
        return None
    join = cues.joined(one.last, two.first)
    if join is None:
        return None
    lead = cues.before(one.first)
    leads = lead[0] if lead else ""
    if not (join in ("-", "to") or (join == "and" and leads == "between")):
        return None
    low, high = _in_week(_with_year(one.found, two.found), two.found)
    start, first = _lead_start(one, lead if leads in ("from", "between", "since") else None, cues)
    return _spanning(replace(one, found=low), replace(two, found=high), start, first, cues.scan.text)


def _in_week(low: DateExpression, high: DateExpression) -> tuple[DateExpression, DateExpression]:
    """From one bare weekday to another: the stretch goes forward ("from Friday to Sunday")."""
    bare = low.weekday and high.weekday and low.day is None and high.day is None
    if not bare or low.low is None or high.low is None or low.low <= high.low:
        return low, high
    return (low, _weeks_on(high, 1)) if high.ahead else (_weeks_on(low, -1), high)


def _weeks_on(found: DateExpression, weeks: int) -> DateExpression:
    days = [day and moved(day, "week", weeks) for day in (found.low, found.high)]
    value = timex.day_value(days[0]) + found.value[10:] if days[0] else found.value
    return replace(found, low=days[0], high=days[1], value=value)


def _spanning(one: Placed, two: Placed, start: int, first: int, text: str) -> Placed | None:
    low, high = one.found, two.found
    if low.low and high.high and low.low > high.high:
        return None
    rank = _ranked(low, high)
    found = replace(
        rank,
        text=text[start : high.end],
        start=start,
        end=high.end,
        low=low.low if high.high else None,
        high=high.high if low.low else None,
        rule=f"range({low.rule},{high.rule})",
        hours=None,
        value=f"{low.value}/{high.value}",
        flags=tuple(sorted({*low.flags, *high.flags})),
        parts=(low, high),
    )
    return Placed(found, first, two.last)


def _ranked(low: DateExpression, high: DateExpression) -> DateExpression:
    """The end of a range whose precision and basis hold for the whole: the coarser, the less stated."""
    order = ("hour", "part_of_day", "day", "week", "month", "season", "year", "open")
    return max((low, high), key=lambda found: (order.index(found.precision), found.basis != "stated"))


def _with_year(low: DateExpression, high: DateExpression) -> DateExpression:
    """The first date of a range in the year of its second, where only that one is stated, or it would lie behind it."""
    behind = low.low is not None and high.low is not None and low.low > high.low
    if (
        high.low is None
        or low.month is None
        or high.basis != "stated"
        or (high.anchor and not behind)
        or not (low.anchor or low.low is None)
    ):
        return low
    year = high.low.year - (low.month > high.low.month)
    day = _in_year(low, year)
    if day is None:
        return low
    first, last = day
    value = timex.day_value(first) if low.day else f"{year:04d}-{low.month:02d}"
    return replace(low, low=first, high=last, basis="anchored", anchor=high.text, value=value)


def _in_year(found: DateExpression, year: int) -> tuple[date, date] | None:
    try:
        if found.low is None or found.high is None:
            day = date(year, found.month or 1, found.day or 1)
            return day, day
        return found.low.replace(year=year), found.high.replace(year=year)
    except ValueError:
        return None


def _lead_start(one: Placed, lead: tuple[str, int] | None, cues: Cues) -> tuple[int, int]:
    if lead is None:
        return one.found.start, one.first
    return cues.scan.starts[lead[1]], lead[1]


def _is_day(found: DateExpression) -> bool:
    return found.type == "DATE" and found.precision in ("day", "month", "year", "season") and not found.parts


def _open(one: Placed, cues: Cues, context: Context) -> Placed:
    """ "since A": from A to the publication (its end unknown without one)."""
    lead = cues.before(one.first)
    if (
        lead is None
        or lead[0] != "since"
        or "/" in one.found.value
        or one.found.type not in ("DATE", "TIME")
        or one.found.hours
    ):
        return one
    low, published = one.found.low, context.published
    high = published.high if published and low and published.high >= low else None
    start, first = _lead_start(one, lead, cues)
    text = cues.scan.text[start : one.found.end]
    rule = f"since({one.found.rule})"
    found = replace(
        one.found, text=text, start=start, low=low, high=high, precision="open", rule=rule, parts=(one.found,)
    )
    return Placed(found, first, one.last)


def _bound(placed: Sequence[Placed], cues: Cues, context: Context) -> Iterator[Placed]:
    """Give every clock time its day, and the day its hours; side by side they become one."""
    out: list[Placed] = []
    taken: Placed | None = None
    for number, item in enumerate(placed):
        if not _is_clock(item.found):
            if item is not taken:
                out.append(item)
            continue
        behind = placed[number + 1] if number + 1 < len(placed) else None
        if behind is not None and _leads(item, behind, cues):
            out.append(_led(item, behind, cues))
            taken = behind
            continue
        if out and _repeats(out[-1], item, cues):
            out[-1] = _at_times(out[-1], item, cues)
            continue
        after = placed[number + 1 : number + 1 + _NEAR]
        day = _day_for(item, out[-_NEAR:], after, context, cues.scan.text)
        beside = day is not None and _same_sentence(day, item, context)
        _place(_of_publication(item, context) if day is None else item, day, out, cues, beside=beside)
    yield from out


def _repeats(times: Placed, clock: Placed, cues: Cues) -> bool:
    """Whether a clock time is that of repeated days, where both are one expression: "every Friday at noon"."""
    if times.found.type != "SET" or clock.found.parts or not cues.tools.table.get("hours_with_day"):
        return False
    return times.found.value in _DAILY and _adjacent(times, clock, cues)


def _at_times(times: Placed, clock: Placed, cues: Cues) -> Placed:
    text, value = cues.scan.text[times.found.start : clock.found.end], _DAILY[times.found.value] + clock.found.value
    found = replace(times.found, text=text, end=clock.found.end, value=value, hours=clock.found.hours)
    return Placed(found, times.first, clock.last)


def _same_sentence(one: Placed, two: Placed, context: Context) -> bool:
    return context.sentence(one.found.start) == context.sentence(two.found.start)


def _of_publication(clock: Placed, context: Context) -> Placed:
    """A clock time without a day is of the publication day, if that is one day."""
    published = context.published
    if published is None or not published.single:
        return clock
    return replace(clock, found=_published(clock.found, published))


def _published(clock: DateExpression, published: Days) -> DateExpression:
    first = clock.hours[0] if clock.hours else ""
    return replace(
        clock,
        low=published.low,
        high=published.high,
        basis="published",
        anchor="published",
        value=timex.day_value(published.low) + clock.value,
        parts=tuple(_published(part, _next(published) if _over(part, first) else published) for part in clock.parts),
    )


def _next(days: Days) -> Days:
    after = moved(days.low, "day", 1)
    return Days(after, after) if after else days


def _is_clock(found: DateExpression) -> bool:
    return found.hours is not None and found.precision == "hour" and found.low is None


def _place(clock: Placed, day: Placed | None, out: list[Placed], cues: Cues, *, beside: bool) -> None:
    if day is None:
        out.append(clock)
        return
    hours = clock.found.hours
    at = next((at for at in range(len(out) - 1, max(len(out) - _NEAR, 0) - 1, -1) if out[at] is day), None)
    if at is not None and beside and _adjacent(day, clock, cues) and len(day.found.parts) < 2:
        out[at] = _since_merged(day, clock, cues) if day.found.parts else _merged(day, clock, cues)
        return
    if at is not None and hours is not None and day.found.hours is None and not day.found.parts:
        out[at] = replace(day, found=replace(day.found, hours=hours))
    out.append(replace(clock, found=_of_day(clock.found, day.found)))


def _of_day(clock: DateExpression, day: DateExpression) -> DateExpression:
    """A clock time (or both ends of a stretch of hours) on its day."""
    first = clock.hours[0] if clock.hours else ""
    ends = (_of_day(part, _morning_after(day) if _over(part, first) else day) for part in clock.parts)
    return replace(
        clock,
        low=day.low,
        high=day.high,
        basis="anchored",
        anchor=day.text,
        value=_day_value(day) + clock.value,
        flags=day.flags,
        alternative=day.alternative,
        parts=tuple(ends),
    )


def _after_midnight(clock: DateExpression, day: DateExpression) -> bool:
    """Two o'clock of a night is of the day after the one on which the night begins."""
    return day.value.endswith("TNI") and clock.hours is not None and clock.hours[0] < "12"


def _over(end: DateExpression, first: str) -> bool:
    """Whether the end of a stretch of hours lies past midnight: from 22 to 6."""
    return end.hours is not None and end.hours[0] < first


def _morning_after(day: DateExpression) -> DateExpression:
    after = day.low and moved(day.low, "day", 1)
    return replace(day, low=after, high=after, value=timex.day_value(after)) if after else day


def _day_value(day: DateExpression) -> str:
    """The value of a day without its hours; the last one of several days has none of its own."""
    return "" if "/" in day.value else day.value.partition("T")[0]


def _adjacent(day: Placed, clock: Placed, cues: Cues) -> bool:
    """Whether nothing but little words parts a day and the clock time after it."""
    gaps = cues.scan.codes[2 * day.last + 1 : 2 * clock.first : 2]
    inner = range(day.last + 1, clock.first)
    plain = all(cues.cue(token) is not None or cues._is(token, "prep") for token in inner)
    return clock.first > day.last and plain and all(gap in " ,_" for gap in gaps)


def _since_merged(since: Placed, clock: Placed, cues: Cues) -> Placed:
    """ "Since Friday at 8 a.m.": the hours are those of the day from which it runs."""
    one = _merged(replace(since, found=since.found.parts[0]), clock, cues)
    text, parts = cues.scan.text[since.found.start : one.found.end], one.found.parts or (one.found,)
    found = replace(since.found, text=text, end=one.found.end, hours=one.found.hours, parts=parts)
    return Placed(found, since.first, one.last)


def _leads(clock: Placed, day: Placed, cues: Cues) -> bool:
    """Whether a clock time stands right before its day: "9 a.m. EST Tuesday", "5 p.m., Nov. 6"."""
    if clock.found.parts or day.found.parts or not _names_day(day.found) or day.found.precision != "day":
        return False
    if cues.tools.table.get("hours_with_day") and cues.joined(clock.last, day.first) == "at":
        return True
    return day.first == clock.last + 1 and cues.scan.codes[2 * clock.last + 1] in " ,"


def _led(clock: Placed, day: Placed, cues: Cues) -> Placed:
    timed = _of_day(clock.found, day.found)
    start, end = clock.found.start, day.found.end
    found = replace(
        day.found, text=cues.scan.text[start:end], start=start, precision="hour", hours=clock.found.hours, type="TIME",
        value=timed.value, rule=f"{clock.found.rule}+{day.found.rule}",
    )  # fmt: skip
    return Placed(found, clock.first, day.last)


def _merged(day: Placed, clock: Placed, cues: Cues) -> Placed:
    text = cues.scan.text[day.found.start : clock.found.end]
    timed = _of_day(clock.found, _morning_after(day.found) if _after_midnight(clock.found, day.found) else day.found)
    # A preposition or a comma between them makes two expressions of TimeML: "Friday", "8 a.m." in "Friday at 8 a.m.".
    parted = clock.first > day.last + 1 or cues.scan.codes[2 * day.last + 1] != " "
    joined = cues.joined(day.last, clock.first) not in (None, "to", "since", "between", "and")
    apart = timed.parts or (parted and not (cues.tools.table.get("hours_with_day") and joined))
    found = replace(
        day.found, text=text, end=clock.found.end, precision="hour", hours=clock.found.hours, type="TIME",
        value=timed.value,
        rule=f"{day.found.rule}+{clock.found.rule}",
        parts=(day.found, timed) if apart else (),
    )  # fmt: skip
    return Placed(found, day.first, clock.last)


def _day_for(
    clock: Placed, before: Sequence[Placed], after: Sequence[Placed], context: Context, text: str
) -> Placed | None:
    """The day of a clock time: before it in its sentence, else after it, else the passage's last."""
    here = context.sentence(clock.found.start)
    earlier = next((item for item in reversed(before) if _names_day(item.found)), None)
    if _begins_line(clock, text):
        return next((item for item in before[:-_NEAR:-1] if _names_day(item.found) and _begins_line(item, text)), None)
    if earlier is not None and context.sentence(earlier.found.start) == here:
        return earlier
    for item in after:
        if context.sentence(item.found.start) != here:
            break
        if _names_day(item.found):
            return item
    # The days of a stretch are no day for what the next sentence tells.
    if earlier is None or "/" in earlier.found.value or _in_list(clock, context, text):
        return None
    return earlier if here - context.sentence(earlier.found.start) <= 1 else None


def _in_list(clock: Placed, context: Context, text: str) -> bool:
    """Whether a clock time stands in an item of a list, which hangs on no item before: "Hall: concert, 8 p.m."."""
    start = context.starts[context.sentence(clock.found.start)]
    label, colon, _ = text[start : clock.found.start].partition(": ")
    return bool(colon) and len(label) <= _LABEL and not context.tells(start, start + len(label))


def _names_day(found: DateExpression) -> bool:
    single = found.parts[0] if len(found.parts) == 1 else found  # "since Friday" names the Friday
    return single.precision in ("day", "part_of_day", "hour") and single.type != "DURATION" and single.low is not None


def _begins_line(item: Placed, text: str) -> bool:
    """Whether a line begins with it, as those of a running report or of a timetable do."""
    return text[item.found.start - 1 : item.found.start] in ("", "\n")
