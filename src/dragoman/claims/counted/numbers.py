"""Numbers in words and digits as ranges: "at least seven", "über 30", "više od 300.000", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.tables import Grammar
from dragoman.claims.words import Word

_RANGES = frozenset({"between", "to"})  # words that open or join a range; they bound no single number
_DIGITS = re.compile(r"^\d+(?:[.,]\d+)*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at word indexes `first..last`, its bound ("at least") included; `high` None: open upwards."""

    first: int
    last: int
    low: int
    high: int | None
    vague: bool = False


def amounts(sentence: Sequence[Word], grammar: Grammar) -> list[Amount]:
    """The numbers of a sentence in order; ranges ("5 to 10", "zwischen 5 und 10") come as one.

    What measures or orders counts nobody and is left out: ages, distances, times, calibres, money, ordinals.
    """
    bounds = [(f.first, f.last, f.payload) for f in grammar.bounds.find(sentence) if f.payload not in _RANGES]
    spans = [(first, last) for first, last, _ in bounds]
    plain = [a for a in _plain(sentence, grammar) if not any(f <= a.first and a.last <= t for f, t in spans)]
    counting: list[Amount] = []
    after: Amount | None = None  # a number of a unit behind, which measures what is joined to it too: "34 and 41 years"
    for amount in reversed(_joined(plain, sentence, grammar)):
        if _measures(amount, sentence, grammar) or (after and _coordinated(amount, after, sentence, grammar)):
            after = amount
        else:
            after = None
            counting.append(_bounded(amount, bounds))
    return counting[::-1]


