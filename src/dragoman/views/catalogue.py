"""The entrance: every page of a ledger as a dict of JSON values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

import numpy as np

from dragoman import model
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.running import running
from dragoman.views.cards import Cards
from dragoman.views.documents import Documents
from dragoman.views.explaining import explained
from dragoman.views.gazetteer import Gazetteer
from dragoman.views.index import UNKNOWN
from dragoman.views.labels import Labels
from dragoman.views.maps import Maps
from dragoman.views.nearness import near
from dragoman.views.overview import Overview, bins
from dragoman.views.question import Field, Question
from dragoman.views.reviewing import Reviewing
from dragoman.views.search import Found, Search
from dragoman.views.shelf import Shelf
from dragoman.views.sources import Sources
from dragoman.views.texts import text
from dragoman.views.tolls import Tolls

_FORMER = """
SELECT DISTINCT event_claim.event FROM former_event, json_each(former_event.claims) AS told
JOIN event_claim ON event_claim.claim = told.value WHERE former_event.id = ? ORDER BY 1
"""
# So many events are told on the first page.
_LATEST = 8


class Catalogue:
    """The pages of a ledger in one language. Cheap to make: one for each request, on a shelf that all of them share.

    A page that a question asks for takes it; a page of one record takes its id, and raises NotFound where the ledger
    does not have it.
    """

    def __init__(self, ledger: Ledger, knowledge: Knowledge, shelf: Shelf | None = None, language: str = "en") -> None:
        self._ledger = ledger
        self._knowledge = knowledge
        shelf = shelf or Shelf(knowledge)
        self._state = shelf.state(ledger)
        self._index = self._state.index
        self._reviews = shelf.reviews(ledger)
        self._teller = self._state.teller(ledger, language)
        self._labels = Labels(self._teller)
        self._cards = Cards(ledger, self._index, self._reviews, self._teller, self._state.tales(language))

    def overview(self) -> dict[str, Any]:
        """The first page."""
        most = self._search(Question(sort="claims", size=_LATEST)).events
        return {
            **Overview(self._ledger, self._index, self._labels).figures(),
            "figures": self._tolls.headlines(),
            "latest": self._cards.events(most.page()),
            "pending": self._reviews.pending(self._ledger),
            "progress": running(self._ledger),
        }

    def events(self, question: Question) -> dict[str, Any]:
        """Events with facets, and how many began on each day."""
        found = self._search(question).events
        return {
            **found.paging(),
            "events": self._cards.events(found.page()),
            "facets": found.facets(self._labels.of),
            "bins": bins(found),
        }

    def event(self, id: str) -> dict[str, Any]:
        """An event with its claims, and what a reviewer weighs beside it; a former one leads to those of its claims."""
        if former := self._former(id):
            return {"event": None, "claims": [], "now": self._cards.events(former), "judgements": self._judgements(id)}
        card = self._cards.event(id)
        claims: list[str] = card["claims"]
        row = next(self._ledger.rows("SELECT reasons FROM event WHERE id = ?", id))
        places = [place["id"] for place in card["places"] if place["id"]]
        return {
            "event": card,
            "claims": self._cards.claims(claims),
            "links": self._links(claims, inside=True),
            "reasons": json.loads(row["reasons"]),
            "tolls": self._tolls.of([id], claims),
            "near": self._cards.events(near(self._index, self._knowledge, id)),
            "judgements": self._judgements(id, *claims),
            "holds": self._maps.holds_of(places),
        }

    def _former(self, id: str) -> list[str]:
        """The events that now tell what this one told before it was worked out anew."""
        return [row["event"] for row in self._ledger.rows(_FORMER, id)]

    def claims(self, question: Question) -> dict[str, Any]:
        """Claims with facets."""
        found = self._search(question).claims
        cards = self._cards.claims(found.page())
        return {**found.paging(), "claims": cards, "facets": found.facets(self._labels.of)}

    def claim(self, id: str) -> dict[str, Any]:
        """A claim, the event that it tells, and why it was read so."""
        card = self._cards.claim(id)
        return {
            "claim": card,
            "event": self._cards.event(card["event"]) if card["event"] else None,
            "links": self._links([id], inside=False),
            "judgements": self._judgements(id),
            "explained": list(explained(self._ledger, id)),
        }

    def documents(self, question: Question) -> dict[str, Any]:
        """Reports by their days."""
        return self._documents.page(question)

    def document(self, id: str) -> dict[str, Any]:
        """A report with all spans of its claims."""
        page = text(self._ledger, id)
        rows = self._ledger.rows("SELECT id FROM claim WHERE document = ? ORDER BY id", id)
        cards = self._cards.claims([row["id"] for row in rows])
        return {**page, "claims": sorted(cards, key=lambda card: (card["sentence"]["start"], card["id"]))}

    def places(self, question: Question) -> dict[str, Any]:
        """Places by how much is told of them; words ask for a name."""
        return self._gazetteer.page("place", question, self._search(replace(question, text="")))

    def place(self, id: str, question: Question | None = None) -> dict[str, Any]:
        """A place with the events there and within it, a page of them by the question."""
        value = self._gazetteer.value("place", id)
        search = self._search(_choosing(question, "place", id))
        tolls = self._tolls.found(search)[: search.events.question.size]
        return {
            "place": self._gazetteer.place(value),
            "chain": self._gazetteer.chain(value),
            "inside": self._gazetteer.inside(value),
            **self._events(search),
            "holds": self._maps.holds_of([id]),
            "tolls": [self._tolls.plain(toll) for toll in tolls],
            "spellings": self._gazetteer.spellings("place", value),
            "judgements": self._judgements(id, value.name),
        }

    def actors(self, question: Question) -> dict[str, Any]:
        """Actors by how much is told of them; words ask for a name."""
        return self._gazetteer.page("actor", question, self._search(replace(question, text="")))

    def actor(self, id: str, question: Question | None = None) -> dict[str, Any]:
        """An actor with the events that it does or suffers, a page of them by the question."""
        value = self._gazetteer.value("actor", id)
        return {
            "actor": self._gazetteer.actor(value),
            **self._events(self._search(_choosing(question, "actor", id))),
            "spellings": self._gazetteer.spellings("actor", value),
            "as": self._gazetteer.roles(value),
            "judgements": self._judgements(id, value.name),
        }

    def sources(self) -> dict[str, Any]:
        """Everybody who prints or speaks."""
        return {"sources": self._sources.all()}

    def source(self, id: str, question: Question | None = None) -> dict[str, Any]:
        """A source, its reports, whom it quotes and who quotes it, who agrees, and a page of its claims."""
        source = self._sources.one(id)
        quotes, quoted_by = self._sources.quoting(id)
        found = self._search(_choosing(question, "source", id)).claims if self._index.knows("source", id) else None
        claims = {**found.paging(), "claims": self._cards.claims(found.page())} if found else {"total": 0, "claims": []}
        return {
            "source": source,
            "reports": self._documents.printed_by(id),
            "quotes": quotes,
            "quoted_by": quoted_by,
            "with": self._sources.beside(id),
            "claims": claims,
        }

    def map(self, question: Question) -> dict[str, Any]:
        """Events at their places, and who is said to hold what."""
        found = self._search(question).events
        holds = self._maps.holds(question)
        return {
            "points": self._maps.points(found.mask),
            "holds": holds,
            "days": _days(found),
            "sides": self._maps.sides(holds),
        }

    def tolls(self, question: Question) -> dict[str, Any]:
        """Numbers of victims, a page of them, and their ranges by source over all."""
        found = self._tolls.found(self._search(question))
        first = (question.page - 1) * question.size
        return {
            "tolls": [self._tolls.plain(toll) for toll in found[first : first + question.size]],
            "ranges": self._tolls.ranges(found),
            "total": len(found),
        }

    def chronology(self, question: Question) -> dict[str, Any]:
        """The story day by day; sources are numbered through the page."""
        found = self._search(question).events
        telling = self._teller.telling(self._ledger)
        cards = self._cards.events(found.page(), telling)
        return {
            **found.paging(),
            "days": self.days(cards),
            "summary": self._teller.summary(found.total, self._reports(found)),
            "sources": list(telling.sources()),
        }

    def days(self, cards: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Events under the headings of their days."""
        days = []
        for (start, end), same in groupby(cards, key=lambda card: (card["when"]["start"], card["when"]["end"])):
            heading = self._teller.heading(_day(start), _day(end))
            days.append({"heading": heading, "from": start, "to": end, "events": list(same)})
        return days

    def left_out(self) -> dict[str, Any]:
        """What was not read, and why."""
        notes = Overview(self._ledger, self._index, self._labels).notes()
        return {"left_out": [model.plain(one) for one in self._ledger.left_out()], "notes": notes}

    def about(self) -> dict[str, Any]:
        """What made the ledger."""
        return Overview(self._ledger, self._index, self._labels).about()

    def everything(self) -> dict[str, Any]:
        """All that the report draws: every event, the claims that events hold, each record once."""
        found = self._search(Question()).events
        cards = self._cards.events(found.ids)
        told = self._index.claims.sorted(self._index.event_of != UNKNOWN, "day")
        holds = self._maps.holds(Question())
        tolls, overview = self._index.tolls, self.overview()
        return {
            "overview": {**overview, "latest": [card["id"] for card in overview["latest"]]},
            "events": cards,
            "claims": self._cards.claims([self._index.claims.ids[row] for row in told]),
            "points": self._maps.points(found.mask),
            "holds": holds,
            "sides": self._maps.sides(holds),
            "tolls": [self._tolls.plain(toll) for toll in tolls],
            "ranges": self._tolls.ranges(tolls),
            "sources": self._sources.all(),
            "quotes": self._sources.quotes(),
            **self.left_out(),
            "about": self.about(),
            "days": [{**day, "events": [card["id"] for card in day["events"]]} for day in self.days(cards)],
            "bins": bins(found),
        }

    def review(self, queue: str, size: int = 20) -> dict[str, Any]:
        """What waits for a person."""
        return self._reviewing.page(queue, size)

    def history(self, question: Question) -> dict[str, Any]:
        """What persons decided."""
        return self._reviewing.history(question)

    def _events(self, search: Search) -> dict[str, Any]:
        """A page of events."""
        return {**search.events.paging(), "events": self._cards.events(search.events.page())}

    def _judgements(self, *records: str) -> list[dict[str, Any]]:
        return [self._reviews.plain(one) for one in self._reviews.about(*records)]

    def _search(self, question: Question) -> Search:
        return Search(self._ledger, self._index, question, self._reviews.reviewed(self._index))

    def _reports(self, found: Found) -> int:
        """How many reports tell the events."""
        events, claims = self._index.told
        return len(np.unique(self._index.reports[claims[found.mask[events]]]))

    def _links(self, claims: Sequence[str], *, inside: bool) -> list[dict[str, Any]]:
        """Which claims were held against each other: all `inside` an event, or all of one claim."""
        both = "AND" if inside else "OR"
        known = "(SELECT value FROM json_each(?))"
        sql = f"SELECT * FROM link WHERE a IN {known} {both} b IN {known} ORDER BY score DESC, a, b"
        rows = self._ledger.rows(sql, json.dumps(claims), json.dumps(claims))
        return [{**dict(row), "reasons": json.loads(row["reasons"])} for row in rows]

    @cached_property
    def _tolls(self) -> Tolls:
        return Tolls(self._index, self._labels)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._ledger, self._index, self._knowledge, self._labels)

    @cached_property
    def _reviewing(self) -> Reviewing:
        return Reviewing(self._ledger, self._state, self._reviews, self._cards)

    @cached_property
    def _maps(self) -> Maps:
        return Maps(self._index, self._knowledge, self._labels)

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self._ledger, self._index, self._labels)

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self._ledger, self._index, self._labels, self._search)


def _choosing(question: Question | None, field: Field, value: str) -> Question:
    """The question with one value chosen besides."""
    asked = question or Question()
    return replace(asked, chosen=(*(one for one in asked.chosen if one[0] != field), (field, (value,))))


def _days(found: Found) -> list[str | None]:
    """The first and the last day of what is found."""
    first, last = found.table.first[found.mask], found.table.last[found.mask]
    known = np.concatenate((first, last))
    known = known[known != -1]
    return [_iso(int(known.min())), _iso(int(known.max()))] if len(known) else [None, None]


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)
