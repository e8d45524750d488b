"""Separable verbs: "zogen sich aus der Stadt zurück" is one verb, "zurückzogen", whatever stands between.

The packs name such a verb by its joined forms, which subordinate clauses have anyway. Here the particle at the end of
a clause is put back before its verb, so that no pattern has to bridge what a German main clause puts between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, Grammar
from dragoman.claims.words import Word

_REACH = 30  # words between a verb and its particle
_STOPS = frozenset(";:")


def rejoined(sentence: Sequence[Word], grammar: Grammar) -> Iterator[Found[Frame | None]]:
    """The verbs of happening that a particle at the end of its clause makes with the nearest word before it."""
    for index, word in enumerate(sentence):
        if word.key in grammar.particles and _closes(sentence, index, grammar):
            yield from _joined(sentence, index, grammar)


def _closes(sentence: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a clause ends behind a word."""
    after = sentence[index + 1] if index + 1 < len(sentence) else None
    return after is None or after.is_sign or after.key in grammar.coordination or after.key in grammar.breaks


def _joined(sentence: Sequence[Word], particle: int, grammar: Grammar) -> Iterator[Found[Frame | None]]:
    for index in range(particle - 1, max(-1, particle - _REACH), -1):
        word = sentence[index]
        if word.text in _STOPS:
            return
        if word.is_sign or word.is_capital:
            continue
        found = list(_meant(sentence[particle].key + word.key, grammar))
        for pattern, frame in found:
            yield Found(index, particle, (index, particle), pattern, frame, 2 * len(word.key))
        if found:
            return


def _meant(key: str, grammar: Grammar) -> Iterator[tuple[str, Frame]]:
    return ((pattern, frame) for pattern, frame in grammar.frames.alone(key) if frame.form == "verb")


def strange(trigger: Found[Frame], sentence: Sequence[Word], tree: Analysis | None, grammar: Grammar) -> bool:
    """Whether the tree gives a trigger's verb a particle that makes another verb of it: "griff in den Streit ein"."""
    if tree is None or trigger.payload.form != "verb" or len(trigger.own) > 1:
        return False
    word = sentence[trigger.first]
    node = tree.at(word.start, word.end)
    if node is None:
        return False
    particles = [tree.nodes[child] for child in tree.children[node] if tree.nodes[child].relation == "compound:prt"]
    keys = [particle.text.lower() for particle in particles if particle.start > word.start]
    return any(key in grammar.particles and not list(grammar.frames.alone(key + word.key)) for key in keys)
