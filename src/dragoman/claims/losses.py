"""Which counts of a sentence are a happening's own: its losses, or the number right before its noun."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.counting import apart
from dragoman.claims.counts import Bound
from dragoman.claims.joining import VIOLENT
from dragoman.claims.lexicon import Found
from dragoman.claims.scene import Scene
from dragoman.claims.tables import Frame
from dragoman.claims.when import Dated, by_expression, until
from dragoman.dates import DateExpression
from dragoman.model import Published

_OF_TYPE = {
    "killing": frozenset({"killed", "injured"}),
    "injury": frozenset({"injured"}),
    "detention": frozenset({"detained"}),
    "abduction": frozenset({"detained", "missing"}),
    "displacement": frozenset({"displaced"}),
    "evacuation": frozenset({"displaced", "fighters", "vehicles"}),
    "besieged": frozenset({"besieged"}),
    "siege": frozenset({"besieged"}),
    "corridor": frozenset({"corridors"}),
    "aid_delivery": frozenset({"vehicles"}),
    "destruction": frozenset({"vehicles", "other"}),
    "deployment": frozenset({"fighters", "vehicles"}),
}
_LOSSES = frozenset({"killed", "injured", "missing", "fighters", "strikes"})
_AT_ITS_NOUN = frozenset({"strikes", "corridors", "vehicles", "fighters"})
_BESIDE = 8  # words between such a number and its trigger


def losses(scene: Scene, bounds: Sequence[Bound], trigger: Found[Frame]) -> list[Bound]:
    """The counts that belong to a trigger among all those of its sentence."""
    type_ = trigger.payload.type
    kinds = _LOSSES if type_ in VIOLENT else _OF_TYPE.get(type_, frozenset())
    if type_ == "killing" and any(t.payload.type == "injury" for t in scene.triggers):
        kinds = frozenset({"killed"})
    return [bound for bound in bounds if bound.count.what in kinds and _own(scene, bound, trigger)]


def summed(bounds: Sequence[Bound], expressions: Sequence[DateExpression], published: Published) -> Dated | None:
    """The days of a claim that only sums: the period that its words name, else all the time up to the report."""
    periods = [bound.period for bound in bounds if bound.count.cumulative and bound.period]
    if not periods or len(periods) < len(bounds):
        return None
    near = [e for e in expressions for first, last in periods if e.start < last and first < e.end]
    named = [e for e in near if e.low is not None]
    if near and not named:
        return None
    return by_expression(named[0]) if named else until(published)


def _own(scene: Scene, bound: Bound, trigger: Found[Frame]) -> bool:
    """Strikes are counted right at their noun; losses go to the nearest trigger of their kind in the sentence."""
    if bound.count.what in _AT_ITS_NOUN:
        return bound.first <= trigger.last + _BESIDE and bound.last >= trigger.first - _BESIDE
    if not set(bound.harm).isdisjoint(trigger.own):
        return True
    if scene.tree and bound.harm and apart(scene.tree, scene.sentence, trigger.own, bound.harm):
        return False
    rivals = [t for t in scene.triggers if t.payload.type == trigger.payload.type and t is not trigger]
    gap = _gap(bound, trigger)
    return all(gap <= _gap(bound, rival) for rival in rivals)


def _gap(bound: Bound, trigger: Found[Frame]) -> int:
    if not set(bound.harm).isdisjoint(trigger.own):
        return 0
    return max(bound.first - trigger.last, trigger.first - bound.last, 0)
