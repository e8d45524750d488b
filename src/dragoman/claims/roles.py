"""Who does it, to whom and where: by the sentence's tree, else by typed names in reach of a trigger.

Without a tree, a name's seat is chosen by the frame (active verb, passive, noun, state), by the preposition that
governs it and by its distance, where commas, conjunctions and other triggers count as extra words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.placing import places_of
from dragoman.claims.scene import Scene, apart, best, bounds, clause, nothing, with_coordinated
from dragoman.claims.seats import Seat, Seats, holds, seats
from dragoman.claims.tables import Frame
from dragoman.claims.words import Word, first_at

_SUBJECT_REACH = 30  # a subject may stand far off: relative clauses and appositions come between
_OBJECT_REACH = 12
_NOUN_REACH = 5  # "Russian and Syrian air strikes": an actor before its noun
_LIGHT_VERB = 8  # "they have since carried out several heavy …"
_OWNER_REACH = 4  # "their renewed heavy shelling"
_AGENT_REACH = 9  # "by … fighters", "on … positions"
# What civilians do not do, so that they sit in the other seat ("attacks on civilians in …").
_VIOLENCE = frozenset(
    [
        "offensive",
        "attack",
        "airstrike",
        "shelling",
        "bombing",
        "suicide_attack",
        "chemical_attack",
        "siege",
        "killing",
        "injury",
        "destruction",
        "detention",
        "abduction",
        "displacement",
    ]
)
# Verbs of these always name whom they befall, so that without an object they are passives.
_DONE_TO_PEOPLE = frozenset({"killing", "injury", "detention", "abduction", "displacement"})


# How a claim's seats were filled: by the sentence's tree, or by typed names in reach of the trigger.
BY_TREE, IN_REACH = "roles.tree", "roles.reach"
# A seat or a place has a name that no pack knows, read by the language model.
BY_NAME = "names.read"


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions that fill a claim's slots, the rules that put them there, and whether a seat was taken over."""

    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    rules: tuple[str, ...] = ()
    pronoun: int | None = None  # the word index of a pronoun in the actor's seat


@dataclass(frozen=True, slots=True)
class _Pair:
    """Who sits on either side of a trigger; `swapped` where the subject suffers what the verb tells."""

    doer: Mention | None
    undergoer: Mention | None
    rule: str
    swapped: bool
    pronoun: int | None = None  # the word index of a pronoun in the doer's seat


def roles(scene: Scene, trigger: Found[Frame], speakers: frozenset[int]) -> Roles:
    """The slots of one trigger; mentions that begin at a word index in `speakers` speak and do not act."""
    trigger = _stem(trigger)
    people = [m for m in scene.named if m.party and m.first not in speakers and not m.reports and apart(m, trigger)]
    found = _verb(scene, trigger, people) if trigger.payload.form == "verb" else _noun(scene, trigger, people)
    used = {m.first for m in (*found.actors, *found.targets)}
    places = places_of(
        scene, trigger, [m for m in scene.named if m.where and m.first not in used and m.first not in speakers]
    )
    filled = (*found.actors, *found.targets, *places)
    rules = (*found.rules, BY_NAME) if any(mention.read for mention in filled) else found.rules
    return Roles(found.actors, found.targets, places, rules, found.pronoun)


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


