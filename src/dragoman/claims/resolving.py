"""Which actor and which place a name means, decided once for a whole document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from dragoman.knowledge.entries import Actor
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.matching import Name
from dragoman.model import Document, Party, Where

_STOP = re.compile(r"[.;:!?\n]")
_BESIDE = 1000  # more often than any report names a city
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|an|ad|az)[- ]")
_ENDING = re.compile(r"(?:ah|eh|a|e)$")
_NEXT = 45  # characters that "neighbourhood in the city of" takes at the most


class Resolver:
    """Picks among the ids that share a name by the document's day and by the places that it names elsewhere."""

    def __init__(self, document: Document, names: Sequence[Name], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._day = document.published.end or document.published.start
        self._around = Counter(_containers(names, knowledge))
        self._beside = dict(_framed(document.text, names, knowledge))

    def actor(self, id: str | None) -> Actor | None:
        """The pack's entry of an actor."""
        return self._knowledge.actors.get(id) if id else None

    def is_adjective(self, party: Party, last: str) -> bool:
        """Whether the words are a demonym that only qualifies the next noun ("Russian", "syrische")."""
        return self._knowledge.is_adjective(party.id, party.text) if party.id else last.islower()

    def is_far(self, place: str | None) -> bool:
        """Whether a place is a town outside the theatre, known from the gazetteer alone."""
        if place is None or self._knowledge.in_pack(place):
            return False
        country = self._knowledge.country(place)
        return country != place and not self._knowledge.in_theatre(country)

    def party(self, name: Name) -> tuple[Party | None, bool]:
        """The actor that a name means and whether others were as likely; (None, False) where it is none."""
        if not name.actors:
            return None, False
        valid = [one for one in name.actors if self._valid(self._knowledge.actors[one])] or list(name.actors)
        actor = self._knowledge.actors[valid[0]]
        return Party(actor.id, actor.name, name.text, name.start, name.end), False

    def where(self, name: Name) -> tuple[Where | None, bool]:
        """The place that a name means and whether others were as likely; (None, False) where it is none."""
        if not name.places:
            return None, False
        beside = self._beside.get(name.start)
        others = [one for one in _namesakes(self._knowledge, name.places[0]) if beside and self._lies_in(one, beside)]
        places = (*name.places, *(one for one in others if one not in name.places))
        support = {one: self._support(one, beside) for one in places}
        ranked = sorted(places, key=lambda one: -support[one])
        best = ranked[0]
        tied = len(ranked) > 1 and support[ranked[1]] == support[best]
        place = self._knowledge.places[best]
        where = Where(
            place.id,
            place.name,
            name.text,
            name.start,
            name.end,
            place.lat,
            place.lon,
            place.precision,
            place.within,
        )
        return where, tied

    def _lies_in(self, place: str, containers: frozenset[str]) -> bool:
        return not containers.isdisjoint(self._knowledge.within(place))

    def _support(self, place: str, beside: frozenset[str] | None) -> int:
        """How often the document names what contains the place; a container named right beside it outweighs all."""
        within = self._knowledge.within(place)
        said = _BESIDE if beside and self._lies_in(place, beside) else 0
        return said + sum(self._around[container] for container in within)

    def _valid(self, actor: Actor) -> bool:
        """Whether the actor existed under this name; a year's grace, because papers keep old names."""
        if self._day is None:
            return True
        begun = actor.since is None or actor.since <= self._day
        return begun and (actor.until is None or _years_later(actor.until, 1) >= self._day)


def _years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _containers(names: Iterable[Name], knowledge: Knowledge) -> Iterable[str]:
    """Every place that an unambiguous name means, with what contains it."""
    for name in names:
        if len(name.places) == 1:
            yield name.places[0]
            yield from knowledge.within(name.places[0])


def _framed(text: str, names: Sequence[Name], knowledge: Knowledge) -> Iterable[tuple[int, frozenset[str]]]:
    """For each name of several places, what the place named right behind it is: "X neighbourhood of Y".

    Places share a name, or have it in another spelling.
    """
    for name, after in pairwise(names):
        between = text[name.end : after.start]
        shared = name.places and (len(name.places) > 1 or len(_namesakes(knowledge, name.places[0])) > 1)
        if shared and after.places and len(between) <= _NEXT and not _STOP.search(between):
            yield name.start, frozenset(place for one in after.places for place in (one, *knowledge.within(one)[:1]))


def _namesakes(knowledge: Knowledge, place: str) -> tuple[str, ...]:
    """The places of the packs whose name is the same but for its article and its ending: Salihiya, al-Salihiyah."""
    return _by_name(knowledge).get(_key(knowledge.places[place].name), ())


@lru_cache(maxsize=4)
def _by_name(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for place in knowledge.places.values():
        if knowledge.in_pack(place.id):
            found.setdefault(_key(place.name), []).append(place.id)
    return {key: tuple(ids) for key, ids in found.items() if len(ids) > 1}


def _key(name: str) -> str:
    """A name without article, marks between words and the feminine ending, of which papers write what they like."""
    bare = _ARTICLE.sub("", name.lower())
    return _ENDING.sub("", "".join(letter for letter in bare if letter.isalnum()))
