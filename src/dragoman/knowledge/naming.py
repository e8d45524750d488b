"""Which forms of which names a language's matcher looks for, and who bears them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.entries import Actor, Names, Place
from dragoman.knowledge.inflection import Form, Inflection, Manner, inflection
from dragoman.knowledge.matching import Bearer
from dragoman.knowledge.spelling import spellings

if TYPE_CHECKING:
    from dragoman.knowledge.knowledge import Knowledge

_LATIN = frozenset(("en", "de", "hr", "fr", "es", "tr"))
_LINKS = frozenset(("of", "and", "for", "the", "de", "von", "der", "al", "bin"))  # small words inside proper names
_METROPOLIS = 1_000_000  # inhabitants: such a city is named without a frame
_IN_PACK, _COUNTRY, _THEATRE_TOWN, _TOWN = range(4)  # how likely a place's name means this one


class Naming:
    """The names of some knowledge, one language after the other; what languages share is made once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._places = tuple((place, _place_bearer(knowledge, place)) for place in knowledge.places.values())
        self._lent: dict[tuple[bool, str], tuple[str, ...]] = {}

    def forms(self, language: str, rules: Inflection) -> Iterator[tuple[Form, Bearer]]:
        """Every form of every name of a language, with who bears it."""
        for number, actor in enumerate(self._knowledge.actors.values()):
            bearer = Bearer(actor.id, is_place=False, rank=(0, number), veto=actor.veto)
            yield from ((form, bearer) for form in self._actor_forms(actor, language, rules))
        for place, bearer in self._places:
            yield from ((form, bearer) for form in self._place_forms(place, bearer, language, rules))
        for country, actor_id in _metonyms(self._knowledge):
            bearer = Bearer(actor_id, is_place=False, rank=(0, 0))
            for name in _names(country.name, country.names, language):
                yield from ((form, bearer) for form in rules.forms(name, "proper"))

    def _actor_forms(self, actor: Actor, language: str, rules: Inflection) -> Iterator[Form]:
        manner = _manner(actor)
        own, lent = self._spelled(actor, actor.name, language, lends=not actor.generic)
        for spelling in dict.fromkeys((*own, *lent)):
            yield from rules.forms(spelling, manner)
        for word in actor.adjectives.get(language, ()):
            yield from rules.adjective_forms(word)

    def _place_forms(self, place: Place, bearer: Bearer, language: str, rules: Inflection) -> Iterator[Form]:
        """A place's own names change as the language's words do, those lent from English as foreign ones."""
        in_pack = bearer.rank[0] in (_IN_PACK, _COUNTRY)
        canonical = place.name if in_pack else ""  # a town's may be a common word
        own, lent = self._spelled(place, canonical, language, lends=True)
        for spelling in own:
            yield from rules.forms(spelling, "place")
        for spelling in lent:
            if spelling not in own:
                yield from rules.forms(spelling, "proper")

    def _spelled(
        self, entry: Actor | Place, canonical: str, language: str, *, lends: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """An entry's spellings in a language, and those that English lends to it."""
        own = _spellings(_own_names(canonical, entry.names, language))
        if not lends or language == "en" or language not in _LATIN:
            return own, ()
        at = (isinstance(entry, Place), entry.id)
        lent = self._lent.get(at)
        if lent is None:
            lent = self._lent[at] = _spellings(_lent_names(canonical, entry.names))
        return own, lent


def _spellings(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spelling for name in names for spelling in spellings(name)))


def _metonyms(knowledge: Knowledge) -> Iterator[tuple[Place, str]]:
    """Countries of the theatre and the pack's actor that is their government."""
    for place in knowledge.places.values():
        actor = knowledge.country_government(place.id) if place.kind == "country" else None
        if actor:
            yield place, actor


def adjectives_of(actor: Actor) -> frozenset[str]:
    """Every inflected form of an actor's adjectives in every language, in lower case."""
    return frozenset(
        (form.stem + ending).lower()
        for language, words in actor.adjectives.items()
        for word in words
        for form in inflection(language).adjective_forms(word)
        for ending in form.endings
    )


def _manner(actor: Actor) -> Manner:
    return "person" if actor.kind == "person" else "body"


def _place_bearer(knowledge: Knowledge, place: Place) -> Bearer:
    country = knowledge.country(place.id)
    if knowledge.in_pack(place.id):
        level = _IN_PACK
    elif place.kind == "country":
        level = _COUNTRY
    else:
        level = _THEATRE_TOWN if knowledge.in_theatre(country) else _TOWN
    shy = level == _TOWN and place.population < _METROPOLIS
    return Bearer(place.id, is_place=True, rank=(level, -place.population), shy=shy, veto=place.veto)


def _names(canonical: str, names: Names, language: str) -> Iterator[str]:
    """An entry's names in a language, its own and those lent from English."""
    lent = _lent_names(canonical, names) if language in _LATIN and language != "en" else ()
    yield from dict.fromkeys((*_own_names(canonical, names, language), *lent))


def _own_names(canonical: str, names: Names, language: str) -> Iterator[str]:
    """The names that an entry has in a language, in that language's script."""
    own = names.get(language, ())
    wanted = language in _LATIN
    for name in (canonical, *own) if language == "en" else own:
        if name and _is_latin(name) == wanted:
            yield name


def _lent_names(canonical: str, names: Names) -> Iterator[str]:
    """English proper names serve every language of Latin script."""
    for name in (canonical, *names.get("en", ())):
        if name and _is_proper(name) and _is_latin(name):
            yield name


def _is_proper(name: str) -> bool:
    """Whether English writes the whole name with capitals, so that other languages take it over."""
    if name.isalpha():
        return name[0].isupper()
    return all(not word[0].islower() or "-" in word or word in _LINKS for word in name.split())


def _is_latin(name: str) -> bool:
    if name.isascii():
        return True
    letter = next((character for character in name if character.isalpha()), "a")
    return letter.isascii() or _script_is_latin(letter)


@cache
def _script_is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
