"""Whom a word of the tree means: the mention that it belongs to, or one in its own phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.mentions import Mention, read_names
from dragoman.claims.scene import Scene
from dragoman.claims.words import first_at
from dragoman.model import Party

_VERBAL = frozenset({"VERB", "AUX"})
# What a noun's phrase holds besides the noun, as far as the same people are meant: "army units", "the rebels of X".
_SAME = frozenset({"amod", "compound", "appos", "flat", "nummod", "det"})
# How a word hangs inside a longer phrase: whoever it names may be meant by the whole of it.
_INSIDE = frozenset({*_SAME, "nmod", "conj"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})
_FILLING = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "root"})


@dataclass(frozen=True, slots=True)
class Seat:
    """The word of the tree that sits in a seat, and the mention that it is, if it is one."""

    node: int
    mention: Mention | None


def verbal(tree: Analysis, node: int) -> bool:
    """Whether a word is a verb or a participle."""
    word = tree.nodes[node]
    return word.upos in _VERBAL or "VerbForm" in word.features or "Voice" in word.features


def cases(tree: Analysis, node: int) -> tuple[str, ...]:
    """The prepositions of a noun, in lower case."""
    return tuple(tree.nodes[case].text.lower() for case in tree.hanging(node, "case"))


def seat_at(tree: Analysis, scene: Scene, node: int | None, people: Sequence[Mention]) -> Seat | None:
    """The seat that a word fills."""
    return None if node is None else Seat(node, mention_at(tree, scene, node, people))


def mention_at(tree: Analysis, scene: Scene, node: int, people: Sequence[Mention]) -> Mention | None:
    """The mention that holds a word, else the first one that belongs to the word's own phrase."""
    by_node = {inner: mention for mention in people for inner in nodes_of(tree, scene, mention)}
    if node in by_node:
        return by_node[node]
    known = next((by_node[inner] for inner in _phrase(tree, scene, node) if inner in by_node), None)
    return known or _unknown(tree, scene, node)


def nodes_of(tree: Analysis, scene: Scene, mention: Mention) -> Iterator[int]:
    """The words of the tree that a mention holds."""
    start, end = scene.sentence[mention.first].start, scene.sentence[mention.last].end
    return (index for index, node in enumerate(tree.nodes) if node.start < end and start < node.end)


def top(tree: Analysis, scene: Scene, mention: Mention) -> int:
    """The word of a mention that the others hang on."""
    own = list(nodes_of(tree, scene, mention))
    return next((node for node in own if tree.nodes[node].head not in own), own[0])


def is_place(tree: Analysis, scene: Scene, node: int) -> bool:
    """Whether a word names a place and nobody."""
    places = (mention for mention in scene.named if mention.where and not mention.party)
    return any(node in nodes_of(tree, scene, mention) for mention in places)


def holds(tree: Analysis, scene: Scene, node: int, mention: Mention) -> bool:
    """Whether a mention hangs on a word, directly or not."""
    below = set(tree.below(node))
    return any(own in below for own in nodes_of(tree, scene, mention))


def clause_below(tree: Analysis, node: int) -> Iterator[int]:
    """A word and what hangs on it within its own clause: none of "…, den die Rebellen halten" or of a joined clause."""
    yield node
    for child in tree.children[node]:
        joined = tree.nodes[child].universal == "conj" and next(tree.hanging(child, "nsubj"), None) is not None
        if not joined and tree.nodes[child].universal not in _CLAUSES:
            yield from clause_below(tree, child)


def within_reach(tree: Analysis, scene: Scene, node: int, mention: Mention) -> bool:
    """Whether the tree lets a mention sit at a trigger: it hangs on it, is its own noun, or fills a seat above it.

    "Above" ends with the first clause that has a subject: who stands beyond does something else.
    """
    own = top(tree, scene, mention)
    if own in tree.below(node) or node in tree.below(own):
        return True
    phrase = own
    while tree.nodes[phrase].universal in _INSIDE and tree.nodes[phrase].head >= 0:
        phrase = tree.nodes[phrase].head
        if phrase == node:
            return True
    return tree.nodes[phrase].universal in _FILLING and tree.nodes[phrase].head in _clause(tree, node)


def may_act(tree: Analysis, scene: Scene, node: int, mention: Mention) -> bool:
    """Whether a mention in reach of a verb can be who does it: nobody whom its object or a clause below it tells of."""
    path = [top(tree, scene, mention)]
    while path[-1] != node and tree.nodes[path[-1]].head >= 0:
        path.append(tree.nodes[path[-1]].head)
    if path[-1] != node:
        return True
    relations = [tree.nodes[word].universal for word in path[1:-1]]
    return not any(relation in _CLAUSES or relation == "obj" for relation in relations)


def _clause(tree: Analysis, node: int) -> Iterator[int]:
    """The words that a word hangs on, up to the verb of the first clause with a subject, root's -1 included."""
    for above in tree.above(node):
        yield above
        if verbal(tree, above) and next(tree.hanging(above, "nsubj"), None) is not None:
            return
    yield -1


def _unknown(tree: Analysis, scene: Scene, node: int) -> Mention | None:
    """An organisation that no pack knows, where the language model reads its name in the seat."""
    index = first_at(scene.sentence, tree.nodes[node].start)
    if any(mention.first <= index <= mention.last for mention in scene.named):
        return None
    for first, last in read_names(scene.sentence, tree, "ORG"):
        if first <= index <= last:
            start, end = scene.sentence[first].start, scene.sentence[last].end
            name = scene.text[start:end]
            return Mention(first, last, Party(None, name, name, start, end), None, read=True)
    return None


def _phrase(tree: Analysis, scene: Scene, node: int) -> Iterator[int]:
    """The words of a noun's phrase that mean the same people, nearest first; none inside "rebel-held"."""
    inner = [child for child in tree.children[node] if _same(tree, scene, child)]
    yield from inner
    for child in inner:
        if not (tree.nodes[child].universal == "amod" and verbal(tree, child)):
            yield from _phrase(tree, scene, child)


def _same(tree: Analysis, scene: Scene, child: int) -> bool:
    """Whether a word tells of its noun's own people: "units of the army", not "clashes with the army"."""
    node, grammar = tree.nodes[child], scene.grammar
    if node.universal != "nmod":
        return node.universal in _SAME
    people = grammar.people_head(tree.nodes[node.head].text.lower())
    return all(case in grammar.genitives or (people and case in grammar.owning) for case in cases(tree, child))
