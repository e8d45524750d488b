"""Places in the reader's language: in, at or on them, from them, and what contains them in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from dragoman.chronology.grammar import Name, Site
from dragoman.chronology.grammars import grammar_of
from dragoman.chronology.phrases import CASES, Phrase, joined, listed
from dragoman.chronology.wording import Wording
from dragoman.knowledge.entries import Place
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Where

_TOWNS = frozenset({"village", "town", "city"})
# So many places are named; more are "other places".
_MOST = 3


class Places:
    """How places are called in one language."""

    def __init__(self, knowledge: Knowledge, wording: Wording) -> None:
        self._knowledge = knowledge
        self._wording = wording
        self._grammar = grammar_of(wording)
        self._sites: dict[tuple[str | None, str], Site] = {}

    @property
    def unnamed(self) -> Phrase:
        """What stands for a place that nobody named."""
        return Phrase(**self._wording.words["unnamed_place"])

    def whole(self, places: Sequence[Where]) -> Phrase | None:
        """The places themselves, as the subject or the object of a sentence; None where there are none."""
        sites, more = self._told(places)
        if not sites:
            return None
        phrases = [site.phrase for site in sites]
        if more:
            phrases.append(Phrase(**self._wording.words["other_places"]["whole"]))
        return joined(phrases, self._wording.locale)

    def inside(self, places: Sequence[Where]) -> str | None:
        """ "in Minyan (Aleppo) and at Kuweires airbase"."""
        return self._phrased(places, "inside")

    def outside(self, places: Sequence[Where]) -> str | None:
        """ "from Minyan (Aleppo)"."""
        return self._phrased(places, "outside")

    def named(self, places: Sequence[Where]) -> str | None:
        """The bare names, as they stand in brackets."""
        names = [self.name(where) for where in self._apart(places)][:_MOST]
        return listed(names, self._wording.locale) if names else None

    def are_roads(self, places: Sequence[Where]) -> bool:
        """Whether every place is a road, so that it is itself what is cut or opened."""
        known = [self._knowledge.places.get(where.id or "") for where in self._apart(places)]
        return bool(known) and all(place is not None and place.kind == "road" for place in known)

    def name(self, where: Where) -> str:
        """The bare name of a place."""
        return self.called(where.id, where.name)

    def called(self, id: str | None, fallback: str) -> str:
        """The bare name of what a pack knows under an id, else the words themselves."""
        return self._own_name(id, fallback)[0]

    def _phrased(self, places: Sequence[Where], way: Literal["inside", "outside"]) -> str | None:
        sites, more = self._told(places)
        parts = [site.inside if way == "inside" else site.outside for site in sites]
        if more:
            parts.append(str(self._wording.words["other_places"][way]))
        return listed(parts, self._wording.locale) if parts else None

    def _told(self, places: Sequence[Where]) -> tuple[list[Site], bool]:
        apart = self._apart(places)
        return [self._site(where) for where in apart[:_MOST]], len(apart) > _MOST

    def _apart(self, places: Sequence[Where]) -> list[Where]:
        """The places that contain no other one of them."""
        containers = {outer for where in places for outer in self._chain(where)}
        apart = [where for where in places if where.id is None or where.id not in containers]
        return list({(where.id, where.name): where for where in apart}.values())

    def _site(self, where: Where) -> Site:
        """The place in a sentence, with what contains it in brackets."""
        key = (where.id, where.name)
        if key not in self._sites:
            self._sites[key] = self._made(where)
        return self._sites[key]

    def _made(self, where: Where) -> Site:
        words, own = self._own_name(where.id, where.name)
        place = self._knowledge.places.get(where.id or "")
        kind = place.kind if place else ""
        site = self._grammar.place(Name(words, own, kind, country=kind == "country"))
        container = self._container(where, place)
        return site if container is None or _says(words, container) else _within(site, container)

    def _own_name(self, id: str | None, fallback: str) -> tuple[str, bool]:
        """The name, and whether it is one of the language."""
        chosen = self._wording.names["places"].get(id)
        if chosen is not None:
            return str(chosen), True
        place = self._knowledge.places.get(id or "")
        if place is None:
            return " ".join(fallback.split()), False
        names = place.names.get(self._wording.code, ())
        if self._wording.code == "en" or not names:
            return place.name, False
        return names[0], True

    def _container(self, where: Where, place: Place | None) -> str | None:
        """The town that a place lies in, else its province, else its country where that is not the theatre's."""
        if place is not None and place.kind in ("city", "province", "country", "region"):
            return None
        chain = [self._knowledge.places[one] for one in self._chain(where) if one in self._knowledge.places]
        wanted = (place.kind not in _TOWNS if place else True) and next((p for p in chain if p.kind in _TOWNS), None)
        found = wanted or next((p for p in chain if p.kind == "province"), None)
        if found is None:
            found = next((p for p in chain if p.kind == "country" and not self._knowledge.in_theatre(p.id)), None)
        return self._own_name(found.id, found.name)[0] if found else None

    def _chain(self, where: Where) -> Iterator[str]:
        if where.id is not None and where.id in self._knowledge.places:
            yield from self._knowledge.within(where.id)
        elif where.within is not None:
            yield where.within
            yield from self._knowledge.within(where.within)


def _says(name: str, container: str) -> bool:
    """Whether a name has the container's own in it, but for its last letter: "okolica Hame" in "pokrajina Hama"."""
    own = [word for word in container.split() if word[:1].isupper() and len(word) > len("Rif")]
    return any(word[:-1] in name for word in own)


def _within(site: Site, container: str) -> Site:
    """The place in all its cases with the container, which stays as it is, behind it."""
    behind = f" ({container})"
    forms: dict[str, Any] = {case: form and form + behind for case in CASES for form in (site.phrase.case(case),)}
    return Site(replace(site.phrase, **forms), site.inside + behind, site.outside + behind)
