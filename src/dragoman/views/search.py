"""Answers to a question over the index: which claims and events, and how many of each value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from dragoman.ledger import Ledger
from dragoman.views.columns import FACETS, Column, Mask, Value
from dragoman.views.index import Index, Table
from dragoman.views.question import FIELDS, Field, Question

_SENTENCES = "SELECT rowid FROM claim_words WHERE claim_words MATCH ?"
_TITLES = "SELECT id FROM document WHERE number IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)"

# From a field and one of its values to its name in the reader's language.
Naming = Callable[[Field, Value], str]


class Search:
    """One question asked of one index; `reviewed` are the claims and the events on which somebody decided."""

    def __init__(self, ledger: Ledger, index: Index, question: Question, reviewed: tuple[Mask, Mask]) -> None:
        self._ledger = ledger
        self._index = index
        self._question = question
        self._reviewed = reviewed

    @cached_property
    def claims(self) -> Found:
        """The claims that are asked for."""
        return self._found(self._index.claims, self._reviewed[0], self._words)

    @cached_property
    def events(self) -> Found:
        """The events that are asked for; words may stand in any claim of an event."""
        told = None if self._words is None else self._index.events_of(self._words)
        return self._found(self._index.events, self._reviewed[1], told)

    @cached_property
    def _words(self) -> Mask | None:
        """The claims with the words in their sentence, their report's title or a name; None where none are asked."""
        if not self._question.text:
            return None
        index, mask = self._index, np.zeros(len(self._index.claims), dtype=bool)
        asked = matching(self._question.text)
        if asked is None:
            return mask
        found = np.fromiter((row[0] for row in self._ledger.rows(_SENTENCES, asked)), dtype=np.int64)
        mask |= np.isin(index.numbers, found)
        titled = {row["id"] for row in self._ledger.rows(_TITLES, f"title : ({asked})")}
        if titled:
            mask |= np.array([one in titled for one in index.documents], dtype=bool)[index.reports]
        return mask | self._named(begun=asked.endswith("*"))

    def _named(self, *, begun: bool) -> Mask:
        """The claims with a party, a place or a speaker of this name, in whatever language it is asked."""
        mask = np.zeros(len(self._index.claims), dtype=bool)
        for field, names in self._index.names.items():
            codes = names.having(self._question.text, begun=begun)
            if codes:
                mask |= self._index.claims.columns[field].having(codes)
        return mask

    def _found(self, table: Table, reviewed: Mask, words: Mask | None) -> Found:
        masks = {field: self._chosen(table, reviewed, field) for field, _ in self._question.chosen}
        free = np.ones(len(table), dtype=bool) if words is None else words
        days = table.within(self._question.start, self._question.end)
        return Found(self._index, table, self._question, masks, free, days, reviewed)

    def _chosen(self, table: Table, reviewed: Mask, field: Field) -> Mask:
        values = self._question.values(field)
        if field == "reviewed":
            mask = np.zeros(len(table), dtype=bool)
            return (mask | reviewed if "yes" in values else mask) | (~reviewed if "no" in values else mask)
        return table.columns[field].having(chosen_codes(self._index, table.columns[field], field, values))


@dataclass(frozen=True, slots=True)
class Found:
    """What matches: by field what its own choice leaves, by words, by days."""

    index: Index
    table: Table
    question: Question
    masks: Mapping[Field, Mask]
    words: Mask
    days: Mask
    reviewed: Mask

    @property
    def mask(self) -> Mask:
        """All that is asked for."""
        return self.any_day & self.days

    @property
    def any_day(self) -> Mask:
        """All that is asked for but the days."""
        return self._without(None)

    @property
    def total(self) -> int:
        """How many there are."""
        return int(self.mask.sum())

    @property
    def ids(self) -> list[str]:
        """All ids in the order that is asked for."""
        return [self.table.ids[row] for row in self.table.sorted(self.mask, self.question.sort)]

    def page(self) -> list[str]:
        """The ids of the page that is asked for."""
        first = (self.question.page - 1) * self.question.size
        rows = self.table.sorted(self.mask, self.question.sort)[first : first + self.question.size]
        return [self.table.ids[row] for row in rows]

    def paging(self) -> dict[str, Any]:
        """Where the page stands among all."""
        return paging(self.total, self.question)

    def facets(self, naming: Naming) -> dict[str, list[dict[str, Any]]]:
        """How many would be found for each value of each field, all other choices kept."""
        return {field: list(self._facet(field, naming)) for field in FIELDS}

    def _without(self, field: Field | None) -> Mask:
        mask = self.words
        for name, chosen in self.masks.items():
            if name != field:
                mask = mask & chosen
        return mask

    def _facet(self, field: Field, naming: Naming) -> Iterator[dict[str, Any]]:
        mask = self._without(field) & self.days
        if field == "reviewed":
            for name, among in (("no", ~self.reviewed), ("yes", self.reviewed)):
                yield {"id": name, "name": name, "count": int((mask & among).sum())}
            return
        column = self.table.columns[field]
        chosen = chosen_codes(self.index, column, field, self.question.values(field))
        yield from ranked(column, mask, field, naming, chosen)


def ranked(
    column: Column, mask: Mask, field: Field, naming: Naming, chosen: frozenset[int] = frozenset(), most: int = FACETS
) -> list[dict[str, Any]]:
    """The values that most of the masked records have, and those that are chosen; by number, then by name."""
    counts = column.counts(mask)
    values = column.values.all
    listed = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], values[code].name, code))[:most]
    kept = [*listed, *sorted(chosen - set(listed))]
    found = [(int(counts[code]), naming(field, values[code]), values[code].key) for code in kept]
    return [{"id": key, "name": name, "count": count} for count, name, key in sorted(found, key=_by_count)]


def chosen_codes(index: Index, column: Column, field: Field, values: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the values that are chosen; of a closed list one that the ledger does not have is nothing."""
    if field in index.names:
        return frozenset(code for value in values for code in index.names[field].codes(value))
    known = column.values.codes
    return frozenset(known[value] for value in values if value in known)


def paging(total: int, question: Question) -> dict[str, Any]:
    """Where a page stands among all."""
    pages = max(1, -(-total // question.size))
    return {"total": total, "page": question.page, "pages": pages, "size": question.size}


def matching(words: str) -> str | None:
    """A reader's words for FTS5: all of them, a quoted part as it stands, the last word perhaps only begun.

    None where no letter is asked for.
    """
    parts = words.split('"')
    terms = [
        f'"{term}"'
        for n, part in enumerate(parts)
        for term in ([part.strip()] if n % 2 else part.split())
        if any(map(str.isalnum, term))
    ]
    if not terms:
        return None
    begun = bool(parts[-1]) and not parts[-1][-1].isspace() and any(map(str.isalnum, parts[-1].split()[-1]))
    return " ".join(terms) + ("*" if begun else "")


def _by_count(found: tuple[int, str, str]) -> tuple[int, str, str]:
    return -found[0], found[1], found[2]
