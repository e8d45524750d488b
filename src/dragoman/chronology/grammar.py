"""What a language's grammar does with a name: the cases of a party, and how to be in a place or come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dragoman.chronology.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what decides how it stands in a sentence.

    `own`: it is one of the language's own; `kind`: the pack's kind of the party or place, empty where no pack knows
    it; `generic`: a common noun; `several`: several by its English name.
    """

    words: str
    own: bool
    kind: str = ""
    generic: bool = False
    several: bool = False
    country: bool = False

    @property
    def foreign(self) -> bool:
        """Whether a pack knows it, but has no name of the language for it."""
        return bool(self.kind) and not self.own


@dataclass(frozen=True, slots=True)
class Site:
    """A place as a phrase, and the words for being in it and for coming from it: "im Umland von Aleppo"."""

    phrase: Phrase
    inside: str
    outside: str


class Grammar(Protocol):
    """The rules of one language."""

    def party(self, name: Name) -> Phrase:
        """Somebody as the subject, the object or the speaker of a sentence."""

    def place(self, name: Name) -> Site:
        """A place in a sentence."""
