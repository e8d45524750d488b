"""Where a happening took place: the place in nearest reach of its trigger, and those joined to it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counted import counting
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene, apart, best, nothing, with_coordinated
from dragoman.claims.tables import Frame
from dragoman.model import Where

_PLACE_REACH = 16
_FINEST = ("exact", "neighbourhood", "town", "district", "province", "country")


def places_of(scene: Scene, trigger: Found[Frame], candidates: Sequence[Mention]) -> tuple[Mention, ...]:
    """The place in nearest reach and those coordinated to it; a place that only contains another is left out."""
    candidates = [m for m in candidates if not _of_another_deed(scene, trigger, m)]
    outside = [m for m in candidates if apart(m, trigger)]
    near = best(scene, trigger, outside, _PLACE_REACH, lambda m: _strangeness(m, trigger))
    if near is None:
        return _anywhere(scene, trigger, candidates)
    joined = list(with_coordinated(scene, near, candidates, trigger))
    for mention in outside:
        gap = min(abs(mention.first - near.last), abs(near.first - mention.last))
        if mention in joined or gap > 7 or _semicolon(scene, near, mention):
            continue
        if not _containing(scene, near, mention) and not _seat(mention):
            joined.append(mention)
    return tuple(sorted(joined, key=lambda m: (m is not near, m.first)))


def _of_another_deed(scene: Scene, trigger: Found[Frame], mention: Mention) -> bool:
    """Whether a place stands in a clause with a doer and a deed of its own: "… while fighters took the town of X"."""
    own = range(mention.first, mention.last + 1)
    return scene.tree is not None and counting.apart(scene.tree, scene.sentence, trigger.own, own)


def _strangeness(mention: Mention, trigger: Found[Frame]) -> int:
    """Extra words that a place counts for where its frame does not say that something happened there."""
    unframed = 0 if mention.located or trigger.payload.object == "place" else 2
    return unframed + 2 * (mention.last < trigger.first) + 6 * _seat(mention)


def _seat(mention: Mention) -> bool:
    """Whether a capital or country may stand for its government ("despite Damascus promises")."""
    return mention.party is not None and not mention.located


def _anywhere(scene: Scene, trigger: Found[Frame], candidates: Sequence[Mention]) -> tuple[Mention, ...]:
    """The sentence's own place, where none is in reach but one is named outright."""
    placed = [m for m in candidates if m.where and m.located and not m.party and apart(m, trigger)]
    near = best(scene, trigger, placed, 60, nothing)
    return (near,) if near else ()


def _containing(scene: Scene, near: Mention, other: Mention) -> bool:
    """Whether the other place only says where the near one lies: "the X district of western Y", "X in Y".

    It does not where it is the finer one: "the Euphrates valley town of X".
    """
    if near.where and other.where and _fineness(other.where) < _fineness(near.where):
        return False
    between = scene.sentence[near.last + 1 : other.first]
    links = [w for w in between if w.key in scene.grammar.links or scene.grammar.locative(w.key)]
    return near.first < other.first and bool(links) and len(between) <= 4 and not any(w.is_sign for w in between)


def _fineness(where: Where) -> int:
    """The rank of a place among those that hold each other: the smaller, the finer."""
    return _FINEST.index(where.precision) if where.precision in _FINEST else len(_FINEST)


def _semicolon(scene: Scene, one: Mention, other: Mention) -> bool:
    first, last = sorted((one.first, other.first))
    return any(w.text in ";:" or w.key in scene.grammar.breaks for w in scene.sentence[first:last])
