"""Who could speak in a sentence: named actors, unnamed sources ("activists"), unknown people, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.claims.mentions import Mention
from dragoman.claims.tables import Grammar
from dragoman.claims.words import Word
from dragoman.model import Party, Speaker


@dataclass(frozen=True, slots=True)
class Candidate:
    first: int
    last: int
    party: Party
    reports: bool = False  # an agency or outlet
    harmless: bool = False  # victims rather than speakers, unless they stand right by the verb


def candidates_of(
    text: str, sentence: Sequence[Word], named: Sequence[Mention], grammar: Grammar, before: Speaker | None
) -> list[Candidate]:
    """Who could speak: named actors, unnamed sources ("activists"), unknown people by their capitals, pronouns."""
    found = [Candidate(m.first, m.last, m.party, m.reports, m.harmless) for m in named if m.party and not m.adjective]
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    taken |= {i for m in named if m.party is None for i in range(m.first, m.last + 1)}
    if before is not None:
        found.extend(_going_back(text, sentence, taken, grammar, before))
        taken |= {i for c in found for i in range(c.first, c.last + 1)}
    for noun in grammar.speaker_nouns.find(sentence):
        if taken.isdisjoint(range(noun.first, noun.last + 1)):
            found.append(_words(text, sentence, noun.first, noun.last))
            taken.update(range(noun.first, noun.last + 1))
    found.extend(_strangers(text, sentence, taken, grammar))
    if before is not None:
        found.extend(_pronouns(sentence, grammar, before))
    return sorted(found, key=lambda c: c.first)


def _going_back(
    text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar, before: Speaker
) -> list[Candidate]:
    """ "The ministry", "the group": common nouns that go back to the speaker before."""
    return [
        Candidate(noun.first, noun.last, replace(words.party, id=before.id, name=before.name))
        for noun in grammar.back.find(sentence)
        if taken.isdisjoint(range(noun.first, noun.last + 1))
        for words in [_words(text, sentence, noun.first, noun.last)]
    ]


def _words(text: str, sentence: Sequence[Word], first: int, last: int) -> Candidate:
    start, end = sentence[first].start, sentence[last].end
    return Candidate(first, last, Party(None, text[start:end], text[start:end], start, end))


def _strangers(text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar) -> list[Candidate]:
    """Runs of two or three capitalised words that no pack knows: a person's name as a rule."""
    found: list[Candidate] = []
    index = 0
    while index < len(sentence):
        last = index
        while last < len(sentence) and last not in taken and _proper(sentence[last], grammar):
            last += 1
        if 2 <= last - index <= 4:
            found.append(_words(text, sentence, index, last - 1))
        index = max(last, index + 1)
    return found


def _proper(word: Word, grammar: Grammar) -> bool:
    return not word.is_sign and word.is_capital and not grammar.common(word.key) and not word.text[0].isdigit()


def _pronouns(sentence: Sequence[Word], grammar: Grammar, before: Speaker) -> list[Candidate]:
    return [
        Candidate(i, i, Party(before.id, before.name, word.text, word.start, word.end))
        for i, word in enumerate(sentence)
        if word.key in grammar.pronouns
    ]
