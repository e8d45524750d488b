"""A noun's seats by the sentence's tree: whose it is, by whom, on whom ("Russia's air strikes on rebels").

Who carries out what a noun names stands beside it (an owner, an agent, a genitive) or at its light verb ("rebels
launched an offensive"); whom it befalls stands behind a preposition, or in the genitive of a noun made from a verb
("the killing of rebels", "Beschuss der Rebellen", "izvlačenje civila").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene
from dragoman.claims.seating.phrases import cases, mention_at, seat_at, verbal
from dragoman.claims.seating.seats import Seats, agent_of, bearer_of, is_led, is_passive, object_of, subject_of, verb_of
from dragoman.claims.tables import Frame

# Happenings that whoever stands in the genitive does ("the withdrawal of rebels"), and those that befall them.
_MOVES = frozenset({"offensive", "withdrawal", "deployment", "clash", "control", "statement", "demand", "threat"})
_BEFALLS = frozenset(
    {"killing", "injury", "detention", "abduction", "displacement", "destruction", "evacuation", "besieged"}
)
# What civilians do not do, and what harms whoever it befalls.
VIOLENT = frozenset(
    [
        *("offensive", "attack", "airstrike", "shelling", "bombing", "suicide_attack", "chemical_attack", "siege"),
        *("killing", "injury", "destruction", "detention", "abduction", "displacement"),
    ]
)
_OWNING = frozenset({"nmod:poss", "amod", "compound", "det", "det:poss", "flat"})


def noun_seats(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Seats | None:
    """What the tree says of a noun's seats; None where there is no tree, or no noun in it."""
    tree = scene.tree
    if tree is None or (noun := noun_of(tree, scene, trigger)) is None:
        return None
    harming = _harming(tree, scene, noun) if trigger.payload.type in VIOLENT else None
    objective = harming is None and _is_objective(tree, scene, trigger, noun)
    found = [(_side(tree, scene, child, objective), child) for child in _hanging(tree, scene, noun, people)]
    own = {tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own}
    owners = (child for child in _owners(tree, scene, noun, people) if child not in own)
    doers = [*owners, *(child for side, child in found if side == "doer")]
    undergoers = [child for side, child in found if side == "undergoer"]
    doer = doers[0] if doers else bearer_of(tree, scene, noun, people)
    undergoer = undergoers[0] if undergoers else None
    if harming is not None:
        does, suffers = _of_deed(tree, scene, noun, harming, people)
        doer, undergoer = (does if doer is None else doer), (suffers if undergoer is None else undergoer)
    return Seats(noun, seat_at(tree, scene, doer, people), seat_at(tree, scene, undergoer, people), passive=False)


def noun_of(tree: Analysis, scene: Scene, trigger: Found[Frame]) -> int | None:
    """The noun among the trigger's own words that the others hang on."""
    spans = [(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own]
    own = [node for node in (tree.at(*span) for span in spans) if node is not None]
    nouns = [node for node in own if _is_nominal(tree, node)]
    return next((node for node in nouns if tree.nodes[node].head not in nouns), None)


def _is_nominal(tree: Analysis, node: int) -> bool:
    """Whether a word is a noun, or a gerund that stands as one: a preposition led it, "by rebel shelling"."""
    return tree.nodes[node].upos in ("NOUN", "PROPN") or bool(cases(tree, node))


def _owners(tree: Analysis, scene: Scene, noun: int, people: Sequence[Mention]) -> Iterator[int]:
    """Whose it is: "Russian", "the rebels'", "their" before the noun."""
    for child in tree.children[noun]:
        if tree.nodes[child].relation not in _OWNING or verbal(tree, child):
            continue
        if tree.nodes[child].text.lower() in scene.grammar.possessives or mention_at(tree, scene, child, people):
            yield child


def _hanging(tree: Analysis, scene: Scene, noun: int, people: Sequence[Mention]) -> Iterator[int]:
    """The people behind a noun, and those behind the light verb whose object it is ("flew raids … on rebels")."""
    word = tree.nodes[noun]
    below = list(tree.hanging(noun, "nmod"))
    below += _of_participle(tree, noun)
    if word.universal == "obj" or word.relation == "nsubj:pass":
        below += list(tree.hanging(word.head, "obl"))
    return (child for child in below if (m := mention_at(tree, scene, child, people)) and not m.adjective)


def _of_participle(tree: Analysis, noun: int) -> Iterator[int]:
    """The phrases of a participle that tells of a noun or stands right behind it: "missiles fired on rebels"."""
    told = [child for child in tree.children[noun] if tree.nodes[child].universal == "acl" and verbal(tree, child)]
    behind = noun + 1
    if behind < len(tree.nodes) and tree.nodes[behind].features.get("Voice") == "Pass" and behind not in told:
        told.append(behind)
    return (own for participle in told for own in tree.children[participle] if tree.nodes[own].relation == "obl")


def _harming(tree: Analysis, scene: Scene, noun: int) -> int | None:
    """The verb of harm that a noun of violence goes with: "killed ten in an attack", "the attack killed ten"."""
    word = tree.nodes[noun]
    means = word.universal == "nsubj" or word.relation == "obl:agent" or is_led(tree, scene, noun)
    if not means and not (word.universal == "obl" and set(cases(tree, noun)) <= scene.grammar.deed_cases):
        return None
    verbs = (t for t in scene.triggers if t.payload.form == "verb" and t.payload.type in VIOLENT)
    return word.head if any(verb_of(tree, scene, verb) == word.head for verb in verbs) else None


def _of_deed(
    tree: Analysis, scene: Scene, noun: int, verb: int, people: Sequence[Mention]
) -> tuple[int | None, int | None]:
    """Who harms and who is harmed at a verb of harm, as far as it is not the noun itself that harms."""
    passive, subject = is_passive(tree, verb), subject_of(tree, scene, verb, people)
    doer, undergoer = (agent_of(tree, scene, verb), subject) if passive else (subject, object_of(tree, verb))
    return (None if doer == noun else doer), (None if undergoer == noun else undergoer)


def _side(tree: Analysis, scene: Scene, child: int, objective: bool) -> str | None:
    """Which seat the words before a name give it: a genitive, "by", or "on"."""
    grammar, led = scene.grammar, cases(tree, child)
    if tree.nodes[child].universal == "nmod" and all(case in grammar.genitives for case in led):
        return "undergoer" if objective else "doer"
    if is_led(tree, scene, child):
        return "doer"
    return "undergoer" if any(case in grammar.objects_of_nouns for case in led) else None


def _is_objective(tree: Analysis, scene: Scene, trigger: Found[Frame], noun: int) -> bool:
    """Whether a noun's genitive names whom it befalls: "the bombing of rebels", not "the offensive of the rebels"."""
    type_ = trigger.payload.type
    made = tree.nodes[noun].text.lower() in scene.grammar.verbal_nouns
    return type_ in _BEFALLS or (made and type_ not in _MOVES)
