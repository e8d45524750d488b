"""New reports change what they touch: the events of untouched places keep their claims and with them their ids."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

TYPES = ("attack", "airstrike", "capture", "siege", "killing")
drawn = st.lists(
    st.tuples(st.sampled_from(TYPES), st.integers(0, 6), st.sampled_from(("league", "crown-army")), st.integers(0, 9)),
    max_size=10,
    unique=True,
)


def claims(world, entries, place, reports):
    return [
        world.claim(kind, f"{reports}_{document}", by=(party,), at=(place,), when=world.on(day), start=start)
        for start, (kind, document, party, day) in enumerate(entries)
    ]


@settings(max_examples=20, deadline=None)
@given(drawn, drawn)
def test_events_elsewhere_keep_their_ids(world, before, added):
    known = claims(world, before, "oakham", "d_known")
    new = claims(world, added, "farham", "d_new")
    ids = {event.id for event in world.relate(*known).events}
    assert ids <= {event.id for event in world.relate(*known, *new).events}


def test_only_the_event_that_is_told_again_changes(world):
    a = world.claim("attack", "d_one", by=("league",), at=("oakham",))
    b = world.claim("shelling", "d_one", by=("crown-army",), at=("farham",), start=99)
    again = world.claim("attack", "d_two", by=("league",), at=("oakham",))
    before = {event.claims: event.id for event in world.relate(a, b).events}
    after = {event.claims: event.id for event in world.relate(a, b, again).events}
    assert after[(b.id,)] == before[(b.id,)]
    assert sorted(after) == sorted([(b.id,), tuple(sorted((a.id, again.id)))])
