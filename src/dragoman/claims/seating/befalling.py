"""Whether harm befalls anybody or anything that the sentence names, known to a pack or not."""

from __future__ import annotations

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.scene import Scene
from dragoman.claims.seating.seats import is_passive, object_of, subject_of, verb_of
from dragoman.claims.tables import Frame


def befalls(scene: Scene, trigger: Found[Frame]) -> bool:
    """Whether a noun or a name sits in the seat of whom or what a trigger befalls.

    A verb's object, or its subject where that suffers it; of a noun what hangs on it ("the murder of a priest").
    False where there is no tree.
    """
    tree = scene.tree
    if tree is None:
        return False
    if trigger.payload.form != "verb":
        return any(_is_somebody(tree, child) for node in _nouns(tree, scene, trigger) for child in _below(tree, node))
    verb = verb_of(tree, scene, trigger)
    if verb is None:
        return False
    word = tree.nodes[verb]
    attribute = word.head if word.relation in ("acl", "amod") else None
    suffers = is_passive(tree, verb) or trigger.payload.subject == "target"
    seat = subject_of(tree, scene, verb, ()) if suffers else object_of(tree, verb)
    seat = attribute if seat is None else seat
    return seat is not None and _is_somebody(tree, seat)


def _nouns(tree: Analysis, scene: Scene, trigger: Found[Frame]) -> list[int]:
    """The nouns of the tree among the trigger's own words."""
    nodes = (tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own)
    return [node for node in nodes if node is not None and tree.nodes[node].upos == "NOUN"]


def _below(tree: Analysis, node: int) -> list[int]:
    return list(tree.hanging(node, "nmod"))


def _is_somebody(tree: Analysis, node: int) -> bool:
    return tree.nodes[node].upos in ("NOUN", "PROPN")
