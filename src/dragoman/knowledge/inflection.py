"""How a name changes its endings, from the rules of `languages/<code>/names.toml`.

A form is a stem and the endings that may follow it up to the end of the word, so one entry stands for all
cases of "Alep". Names of several words change in one of three ways, and every case keeps its words in
parallel:

1. leading adjectives and their head change together, the rest stays: "Sirijske arapske vojske", "u istočnom
Alepu";
2. a head before its complement changes, the complement stays: "Ministarstva obrane", "Generalstabes der
Armee", "u pokrajini Idlib";
3. any other name is foreign and changes its last word alone: "Fatah al-Shama".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from dragoman.knowledge.tables import language_table

# A force or a common noun; a foreign place; an office-holder; a place in the language's own words.
Manner = Literal["body", "proper", "person", "place"]

_NOTHING = frozenset({""})  # no ending at all

_Ends = tuple[tuple[int, frozenset[str]], ...]
Cases = tuple[tuple[str, ...], ...]  # by case, the endings that replace the base form's


class Form(NamedTuple):
    """A stem in the name's own letters and the endings that may follow; "-a" asks for a hyphen ("SDF-a").

    `base` is the ending that gives the name as the pack writes it, None where the form is another case. (A
    tuple, because a process makes some fifty thousand of them, and a frozen dataclass takes three times as
    long.)
    """

    stem: str
    endings: frozenset[str]
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The endings of the words that end in `ending`; adjectives go with nouns of the same `agrees`."""

    ending: str
    agrees: str
    cases: Cases
    endings: frozenset[str]  # all, whatever the case, with those of derived possessives
    joined: bool  # the forms follow the whole word instead of taking its ending's seat

    def stem(self, word: str) -> str:
        """The part of the word that all forms share."""
        return word if self.joined else word[: len(word) - len(self.ending)]

    def case(self, number: int) -> tuple[str, ...]:
        """The endings of a case; a language that writes no cases down has all endings in one."""
        return self.cases[min(number, len(self.cases) - 1)]


_Paradigms = Mapping[str, Sequence[Paradigm]]  # by base ending
_LONGEST_ENDING = 8  # letters of a base ending that a rule may look at


