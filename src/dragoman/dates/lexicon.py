"""A language's date words, compiled: each word has classes (`month`, `weekday`, `cue`) with a value in each.

The table `dates.toml` of a language pack is the source. Each distinct set of classes gets one character, so
that a text becomes a short string of such characters, over which the pack's patterns run (see `patterns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress, product
from typing import Any

from dragoman.errors import PackError

Value = int | str | tuple[tuple[str, Any], ...]
Entries = Mapping[str, Value]

# The first of the characters that stand for sets of classes: Unicode's private use area.
FIRST_CODE = 0xE000
FIRST_YEAR, LAST_YEAR = 1400, 2100
FIRST_MEDIEVAL = 1000
_MOST_DIGITS = 4
# Stand-ins for all numbers of more digits: a day glued to a year ("142016"), and any other.
GLUED, LONG = "<glued>", "<long>"
_GLUED_NUMBER = re.compile(r"(0?[1-9]|[12]\d|3[01])((?:19|20)\d\d)")
# Tables of dates.toml that list words of a class with whole numbers as keys.
NUMBERED = frozenset(
    {"month", "weekday", "weekday_short", "weekday_plural", "number", "ordinal", "near", "then", "number_stem"}
    | {"number_half", "number_more", "century_word", "decade_name"}
)
# Other ways to write a class's words, that patterns tell apart but a match does not.
SAME_AS = {
    "month_short": "month", "month_roman": "month", "weekday_adj": "weekday", "roman_number": "ordinal",
    "month_roman_long": "month", "unit_counted": "unit", "holiday_unsafe": "holiday", "part_adv": "part",
}  # fmt: skip

# In the order in which a number is tried.
_NUMBER_NAMES = (
    "num", "day", "mon", "hour", "minute", "y2", "hhmm",
    "old_year", "medieval_year", "ancient_year", "year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language: `entries[word]` maps class to value, `codes[word]` is its class character.

    `numbers` has the class character of each set of classes that a number can have.
    """

    entries: Mapping[str, Entries]
    codes: Mapping[str, str]
    numbers: Mapping[frozenset[str], str]
    chars: Mapping[str, str]
    phrases: tuple[str, ...]

    def code(self, word: str) -> str | None:
        """The class character of a word or a number; None where the language has no use for it."""
        known = self.codes.get(word) or self.codes.get(_plain(word))
        if known is not None or not ("0" <= word[0] <= "9"):
            return known
        if len(word) <= _MOST_DIGITS:
            return self.numbers[_number_classes(word)]
        return self.codes[GLUED if _GLUED_NUMBER.fullmatch(word) else LONG]

    def value(self, word: str, name: str) -> Value | None:
        """What a word means in a class; a number is its own value."""
        if word[0] <= "9":
            glued = _GLUED_NUMBER.fullmatch(word) if name == "dayyear" else None
            return (("day", int(glued[1])), ("year", int(glued[2]))) if glued else int(word[:9])
        entry = self.entries.get(word) or self.entries.get(_plain(word)) or {}
        return entry.get(name)


def _plain(word: str) -> str:
    """A word in lower case; a phrase with one space between its words, however they are parted in the text."""
    return " ".join(word.lower().split())


def lexicon(table: Mapping[str, Any], literals: frozenset[str], where: str) -> Lexicon:
    """Compile the word tables of a pack; `literals` are the plain words that its patterns name."""
    entries: dict[str, dict[str, Value]] = {}
    for word, name, value in _listed(table, where):
        entries.setdefault(word, {})[name] = value
    for word in sorted(literals):
        entries.setdefault(word, {})[f"w_{word}"] = word
    sets: dict[str, frozenset[str]] = {word: frozenset(entry) for word, entry in entries.items()}
    sets[GLUED] = frozenset({"num", "dayyear"})
    sets[LONG] = frozenset({"num"})
    numbers = {_number_classes(number) for number in _numbers()}
    groups = sorted({*sets.values(), *numbers}, key=sorted)
    chars = {group: chr(FIRST_CODE + i) for i, group in enumerate(groups)}
    classes: dict[str, list[str]] = {}
    for group, char in sorted(chars.items(), key=lambda pair: pair[1]):
        for name in sorted(group):
            classes.setdefault(name, []).append(char)
    return Lexicon(
        entries,
        {word: chars[group] for word, group in sets.items()},
        {group: chars[group] for group in numbers},
        {name: "".join(found) for name, found in classes.items()},
        tuple(sorted((word for word in entries if not word.isalpha()), key=lambda word: (-len(word), word))),
    )


def _listed(table: Mapping[str, Any], where: str) -> Iterator[tuple[str, str, Value]]:
    words = table.get("words", {})
    for name, rows in words.items():
        if isinstance(rows, list):
            yield from ((word, name, word) for word in rows)
        elif isinstance(rows, dict):
            for key, forms in rows.items():
                yield from ((word, name, _key(name, key, where)) for word in forms)
        else:
            raise PackError(f"{where}: words.{name}: a list or a table of lists is wanted")
    for compound in table.get("compound", []):
        yield from _compounds(compound, words, where)


def _key(name: str, key: str, where: str) -> Value:
    if name in SAME_AS:
        return ((SAME_AS[name], _key(SAME_AS[name], key, where)),)
    if name not in NUMBERED:
        return key
    try:
        return int(key)
    except ValueError:
        raise PackError(f"{where}: words.{name}: {key!r} is no whole number") from None


def _compounds(compound: Mapping[str, Any], words: Mapping[str, Any], where: str) -> Iterator[tuple[str, str, Value]]:
    """Words joined of two classes, as "Montag" + "abend": every pair of forms."""
    first, second = compound["first"], compound["second"]
    joins = compound.get("joins", [""])
    for (one, ones), (two, twos) in product(words[first].items(), words[second].items()):
        value = ((first, _key(first, one, where)), (second, _key(second, two, where)))
        for left, join, right in product(ones, joins, twos):
            yield left + join + right.lower(), compound["class"], value


def _numbers() -> Iterator[str]:
    """A number of every set of classes: what matters of the longer ones is how they begin and end."""
    for length in (1, 2):
        yield from (f"{number:0{length}d}" for number in range(10**length))
    yield from ("000", "100")
    yield from (f"{first:02d}{last:02d}" for first in range(100) for last in (0, 1, 59, 60))


def _number_classes(digits: str) -> frozenset[str]:
    """What a number of up to four digits can be: a day, a month, an hour, a minute, a year, a count."""
    number, short = int(digits), len(digits) <= 2
    holds = (
        True,
        short and 1 <= number <= 31,
        short and 1 <= number <= 12,
        short and number <= 24,
        len(digits) == 2 and number < 60,
        len(digits) == 2,
        len(digits) == 4 and number // 100 < 24 and number % 100 < 60,
        len(digits) in (3, 4) and digits[0] != "0" and number < FIRST_YEAR,
        len(digits) == 4 and FIRST_MEDIEVAL <= number < FIRST_YEAR,
        len(digits) <= 4 and digits[0] != "0",
        len(digits) == 4 and FIRST_YEAR <= number <= LAST_YEAR,
    )
    return _named(holds)


@cache  # ten thousand numbers hold a few dozen sets of classes
def _named(holds: tuple[bool, ...]) -> frozenset[str]:
    return frozenset(compress(_NUMBER_NAMES, holds))
