"""English names in sentences: whether they take an article, and whether they are one or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.chronology.grammar import Name, Site
from dragoman.chronology.phrases import Phrase, fixed


@dataclass(frozen=True, slots=True)
class English:
    """The rules of English over the table of its names."""

    table: Mapping[str, Any]

    def party(self, name: Name) -> Phrase:
        """The name with its article; a person's has none."""
        return fixed(name.words) if name.kind == "person" else self._articled(name.words)

    def place(self, name: Name) -> Site:
        """The name, with a word for what it is where it does not say so, behind "in", "at" or "on"."""
        words = name.words
        if name.kind in self.table["kinds"] and not self._says(words, name.kind):
            words = str(self.table["kinds"][name.kind]).format(name=words)
        phrase = self._articled(words)
        return Site(phrase, f"{self._where(words, name.kind)} {phrase.nominative}", f"from {phrase.nominative}")

    def several(self, words: str) -> bool:
        """Whether a name is that of several."""
        last = self._core(words)[-1].lower()
        if last in self.table["plural"]:
            return True
        ends = last.endswith("s") and not last.endswith(("ss", "us", "is"))
        return ends and "-" not in last and last not in self.table["singular"]

    def crowd(self, words: str) -> bool:
        """Whether a name of several means human beings, and not bodies of them."""
        return self.several(words) and self._core(words)[-1].lower() not in self.table["bodies"]

    def _articled(self, words: str) -> Phrase:
        several = self.several(words)
        return fixed(f"the {words}" if self._takes_article(words, several) else words, plural=several)

    def _takes_article(self, words: str, several: bool) -> bool:
        """By the last words of the name; names of several in capitals take one, common nouns of several none."""
        if words.lower() in self.table["bare"] or words.lower().startswith("the "):
            return False
        core = self._core(words)
        listed = not {core[-1].lower(), " ".join(core[-2:]).lower()}.isdisjoint(self.table["the"])
        if several:
            return (listed and words[:1].isupper()) or (len(core) > 1 and core[-1][:1].isupper())
        return listed

    def _core(self, words: str) -> list[str]:
        """The words up to what only qualifies them: "Union" of "Union of Relief Organizations"."""
        parts, tails = words.split(), self.table["tails"]
        end = next((at for at, word in enumerate(parts) if at and (word in tails or word[0] == "(")), len(parts))
        return parts[:end]

    def _says(self, words: str, kind: str) -> bool:
        return not set(words.lower().split()).isdisjoint(self.table["said"][kind])

    def _where(self, words: str, kind: str) -> str:
        """The preposition, by the last word of the name that asks for one, else by the kind of the place."""
        for word in reversed(words.lower().split()):
            for preposition in ("at", "on"):
                if word in self.table[preposition]:
                    return preposition
        return str(self.table["at_kinds"].get(kind, "in"))
