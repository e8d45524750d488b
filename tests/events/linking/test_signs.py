"""The signs by which two claims meet or do not, each where it decides."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.analysis.vectors import cosine, packed
from dragoman.events import relate


def reasons(story):
    return [reason for link in story.links for reason in link.reasons]


def test_seldom_types_meet_in_a_city_where_common_ones_do_not(world):
    def story(kind):
        return world.relate(*(world.claim(kind, f"d_{n}", at=("bigtown",)) for n in range(2)))

    assert len(story("suicide_attack").events) == 1
    assert "a seldom type (+0.8)" in reasons(story("suicide_attack"))
    assert len(story("shelling").events) == 2


def test_the_people_of_one_report_are_the_civilians_of_another(world):
    a = world.claim("bombing", "d_one", at=("bigtown",), counts=(world.count(16, who="people"),))
    b = world.claim("bombing", "d_two", at=("bigtown",), counts=(world.count(16),))
    story = world.relate(a, b)
    assert len(story.events) == 1
    assert "same number (16 killed) (+1.8)" in reasons(story)


def test_fighters_and_civilians_are_not_one_number(world):
    a = world.claim("bombing", "d_one", at=("bigtown",), counts=(world.count(16, who="fighters"),))
    b = world.claim("bombing", "d_two", at=("bigtown",), counts=(world.count(16),))
    assert len(world.relate(a, b).events) == 2


def test_two_lower_ends_that_differ_agree_on_nothing(world):
    a = world.claim("shelling", "d_one", by=("league",), at=("bigtown",), counts=(world.count(7, high=None),))
    b = world.claim("shelling", "d_two", at=("bigtown",), counts=(world.count(15, high=None),))
    assert len(world.relate(a, b).events) == 2


def test_a_report_of_the_next_day_tells_yesterday(world):
    stated = world.claim("airstrike", "d_one", at=("oakham",), when=world.on(0))
    after = world.claim("airstrike", "d_two", at=("oakham",), when=world.published(1))
    before = world.claim("airstrike", "d_three", at=("oakham",), when=world.published(-1))
    assert len(world.relate(stated, after).events) == 1
    assert len(world.relate(stated, before).events) == 2


def test_both_beginnings_of_an_offensive_meet_over_a_day(world):
    role = {"by": ("league",), "at": ("bigtown",)}

    def story(phase):
        return world.relate(
            world.claim("offensive", "d_one", phase=phase, **role),
            world.claim("offensive", "d_two", phase=phase, when=world.on(1), **role),
        )

    assert len(story("start").events) == 1
    assert len(story(None).events) == 2


def test_a_span_that_ends_the_day_before_does_not_hold_the_day(world):
    a = world.claim("shelling", "d_one", at=("bigtown",), by=("league",), when=world.until(-2, 0))
    b = world.claim("shelling", "d_two", at=("bigtown",), by=("league",), when=world.on(1))
    assert not any("days within" in reason for reason in reasons(world.relate(a, b)))


def test_two_quarters_of_a_city_are_near_and_yet_two_places(world):
    a = world.claim("shelling", "d_one", at=("mill-quarter",))
    b = world.claim("shelling", "d_two", at=("east-bigtown",))
    assert len(world.relate(a, b).events) == 2


@pytest.mark.parametrize(("angle", "events"), [(0.3, 1), (1.2, 2)])
def test_like_sentences_bring_two_reports_together(world, angle, events):
    a, b = (world.claim("shelling", document, at=("bigtown",)) for document in ("d_one", "d_two"))
    known = {claim.document: world.document(claim.document) for claim in (a, b)}
    one, other = np.array([1.0, 0.0], np.float32), np.array([np.cos(angle), np.sin(angle)], np.float32)
    vectors = {("d_one", 0): packed(one), ("d_two", 0): packed(other)}
    assert len(relate((a, b), known, world.knowledge).events) == 2
    assert len(relate((a, b), known, world.knowledge, vectors).events) == events


def test_vectors_keep_their_direction_in_bytes():
    one = np.array([0.6, 0.8, 0.0], np.float32)
    assert cosine(packed(one), packed(one)) == 1.0
    assert cosine(packed(one), packed(-one)) == -1.0
    assert cosine(packed(one), packed(np.array([0.0, 0.0, 1.0], np.float32))) == 0.0
    assert cosine(packed(one), packed(np.zeros(3, np.float32))) == 0.0
