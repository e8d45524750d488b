"""Who does it and to whom by typed names in reach of a trigger: what is left where the tree says nothing.

A name's seat is chosen by the frame (active verb, passive, noun, state), by the preposition that governs it and by its
distance, where commas, conjunctions and other triggers count as extra words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene, best, bounds, clause, nothing
from dragoman.claims.tables import Frame
from dragoman.claims.words import Word

_SUBJECT_REACH = 30  # a subject may stand far off: relative clauses and appositions come between
_OBJECT_REACH = 12
_NOUN_REACH = 5  # "Russian and Syrian air strikes": an actor before its noun
_LIGHT_VERB = 8  # "they have since carried out several heavy …"
_OWNER_REACH = 4  # "their renewed heavy shelling"
_AGENT_REACH = 9  # "by … fighters", "on … positions"
# Verbs of these always name whom they befall, so that without an object they are passives.
_DONE_TO_PEOPLE = frozenset({"killing", "injury", "detention", "abduction", "displacement"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Who sits on either side of a trigger; `swapped` where the subject suffers what the verb tells."""

    doer: Mention | None
    undergoer: Mention | None
    rule: str
    swapped: bool
    pronoun: int | None = None  # the word index of a pronoun in the doer's seat


def of_verb(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], *, passive: bool) -> Pair:
    """The pair of a verb; `passive` where its subject suffers it."""
    return _passive(scene, trigger, people) if passive else _active(scene, trigger, people)


