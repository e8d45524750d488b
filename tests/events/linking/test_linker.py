"""Which claims become one event, and which never do."""

from __future__ import annotations

import pytest


def groups(story):
    return sorted(sorted(event.claims) for event in story.events)


def one(story):
    assert len(story.events) == 1
    return story.events[0]


def test_two_reports_of_one_attack_are_one_event(world):
    a = world.claim("attack", "d_one", by=("insurgents",), to=("crown-army",), at=("oakham",))
    b = world.claim("attack", "d_two", by=("league-north",), to=("crown-army",), at=("oakham",))
    assert one(world.relate(a, b)).claims == tuple(sorted((a.id, b.id)))


def test_same_type_elsewhere_is_another_event(world):
    a = world.claim("attack", "d_one", by=("insurgents",), at=("oakham",))
    b = world.claim("attack", "d_two", by=("insurgents",), at=("farham",))
    assert groups(world.relate(a, b)) == sorted([[a.id], [b.id]])


def test_near_places_meet_when_all_else_agrees(world):
    five = (world.count(5),)
    a = world.claim("airstrike", "d_one", by=("crown-army",), at=("oakham",), counts=five)
    b = world.claim("airstrike", "d_two", by=("crown-army",), at=("elmham",), counts=five)
    story = world.relate(a, b)
    assert one(story).type == "airstrike"
    assert any("near places (Elmham and Oakham, 3.5 km)" in reason for reason in story.links[0].reasons)


def test_a_quarter_and_its_town_meet(world):
    a = world.claim("capture", "d_one", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("league",), at=("bigtown",))
    assert one(world.relate(a, b)).places[0].id == "mill-quarter"


def test_two_quarters_of_a_town_do_not_meet(world):
    a = world.claim("capture", "d_one", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("league",), at=("rose-quarter",))
    assert len(world.relate(a, b).events) == 2


def test_two_sieges_a_year_apart_do_not_meet(world):
    first = [
        world.claim("siege", f"d_{n}", by=("crown-army",), to=("league",), at=("bigtown",), when=world.on(n))
        for n in range(3)
    ]
    second = [
        world.claim("siege", f"d_{n}", by=("crown-army",), to=("league",), at=("bigtown",), when=world.on(n))
        for n in range(365, 368)
    ]
    assert groups(world.relate(*first, *second)) == sorted((sorted(c.id for c in first), sorted(c.id for c in second)))


def test_an_undated_mention_does_not_bridge_two_sieges(world):
    role = {"by": ("crown-army",), "to": ("league",), "at": ("bigtown",)}
    a = world.claim("siege", "d_one", **role)
    b = world.claim("siege", "d_two", when=world.on(365), **role)
    middle = world.claim("siege", "d_three", when=world.undated, **role)
    parts = groups(world.relate(a, b, middle))
    assert not any(a.id in part and b.id in part for part in parts)


def test_one_siege_is_mentioned_for_months(world):
    role = {"by": ("crown-army",), "to": ("league",), "at": ("bigtown",)}
    claims = [world.claim("siege", f"d_{n}", when=world.on(n), **role) for n in range(0, 120, 20)]
    assert len(one(world.relate(*claims)).claims) == 6


def test_a_siege_broken_in_between_makes_two(world):
    role = {"by": ("crown-army",), "to": ("league",), "at": ("bigtown",)}
    a = world.claim("siege", "d_one", **role)
    broken = world.claim("siege_broken", "d_two", by=("league",), at=("bigtown",), when=world.on(10))
    b = world.claim("siege", "d_three", when=world.on(20), **role)
    story = world.relate(a, broken, b)
    assert len(story.events) == 3
    assert [link.reasons[0] for link in story.links if {link.a, link.b} == {a.id, b.id}] == [
        "kept apart: the siege was broken between them"
    ]


