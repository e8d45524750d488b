"""How many of whom: numbers bound to what they count and to what befell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.numbers import Amount, amounts
from dragoman.claims.tables import Counted, Grammar
from dragoman.claims.words import Word
from dragoman.model import Count

_HARMS = frozenset({"killed", "injured", "missing", "detained", "displaced", "besieged"})
_THINGS = frozenset({"strikes", "vehicles", "corridors", "other"})
_NOUN_REACH = 6  # words between a number and its noun: "at least 12 [mostly young Syrian] men"
_HARM_REACH = 9  # words between a number and the verb that befell them


@dataclass(frozen=True, slots=True)
class Bound:
    """A count with the word indexes that it spans and of the word that says what befell the counted."""

    count: Count
    first: int
    last: int
    harm: int | None


def counts(
    text: str,
    sentence: Sequence[Word],
    named: Sequence[Mention],
    dates: Sequence[tuple[int, int]],
    grammar: Grammar,
) -> list[Bound]:
    """The counts of a sentence in order; numbers inside names or dates count nothing."""
    blocked = [(m.first, m.last) for m in named] + list(dates)
    nouns = grammar.counted.find(sentence)
    summed = bool(grammar.cumulative.find(sentence))
    found: list[Bound] = []
    for amount in amounts(sentence, grammar):
        if any(first <= amount.last and amount.first <= last for first, last in blocked):
            continue
        bound = _bound(text, sentence, amount, nouns, named, found, summed, grammar)
        if bound is not None:
            found.append(bound)
    return found


def _bound(
    text: str,
    sentence: Sequence[Word],
    amount: Amount,
    nouns: Sequence[Found[Counted]],
    named: Sequence[Mention],
    earlier: Sequence[Bound],
    summed: bool,
    grammar: Grammar,
) -> Bound | None:
    noun = _noun(sentence, amount, nouns, grammar)
    mention = _counted_actor(sentence, amount, noun, named, grammar)
    who = noun.payload.who if noun else None
    last = max(amount.last, noun.last if noun else -1)
    if mention is not None and mention.party is not None:
        who, last = mention.party.id, max(last, mention.last)
    if sentence[amount.first].key in grammar.articles and (noun is None or noun.payload.what != "person"):
        return None  # "a" counts a woman, not an attack
    if noun is not None and noun.payload.what in _THINGS:
        return _made(text, sentence, amount, noun.payload.what, None, last, summed, None)
    if noun is not None and noun.payload.what in _HARMS:
        return _made(text, sentence, amount, noun.payload.what, who, last, summed, noun.first)
    harm = _harm(sentence, amount, last, nouns, noun is None and mention is None, grammar)
    if harm is None and _is_part(sentence, amount, grammar) and earlier:
        whole = earlier[-1]
        return _made(text, sentence, amount, whole.count.what, who, last, summed, whole.harm)
    if harm is not None:
        return _made(text, sentence, amount, harm.payload.what, who or "people", last, summed, harm.first)
    if noun is not None and noun.payload.who == "fighters":
        return _made(text, sentence, amount, "fighters", None, last, summed, None)
    return None


def _made(
    text: str,
    sentence: Sequence[Word],
    amount: Amount,
    what: str,
    who: str | None,
    last: int,
    summed: bool,
    harm: int | None,
) -> Bound:
    start, end = sentence[amount.first].start, sentence[last].end
    if what in _HARMS and who is None:
        who = "people"
    count = Count(what, who, amount.low, amount.high, summed, text[start:end], start, end)  # type: ignore[arg-type]
    return Bound(count, amount.first, last, harm)


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


def _harm(
    sentence: Sequence[Word],
    amount: Amount,
    last: int,
    nouns: Sequence[Found[Counted]],
    bare: bool,
    grammar: Grammar,
) -> Found[Counted] | None:
    """The nearest word of harm; a number without a noun must touch it ("wounded 85", "12 wounded")."""
    reach = 1 if bare else _HARM_REACH
    near = [
        (cost, found.first, found)
        for found in nouns
        if found.payload.what in _HARMS
        for cost in [_distance(sentence, amount.first, last, found, grammar)]
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


def _is_part(sentence: Sequence[Word], amount: Amount, grammar: Grammar) -> bool:
    """Whether the number is a part of the one before ("including three children")."""
    return any(word.key in grammar.parts for word in sentence[max(0, amount.first - 3) : amount.first])


def of_kinds(bounds: Sequence[Bound], kinds: frozenset[str]) -> Iterator[Bound]:
    """The counts of some kinds."""
    return (bound for bound in bounds if bound.count.what in kinds)
