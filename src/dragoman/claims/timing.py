"""What a tree says of a sentence's dates: the day of an announcement is not the day of what it announces, and ground
that "was taken" before is not taken on the day on which it is lost again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.scene import Scene
from dragoman.claims.seating.nouns import noun_of
from dragoman.claims.seating.seats import verb_of
from dragoman.claims.tables import Frame
from dragoman.claims.when import Dated
from dragoman.dates import DateExpression
from dragoman.model import When

# Types of taken ground that a participle beside a noun tells as done before: "the villages captured by rebels".
_BEFORE = frozenset({"capture", "withdrawal"})
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "parataxis"})
_ATTRIBUTES = frozenset({"acl", "amod", "acl:relcl"})


def of_announcing(
    scene: Scene, trigger: Found[Frame], expressions: Iterable[DateExpression]
) -> tuple[DateExpression, ...]:
    """The dates of a past verb under which a planned happening hangs: "announced on Monday a truce for Friday"."""
    tree, node = scene.tree, _node(scene, trigger)
    if tree is None or node is None:
        return ()
    telling = {above for above in tree.above(node) if _is_past(tree, above)}
    dated = [e for e in expressions if e.low is not None]
    return tuple(e for e in dated if e.low == min(o.low for o in dated if o.low) and _governor(tree, e) in telling)


def told_before(scene: Scene, trigger: Found[Frame], dated: Dated) -> Dated:
    """The days of ground that an attribute tells as taken: some time up to the clause's day, unless it has its own."""
    tree, node = scene.tree, _node(scene, trigger)
    when = dated.when
    if tree is None or node is None or trigger.payload.type not in _BEFORE or when.end is None:
        return dated
    clause = _attribute(tree, node)
    own = clause is not None and when.span_start is not None and _holds(tree, clause, when.span_start)
    if clause is None or own or when.precision not in ("hour", "part_of_day", "day"):
        return dated
    return Dated(replace(when, start=None, precision="open", hours=None), "when:before", dated.flags)


def planned(found: Dated | None, announced: Sequence[DateExpression]) -> Dated | None:
    """The days of a plan: those found, unless they lie before its announcement; else any from there on."""
    first = next((e for e in announced if e.low is not None), None)
    if first is None or first.low is None:
        return found
    if found is not None and found.when.end is not None and found.when.end >= first.low:
        return found
    when = When(first.low, None, "open", "anchored", first.text, first.start, first.end, None)
    return Dated(when, "when:announced", first.flags)


def _node(scene: Scene, trigger: Found[Frame]) -> int | None:
    tree = scene.tree
    if tree is None:
        return None
    found = verb_of(tree, scene, trigger), noun_of(tree, scene, trigger)
    own = (tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own)
    return next((node for node in (*found, *own) if node is not None), None)


def _is_past(tree: Analysis, node: int) -> bool:
    word = tree.nodes[node]
    return word.upos == "VERB" and (word.features.get("Tense") == "Past" or word.features.get("VerbForm") == "Part")


def _governor(tree: Analysis, expression: DateExpression) -> int | None:
    """The verb that a date belongs to."""
    word = tree.at(expression.start, expression.end)
    if word is None:
        return None
    return next((above for above in tree.above(word) if _heads_clause(tree, above)), None)


def _heads_clause(tree: Analysis, node: int) -> bool:
    word = tree.nodes[node]
    return word.upos == "VERB" or word.universal in _CLAUSES or (word.universal == "conj" and word.upos != "PROPN")


def _attribute(tree: Analysis, node: int) -> int | None:
    """The participle beside a noun that a word is, or in which it is the noun ("gains made"); None elsewhere.

    The noun must be what was taken: "the first time that they captured the town" has another one.
    """
    word = tree.nodes[node]
    if (
        next(tree.hanging(node, "obj"), None) is None
        and word.relation in _ATTRIBUTES
        and (word.upos == "ADJ" or word.features.get("VerbForm") == "Part")
    ):
        return node
    made = (child for child in tree.hanging(node, "acl") if tree.nodes[child].features.get("VerbForm") == "Part")
    return next(made, None)


def _holds(tree: Analysis, clause: int, at: int) -> bool:
    """Does a word of the clause begin there, or hang under it?"""
    found = tree.at(at, at + 1)
    return found is not None and (found == clause or clause in tree.above(found))