def test_captures_by_two_sides_do_not_meet(world):
    a = world.claim("capture", "d_one", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", "d_two", by=("crown-army",), at=("mill-quarter",))
    assert len(world.relate(a, b).events) == 2


def test_a_failed_capture_is_an_attack_and_meets_no_capture(world):
    a = world.claim("capture", "d_one", by=("league",), at=("mill-quarter",))
    failed = world.claim("capture", "d_two", by=("league",), at=("mill-quarter",), realis="failed")
    attack = world.claim("attack", "d_three", by=("league",), at=("mill-quarter",))
    story = world.relate(a, failed, attack)
    assert groups(story) == sorted(([a.id], sorted((failed.id, attack.id))))
    assert sorted(event.type for event in story.events) == ["attack", "capture"]


def test_one_report_that_gives_two_days_tells_two_events(world):
    a = world.claim("attack", by=("league",), at=("oakham",))
    b = world.claim("attack", by=("league",), at=("oakham",), when=world.on(1))
    assert len(world.relate(a, b).events) == 2
    assert len(world.relate(a, world.claim("attack", "d_two", by=("league",), at=("oakham",))).events) == 1


def test_a_doubtful_weekday_may_meet_the_day_beside_it(world):
    a = world.claim("capture", by=("league",), at=("mill-quarter",))
    b = world.claim("capture", by=("league",), at=("mill-quarter",), when=world.on(1), flags=("weekday_conflict",))
    assert len(world.relate(a, b).events) == 1


def test_a_chain_of_days_does_not_run_on(world):
    claims = [world.claim("shelling", f"d_{n}", by=("league",), at=("oakham",), when=world.on(n)) for n in range(12)]
    story = world.relate(*claims)
    assert all(len(event.claims) <= 4 for event in story.events)


def test_shelling_and_the_deaths_it_caused_are_one(world):
    a = world.claim("shelling", by=("league",), at=("oakham",), sentence="s", counts=(world.count(7),))
    b = world.claim("killing", by=("league",), at=("oakham",), sentence="s", counts=(world.count(7),))
    assert one(world.relate(a, b)).type == "shelling"


def test_the_repelled_attack_is_the_attack(world):
    a = world.claim("attack", "d_one", by=("league",), to=("crown-army",), at=("oakham",))
    b = world.claim("attack_repelled", "d_two", by=("crown-army",), to=("league",), at=("oakham",))
    event = one(world.relate(a, b))
    assert event.type == "attack_repelled"
    assert [party.id for party in event.actors] == ["league"]
    assert [party.id for party in event.targets] == ["crown-army"]


def test_clashing_parties_may_change_places(world):
    a = world.claim("clash", "d_one", by=("league",), to=("crown-army",), at=("oakham",))
    b = world.claim("clash", "d_two", by=("crown-army",), to=("league",), at=("oakham",))
    assert one(world.relate(a, b)).grade == "corroborated"


def test_taking_control_is_a_capture(world):
    a = world.claim("capture", "d_one", by=("league",), at=("oakham",))
    b = world.claim("control", "d_two", by=("league",), at=("oakham",), phase="start")
    assert one(world.relate(a, b)).type == "capture"


def test_undated_claims_need_strong_others(world):
    a = world.claim("airstrike", "d_one", by=("crown-army",), at=("oakham",), counts=(world.count(11),))
    strong = world.claim(
        "airstrike",
        "d_two",
        by=("crown-army",),
        at=("oakham",),
        counts=(world.count(11),),
        when=world.undated,
    )
    weak = world.claim("airstrike", "d_three", at=("shire",), when=world.undated)
    assert groups(world.relate(a, strong, weak)) == sorted((sorted((a.id, strong.id)), [weak.id]))


def test_an_unresolved_place_meets_its_like(world):
    a = world.claim("capture", "d_one", by=("league",), at=("Nowherton",))
    b = world.claim("capture", "d_two", by=("league",), at=("Nowherton",))
    assert len(world.relate(a, b).events) == 1


def test_the_province_alone_is_no_ground(world):
    a = world.claim("airstrike", "d_one", at=("shire",))
    b = world.claim("airstrike", "d_two", at=("shire",))
    assert len(world.relate(a, b).events) == 2


@pytest.mark.parametrize("realis", ["predicted", "hypothetical", "demanded"])
def test_what_did_not_happen_is_no_event(world, realis):
    assert world.relate(world.claim("attack", at=("oakham",), realis=realis)).events == ()


def test_comments_never_make_events(world):
    assert world.relate(world.claim("attack", at=("oakham",), voice="comment")).events == ()


def test_a_denial_alone_is_no_event_and_makes_a_told_one_contested(world):
    denial = world.claim("chemical_attack", "d_two", by=("crown-army",), at=("oakham",), realis="denied")
    assert world.relate(denial).events == ()
    told = world.claim("chemical_attack", "d_one", by=("crown-army",), at=("oakham",))
    event = one(world.relate(told, denial))
    assert event.grade == "contested"
    assert set(event.claims) == {told.id, denial.id}


def test_an_announced_pause_told_twice_is_one_event(world):
    a = world.claim("ceasefire", "d_one", by=("crown-office",), at=("bigtown",), realis="planned")
    b = world.claim("ceasefire", "d_two", by=("crown-office",), at=("bigtown",), realis="planned")
    story = world.relate(a, b)
    assert "announced: no claim says that it came to pass" in story.reasons[one(story).id]


def test_a_planned_attack_is_none(world):
    assert world.relate(world.claim("attack", at=("oakham",), realis="planned")).events == ()


def test_links_say_why(world):
    a = world.claim("attack", "d_one", by=("league",), at=("oakham",))
    b = world.claim("attack", "d_two", by=("league",), at=("oakham",))
    (link,) = world.relate(a, b).links
    assert (link.a, link.b) == tuple(sorted((a.id, b.id)))
    assert link.reasons == (
        "same day (+1.5)",
        "same town (Oakham) (+1.5)",
        "same actor (+1.0)",
        "same type (attack) (+1.0)",
        "same word (“attack”) (+0.2)",
    )
    assert link.score == pytest.approx(0.8808, abs=1e-4)


def test_one_report_names_near_places_to_tell_them_apart(world):
    role = {"by": ("crown-army",), "to": ("league",)}
    a = world.claim("airstrike", at=("oakham",), **role)
    b = world.claim("airstrike", at=("elmham",), **role)
    assert len(world.relate(a, b).events) == 2
    c = world.claim("airstrike", "d_two", at=("elmham",), **role)
    assert len(world.relate(a, c).events) == 1


def test_the_type_that_all_are_most_alike_names_the_event(world):
    role = {"by": ("league",), "to": ("crown-army",), "at": ("mill-quarter",)}
    kinds = ("attack", "attack", "clash", "suicide_attack")
    claims = [world.claim(kind, f"d_{n}", **role) for n, kind in enumerate(kinds)]
    assert one(world.relate(*claims)).type == "attack"


def test_a_claim_that_names_nobody_joins_no_attack_with_its_answer(world):
    ours = world.claim("shelling", "d_one", by=("league",), at=("oakham",))
    theirs = world.claim("shelling", "d_two", by=("crown-army",), at=("oakham",))
    nobody = world.claim("shelling", "d_three", at=("oakham",))
    parts = groups(world.relate(ours, theirs, nobody))
    assert len(parts) == 2
    assert not any(ours.id in part and theirs.id in part for part in parts)


def test_a_great_city_has_many_attacks_a_day(world):
    a = world.claim("attack", "d_one", at=("bigtown",))
    b = world.claim("attack", "d_two", at=("bigtown",))
    assert len(world.relate(a, b).events) == 2
    c, d = (world.claim("attack", document, by=("league",), at=("bigtown",)) for document in ("d_one", "d_two"))
    assert len(world.relate(c, d).events) == 1
