"""German names in sentences: the article and the adjectives follow the head noun, which a table knows by its ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.chronology.grammar import Name, Site
from dragoman.chronology.phrases import Gender, Phrase

# For which cases a weak adjective behind "der", "die", "das" ends in -e, and not in -en.
_WEAK_E = {"m": ("nominative",), "f": ("nominative", "accusative"), "n": ("nominative", "accusative"), "p": ()}
# How much of a word must be the noun: its end; an end of more than four letters, for a place ("Hamburg" is no castle);
# or all of it, for a country.
_Likeness = Literal["end", "long end", "whole"]
_SHORT = 4
_ARTICLE_CASES = ("nominative", "accusative", "dative", "genitive")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the head noun of a name stands, how it is listed, and its gender or `p` for several."""

    at: int
    entry: str
    gender: str


@dataclass(frozen=True, slots=True)
class German:
    """The rules of German over the table of its names."""

    table: Mapping[str, Any]

    def party(self, name: Name) -> Phrase:
        """The name with its article and the endings of its adjectives."""
        if name.foreign or name.kind == "person":
            return _proper(name.words, several=name.several)
        head = self._head_of(name.words, "whole" if name.country else "end")
        return self._declined(name.words, head, generic=name.generic)

    def place(self, name: Name) -> Site:
        """The name, behind the noun for its kind where it needs one, with "in", "an" or "auf"."""
        words = name.words
        head = self._head_of(words, "whole" if name.country else "long end") if name.own else None
        if head is None and self._needs_noun(name):
            words = str(self.table["kinds"][name.kind]).format(name=words)
            head = self._head_of(words, "long end")
        phrase = self._declined(words, head, generic=False)
        inside = self._where(head.entry if head else "")
        outside = "aus" if inside == "in" else "von"
        return Site(
            phrase, self._contracted(f"{inside} {phrase.dative}"), self._contracted(f"{outside} {phrase.dative}")
        )

    def _needs_noun(self, name: Name) -> bool:
        return name.kind in self.table["kinds"] and (not name.own or name.kind in self.table["classed"]["kinds"])

    def _where(self, entry: str) -> str:
        for preposition in ("auf", "an"):
            if any(entry.endswith(head) for head in self.table[preposition]["heads"]):
                return preposition
        return "in"

    def _contracted(self, words: str) -> str:
        preposition, _, rest = words.partition(" ")
        article, _, behind = rest.partition(" ")
        short = self.table["contractions"].get(f"{preposition} {article}")
        return f"{short} {behind}" if short else words

    def _head_of(self, name: str, likeness: _Likeness) -> _Head | None:
        """The first word of the name that is a known noun, or ends in one; None where there is none."""
        words = name.split()
        for gender, entries in self.table["fixed"].items():
            if name.lower() in entries:
                return _Head(len(words) - 1, name.lower(), gender)
        for at, word in enumerate(words):
            ends = sorted(self._fitting(word.lower(), likeness), key=lambda end: (-len(end[0]), end))
            if ends and (word[:1].isupper() or "-" in word):
                return _Head(at, *ends[0])
        return None

    def _fitting(self, word: str, likeness: _Likeness) -> Iterator[tuple[str, str]]:
        """The nouns that a word is or ends in, with their genders."""
        last = word if likeness == "whole" else word.rpartition("-")[2]
        short = {"end": 0, "long end": _SHORT, "whole": len(word)}[likeness]
        for gender, entries in self.table["fixed"].items():
            if word in entries:
                yield word, gender
        for gender, entries in self.table["heads"].items():
            ends: Iterable[str] = (entry for entry in entries if word.endswith(entry))
            yield from ((entry, gender) for entry in ends if entry == last or len(entry) > short)

    def _declined(self, name: str, head: _Head | None, *, generic: bool) -> Phrase:
        """The cases of a name; one without a head noun that is known is a proper one."""
        if head is None:
            return _proper(name)
        words, plural = name.split(), head.gender == "p"
        bare = plural and (generic or words[0][:1].islower() or name.lower() in self.table["bare"]["names"])
        forms = {case: self._form(words, head, case, bare) for case in _ARTICLE_CASES}
        # A noun without article or adjective cannot show that it is a genitive.
        genitive = None if bare and head.at == 0 else forms["genitive"]
        gender: Gender = "f" if head.gender == "f" else "n" if head.gender == "n" else "m"
        return Phrase(forms["nominative"], genitive, forms["dative"], forms["accusative"], plural, gender)

    def _form(self, words: Sequence[str], head: _Head, case: str, bare: bool) -> str:
        before = [self._adjective(word, head.gender, case, bare) for word in words[: head.at]]
        article = [] if bare else [self.table["articles"][head.gender][_ARTICLE_CASES.index(case)]]
        return " ".join([*article, *before, self._noun(words[head.at], head.gender, case), *words[head.at + 1 :]])

    def _noun(self, noun: str, gender: str, case: str) -> str:
        if case != "nominative" and noun.lower() in self.table["weak"]["nouns"]:
            return f"{noun}en"
        if case == "dative" and gender == "p" and noun.endswith(("e", "r", "l")):
            return f"{noun}n"
        return f"{noun}s" if case == "genitive" and gender in ("m", "n") and not noun.endswith("s") else noun

    def _adjective(self, word: str, gender: str, case: str, bare: bool) -> str:
        """An adjective of the name in a case: weak behind the article, strong where there is none."""
        strong: str = self.table["strong"][gender]
        if word.lower() in self.table["skip"] or not word.endswith(strong) or word[:1].isdigit() or "." in word:
            return word
        stem = word.removesuffix(strong)
        if bare:
            return stem + {"dative": "en", "genitive": "er"}.get(case, strong)
        return f"{stem}e" if case in _WEAK_E[gender] else f"{stem}en"


def _proper(name: str, *, several: bool = False) -> Phrase:
    """A name that shows no case; in the genitive it needs another word."""
    return Phrase(name, None, name, name, several)
