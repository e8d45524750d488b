"""People's decisions on pairs of claims: they go before any score, and move the weights once they are many."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dragoman.events import relate
from dragoman.events.linking.learning import FEWEST, learnt, moved
from dragoman.events.linking.weights import weights


@dataclass(frozen=True)
class Pair:
    a: str
    b: str
    same: bool


def pair(one, other, same):
    return Pair(min(one.id, other.id), max(one.id, other.id), same)


def related(world, claims, pairs):
    known = {claim.document: world.document(claim.document) for claim in claims}
    return relate(claims, known, world.knowledge, judgements=pairs)


def groups(story):
    return sorted(sorted(event.claims) for event in story.events)


def reasons(story, one, other):
    return next(link.reasons for link in story.links if {link.a, link.b} == {one.id, other.id})


def test_two_that_look_alike_are_kept_apart(world):
    a = world.claim("attack", "d_one", by=("league",), at=("oakham",))
    b = world.claim("attack", "d_two", by=("league",), at=("oakham",))
    story = related(world, (a, b), [pair(a, b, False)])
    assert groups(story) == sorted([[a.id], [b.id]])
    assert reasons(story, a, b)[0] == "kept apart: a person judged them different"


def test_two_that_look_unlike_are_joined(world):
    a = world.claim("attack", "d_one", by=("league",), at=("oakham",))
    b = world.claim("airstrike", "d_two", by=("crown-army",), at=("farham",), when=world.on(40))
    story = related(world, (a, b), [pair(a, b, True)])
    assert groups(story) == [sorted((a.id, b.id))]
    assert reasons(story, a, b)[0] == "a person judged them the same"


def test_a_third_claim_does_not_bring_together_what_is_judged_different(world):
    a, b, c = (world.claim("attack", f"d_{n}", by=("league",), at=("oakham",)) for n in range(3))
    parts = groups(related(world, (a, b, c), [pair(a, b, False)]))
    assert sorted(len(part) for part in parts) == [1, 2]
    assert not any({a.id, b.id} <= set(part) for part in parts)


def test_one_decision_against_another_is_said(world):
    a, b, c = (world.claim("attack", f"d_{n}", at=(place,)) for n, place in enumerate(("oakham", "farham", "shire")))
    story = related(world, (a, b, c), [pair(a, b, True), pair(b, c, True), pair(a, c, False)])
    refused = [link for link in story.links if link.reasons[0].startswith("kept apart: a person judged")]
    assert len(refused) == 1
    assert sorted(map(len, groups(story))) == [1, 2]


def test_decisions_on_other_claims_do_nothing(world):
    a = world.claim("attack", "d_one", by=("league",), at=("oakham",))
    assert related(world, (a,), [Pair("c_a", "c_b", True)]) == related(world, (a,), [])


@pytest.mark.parametrize(("same", "way"), [(True, 1), (False, -1)])
def test_many_decisions_move_the_weight_that_they_show(same, way):
    table = weights()
    lesson = ((table.sign("place", "near", "near places"),), same)
    taught = learnt(table, [lesson] * FEWEST)
    assert (taught.points["place"]["near"] - table.points["place"]["near"]) * way > 0.1
    assert taught.points["actor"] == table.points["actor"]
    (line,) = moved(table, taught, FEWEST)
    assert line.startswith(f"weights learnt from {FEWEST} judgements: ")
    assert "place.near +0.80 → " in line


def test_few_decisions_move_nothing():
    table = weights()
    lesson = ((table.sign("place", "near", "near places"),), False)
    assert learnt(table, [lesson] * (FEWEST - 1)) is table
    assert list(moved(table, table, 3)) == []


def test_the_order_of_decisions_changes_nothing():
    table = weights()
    near, same = table.sign("place", "near", ""), table.sign("type", "same", "", 0.8)
    lessons = [((near,), True), ((same,), False), ((near, same), True)] * FEWEST
    assert learnt(table, lessons) == learnt(table, lessons[::-1])
