"""How many of whom: numbers bound to what they count and to what befell them.

The sentence's tree tells both where there is one (`counting`); what it leaves open, and a sentence without a tree, is
read by the words in reach.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.counted import counting
from dragoman.claims.counted.counting import Seat, Tree
from dragoman.claims.counted.numbers import Amount, amounts
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.tables import HARMS, Counted, Grammar
from dragoman.claims.words import Word
from dragoman.model import Count

_THINGS = frozenset({"strikes", "vehicles", "corridors", "other"})
_NOUN_REACH = 6  # words between a number and its noun: "at least 12 [mostly young Syrian] men"
_HARM_REACH = 9  # words between a number and the verb that befell them
_NEAR = 4  # the same where a tree is there but does not tell


@dataclass(frozen=True, slots=True)
class Bound:
    """A count with the word indexes that it spans and those of the words that say what befell the counted.

    `part` where another count of the sentence holds it ("including three children").
    """

    count: Count
    first: int
    last: int
    harm: tuple[int, ...] = ()
    part: bool = False
    period: tuple[int, int] | None = None  # where the words that say that it sums stand, as offsets into the document


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence with all that its numbers are bound by."""

    text: str
    sentence: Sequence[Word]
    named: Sequence[Mention]
    nouns: Sequence[Found[Counted]]
    sums: Sequence[Found[bool]]
    grammar: Grammar
    tree: Tree | None


def counts(
    text: str,
    sentence: Sequence[Word],
    named: Sequence[Mention],
    dates: Sequence[tuple[int, int]],
    grammar: Grammar,
    tree: Analysis | None = None,
) -> list[Bound]:
    """The counts of a sentence in order; numbers inside names or dates count nothing."""
    blocked = [(m.first, m.last) for m in named] + list(dates)
    nouns = grammar.counted.find(sentence)
    planted = counting.planted(tree, sentence, nouns, grammar)
    words = _Words(text, sentence, named, nouns, grammar.cumulative.find(sentence), grammar, planted)
    found: list[Bound] = []
    for amount in amounts(sentence, grammar):
        if any(first <= amount.last and amount.first <= last for first, last in blocked):
            continue
        if found and amount.first <= found[-1].last:
            continue  # "one of them a child" is one count
        bound = _bound(words, amount, found)
        if bound is not None:
            found.append(bound)
    return found


def _bound(words: _Words, amount: Amount, earlier: Sequence[Bound]) -> Bound | None:
    noun = _counted_noun(words, amount)
    mention = _counted_actor(words.sentence, amount, noun, words.named, words.grammar)
    if mention and words.tree and not counting.belongs(words.tree, amount, mention.first, mention.last):
        mention = None
    who = noun.payload.who if noun else None
    last = max(amount.last, noun.last if noun else -1)
    if mention is not None and mention.party is not None:
        who, last = mention.party.id, max(last, mention.last)
    if _is_article(words, amount, noun):
        return None
    if noun is not None and noun.payload.what in _THINGS:
        return _made(words, amount, noun.payload.what, None, last, ())
    cued = _is_part(words.sentence, amount, words.grammar)
    part = bool(earlier) and (cued or _joins_part(words, amount, earlier[-1]))
    end = amount.last if noun is not None and noun.payload.what in HARMS else last
    row = _in_headline(words, amount, end)
    if row is not None:
        return _made(words, amount, row.payload.what, who or "people", end, row.own, part=part)
    harm = _harm(words, amount, noun, mention, last)
    if part and noun is None and mention is None and not _is_another(harm, earlier[-1]):
        return None  # "eight of them seriously": the whole is counted
    own = earlier[-1] if earlier and noun is None and mention is None and _goes_on(words, amount) else None
    if own is not None and (harm is Seat.UNTOLD or (isinstance(harm, Found) and harm.own == own.harm)):
        return _made(words, amount, own.count.what, own.count.who, last, own.harm, part=own.part)
    if isinstance(harm, Found):
        return _made(words, amount, harm.payload.what, who or "people", last, harm.own, part=part)
    whole = next((bound for bound in reversed(earlier) if not bound.part and bound.harm), None)
    if part and whole is not None:
        return _made(words, amount, whole.count.what, who, last, whole.harm, part=True)
    if noun is not None and noun.payload.who == "fighters":
        return _made(words, amount, "fighters", None, last, ())
    return None


def _is_another(harm: Found[Counted] | Seat, before: Bound) -> bool:
    """Whether a number has a harm of its own: "killing 31 fighters and wounding dozens of them"."""
    return isinstance(harm, Found) and harm.payload.what != before.count.what