def _verb(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Roles:
    told = seats(scene, trigger, people)
    reached = _passive(scene, trigger, people) if _suffers(scene, trigger, told) else _active(scene, trigger, people)
    found = _told(scene, told, reached) if told else reached
    marks = _marks(told, reached) if told else (IN_REACH,)
    seated = _seated(scene, trigger, people, found)
    return replace(seated, rules=(*seated.rules, *marks))


def _suffers(scene: Scene, trigger: Found[Frame], told: Seats | None) -> bool:
    """Whether the verb's subject suffers it: by the tree, else by the words around it."""
    return told.passive if told else is_passive(scene, trigger)


def _passive(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> _Pair:
    undergoer = _left(scene, trigger, people)
    if undergoer is None and scene.grammar.inversion:
        undergoer = _right(scene, trigger, people, free=True)
    if undergoer is None:
        undergoer = _governed_right(scene, trigger, people)  # "missiles fired on rebels"
    return _Pair(_agent(scene, trigger, people), undergoer, "roles.passive", swapped=False)


def _active(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> _Pair:
    subject = _first(scene, trigger, people) or _left(scene, trigger, people)
    pronoun = _pronoun(scene, trigger, subject)
    if subject is None and pronoun is None and scene.grammar.inversion:
        subject = _right(scene, trigger, people, free=True)
    rest = [m for m in people if m is not subject]
    other = _right(scene, trigger, rest, free=False) or _agent(scene, trigger, rest)
    if other is None and scene.grammar.inversion:
        other = _between(scene, trigger, rest, subject)
    doer = subject if pronoun is None else None
    return _Pair(doer, other, "roles.active", swapped=trigger.payload.subject == "target", pronoun=pronoun)


def _told(scene: Scene, told: Seats, reached: _Pair) -> _Pair:
    """The pair with what the tree says put over what is in reach; a pronoun's seat is left to the passage."""
    doer, undergoer, pronoun = reached.doer, reached.undergoer, reached.pronoun
    if told.doer is not None:
        doer, pronoun = _sitting(scene, told.doer, told.doer.node, doer), _pronoun_in(scene, told.doer)
    if told.undergoer is not None and not _counted(scene, told.undergoer):
        undergoer = _sitting(scene, told.undergoer, told.verb, undergoer)
    if undergoer is doer:
        undergoer = None
    return replace(reached, doer=doer, undergoer=undergoer, pronoun=pronoun)


def _sitting(scene: Scene, seat: Seat, above: int, reached: Mention | None) -> Mention | None:
    """The mention in a seat; where a thing sits in it, who is in reach if they hang on the word `above`.

    "Injured by shells that rebels fired", "repelled an attack by rebels".
    """
    if seat.mention is not None:
        return seat.mention
    return reached if reached is not None and holds(scene, above, reached) else None


def _counted(scene: Scene, seat: Seat) -> bool:
    """Whether a seat holds people who are only counted ("12 others were injured"): other words tell who they are."""
    if scene.tree is None or seat.mention is not None:
        return False
    node = scene.tree.nodes[seat.node]
    below = (scene.tree.nodes[child].universal for child in scene.tree.children[seat.node])
    return node.upos not in ("NOUN", "PROPN") or "nummod" in below


def _pronoun_in(scene: Scene, seat: Seat) -> int | None:
    """The word index of a pronoun that sits in a seat ("they") or owns who does ("its forces")."""
    if scene.tree is None or seat.mention is not None:
        return None
    nodes = (seat.node, *scene.tree.children[seat.node])
    indexes = [first_at(scene.sentence, scene.tree.nodes[node].start) for node in nodes]
    keys, grammar = [scene.sentence[index].key for index in indexes], scene.grammar
    owners = (index for index, key in zip(indexes[1:], keys[1:], strict=True) if key in grammar.possessives)
    return indexes[0] if keys[0] in grammar.pronouns else next(owners, None)


def _marks(told: Seats, reached: _Pair) -> tuple[str, ...]:
    """Which seats the tree filled, and whether another was filled by reach."""
    by_reach = (told.doer is None and reached.doer) or (told.undergoer is None and reached.undergoer)
    return (BY_TREE, IN_REACH) if by_reach else (BY_TREE,)


def _noun(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Roles:
    agent = _holder(scene, trigger, people) or _agent(scene, trigger, people)
    owner = _owner(scene, trigger, people) if agent is None else None
    rest = [m for m in people if m is not agent and m is not owner]
    other = _governed_right(scene, trigger, rest)
    doer, rule = (agent, "roles.agent") if agent else (owner, "roles.owner")
    pronoun = None
    if doer is None:
        rest = [m for m in rest if m is not other]
        doer, rule = _left(scene, trigger, rest), "roles.light_verb"
        pronoun = _pronoun(scene, trigger, doer)
        if pronoun is not None:
            doer = None
    swapped = trigger.payload.subject == "target"
    seated = _seated(scene, trigger, people, _Pair(doer, other, rule, swapped=swapped, pronoun=pronoun))
    return replace(seated, rules=(*seated.rules, IN_REACH))


def _holder(scene: Scene, trigger: Found[Frame], people: Sequence[Mention]) -> Mention | None:
    """Who stands right behind a state: "under the control of …", "in the hands of …"."""
    if trigger.payload.form != "state":
        return None
    after = (m for m in people if m.first > trigger.last and not m.adjective)
    return best(scene, trigger, after, 3, nothing)


def _seated(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], pair: _Pair) -> Roles:
    """The two seats with those coordinated to whoever sits there."""
    doer, undergoer, swapped = pair.doer, pair.undergoer, pair.swapped
    if doer and doer.harmless and not swapped and trigger.payload.type in _VIOLENCE:
        doer, undergoer = None, undergoer or doer
    actors = with_coordinated(scene, doer, people, trigger)
    targets = tuple(
        m for m in with_coordinated(scene, undergoer, people, trigger) if all(m.first != a.first for a in actors)
    )
    if swapped:
        actors, targets = targets, actors
    if trigger.payload.object == "none":
        targets = ()
    rule = pair.rule + (".inverse" if swapped else "")
    return Roles(actors, targets, (), (rule,), pair.pronoun if not swapped else None)


def _stem(trigger: Found[Frame]) -> Found[Frame]:
    """A trigger up to its first gap, so that what stands inside a split verb ("griff … an") is to its right."""
    last = trigger.own[0]
    while last + 1 in trigger.own:
        last += 1
    return Found(trigger.first, last, trigger.own, trigger.pattern, trigger.payload)


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