class Inflection:
    """The rules of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._nouns = _paradigms(table.get("noun", ()))
        self._proper = _paradigms(table.get("proper", ())) or self._nouns
        self._adjectives = _paradigms(table.get("adjective", ()))
        self._adjective_stems = tuple(table.get("adjective_stems", ()))
        heads = table.get("heads", ())
        self._heads = frozenset(head for head in heads if not head.startswith("*"))
        self._head_ends = tuple(head[1:] for head in heads if head.startswith("*"))
        self._tails = frozenset(table.get("tails", ()))
        self._lower_tail = bool(table.get("lower_tail", False))
        self._persons_decline = bool(table.get("persons_decline", False))
        self._acronym = frozenset(table.get("acronym", ())) | {""}
        self._longest_rule = max((len(ending) for ending in (*self._nouns, *self._proper)), default=0) or 1
        self._known_ends: dict[tuple[str, bool], _Ends] = {}
        self._same: dict[frozenset[str], frozenset[str]] = {}  # one set for all forms that share its endings

    def forms(self, name: str, manner: Manner) -> list[Form]:
        """Every form of a name, each stem once; the one that gives the name itself has a `base`."""
        if " " not in name:
            return self._last_word("", name, common=manner == "body")
        words = name.split(" ")
        if manner == "person" and self._persons_decline:
            return self._joined(name, self._all_words(words))
        special = self._special(words, manner) if manner in ("body", "place") else ()
        if special and (manner == "body" or self._is_phrase(words)):
            return self._joined(name, special)
        before, _, last = name.rpartition(" ")
        plain = self._last_word(f"{before} ", last, common=manner == "body")
        return self._joined(name, [*plain, *special]) if special else plain

    def adjective_forms(self, word: str) -> list[Form]:
        """Every form of a demonym adjective, given in its base form ("ruski", "russisch", "Russian")."""
        own = next(_matching(word, self._adjectives), None)
        if own is None:
            return [Form(word, _NOTHING, "")]
        genders = (each for ending in self._adjectives for each in self._adjectives[ending])
        alike = (each.endings for each in genders if len(each.ending) == len(own.ending))
        return self._joined(word, [Form(own.stem(word), frozenset().union(*alike))])

    def _joined(self, name: str, forms: Iterable[Form]) -> list[Form]:
        """The forms with the name itself, those of the same stem as one."""
        found: dict[str, frozenset[str]] = {}
        for form in forms:
            known = found.get(form.stem)
            found[form.stem] = form.endings if known is None else known | form.endings
        joined = [Form(stem, self._shared(ends), _base(name, stem, ends)) for stem, ends in found.items()]
        if all(form.base is None for form in joined):
            joined.insert(0, Form(name, _NOTHING, ""))
        return joined

    def _shared(self, endings: frozenset[str]) -> frozenset[str]:
        return self._same.setdefault(endings, endings)

    def _is_phrase(self, words: Sequence[str]) -> bool:
        """Whether a place's name is of the language's own words ("pokrajina Idlib") and no name by itself."""
        return words[0].islower() or self._is_head(words[0])

    def _is_head(self, word: str) -> bool:
        lower = word.lower()
        return lower in self._heads or lower.endswith(self._head_ends)

    def _last_word(self, before: str, last: str, *, common: bool) -> list[Form]:
        if _is_acronym(last):
            return [Form(before + last, self._acronym, "")]
        return [
            Form(before + last[: len(last) - cut], endings, last[len(last) - cut :])
            for cut, endings in self._ends(last, common)
        ]

    def _ends(self, word: str, common: bool) -> _Ends:
        """How many letters of the word change, and into what; remembered by the word's last letters."""
        tail = word[-self._longest_rule :]
        found = self._known_ends.get((tail, common))
        if found is None:
            cuts: dict[int, frozenset[str]] = {}
            for paradigm in _fitting(tail, self._nouns if common else self._proper):
                cut = len(tail) - len(paradigm.stem(tail))
                cuts[cut] = cuts.get(cut, frozenset({tail[len(tail) - cut :]})) | paradigm.endings
            shared = tuple((cut, self._shared(ends)) for cut, ends in cuts.items())
            found = self._known_ends[tail, common] = shared or ((0, _NOTHING),)
        if len(word) > self._longest_rule:
            return found
        return tuple(end for end in found if end[0] < len(word) - 1) or ((0, _NOTHING),)

    def _special(self, words: Sequence[str], manner: Manner) -> list[Form]:
        """The forms of a name whose first words change; none where only the last one does."""
        at = 0 if any(letter.isalpha() for letter in words[0]) else 1  # "4. divizija": the number stays
        if len(words) - at < 2:
            return []
        found = list(self._with_adjectives(words[at:], manner)) or list(self._head_first(words[at:]))
        return [Form(f"{words[0]} {form.stem}", form.endings) for form in found] if at else found

    def _with_adjectives(self, words: Sequence[str], manner: Manner) -> Iterator[Form]:
        """Adjectives and head in parallel: the longest run of adjectives that agrees with its head."""
        for count in range(self._leading_adjectives(words), 0, -1):
            found = list(self._agreeing(words, count, manner))
            if found:
                yield from found
                return

    def _leading_adjectives(self, words: Sequence[str]) -> int:
        count = 0
        head_before = next((at for at, word in enumerate(words) if word in self._tails), len(words))
        while count < head_before - 1 and self._is_adjective(words[count]):
            count += 1
        return count

    def _is_adjective(self, word: str) -> bool:
        return not self._is_head(word) and any(
            paradigm.stem(word).lower().endswith(self._adjective_stems or ("",))
            for paradigm in _matching(word, self._adjectives)
        )

    def _agreeing(self, words: Sequence[str], count: int, manner: Manner) -> Iterator[Form]:
        foreign = manner == "place" and words[count][:1].isupper() and not self._is_head(words[count])
        head_at = len(words) - 1 if foreign else count  # "istočnog Deir ez-Zora", "istočnog dijela Alepa"
        for head in _fitting(words[head_at], self._nouns):
            chosen = [_agreeing_with(head, _matching(word, self._adjectives)) for word in words[:count]]
            if all(chosen):
                paradigms = [paradigm for paradigm in chosen if paradigm]
                paradigms += [_FIXED] * (head_at - count)
                yield from _parallel(words[: head_at + 1], [*paradigms, head], words[head_at + 1 :])

    def _head_first(self, words: Sequence[str]) -> Iterator[Form]:
        """A head that governs what follows it, told by the list of heads or by the word behind it."""
        first, behind = words[:2]
        known = self._is_head(first)
        lower = self._lower_tail and (first.islower() or (behind.islower() and "-" not in behind))
        if not (known or behind in self._tails or lower):
            return
        appositive = known and not words[-1].islower() and behind not in self._tails
        for head in _fitting(first, self._nouns):
            yield from _parallel([first], [head], words[1:])
            if appositive:
                before = "".join(f"{word} " for word in words[1:-1])
                for tail in self._last_word(before, words[-1], common=False):
                    for form in _parallel([first], [head], tail.stem.split(" ")):
                        yield Form(form.stem, tail.endings)

    def _all_words(self, words: Sequence[str]) -> Iterator[Form]:
        """A person's names, each changing in the same case; a woman's surname in a consonant stays."""
        paradigms = [_FIXED if word.islower() else next(iter(_fitting(word, self._proper)), _FIXED) for word in words]
        yield from _parallel(words, paradigms, ())
        if words[0].endswith("a"):
            first, *rest = words
            yield from _parallel([first], paradigms[:1], rest)


