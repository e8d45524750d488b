"""Who does it, to whom and where: by the sentence's tree, else by typed names in reach of a trigger.

A verb's seats are read by `seats`, a noun's by `nouns`; what the tree leaves open, `reach` fills where the tree allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene, apart, with_coordinated
from dragoman.claims.seating.nouns import VIOLENT, noun_of, noun_seats
from dragoman.claims.seating.phrases import Seat, clause_below, holds, may_act, nodes_of, within_reach
from dragoman.claims.seating.placing import places_of
from dragoman.claims.seating.reach import Pair, is_passive, of_noun, of_verb
from dragoman.claims.seating.seats import Seats, meant_by_relative, seats, verb_of
from dragoman.claims.tables import Frame
from dragoman.claims.words import first_at

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


def roles(scene: Scene, trigger: Found[Frame], speakers: frozenset[int]) -> Roles:
    """The slots of one trigger; who begins at a word index in `speakers` speaks, and acts where the tree says so."""
    trigger = _stem(trigger)
    people = [m for m in scene.named if m.party and not m.reports and apart(m, trigger)]
    found = _seated(scene, trigger, people, [m for m in people if m.first not in speakers])
    used = {m.first for m in (*found.actors, *found.targets)}
    candidates = [m for m in scene.named if m.where and m.first not in used and m.first not in speakers]
    meant = meant_by_relative(scene, trigger, candidates)
    places = (meant,) if meant else places_of(scene, trigger, candidates)
    filled = (*found.actors, *found.targets, *places)
    rules = (*found.rules, BY_NAME) if any(mention.read for mention in filled) else found.rules
    return Roles(found.actors, found.targets, places, rules, found.pronoun)


def _seated(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], silent: Sequence[Mention]) -> Roles:
    """The two seats as the tree tells them, and by reach what it leaves open, from those who only act."""
    verb = trigger.payload.form == "verb" and not _only_nouns(scene, trigger)
    told = seats(scene, trigger, people) if verb else noun_seats(scene, trigger, people)
    if verb:
        passive = told.passive if told and told.filled else is_passive(scene, trigger)
        reached = of_verb(scene, trigger, silent, passive=passive)
    else:
        reached = of_noun(scene, trigger, silent)
    found = _told(scene, told, reached, verb=verb) if told else _acting(scene, reached)
    marks = _marks(told, found) if told else (IN_REACH,)
    filled = _filled(scene, trigger, people, found)
    return replace(filled, rules=(*filled.rules, *marks))


def _only_nouns(scene: Scene, trigger: Found[Frame]) -> bool:
    """Whether the tree has a noun and no other verb among a trigger's words: "killed by rebel shelling"."""
    tree = scene.tree
    noun = None if tree is None else noun_of(tree, scene, trigger)
    return tree is not None and noun is not None and verb_of(tree, scene, trigger) in (None, noun)


def _acting(scene: Scene, reached: Pair) -> Pair:
    """A pair whose pronoun acts: "putting it out of service" has none that does."""
    if reached.pronoun is None or scene.tree is None:
        return reached
    word = scene.sentence[reached.pronoun]
    node = scene.tree.at(word.start, word.end)
    acts = node is None or scene.tree.nodes[node].universal in ("nsubj", "det", "nmod")
    return reached if acts else replace(reached, pronoun=None)


def _told(scene: Scene, told: Seats, reached: Pair, *, verb: bool) -> Pair:
    """The pair with what the tree says put over what is in reach; a pronoun's seat is left to the passage."""
    if not verb and reached.swapped:
        reached = replace(reached, doer=reached.undergoer, undergoer=reached.doer, swapped=False)
    doer, undergoer, pronoun = reached.doer, reached.undergoer, reached.pronoun
    if told.doer is not None:
        acting = _acting_below(scene, told.doer.node, doer)
        doer, pronoun = _sitting(scene, told.doer, told.doer.node, acting), _pronoun_in(scene, told.doer)
    elif verb:
        doer = _acting_below(scene, told.node, _allowed(scene, told, doer))
    else:
        doer, pronoun = _below(scene, told.node, doer), None
    if told.undergoer is not None and not _counted(scene, told.undergoer):
        suffering = undergoer if _in_clause(scene, told, undergoer) else None
        undergoer = _sitting(scene, told.undergoer, told.node, suffering)
    elif told.undergoer is not None:
        undergoer = _below(scene, told.undergoer.node, undergoer)  # "seven others": nobody of another clause
    else:
        undergoer = None if undergoer is None or undergoer.adjective else _allowed(scene, told, undergoer)
    if undergoer is doer:
        undergoer = None
    return replace(reached, doer=doer, undergoer=undergoer, pronoun=pronoun)


