"""Sources: who prints, who speaks, who quotes whom, and who agrees with whom."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np

from dragoman.ledger import Ledger
from dragoman.views.index import UNKNOWN, Index
from dragoman.views.labels import Labels
from dragoman.views.question import NotFound

_ORDER = "SELECT record FROM source ORDER BY json_extract(record, '$.claims') DESC, id"


class Sources:
    """The sources of one ledger."""

    def __init__(self, ledger: Ledger, index: Index, labels: Labels) -> None:
        self._ledger = ledger
        self._index = index
        self._labels = labels

    def all(self) -> list[dict[str, Any]]:
        """Every source, the most talkative first."""
        return [self._plain(json.loads(row["record"])) for row in self._ledger.rows(_ORDER)]

    def one(self, id: str) -> dict[str, Any]:
        """A source by its id; NotFound where the ledger does not have it."""
        for row in self._ledger.rows("SELECT record FROM source WHERE id = ?", id):
            return self._plain(json.loads(row["record"]))
        raise NotFound(f"there is no source {id}")

    def quotes(self) -> list[dict[str, Any]]:
        """Who quotes whom, and in how many claims: the links of all chains of attribution."""
        counts = self._links()
        all_ = self._index.sources.all
        found = [{"from": all_[a].key, "to": all_[b].key, "claims": number} for (a, b), number in counts.items()]
        return sorted(found, key=lambda one: (-one["claims"], one["from"], one["to"]))

    def quoting(self, id: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Whom a source quotes, and who quotes it."""
        own = self._index.sources.codes.get(id)
        counts = self._links()
        return (
            self._named({b: number for (a, b), number in counts.items() if a == own}),
            self._named({a: number for (a, b), number in counts.items() if b == own}),
        )

    def beside(self, id: str) -> list[dict[str, Any]]:
        """Who else tells the events that a source tells, and how often it agrees or contradicts."""
        own = self._index.sources.codes.get(id, UNKNOWN)
        tally: dict[int, Counter[str]] = defaultdict(Counter)
        for claims, against in self._events(own):
            voices = {claim: int(self._index.voice[self._index.claims.row_of[claim]]) for claim in claims}
            mine = {claim for claim, voice in voices.items() if voice == own}
            opposed = {claim for one in mine for claim in against.get(one, ())}
            for other in {voice for voice in voices.values() if voice not in (own, UNKNOWN)}:
                theirs = {claim for claim, voice in voices.items() if voice == other}
                tally[other]["contradict" if theirs & opposed else "agree"] += 1
        found = [
            {**self._labels.named("source", self._index.sources.all[code]), "agree": n["agree"],
             "contradict": n["contradict"]}
            for code, n in tally.items()
        ]  # fmt: skip
        return sorted(found, key=lambda one: (-one["agree"] - one["contradict"], one["id"]))

    def _events(self, own: int) -> Iterator[tuple[list[str], dict[str, set[str]]]]:
        """The claims of each event that a source tells, and of each claim those that hold another value."""
        mask = self._index.events_of(self._index.voice == own)
        ids = [self._index.events.ids[row] for row in np.flatnonzero(mask)]
        sql = "SELECT record FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        for row in self._ledger.rows(sql, json.dumps(ids)):
            record = json.loads(row["record"])
            yield record["claims"], _opposed(record["disagreements"])

    def _links(self) -> dict[tuple[int, int], int]:
        said = self._index.said
        codes, before = said.sources, np.roll(said.sources, 1)
        quoting = np.where(said.positions == 0, self._index.outlet[said.claims], before)
        kept = (quoting != UNKNOWN) & (quoting != codes)
        pairs, counts = np.unique(np.stack((quoting[kept], codes[kept])), axis=1, return_counts=True)
        return {(int(a), int(b)): int(number) for a, b, number in zip(*pairs, counts, strict=True)}

    def _named(self, counts: dict[int, int]) -> list[dict[str, Any]]:
        all_ = self._index.sources.all
        found = [{**self._labels.named("source", all_[code]), "claims": number} for code, number in counts.items()]
        return sorted(found, key=lambda one: (-one["claims"], one["id"]))

    def _plain(self, record: dict[str, Any]) -> dict[str, Any]:
        return {**record, "name": self._labels.party(record["id"], record["name"])}


def _opposed(disagreements: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Of each claim those that hold another value of some field."""
    against: dict[str, set[str]] = defaultdict(set)
    for one in disagreements:
        for reading in one["values"]:
            rest = {claim for other in one["values"] if other is not reading for claim in other["claims"]}
            for claim in reading["claims"]:
                against[claim] |= rest - set(reading["claims"])
    return against
