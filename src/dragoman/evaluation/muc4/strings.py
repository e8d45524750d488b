"""How well one string of a text stands for another, without a person to ask.

People judged the strings that the official program could not match. This rule follows their guidelines (3.1.1):

* the same words are correct once articles, quantities, nationalities and titles are set aside, which the guidelines
  call nonessential; so is a string with further modifiers of the very noun ("MASKED GUNMEN FROM THE NORTH" for
  "GUNMEN"), and a name with its acronym;
* a string that runs on beyond the noun phrase, a part of the string that keeps its head or a part of a name, and a
  string with the same head are partially correct;
* anything else is incorrect: in doubt the guidelines say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_ADJUNCT = 6  # words after the noun phrase from which on a string is taken to run on beyond it


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARTICLES = _listed("A AN THE THIS THAT THESE THOSE HIS HER ITS THEIR OUR MY")
_QUANTITIES = _listed(
    "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE DOZEN HUNDRED HUNDREDS SEVERAL SOME MANY FEW ALL "
    "BOTH OTHER OTHERS ANOTHER MORE MOST THAN AT LEAST ABOUT APPROXIMATELY NUMEROUS VARIOUS"
)
_NATIONS = _listed(
    "SALVADORAN GUATEMALAN HONDURAN ARGENTINE ARGENTINIAN BOLIVIAN CHILEAN COLOMBIAN ECUADORAN ECUADOREAN PERUVIAN "
    "NICARAGUAN PANAMANIAN MEXICAN BRAZILIAN VENEZUELAN CUBAN SPANISH ITALIAN FRENCH GERMAN BRITISH ISRAELI SOVIET "
    "AMERICAN JAPANESE"
)
_TITLES = _listed("MR MRS MISS MS DR DOCTOR MISTER MONSIGNOR FATHER GENERAL COLONEL MAJOR CAPTAIN")
_NONESSENTIAL = _ARTICLES | _QUANTITIES | _NATIONS | _TITLES
_CLAUSES = _listed("WHO WHICH WHILE WHERE WHEN BECAUSE")
_LINKS = _CLAUSES | _listed("OF FROM IN AT ON FOR TO BY WITH AND OR THAT NEAR BETWEEN ALONG DE")


class Verdict(IntEnum):
    """A judgement, in halves of a point."""

    INCORRECT = 0
    PARTIAL = 1
    CORRECT = 2


def best(response: str, keys: Iterable[str], name: bool = False) -> Verdict:
    """The best judgement of a string among the key's alternatives; `name` says that the slot holds persons' names."""
    return max((judged(response, key, name) for key in keys), default=Verdict.INCORRECT)


@lru_cache(maxsize=65_536)
def judged(response: str, key: str, name: bool = False) -> Verdict:
    """How well the response's string stands for the key's."""
    said, wanted = _essential(response), _essential(key)
    if said == wanted or _spelled(response) == _spelled(key):
        return Verdict.CORRECT
    if not said or not wanted:
        return Verdict.INCORRECT
    at = _inside(wanted, said)
    if at is not None:
        return _longer(response, said[:at], said[at + len(wanted) :], name)
    if name:
        return Verdict.PARTIAL if _overlaps(said, wanted) else Verdict.INCORRECT
    return Verdict.PARTIAL if _stem(_head(said)) == _stem(_head(wanted)) else Verdict.INCORRECT


def _essential(text: str) -> tuple[str, ...]:
    """The words without those that the guidelines call nonessential; all of them where nothing else is left."""
    words = _words(text)
    kept = tuple(word for word in words if not _nonessential(word))
    return kept or words


def _nonessential(word: str) -> bool:
    return word in _NONESSENTIAL or word.isdigit()


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.upper()))


def _spelled(text: str) -> str:
    return "".join(_words(text))


def _inside(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where the one stands in the other, word by word."""
    size = len(part)
    return next((at for at in range(len(whole) - size + 1) if tuple(whole[at : at + size]) == tuple(part)), None)


def _longer(response: str, before: Sequence[str], after: Sequence[str], name: bool) -> Verdict:
    """The judgement of a string that holds the key's and more."""
    if name:
        return Verdict.PARTIAL
    if any(word in _LINKS for word in before):
        return Verdict.PARTIAL  # the key's noun is not the head: "THE DOOR OF THE BANK" for "BANK"
    if len(after) > _ADJUNCT or (after and (after[-1] in _LINKS or after[0] in _CLAUSES or "," in response)):
        return Verdict.PARTIAL
    return Verdict.CORRECT


def _overlaps(one: Sequence[str], other: Sequence[str]) -> bool:
    return not set(one).isdisjoint(other)


def _head(words: Sequence[str]) -> str:
    """The last word before the first link: "DOOR" of "DOOR OF THE BANK"."""
    end = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    return words[end - 1]


def _stem(word: str) -> str:
    return word.removesuffix("S")
