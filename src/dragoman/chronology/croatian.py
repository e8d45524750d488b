"""Croatian names in sentences: adjectives and the head noun are declined by tables of endings, the rest stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.chronology.grammar import Name, Site
from dragoman.chronology.phrases import Gender, Phrase

# Genitive, locative, accusative, as the tables have them.
_Forms = tuple[str, str, str]
_GENDERS: Mapping[str, Gender] = {"m": "m", "f": "f", "n": "n"}
# How a name ends that keeps its form, or whose forms are not sure.
_UNSURE = ("e", "i", "u", "y", "o")


@dataclass(frozen=True, slots=True)
class Croatian:
    """The rules of Croatian over the table of its names."""

    table: Mapping[str, Any]

    def party(self, name: Name) -> Phrase:
        """The cases of a name as far as they are sure; a name that no pack has in Croatian has its nominative alone."""
        words = name.words.split()
        if name.kind == "person":
            return Phrase(name.words, gender="f" if self._is_woman(words) else "m")
        if name.foreign:
            return Phrase(name.words, plural=name.several)
        at, group = self._head_of(words)
        if group is not None:
            return self._declined(words, at, group)
        return self._body(words) if name.own else Phrase(name.words)

    def place(self, name: Name) -> Site:
        """The name with "u" or "na"; one that does not decline stands behind the noun for its kind."""
        words = name.words
        phrase = self._own_place(words.split()) if name.own else None
        if phrase is None:
            words = str(self.table["kinds"].get(name.kind, self.table["kinds"]["_other"])).format(name=words)
            phrase = self._own_place(words.split())
        if phrase is None:
            words = str(self.table["kinds"]["_other"]).format(name=words)
            phrase = self._declined(words.split(), 0, "n")
        at, group = self._head_of(words.split())
        on = group is not None and words.split()[at].lower() in self.table["on"]["heads"]
        away = "sa" if words.lower().startswith(("s", "š", "z", "ž")) else "s"
        return Site(phrase, f"{'na' if on else 'u'} {phrase.dative}", f"{away if on else 'iz'} {phrase.genitive}")

    def _head_of(self, words: Sequence[str]) -> tuple[int, str | None]:
        """Where the first known noun of a name stands, and its gender and number; None where there is none."""
        before = next((at for at, word in enumerate(words) if at and word in self.table["tails"]), len(words))
        for at, word in enumerate(words[:before]):
            for group, entries in self.table["heads"].items():
                if word.lower() in entries:
                    return at, group
        if len(words) > 1 and self._is_adjective(words[0]):
            return len(words) - 1, _by_ending(words[-1])  # "istočni Alep", "sjeverna Sirija"
        return 0, None

    def _is_adjective(self, word: str) -> bool:
        """Whether a word before a place's proper name is one that changes with it."""
        ends = tuple(self.table["before"]["ends"])
        return (word.islower() and word.endswith(ends)) or word.lower() in self.table["leading"]

    def _body(self, words: Sequence[str]) -> Phrase:
        """A body's proper name: one word declines by its ending; of several only Arabic ones are sure to stay."""
        name = " ".join(words)
        if _is_acronym(words[-1]):
            return Phrase(name, f"{name}-a", f"{name}-u", name)
        if len(words) > 1:
            stays = any("al-" in word for word in words) and not name.endswith("a")
            return Phrase(name, accusative=name if stays else None)
        return Phrase(name, accusative=name) if name.endswith(_UNSURE) else self._last_declined(words)

    def _own_place(self, words: Sequence[str]) -> Phrase | None:
        """The cases of a place's name; None where they are not sure."""
        at, group = self._head_of(words)
        if group is not None:
            return self._declined(words, at, group)
        if "i" in words or _is_acronym(words[-1]) or not words[-1][-1:].isalpha() or words[-1].endswith(_UNSURE):
            return None
        return self._last_declined(words)

    def _is_woman(self, words: Sequence[str]) -> bool:
        """A first name in -a is a woman's, but for some."""
        return words[0].endswith("a") and words[0] not in self.table["men"]

    def _last_declined(self, words: Sequence[str]) -> Phrase:
        return self._declined(words, len(words) - 1, _by_ending(words[-1]), adjectives=False)

    def _declined(self, words: Sequence[str], at: int, group: str, *, adjectives: bool = True) -> Phrase:
        endings = self.table["adjectives"][group] if adjectives else {}
        foreign = any("-" in word and word[:1].islower() for word in words[: at + 1])  # "istočni Deir ez-Zor"
        changed = [_changed(word, {} if foreign and word[:1].isupper() else endings) for word in words[:at]]
        changed.append(_changed(words[at], self.table["cases"][group]))
        genitive, locative, accusative = (
            " ".join([*(each[number] for each in changed), *words[at + 1 :]]) for number in range(3)
        )
        plural, gender = len(group) > 1, _GENDERS[group[0]]
        return Phrase(" ".join(words), genitive, locative, accusative, plural, gender)


def _by_ending(word: str) -> str:
    return "f" if word.endswith("a") else "n" if word.endswith(("o", "e")) else "m"


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _changed(word: str, table: Mapping[str, Sequence[str]]) -> _Forms:
    """A word in the three cases by the longest ending that the table knows."""
    ending = max((end for end in table if word.lower().endswith(end)), key=len, default=None)
    if ending is None:
        return word, word, word
    stem = word[: len(word) - len(ending)]
    genitive, locative, accusative = (_spelled(stem, word, ending, each) for each in table[ending])
    return genitive, locative, accusative


def _spelled(stem: str, word: str, ending: str, new: str) -> str:
    """The stem with a new ending, which keeps the capital of a word that is replaced whole."""
    capital = not stem and word[:1].isupper() and bool(ending)
    return stem + (new[:1].upper() + new[1:] if capital else new)