def _is_article(words: _Words, amount: Amount, noun: Found[Counted] | None) -> bool:
    """Whether "a" is an article alone: it counts a woman, not an attack, "a family of six" or "a number of people"."""
    if words.sentence[amount.first].key not in words.grammar.articles:
        return False
    if noun is None or noun.payload.what != "person":
        return True
    if words.sentence[noun.first].key in words.grammar.counted_groups:
        return True
    between = words.sentence[amount.last + 1 : noun.first]
    if any(word.is_sign for word in between):
        return False  # "a 30-year-old man"
    return any(_is_number(word, words.grammar) or word.key in words.grammar.counted_groups for word in between)


def _counted_noun(words: _Words, amount: Amount) -> Found[Counted] | None:
    """What a number counts: by the tree, else the first counted noun behind it."""
    near = _noun(words.sentence, amount, words.nouns, words.grammar)
    if words.tree is None:
        return near
    told = counting.noun(words.tree, amount)
    if told is not None or near is None or words.sentence[amount.first].key in words.grammar.articles:
        return told
    return near if counting.belongs(words.tree, amount, near.first, near.last) else None


def _harm(
    words: _Words, amount: Amount, noun: Found[Counted] | None, mention: Mention | None, last: int
) -> Found[Counted] | Seat:
    """The word of harm that a number hangs on; words in reach where the tree does not tell."""
    told = counting.fate(words.tree, amount) if words.tree else Seat.UNTOLD
    if told is Seat.ELSEWHERE:
        bare = noun is None and mention is None
        return next((found for found in words.nouns if _touches(words, found, amount, bare=bare)), told)
    if told is not Seat.UNTOLD:
        return told
    if noun is not None and noun.payload.what in HARMS:
        return noun
    bare = noun is None and mention is None
    reach = 1 if bare else _NEAR if words.tree else _HARM_REACH
    return _nearest_harm(words, amount, last, reach) or Seat.UNTOLD


def _made(
    words: _Words,
    amount: Amount,
    what: str,
    who: str | None,
    last: int,
    harm: tuple[int, ...],
    *,
    part: bool = False,
) -> Bound:
    start, end = words.sentence[amount.first].start, words.sentence[last].end
    if what in HARMS and who is None:
        who = "people"
    sum_ = _summed(words, amount, harm)
    period = (words.sentence[sum_.first].start, words.sentence[sum_.last].end) if sum_ else None
    spelt = words.text[start:end]
    count = Count(what, who, amount.low, amount.high, sum_ is not None, spelt, start, end)  # type: ignore[arg-type]
    return Bound(count, amount.first, last, harm, part, period)


def _summed(words: _Words, amount: Amount, harm: tuple[int, ...]) -> Found[bool] | None:
    """The words that say that a number sums a period or a war, in the number's own clause."""
    own = harm or (amount.last,)
    told = (one for one in words.sums if words.tree is None or counting.together(words.tree, one.own, own))
    return next(told, None)


def _noun(
    sentence: Sequence[Word], amount: Amount, nouns: Sequence[Found[Counted]], grammar: Grammar
) -> Found[Counted] | None:
    """The counted noun right of the number, with nothing but its own adjectives between."""
    for noun in nouns:
        if amount.last < noun.first <= amount.last + _NOUN_REACH and all(
            _inside_phrase(sentence[index], grammar) for index in range(amount.last + 1, noun.first)
        ):
            return noun
    return None


def _inside_phrase(word: Word, grammar: Grammar) -> bool:
    if word.is_sign or word.key in grammar.coordination or grammar.verbal(word.key) or word.text[0].isdigit():
        return False
    return word.key in grammar.between_number_and_noun or not grammar.preposition(word.key)


def _counted_actor(
    sentence: Sequence[Word],
    amount: Amount,
    noun: Found[Counted] | None,
    named: Sequence[Mention],
    grammar: Grammar,
) -> Mention | None:
    """The actor that is counted ("29 Syrian rebels", "60 fighters of the Nusra Front" is its noun's)."""
    limit = noun.first if noun else amount.last + 4
    for mention in named:
        near = amount.last < mention.first <= limit and mention.party is not None and not mention.adjective
        if near and all(_inside_phrase(sentence[i], grammar) for i in range(amount.last + 1, mention.first)):
            return mention
    return None


def _touches(words: _Words, found: Found[Counted], amount: Amount, *, bare: bool) -> bool:
    """Whether a word of harm right before a number governs it, whatever the tree says: "wounding dozens more"."""
    if found.last != amount.first - 1 or found.payload.what not in HARMS:
        return False
    return bare or words.sentence[found.first].key in words.grammar.gerunds


