"""Every page, at three sizes and in three languages: whole, within the screen, and without a serious finding of axe."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.axe import serious
from tests.browser.conftest import Open, Served, Shoot

from dragoman.ledger import Ledger

PAGES = {
    "overview": "/", "events": "/events", "claims": "/claims", "documents": "/documents", "places": "/places",
    "actors": "/actors", "map": "/map", "tolls": "/tolls", "chronology": "/chronology", "sources": "/sources",
    "review-contested": "/review?queue=contested", "review-pairs": "/review?queue=pairs",
    "review-doubtful": "/review?queue=doubtful", "review-names": "/review?queue=names", "history": "/history",
    "left-out": "/left-out", "about": "/about", "place": "/places/minyan", "actor": "/actors/syrian-arab-army",
    "source": "/sources/syrian-arab-army",
}  # fmt: skip
RECORDS = {"event": "SELECT id FROM event ORDER BY json_array_length(record, '$.claims') DESC, id LIMIT 1",
           "claim": "SELECT id FROM claim ORDER BY id LIMIT 1",
           "document": "SELECT id FROM document WHERE language = 'hr' ORDER BY id LIMIT 1"}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page(name: str, served: Served, opened: Open, shoot: Shoot) -> None:
    page = opened(served, PAGES[name])
    expect_sound(page)
    shoot(page, name)


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record(kind: str, served: Served, samples: Path, opened: Open, shoot: Shoot) -> None:
    with Ledger.open(samples) as ledger:
        found = next(ledger.rows(RECORDS[kind]))[0]
    page = opened(served, f"/{kind}s/{found}")
    expect_sound(page)
    shoot(page, kind)


@pytest.mark.parametrize("language", ["de", "hr"])
def test_a_page_in_another_language(language: str, served: Served, opened: Open, shoot: Shoot) -> None:
    page = opened(served, f"/events?lang={language}")
    assert page.locator("html").get_attribute("lang") == language
    expect_sound(page)
    shoot(page, f"events-{language}")


def test_an_address_that_is_none(served: Served, opened: Open) -> None:
    page = opened(served, "/nowhere", complaints=("404",))
    assert page.locator("h1").count() == 1


def expect_sound(page: Page) -> None:
    """One heading of the first rank, a title, and nothing that keeps somebody out."""
    assert page.locator("h1").count() == 1
    assert page.title() not in ("", "dragoman")
    assert serious(page) == []
