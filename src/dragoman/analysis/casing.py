"""A text wholly in capitals in the letters of ordinary print, sign for sign, so that offsets stay.

Agencies and archives keep reports in capitals. Names and the language model go by capitals, so such a report is read
in another view of the same length:

1. names that a pack knows stand as the pack writes them;
2. a word that the language's word list has in small letters is small, one that it has with a capital gets it;
3. a word that the list lacks is a name, or an acronym where it stands in brackets or is of few letters;
4. sentences begin with a capital, and so do "San" before a name and a first name behind a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.analysis.lemmas import listed
from dragoman.knowledge.folding import key
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.matching import Name
from dragoman.knowledge.tables import language_table

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]\s*([^\W\d_]{2,8})\s*[)\]]")
_FEW = 3  # letters of an unknown word that is taken for an acronym
_SMALL_SHARE = 0.02  # small letters of a text in capitals: "McDONALD", "1st"
_CACHED = 1 << 16


@dataclass(slots=True)
class _Spelt:
    """A word with its place and how it is to be written."""

    start: int
    end: int
    written: str

    @property
    def is_name(self) -> bool:
        """Whether the word begins with a capital."""
        return self.written[0].isupper()


def in_capitals(text: str) -> bool:
    """Whether a text is wholly in capitals, but for a few letters; one without any capitals is not."""
    small, large = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return large > 0 and small <= _SMALL_SHARE * large


def recased(text: str, starts: Iterable[int], language: str, knowledge: Knowledge) -> str:
    """The text as it would stand in ordinary print; sentences begin at the offsets `starts`."""
    table = language_table(language, "words")
    acronyms = frozenset(_acronyms(text, language))
    words = [_Spelt(*found.span(), _written(found, language, acronyms)) for found in _WORD.finditer(text)]
    by_start = {word.start: word for word in words}
    names = [name for name in knowledge.names(text, language) if _is_meant(name, language, acronyms, knowledge)]
    _named(text, words, names, knowledge)
    _spelt_out(text, words, by_start, _function_words(language))
    _led(text, words, frozenset(table.get("name_openers", ())), frozenset(table.get("titles", ())))
    for start in starts:
        first = by_start.get(start) or next((by_start[at] for at in range(start, start + 4) if at in by_start), None)
        if first is not None:
            first.written = _capital(first.written)
    return "".join(_put_together(text, words))


def _put_together(text: str, words: Sequence[_Spelt]) -> Iterator[str]:
    at = 0
    for word in words:
        yield text[at : word.start]
        yield word.written
        at = word.end
    yield text[at:]


def _acronyms(text: str, language: str) -> Iterator[str]:
    """The unknown words that stand alone in brackets."""
    return (word for word in _BRACKETED.findall(text) if not _is_small(word, language))


def _written(found: re.Match[str], language: str, acronyms: frozenset[str]) -> str:
    word = found.group()
    initial = len(word) == 1 and found.string[found.end() : found.end() + 1] in (".", "-")
    return word if initial or word in acronyms else _by_list(word, language)


@lru_cache(_CACHED)
def _by_list(word: str, language: str) -> str:
    small = _small(word)
    if _is_small(small, language):
        return small
    if not listed(small, language)[1] and (len(word) <= _FEW or not _has_vowel(small)):
        return word
    return _capital(small)


@lru_cache(_CACHED)
def _is_small(word: str, language: str) -> bool:
    """Whether the word list has a word in small letters, by itself or behind a prefix of the language."""
    small = _small(word)
    lemma, known = listed(small, language)
    if known:
        return not lemma[:1].isupper()
    prefixes = language_table(language, "words").get("prefixes", ())
    rests = (small.removeprefix(prefix) for prefix in prefixes if small.startswith(prefix))
    return any(len(rest) > _FEW and _is_small(rest, language) for rest in rests)


def _has_vowel(word: str) -> bool:
    return not set(key(word)).isdisjoint("aeiouyаеиоуіїєыэюя")


def _small(word: str) -> str:
    """In small letters, each one letter for one."""
    small = word.lower()
    return small if len(small) == len(word) else "".join(s if len(s := c.lower()) == 1 else c for c in word)


def _capital(word: str) -> str:
    large = word[:1].upper()
    return large + word[1:] if len(large) == 1 else word


def _is_meant(name: Name, language: str, acronyms: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether a name is one in capitals, too.

    A town of the gazetteer is not where its name is a common word; nor is an acronym ("WHO") that no brackets show.
    """
    if not _is_small(name.text, language) or " " in name.text or name.text in acronyms:
        return True
    spelling = _spelling(name, knowledge)
    known = name.actors or any(knowledge.in_pack(place) for place in name.places)
    return bool(known) and (len(spelling) > 1 and not spelling.isupper())


def _named(text: str, words: Sequence[_Spelt], names: Sequence[Name], knowledge: Knowledge) -> None:
    """Writes the names that packs know as they stand there."""
    spellings = {name.start: (name.end, _spelling(name, knowledge)) for name in names}
    end, spelling, start = 0, "", 0
    for word in words:
        if word.start in spellings:
            start = word.start
            end, spelling = spellings[start]
        if word.end <= end:
            own = spelling[word.start - start : word.end - start]
            word.written = own if len(own) == word.end - word.start else text[word.start : word.end].capitalize()


def _spelling(name: Name, knowledge: Knowledge) -> str:
    """How a pack writes a name; where it is inflected, each of its words has a capital."""
    wanted = key(name.text)
    entries = [knowledge.actors[one] for one in name.actors] + [knowledge.places[one] for one in name.places]
    for entry in entries:
        spellings = (entry.name, *(spelling for names in entry.names.values() for spelling in names))
        found = next((spelling for spelling in spellings if key(spelling) == wanted), None)
        if found is not None:
            return found
        if any(key(name.text).startswith(key(spelling)) and spelling.islower() for spelling in spellings):
            return _small(name.text)
    return name.text.title()


def _spelt_out(text: str, words: Sequence[_Spelt], by_start: dict[int, _Spelt], small: frozenset[str]) -> None:
    """The words before a bracketed acronym that it is made of have capitals: "National Liberation Army [NLA]"."""
    numbers = {id(word): number for number, word in enumerate(words)}
    for found in _BRACKETED.finditer(text):
        acronym = by_start.get(found.start(1))
        if acronym is None or not acronym.written.isupper():
            continue
        at = numbers[id(acronym)]
        wanted = Counter(_small(acronym.written))
        for count in range(2, len(acronym.written) + 4):
            own = words[max(0, at - count) : at]
            if not wanted - Counter(word.written[0].lower() for word in own):
                for word in own:
                    word.written = word.written if word.written in small else _capital(word.written)
                break


def _function_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like, which have no capital within a name."""
    table = language_table(language, "mentions")
    lists = ("articles", "coordination", "genitives", "links", "locatives", "prepositions")
    return frozenset(word for name in lists for word in table.get(name, ()))


def _led(text: str, words: Sequence[_Spelt], openers: frozenset[str], titles: frozenset[str]) -> None:
    """Capitals for what opens a name ("San", "La"), for titles before a name and first names behind titles."""
    for at in range(len(words) - 2, -1, -1):
        word, after = words[at], words[at + 1]
        if not after.is_name or text[word.end : after.start].strip(".\n ") or word.is_name:
            continue
        titled = at > 0 and words[at - 1].written in titles and len(word.written) > _FEW
        if word.written in openers or word.written in titles or (titled and words[at - 1].written != word.written):
            word.written = _capital(word.written)
