"""A verb's seats by the sentence's tree: who does it and to whom, or who suffers it and by whom.

The relations are those of Universal Dependencies, so the same few lines read every language. A seat of which the tree
says nothing is left to the names in reach (`roles`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention, read_names
from dragoman.claims.scene import Scene
from dragoman.claims.tables import Frame
from dragoman.claims.words import first_at
from dragoman.model import Party

_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "expl:pass"})
_VERBAL = frozenset({"VERB", "AUX"})
_OWN_CLAUSE = frozenset({"ccomp", "csubj", "parataxis"})
# What a noun's phrase holds besides the noun, as far as the same people are meant: "army units", "the rebels of X".
_SAME = frozenset({"amod", "compound", "appos", "flat", "nummod", "det"})


@dataclass(frozen=True, slots=True)
class Seat:
    """The word of the tree that sits in a seat, and the mention that it is, if it is one."""

    node: int
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a verb of which the tree speaks; `passive` tells which of the two the subject had."""

    verb: int
    doer: Seat | None
    undergoer: Seat | None
    passive: bool


def seats(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Seats | None:
    """What the tree says of a verb's seats.

    None where there is no tree, where the trigger is no verb in it, and where the tree is plainly wrong: a verb with
    two subjects, or a place that does something, which no place does.
    """
    tree = scene.tree
    if tree is None or (verb := _verb(tree, scene, trigger)) is None:
        return None
    if len(list(_children(tree, verb, "nsubj"))) > 1:
        return None
    passive = _is_passive(tree, verb)
    named = frozenset(node for mention in people for node in _nodes(tree, scene, mention))
    subject = _subject(tree, verb, named)
    if subject is None and _attribute(tree, verb):
        subject = tree.nodes[verb].head
        past = tree.nodes[verb].features.get("Tense") == "Past" and _object(tree, verb) is None
        passive = passive or past
    doer, undergoer = (_agent(tree, scene, verb), subject) if passive else (subject, _object(tree, verb))
    if doer is not None and _is_place(tree, scene, doer):
        return None
    if undergoer is not None and _is_place(tree, scene, undergoer):
        undergoer = None
    if doer is None and undergoer is None:
        return None
    sitting = _seat(tree, scene, doer, people)
    if sitting is not None and sitting.mention is None:
        sitting = Seat(sitting.node, _wielder(tree, scene, sitting.node, people))
    return Seats(verb, sitting, _seat(tree, scene, undergoer, people), passive)


def holds(scene: Scene, verb: int, mention: Mention) -> bool:
    """Whether a mention hangs on a verb, directly or not."""
    if scene.tree is None:
        return False
    below = set(scene.tree.below(verb))
    return any(node in below for node in _nodes(scene.tree, scene, mention))


def _verb(tree: Analysis, scene: Scene, trigger: Found[Frame]) -> int | None:
    """The tree's verb among the trigger's own words: no auxiliary, and the innermost ("said that 12 were killed").

    One that is no clause of its own counts with the one above it: "did not let … pass", "forced … to leave".
    """
    nodes = (tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own)
    found = {node for node in nodes if node is not None and _verbal(tree, node)}
    inner = max(found, key=lambda node: (tree.nodes[node].upos != "AUX", tree.depth(node), -node), default=None)
    while inner is not None and tree.nodes[inner].universal not in _OWN_CLAUSE and tree.nodes[inner].head in found:
        inner = tree.nodes[inner].head
    return inner


def _verbal(tree: Analysis, node: int) -> bool:
    word = tree.nodes[node]
    return word.upos in _VERBAL or "VerbForm" in word.features or "Voice" in word.features


def _is_passive(tree: Analysis, verb: int) -> bool:
    below = {tree.nodes[child].relation for child in tree.children[verb]}
    participle = tree.nodes[verb].features.get("Voice") == "Pass" and "obj" not in below
    return participle or not below.isdisjoint(_PASSIVE)


def _is_place(tree: Analysis, scene: Scene, node: int) -> bool:
    places = (mention for mention in scene.named if mention.where and not mention.party)
    return any(node in _nodes(tree, scene, mention) for mention in places)


def _children(tree: Analysis, node: int, relation: str) -> Iterator[int]:
    return (child for child in tree.children[node] if tree.nodes[child].universal == relation)


def _subject(tree: Analysis, verb: int, people: frozenset[int]) -> int | None:
    """The verb's own subject, or that of the verb that it is joined to or opens on; `people` are the words of names.

    Of two people at the verb above, "urged rebels to leave" means the second; "attacked rebels after capturing …" and
    "accused rebels of capturing …" do not tell by their tree whom they mean.
    """
    own = next(_children(tree, verb, "nsubj"), None)
    word = tree.nodes[verb]
    if own is not None:
        return word.head if _is_relative(tree, own, verb) else own
    if word.head < 0 or not _verbal(tree, word.head):
        return None
    other = next((child for child in _children(tree, word.head, "obj") if child in people), None)
    if word.universal == "xcomp" and other is not None:
        return other
    free = other is None and not _is_passive(tree, word.head)
    opening = word.universal == "advcl" and word.features.get("VerbForm") != "Fin" and free
    return _subject(tree, word.head, people) if opening or word.universal in ("conj", "xcomp") else None


def _is_relative(tree: Analysis, subject: int, verb: int) -> bool:
    """Whether a subject is a relative pronoun, so that the noun is meant; not in "demands that they withdraw"."""
    clause, word = tree.nodes[verb], tree.nodes[subject]
    pronoun = word.upos in ("PRON", "DET") and "Person" not in word.features
    return pronoun and clause.universal == "acl" and clause.head >= 0 and not _marked(tree, verb)


def _marked(tree: Analysis, verb: int) -> bool:
    """Whether a conjunction opens the clause: "an attack to retake …", "accused of shelling …", "demands that …"."""
    return next(_children(tree, verb, "mark"), None) is not None


def _attribute(tree: Analysis, verb: int) -> bool:
    """Whether a participle says of its noun what was done to it or by it: "the fighters captured in …"."""
    word = tree.nodes[verb]
    participle = word.features.get("VerbForm") in ("Part", "Ger")
    return word.relation in ("acl", "amod") and participle and word.head >= 0 and not _marked(tree, verb)


def _object(tree: Analysis, verb: int) -> int | None:
    found = (next(_children(tree, verb, relation), None) for relation in ("obj", "iobj"))
    return next((node for node in found if node is not None), None)


def _agent(tree: Analysis, scene: Scene, verb: int) -> int | None:
    """Who is named by "by", "von", "durch", "od strane"."""
    for child in _children(tree, verb, "obl"):
        if tree.nodes[child].relation == "obl:agent" or _led(tree, scene, child):
            return child
    return None


def _led(tree: Analysis, scene: Scene, node: int) -> bool:
    """Whether an agent's preposition stands at the head of a noun's phrase."""
    first = min(tree.below(node))
    start, end = tree.nodes[first].start, tree.nodes[first].end
    return any(
        scene.sentence[agent.first].start < end and start < scene.sentence[agent.first].end for agent in scene.agents
    )


def _seat(tree: Analysis, scene: Scene, node: int | None, people: Sequence[Mention]) -> Seat | None:
    return None if node is None else Seat(node, _mention(tree, scene, node, people))


def _mention(tree: Analysis, scene: Scene, node: int, people: Sequence[Mention]) -> Mention | None:
    """The mention that holds a word, else the first one that belongs to the word's own phrase."""
    by_node = {inner: mention for mention in people for inner in _nodes(tree, scene, mention)}
    if node in by_node:
        return by_node[node]
    known = next((by_node[inner] for inner in _phrase(tree, scene, node) if inner in by_node), None)
    return known or _unknown(tree, scene, node)


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


def _wielder(tree: Analysis, scene: Scene, thing: int, people: Sequence[Mention]) -> Mention | None:
    """Who set going what acts: "rebels fired shells that hit the market"."""
    node = tree.nodes[thing]
    if node.universal != "obj" or _is_passive(tree, node.head):
        return None
    named = frozenset(inner for mention in people for inner in _nodes(tree, scene, mention))
    subject = _subject(tree, node.head, named)
    return None if subject is None else _mention(tree, scene, subject, people)


def _nodes(tree: Analysis, scene: Scene, mention: Mention) -> Iterator[int]:
    start, end = scene.sentence[mention.first].start, scene.sentence[mention.last].end
    return (index for index, node in enumerate(tree.nodes) if node.start < end and start < node.end)


def _phrase(tree: Analysis, scene: Scene, node: int) -> Iterator[int]:
    """The words of a noun's phrase that mean the same people, nearest first."""
    inner = [child for child in tree.children[node] if _same(tree, scene, child)]
    yield from inner
    for child in inner:
        yield from _phrase(tree, scene, child)


def _same(tree: Analysis, scene: Scene, child: int) -> bool:
    """Whether a word tells of its noun's own people: "units of the army", not "clashes with the army"."""
    node, grammar = tree.nodes[child], scene.grammar
    if node.universal != "nmod":
        return node.universal in _SAME
    people = grammar.people_head(tree.nodes[node.head].text.lower())
    cases = (tree.nodes[case].text.lower() for case in _children(tree, child, "case"))
    return all(case in grammar.genitives or (people and case in grammar.owning) for case in cases)
