"""Searching: words in every script, what narrows the list, and an address that holds all of it."""

import json
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import Open, Served


def test_words_narrow_the_list_and_stand_in_the_address(served: Served, opened: Open) -> None:
    page = opened(served, "/events")
    before = page.locator(".results-head [role=status]").inner_text()
    page.keyboard.press("/")
    page.keyboard.type("minyan")
    page.wait_for_url("**/events?q=minyan")
    expect(page.locator(".results-head [role=status]")).not_to_have_text(before)
    found = page.locator(".results article")
    assert 0 < found.count() < 60
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("minyan")
    assert page.locator(".results article").count() == found.count()


def test_letters_of_other_scripts_and_their_marks(served: Served, opened: Open) -> None:
    page = opened(served, "/claims?q=pobunjenici")
    latin = page.locator(".results article").count()
    assert latin > 0
    page.goto(f"{served.home}/claims?q=kämpfe")
    page.wait_for_load_state("networkidle")
    marked = page.locator(".results article").count()
    page.goto(f"{served.home}/claims?q=kampfe")
    page.wait_for_load_state("networkidle")
    assert page.locator(".results article").count() == marked > 0


def test_what_narrows_is_counted_named_and_taken_away(served: Served, opened: Open) -> None:
    page = opened(served, "/events")
    box = page.get_by_role("checkbox", name="Contested")
    number = box.evaluate("box => box.closest('label').innerText").split()[-1]
    box.check()
    page.wait_for_url("**grade=contested*")
    expect(page.locator(".results-head [role=status]")).to_have_text(f"{number} events")
    page.get_by_role("checkbox", name="German").check()
    page.wait_for_url("**language=de*")
    expect(page.locator(".results-head [role=status]")).not_to_have_text(f"{number} events")
    page.get_by_role("button", name="Take all away").click()
    page.wait_for_url("**/events")
    page.go_back()
    page.wait_for_url("**language=de*")
    expect(page.get_by_role("checkbox", name="German")).to_be_checked()


def test_the_days_of_the_timeline_are_in_the_address(served: Served, opened: Open) -> None:
    page = opened(served, "/events")
    first = page.get_by_role("textbox", name="From")
    first.fill("2016-11-01")
    first.blur()
    page.wait_for_url("**from=2016-11-01*")
    expect(page.locator(".results article").first).to_contain_text("2016")
    bars = page.locator("svg.timeline-drawing").bounding_box()
    assert bars is not None
    page.mouse.move(bars["x"] + bars["width"] * 0.9, bars["y"] + 40)
    page.mouse.down()
    page.mouse.move(bars["x"] + bars["width"] * 0.96, bars["y"] + 45, steps=5)
    page.mouse.up()
    page.wait_for_url("**to=2016-11-*")


def test_the_list_by_keyboard_alone(served: Served, opened: Open) -> None:
    page = opened(served, "/events?grade=corroborated")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/e_*")
    expect(page.locator("h1")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("set the grade")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_map_stays_where_the_reader_moved_it(served: Served, opened: Open) -> None:
    page = opened(served, "/map")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_url("**/map?at=*")
    page.keyboard.press("k")
    page.wait_for_url("**day=*")
    at = page.url
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.url == at
    page.get_by_role("button", name="Main area").click()
    page.wait_for_url(lambda url: "at=" not in url)


def test_each_page_as_json_and_csv(served: Served, opened: Open, tmp_path: Path) -> None:
    page = opened(served, "/events?grade=contested")
    answer = page.request.get(f"{served.home}/events.json?grade=contested")
    assert {event["grade"] for event in json.loads(answer.text())["events"]} == {"contested"}
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    waiting.value.save_as(tmp_path / "events.csv")
    rows = (tmp_path / "events.csv").read_text("utf-8").splitlines()
    assert rows[0].startswith("id,type,")
    assert len(rows) - 1 == json.loads(answer.text())["total"]


def test_the_language_of_the_screen(served: Served, opened: Open) -> None:
    page = opened(served, "/events")
    page.locator(".languages button[lang=de]").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("h1")).to_have_text("Ereignisse")
    page.goto(f"{served.home}/events?lang=hr")
    expect(page.locator("h1")).to_have_text("Događaji")
