"""Grades, their reasons, and the disagreements of one event's claims."""

from __future__ import annotations

import pytest

from dragoman.model import Disagreement, Reading


def verdict(story):
    """The one event's grade and reasons."""
    (event,) = story.events
    return event.grade, story.reasons[event.id]


def test_one_voice_is_single(world):
    story = world.relate(world.claim("attack", by=("league",), at=("oakham",), said_by=("watch",)))
    assert verdict(story) == ("single", ("single: on the word of Watch",))


def test_two_reports_on_one_word_are_repeated(world):
    claims = [world.claim("attack", d, by=("league",), at=("oakham",), said_by=("watch",)) for d in ("d_one", "d_two")]
    assert verdict(world.relate(*claims)) == ("repeated", ("repeated: 2 reports, all on the word of Watch",))


def test_two_outlets_corroborate(world):
    claims = [world.claim("attack", d, by=("league",), at=("oakham",)) for d in ("d_one", "d_two")]
    documents = (world.document("d_one", "Courier"), world.document("d_two", "Herald"))
    story = world.relate(*claims, documents=documents)
    assert verdict(story) == ("corroborated", ("corroborated: 2 independent voices (Courier, Herald)",))
    assert [named.id for named in story.events[0].originators] == ["courier", "herald"]


def test_a_body_and_its_own_part_are_one_voice(world):
    role = {"by": ("league",), "to": ("crown-army",), "at": ("oakham",)}
    claims = [world.claim("attack", d, said_by=(s,), **role) for d, s in (("d_one", "crown"), ("d_two", "crown-tv"))]
    assert verdict(world.relate(*claims))[0] == "repeated"


def test_the_losers_word_concedes(world):
    a = world.claim("capture", "d_one", by=("crown-army",), to=("league",), at=("oakham",), said_by=("crown-tv",))
    b = world.claim("capture", "d_two", by=("crown-army",), to=("league",), at=("oakham",), said_by=("league-office",))
    grade, reasons = verdict(world.relate(a, b))
    assert grade == "conceded"
    assert reasons[0] == f"conceded: League office confirms what is adverse to its own side ({b.id})"


@pytest.mark.parametrize(
    ("type", "by", "to", "said_by", "grade"),
    [
        ("capture", "crown-army", "league", "crown-tv", "single"),
        ("withdrawal", "league", "crown-army", "league-office", "conceded"),
        ("withdrawal", "league", "crown-army", "crown-tv", "single"),
        ("attack_repelled", "crown-army", "league", "league-office", "conceded"),
        ("siege", "crown-army", "league", "league-office", "single"),
    ],
)
def test_what_is_adverse_to_whom(world, type, by, to, said_by, grade):
    claim = world.claim(type, by=(by,), to=(to,), at=("oakham",), said_by=(said_by,))
    assert verdict(world.relate(claim))[0] == grade


@pytest.mark.parametrize(
    ("to", "who", "said_by", "grade"),
    [
        ("league", "fighters", "league-office", "conceded"),
        ("villagers", "civilians", "league-office", "single"),
        ("villagers", "civilians", "crown-office", "conceded"),
    ],
)
def test_losses_are_conceded_by_whom_they_shame(world, to, who, said_by, grade):
    claim = world.claim(
        "airstrike",
        by=("crown-army",),
        to=(to,),
        at=("oakham",),
        said_by=(said_by,),
        counts=(world.count(4, who=who),),
    )
    assert verdict(world.relate(claim))[0] == grade


def test_a_claim_marked_as_a_concession_is_one(world):
    claim = world.claim("capture", by=("crown-army",), at=("oakham",), flags=("concession",))
    assert verdict(world.relate(claim))[0] == "conceded"


def tolled(world, document, low, **changes):
    numbers = (world.count(low, **changes),)
    return world.claim("airstrike", document, by=("crown-army",), at=("oakham",), counts=numbers)


def test_numbers_that_do_not_overlap_are_contested(world):
    a, b = tolled(world, "d_one", 15), tolled(world, "d_two", 20)
    story = world.relate(a, b)
    (event,) = story.events
    assert event.grade == "contested"
    assert event.disagreements == (Disagreement("killed civilians", (Reading("15", (a.id,)), Reading("20", (b.id,)))),)
    assert story.reasons[event.id][0] == "contested: the voices disagree on killed civilians (15 / 20)"


def test_at_least_fifteen_and_twenty_agree(world):
    story = world.relate(tolled(world, "d_one", 15, high=None), tolled(world, "d_two", 20))
    assert verdict(story)[0] == "corroborated"


def test_parts_are_not_compared_with_wholes(world):
    story = world.relate(tolled(world, "d_one", 20), tolled(world, "d_two", 3, who="children"))
    assert verdict(story)[0] == "corroborated"


def test_one_voice_that_corrects_itself_is_not_contested(world):
    a = world.claim(
        "airstrike", "d_one", by=("crown-army",), at=("oakham",), said_by=("watch",), counts=(world.count(5),)
    )
    b = world.claim(
        "airstrike", "d_two", by=("crown-army",), at=("oakham",), said_by=("watch",), counts=(world.count(9),)
    )
    assert verdict(world.relate(a, b))[0] == "repeated"


