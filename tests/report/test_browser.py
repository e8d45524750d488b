"""The report as Chromium draws it from disk, without any network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.report.words import GIANT, SCRIPT, STACKED

from dragoman.ledger import Ledger

SCREENS = Path(__file__).parents[2] / "build" / "screens"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")

# The words of a sentence without the labels above them.
TOLD = """told => {
  const words = told.cloneNode(true);
  words.querySelectorAll("rt").forEach((label) => label.remove());
  return words.textContent;
}"""

Saved = Callable[..., Path]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(chromium: Any, path: Path, anchor: str = "", **options: Any) -> Iterator[Any]:
    """The page of a file; at its end nothing must have been requested, refused or gone wrong."""
    context = chromium.new_context(offline=True, **options)
    sheet = context.new_page()
    wrong: list[str] = []
    sheet.on("request", lambda request: wrong.append(request.url) if _outside(request.url, path) else None)
    sheet.on("pageerror", lambda error: wrong.append(str(error)))
    sheet.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    sheet.goto(f"{path.as_uri()}{anchor}")
    yield sheet
    assert wrong == []
    context.close()


def _outside(url: str, path: Path) -> bool:
    return not url.startswith("data:") and url.split("#")[0] != path.as_uri()


@pytest.mark.parametrize("size", [(1280, 720), (768, 1024), (1920, 1080)])
def test_it_fits_the_screen(chromium: Any, saved: Saved, ledger: Ledger, size: tuple[int, int]) -> None:
    """Its pictures are kept for people to look at."""
    width, height = size
    with opened(chromium, saved(ledger), viewport={"width": width, "height": height}) as sheet:
        sheet.wait_for_selector(".event")
        sheet.locator(".event-summary").first.click()
        sheet.wait_for_selector(".claim")
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
        SCREENS.mkdir(parents=True, exist_ok=True)
        sheet.screenshot(path=SCREENS / f"report-{width}.png", full_page=True)


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_every_section_is_drawn_and_every_word_is_there(
    chromium: Any, saved: Saved, ledger: Ledger, language: str
) -> None:
    with opened(chromium, saved(ledger, language)) as sheet:
        sheet.wait_for_selector(".event")
        sections = sheet.eval_on_selector_all(".report-section", "all => all.map(one => one.id)")
        linked = sheet.eval_on_selector_all(".contents a", "all => all.map(one => one.hash.slice(1))")
        assert sections == linked
        assert len(sections) == 12
        sheet.get_by_role("button").first.wait_for()
        for place in range(sheet.locator(".event").count()):
            sheet.locator(".event-summary").nth(place).click()
        sheet.wait_for_selector(".claim")
        missing = r"/\b(report|charts|claim|event|grades|types|days|fields|sources|slots|stances|what|who)\.[a-z_]+/g"
        assert sheet.evaluate(f"document.body.innerText.match({missing})") is None
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_anchor_opens_its_event_and_claim(chromium: Any, saved: Saved, ledger: Ledger) -> None:
    claim = next(ledger.rows("SELECT claim FROM event_claim ORDER BY claim"))[0]
    with opened(chromium, saved(ledger), f"#{claim}") as sheet:
        sheet.wait_for_selector(f"#{claim}")
        assert sheet.evaluate(f"document.getElementById('{claim}').getBoundingClientRect().top < innerHeight")
        assert sheet.locator(".event[open]").count() == 1


def test_a_choice_narrows_what_is_below(chromium: Any, saved: Saved, ledger: Ledger) -> None:
    with opened(chromium, saved(ledger)) as sheet:
        sheet.wait_for_selector(".event")
        sheet.get_by_role("checkbox", name="Contested").check()
        assert sheet.locator("#chronology .event").count() == 1
        sheet.fill("input[type=search]", "nothing has these words")
        sheet.wait_for_selector("#chronology .event", state="detached")
        sheet.get_by_role("button", name="Show everything").click()
        assert sheet.locator("#chronology .event").count() == 2


def test_a_drag_over_the_timeline_narrows_the_days(chromium: Any, saved: Saved, ledger: Ledger) -> None:
    with opened(chromium, saved(ledger)) as sheet:
        sheet.wait_for_selector(".event")
        brush = sheet.locator(".brush .overlay")
        brush.scroll_into_view_if_needed()
        box = brush.bounding_box()
        sheet.mouse.move(box["x"] + 2, box["y"] + 30)
        sheet.mouse.down()
        sheet.mouse.move(box["x"] + box["width"] - 2, box["y"] + 40, steps=4)
        sheet.mouse.up()
        sheet.wait_for_function("document.querySelectorAll('#chronology .event').length === 1")


def test_on_paper_every_event_is_open(chromium: Any, saved: Saved, ledger: Ledger, tmp_path: Path) -> None:
    with opened(chromium, saved(ledger)) as sheet:
        sheet.wait_for_selector(".event")
        sheet.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert sheet.locator(".event[open] .claim").count() == 3
        sheet.evaluate("dispatchEvent(new Event('afterprint'))")
        assert sheet.locator(".event[open]").count() == 0
        sheet.pdf(path=str(tmp_path / "report.pdf"))
        assert (tmp_path / "report.pdf").stat().st_size > 20_000


def test_without_scripts_it_says_that_it_needs_them(chromium: Any, saved: Saved, ledger: Ledger) -> None:
    with opened(chromium, saved(ledger), java_script_enabled=False) as sheet:
        assert "JavaScript" in sheet.locator(".noscript").inner_text()


def test_hostile_words_are_shown_and_do_nothing(chromium: Any, saved: Saved, hostile: Ledger) -> None:
    event = next(hostile.rows("SELECT id FROM event"))[0]
    with opened(chromium, saved(hostile), f"#{event}", viewport={"width": 768, "height": 1024}) as sheet:
        sheet.wait_for_selector(".claim")
        assert sheet.evaluate("window.harmed") is None
        assert sheet.locator("#report script, #report img:not(.leaflet-tile), #report [onload]").count() == 0
        words = sheet.eval_on_selector(".told-sentence", TOLD)
        assert [part in words for part in (SCRIPT, GIANT, STACKED)] == [True] * 3
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_of_a_script_from_right_to_left(chromium: Any, saved: Saved, arabic: Ledger) -> None:
    event = next(arabic.rows("SELECT id FROM event"))[0]
    with opened(chromium, saved(arabic), f"#{event}") as sheet:
        words = sheet.locator(".told-sentence").first
        words.wait_for()
        assert (words.get_attribute("dir"), words.get_attribute("lang")) == ("rtl", "ar")
        assert sheet.evaluate("document.documentElement.dir") == "ltr"
        lefts = "all => all.map(one => one.getBoundingClientRect().left)"
        speaker, *_, when = sheet.eval_on_selector_all(".told-sentence :is(.slot-speaker, .slot-when)", lefts)
        assert speaker > when
