"""A report that attacks the page changes nothing on any of them: no script runs, nothing leaves, nothing is covered."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open, Served, Shoot, serving
from tests.browser.hostile import ATTACKS, hostile
from tests.browser.test_pages import PAGES

from dragoman.ledger import Ledger

LISTS = [path for path in PAGES.values() if path.count("/") == 1]
HEADER = {"x": 0, "y": 0, "width": 1280, "height": 70}
# What a text of a report could have become.
GROWN = """() => [...document.querySelectorAll("main :is(script, iframe, img, style, base, object, a)")]
  .filter((found) => found.tagName !== "A" || !found.getAttribute("href").match(/^[/#?]|^https?:/))
  .map((found) => found.outerHTML.slice(0, 200))"""
KINDS = ("event", "claim", "document")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = hostile(tmp_path_factory.mktemp("hostile") / "aleppo.db")
    with serving(path, "--user", "Ana") as running:
        yield running


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The addresses of every record of the same ledger."""
    path = hostile(tmp_path_factory.mktemp("again") / "aleppo.db")
    with Ledger.open(path) as ledger:
        found = [
            f"/{kind}s/{row[0]}"
            for kind in ("event", "claim", "document")
            for row in ledger.rows(f"SELECT id FROM {kind}")
        ]
        found += [f"/sources/{quote(row[0], safe='')}" for row in ledger.rows("SELECT id FROM source LIMIT 4")]
    return [*found, "/places/place-0", f"/actors/{quote('~' + ATTACKS[1], safe='')}"]


def expect_untouched(page: Page) -> None:
    assert page.evaluate("document.documentElement.dataset.taken") is None
    assert page.evaluate(GROWN) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("path", LISTS)
def test_pages(path: str, attacked: Served, opened: Open, shoot: Shoot) -> None:
    page = opened(attacked, path)
    expect_untouched(page)
    name = path.strip("/").replace("?queue=", "-") or "overview"
    shoot(page, f"hostile-{name}", "laptop")
    before = page.screenshot(clip=HEADER)
    page.locator("main").evaluate("main => { main.hidden = true; }")
    assert page.screenshot(clip=HEADER) == before


def test_records(records: list[str], attacked: Served, opened: Open) -> None:
    page = opened(attacked)
    for path in records:
        page.goto(attacked.home + path)
        page.locator(".loaded").wait_for()
        assert page.locator("h1").count() == 1, path
        expect_untouched(page)


def test_forms(attacked: Served, opened: Open, shoot: Shoot) -> None:
    page = opened(attacked, "/review?queue=pairs")
    page.keyboard.press("e")
    page.get_by_role("dialog").wait_for()
    expect_untouched(page)
    shoot(page, "hostile-slot", "laptop")