def _base(name: str, stem: str, endings: frozenset[str]) -> str | None:
    """The ending with which a stem gives the name itself."""
    ending = name[len(stem) :] if name.startswith(stem) else None
    return ending if ending in endings else None


_FIXED = Paradigm("", "", (("",),), _NOTHING, joined=True)


def _parallel(words: Sequence[str], paradigms: Sequence[Paradigm], tail: Sequence[str]) -> Iterator[Form]:
    """The forms of each case: every word in that case, the unchanging tail behind."""
    *before, last = [paradigm.stem(word) for word, paradigm in zip(words, paradigms, strict=True)]
    rest = "".join(f" {word}" for word in tail)
    for number in range(max(len(paradigm.cases) for paradigm in paradigms)):
        *chosen, final = [paradigm.case(number) for paradigm in paradigms]
        for endings in _side_by_side(tuple(chosen)):
            start = "".join(f"{stem}{ending} " for stem, ending in zip(before, endings, strict=True))
            if rest:
                yield from (Form(f"{start}{last}{ending}{rest}", _NOTHING) for ending in final)
            else:
                yield Form(start + last, frozenset(final))


@cache
def _side_by_side(chosen: Cases) -> Cases:
    """The alternatives of words in one case: all alike, or the first long alone ("ruskoga glavnog")."""
    found: dict[tuple[str, ...], None] = {}  # a set in order
    for first in range(max((len(endings) for endings in chosen), default=1)):
        for rest in (first, 0):
            numbers = (first, *(rest for _ in chosen[1:]))
            found[tuple(ends[min(at, len(ends) - 1)] for ends, at in zip(chosen, numbers, strict=False))] = None
    return tuple(found)


def _agreeing_with(head: Paradigm, adjectives: Iterable[Paradigm]) -> Paradigm | None:
    """The adjective's paradigm beside a head; one that knows a single case does not change with its noun."""
    return next((each for each in adjectives if len(each.cases) > 1 and each.agrees in ("", head.agrees)), None)


def _matching(word: str, paradigms: _Paradigms) -> Iterator[Paradigm]:
    """The paradigms of a word, those with the longest ending first."""
    for length in range(min(len(word), _LONGEST_ENDING), -1, -1):
        yield from paradigms.get(word[len(word) - length :], ())


def _fitting(word: str, paradigms: _Paradigms) -> list[Paradigm]:
    """The paradigms of a word: for each kind of agreement the one with the longest ending."""
    found: dict[str, Paradigm] = {}
    for paradigm in _matching(word, paradigms):
        found.setdefault(paradigm.agrees, paradigm)
    return list(found.values())


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _paradigms(entries: Iterable[Mapping[str, Any]]) -> _Paradigms:
    """The entries of a table by base ending."""
    found: dict[str, list[Paradigm]] = {}
    for entry in entries:
        for paradigm in _entry(entry):
            found.setdefault(paradigm.ending, []).append(paradigm)
    return found


def _entry(entry: Mapping[str, Any]) -> Iterator[Paradigm]:
    cases = tuple(tuple(case.split("|")) for case in entry["forms"])
    endings = frozenset(ending for case in cases for ending in case).union(entry.get("extra", ()))
    for ending in entry["endings"]:
        yield Paradigm(ending, entry.get("agrees", ""), cases, endings, entry.get("joined", False))


@cache
def inflection(code: str) -> Inflection:
    """The rules of a language; a language without rules knows base forms only."""
    return Inflection(language_table(code, "names"))
