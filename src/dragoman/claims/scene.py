"""A sentence with all that roles are read from, and how far its words stand from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.tables import Frame, Grammar
from dragoman.claims.words import Word

_SIGNS = {",": 2, ";": 9, ":": 6, "(": 3, ")": 3, "–": 4, "—": 4}
_BREAK = 5
_TRIGGER = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that roles are read from; `costs[i]` is the extra cost of crossing word i.

    `text` is the whole document's: the words' offsets point into it.
    """

    text: str
    sentence: Sequence[Word]
    named: Sequence[Mention]
    triggers: Sequence[Found[Frame]]
    grammar: Grammar
    costs: tuple[int, ...]
    agents: tuple[Found[bool], ...]  # "by", "durch", "od strane"
    tree: Analysis | None = None

    def distance(self, trigger: Found[Frame], mention: Mention) -> int:
        """The words between a trigger and a mention, with what they cost."""
        if mention.last < trigger.first:
            return sum(self.costs[mention.last + 1 : trigger.first])
        if mention.first > trigger.last:
            return sum(self.costs[trigger.last + 1 : mention.first])
        return 0


def scene(
    text: str,
    sentence: Sequence[Word],
    named: Sequence[Mention],
    triggers: Sequence[Found[Frame]],
    grammar: Grammar,
    tree: Analysis | None,
) -> Scene:
    """A sentence made ready for `roles`."""
    verbs = {t.first for t in triggers if t.payload.form == "verb"}
    inside = {i for m in named for i in range(m.first, m.last + 1)}
    costs = tuple(
        (1 if i in inside else 1 + _SIGNS.get(w.text, 0) + _BREAK * (w.key in grammar.breaks) + _TRIGGER * (i in verbs))
        for i, w in enumerate(sentence)
    )
    agents = tuple(grammar.agents.find(sentence)) if triggers else ()
    return Scene(text, sentence, named, triggers, grammar, costs, agents, tree)


def clause(scene: Scene, trigger: Found[Frame]) -> Sequence[Word]:
    """The words around a trigger between commas and conjunctions."""
    first, last = trigger.first, trigger.last
    while first > 0 and not bounds(scene, first - 1):
        first -= 1
    while last + 1 < len(scene.sentence) and not bounds(scene, last + 1):
        last += 1
    return scene.sentence[first : last + 1]


def bounds(scene: Scene, index: int) -> bool:
    word = scene.sentence[index]
    return word.text in ",;:.()–—" or word.key in scene.grammar.breaks


def apart(mention: Mention, trigger: Found[Frame]) -> bool:
    """Whether a mention is none of the trigger's own words; it may stand in the gap of an idiom."""
    return all(not mention.first <= index <= mention.last for index in trigger.own)


def best(
    scene: Scene,
    trigger: Found[Frame],
    mentions: Iterable[Mention],
    reach: int,
    extra: Callable[[Mention], int],
) -> Mention | None:
    priced = [(scene.distance(trigger, m) + extra(m), m.first, m) for m in mentions]
    near = [item for item in priced if item[0] <= reach]
    return min(near, key=lambda item: item[:2])[2] if near else None


def nothing(mention: Mention) -> int:
    """No extra cost: the distance alone decides."""
    del mention
    return 0


def with_coordinated(
    scene: Scene, head: Mention | None, people: Sequence[Mention], trigger: Found[Frame]
) -> tuple[Mention, ...]:
    if head is None:
        return ()
    joined = [head]
    for mention in people:
        if (
            mention.first > joined[-1].last
            and _joined(scene, joined[-1].last + 1, mention.first)
            and _same_side(mention, head, trigger)
        ):
            joined.append(mention)
    for mention in reversed(people):
        if (
            mention.last < joined[0].first
            and _joined(scene, mention.last + 1, joined[0].first)
            and _same_side(mention, head, trigger)
        ):
            joined.insert(0, mention)
    return tuple(joined)


def _same_side(mention: Mention, head: Mention, trigger: Found[Frame]) -> bool:
    return (mention.first < trigger.first) == (head.first < trigger.first)


def _joined(scene: Scene, first: int, last: int) -> bool:
    """Whether only a comma or "and" with an article and an adjective or two stand between."""
    between = scene.sentence[first:last]
    if not between or len(between) > 4:
        return False
    link = between[0].text == "," or between[0].key in scene.grammar.coordination
    return link and all(_filler(scene, word) for word in between[1:])


def _filler(scene: Scene, word: Word) -> bool:
    grammar = scene.grammar
    if word.key in grammar.coordination or word.key in grammar.articles:
        return True
    return not (
        word.is_sign
        or grammar.preposition(word.key)
        or grammar.verbal(word.key)
        or word.key in grammar.breaks
        or grammar.frames.starts(word.key)
    )
