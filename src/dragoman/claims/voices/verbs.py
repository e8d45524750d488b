"""Verbs of saying with their speakers and what they tell.

The verb may stand before what it tells, behind it ("…, X said") or inside it, or open an aside ("as X said"). Its
speaker is its subject, in the passive its agent, and nobody where it has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.voices.clauses import adverbs, phrase, verb_words
from dragoman.claims.voices.speech import CLAUSE, Said, Speech
from dragoman.claims.voices.tellers import issued, teller
from dragoman.claims.voices.telling import Span, Telling, Words
from dragoman.claims.voices.told import filled, told

_CLAUSES = frozenset({"ccomp", "parataxis", "root", "csubj", "advcl"})


def by_verbs(tree: Analysis, speech: Speech, quoted: Sequence[Span]) -> Iterator[Telling]:
    """The tellings of verbs; `quoted` are quotations, in offsets of the document."""
    for node, word in enumerate(tree.nodes):
        if word.upos != "VERB" and not (word.upos in ("ADJ", "AUX") and _participle(tree, node)):
            continue
        known = speech.verb(tree, node)
        if known is None:
            continue
        said, more = known
        content = told(tree, node, said, more, speech, quoted)
        if content:
            yield _telling(tree, node, said, more, content, speech)


def _telling(tree: Analysis, node: int, said: Said, more: Sequence[int], content: Words, speech: Speech) -> Telling:
    support = issued(tree, node)
    cue = _cue(tree, node, more, content, speech)
    if support is not None:
        cue |= {tree.nodes[node].head, *verb_words(tree, support)}
    head = teller(tree, node if support is None else support, speech)
    if head in cue or head in content:
        head = None
    source: Words = frozenset() if head is None else phrase(tree, head, [node])
    cue -= source
    own = frozenset(cue) | source
    words = filled(tree, node, content - own, own)
    return Telling(
        node, frozenset(cue), head, source, words, said.manner, "verb", _is_clause(tree, node, said, content)
    )


def _is_clause(tree: Analysis, node: int, said: Said, content: Words) -> bool:
    things = any(tree.nodes[c].universal == "obj" for c in tree.children[node] if c in content)
    return CLAUSE in said.takes and not things and any(tree.nodes[c].universal in _CLAUSES for c in content)


def _cue(tree: Analysis, node: int, more: Sequence[int], content: Words, speech: Speech) -> set[int]:
    """The verb with what makes one verb with it, the verb that opens on it, and what leads over to the words told."""
    cue = verb_words(tree, node) | set(more) | _as(tree, node, speech)
    cue |= _opened(tree, node) | leading(tree, node, content)
    return cue | adverbs(tree, node) if speech.adverbs_inside else cue


def _as(tree: Analysis, node: int, speech: Speech) -> set[int]:
    """The "as" of "as X said"."""
    return {c for c in tree.hanging(node, "mark") if tree.nodes[c].text.lower() in speech.as_marks}


def _opened(tree: Analysis, node: int) -> set[int]:
    """The verb that opens on a verb of saying: "went on to say", "declined to say"."""
    word = tree.nodes[node]
    if word.universal != "xcomp" or tree.nodes[word.head].upos != "VERB" or word.features.get("VerbForm") == "Fin":
        return set()
    return verb_words(tree, word.head) | set(tree.hanging(node, "mark"))


def leading(tree: Analysis, node: int, content: Words) -> set[int]:
    """The preposition between a word of saying and what it tells: "spoke of", "called for"."""
    return {
        case
        for other in tree.hanging(node, "obl", "nmod", "advcl")
        if other in content
        for case in tree.hanging(other, "case")
        if case == min(tree.below(other))
    }


def _participle(tree: Analysis, node: int) -> bool:
    features = tree.nodes[node].features
    return features.get("VerbForm") == "Part" or features.get("Voice") == "Pass"
