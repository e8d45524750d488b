"""What requests share: built once, and again when the ledger changed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from tests.ledger.conftest import Story

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judge
from dragoman.views import Catalogue, Question


def test_the_index_is_built_once(ledger, shelf):
    assert shelf.index(ledger) is shelf.index(ledger)


def test_a_new_story_makes_a_new_index(ledger, knowledge, shelf):
    before = shelf.index(ledger)
    ledger.replace_story(Story(events=tuple(ledger.events())[:1]))
    ledger.set_meta({"run": "2"})
    assert shelf.index(ledger) is not before
    assert Catalogue(ledger, knowledge, shelf).events(Question())["total"] == 1


def test_a_decision_makes_new_reviews_and_no_new_index(ledger, shelf):
    index, reviews = shelf.index(ledger), shelf.reviews(ledger)
    judge(
        ledger,
        kind="claim",
        subject="c_1",
        verdict="rejected",
        user="A",
        time=datetime(2026, 1, 1, tzinfo=UTC),
        reason="",
    )
    assert shelf.index(ledger) is index
    assert shelf.reviews(ledger) is not reviews


def test_threads_share_a_shelf(ledger, knowledge, shelf):
    def asked(text: str) -> int:
        with Ledger.open(ledger.path) as opened:
            return Catalogue(opened, knowledge, shelf).events(Question(text=text))["total"]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(asked, ["", "dzabal"] * 8)) == [4, 1] * 8
