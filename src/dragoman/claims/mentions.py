"""The actors and places that a sentence names, typed by the frame that they stand in.

A name can be an actor and a place at once (a country, a capital that stands for its government). The words around
it decide: a locative preposition or a head noun ("district", "village") makes it a place, a head noun of people
("regime", "forces") or the seat of a subject makes it an actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.resolving import Resolver
from dragoman.claims.tables import Grammar
from dragoman.claims.words import Word, first_at
from dragoman.model import Party, Where


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: word indexes `first..last`, what it can be, and how it is governed."""

    first: int
    last: int
    party: Party | None
    where: Where | None
    located: bool = False  # a locative preposition or a place's head noun stands by it
    governed: bool = False  # a preposition stands before its phrase, so that it is no subject
    adjective: bool = False  # a demonym or the like, that only qualifies the next noun
    generic: bool = False  # a common noun ("rebels"), weaker than a name
    ambiguous: bool = False


def mentions(
    text: str, sentence: Sequence[Word], names: Iterable[object], resolver: Resolver, grammar: Grammar
) -> list[Mention]:
    """The mentions of a sentence, in order; `names` are the matcher's names that lie inside it."""
    known = [_known(sentence, name, resolver, grammar) for name in names]
    known = [mention for mention in known if mention.party or mention.where]
    taken = {index for mention in known for index in range(mention.first, mention.last + 1)}
    unknown = _unknown_places(text, sentence, taken, grammar)
    return sorted([*known, *unknown], key=lambda mention: mention.first)


def _known(sentence: Sequence[Word], name: object, resolver: Resolver, grammar: Grammar) -> Mention:
    start, end = name.start, name.end  # type: ignore[attr-defined]
    first = first_at(sentence, start)
    last = max(first, first_at(sentence, end - 1))
    party, unsure_party = resolver.party(name)
    where, unsure_place = resolver.where(name)
    mention = Mention(first, last, party, where, ambiguous=unsure_party or unsure_place)
    return _typed(_framed(sentence, mention, grammar), sentence, resolver, grammar)


def _framed(sentence: Sequence[Word], mention: Mention, grammar: Grammar) -> Mention:
    before = sentence[mention.first - 1].key if mention.first else ""
    after = sentence[mention.last + 1].key if mention.last + 1 < len(sentence) else ""
    located = (
        grammar.locative(before)
        or grammar.place_head(after)
        or _after_place_head(sentence, mention.first, grammar)
        or (before in grammar.articles and mention.first > 1 and grammar.locative(sentence[mention.first - 2].key))
    )
    return replace(mention, located=located, governed=_governed(sentence, mention.first, grammar))


def _after_place_head(sentence: Sequence[Word], first: int, grammar: Grammar) -> bool:
    """Whether "village of", "Stadtteil", "selo" stands right before the name."""
    index = first - 1
    while index >= 0 and sentence[index].key in grammar.links:
        index -= 1
    return index >= 0 and first - index <= 3 and grammar.place_head(sentence[index].key)


def _governed(sentence: Sequence[Word], first: int, grammar: Grammar) -> bool:
    """Whether a preposition governs the phrase: one stands before it with only articles and adjectives between."""
    for index in range(first - 1, max(-1, first - 5), -1):
        word = sentence[index]
        if grammar.preposition(word.key):
            return True
        if word.is_sign or grammar.verbal(word.key):
            return False
    return False


def _typed(mention: Mention, sentence: Sequence[Word], resolver: Resolver, grammar: Grammar) -> Mention:
    after = sentence[mention.last + 1].key if mention.last + 1 < len(sentence) else ""
    if mention.party is None:
        return mention
    actor = resolver.actor(mention.party.id)
    mention = replace(
        mention,
        generic=bool(actor and actor.generic),
        adjective=resolver.is_adjective(mention.party, sentence[mention.last].text),
    )
    if mention.where is None:
        return mention
    if grammar.people_head(after):
        return replace(mention, where=None, located=False)
    if mention.located:
        return replace(mention, party=None)
    return mention


def _unknown_places(
    text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar
) -> Iterator[Mention]:
    """Capitalised words that no pack knows, in a frame that only places stand in ("the village of …", "… district")."""
    for first, last in _capital_runs(sentence, taken, grammar):
        after = sentence[last + 1].key if last + 1 < len(sentence) else ""
        framed = grammar.place_head(after) or (first and _after_place_head(sentence, first, grammar))
        if framed and last - first < 4:
            start, end = sentence[first].start, sentence[last].end
            name = text[start:end]
            where = Where(None, name, name, start, end, None, None, "unresolved", None)
            yield Mention(first, last, None, where, located=True)


def _capital_runs(
    sentence: Sequence[Word], taken: set[int], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for index, word in enumerate([*sentence, None]):
        fits = (
            word is not None
            and index not in taken
            and not word.is_sign
            and (word.is_capital or word.key.startswith(("al-", "el-")))
            and not grammar.common(word.key)
        )
        if fits and first is None:
            first = index
        elif not fits and first is not None:
            yield first, index - 1
            first = None
