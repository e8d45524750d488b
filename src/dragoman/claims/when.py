"""On which days: the date expression nearest to a trigger, else the passage's, else the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, WordSet
from dragoman.claims.words import Word, first_at
from dragoman.dates import DateExpression
from dragoman.model import NO_DAY, DayBasis, Published, When

OTHER_DAY = "when.weekday:"
_COMMA = 2
_FRESH = 7  # days before publication that a report tells as its news
_GOES_ON = 2  # sentences for which such a day goes on
_EXACT = frozenset({"hour", "part_of_day", "day"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim's days, the rule that found them and the flags that the words brought along."""

    when: When
    rule: str
    flags: tuple[str, ...] = ()
    other: tuple[str, ...] = ()  # the rule that names the other day of words that contradict themselves


def stated(
    sentence: Sequence[Word],
    trigger: Found[Frame],
    triggers: Sequence[Found[Frame]],
    expressions: Sequence[DateExpression],
    breaks: WordSet,
) -> Dated | None:
    """The nearest date expression of the sentence that names days and is not another clause's own."""
    known = [
        e
        for e in expressions
        if (e.low is not None or e.high is not None) and not _of_another(sentence, trigger, triggers, e, breaks)
    ]
    if not known:
        return None
    nearest = min(known, key=lambda e: (_cost(sentence, trigger, e), e.start))
    return by_expression(nearest)


def by_expression(expression: DateExpression) -> Dated:
    """The days of a date expression, with its rule."""
    other = expression.alternative if "weekday_conflict" in expression.flags else None
    return Dated(
        _when(expression),
        f"when:{expression.rule}",
        expression.flags,
        () if other is None else (f"{OTHER_DAY}{other[0].isoformat()}",),
    )


def carried(dated: Dated, sentences: int, published: Published) -> Dated | None:
    """The passage's last exact day going on, with what is doubtful about it, `sentences` after it was named.

    News of the publication's own days goes on for a while; an older day only into the next sentence.
    """
    last = dated.when
    if last.start is None or last.precision not in _EXACT or published.end is None:
        return None
    fresh = abs((published.end - last.start).days) <= _FRESH
    if sentences > (_GOES_ON if fresh else 1):
        return None
    when = replace(last, basis="anchored", hours=None)
    return Dated(when, "when:passage", dated.flags, dated.other)


def by_publication(published: Published) -> Dated:
    """The day of publication, said to be so."""
    if published.start is None and published.end is None:
        return Dated(NO_DAY, "when:unknown")
    when = When(published.start, published.end, published.precision, "published", None, None, None)
    return Dated(when, "when:published")


def until(published: Published) -> Dated:
    """All the time up to the day of publication: when a sum's beginning is not said."""
    if published.end is None:
        return Dated(NO_DAY, "when:unknown")
    return Dated(When(None, published.end, "open", "published", None, None, None), "when:summed")


def _of_another(
    sentence: Sequence[Word],
    trigger: Found[Frame],
    triggers: Sequence[Found[Frame]],
    expression: DateExpression,
    breaks: WordSet,
) -> bool:
    """Whether a conjunction stands between, and behind it a happening that the date belongs to."""
    first, last = first_at(sentence, expression.start), first_at(sentence, expression.end - 1)
    if last < trigger.first:
        cuts = [i for i in range(last + 1, trigger.first) if sentence[i].key in breaks]
        return bool(cuts) and any(t.first < cuts[0] for t in triggers if t is not trigger)
    cuts = [i for i in range(trigger.last + 1, first) if sentence[i].key in breaks]
    return bool(cuts) and any(t.first > cuts[-1] for t in triggers if t is not trigger)


def _cost(sentence: Sequence[Word], trigger: Found[Frame], expression: DateExpression) -> int:
    first, last = first_at(sentence, expression.start), first_at(sentence, expression.end - 1)
    between = range(last + 1, trigger.first) if last < trigger.first else range(trigger.last + 1, first)
    return len(between) + sum(_COMMA for index in between if sentence[index].is_sign)


def _when(expression: DateExpression) -> When:
    """The days that words name: "Friday" is resolved by the day of publication, but is not that day itself."""
    basis: DayBasis = "stated" if expression.basis == "stated" else "anchored"
    return When(
        expression.low, expression.high, expression.precision, basis,
        expression.text, expression.start, expression.end, expression.hours,
    )  # fmt: skip
