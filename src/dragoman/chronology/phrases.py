"""A name as a sentence uses it: its cases, its number and its gender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f", "n"]
CASES = ("nominative", "genitive", "dative", "accusative")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name by case (the dative is Croatian's locative, too); None where the form is not known for sure."""

    nominative: str
    genitive: str | None = None
    dative: str | None = None
    accusative: str | None = None
    plural: bool = False
    gender: Gender = "m"

    def case(self, name: str) -> str | None:
        """The form of a case by its name."""
        found: str | None = getattr(self, name)
        return found


def fixed(name: str, *, plural: bool = False, gender: Gender = "m") -> Phrase:
    """A name that is the same in every case."""
    return Phrase(name, name, name, name, plural, gender)


def joined(phrases: Sequence[Phrase], locale: str) -> Phrase:
    """Several phrases as one with the language's "and"; several of one gender keep it, others are masculine."""
    if len(phrases) == 1:
        return phrases[0]
    genders = {phrase.gender for phrase in phrases}
    gender: Gender = "f" if genders == {"f"} else "m"
    cases = {name: _listed([phrase.case(name) for phrase in phrases], locale) for name in CASES}
    return Phrase(
        cases["nominative"] or "", cases["genitive"], cases["dative"], cases["accusative"], plural=True, gender=gender
    )


def listed(words: Sequence[str], locale: str) -> str:
    """Words joined by commas and the language's "and", as CLDR has it."""
    from babel.lists import format_list

    return str(format_list(list(words), locale=locale))


def _listed(forms: Sequence[str | None], locale: str) -> str | None:
    known = [form for form in forms if form is not None]
    return listed(known, locale) if len(known) == len(forms) else None
