"""Places in the reader's language: in, at or on them, from them, and what contains them in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.chronology import croatian, english, german
from dragoman.chronology.phrases import CASES, Phrase, joined, listed
from dragoman.chronology.wording import Wording
from dragoman.knowledge.entries import Place
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Where

_TOWNS = frozenset({"village", "town", "city"})
# So many places are named; more are "other places".
_MOST = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a phrase, with the words for being in it and coming from it, and its container's name."""

    phrase: Phrase
    inside: str
    outside: str
    container: str | None


class Places:
    """How places are called in one language."""

    def __init__(self, knowledge: Knowledge, wording: Wording) -> None:
        self._knowledge = knowledge
        self._wording = wording
        self._spots: dict[tuple[str | None, str], Spot] = {}

    @property
    def unnamed(self) -> Phrase:
        """What stands for a place that nobody named."""
        return Phrase(**self._wording.words["unnamed_place"])

    def whole(self, places: Sequence[Where]) -> Phrase | None:
        """The places themselves, as the subject or the object of a sentence; None where there are none."""
        spots, more = self._told(places)
        if not spots:
            return None
        phrases = [_with_container(spot) for spot in spots]
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

    def name(self, where: Where) -> str:
        """The bare name of a place."""
        return self._own_name(where.id, where.name)[0]

    def _phrased(self, places: Sequence[Where], way: Literal["inside", "outside"]) -> str | None:
        spots, more = self._told(places)
        parts = [self._where(spot, spot.inside if way == "inside" else spot.outside) for spot in spots]
        if more:
            parts.append(str(self._wording.words["other_places"][way]))
        return listed(parts, self._wording.locale) if parts else None

    def _told(self, places: Sequence[Where]) -> tuple[list[Spot], bool]:
        apart = self._apart(places)
        return [self.spot(where) for where in apart[:_MOST]], len(apart) > _MOST

    def _apart(self, places: Sequence[Where]) -> list[Where]:
        """The places that contain no other one of them."""
        containers = {outer for where in places for outer in self._chain(where)}
        apart = [where for where in places if where.id is None or where.id not in containers]
        return list({(where.id, where.name): where for where in apart}.values())

    def spot(self, where: Where) -> Spot:
        """The place as phrases."""
        key = (where.id, where.name)
        if key not in self._spots:
            self._spots[key] = self._spot(where)
        return self._spots[key]

    def _spot(self, where: Where) -> Spot:
        name, own = self._own_name(where.id, where.name)
        place = self._knowledge.places.get(where.id or "")
        kind = place.kind if place else ""
        container = self._container(where, place)
        container = None if container is None or _says(name, container) else container
        if self._wording.code == "de":
            return self._german(name, kind, own, container)
        if self._wording.code == "hr":
            return self._croatian(name, kind, own, container)
        return self._english(name, kind, container)

    def _english(self, name: str, kind: str, container: str | None) -> Spot:
        table = self._wording.names
        if kind in table["kinds"] and not set(name.lower().split()) & set(table["said"][kind]):
            name = str(table["kinds"][kind]).format(name=name)
        words = [word for word in name.lower().split() if word in (*table["at"], *table["on"])]
        told = words[-1] if words else ""
        inside = "at" if told in table["at"] else "on" if told else table["at_kinds"].get(kind, "in")
        return Spot(english.phrase(name, table), inside, "from", container)

    def _german(self, name: str, kind: str, own: bool, container: str | None) -> Spot:
        table = self._wording.names
        likeness: german.Likeness = "whole" if kind == "country" else "long end"
        head = german.head_of(name.split(), table, likeness) if own else None
        if head is None and kind in table["kinds"] and (not own or kind in table["classed"]["kinds"]):
            name = str(table["kinds"][kind]).format(name=name)
            head = german.head_of(name.split(), table, likeness)
        phrase = german.phrase(name, table, likeness=likeness) if head else german.proper(name)
        entry = head.entry if head else ""
        inside = "auf" if _ends(entry, table["on"]["heads"]) else "an" if _ends(entry, table["at"]["heads"]) else "in"
        return Spot(phrase, inside, "aus" if inside == "in" else "von", container)

    def _croatian(self, name: str, kind: str, own: bool, container: str | None) -> Spot:
        table = self._wording.names
        phrase = croatian.phrase(name, table, kind="place", known=own)
        if phrase.dative is None:
            name = str(table["kinds"].get(kind, table["kinds"]["_other"])).format(name=name)
            phrase = croatian.phrase(name, table, kind="place")
        at, group = croatian.head_of(name.split(), table)
        on = group is not None and name.split()[at].lower() in table["on"]["heads"]
        away = "sa" if (phrase.genitive or "").lower().startswith(("s", "š", "z", "ž")) else "s"
        return Spot(phrase, "na" if on else "u", away if on else "iz", container)

    def _where(self, spot: Spot, preposition: str) -> str:
        case = "genitive" if self._wording.code == "hr" and preposition in ("iz", "s", "sa") else "dative"
        words = f"{preposition} {spot.phrase.case(case) or spot.phrase.nominative}"
        for long, short in self._wording.names.get("contractions", {}).items():
            words = f"{short} {words.removeprefix(f'{long} ')}" if words.startswith(f"{long} ") else words
        return f"{words} ({spot.container})" if spot.container else words

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


def _ends(entry: str, heads: Iterable[str]) -> bool:
    return any(entry.endswith(head) for head in heads)


def _with_container(spot: Spot) -> Phrase:
    """The place in all its cases with the container, which stays as it is, behind it."""
    forms: dict[str, Any] = {case: spot.phrase.case(case) for case in CASES}
    behind = f" ({spot.container})" if spot.container else ""
    return replace(spot.phrase, **{case: form and form + behind for case, form in forms.items()})
