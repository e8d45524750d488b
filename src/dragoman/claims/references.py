"""Whom a pronoun goes back to: the subject above it in the sentence's tree, else whoever was named or acted last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene
from dragoman.claims.seating.phrases import mention_at, top, verbal
from dragoman.claims.seating.seats import subject_of
from dragoman.model import Party


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who is meant; `sure` where the tree has one that clearly leads."""

    party: Party
    sure: bool


def antecedent(scene: Scene, pronoun: int, before: Party | None, *, thing: bool) -> Antecedent | None:
    """Whom the pronoun at a word index means; `before` is who acted last in the passage.

    `thing` where it may be nobody at all ("it began with air strikes"), so that only a subject above it counts.

    "The regime deployed fighters and intensified its strikes": the subject leads, not the name that stands nearest.
    Without a subject, "they" goes back to whom no preposition governs; "their" may go back to whoever was named last.
    """
    people = [m for m in scene.named if m.party and not m.adjective]
    if scene.tree is not None:
        leading = next(_subjects(scene.tree, scene, pronoun, people), None)
        if leading is not None and leading.party is not None:
            return Antecedent(leading.party, sure=True)
    if thing and scene.sentence[pronoun].key in scene.grammar.impersonal:
        return None
    owner = scene.sentence[pronoun].key in scene.grammar.possessives
    named = [m for m in people if m.last < pronoun and (owner or not m.governed) and _agrees(scene, pronoun, m)]
    party = named[-1].party if named else before
    return None if party is None else Antecedent(party, sure=False)


def _subjects(tree: Analysis, scene: Scene, pronoun: int, people: Sequence[Mention]) -> Iterator[Mention]:
    """The subjects of the clauses around a pronoun that it can mean, the nearest first."""
    word = scene.sentence[pronoun]
    node = tree.at(word.start, word.end)
    if node is None:
        return
    for verb in tree.above(node):
        subject = subject_of(tree, scene, verb, people) if verbal(tree, verb) else None
        if subject is None or node in tree.below(subject):
            continue
        meant = mention_at(tree, scene, subject, people)
        if meant is not None and meant.party is not None and _agrees(scene, pronoun, meant):
            yield meant


def _agrees(scene: Scene, pronoun: int, mention: Mention) -> bool:
    """Whether a pronoun of one can mean a mention: "it" is no rebels. "They" may be one army, and "ihre", "njihov"
    agree with what is owned.
    """
    if scene.tree is None:
        return True
    tree, word = scene.tree, scene.sentence[pronoun]
    node = tree.at(word.start, word.end)
    one = node is not None and tree.nodes[node].features.get("Number") == "Sing"
    possessive = word.key in scene.grammar.possessives and scene.grammar.inversion
    many = tree.nodes[top(tree, scene, mention)].features.get("Number") == "Plur"
    return possessive or not (one and many)


def of_owner(scene: Scene, actors: Sequence[Mention]) -> int | None:
    """The possessive before a common noun in the actor's seat ("their fighters"): it tells whose they are."""
    if len(actors) != 1 or not actors[0].generic or not actors[0].first:
        return None
    before = actors[0].first - 1
    return before if scene.sentence[before].key in scene.grammar.possessives else None
