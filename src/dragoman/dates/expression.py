"""What the engine gives back: one dated expression of a text, with the days that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model import DayPrecision

Basis = Literal["stated", "anchored", "published"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a time: `text == document[start:end]`, and the days `low` to `high` that they can mean.

    `low` and `high` are None where nothing tells the year or the day (the precision still holds).
    `basis` says where the days come from: the words themselves, another date of the text (`anchor` has its
    words) or the publication day (`anchor` is "published"; so too where only the year comes from there).
    `alternative` is the other reading where the words contradict themselves or allow two. `parts` holds the
    single dates of a range. `type` and `value` are TIMEX3's; `month`, `day` and `weekday` what is named;
    `ahead` whether the clause speaks of the future.
    """

    text: str
    start: int
    end: int
    low: date | None
    high: date | None
    precision: DayPrecision
    basis: Basis
    anchor: str
    rule: str
    hours: tuple[str, str] | None = None
    flags: tuple[str, ...] = ()
    alternative: tuple[date, date] | None = None
    type: TimexType = "DATE"
    value: str = ""
    parts: tuple[DateExpression, ...] = ()
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ahead: bool = False
