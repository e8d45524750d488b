"""Which claims are compared at all: those that share a key, a story and a time."""

from __future__ import annotations

from dragoman.events.ground import Ground
from dragoman.events.pairing.census import Census
from dragoman.events.pairing.pairs import Candidates
from dragoman.events.tellings import tellings


def pairs(world, claims, copies=None):
    """The pairs of claims (by their place in the list) that are worth a comparison."""
    ground = Ground(world.knowledge)
    census = Census(tellings(claims, {}, ground), copies or {})
    found = Candidates(census, ground).slices()
    return sorted({pair for ones, others in found for pair in zip(ones.tolist(), others.tolist(), strict=True)})


def test_one_place_and_near_days(world):
    days = (0, 2, 6, 300)
    claims = [world.claim("attack", f"d_{day}", at=("oakham",), when=world.on(day)) for day in days]
    assert pairs(world, claims) == [(0, 1)]


def test_a_province_alone_brings_nobody_together(world):
    shire = world.claim("attack", "d_a", at=("shire",), by=("league",))
    claims = [
        shire,
        world.claim("attack", "d_b", at=("oakham",), by=("league",)),
        world.claim("attack", "d_c", at=("elmham",)),
    ]
    assert pairs(world, claims) == [(0, 1), (1, 2)]


def test_lasting_states_meet_over_slices_of_time(world):
    claims = [
        world.claim("siege", f"d_{day}", to=("league",), at=("oakham",), when=world.on(day)) for day in (0, 25, 50)
    ]
    assert pairs(world, claims) == [(0, 1), (1, 2)]


def test_claims_without_a_day_meet_by_place_and_number(world):
    count = (world.count(17),)
    dated = world.claim("attack", "d_a", at=("oakham",), counts=count)
    undated = world.claim("attack", "d_b", at=("oakham",), counts=count, when=world.undated)
    other = world.claim("attack", "d_c", at=("oakham",), when=world.undated)
    assert pairs(world, [dated, undated, other]) == [(0, 1)]


def test_copies_meet_whatever_their_places_and_however_many_there_are(world):
    claims = [world.claim("attack", f"d_{place}", at=(place,)) for place in ("oakham", "farham")]
    claims.append(world.claim("capture", "d_c", at=("elmham",)))
    assert pairs(world, claims) == []
    assert pairs(world, claims, {claim.id: 1_000_000 for claim in claims[:2]}) == [(0, 1)]


def test_no_claims_no_pairs(world):
    assert pairs(world, []) == []
