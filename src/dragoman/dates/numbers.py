"""Numbers in words and digits: twenty-four, a hundred, 2 1/2, nineteen ninety-four."""

from __future__ import annotations

from dragoman.dates.scan import Match

_HUNDRED = 100
NUMBER_NAMES = ("num", "number", "number_more", "number_stem", "number_half")


def number_of(match: Match) -> int | None:
    """The number that a match names, its words added up; None where it names none."""
    found = [int(value) for name, value in match.slots if name in NUMBER_NAMES]
    if not found:
        fixed = match.rule.fixed.get("number")
        return None if fixed is None else int(fixed)
    return added(found)


def added(words: list[int]) -> int:
    """The number of several words: two thousand three hundred and twelve."""
    total = current = 0
    for word in words:
        current = max(current, 1) * word if word >= _HUNDRED else current + word
        if word > _HUNDRED:
            total, current = total + current, 0
    return total + current


def spelled_year(match: Match) -> int | None:
    """A year in words: nineteen ninety-four, two thousand and one."""
    century = match.value("century_word")
    if century is None:
        return None
    rest = added([int(value) for name, value in match.slots if name in NUMBER_NAMES] or [0])
    return int(century) * _HUNDRED + rest if rest < _HUNDRED else None