def test_different_days_are_contested(world):
    a = world.claim("capture", "d_one", by=("league",), to=("crown-army",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("league",), to=("crown-army",), at=("mill-quarter",), when=world.on(1))
    (event,) = world.relate(a, b).events
    assert event.grade == "contested"
    assert event.disagreements[0].field == "when"
    assert [reading.value for reading in event.disagreements[0].values] == ["2030-03-14", "2030-03-15"]


def test_a_wrong_weekday_is_shown_but_contests_nothing(world):
    role = {"by": ("league",), "to": ("crown-army",), "at": ("mill-quarter",)}
    a = world.claim("capture", "d_one", **role)
    b = world.claim("capture", "d_two", when=world.on(1), flags=("weekday_conflict",), **role)
    (event,) = world.relate(a, b).events
    assert event.grade == "corroborated"
    assert [disagreement.field for disagreement in event.disagreements] == ["when"]
    assert event.when.start == world.on().start


def test_a_night_belongs_to_both_days(world):
    role = {"by": ("league",), "to": ("crown-army",), "at": ("mill-quarter",)}
    a = world.claim("capture", "d_one", when=world.on(0, precision="part_of_day"), **role)
    b = world.claim("capture", "d_two", when=world.on(1), **role)
    (event,) = world.relate(a, b).events
    assert (event.grade, event.disagreements) == ("corroborated", ())


def test_a_week_and_a_day_in_it_agree(world):
    role = {"by": ("league",), "to": ("crown-army",), "at": ("mill-quarter",)}
    a = world.claim("capture", "d_one", when=world.until(-3, 3), **role)
    b = world.claim("capture", "d_two", **role)
    (event,) = world.relate(a, b).events
    assert (event.grade, event.disagreements) == ("corroborated", ())
    assert (event.when.start, event.when.precision) == (world.on().start, "day")


def test_who_did_it_is_contested_between_sides(world):
    numbers = (world.count(31),)
    a = world.claim("shelling", "d_one", by=("league",), at=("mill-quarter",), counts=numbers)
    b = world.claim("shelling", "d_two", by=("crown-army",), at=("mill-quarter",), counts=numbers)
    (event,) = world.relate(a, b).events
    assert event.grade == "contested"
    assert event.disagreements == (
        Disagreement(
            "actors",
            tuple(sorted((Reading("League", (a.id,)), Reading("Crown army", (b.id,))), key=lambda r: r.value)),
        ),
    )


def test_a_general_name_and_a_particular_one_agree(world):
    a = world.claim("attack", "d_one", by=("insurgents",), at=("oakham",))
    b = world.claim("attack", "d_two", by=("league-south",), at=("oakham",))
    (event,) = world.relate(a, b).events
    assert event.disagreements == ()


def test_two_announcers_of_one_pause_are_contested(world):
    """Only one body can have announced it, though both are of one side."""
    role = {"at": ("bigtown",), "realis": "planned"}
    hours = ("09:00", "19:00")
    a = world.claim("ceasefire", "d_one", by=("crown-office",), when=world.on(2, hours=hours), **role)
    b = world.claim("ceasefire", "d_two", by=("crown-staff",), when=world.on(2, hours=hours), **role)
    (event,) = world.relate(a, b).events
    assert event.grade == "contested"
    assert [reading.value for reading in event.disagreements[0].values] == [
        "Crown general staff",
        "Crown office",
    ]


def test_captures_by_both_sides_on_one_day_contest_each_other(world):
    a = world.claim("capture", "d_one", by=("league",), at=("oakham",), said_by=("league-office",))
    b = world.claim("capture", "d_two", by=("crown-army",), at=("oakham",), said_by=("crown-tv",))
    story = world.relate(a, b)
    assert [event.grade for event in story.events] == ["contested", "contested"]


def test_a_capture_that_another_calls_failed_is_contested(world):
    a = world.claim("capture", "d_one", by=("league",), at=("oakham",), said_by=("league-office",))
    b = world.claim("capture", "d_two", by=("league",), at=("oakham",), said_by=("crown-tv",), realis="failed")
    story = world.relate(a, b)
    grades = {event.type: event.grade for event in story.events}
    assert grades["capture"] == "contested"


def test_retaken_a_day_later_contests_nothing(world):
    a = world.claim("capture", "d_one", by=("league",), at=("oakham",))
    b = world.claim("capture", "d_two", by=("crown-army",), at=("oakham",), when=world.on(5))
    assert {event.grade for event in world.relate(a, b).events} == {"single"}


def test_one_reports_history_is_no_dispute(world):
    a = world.claim("capture", by=("league",), at=("oakham",))
    b = world.claim("capture", by=("crown-army",), at=("oakham",))
    assert {event.grade for event in world.relate(a, b).events} == {"single"}


def test_who_tells_of_an_unlike_part_corroborates_nothing(world):
    """That there was an air strike does not bear out that gas was used in it."""
    role = {"by": ("crown-army",), "to": ("league",), "at": ("mill-quarter",), "counts": (world.count(12),)}
    a = world.claim("chemical_attack", "d_one", said_by=("league-office",), **role)
    b = world.claim("airstrike", "d_two", said_by=("watch",), **role)
    (event,) = world.relate(a, b).events
    assert (event.type, event.grade) == ("chemical_attack", "single")


def test_a_loss_is_conceded_though_the_claim_names_no_loser(world):
    """Who loses by a capture is known from whom the captor fights elsewhere."""
    told = world.claim("capture", by=("crown-army",), at=("oakham",), said_by=("league-office",))
    assert verdict(world.relate(told))[0] == "single"
    fight = world.claim("attack", "d_two", by=("league",), to=("crown-army",), at=("farham",))
    grades = {event.type: event.grade for event in world.relate(told, fight).events}
    assert grades == {"capture": "conceded", "attack": "single"}
