"""Sentences with gaps: `{A}` a slot, `[…]` what falls out with a missing slot, `<was|were>` what agrees.

What agrees follows the phrase in the nominative that was named last before it or, where none was, the first one after
it; `<B:was|were>` follows the phrase of that slot. In a
language with participles by gender `<napao>` stands for all their forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from dragoman.chronology.phrases import Phrase

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_PART = re.compile(r"\{(\w+)\}|<([^<>]+)>")
_CASES = {"n": "nominative", "g": "genitive", "d": "dative", "a": "accusative"}

Slot = Phrase | str | None


class Slots(Protocol):
    """What fills the gaps."""

    def get(self, name: str) -> Slot:
        """The phrase or the words of a slot; None where nothing is known for it."""

    def case(self, name: str) -> str:
        """The case in which a slot stands when its name does not say it."""

    def default(self, name: str) -> Slot:
        """What stands in a slot that cannot be left out."""


def fillable(template: str, slots: Slots) -> bool:
    """Whether everything outside the brackets is known, or has something to stand for it."""
    return all(_text(name, slots, needed=True) is not None for name in _names(_OPTIONAL.sub("", template)))


def named(template: str, slots: Slots) -> frozenset[str]:
    """The slots, by their capital letters, that the filled template tells."""
    return frozenset(name[:1] for name in _names(_kept(template, slots)))


def filled(template: str, slots: Slots, stems: Mapping[str, str]) -> str:
    """The sentence; `stems` has those of participles that do not follow from their masculine form."""
    text = _kept(template, slots)
    parts = list(_PART.finditer(text))
    phrases = [_subject_of(part[1], slots) if part[1] else None for part in parts]
    found, at = "", 0
    for number, part in enumerate(parts):
        found += text[at : part.start()]
        name, form = part.groups()
        agreed = _agreed(form, phrases, number, slots, stems) if form else None
        found += (agreed if form else _text(name, slots, needed=True)) or ""
        at = part.end()
    return found + text[at:]


def _agreed(form: str, phrases: list[Phrase | None], at: int, slots: Slots, stems: Mapping[str, str]) -> str:
    """A form that agrees with the phrase named in it ("B:je|su"), else with the one beside it."""
    name, colon, rest = form.partition(":")
    return agreeing(rest, _subject_of(name, slots), stems) if colon else agreeing(form, _subject(phrases, at), stems)


def agreeing(form: str, subject: Phrase | None, stems: Mapping[str, str]) -> str:
    """`one|several` by the subject's number, a participle by its gender as well."""
    plural = subject.plural if subject else False
    one, bar, several = form.partition("|")
    if bar:
        return several if plural else one
    gender = subject.gender if subject else "n"
    return participle(form, gender, plural=plural, stems=stems)


def participle(form: str, gender: str, *, plural: bool, stems: Mapping[str, str]) -> str:
    """A Croatian participle from its masculine form: "napao" → "napala", "ubijen" → "ubijeni"."""
    if gender == "m" and not plural:
        return form
    ending = {"m": "i", "f": "e", "n": "a"}[gender] if plural else {"f": "a", "n": "o"}[gender]
    return f"{stems.get(form, form.removesuffix('o'))}l{ending}" if form.endswith("o") else form + ending


def _kept(template: str, slots: Slots) -> str:
    return _OPTIONAL.sub(lambda part: part[1] if _known(part[1], slots) else "", template)


def _known(part: str, slots: Slots) -> bool:
    return all(_text(name, slots, needed=False) for name in _names(part))


def _names(template: str) -> list[str]:
    return [part[1] for part in _PART.finditer(template) if part[1]]


def _subject_of(name: str, slots: Slots) -> Phrase | None:
    """The phrase of a slot that stands in the nominative, so that a verb can agree with it."""
    slot = slots.get(name) or slots.default(name)
    return slot if isinstance(slot, Phrase) and _case(name, slots) == "nominative" else None


def _case(name: str, slots: Slots) -> str:
    return _CASES.get(name[1:], slots.case(name))


def _subject(phrases: list[Phrase | None], at: int) -> Phrase | None:
    before = [phrase for phrase in phrases[:at] if phrase is not None]
    after = (phrase for phrase in phrases[at:] if phrase is not None)
    return before[-1] if before else next(after, None)


def _text(name: str, slots: Slots, *, needed: bool) -> str | None:
    """The words of a slot in its case: `T`, `Tn`, `Td`; of words as they are."""
    slot = slots.get(name)
    if slot is None and needed:
        slot = slots.default(name)
    if isinstance(slot, Phrase):
        return slot.case(_case(name, slots))
    return slot
