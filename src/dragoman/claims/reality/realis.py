"""Did it happen at all: realis and phase of a trigger by the cues that govern it.

The sentence's tree says which cues govern a trigger and which belong to another clause (`scope`). Where there is no
tree, or where it leaves a cue open, the words between decide: each pattern of the language pack has its reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.reality.mood import mood
from dragoman.claims.reality.scope import Place, Scope, covered, scope
from dragoman.claims.tables import Frame, Grammar, Shade
from dragoman.claims.words import Word
from dragoman.model import Phase, Realis, Speaker

# Where several shades reach a trigger, the one that takes most away wins: what is denied did not also happen.
_ORDER: tuple[Realis, ...] = (
    "denied",
    "failed",
    "hypothetical",
    "demanded",
    "planned",
    "predicted",
    "ongoing",
    "happened",
)
_NEGATIVE = frozenset({"denied", "failed"})
_CERTAIN = frozenset({"denied", "failed", "demanded"})  # of a verb, while what comes with it may well have happened
_FORESEEN = frozenset({"planned", "predicted"})  # "will" in a clause that is feared, hoped for, demanded
_SAYING_NO = frozenset({"denial", "rejection"})  # who denies or rejects does so, and does not deny doing it
_SIGN_COST = 3  # words that a comma counts for
_BREAK_COST = 6  # words that "while", "but", "after" count for
_VERB_COST = 4  # words that a verb of another happening counts for


@dataclass(frozen=True, slots=True)
class Reality:
    """What the words say about a happening's being real, and which words said so."""

    realis: Realis
    phase: Phase | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """A shade that reaches the trigger; `place` is None where the words between say so and not the tree."""

    shade: Found[Shade]
    nodes: tuple[int, ...]
    place: Place | None


def reality(
    sentence: Sequence[Word],
    trigger: Found[Frame],
    shades: Sequence[Found[Shade]],
    speakers: Sequence[Speaker],
    verbs: Sequence[int],
    grammar: Grammar,
    tree: Analysis | None = None,
) -> Reality:
    """The realis and phase of a trigger: its own, else by the cues that govern it, else happened."""
    nodes = {shade: _nodes(sentence, shade, tree) for shade in shades}
    cues = (node for shade in shades if shade.payload.realis for node in nodes[shade])
    found = scope(tree, sentence, trigger, cues, grammar) if tree else None
    near = [
        _Cue(shade, nodes[shade], place)
        for shade in shades
        for place in _reached(sentence, shade, nodes[shade], trigger, verbs, grammar, found)
    ]
    phased = any(cue.shade.payload.phase in ("start", "end") for cue in near)
    said, undone = _weighed(near, found, grammar, phased=phased)
    if speakers and speakers[-1].stance == "denies" and trigger.payload.type not in _SAYING_NO and not undone:
        said.append("denied")
    if speakers and speakers[-1].stance == "hopes":
        said.append("hypothetical")
    if trigger.payload.realis:
        said.append(trigger.payload.realis)
    if found is not None and not trigger.payload.realis:
        said += mood(found, trigger, said, sentence, grammar, undone=undone, phased=phased)
    realis = min(said, key=_ORDER.index) if said else "happened"
    phases = [cue.shade.payload.phase for cue in near if cue.shade.payload.phase]
    phase = trigger.payload.phase or (phases[-1] if phases else None)
    if phase is None and realis == "ongoing":
        phase = "ongoing"
    if realis == "happened" and phase == "ongoing":
        realis = "ongoing"
    return Reality(realis, phase, tuple(sorted({f"realis:{cue.shade.pattern}" for cue in near})))


def _nodes(sentence: Sequence[Word], shade: Found[Shade], tree: Analysis | None) -> tuple[int, ...]:
    return tuple(node for index in shade.own for node in covered(tree, sentence, index)) if tree else ()


def _reached(
    sentence: Sequence[Word],
    shade: Found[Shade],
    nodes: Sequence[int],
    trigger: Found[Frame],
    verbs: Sequence[int],
    grammar: Grammar,
    found: Scope | None,
) -> Iterator[Place | None]:
    """Where a shade reaches the trigger from, if it does: a place in its scope, or None for the words between."""
    if not set(shade.own).isdisjoint(trigger.own):
        return
    if shade.payload.types and trigger.payload.type not in shade.payload.types:
        return
    if found is not None and nodes:
        forward = shade.last < trigger.first or shade.payload.after is None
        if found.is_hearsay(nodes) or _is_infinite(found, nodes) or (forward and found.is_elsewhere(nodes)):
            return
        place = found.place(nodes)
        if place is not None and shade.payload.realis is None:
            direct = _is_phase_of(shade, trigger, found, place)
            near = found.is_joined(place) or not _in_reach(sentence, shade, trigger, verbs, grammar)
            yield from (place,) if direct or not near else ()
            return
        if place is not None:
            yield from (place,) if _on_its_side(shade, nodes, trigger, found, place) else ()
            return
        opens = shade.pattern.endswith(",") and found.is_open
        if not opens and found.apart(nodes, negative=shade.payload.realis in _NEGATIVE):
            return
    if _in_reach(sentence, shade, trigger, verbs, grammar):
        yield None


