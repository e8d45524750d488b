"""What a text has told so far: its sentences, the tense around a word, the dates that later ones hang on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.dates.days import Days
from dragoman.dates.scan import Engine, Scan
from dragoman.knowledge.tables import language_table
from dragoman.model import Published, Sentence

# A sentence ends at a stop, or at a line's end, unless the next line goes on in lower case. In a language that writes
# ordinals with a stop none that a digit stands before ends it (a year's may).
_LINE_END = r"\n(?!\s*[^\W\dA-ZÀ-Ž_])\s*"
_STOP = r"(?<![.!?…])[.!?…]+[\"”’“')\]]*\s+(?=[^\Wa-z_]|[\"„“«»])"
_SENTENCE_END = re.compile(rf"{_STOP}|{_LINE_END}")
_SENTENCE_END_BUT_ORDINALS = re.compile(rf"(?:(?<![\d.])|(?<=\d\d\d)){_STOP}|{_LINE_END}")
# How many characters off a word of tense still belongs to the date: about one clause.
_BEFORE, _AFTER = 70, 40
# A comma and the like part clauses: as if a word of tense stood so much farther off.
_CLAUSE_END = re.compile(r"[,;:()–„“”\"](?!\d)")
_PARTED = 40
_SIGNS = 20
# So near before a day a word of speech tells when was spoken: "said on Friday", "told the paper on Friday".
_SPOKEN = 16
# So near behind a word of the future a participle is its own: "will be opened", "will then be held".
_GOVERNS = 14
# How many sentences later a bare weekday still means the dated one of the same name.
WEEKDAY_MEMORY = 8
# … and how many where the publication knows a newer day of that name.
FRESH_WEEKDAY = 3
# How many sentences a dated passage lasts.
PASSAGE = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date of the text on which later ones can hang.

    `shift` is how many days off its other reading lies, where its weekday and its number differ.
    """

    days: Days
    words: str
    sentence: int
    stated: bool
    shift: int | None = None


@dataclass(slots=True)
class Context:
    """The state of one reading of a text, filled in text order."""

    published: Days | None
    starts: Sequence[int]
    future: Sequence[int]
    past: Sequence[int]
    would: Sequence[int] = ()
    present: Sequence[int] = ()
    until: Sequence[int] = ()
    clauses: Sequence[int] = ()
    said: Sequence[int] = ()
    last: Anchor | None = None
    year: Anchor | None = None
    month: Anchor | None = None
    newest: Anchor | None = None
    told: Anchor | None = None
    story: Mapping[int, int] | None = None
    beside: Mapping[int, int] = field(default_factory=dict)
    quarter: tuple[int, int, int] | None = None  # year, number and sentence of the last quarter that was named
    weekdays: dict[int, Anchor] = field(default_factory=dict)

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def tells(self, start: int, end: int) -> bool:
        """Whether a word of tense stands in a stretch of the text."""
        marks = (self.past, self.future, self.would, self.present)
        return any(bisect_left(found, start) < bisect_left(found, end) for found in marks)

    def told_ahead(self, start: int, end: int, *, hoped: bool = True) -> bool:
        """Whether a word of the future stands in the same clause (nearer than one of the past).

        Without `hoped` "would" tells nothing: of "Friday's ruling" it tells what comes of it.
        """
        if not (self.future or self.would or self.present or self.until):
            return False
        # "Would" looks ahead to a day behind it; after a day it hangs on who spoke on that day.
        would = self.would[max(bisect_left(self.would, start) - 1, 0) : bisect_left(self.would, start)] if hoped else ()
        found = (self._distance(marks, start, end) for marks in (self.future, would, self.present))
        ahead = min((distance for distance in found if distance is not None), default=None)
        past = self._past(start, end)
        if past is None and ahead is None:
            return self._distance(self.until, start, end) is not None
        return ahead is not None and (past is None or ahead < past)

    def told_past(self, start: int, end: int) -> bool:
        """Whether a word of the past stands in the same clause."""
        return self._distance(self.past, start, end) is not None

    def told_back(self, start: int, end: int) -> bool:
        """Whether a word of the past stands in the same clause, and none of the future."""
        return self._past(start, end) is not None and not self.told_ahead(start, end)

    def _past(self, start: int, end: int) -> int | None:
        """How far off a word of the past stands; one of speech counts only right beside it."""
        near = bisect_left(self.said, start)
        if near and start - self.said[near - 1] <= _SPOKEN:
            return start - self.said[near - 1]
        if near < len(self.said) and self.said[near] - end <= 1:
            return 1
        return self._distance(self.past, start, end)

    def _distance(self, marks: Sequence[int], start: int, end: int) -> int | None:
        if not marks:
            return None
        near = bisect_left(marks, start)
        marked = marks[near - 1 if near else 0 : near + 2]
        low, high = self._reach(start, end)
        return min((self._apart(start, mark) for mark in marked if low <= mark <= high), default=None)

    def _apart(self, start: int, mark: int) -> int:
        """How far a word of tense stands off a date; the ends of clauses between them part them more."""
        low, high = min(start, mark), max(start, mark)
        return high - low + _PARTED * (bisect_left(self.clauses, high) - bisect_left(self.clauses, low))

    def _reach(self, start: int, end: int) -> tuple[int, int]:
        """Between which offsets a word of tense belongs to a date: about a clause, within its sentence."""
        here = bisect_right(self.starts, start)
        low, high = max(start - _BEFORE, self.starts[here - 1]), end + _AFTER
        return low, high if here == len(self.starts) else min(high, self.starts[here] - 1)

    def passage(self, sentence: int, reach: int = PASSAGE) -> Anchor | None:
        """The last day that the text named, if it named it at most so many sentences ago."""
        found = self.last
        return found if found is not None and sentence - found.sentence <= reach else None

    def remember(self, anchor: Anchor, *, full: bool, past: bool, weekday: int | None) -> None:
        """Keep a day for what hangs on it later."""
        self.last = anchor
        if full:
            self.year = anchor
        if weekday is not None:
            self.weekdays[weekday] = anchor
        if past and anchor.stated and (self.newest is None or anchor.days.low > self.newest.days.low):
            self.newest = anchor


