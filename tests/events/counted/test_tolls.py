"""Numbers of events and of periods."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.counted.numbers import upper
from dragoman.events.counted.ranges import month, ranges
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


def test_one_sentence_counts_its_dead_once(world):
    """A sentence tells of an offensive, its shelling and the deaths: three claims, two events, one number."""
    sentence = "The League began an offensive and shelled Oakham, killing five."
    role = {"by": ("league",), "at": ("oakham",), "sentence": sentence, "counts": (world.count(5),)}
    offensive = world.claim("offensive", **role)
    killing = world.claim("killing", **role)
    story = world.relate(offensive, killing)
    assert [(toll.low, toll.high) for toll in story.tolls] == [(5, 5)]
    assert sum(count.best for event in story.events for count in event.counts) == 5


def test_incidents_are_not_added_to_the_day_s_whole(world):
    """Forty over the province, five and twelve of them in two towns: three tolls, and no fourth."""
    whole = world.claim("killing", at=("shire",), counts=(world.count(40),))
    five = world.claim("shelling", "d_two", by=("league",), at=("oakham",), counts=(world.count(5),))
    twelve = world.claim("airstrike", "d_three", by=("crown-army",), at=("farham",), counts=(world.count(12),))
    story = world.relate(whole, five, twelve)
    assert sorted(toll.low for toll in story.tolls) == [5, 12, 40]
    assert len({toll.scope for toll in story.tolls}) == 3


def test_since_a_day_is_a_sum(world):
    since = world.until(-40, 0, "open")
    numbers = (world.count(200), world.count(27, who="children"))
    story = world.relate(world.claim("killing", at=("shire",), when=since, counts=numbers, said_by=("watch",)))
    assert [(toll.scope, toll.who, toll.cumulative) for toll in story.tolls] == [
        ("shire", "children", True), ("shire", "civilians", True),
    ]  # fmt: skip
    assert story.events[0].counts == ()


def test_the_besieged_since_a_day_are_no_sum(world):
    numbers = (world.count(900, what="besieged"),)
    (toll,) = world.relate(
        world.claim("besieged", at=("oakham",), when=world.until(-40, 0, "open"), counts=numbers)
    ).tolls
    assert not toll.cumulative


def test_the_other_number_of_a_sentence_with_a_sum_is_one(world):
    role = {"at": ("oakham",), "sentence": "In three days 84 were killed and 280 injured.", "said_by": ("watch",)}
    killed = world.claim("killing", counts=(world.count(84, cumulative=True),), **role)
    injured = world.claim("injury", counts=(world.count(280, what="injured"),), **role)
    assert {(toll.what, toll.cumulative) for toll in world.relate(killed, injured).tolls} == {
        ("killed", True), ("injured", True),
    }  # fmt: skip


def test_a_title_repeats_the_sum_of_its_report(world):
    title = world.claim("killing", at=("shire",), counts=(world.count(30),), said_by=("watch",))
    body = world.claim(
        "killing", at=("shire",), when=world.until(-4, 0), counts=(world.count(30, cumulative=True, start=80, end=82),),
        said_by=("watch",), start=80,
    )  # fmt: skip
    (toll,) = world.relate(title, body).tolls
    assert (toll.cumulative, toll.since, toll.until) == (True, date(2030, 3, 10), date(2030, 3, 14))
    assert toll.claims == tuple(sorted((title.id, body.id)))


def toll(low, high, source="watch", cumulative=False, days=(14, 14), scope="oakham", who=None):
    first, last = (date(2030, 3, day) for day in days)
    return Toll(scope, "killed", who, low, high, cumulative, first, last, source, ())


def test_a_sum_without_a_place_is_that_of_the_place_told_elsewhere(world):
    def told(document, *places):
        numbers = (world.count(41, cumulative=True),)
        return world.claim("killing", document, at=places, when=world.until(-3, 0), counts=numbers, said_by=("watch",))

    (toll,) = world.relate(told("d_one", "shire"), told("d_two")).tolls
    assert (toll.scope, len(toll.claims)) == ("shire", 2)
    assert [toll.scope for toll in world.relate(told("d_one", "oakham"), told("d_two", "farham")).tolls] == [
        "farham", "oakham",
    ]  # fmt: skip


def test_ranges_keep_incidents_and_sums_apart():
    found = list(ranges([toll(5, 5), toll(7, None), toll(5, 6), toll(90, 90, cumulative=True)], lambda one: one.source))
    assert [(one.by, one.cumulative, one.low, one.best, one.high, one.rows) for one in found] == [
        ("watch", False, 5, 6, None, 3),
        ("watch", True, 90, 90, 90, 1),
    ]


def test_ranges_by_the_month_in_which_the_days_end():
    late = Toll("oakham", "killed", None, 3, 3, True, date(2030, 2, 20), date(2030, 4, 1), "watch", ())
    undated = Toll("oakham", "killed", None, 1, 1, False, None, None, "watch", ())
    assert [one.by for one in ranges([late, toll(5, 5), undated], month)] == ["2030-03", "2030-04", "undated"]


@given(st.lists(st.tuples(st.integers(0, 99), st.none() | st.integers(0, 99)), min_size=1))
def test_the_upper_end_covers_every_range(ranges):
    ranges = [(low, None if high is None else low + high) for low, high in ranges]
    top = upper(ranges)
    assert top is None or all((low if high is None else high) <= top for low, high in ranges)
    if top is None:
        assert any(high is None for _, high in ranges)
