"""Who held what, from when until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dragoman.model import Span, short_id


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


def told(world, type, sentence, trigger, key, name, document="d_one", **role):
    """A claim whose place and trigger stand in a sentence."""
    at, start = sentence.index(name), sentence.index(trigger)
    where = replace(world.place(key), text=name, start=at, end=at + len(name))
    claim = world.claim(type, document, sentence=sentence, places=(where,), **role)
    claim = replace(claim, trigger=Span(trigger, start, start + len(trigger)))
    return replace(claim, id=short_id("c", repr(claim)))


def named(story):
    """(place, holder, first day, last day, contested), the place by its name."""
    return [(row.place.name, *rest[1:]) for row, rest in zip(story.control, rows(story), strict=True)]


def part(world, type, share, by, days=0, document="d_one", key="oakham", name="Oakham", **role):
    """A claim on a share of a place, in English."""
    verb = {"capture": "took", "control": "holds", "withdrawal": "left"}[type]
    sentence = f"Somebody {verb} {share} {name} on a day {document} {days}."
    return told(world, type, sentence, verb, key, name, document, by=by, when=world.on(days), **role)


def test_two_sides_hold_parts_of_a_place_without_a_dispute(world):
    a = part(world, "control", "parts of", ("league",))
    b = part(world, "control", "most of", ("crown-army",), 1, "d_two")
    story = world.relate(a, b)
    assert named(story) == [
        ("part of Oakham", "league", 0, None, False),
        ("part of Oakham", "crown-army", 1, None, False),
    ]
    assert {row.place.id for row in story.control} == {None}


def test_the_western_part_changes_hands_and_the_rest_does_not(world):
    a = part(world, "control", "the whole of", ("crown-army",))
    b = part(world, "capture", "the western part of", ("league",), 5, "d_two")
    c = part(world, "capture", "the western part of", ("crown-army",), 9, "d_three")
    assert named(world.relate(a, b, c)) == [
        ("Oakham", "crown-army", 0, None, False),
        ("western part of Oakham", "league", 5, 9, False),
    ]


def test_a_part_is_never_the_whole(world):
    """The same in three languages: the part falls, the town does not."""
    held = world.claim("control", "d_zero", by=("crown-army",), at=("oakham",), when=world.on(-2))
    ways = {
        "en": ("The League captured large parts of Oakham.", "captured", "Oakham"),
        "de": ("Die Liga eroberte weite Teile von Oakham.", "eroberte", "Oakham"),
        "hr": ("Liga je zauzela veći dio Oakhama.", "zauzela", "Oakhama"),
    }
    for code, (sentence, trigger, name) in ways.items():
        claim = told(world, "capture", sentence, trigger, "oakham", name, by=("league",))
        report = replace(world.document("d_one"), language=code)
        assert named(world.relate(held, claim, documents=(report,))) == [
            ("Oakham", "crown-army", -2, None, False),
            ("part of Oakham", "league", 0, None, False),
        ]


def test_the_fall_of_a_place_ends_the_holds_of_its_parts(world):
    a = part(world, "control", "half of", ("league",))
    b = part(world, "control", "the eastern half of", ("crown-army",), 0, "d_two")
    c = world.claim("capture", "d_three", by=("crown-army",), at=("oakham",), when=world.on(20))
    assert named(world.relate(a, b, c)) == [
        ("eastern part of Oakham", "crown-army", 0, 20, False),
        ("Oakham", "crown-army", 20, None, False),
        ("part of Oakham", "league", 0, 20, False),
    ]


def test_who_holds_the_whole_holds_its_parts(world):
    a = world.claim("capture", by=("league",), at=("oakham",))
    b = part(world, "control", "most of", ("league-north",), 9, "d_two")
    story = world.relate(a, b)
    assert named(story) == [("Oakham", "league", 0, None, False)]
    assert b.id in story.control[0].claims


def test_a_partial_withdrawal_leaves_the_rest(world):
    a = world.claim("control", by=("league",), at=("oakham",))
    b = part(world, "withdrawal", "parts of", ("league",), 9, "d_two")
    assert named(world.relate(a, b)) == [
        ("Oakham", "league", 0, None, False),
        ("part of Oakham", "league", None, 9, False),
    ]


def test_an_advance_and_what_lies_beside_hold_nothing(world):
    a = told(world, "capture", "The League advanced on Oakham.", "advanced on", "oakham", "Oakham", by=("league",))
    b = told(world, "capture", "The League seized farms near Elmham.", "seized", "elmham", "Elmham", by=("league",))
    assert rows(world.relate(a, b)) == []


def test_the_fall_of_a_town_is_that_of_its_quarters(world):
    quarter = world.claim("control", by=("league",), at=("mill-quarter",), when=world.on(-9))
    town = world.claim("capture", "d_two", by=("crown-army",), at=("bigtown",))
    later = world.claim("capture", "d_three", by=("league",), at=("rose-quarter",), when=world.on(30))
    assert rows(world.relate(quarter, town, later)) == [
        ("bigtown", "crown-army", 0, None, False),
        ("mill-quarter", "league", -9, 0, False),
        ("rose-quarter", "league", 30, None, False),
    ]


def test_the_fall_of_a_province_is_not_that_of_its_towns(world):
    town = world.claim("control", by=("league",), at=("oakham",), when=world.on(-9))
    plain = world.claim("capture", "d_two", by=("crown-army",), at=("shire",))
    assert ("oakham", "league", -9, None, False) in rows(world.relate(town, plain))
    sentence = "The army took full control of Shire."
    whole = told(world, "capture", sentence, "took full control", "shire", "Shire", "d_two", by=("crown-army",))
    assert ("oakham", "league", -9, 0, False) in rows(world.relate(town, whole))


def test_the_area_in_which_a_quarter_lies_does_not_fall_with_it(world):
    held = world.claim("control", by=("league",), at=("east-bigtown",), when=world.on(-9))
    fallen = world.claim("capture", "d_two", by=("crown-army",), at=("rose-quarter", "east-bigtown"))
    assert rows(world.relate(held, fallen)) == [
        ("east-bigtown", "league", -9, None, False),
        ("rose-quarter", "crown-army", 0, None, False),
    ]


def test_handed_over_ends_one_hold_and_begins_another(world):
    sentence = "The League handed over Oakham to the army."
    gift = told(
        world, "withdrawal", sentence, "handed over", "oakham", "Oakham", "d_two",
        by=("league",), to=("crown-army",), when=world.on(4),
    )  # fmt: skip
    held = world.claim("control", by=("league",), at=("oakham",))
    assert rows(world.relate(held, gift)) == [
        ("oakham", "league", 0, 4, False),
        ("oakham", "crown-army", 4, None, False),
    ]


def test_a_late_withdrawal_tells_of_the_same_loss(world):
    taken = world.claim("capture", by=("crown-army",), to=("league",), at=("oakham",))
    left = world.claim("withdrawal", "d_two", by=("league",), at=("oakham",), when=world.on(2))
    story = world.relate(taken, left)
    assert rows(story) == [("oakham", "league", None, 0, False), ("oakham", "crown-army", 0, None, False)]
    assert left.id in story.control[0].claims


def test_after_long_silence_another_holder_is_no_dispute(world):
    """Nobody told how it changed hands: the old hold is known no further than to the new report."""
    a = world.claim("control", by=("league",), at=("oakham",))
    b = world.claim("control", "d_two", by=("crown-army",), at=("oakham",), when=world.on(90))
    assert rows(world.relate(a, b)) == [("oakham", "league", 0, 90, False), ("oakham", "crown-army", 90, None, False)]


def test_a_loss_without_a_captor_ends_the_hold(world):
    held = world.claim("control", by=("league",), at=("oakham",))
    lost = world.claim("capture", "d_two", to=("league",), at=("oakham",), when=world.on(7))
    assert rows(world.relate(held, lost)) == [("oakham", "league", 0, 7, False)]


def test_a_capture_without_a_day_is_the_one_already_told(world):
    """A report of the recapture that also tells, without a day, how the place was first taken."""
    first = world.claim("capture", by=("league",), at=("oakham",))
    retaken = world.claim("capture", "d_two", by=("crown-army",), at=("oakham",), when=world.on(15))
    history = world.claim("capture", "d_two", by=("league",), at=("oakham",), when=world.published(16), start=90)
    story = world.relate(first, retaken, history)
    assert rows(story) == [("oakham", "league", 0, 15, False), ("oakham", "crown-army", 15, None, False)]
    assert history.id in story.control[0].claims


def test_the_besieger_holds_nothing_and_a_nameless_besieged_neither(world):
    story = world.relate(world.claim("siege", by=("crown-army",), at=("oakham",)))
    assert rows(story) == []


def test_besieged_soldiers_hold_their_base(world):
    story = world.relate(world.claim("besieged", to=("crown-army",), at=("oakham",)))
    assert rows(story) == [("oakham", "crown-army", 0, None, False)]


def test_a_side_s_own_word_is_not_contested_for_being_its_own(world):
    claim = world.claim("capture", by=("league",), at=("oakham",), said_by=("league-office",))
    assert rows(world.relate(claim)) == [("oakham", "league", 0, None, False)]


def test_allies_are_one_row(world):
    a = world.claim("capture", by=("crown-army", "crown-guard"), at=("oakham",))
    b = world.claim("capture", "d_two", by=("crown-guard",), at=("oakham",))
    assert [row[1] for row in rows(world.relate(a, b))] == ["crown-army"]
