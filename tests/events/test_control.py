"""Who held what, from when until when."""

from __future__ import annotations

from datetime import timedelta


def rows(story):
    """(place, holder, first day, last day, contested) with days counted from the world's first."""
    return [(row.place.id, row.holder.id, _day(row.since), _day(row.until), row.contested) for row in story.control]


def _day(day):
    from datetime import date

    return None if day is None else (day - date(2030, 3, 14)) // timedelta(days=1)


def test_capture_and_recapture_are_one_history(world):
    a = world.claim("capture", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("crown-army",), at=("mill-quarter",), when=world.on(15))
    story = world.relate(a, b)
    assert rows(story) == [
        ("mill-quarter", "league", 0, 15, False),
        ("mill-quarter", "crown-army", 15, None, False),
    ]
    assert story.control[0].claims == tuple(sorted((a.id, b.id)))


def test_the_loser_held_it_before(world):
    story = world.relate(world.claim("capture", by=("league",), to=("crown-army",), at=("oakham",)))
    assert rows(story) == [("oakham", "crown-army", None, 0, False), ("oakham", "league", 0, None, False)]


def test_civilians_never_held_it(world):
    story = world.relate(world.claim("capture", by=("league",), to=("villagers",), at=("oakham",)))
    assert rows(story) == [("oakham", "league", 0, None, False)]


def test_withdrawal_ends_a_hold_and_gives_it_to_nobody(world):
    a = world.claim("control", by=("league",), at=("oakham",))
    b = world.claim("withdrawal", "d_two", by=("league",), at=("oakham",), when=world.on(4))
    assert rows(world.relate(a, b)) == [("oakham", "league", 0, 4, False)]
    assert rows(world.relate(b)) == [("oakham", "league", None, 4, False)]


def test_a_quarter_says_nothing_of_its_town(world):
    story = world.relate(
        world.claim("control", by=("crown-army",), at=("bigtown",), when=world.on(-9)),
        world.claim("capture", "d_two", by=("league",), at=("mill-quarter", "bigtown")),
    )
    assert rows(story) == [
        ("bigtown", "crown-army", -9, None, False),
        ("mill-quarter", "league", 0, None, False),
    ]


def test_crossing_claims_are_contested(world):
    a = world.claim("control", "d_one", by=("league",), at=("oakham",), said_by=("league-office",))
    b = world.claim("control", "d_two", by=("crown-army",), at=("oakham",), said_by=("crown-tv",), when=world.on(1))
    assert rows(world.relate(a, b)) == [
        ("oakham", "league", 0, None, True),
        ("oakham", "crown-army", 1, None, True),
    ]


def test_a_side_holds_on_whichever_of_its_bodies_is_named(world):
    a = world.claim("capture", by=("league-north",), at=("oakham",))
    b = world.claim("control", "d_two", by=("insurgents",), at=("oakham",), when=world.on(40))
    assert rows(world.relate(a, b)) == [("oakham", "league-north", 0, None, False)]


def test_the_besieged_hold_the_place(world):
    story = world.relate(world.claim("siege", by=("crown-army",), to=("league",), at=("oakham",)))
    assert rows(story) == [("oakham", "league", 0, None, False)]


def test_failed_and_denied_captures_hold_nothing(world):
    failed = world.claim("capture", by=("league",), at=("oakham",), realis="failed")
    denied = world.claim("capture", "d_two", by=("league",), at=("oakham",), realis="denied")
    assert rows(world.relate(failed, denied)) == []


def test_a_denied_capture_is_contested(world):
    told = world.claim("capture", by=("league",), at=("oakham",), said_by=("league-office",))
    denied = world.claim("capture", "d_two", by=("league",), at=("oakham",), realis="denied", said_by=("crown-tv",))
    assert rows(world.relate(told, denied)) == [("oakham", "league", 0, None, True)]


def test_an_announced_withdrawal_ends_nothing(world):
    a = world.claim("control", by=("league",), at=("oakham",))
    b = world.claim("withdrawal", "d_two", by=("league",), at=("oakham",), when=world.on(4), realis="planned")
    assert rows(world.relate(a, b)) == [("oakham", "league", 0, None, False)]


def test_who_speaks_of_the_town_means_its_quarter(world):
    """One event, told of the quarter and of the town around it, says nothing of the whole town."""
    a = world.claim("capture", "d_one", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("league",), at=("bigtown",))
    story = world.relate(a, b)
    assert rows(story) == [("mill-quarter", "league", 0, None, False)]
    assert story.control[0].claims == tuple(sorted((a.id, b.id)))


def test_people_hold_no_place(world):
    assert rows(world.relate(world.claim("capture", by=("villagers",), at=("oakham",)))) == []