def _coordinated(left: Amount, right: Amount, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether only "and" or a comma stands between two numbers."""
    between = sentence[left.last + 1 : right.first]
    return len(between) == 1 and (between[0].text == "," or between[0].key in grammar.coordination)


def _measures(amount: Amount, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a number is one of a unit ("12 km", "30-year-old", "9:30", "$ 5"), or an ordinal ("the 4. Division")."""
    before = sentence[amount.first - 1].key if amount.first else ""
    after = [word.key for word in sentence[amount.last + 1 : amount.last + 3] if word.key not in ("-", "‐", "–")]
    if sentence[amount.last].text.isdigit() and after and after[0].isdigit():
        return True  # two numbers side by side: the first is a date's, an hour's or a page's
    if before in grammar.measures or (after and after[0] in grammar.units) or ":" in sentence[amount.last].text:
        return True
    return _ordinal(amount, sentence)


def _ordinal(amount: Amount, sentence: Sequence[Word]) -> bool:
    """Whether digits have a stop right behind them that ends no sentence."""
    if amount.last + 2 >= len(sentence) or not sentence[amount.last].text[-1].isdigit():
        return False
    stop, after = sentence[amount.last + 1], sentence[amount.last + 2]
    return stop.text == "." and stop.start == sentence[amount.last].end and not after.is_sign


def _plain(sentence: Sequence[Word], grammar: Grammar) -> Iterator[Amount]:
    index = 0
    while index < len(sentence):
        amount = _number_at(sentence, index, grammar)
        if amount is None:
            index += 1
        else:
            yield amount
            index = amount.last + 1


def _number_at(sentence: Sequence[Word], index: int, grammar: Grammar) -> Amount | None:
    fraction = _fraction(sentence, index, grammar)
    if fraction is not None:
        return fraction
    key = sentence[index].key
    vague = grammar.vague.get(key)
    if vague is not None:
        return _vague(sentence, index, vague, grammar)
    value: float = 0.0
    group: float = 0.0
    last = -1
    for position in range(index, len(sentence)):
        key = sentence[position].key
        if _DIGITS.match(key) and last < 0:
            group = _digits(key)
        elif key in grammar.scales and (last >= 0 or position == index):
            value, group = value + (group or 1) * grammar.scales[key], 0
        elif (word := _word_value(key, grammar)) is not None and _may_follow(sentence, last, grammar):
            group += word
        elif last >= 0 and key in grammar.coordination and _continues(sentence, position, grammar):
            continue
        else:
            break
        last = position
    if last < 0:
        return None
    total = int(value + group)
    return Amount(index, last, total, total)


def _fraction(sentence: Sequence[Word], index: int, grammar: Grammar) -> Amount | None:
    """ "A quarter of a million", "half a million", "pola milijuna"."""
    keys = [word.key for word in sentence[index : index + 5]]
    at = 1 if keys and keys[0] in grammar.articles else 0
    if len(keys) <= at or keys[at] not in grammar.fractions:
        return None
    for last in range(at + 1, len(keys)):
        if keys[last] in grammar.scales:
            above, below = grammar.fractions[keys[at]]
            value = grammar.scales[keys[last]] * above // below
            return Amount(index, index + last, value, value)
        if keys[last] not in grammar.articles and keys[last] not in grammar.count_links:
            return None
    return None


def _vague(sentence: Sequence[Word], index: int, vague: Sequence[int], grammar: Grammar) -> Amount:
    """ "Dozens", "several", "several hundred"."""
    after = sentence[index + 1].key if index + 1 < len(sentence) else ""
    scale, last = (grammar.scales[after], index + 1) if after in grammar.scales else (1, index)
    return Amount(index, last, vague[0] * scale, vague[1] * scale if len(vague) > 1 else None, vague=True)


def _may_follow(sentence: Sequence[Word], last: int, grammar: Grammar) -> bool:
    return last < 0 or _word_value(sentence[last].key, grammar) is not None or sentence[last].key in grammar.scales


def _continues(sentence: Sequence[Word], position: int, grammar: Grammar) -> bool:
    """Whether "and" sits inside a number ("two hundred and five", "dvadeset i pet"), not between two."""
    before, after = (
        sentence[position - 1].key,
        sentence[position + 1].key if position + 1 < len(sentence) else "",
    )
    tens = _word_value(before, grammar)
    units = _word_value(after, grammar)
    if units is None or _DIGITS.match(before):
        return False
    return (before in grammar.scales and units < 100) or (
        tens is not None and 20 <= tens < 100 and units < 10 and tens % 10 == 0
    )


def _word_value(key: str, grammar: Grammar) -> int | None:
    """The value of one number word, hyphenated ("twenty-five") or glued ("siebenundzwanzig") ones included."""
    known = grammar.numbers.get(key)
    if known is not None:
        return known
    if "-" in key:
        parts = [grammar.numbers.get(part) for part in key.split("-")]
        return sum(part for part in parts if part is not None) if all(part is not None for part in parts) else None
    glue = grammar.number_glue
    if glue and glue in key:
        units, _, tens = key.partition(glue)
        if units in grammar.numbers and tens in grammar.numbers:
            return grammar.numbers[units] + grammar.numbers[tens]
    return None


def _digits(key: str) -> float:
    """The value of digits; groups of three after any separator are thousands, else the separator is a decimal one."""
    parts = re.split(r"[.,]", key)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3:
        return float("".join(parts))
    if len(parts) == 2:
        return float(f"{parts[0]}.{parts[1]}")
    return float("".join(parts)) if len(parts) == 1 else float(parts[0])


def _joined(plain: list[Amount], sentence: Sequence[Word], grammar: Grammar) -> list[Amount]:
    """Two numbers with only a range word between ("500 to 1300", "5-10") as one range."""
    joined: list[Amount] = []
    for amount in plain:
        previous = joined[-1] if joined else None
        if previous and _ranged(previous, amount, sentence, grammar):
            opened = previous.first > 0 and sentence[previous.first - 1].key in grammar.range_openers
            joined[-1] = Amount(previous.first - opened, amount.last, previous.low, amount.high)
        else:
            joined.append(amount)
    return joined


def _ranged(left: Amount, right: Amount, sentence: Sequence[Word], grammar: Grammar) -> bool:
    between = [word.key for word in sentence[left.last + 1 : right.first]]
    if len(between) != 1 or left.vague or right.vague or not left.low < right.low:
        return False
    if between[0] in ("-", "–") or between[0] in grammar.range_words:
        return True
    opened = left.first > 0 and sentence[left.first - 1].key in grammar.range_openers
    return opened and between[0] in grammar.coordination


def _bounded(amount: Amount, bounds: Sequence[tuple[int, int, str]]) -> Amount:
    """The number with the bound that stands right before or after it."""
    for first, last, tag in bounds:
        before = last == amount.first - 1
        after = first == amount.last + 1 and tag.startswith("post_")
        if not (before or after) or (before and tag.startswith("post_")):
            continue
        low, high = _range(amount, tag.removeprefix("post_"))
        return Amount(
            min(first, amount.first),
            max(last if after else amount.last, amount.last),
            low,
            high,
            amount.vague,
        )
    return amount


def _range(amount: Amount, tag: str) -> tuple[int, int | None]:
    if tag in ("at_least", "more_than"):
        return amount.low, None
    if tag in ("at_most", "less_than"):
        return 0, amount.high if amount.high is not None else amount.low
    return amount.low, amount.high
