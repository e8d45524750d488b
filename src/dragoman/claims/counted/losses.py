"""Which counts of a sentence are a happening's own: its losses, or the number right before its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.counted.counting import apart
from dragoman.claims.counted.counts import Bound
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
_BATTLE = 2  # days whose losses are one battle's
_BESIDE = 8  # words between such a number and its trigger


def losses(scene: Scene, bounds: Sequence[Bound], trigger: Found[Frame]) -> list[Bound]:
    """The counts that belong to a trigger among all those of its sentence."""
    type_ = trigger.payload.type
    kinds = _LOSSES if type_ in VIOLENT else _OF_TYPE.get(type_, frozenset())
    if type_ == "killing" and any(t.payload.type == "injury" for t in scene.triggers):
        kinds = frozenset({"killed"})
    return [bound for bound in bounds if bound.count.what in kinds and _own(scene, bound, trigger)]


def of_periods(bounds: Iterable[Bound], expressions: Sequence[DateExpression], published: Published) -> Iterator[Bound]:
    """The counts, none of which sums a day or two: "since Wednesday 30 have been killed" tells of one battle."""
    for bound in bounds:
        days = [_length(e, published) for e in expressions if bound.period and _meets(e, bound.period)]
        short = bool(days) and all(length is not None and length <= _BATTLE for length in days)
        yield replace(bound, count=replace(bound.count, cumulative=False), period=None) if short else bound


def _meets(expression: DateExpression, span: tuple[int, int]) -> bool:
    return expression.start < span[1] and span[0] < expression.end


def _length(expression: DateExpression, published: Published) -> int | None:
    """The days from an expression's first to its last or to the report; None where it has no first."""
    last = expression.high or published.end
    return (last - expression.low).days if expression.low is not None and last is not None else None


def summed(bounds: Sequence[Bound], expressions: Sequence[DateExpression], published: Published) -> Dated | None:
    """The days of a claim that only sums: the period that its words name, else all the time up to the report."""
    periods = [bound.period for bound in bounds if bound.count.cumulative and bound.period]
    if not periods or len(periods) < len(bounds):
        return None
    near = [e for e in expressions for period in periods if _meets(e, period)]
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
