"""Dating a report by others of the collection: the same day of a month told with the same names.

Only documents whose own day is sure give evidence, so the order of the documents changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log
from typing import Any

from dragoman.dates.clues import Clue, clues, later
from dragoman.dates.days import day_of
from dragoman.dates.expression import DateExpression
from dragoman.dates.inference import inferred
from dragoman.model import Document, Published, Sentence

# A document is sure whose day is known to about a week.
_SURE_DAYS = 7
# A day told this long before a publication no longer tells of the same happening as it.
_FRESH_DAYS = 60
# So many names must be shared, and the best year must lead by this factor.
_SHARED_NAMES, _LEAD = 2, 1.5


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day of a month that a document tells, with the year where it is sure."""

    month: int
    day: int
    year: int | None
    text: str


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """What of a document others can be dated by, and it by others: storable as JSON (`model.plain`)."""

    id: str
    uri: str
    published: Published
    days: tuple[ToldDay, ...]
    names: tuple[str, ...]
    clues: tuple[Clue, ...]

    @classmethod
    def from_plain(cls, stored: Mapping[str, Any]) -> DocumentEvidence:
        """The evidence out of its JSON object (as `model.plain` gives it)."""
        published = Published(**{**_with_days(stored["published"], "start", "end"), "reasons": _reasons(stored)})
        return cls(
            stored["id"],
            stored["uri"],
            published,
            tuple(ToldDay(**row) for row in stored["days"]),
            tuple(stored["names"]),
            tuple(Clue(**_with_days({**row, "since": row["from"]}, "since", "until")) for row in stored["clues"]),
        )


