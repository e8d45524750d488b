"""The dead of an event as UCDP counts them."""

from __future__ import annotations

import pytest

from dragoman.events.counted.deaths import deaths
from dragoman.events.ground import Ground


def dead(world, *numbers, by=("league",), to=(), type="attack"):
    """(a, b, civilians, unknown), (low, best, high) and the sides of an event with these dead."""
    claim = world.claim(type, by=by, to=to, at=("oakham",), counts=numbers)
    (event,) = world.relate(claim).events
    found = deaths(event, Ground(world.knowledge))
    assert found is not None
    assert found.a + found.b + found.civilians + found.unknown == found.best
    assert found.low <= found.best <= found.high
    groups = (found.a, found.b, found.civilians, found.unknown)
    return groups, (found.low, found.best, found.high), (found.side_a, found.side_b)


def test_a_government_is_side_a_whoever_attacked(world):
    numbers = (world.count(4, who="crown-army"), world.count(9, who="league"))
    groups, told, sides = dead(world, *numbers, by=("league",), to=("crown-army",))
    assert (groups, told, sides) == ((4, 9, 0, 0), (13, 13, 13), ("crown", "league"))


def test_people_of_whom_nothing_is_said_are_unknown(world):
    assert dead(world, world.count(7, who="people"))[:2] == ((0, 0, 0, 7), (7, 7, 7))
    assert dead(world, world.count(7, who=None))[0] == (0, 0, 0, 7)


def test_a_part_says_who_some_of_the_whole_were(world):
    numbers = (world.count(7, who="people"), world.count(3, who="children"))
    assert dead(world, *numbers)[:2] == ((0, 0, 3, 4), (7, 7, 7))


def test_children_and_women_are_among_the_civilians(world):
    numbers = (world.count(11), world.count(4, who="children"), world.count(2, who="women"))
    assert dead(world, *numbers)[0] == (0, 0, 11, 0)
    assert dead(world, *numbers[1:])[0] == (0, 0, 6, 0)


def test_residents_are_civilians(world):
    assert dead(world, world.count(5, who="villagers"))[0] == (0, 0, 5, 0)


def test_fighters_are_of_the_side_that_was_struck(world):
    assert dead(world, world.count(6, who="fighters"), to=("crown-army",))[0] == (6, 0, 0, 0)
    assert dead(world, world.count(6, who="fighters"))[0] == (0, 0, 0, 6)


def test_bodies_of_one_side_add_up_and_their_common_noun_does_not(world):
    numbers = (world.count(2, who="league-north"), world.count(3, who="league-south"), world.count(4, who="insurgents"))
    assert dead(world, *numbers, by=("crown-army",))[0] == (0, 5, 0, 0)


def test_at_least_has_no_other_upper_end_than_the_best(world):
    assert dead(world, world.count(15, high=None))[:2] == ((0, 0, 15, 0), (15, 15, 15))


def test_the_range_of_the_sources(world):
    a = world.claim(
        "airstrike", "d_one", by=("crown-army",), at=("oakham",), counts=(world.count(10),), said_by=("watch",)
    )
    b = world.claim(
        "airstrike", "d_two", by=("crown-army",), at=("oakham",), counts=(world.count(14),), said_by=("press",)
    )
    (event,) = world.relate(a, b).events
    found = deaths(event, Ground(world.knowledge))
    assert (found.low, found.best, found.high) == (10, 10, 14)


def test_the_injured_are_not_dead(world):
    claim = world.claim("attack", by=("league",), at=("oakham",), counts=(world.count(7, what="injured"),))
    assert deaths(world.relate(claim).events[0], Ground(world.knowledge)) is None


@pytest.mark.parametrize("dead_side", ["league", "crown-army"])
def test_the_dead_alone_name_a_side(world, dead_side):
    groups, _, sides = dead(world, world.count(3, who=dead_side), by=(), type="killing")
    assert groups == (3, 0, 0, 0)
    assert sides[1] is None
