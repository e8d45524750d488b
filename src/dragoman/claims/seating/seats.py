"""A verb's seats by the sentence's tree: who does it and to whom, or who suffers it and by whom.

The relations are those of Universal Dependencies, so the same few lines read every language. A seat of which the tree
says nothing is left to the names in reach (`roles`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene
from dragoman.claims.seating.phrases import Seat, cases, is_place, mention_at, nodes_of, seat_at, verbal
from dragoman.claims.tables import Frame

_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "expl:pass"})
_OWN_CLAUSE = frozenset({"ccomp", "csubj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a verb or noun of which the tree speaks; `passive` tells which of the two a verb's subject had."""

    node: int
    doer: Seat | None
    undergoer: Seat | None
    passive: bool

    @property
    def filled(self) -> bool:
        """Whether somebody or something sits in either."""
        return self.doer is not None or self.undergoer is not None


def seats(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Seats | None:
    """What the tree says of a verb's seats.

    None where there is no tree, where the trigger is no verb in it, and where the tree is plainly wrong: a verb with
    two subjects, or a place that does something, which no place does.
    """
    tree = scene.tree
    if tree is None or (verb := verb_of(tree, scene, trigger)) is None:
        return None
    if len(list(tree.hanging(verb, "nsubj"))) > 1:
        return None
    passive = is_passive(tree, verb)
    subject = subject_of(tree, scene, verb, people)
    if subject is None and _attribute(tree, verb):
        subject = tree.nodes[verb].head
        past = tree.nodes[verb].features.get("Tense") == "Past" and object_of(tree, verb) is None
        passive = passive or past
    doer, undergoer = (agent_of(tree, scene, verb), subject) if passive else (subject, object_of(tree, verb))
    if not passive and undergoer is not None and undergoer < verb and not _inverts(tree, scene, verb):
        doer, undergoer = undergoer, None  # "led to rebels seizing …"
    if not passive and scene.grammar.inversion and _disagree(tree, verb, doer, undergoer):
        doer, undergoer = undergoer, doer
    aimed = _aimed_at(tree, scene, trigger, verb)
    undergoer = undergoer if aimed is None else aimed
    if doer is not None and is_place(tree, scene, doer):
        return None
    if undergoer is not None and is_place(tree, scene, undergoer):
        undergoer = None
    sitting = seat_at(tree, scene, doer, people)
    if sitting is not None and sitting.mention is None:
        sitting = Seat(sitting.node, _wielder(tree, scene, sitting.node, people))
    return Seats(verb, sitting, seat_at(tree, scene, undergoer, people), passive)


def _inverts(tree: Analysis, scene: Scene, verb: int) -> bool:
    """Whether a verb's object may stand before it: where the language has it so, or a subject or relative stands by."""
    own = (child for relation in ("nsubj", "obj") for child in tree.hanging(verb, relation))
    return scene.grammar.inversion or any(
        tree.nodes[child].universal == "nsubj" or _is_relative(tree, child, verb) for child in own
    )


def meant_by_relative(scene: Scene, trigger: Found[Frame], places: Sequence[Mention]) -> Mention | None:
    """The place that a verb's relative pronoun means: "the airport, which has been surrounded …"."""
    tree = scene.tree
    if tree is None or trigger.payload.form != "verb" or (verb := verb_of(tree, scene, trigger)) is None:
        return None
    pronouns = (child for relation in ("nsubj", "obj") for child in tree.hanging(verb, relation))
    if not any(_is_relative(tree, child, verb) for child in pronouns):
        return None
    return next((m for m in places if tree.nodes[verb].head in nodes_of(tree, scene, m)), None)


def verb_of(tree: Analysis, scene: Scene, trigger: Found[Frame]) -> int | None:
    """The tree's verb among the trigger's own words: no auxiliary, and the innermost ("said that 12 were killed").

    One that is no clause of its own counts with the one above it: "did not let … pass", "forced … to leave". An idiom
    without its verb stands for the verb that it hangs on: "unter ihre Kontrolle", "ums Leben".
    """
    nodes = [tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own]
    own = {node for node in nodes if node is not None}
    found = {node for node in own if verbal(tree, node)}
    if not found and trigger.payload.form == "verb" and len(own) > 1:
        found = _above(tree, own)
    inner = max(found, key=lambda node: (tree.nodes[node].upos != "AUX", tree.depth(node), -node), default=None)
    while inner is not None and tree.nodes[inner].universal not in _OWN_CLAUSE and tree.nodes[inner].head in found:
        inner = tree.nodes[inner].head
    return inner


def _above(tree: Analysis, own: set[int]) -> set[int]:
    """The verb on which the words of an idiom hang."""
    head = tree.nodes[min(own, key=lambda node: (tree.depth(node), node))].head
    return {head} if head >= 0 and tree.nodes[head].upos == "VERB" else set()


def _disagree(tree: Analysis, verb: int, before: int | None, after: int | None) -> bool:
    """Whether the verb's number is that of the noun behind it alone: "die Rebellen vertrieb der Staat".

    Only a singular tells: the model guesses the number of a verb whose plural looks the same.
    """
    if before is None or after is None or not before < verb < after:
        return False
    forms = (verb, *(child for child in tree.children[verb] if tree.nodes[child].upos == "AUX"))
    told = {tree.nodes[form].features["Number"] for form in forms if "Number" in tree.nodes[form].features}
    first, second = (tree.nodes[node].features.get("Number") for node in (before, after))
    several = any(tree.nodes[child].universal in ("conj", "nummod") for child in tree.children[before])
    return told == {"Sing"} and (first, second) == ("Plur", "Sing") and not several


def is_passive(tree: Analysis, verb: int) -> bool:
    below = {tree.nodes[child].relation for child in tree.children[verb]}
    participle = tree.nodes[verb].features.get("Voice") == "Pass" and "obj" not in below
    return participle or not below.isdisjoint(_PASSIVE)


def subject_of(tree: Analysis, scene: Scene, verb: int, people: Sequence[Mention]) -> int | None:
    """The verb's own subject, or that of the verb that it is joined to, opens on or completes.

    Of two people at the verb above, "urged rebels to leave" means the second; "attacked rebels after capturing …" and
    "accused rebels of capturing …" do not tell by their tree whom they mean. "An offensive to retake …" has the subject
    of who launched it. Where subjects are dropped, a finite clause goes on with the one above it.
    """
    own = next(tree.hanging(verb, "nsubj"), None)
    word = tree.nodes[verb]
    if own is not None:
        return word.head if _is_relative(tree, own, verb) else own
    if word.head < 0:
        return None
    if not verbal(tree, word.head):
        aimed = word.universal == "acl" and marked(tree, verb)
        return bearer_of(tree, scene, word.head, people) if aimed else None
    other = _other(tree, scene, word.head, people)
    if word.universal == "xcomp" and other is not None:
        return other
    finite = _is_finite(tree, verb)
    if word.universal in ("ccomp", "advcl") and finite and scene.grammar.drops_pronouns:
        asked = _asked(tree, scene, word.head, people) if word.universal == "ccomp" else None
        return asked if asked is not None else _same_number(tree, scene, verb, people)
    free = other is None and not is_passive(tree, word.head)
    opening = word.universal == "advcl" and not finite and free
    return subject_of(tree, scene, word.head, people) if opening or word.universal in ("conj", "xcomp") else None


def _is_finite(tree: Analysis, verb: int) -> bool:
    """Whether a verb stands in a form of its own or with an auxiliary that does: "da su zauzeli"."""
    auxiliaries = (child for child in tree.children[verb] if tree.nodes[child].upos == "AUX")
    return any(tree.nodes[form].features.get("VerbForm") == "Fin" for form in (verb, *auxiliaries))


def bearer_of(tree: Analysis, scene: Scene, noun: int, people: Sequence[Mention]) -> int | None:
    """Who carries out what a noun names, by its light verb: "rebels launched an offensive", "a raid was flown by …".

    A clause about it tells it too ("the offensive led by rebels", "that rebels began"), and "dozens of raids" have
    whoever flew the dozens. Verbs that are not light say what others do ("the army repelled an attack"), but for what
    they do it with ("supported the advance with air strikes").
    """
    led = (_launching(tree, scene, child) for child in tree.hanging(noun, "acl") if _is_light(tree, scene, child))
    told = next((agent for agent in led if agent is not None), None)
    word = tree.nodes[noun]
    if told is None and any(case in scene.grammar.answerable for case in cases(tree, noun)):
        told = next(tree.hanging(noun, "nsubj"), None)  # "the army was behind the raid"
    if told is not None or word.head < 0:
        return told
    if not verbal(tree, word.head):
        return _answerable(tree, scene, noun, people)
    passive = is_passive(tree, word.head)
    if not _is_light(tree, scene, word.head):
        led_by = cases(tree, noun)
        means = word.universal == "obl" and bool(led_by) and all(case in scene.grammar.means for case in led_by)
        return subject_of(tree, scene, word.head, people) if means and not passive else None
    if word.universal == "nsubj":
        return agent_of(tree, scene, word.head) if passive else None
    done = word.universal == "obj" or (word.universal == "obl" and _is_lightly_led(tree, scene, noun))
    return subject_of(tree, scene, word.head, people) if done and not passive else None


def _launching(tree: Analysis, scene: Scene, verb: int) -> int | None:
    """Who is named in a clause about a noun as the one who carries it out."""
    if is_passive(tree, verb):
        return agent_of(tree, scene, verb)
    own = next(tree.hanging(verb, "nsubj"), None)
    return None if own is None or _is_relative(tree, own, verb) else own


def _answerable(tree: Analysis, scene: Scene, noun: int, people: Sequence[Mention]) -> int | None:
    """Who carries out what hangs on a noun or an adjective: "dozens of raids", "responsible for the raid"."""
    above = tree.nodes[noun].head
    blamed = tree.lemma(above).lower() in scene.grammar.answerable and _is_lightly_led(tree, scene, noun)
    if not (blamed or _is_measured(tree, scene, noun) or _is_part(tree, scene, noun)):
        return None
    subject = next(tree.hanging(above, "nsubj"), None)
    return subject if blamed and subject is not None else bearer_of(tree, scene, above, people)


def _is_part(tree: Analysis, scene: Scene, noun: int) -> bool:
    """Whether a noun is a part of a happening told of: "an offensive with air strikes"."""
    head = tree.nodes[tree.nodes[noun].head]
    own = (scene.sentence[index] for trigger in scene.triggers for index in trigger.own)
    happening = any(word.start < head.end and head.start < word.end for word in own)
    return happening and all(case in scene.grammar.deed_cases for case in cases(tree, noun))


def _is_lightly_led(tree: Analysis, scene: Scene, noun: int) -> bool:
    """Whether a preposition of light verbs leads a noun: "prepare for an offensive", "drohte mit einem Angriff"."""
    return all(case in scene.grammar.light_cases for case in cases(tree, noun))


def _is_light(tree: Analysis, scene: Scene, verb: int) -> bool:
    return verbal(tree, verb) and tree.lemma(verb).lower() in scene.grammar.light_verbs


def _is_measured(tree: Analysis, scene: Scene, noun: int) -> bool:
    """Whether a noun is joined to another or tells what there are so many of: "shelling and raids", "dozens of"."""
    if tree.nodes[noun].universal in ("conj", "appos"):
        return True
    return tree.nodes[noun].universal == "nmod" and all(case in scene.grammar.genitives for case in cases(tree, noun))


def _other(tree: Analysis, scene: Scene, verb: int, people: Sequence[Mention]) -> int | None:
    """A person in a verb's object or dative: "urged rebels to leave", "es gelang den Rebellen, … einzunehmen"."""
    named = _named(tree, scene, people)
    objects = [child for relation in ("obj", "iobj", "obl") for child in tree.hanging(verb, relation)]
    bare = (child for child in objects if tree.nodes[child].relation != "obl" and not cases(tree, child))
    return next((child for child in bare if child in named), None)


def _asked(tree: Analysis, scene: Scene, verb: int, people: Sequence[Mention]) -> int | None:
    """Of whom something is asked: "zatražili smo od vojske da nastavi …", "naredio je postrojbama da se povuku"."""
    named = _named(tree, scene, people)
    asked = (child for relation in ("iobj", "obj", "obl") for child in tree.hanging(verb, relation) if child in named)
    return next((child for child in asked if all(case in scene.grammar.asked for case in cases(tree, child))), None)


def _same_number(tree: Analysis, scene: Scene, verb: int, people: Sequence[Mention]) -> int | None:
    """The subject of the clause above, where verb and subject are both of one or both of many."""
    subject = subject_of(tree, scene, tree.nodes[verb].head, people)
    if subject is None:
        return None
    own, other = (tree.nodes[node].features.get("Number") for node in (verb, subject))
    return subject if own == other else None


def _named(tree: Analysis, scene: Scene, people: Iterable[Mention]) -> frozenset[int]:
    return frozenset(node for mention in people for node in nodes_of(tree, scene, mention))


def _is_relative(tree: Analysis, subject: int, verb: int) -> bool:
    """Whether a subject is a relative pronoun, so that the noun is meant; not in "demands that they withdraw"."""
    clause, word = tree.nodes[verb], tree.nodes[subject]
    pronoun = word.upos in ("PRON", "DET") and "Person" not in word.features
    return pronoun and clause.universal == "acl" and clause.head >= 0 and not marked(tree, verb)


def marked(tree: Analysis, verb: int) -> bool:
    """Whether a conjunction opens the clause: "an attack to retake …", "accused of shelling …", "demands that …"."""
    return next(tree.hanging(verb, "mark"), None) is not None


def _attribute(tree: Analysis, verb: int) -> bool:
    """Whether a participle says of its noun what was done to it or by it: "the fighters captured in …"."""
    word = tree.nodes[verb]
    participle = word.features.get("VerbForm") in ("Part", "Ger")
    return word.relation in ("acl", "amod") and participle and word.head >= 0 and not marked(tree, verb)


def object_of(tree: Analysis, verb: int) -> int | None:
    """What the verb is done to; the noun before "which the rebels captured"."""
    found = (next(tree.hanging(verb, relation), None) for relation in ("obj", "iobj"))
    own = next((node for node in found if node is not None), None)
    return tree.nodes[verb].head if own is not None and _is_relative(tree, own, verb) else own


def _aimed_at(tree: Analysis, scene: Scene, trigger: Found[Frame], verb: int) -> int | None:
    """Whom a preposition among the trigger's own words leads to: "fired on rebels", "missiles fired at the town"."""
    own = {tree.at(scene.sentence[index].start, scene.sentence[index].end) for index in trigger.own}
    led = (child for child in tree.hanging(verb, "obl") if not own.isdisjoint(tree.hanging(child, "case")))
    return next((child for child in led if not is_led(tree, scene, child)), None)


def agent_of(tree: Analysis, scene: Scene, verb: int) -> int | None:
    """Who is named by "by", "von", "durch", "od strane"."""
    for child in tree.hanging(verb, "obl"):
        if tree.nodes[child].relation == "obl:agent" or is_led(tree, scene, child):
            return child
    return None


def is_led(tree: Analysis, scene: Scene, node: int) -> bool:
    """Whether an agent's preposition stands at the head of a noun's phrase."""
    first = min(tree.below(node))
    start, end = tree.nodes[first].start, tree.nodes[first].end
    return any(
        scene.sentence[agent.first].start < end and start < scene.sentence[agent.first].end for agent in scene.agents
    )


def _wielder(tree: Analysis, scene: Scene, thing: int, people: Sequence[Mention]) -> Mention | None:
    """Who set going what acts: "rebels fired shells that hit the market"."""
    node = tree.nodes[thing]
    if node.universal != "obj" or is_passive(tree, node.head):
        return None
    subject = subject_of(tree, scene, node.head, people)
    return None if subject is None else mention_at(tree, scene, subject, people)