def _reasons(stored: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(stored["published"]["reasons"])


def _with_days(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A JSON row with the named fields as days; `from` is the exported word for `since`."""
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in names}
    return {key: days.get(key, value) for key, value in row.items() if key != "from"}


def evidence(
    document: Document,
    expressions: Sequence[DateExpression],
    names: Iterable[Any],
    sentences: Sequence[Sentence] = (),
    knowledge: Any | None = None,
) -> DocumentEvidence:
    """The evidence of a document; `expressions` hang on its publication day, `names` are of `Knowledge`."""
    sure = is_sure(document.published)
    told = _told(expressions, document.published) if sure else ()
    found = () if sure else clues(document, sentences, knowledge)
    days = told if sure else _yearless(found)
    return DocumentEvidence(document.id, document.uri, document.published, days, _ids(names), found)


def _ids(names: Iterable[Any]) -> tuple[str, ...]:
    """The ids of named actors and places: the same in every language."""
    found = (name if isinstance(name, str) else next(iter((*name.actors, *name.places)), name.text) for name in names)
    return tuple(sorted(set(found)))


def is_sure(published: Published) -> bool:
    """Whether a document's day is known well enough to date others."""
    if published.start is None or published.end is None:
        return False
    return (published.end - published.start).days <= _SURE_DAYS


def _told(expressions: Sequence[DateExpression], published: Published) -> tuple[ToldDay, ...]:
    day = published.start if published.start == published.end else None
    own = () if day is None else (_told_day(day, "its own day"),)
    parts = (part for item in expressions for part in (item.parts or (item,)))
    single = (part for part in parts if part.low is not None and part.low == part.high)
    near = (part for part in single if part.low and _fresh(part.low, published))
    return tuple(dict.fromkeys((*own, *(_told_day(part.low, part.text) for part in near if part.low))))


def _told_day(day: date, text: str) -> ToldDay:
    return ToldDay(day.month, day.day, day.year, text)


def _fresh(day: date, published: Published) -> bool:
    return published.start is not None and abs((published.start - day).days) <= _FRESH_DAYS


def _yearless(found: Sequence[Clue]) -> tuple[ToldDay, ...]:
    """The days told without a year, and those that a length counted from a beginning leads to."""
    told = [clue for clue in found if clue.kind in ("told", "now") and clue.own and clue.month and clue.day]
    direct = [ToldDay(clue.month or 1, clue.day or 1, None, clue.text) for clue in told]
    lengths = [clue for clue in found if clue.kind == "into"]
    return tuple(
        dict.fromkeys((*direct, *(day for clue in told for length in lengths if (day := _after(clue, length)))))
    )


def _after(start: Clue, length: Clue) -> ToldDay | None:
    # Any leap year serves to count the days.
    day = day_of(2000, start.month or 1, start.day or 1) if start.began else None
    if day is None or length.days is None:
        return None
    end = later(day, length.days)
    return ToldDay(end.month, end.day, None, f"{length.text} after {start.text}")


def dated_by_neighbours(collection: Sequence[DocumentEvidence]) -> dict[str, Published]:
    """The publication of every document that is undated and that sure neighbours tell the year of."""
    ordered = sorted(collection, key=lambda item: item.id)
    sure = [item for item in ordered if is_sure(item.published)]
    rarity = _rarity(ordered)
    by_day: dict[tuple[int, int], list[tuple[ToldDay, DocumentEvidence]]] = defaultdict(list)
    for item in sure:
        for told in item.days:
            by_day[told.month, told.day].append((told, item))
    found = ((item.id, _dated(item, by_day, rarity)) for item in ordered if not is_sure(item.published))
    return {key: published for key, published in found if published is not None}


def _rarity(collection: Sequence[DocumentEvidence]) -> Mapping[str, float]:
    """How much a shared name weighs: the fewer documents carry it, the more."""
    counts: dict[str, int] = defaultdict(int)
    for item in collection:
        for name in item.names:
            counts[name] += 1
    return {name: log(1 + len(collection) / count) for name, count in sorted(counts.items())}


@dataclass(frozen=True, slots=True)
class Witness:
    """A sure document that tells one of the days with some of the names."""

    told: ToldDay
    words: str
    neighbour: DocumentEvidence
    shared: tuple[str, ...]
    weight: float


def _dated(
    item: DocumentEvidence,
    by_day: Mapping[tuple[int, int], Sequence[tuple[ToldDay, DocumentEvidence]]],
    rarity: Mapping[str, float],
) -> Published | None:
    witnesses = _witnesses(item, by_day, rarity)
    scores: dict[int, float] = defaultdict(float)
    for witness in witnesses:
        scores[witness.told.year or 0] += witness.weight
    ranked = sorted(scores, key=lambda year: (-scores[year], year))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] < _LEAD * scores[ranked[1]]):
        return None
    published = inferred(item.clues, [ranked[0]])
    if published is None:
        return None
    reasons = tuple(_reason(witness) for witness in witnesses if witness.told.year == ranked[0])
    return replace(published, reasons=(*published.reasons, *reasons))


def _witnesses(
    item: DocumentEvidence,
    by_day: Mapping[tuple[int, int], Sequence[tuple[ToldDay, DocumentEvidence]]],
    rarity: Mapping[str, float],
) -> list[Witness]:
    """For each day told and each year, the neighbour that shares most."""
    best: dict[tuple[int, int, int], Witness] = {}
    own = frozenset(item.names)
    for mine in item.days:
        for told, neighbour in by_day.get((mine.month, mine.day), ()):
            shared = tuple(sorted(own & frozenset(neighbour.names), key=lambda name: (-rarity[name], name)))
            weight = sum(rarity[name] for name in shared) * _trust(neighbour)
            key = (mine.month, mine.day, told.year or 0)
            if len(shared) >= _SHARED_NAMES and (key not in best or best[key].weight < weight):
                best[key] = Witness(told, mine.text, neighbour, shared, weight)
    return [best[key] for key in sorted(best)]


def _trust(neighbour: DocumentEvidence) -> float:
    """A neighbour whose own day was only inferred weighs half."""
    return 0.5 if neighbour.published.basis == "inferred" else 1.0


def _reason(witness: Witness) -> str:
    names = ", ".join(witness.shared[:4])
    neighbour = witness.neighbour
    return f"{witness.words!r} is told by {neighbour.uri} of {neighbour.published.start} with {names}"
