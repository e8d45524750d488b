"""What a reader asks for, out of the parameters of an address."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar, get_args

from dragoman.errors import QueryError
from dragoman.model import Grade, Realis
from dragoman.vocabulary import event_types

Field = Literal["type", "grade", "realis", "actor", "place", "source", "language", "reviewed"]
Sort = Literal["day", "claims", "grade", "confidence"]
Language = Literal["en", "de", "hr"]
Word = TypeVar("Word", bound=str)

FIELDS: tuple[Field, ...] = get_args(Field)
# So many records a page may have.
MOST = 500
_USUAL = 50
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_PARAMETERS = frozenset({"q", *FIELDS, "from", "to", "sort", "page", "size", "lang", "queue", "user"})


class NotFound(QueryError):  # noqa: N818 (a finding, not a fault)
    """A record that the ledger does not have."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for. A field may have several values, any of which will do; days are both inclusive; pages count
    from one.
    """

    text: str = ""
    chosen: tuple[tuple[Field, tuple[str, ...]], ...] = ()
    start: date | None = None
    end: date | None = None
    sort: Sort = "day"
    page: int = 1
    size: int = _USUAL
    language: Language = "en"
    user: str = ""
    queue: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, Sequence[str]]) -> Question:
        """The question that the parameters of an address ask; QueryError says in one line what cannot be asked."""
        _expect_known(parameters)
        once = {name: values[-1].strip() for name, values in parameters.items() if values}
        start, end = _day(once, "from", last=False), _day(once, "to", last=True)
        if start and end and end < start:
            raise QueryError(f"from={once['from']} to={once['to']}: it ends before it begins")
        return cls(
            text=_words(parameters),
            chosen=tuple((name, found) for name in FIELDS if (found := _values(parameters, name))),
            start=start,
            end=end,
            sort=_one_of(once, "sort", get_args(Sort), "day"),
            page=_number(once, "page", 1, None),
            size=_number(once, "size", _USUAL, MOST),
            language=_one_of(once, "lang", get_args(Language), "en"),
            user=once.get("user", ""),
            queue=once.get("queue", ""),
        )

    def values(self, field: Field) -> tuple[str, ...]:
        """What is chosen of a field; empty where anything will do."""
        return dict(self.chosen).get(field, ())


def _expect_known(parameters: Mapping[str, Sequence[str]]) -> None:
    for name in parameters:
        if name not in _PARAMETERS:
            raise QueryError(f"{name}: not a parameter; use some of {', '.join(sorted(_PARAMETERS))}")


def _words(parameters: Mapping[str, Sequence[str]]) -> str:
    """The words as they are typed: a space at their end says that the last word is whole."""
    found = parameters.get("q") or ("",)
    return found[-1] if found[-1].strip() else ""


def _values(parameters: Mapping[str, Sequence[str]], field: Field) -> tuple[str, ...]:
    """The chosen values of a field, each once; of a closed list only those that stand in it."""
    found = tuple(sorted({value.strip() for value in parameters.get(field, ()) if value.strip()}))
    allowed = _closed(field)
    for value in found:
        if allowed and value not in allowed:
            raise QueryError(f"{field}={value}: not known; use one of {', '.join(allowed)}")
    return found


def _closed(field: Field) -> tuple[str, ...]:
    if field == "type":
        return tuple(event_types())
    lists: Mapping[Field, tuple[str, ...]] = {
        "grade": get_args(Grade),
        "realis": get_args(Realis),
        "reviewed": ("yes", "no"),
    }
    return lists.get(field, ())


def _one_of(once: Mapping[str, str], name: str, allowed: Sequence[Word], usual: Word) -> Word:
    words = once.get(name)
    if not words:
        return usual
    for one in allowed:
        if one == words:
            return one
    raise QueryError(f"{name}={words}: not known; use one of {', '.join(allowed)}")


def _number(once: Mapping[str, str], name: str, usual: int, most: int | None) -> int:
    words = once.get(name) or str(usual)
    number = int(words) if re.fullmatch(r"[0-9]{1,9}", words) else 0
    if number < 1 or (most is not None and number > most):
        raise QueryError(f"{name}={words}: not a number {f'from 1 to {most}' if most else 'from 1 on'}")
    return number


def _day(once: Mapping[str, str], name: str, *, last: bool) -> date | None:
    words = once.get(name)
    if not words:
        return None
    found = _DAY.fullmatch(words)
    if found is not None:
        with suppress(ValueError):
            return _whole(*(int(part or 0) for part in found.groups()), last=last)
    raise QueryError(f"{name}={words}: not a day; write YYYY, YYYY-MM or YYYY-MM-DD")


def _whole(year: int, month: int, day: int, *, last: bool) -> date:
    """The first or the last day of a year, a month or a day."""
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))
