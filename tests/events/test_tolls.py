"""Numbers of events and of periods."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.numbers import upper
from dragoman.model import SourceCount, Toll


def test_an_event_counts_by_source(world):
    def told(document, speaker, low, high):
        numbers = (world.count(low, high=high),)
        role = {"by": ("crown-army",), "at": ("oakham",), "said_by": (speaker,)}
        return world.claim("airstrike", document, counts=numbers, **role)

    a = told("d_one", "watch", 15, None)
    b = told("d_two", "league-office", 20, 20)
    c = told("d_three", "courier", 20, 22)
    (event,) = world.relate(a, b, c).events
    (number,) = event.counts
    assert (number.low, number.best, number.high) == (15, 20, 22)
    assert number.by_source == (
        SourceCount("courier", 20, 22, (c.id,)),
        SourceCount("league-office", 20, 20, (b.id,)),
        SourceCount("watch", 15, None, (a.id,)),
    )


def test_parts_stand_beside_the_whole(world):
    numbers = (world.count(7, who="people"), world.count(3, who="children"))
    story = world.relate(world.claim("shelling", by=("league",), at=("oakham",), counts=numbers))
    assert [(toll.who, toll.low, toll.high) for toll in story.tolls] == [("children", 3, 3), ("people", 7, 7)]
    assert {toll.scope for toll in story.tolls} == {story.events[0].id}


def test_a_sum_of_a_period_belongs_to_its_place(world):
    numbers = (world.count(800, high=None, cumulative=True),)
    claim = world.claim(
        "killing",
        at=("shire", "east-bigtown"),
        when=world.until(-40, 0, "open"),
        counts=numbers,
        said_by=("watch",),
    )
    story = world.relate(claim)
    assert story.events[0].counts == ()
    assert story.tolls == (
        Toll(
            "shire", "killed", "civilians", 800, None, True, date(2030, 2, 2), date(2030, 3, 14), "watch",
            (claim.id,),
        ),
    )  # fmt: skip


def test_a_sum_told_twice_by_one_source_is_one_row(world):
    numbers = (world.count(800, cumulative=True),)
    claims = [world.claim("killing", d, at=("shire",), counts=numbers, said_by=("watch",)) for d in ("d_one", "d_two")]
    (toll,) = world.relate(*claims).tolls
    assert toll.claims == tuple(sorted(claim.id for claim in claims))


def test_a_sum_without_a_place_is_unspecified(world):
    (toll,) = world.relate(world.claim("killing", counts=(world.count(9, cumulative=True),))).tolls
    assert (toll.scope, toll.source) == ("unspecified", "unnamed outlet of d_one")


def test_strikes_and_vehicles_are_no_toll(world):
    story = world.relate(world.claim("airstrike", at=("oakham",), counts=(world.count(30, what="strikes"),)))
    assert story.tolls == ()
    assert story.events[0].counts[0].best == 30


@given(st.lists(st.tuples(st.integers(0, 99), st.none() | st.integers(0, 99)), min_size=1))
def test_the_upper_end_covers_every_range(ranges):
    ranges = [(low, None if high is None else low + high) for low, high in ranges]
    top = upper(ranges)
    assert top is None or all((low if high is None else high) <= top for low, high in ranges)
    if top is None:
        assert any(high is None for _, high in ranges)