def _sitting(scene: Scene, seat: Seat, above: int, reached: Mention | None) -> Mention | None:
    """The mention in a seat; where a thing sits in it, who is in reach if they hang on the word `above`.

    "Injured by shells that rebels fired", "repelled an attack by rebels".
    """
    return seat.mention if seat.mention is not None else _below(scene, above, reached)


def _in_clause(scene: Scene, told: Seats, reached: Mention | None) -> bool:
    """Whether who is in reach stands in the trigger's own clause."""
    if reached is None or scene.tree is None:
        return False
    inside = set(clause_below(scene.tree, told.node))
    return any(node in inside for node in nodes_of(scene.tree, scene, reached))


def _acting_below(scene: Scene, node: int, reached: Mention | None) -> Mention | None:
    """Who is in reach, unless the object or a clause below a word tells of them."""
    if reached is None or scene.tree is None:
        return None
    return reached if may_act(scene.tree, scene, node, reached) else None


def _below(scene: Scene, node: int, reached: Mention | None) -> Mention | None:
    """Who is in reach, if they hang on a word."""
    if reached is None or scene.tree is None:
        return None
    return reached if holds(scene.tree, scene, node, reached) else None


def _allowed(scene: Scene, told: Seats, reached: Mention | None) -> Mention | None:
    """Who is in reach, unless the tree puts them into another clause."""
    if reached is None or scene.tree is None:
        return None
    return reached if within_reach(scene.tree, scene, told.node, reached) else None


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
    here = keys[0] in grammar.pronouns or keys[0] in grammar.possessives
    return indexes[0] if here else next(owners, None)


def _marks(told: Seats, reached: Pair) -> tuple[str, ...]:
    """Which seats the tree filled, and whether another was filled by reach."""
    by_reach = (told.doer is None and reached.doer) or (told.undergoer is None and reached.undergoer)
    return (BY_TREE, IN_REACH) if by_reach else (BY_TREE,)


def _filled(scene: Scene, trigger: Found[Frame], people: Sequence[Mention], pair: Pair) -> Roles:
    """The two seats with those coordinated to whoever sits there."""
    doer, undergoer, swapped = pair.doer, pair.undergoer, pair.swapped
    befalls = trigger.payload.type in VIOLENT or trigger.payload.type == "evacuation"
    if doer and doer.harmless and not swapped and befalls:  # "attacks on civilians in …"
        doer, undergoer = None, undergoer or doer
    actors = _each_once(with_coordinated(scene, doer, people, trigger))
    targets = _each_once(with_coordinated(scene, undergoer, people, trigger), actors)
    if swapped:
        actors, targets = targets, actors
    if swapped and not targets and trigger.payload.type in VIOLENT and all(m.harmless for m in actors):
        actors, targets = (), actors
    if trigger.payload.object == "none" or (swapped and trigger.payload.type == "withdrawal"):
        targets = ()  # who drives others out does not withdraw, and nobody withdraws to them
    if trigger.payload.type in VIOLENT:
        targets = tuple(m for m in targets if m.where is None and not m.adjective)  # "Syria's largest city"
    rule = pair.rule + (".inverse" if swapped else "")
    return Roles(actors, targets, (), (rule,), pair.pronoun if not swapped else None)


def _each_once(seated: Sequence[Mention], others: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """The mentions of a seat, nobody twice ("Doctors Without Borders (MSF)") and none of `others`."""
    taken = {_identity(mention) for mention in others}
    return tuple({_identity(m): m for m in reversed(seated) if _identity(m) not in taken}.values())[::-1]


def _identity(mention: Mention) -> str | int:
    """What two mentions of one party share: its id, else the place of its words."""
    return mention.first if mention.party is None or mention.party.id is None else mention.party.id


def _stem(trigger: Found[Frame]) -> Found[Frame]:
    """A trigger up to its first gap, so that what stands inside a split verb ("griff … an") is to its right."""
    last = trigger.own[0]
    while last + 1 in trigger.own:
        last += 1
    return Found(trigger.first, last, trigger.own, trigger.pattern, trigger.payload)
