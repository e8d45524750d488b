"""Which forms of which names a language's matcher looks for, and who bears them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.entries import Actor, Names, Place
from dragoman.knowledge.inflection import Form, Inflection, Manner, inflection
from dragoman.knowledge.matching import Bearer
from dragoman.knowledge.spelling import spellings

if TYPE_CHECKING:
    from dragoman.knowledge.knowledge import Knowledge

_LATIN = frozenset(("en", "de", "hr", "fr", "es", "tr"))
_LINKS = frozenset(
    ("of", "and", "for", "the", "de", "von", "der", "al", "bin")
)  # small words inside proper names
_METROPOLIS = 1_000_000  # inhabitants: such a city is named without a frame
_IN_PACK, _COUNTRY, _THEATRE_TOWN, _TOWN = range(4)  # how likely a place's name means this one


def named(knowledge: Knowledge, language: str, rules: Inflection) -> Iterator[tuple[Form, Bearer]]:
    """Every form of every name of a language, with who bears it."""
    for number, actor in enumerate(knowledge.actors.values()):
        bearer = Bearer(actor.id, is_place=False, rank=(0, number), veto=actor.veto)
        yield from ((form, bearer) for form in _actor_forms(actor, language, rules))
    for place in knowledge.places.values():
        bearer = _place_bearer(knowledge, place)
        canonical = (
            place.name if bearer.rank[0] in (_IN_PACK, _COUNTRY) else ""
        )  # a town's may be a common word
        for name in _names(canonical, place.names, language):
            yield from (
                (form, bearer) for spelling in spellings(name) for form in rules.forms(spelling, "proper")
            )
    for country, actor_id in _metonyms(knowledge):
        for name in _names(country.name, country.names, language):
            bearer = Bearer(actor_id, is_place=False, rank=(0, 0))
            yield from ((form, bearer) for form in rules.forms(name, "proper"))


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


def _actor_forms(actor: Actor, language: str, rules: Inflection) -> Iterator[Form]:
    manner = _manner(actor)
    for name in _names(actor.name, actor.names, language, common=actor.generic):
        for spelling in spellings(name):
            yield from rules.forms(spelling, manner)
    for word in actor.adjectives.get(language, ()):
        yield from rules.adjective_forms(word)


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


def _names(canonical: str, names: Names, language: str, *, common: bool = False) -> Iterator[str]:
    """An entry's names in a language; English ones serve every Latin script where they are proper names."""
    own = names.get(language, ())
    lent: tuple[str, ...] = ()
    if language == "en":
        own = (canonical, *own)
    elif language in _LATIN and not common:
        lent = tuple(name for name in (canonical, *names.get("en", ())) if _is_proper(name))
    wanted = language in _LATIN
    yield from dict.fromkeys(name for name in (*own, *lent) if name and _is_latin(name) == wanted)


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