def _in_headline(words: _Words, amount: Amount, last: int) -> Found[Counted] | None:
    """The word of harm of a number where commas are left out: "8 killed 58 others injured", "kills 12 wounds 50".

    Whether the words of harm stand behind their numbers or before them, the ends of the row tell.
    """
    harms = {index: found for found in words.nouns if found.payload.what in HARMS for index in found.own}
    behind = last + 1
    while behind < len(words.sentence) and words.grammar.verbal(words.sentence[behind].key):
        behind += 1
    if behind > last + 1 and behind in harms:
        return harms[behind]  # "14 people were killed 25 were wounded"
    before, after = harms.get(amount.first - 1), harms.get(last + 1)
    if after is None or (before is not None and before.payload.what == after.payload.what):
        return None
    if before is None:
        return after if _opens_row(words, after, harms) else None
    stop = max(0, before.first - 3)
    counted = (w for w in words.sentence[stop : before.first] if w.key not in words.grammar.articles)
    if any(_is_number(word, words.grammar) for word in counted) or after.last + 1 >= len(words.sentence):
        return after
    return before if _is_number(words.sentence[after.last + 1], words.grammar) else after


def _opens_row(words: _Words, harm: Found[Counted], harms: Mapping[int, Found[Counted]]) -> bool:
    """Whether behind a word of harm follow right away a number and another word of harm."""
    behind = words.sentence[harm.last + 1 : harm.last + 6]
    if not behind or not _is_number(behind[0], words.grammar):
        return False
    for index, word in enumerate(behind, harm.last + 1):
        if word.is_sign or words.grammar.preposition(word.key) or word.key in words.grammar.coordination:
            return False
        if index in harms:
            return harms[index].payload.what != harm.payload.what
    return False


def _is_number(word: Word, grammar: Grammar) -> bool:
    return word.text[0].isdigit() or word.key in grammar.numbers or word.key in grammar.vague


def _nearest_harm(words: _Words, amount: Amount, last: int, reach: int) -> Found[Counted] | None:
    """The nearest word of harm; a number without a noun must touch it ("wounded 85", "12 wounded")."""
    near = [
        (cost, found.first, found)
        for found in words.nouns
        if found.payload.what in HARMS
        for cost in [_distance(words.sentence, amount.first, last, found, words.grammar)]
        if cost <= reach
    ]
    return min(near, key=lambda item: item[:2])[2] if near else None


def _distance(sentence: Sequence[Word], first: int, last: int, found: Found[Counted], grammar: Grammar) -> int:
    """The words between a count and a word of harm; a comma or an "and" ends what the word reaches, as a rule."""
    between = range(last + 1, found.first) if found.first > last else range(found.last + 1, first)
    aside = _aside(sentence, between, grammar)
    cost = 0
    for index in between:
        word = sentence[index]
        if index not in aside:
            cost += 1 + 4 * word.is_sign + 3 * (word.key in grammar.coordination) + 2 * grammar.preposition(word.key)
    return cost


def _aside(sentence: Sequence[Word], between: range, grammar: Grammar) -> range:
    """The words of "…, including 16 children, …": an aside that keeps a whole from its verb only for the eye."""
    for index in between:
        if sentence[index].key in grammar.parts and index > 0:
            first = index - 1 if sentence[index - 1].is_sign else index
            last = next((i for i in between if i > index and sentence[i].text == ","), between[-1])
            return range(first, last + 1)
    return range(0)


def _joins_part(words: _Words, amount: Amount, before: Bound) -> bool:
    """Whether only "and" or a comma joins a number to a part: "including four women and three children"."""
    between = words.sentence[before.last + 1 : amount.first]
    return before.part and bool(between) and all(_joins(word, words.grammar) for word in between)


def _goes_on(words: _Words, amount: Amount) -> bool:
    """Whether a bare number goes on with what was counted before it: "killed 45 civilians in Homs and 22 in Hama"."""
    if amount.first == 0 or amount.last + 1 >= len(words.sentence):
        return False
    joined = words.sentence[amount.first - 1].key in words.grammar.coordination
    return joined and words.grammar.preposition(words.sentence[amount.last + 1].key)


def _joins(word: Word, grammar: Grammar) -> bool:
    return word.text == "," or word.key in grammar.coordination


def _is_part(sentence: Sequence[Word], amount: Amount, grammar: Grammar) -> bool:
    """Whether the number is a part of the one before: "including three children", "three of them children"."""
    if amount.first and sentence[amount.first - 1].key in grammar.wholes:
        return False  # "six children among 19 dead"
    near = (*sentence[max(0, amount.first - 3) : amount.first], *sentence[amount.last + 1 : amount.last + 3])
    return any(word.key in grammar.parts for word in near)