def of_noun(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Pair:
    """The pair of a noun or a state: its agent, its owner, or the subject of its light verb."""
    agent = _holder(scene, trigger, people) or _agent(scene, trigger, people)
    owner = _owner(scene, trigger, people) if agent is None else None
    rest = [m for m in people if m is not agent and m is not owner]
    other = _governed_right(scene, trigger, rest)
    doer, rule = (agent, "roles.agent") if agent else (owner, "roles.owner")
    pronoun = None
    if doer is None and not _counts_people(scene, trigger):
        rest = [m for m in rest if m is not other]
        doer, rule = _left(scene, trigger, rest), "roles.light_verb"
        pronoun = _pronoun(scene, trigger, doer)
        if pronoun is not None:
            doer = None
    return Pair(doer, other, rule, swapped=trigger.payload.subject == "target", pronoun=pronoun)


def _counts_people(scene: Scene, trigger: Found[Frame]) -> bool:
    """Whether a noun of harm means those harmed ("26 wounded"): whoever does something with them did not do it."""
    if trigger.payload.type not in ("killing", "injury"):
        return False
    found = scene.grammar.counted.find(scene.sentence[trigger.first : trigger.last + 1])
    return any(item.payload.what in ("killed", "injured") for item in found)


def is_passive(scene: Scene, trigger: Found[Frame]) -> bool:
    """Whether a verb stands in the passive: a participle with its auxiliary in the clause, or with an agent."""
    grammar, sentence = scene.grammar, scene.sentence
    verb = sentence[trigger.first]
    if verb.key not in grammar.participles:
        return False
    if (
        trigger.payload.type in _DONE_TO_PEOPLE
        and trigger.payload.subject == "actor"
        and not grammar.inversion  # a verb at the end has its object before it
        and _objectless(scene, trigger)
    ):
        return True
    before = _before(scene, trigger.first)
    if grammar.inversion:
        return any(w.key in grammar.auxiliaries for w in clause(scene, trigger))
    if any(w.key in grammar.auxiliaries for w in before):
        return True
    return _agent(scene, trigger, scene.named) is not None and not _has_subject_right_before(scene, trigger)


def _objectless(scene: Scene, trigger: Found[Frame]) -> bool:
    """Whether no object can follow: "12 rebels killed in …" is a passive without its auxiliary."""
    after = scene.sentence[trigger.last + 1] if trigger.last + 1 < len(scene.sentence) else None
    grammar = scene.grammar
    return (
        after is None
        or after.is_sign
        or after.key in grammar.breaks
        or after.key in grammar.coordination
        or grammar.preposition(after.key)
    )


def _before(scene: Scene, index: int) -> list[Word]:
    """The words right before a verb in its own clause, without those of names ("IS attacked")."""
    named = {i for m in scene.named for i in range(m.first, m.last + 1)}
    words: list[Word] = []
    for i in range(index - 1, max(-1, index - 5), -1):
        if scene.sentence[i].is_sign or scene.sentence[i].key in scene.grammar.breaks:
            break
        if i not in named:
            words.append(scene.sentence[i])
    return words


def _has_subject_right_before(scene: Scene, trigger: Found[Frame]) -> bool:
    return any(m.last == trigger.first - 1 and m.party and not m.governed for m in scene.named)


def _passive(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Pair:
    undergoer = _left(scene, trigger, people)
    if undergoer is None and scene.grammar.inversion:
        undergoer = _right(scene, trigger, people, free=True)
    if undergoer is None:
        undergoer = _governed_right(scene, trigger, people)  # "missiles fired on rebels"
    return Pair(_agent(scene, trigger, people), undergoer, "roles.passive", swapped=False)


def _active(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Pair:
    subject = _first(scene, trigger, people) or _left(scene, trigger, people)
    pronoun = _pronoun(scene, trigger, subject)
    if subject is None and pronoun is None and scene.grammar.inversion:
        subject = _right(scene, trigger, people, free=True)
    rest = [m for m in people if m is not subject]
    other = _right(scene, trigger, rest, free=False) or _agent(scene, trigger, rest)
    if other is None and scene.grammar.inversion:
        other = _between(scene, trigger, rest, subject)
    doer = subject if pronoun is None else None
    return Pair(doer, other, "roles.active", swapped=trigger.payload.subject == "target", pronoun=pronoun)


def _holder(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """Who stands right behind a state: "under the control of …", "in the hands of …"."""
    if trigger.payload.form != "state":
        return None
    after = (m for m in people if m.first > trigger.last and not m.adjective)
    return best(scene, trigger, after, 3, nothing)


def _first(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """The subject of a verb that ends its clause: the first free actor since the clause began; the object follows."""
    after = scene.sentence[trigger.last + 1] if trigger.last + 1 < len(scene.sentence) else None
    ends = after is None or after.is_sign or after.key in scene.grammar.coordination or scene.grammar.verbal(after.key)
    if not scene.grammar.inversion or not ends or scene.sentence[trigger.first - 1].key == "zu":
        return None
    start = trigger.first
    while start > 0 and not bounds(scene, start - 1):
        start -= 1
    free = (m for m in people if start <= m.first and m.last < trigger.first)
    return next((m for m in free if not (m.governed or m.adjective or m.located)), None)


def _left(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """The subject: the nearest actor before the trigger that no preposition governs."""
    before = [m for m in people if m.last < trigger.first and not m.adjective and not m.located]
    free = best(scene, trigger, (m for m in before if not m.governed), _SUBJECT_REACH, nothing)
    return free or best(scene, trigger, before, _OBJECT_REACH // 2, nothing)


def _right(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], *, free: bool) -> Mention | None:
    after = [
        m
        for m in people
        if m.first > trigger.last and not m.located and not m.adjective and not _next_subject(scene, trigger, m)
    ]
    if free:
        after = [m for m in after if not m.governed]
    return best(scene, trigger, after, _OBJECT_REACH if not free else 8, lambda m: 3 * m.governed)


def _next_subject(scene: Scene, trigger: Found[Frame], mention: Mention) -> bool:
    """Whether a mention behind a comma is the subject of the verb right behind it."""
    if mention.governed or not any(w.text == "," for w in scene.sentence[trigger.last + 1 : mention.first]):
        return False
    return any(0 < t.first - mention.last <= 2 and t.payload.form == "verb" for t in scene.triggers if t is not trigger)


def _between(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], subject: Mention | None) -> Mention | None:
    """The object of a verb that ends its clause: it stands between subject and verb."""
    floor = subject.last if subject else -1
    inside = [m for m in people if floor < m.first and m.last < trigger.first and not m.located and not m.adjective]
    return best(scene, trigger, inside, _OBJECT_REACH, lambda m: 4 * m.governed)


def _taken(scene: Scene, agent: Found[bool], trigger: Found[Frame]) -> bool:
    """Whether an attributive participle between has the agent: "die von den Rebellen gehaltenen Viertel"."""
    return any(
        agent.last < t.first < trigger.first
        and t.payload.form == "verb"
        and scene.sentence[t.first].key not in scene.grammar.participles
        for t in scene.triggers
    )


def _agent(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """Who is named by an agent's preposition: "by", "durch", "od strane"."""
    for agent in scene.agents:
        if trigger.last < agent.first and sum(scene.costs[trigger.last + 1 : agent.first]) <= _AGENT_REACH:
            if trigger.payload.form != "verb" and _of_another(scene, trigger, agent.first):
                continue
            after = [m for m in people if m.party and agent.last < m.first <= agent.last + 5]
            if after:
                return after[0]
        elif scene.grammar.inversion and agent.last < trigger.first and not _taken(scene, agent, trigger):
            inside = [
                m for m in people if m.party and agent.last < m.first <= agent.last + 4 and m.last < trigger.first
            ]
            if inside and sum(scene.costs[agent.last + 1 : trigger.first]) <= _AGENT_REACH + 4:
                return inside[0]
    return None


def _of_another(scene: Scene, trigger: Found[Frame], agent: int) -> bool:
    """Whether an agent after a noun is a verb's ("was repelled by") or a participle's ("der von X eroberten")."""
    between = scene.sentence[trigger.last + 1 : agent]
    attribute = scene.grammar.inversion and bool(between) and between[-1].key in scene.grammar.articles
    return attribute or any(scene.grammar.verbal(word.key) for word in between)


def _owner(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """Whose it is: an actor right before the noun ("Russian air strikes"), or a genitive right after it."""
    before = [m for m in people if m.last < trigger.first and not _cut(scene, m.last + 1, trigger.first)]
    near = best(scene, trigger, before, _NOUN_REACH - 2, nothing)
    if near is not None:
        return near
    if scene.grammar.inversion and trigger.payload.subject == "actor":
        after = [m for m in people if m.first > trigger.last and not _cut(scene, trigger.last + 1, m.first)]
        return best(scene, trigger, after, 2, nothing)
    return None


def _cut(scene: Scene, first: int, last: int) -> bool:
    return any(
        w.is_sign or scene.grammar.preposition(w.key) or w.key in scene.grammar.breaks or scene.grammar.verbal(w.key)
        for w in scene.sentence[first:last]
    )


def _governed_right(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """To whom a noun happens: an actor under "on", "against", "auf", "na" after it."""
    after = [m for m in people if m.first > trigger.last and m.governed]
    near = best(scene, trigger, after, _AGENT_REACH, nothing)
    if near is None:
        return None
    opened = scene.sentence[trigger.last + 1 : near.first]
    return near if any(w.key in scene.grammar.objects_of_nouns for w in opened) else None


def _pronoun(scene: Scene, trigger: Found[Frame], subject: Mention | None) -> int | None:
    """A pronoun in the subject's seat, nearer than any named subject: right before its verb, or as a noun's owner."""
    grammar, verb = scene.grammar, trigger.payload.form == "verb"
    reach = (12 if grammar.inversion else 5) if verb else _LIGHT_VERB
    floor = max(subject.last if subject else -1, trigger.first - reach)
    for index in range(trigger.first - 1, floor, -1):
        word = scene.sentence[index]
        personal = word.key in grammar.pronouns and (verb or _is_subject(scene, index))
        near = verb or trigger.first - index < _OWNER_REACH
        owner = word.key in grammar.possessives and near and not (verb and grammar.inversion)
        if owner or personal:
            return index
        if word.is_sign or word.key in grammar.breaks or (not verb and grammar.preposition(word.key)):
            return None
    return None


def _is_subject(scene: Scene, index: int) -> bool:
    """Whether a pronoun before a light verb is somebody: "it had carried out …" is, "it began with …" is not."""
    grammar, after = scene.grammar, scene.sentence[index + 1] if index + 1 < len(scene.sentence) else None
    return scene.sentence[index].key not in grammar.impersonal or (after is not None and grammar.verbal(after.key))
