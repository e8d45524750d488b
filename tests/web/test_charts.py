"""The map, the timeline and the bars in Debian's Chromium, on a page of their own; pictures stay in build/screens."""

import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

sync = pytest.importorskip("playwright.sync_api")
ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "dragoman" / "web"
SCREENS = ROOT / "build" / "screens"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--disable-component-update", "--disable-sync"]
HOSTILE = [
    "<script>window.broken=1</script>",
    "<img src=x onerror='window.broken=1'>",
    "<svg onload='window.broken=1'>",
    "حلب \u202egnp.exe",
    "e" + "\u0301" * 2_000,
    "N" * 2_000,
]
GOVERNMENT = "minyan, held by army (G, Government side)"
OPPOSITION = "minyan, held by rebels (O, Opposition side)"

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's Chromium"),
    pytest.mark.skipif(not (WEB / "vendor" / "preact.js").exists(), reason="needs make web"),
]


class _Files(SimpleHTTPRequestHandler):
    """The page of the tests, and under /web the package's files."""

    def translate_path(self, path: str) -> str:
        plain = path.split("?")[0].lstrip("/")
        return str(
            WEB / plain[4:] if plain.startswith("web/") else Path(__file__).parent / "charts" / (plain or "index.html")
        )

    def log_message(self, *said: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync.sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    """Opens the page; at the end nothing must have been complained of, and nothing asked of another server."""
    complaints: list[str] = []
    pages = []

    def start(query: str = "", size: tuple[int, int] = (1280, 720)) -> Any:
        page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith((address, "data:")) or complaints.append(request.url))
        page.goto(address + query)
        page.wait_for_selector(".map-marker")
        pages.append(page)
        return page

    yield start
    for page in pages:
        page.close()
    assert complaints == []


@pytest.mark.parametrize(("name", "size"), [("laptop", (1280, 720)), ("tablet", (768, 1024)), ("desk", (1920, 1080))])
def test_the_charts_fit_and_are_accessible(opened: Any, name: str, size: tuple[int, int]) -> None:
    page = opened("?lang=de", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"charts-{name}.png", full_page=True)
    page.locator(".map-tables summary").click()
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document.querySelector('main'))")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_popup_opens_and_closes_by_keyboard(opened: Any) -> None:
    page = opened()
    marker = page.locator(".map-events").first
    marker.focus()
    page.keyboard.press("Enter")
    assert page.locator(".map-popup").inner_text().startswith("aleppo")
    assert page.evaluate("document.activeElement.closest('.map-popup') !== null")
    page.get_by_role("button", name="Show all").click()
    assert page.evaluate("window.picked.place.id") == "aleppo"
    page.keyboard.press("Escape")
    assert page.locator(".map-popup").count() == 0
    assert marker.evaluate("marker => marker === document.activeElement")


def test_a_marker_says_what_it_shows(opened: Any) -> None:
    page = opened()
    words = [marker.get_attribute("aria-label") for marker in page.locator(".map-marker").all()]
    assert any("aleppo" in word and "events" in word and "Contested" in word for word in words)
    assert any("place known only roughly" in word for word in words)
    assert any("idlib, held by" in word and "contested" in word for word in words)
    assert page.locator(".disc-rough").count() == 1
    assert page.locator(".map-chosen").count() == 1


def test_control_goes_by_day(opened: Any) -> None:
    page = opened()
    minyan = page.locator("[aria-label^='minyan, held by']")
    sync.expect(minyan).to_have_attribute("aria-label", GOVERNMENT)
    page.get_by_role("button", name="last change").click()
    page.get_by_role("button", name="last change").click()
    assert page.evaluate("window.chosen.day") == "2016-11-11"
    page.get_by_role("slider", name="Day").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("window.chosen.day") == "2016-11-10"
    sync.expect(minyan).to_have_attribute("aria-label", OPPOSITION)
    page.get_by_label("Who holds what").uncheck()
    sync.expect(page.locator(".map-hold")).to_have_count(0)


def test_days_are_chosen_by_brush_and_by_fields(opened: Any) -> None:
    page = opened()
    box = page.locator(".brush .overlay").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40, steps=4)
    page.mouse.up()
    first, last = page.evaluate("window.chosen.range")
    assert first == page.get_by_label("From", exact=True).input_value()
    assert "2016-11-08" < first < last < "2016-11-21"
    page.get_by_label("To", exact=True).fill("2016-11-25")
    assert page.evaluate("window.chosen.range") == [first, "2016-11-25"]
    assert page.locator(".bar-outside").count() > 0
    page.get_by_role("button", name="All days").click()
    assert page.evaluate("window.chosen.range") is None


def test_numbers_that_may_not_be_compared_stand_apart(opened: Any) -> None:
    page = opened()
    panels = page.locator(".toll-panel")
    assert panels.locator("h3").all_inner_texts() == ["Killed: single incidents", "Killed: sums of a period"]
    assert "logarithmic" in panels.first.locator("caption").inner_text()
    assert "logarithmic" not in panels.last.inner_text()
    assert panels.first.locator(".toll-arrow").count() == 1


def test_the_map_fits_on_paper(opened: Any) -> None:
    page = opened(size=(1920, 1080))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".map-frame").bounding_box()["width"] < 700
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".map-frame").bounding_box()["width"] > 1000


def test_a_hostile_name_stays_a_name(opened: Any) -> None:
    page = opened("?" + "&".join("name=" + quote(name) for name in HOSTILE), (768, 1024))
    page.locator(".map-tables summary").click()
    for kind in (".map-events", ".map-hold"):
        for marker in page.locator(kind).all():
            marker.focus()
            page.keyboard.press("Enter")
            page.locator(".map-popup").wait_for()
            page.keyboard.press("Escape")
    assert page.evaluate("window.broken") is None
    assert page.locator("main script, main img, main [onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 768
    assert page.evaluate("document.documentElement.scrollHeight") < 6_000
