"""Weights learnt from people's decisions: the table's own, moved as far as the decided pairs of claims ask for.

The score of a pair is a logistic function of its signs' points, so the decisions are a logistic regression, with the
table as what is believed before anybody decided (a normal prior around every weight). What no decided pair shows stays
as it is, and so does everything until twenty pairs are decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from dragoman.events.linking.weights import GROUPS, Sign, Weights

# A pair's signs, and whether the two tell one happening.
Lesson = tuple[Sequence[Sign], bool]
Floats = NDArray[np.float64]
_BIAS = "bias"
# The spread of the prior: decisions must be many to move a weight by much.
_SPREAD = 0.3
# Fewer decisions than these only stand for themselves: the next of them might be of the other kind.
FEWEST = 20
_STEPS = 30
_NAMED = 5


def learnt(table: Weights, lessons: Sequence[Lesson]) -> Weights:
    """The table with the weights that the lessons ask for, to three decimals; the table itself where they are few."""
    if len(lessons) < FEWEST:
        return table
    features = [_features(signs) for signs, _ in lessons]
    names = sorted({name for found in features for name in found})
    shares = np.array([[found.get(name, 0.0) for name in names] for found in features])
    same = np.array([float(same) for _, same in lessons])
    prior = np.array([_weight(table, name) for name in names])
    return _with(table, dict(zip(names, np.round(_fitted(shares, same, prior), 3).tolist(), strict=True)))


def moved(before: Weights, after: Weights, lessons: int) -> Iterator[str]:
    """A line that names the weights that moved most."""
    names = [_BIAS, *(f"{group}.{name}" for group in GROUPS for name in sorted(before.points[group]))]
    steps = sorted((-abs(_weight(after, name) - _weight(before, name)), name) for name in names)
    said = [f"{name} {_weight(before, name):+.2f} → {_weight(after, name):+.2f}" for step, name in steps if step]
    if said:
        more = f", {len(said) - _NAMED} more" if len(said) > _NAMED else ""
        yield f"weights learnt from {lessons} judgements: {', '.join(said[:_NAMED])}{more}"


def _features(signs: Iterable[Sign]) -> Mapping[str, float]:
    """How much of each weight a pair shows."""
    found: dict[str, float] = defaultdict(float, {_BIAS: 1.0})
    for sign in signs:
        found[sign.weight] += sign.share
    return found


def _fitted(shares: Floats, same: Floats, prior: Floats) -> Floats:
    """The most probable weights, by Newton's method; the loss is convex, so that there is one answer."""
    weights = prior.copy()
    belief = np.eye(len(prior)) / _SPREAD**2
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-np.clip(shares @ weights, -30, 30)))
        slope = shares.T @ (sure - same) + belief @ (weights - prior)
        curve = (shares.T * (sure * (1 - sure))) @ shares + belief
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _weight(table: Weights, name: str) -> float:
    if name == _BIAS:
        return table.bias
    group, _, entry = name.partition(".")
    return table.points[group][entry]


def _with(table: Weights, found: Mapping[str, float]) -> Weights:
    groups = {group: dict(table.points[group]) for group in GROUPS}
    for name, value in found.items():
        group, _, entry = name.partition(".")
        if name != _BIAS:
            groups[group][entry] = value
    points = {group: MappingProxyType(entries) for group, entries in groups.items()}
    return replace(table, bias=found[_BIAS], points=MappingProxyType(points))
