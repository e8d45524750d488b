"""Parties and voices by the names that the packs have for them in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from dragoman.chronology.grammar import Name
from dragoman.chronology.grammars import grammar_of, is_crowd_in_english, several_in_english
from dragoman.chronology.phrases import CASES, Phrase, joined
from dragoman.chronology.wording import Wording
from dragoman.knowledge.entries import Actor
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Named, Party

# Their names are what they call themselves in every language.
_MEDIA = frozenset({"outlet", "agency"})
# Kinds that are people themselves, and no body that has members.
_PEOPLE = frozenset({"people", "person"})
_PARTICLES = frozenset({"de", "bin", "von", "van", "di", "ibn", "abu"})


class Naming:
    """How parties are called in one language."""

    def __init__(self, knowledge: Knowledge, wording: Wording) -> None:
        self._knowledge = knowledge
        self._wording = wording
        self._grammar = grammar_of(wording)
        self._phrases: dict[tuple[str | None, str], Phrase] = {}

    def party(self, party: Party | Named) -> Phrase:
        """The party as a phrase."""
        key = (party.id, party.name)
        if key not in self._phrases:
            self._phrases[key] = self._phrase(*key)
        return self._phrases[key]

    def parties(self, parties: Iterable[Party | Named]) -> Phrase | None:
        """Several parties as one phrase, each once; None where there are none."""
        return self.joined(map(self.party, parties))

    def joined(self, phrases: Iterable[Phrase]) -> Phrase | None:
        """Phrases as one, each once; None where there are none."""
        apart = {phrase.nominative: phrase for phrase in phrases}
        return joined(list(apart.values()), self._wording.locale) if apart else None

    def name(self, id: str | None, fallback: str) -> str:
        """The bare name, as it stands in a list."""
        return self._own_name(id, fallback)[0]

    def members(self, party: Party | Named) -> Phrase | None:
        """Who of a party can be killed or seized: itself where it is people, its members; None of a country."""
        actor = self._knowledge.actors.get(party.id or "")
        phrase = self.party(party)
        if actor is None or actor.kind in _PEOPLE or (actor.generic and is_crowd_in_english(actor.name)):
            return phrase
        if actor.name in self._countries:
            return None
        for table in self._wording.words["members"]:
            body = phrase.case(table["case"])
            if body is not None:
                forms: dict[str, Any] = {case: table[case].format(body=body) for case in CASES if case in table}
                return Phrase(**forms, plural=True)
        return phrase

    def is_person(self, party: Party | Named) -> bool:
        """Whether it is one human being."""
        actor = self._knowledge.actors.get(party.id or "")
        return actor is not None and actor.kind == "person"

    def _phrase(self, id: str | None, fallback: str) -> Phrase:
        if not fallback:
            return Phrase(**self._wording.words["unnamed_voice"])
        name, own = self._own_name(id, fallback)
        actor = self._knowledge.actors.get(id or "")
        if actor is None:
            return self._grammar.party(Name(name, own))
        several, country = several_in_english(actor.name), actor.name in self._countries
        return self._grammar.party(Name(name, own, actor.kind, actor.generic, several, country))

    @cached_property
    def _countries(self) -> frozenset[str]:
        return frozenset(place.name for place in self._knowledge.places.values() if place.kind == "country")

    def _own_name(self, id: str | None, fallback: str) -> tuple[str, bool]:
        """The name, and whether it is one of the language."""
        actor = self._knowledge.actors.get(id or "")
        chosen = self._wording.names["actors"].get(id)
        if chosen is not None:
            return str(chosen), True
        if actor is None:
            return " ".join(fallback.split()) or str(self._wording.words["unnamed_voice"]["nominative"]), False
        names = actor.names.get(self._wording.code, ())
        if self._wording.code == "en" or actor.kind in _MEDIA or not names:
            return actor.name, False
        titles = tuple(self._wording.names["titles"])
        return (names[0], True) if actor.kind != "person" else (_full_name(actor, names, titles), True)


def _full_name(actor: Actor, names: Iterable[str], titles: tuple[str, ...]) -> str:
    """The name of a person with as many words as the canonical one has: no surname alone, no title."""
    words = len(actor.name.split())
    return next((name for name in names if len(name.split()) == words and _is_name(name, titles)), actor.name)


def _is_name(name: str, titles: tuple[str, ...]) -> bool:
    words = name.split()
    named = all(word[:1].isupper() or "-" in word or word in _PARTICLES for word in words)
    return len(words) > 1 and named and not any(word.lower().endswith(titles) for word in words)
