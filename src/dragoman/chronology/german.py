"""German names in sentences: the article and the adjectives follow the head noun, which a table knows by its ending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.chronology.phrases import Gender, Phrase

# For which cases a weak adjective behind "der", "die", "das" ends in -e, and not in -en.
_WEAK_E = {"m": ("nominative",), "f": ("nominative", "accusative"), "n": ("nominative", "accusative"), "p": ()}
# How much of a word must be the noun: its end; an end of more than four letters, for a place ("Hamburg" is no castle);
# or all of it, for a country.
Likeness = Literal["end", "long end", "whole"]
_SHORT = 4
_ARTICLE_CASES = ("nominative", "accusative", "dative", "genitive")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head noun of a name stands, how it is listed, and its gender or `p` for several."""

    at: int
    entry: str
    gender: str


def phrase(name: str, table: Mapping[str, Any], *, generic: bool = False, likeness: Likeness = "end") -> Phrase:
    """The name with its article; a name without a head noun that is known is a proper one and stays as it is."""
    words = name.split()
    head = head_of(words, table, likeness)
    if head is None:
        return proper(name)
    unarticled = generic or words[0][:1].islower() or name.lower() in table["bare"]["names"]
    bare = head.gender == "p" and unarticled
    forms = {case: _form(words, head, case, bare, table) for case in _ARTICLE_CASES}
    # A noun without article or adjective cannot show that it is a genitive.
    genitive = None if bare and head.at == 0 else forms["genitive"]
    gender: Gender = "f" if head.gender == "f" else "n" if head.gender == "n" else "m"
    return Phrase(
        forms["nominative"], genitive, forms["dative"], forms["accusative"], plural=head.gender == "p", gender=gender
    )


def proper(name: str, *, plural: bool = False) -> Phrase:
    """A name that shows no case; in the genitive it needs another word."""
    return Phrase(name, None, name, name, plural)


def head_of(words: Sequence[str], table: Mapping[str, Any], likeness: Likeness = "end") -> Head | None:
    """The first word of the name that is a known noun, or ends in one; None where there is none."""
    name = " ".join(words).lower()
    for gender, entries in table["fixed"].items():
        if name in entries:
            return Head(len(words) - 1, name, gender)
    for at, word in enumerate(words):
        ends = sorted(_fitting(word, table, likeness), key=lambda end: (-len(end[0]), end))
        if ends and (word[:1].isupper() or "-" in word):
            return Head(at, *ends[0])
    return None


def _fitting(word: str, table: Mapping[str, Any], likeness: Likeness) -> Iterator[tuple[str, str]]:
    lower = word.lower()
    last = lower if likeness == "whole" else lower.rpartition("-")[2]
    short = {"end": 0, "long end": _SHORT, "whole": len(lower)}[likeness]
    for gender, entries in table["fixed"].items():
        if lower in entries:
            yield lower, gender
    for gender, entries in table["heads"].items():
        ends = (entry for entry in entries if lower.endswith(entry))
        yield from ((entry, gender) for entry in ends if entry == last or len(entry) > short)


def _form(words: Sequence[str], head: Head, case: str, bare: bool, table: Mapping[str, Any]) -> str:
    before = [_inflected(word, head.gender, case, bare, table) for word in words[: head.at]]
    noun = words[head.at]
    if case == "dative" and head.gender == "p" and noun.endswith(("e", "r", "l")):
        noun += "n"
    if case == "genitive" and head.gender in ("m", "n") and not noun.endswith("s"):
        noun += "s"
    if case != "nominative" and noun.lower() in table["weak"]["nouns"]:
        noun += "en"
    article = [] if bare else [table["articles"][head.gender][_ARTICLE_CASES.index(case)]]
    return " ".join([*article, *before, noun, *words[head.at + 1 :]])


def _inflected(word: str, gender: str, case: str, bare: bool, table: Mapping[str, Any]) -> str:
    """An adjective of the name in a case: weak behind the article, strong where there is none."""
    strong = table["strong"][gender]
    if word.lower() in table["skip"] or not word.endswith(strong) or word[:1].isdigit() or "." in word:
        return word
    stem = word.removesuffix(strong)
    if bare:
        return f"{stem}en" if case == "dative" else f"{stem}er" if case == "genitive" else word
    return f"{stem}e" if case in _WEAK_E[gender] else f"{stem}en"