def _on_its_side(shade: Found[Shade], nodes: Sequence[int], trigger: Found[Frame], found: Scope, place: Place) -> bool:
    """Whether a cue in the trigger's scope says something of it.

    A cue whose subject the trigger is has to be one that says something of what stands before it: "the attack failed",
    not "the attack demanded …".
    """
    rung = found.rungs[place.rung]
    certain = shade.payload.realis in _CERTAIN or (place.own and shade.payload.realis == "planned")
    if certain and found.carries_on(place):
        return False  # "tried to take the town, killing ten"
    if place.rung and found.is_known and found.opens(nodes) and shade.payload.realis == "hypothetical":
        return False  # "whether the strikes were Russian"
    if rung.subject and not place.own and shade.payload.realis in _NEGATIVE:
        return found.tree.nodes[rung.node].text.lower() in found.words.occurring  # not "the advance did not slow down"
    if place.own and rung.subject:
        return shade.payload.after is not None or shade.last < trigger.first
    return not (place.own and rung.fact and shade.payload.realis == "planned")


def _is_infinite(found: Scope, nodes: Sequence[int]) -> bool:
    """Whether a cue is an auxiliary in the infinitive, which tells no future: "musste abgebrochen werden"."""
    words = [found.tree.nodes[node] for node in nodes]
    return all(word.upos == "AUX" and word.features.get("VerbForm") == "Inf" for word in words)


def _is_phase_of(shade: Found[Shade], trigger: Found[Frame], found: Scope, place: Place) -> bool:
    """Whether a phase is said right of the trigger, and from the side that the pattern names."""
    side = shade.payload.before if shade.last < trigger.first else shade.payload.after
    return place.rung <= 1 and side is not None and not found.rungs[place.rung].around and not found.is_joined(place)


def _weighed(near: Sequence[_Cue], found: Scope | None, grammar: Grammar, *, phased: bool) -> tuple[list[Realis], bool]:
    """What the cues say together, from the innermost outwards, and whether one undid another ("did not deny").

    `phased`: a word that tells a phase governs the trigger, so that what is to come is its beginning or its end.
    """
    said = [cue.shade.payload.realis for cue in near if cue.place is None and cue.shade.payload.realis]
    if found is None:
        return said, False
    inner: Realis | None = None
    below: Realis | None = None  # what held before the last word that turns what it governs around
    turned, undone = False, False
    for number, rung in enumerate(found.rungs):
        key = found.tree.nodes[rung.node].text.lower()
        own = [cue for cue in near if cue.place == Place(number, own=True)]
        around = [cue for cue in near if cue.place == Place(number, own=False)]
        governing, qualifying = _worst(own), _worst(around)
        if rung.purpose and inner is None and governing is None and (phased or found.is_aim(number - 1)):
            inner = "planned"
        if governing in _NEGATIVE and turned:
            inner, turned, undone, governing = below, False, True, None
        if governing is not None:
            turned, below = key in grammar.scope.undoing, inner
            inner = _under(governing, inner)
        elif number and rung.governs:
            turned = False
        if rung.governs and key in grammar.scope.achieving and "denied" in (inner, qualifying):
            inner, qualifying = "failed", None
        if qualifying in _NEGATIVE and turned:
            inner, turned, undone = below, False, True
        elif qualifying is not None:
            inner = _worse(inner, qualifying)
        if any(cue.shade.payload.realis == "hypothetical" and found.opens(cue.nodes) for cue in around):
            inner = "hypothetical"
    return [*said, *([inner] if inner else [])], undone


def _under(governing: Realis, inner: Realis | None) -> Realis:
    """What a cue makes of what it governs: "will" in what is feared is feared; a demand that is rejected stays one."""
    if inner in _FORESEEN:
        return governing
    return "demanded" if (governing, inner) == ("denied", "demanded") else _worse(inner, governing)


def _worst(cues: Sequence[_Cue]) -> Realis | None:
    said = [cue.shade.payload.realis for cue in cues if cue.shade.payload.realis]
    return min(said, key=_ORDER.index) if said else None


def _worse(one: Realis | None, other: Realis) -> Realis:
    return other if one is None else min(one, other, key=_ORDER.index)


def _in_reach(
    sentence: Sequence[Word],
    shade: Found[Shade],
    trigger: Found[Frame],
    verbs: Sequence[int],
    grammar: Grammar,
) -> bool:
    if trigger.first < shade.first and shade.last < trigger.last:
        return True  # "electricity [will be] restored"
    if shade.first < trigger.first and trigger.last < shade.last:
        return True  # "setzte … die Offensive … fort"
    if shade.last < trigger.first:
        between, reach = range(shade.last + 1, trigger.first), shade.payload.before
    else:
        between, reach = range(trigger.last + 1, shade.first), shade.payload.after
    return reach is not None and _cost(sentence, between, verbs, grammar) <= reach


def _cost(sentence: Sequence[Word], between: range, verbs: Sequence[int], grammar: Grammar) -> int:
    """The words between a shade and a trigger; another verb between takes the shade for itself as a rule."""
    cost = len(between) + sum(_VERB_COST for verb in verbs if verb in between)
    for index in between:
        if sentence[index].text in ',;:–—()"“”„':
            cost += _SIGN_COST
        elif sentence[index].key in grammar.breaks:
            cost += _BREAK_COST
    return cost