def context(found: Scan, tools: Engine, published: Published | None, sentences: Sequence[Sentence]) -> Context:
    """The context at the beginning of a text."""
    starts = [sentence.start for sentence in sentences] or _starts(found.text, tools.language)
    ahead, would, past = (_marks(found, tools, name, starts) for name in ("tense_future", "tense_would", "tense_past"))
    governing = sorted([*ahead, *would])
    back = [start for start in past if not _governed(governing, start)]
    days = known_days(published)
    # In a text of no known day the present tense tells the past as well.
    present, until = (
        ([], []) if days is None else (_marks(found, tools, f"tense_{name}", starts) for name in ("present", "until"))
    )
    clauses = [mark.start() for mark in _CLAUSE_END.finditer(found.text)]
    said = _marks(found, tools, "tense_said", starts)
    return Context(days, starts, ahead, back, would, present, until, clauses, said)


def _marks(found: Scan, tools: Engine, name: str, starts: Sequence[int]) -> list[int]:
    """Where words of a class of tense stand; one with a capital within a sentence is a name or a noun."""
    chars = set(tools.words.chars.get(name, ""))
    text, marks = found.text, zip(found.starts, found.codes[::2], strict=True)
    return [start for start, code in marks if code in chars and _is_verb(text, start, starts)]


def _is_verb(text: str, start: int, starts: Sequence[int]) -> bool:
    if not text[start].isupper():
        return True
    begin = starts[bisect_right(starts, start) - 1]
    # A sentence begins with its words, after a few signs at most.
    return not any(character.isalnum() for character in text[begin : min(start, begin + _SIGNS)])


def _governed(ahead: Sequence[int], start: int) -> bool:
    """Whether a form that could tell the past hangs on a word of the future: "will be opened"."""
    before = bisect_left(ahead, start) - 1
    return before >= 0 and start - ahead[before] <= _GOVERNS


def known_days(published: Published | None) -> Days | None:
    """The days of publication where both ends are known and lie no more than a month apart."""
    if published is None or published.start is None or published.end is None:
        return None
    return Days(published.start, published.end) if (published.end - published.start).days <= 31 else None


def _starts(text: str, language: str) -> list[int]:
    ordinals = language_table(language, "sentences").get("ordinals", "none") != "none"
    ends = _SENTENCE_END_BUT_ORDINALS if ordinals else _SENTENCE_END
    return [0, *(found.end() for found in ends.finditer(text))]


def nearest_year(month_day: tuple[int, int], day: date) -> date | None:
    """The day with this month and day of the month that lies nearest to another."""
    month, number = month_day
    found = [_made(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
    return min(
        (made for made in found if made is not None),
        key=lambda made: (abs((made - day).days), made),
        default=None,
    )


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
