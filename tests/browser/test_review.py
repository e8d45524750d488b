"""Reviewing by keyboard: each decision reaches the ledger, is counted, told and can be undone."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open, Served, Shoot, serving

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judgements
from dragoman.review.standing import standing


@pytest.fixture
def desk(own_samples: Path) -> Iterator[Served]:
    """A ledger of one's own."""
    with serving(own_samples, "--user", "Ana") as running:
        yield running


def decided(path: Path) -> list[tuple[str, str, str]]:
    with Ledger.open(path) as ledger:
        return [(one.kind, one.verdict, one.user) for one in standing(ledger)]


def wait_for(page: Page, verdict: str) -> None:
    """The screen says so only after the server did."""
    expect(page.locator("body")).to_contain_text(verdict)
    page.wait_for_load_state("networkidle")


def test_pairs_one_after_the_other(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    page = opened(desk, "/review?queue=pairs")
    for key, position in (("y", "2 of"), ("n", "3 of"), ("u", "4 of")):
        page.keyboard.press(key)
        expect(page.locator("h2").first).to_contain_text(position)
    assert [verdict for _, verdict, _ in decided(own_samples)] == ["same", "different"]
    expect(page.get_by_role("link", name=re.compile("Pairs"))).to_contain_text("3 of")
    shoot(page, "review-some-decided")
    page.keyboard.press("z")
    expect(page.locator("h2").first).to_contain_text("3 of")
    page.keyboard.press("z")
    expect(page.locator("h2").first).to_contain_text("2 of")
    assert decided(own_samples) == [("pair", "same", "Ana")]
    with Ledger.open(own_samples) as ledger:
        assert len(list(judgements(ledger, standing=False))) == 5


def test_a_claim_is_rejected_and_taken_back_in(desk: Served, own_samples: Path, opened: Open) -> None:
    page = opened(desk, "/review?queue=doubtful")
    page.get_by_label("Reason").fill("it is a wish")
    page.locator("h2").first.click()
    page.keyboard.press("x")
    expect(page.locator("h2").first).to_contain_text("2 of")
    assert decided(own_samples) == [("claim", "rejected", "Ana")]
    page.keyboard.press("z")
    expect(page.locator("h2").first).to_contain_text("1 of")
    assert decided(own_samples) == []


def test_a_grade_needs_a_reason(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    page = opened(desk, "/review?queue=contested")
    page.keyboard.press("g")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name=re.compile("^One voice")).check()
    send = dialog.get_by_role("button", name="Set this grade")
    expect(send).to_be_disabled()
    dialog.get_by_role("textbox").fill("both repeat one ministry")
    shoot(page, "grade")
    send.click()
    expect(dialog).to_have_count(0)
    assert decided(own_samples) == [("grade", "single", "Ana")]
    page.goto(f"{desk.home}/history")
    expect(page.locator("main")).to_contain_text("both repeat one ministry")
    expect(page.locator("main")).to_contain_text("Ana")


def test_an_event_is_split_and_worked_out_anew(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    with Ledger.open(own_samples) as ledger:
        event = max(ledger.events(), key=lambda one: (len(one.claims), one.id))
    page = opened(desk, f"/events/{event.id}")
    page.keyboard.press("2")
    page.keyboard.press("s")
    page.get_by_role("dialog").get_by_role("button", name="Split").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert decided(own_samples) == [("split", "split", "Ana")]
    banner = page.get_by_role("button", name="Work them in now")
    shoot(page, "event-with-a-split")
    banner.click()
    expect(page.locator(".banner")).to_have_count(0, timeout=60_000)
    with Ledger.open(own_samples) as ledger:
        (made,) = standing(ledger)
        (apart,) = made.value["apart"]
        told = {one.id: set(one.claims) for one in ledger.events() if set(one.claims) & set(event.claims)}
    assert len(told) > 1
    assert not any(apart in claims and claims & set(made.value["rest"]) for claims in told.values())
    expect(page.locator("h1")).to_have_text("This event was worked out anew")
    assert page.locator("main article").count() == len(told)


def test_a_slot_is_corrected_with_words_of_the_sentence(
    desk: Served, own_samples: Path, opened: Open, shoot: Shoot
) -> None:
    with Ledger.open(own_samples) as ledger:
        claim = next(
            one for one in ledger.claims() if len(one.actors) == 1 and one.document and " " in one.sentence.text
        )
    word = claim.sentence.text.split()[0].strip(".,")
    page = opened(desk, f"/claims/{claim.id}")
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Words in the sentence").first.fill(word)
    shoot(page, "slot")
    dialog.get_by_role("button", name="Save the correction").click()
    expect(dialog).to_have_count(0)
    with Ledger.open(own_samples) as ledger:
        (made,) = standing(ledger)
    assert (made.kind, made.subject, made.object) == ("slot", claim.id, "actors")
    assert (made.value[0]["text"], made.value[0]["start"]) == (word, claim.sentence.start)
    expect(page.locator("main")).to_contain_text("corrected")


def test_two_places_are_one(desk: Served, own_samples: Path, opened: Open) -> None:
    page = opened(desk, "/places/minyan")
    page.get_by_text("The same place as").click()
    page.get_by_label("Find a known place").fill("Dahiyet")
    page.get_by_role("button", name=re.compile("Dahiyet al-Assad")).first.click()
    page.get_by_role("button", name="They are the same").click()
    expect(page.locator("main")).to_contain_text("Ana")
    with Ledger.open(own_samples) as ledger:
        (made,) = standing(ledger)
    assert (made.kind, made.subject, made.object, made.verdict) == ("merge", "minyan", "dahiyet-al-assad", "same")


def test_an_unknown_name_in_two_clicks(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    page = opened(desk, "/review?queue=names")
    name = page.locator("h3 bdi").first.inner_text()
    page.get_by_role("button", name="Add it to the pack").click()
    expect(page.locator(".written")).to_contain_text("--rebuild")
    shoot(page, "name-written")
    pack = own_samples.with_name("aleppo-pack")
    written = "".join(file.read_text("utf-8") for file in pack.iterdir())
    assert name in written
    assert decided(own_samples) == [("name", "entered", "Ana")]


def test_nothing_typed_is_lost_when_the_server_is_gone(own_samples: Path, opened: Open) -> None:
    with serving(own_samples, "--user", "Ana") as running:
        page = opened(running, "/review?queue=contested", complaints=("Failed to load", "ERR_CONNECTION"))
        page.keyboard.press("g")
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("textbox").fill("a long thought")
    dialog.get_by_role("button", name="Set this grade").click()
    expect(dialog.locator(".error, [role=alert]").first).to_be_visible()
    expect(dialog.get_by_role("textbox")).to_have_value("a long thought")
    assert decided(own_samples) == []


def test_two_reviewers_see_each_other(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    ana, ben = opened(desk, "/review?queue=pairs"), opened(desk, "/review?queue=pairs", complaints=("409",))
    ben.get_by_label("Reviewer").fill("Ben")
    ben.get_by_label("Reviewer").blur()
    ana.keyboard.press("y")
    expect(ana.locator("h2").first).to_contain_text("2 of")
    ben.keyboard.press("n")
    expect(ben.locator("main")).to_contain_text("Somebody else decided on this")
    shoot(ben, "conflict")
    assert decided(own_samples) == [("pair", "same", "Ana")]
    ben.get_by_role("button", name="Decide anyway").click()
    expect(ben.locator("h2").first).to_contain_text("2 of")
    assert decided(own_samples) == [("pair", "different", "Ben")]
    with Ledger.open(own_samples) as ledger:
        assert [one.verdict for one in judgements(ledger)] == ["same", "different"]


def test_reading_only(own_samples: Path, opened: Open, shoot: Shoot) -> None:
    with serving(own_samples, "--read-only") as running:
        page = opened(running, "/review?queue=pairs")
        page.keyboard.press("y")
        expect(page.locator("body")).to_contain_text(re.compile("read.only|only be read", re.I))
        shoot(page, "read-only")
    assert decided(own_samples) == []


def test_a_build_beside_it_is_seen(desk: Served, own_samples: Path, opened: Open, shoot: Shoot) -> None:
    page = opened(desk, "/")
    with Ledger.create(own_samples) as ledger:
        ledger.set_meta({"progress": json.dumps({"step": "read", "done": 320, "total": 642, "by": os.getpid()})})
    page.reload()
    expect(page.locator(".banner")).to_contain_text("320 / 642")
    shoot(page, "build-running")
    with Ledger.create(own_samples) as ledger:
        ledger.set_meta({"progress": "null"})
    expect(page.locator(".banner")).to_have_count(0, timeout=20_000)
