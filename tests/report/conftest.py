"""The hand-made ledger of tests/ledger, one with hostile words in every field, one in Arabic."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.report.words import ARABIC, DRAWING, GIANT, HANDLER, SCRIPT, STACKED, TURNED

from dragoman.knowledge import Knowledge, load
from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.model import (
    Count,
    Disagreement,
    Event,
    EventCount,
    Named,
    Party,
    Reading,
    Source,
    SourceCount,
    Speaker,
    Toll,
    When,
    short_id,
)
from dragoman.report import page

_spec = importlib.util.spec_from_file_location("ledger_by_hand", Path(__file__).parents[1] / "ledger" / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
by_hand = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(by_hand)

ledger = by_hand.ledger


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load((), ())


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger whose report tries everything that a report can hold."""
    words = (SCRIPT, HANDLER, DRAWING, TURNED, STACKED, GIANT)
    text = f"{SCRIPT} said that {HANDLER} shelled {GIANT} in {STACKED} near {DRAWING} with {TURNED}."
    with told(tmp_path / "hostile.db", text, "en", SCRIPT, DRAWING, words) as made:
        yield made


@pytest.fixture
def arabic(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of one report whose script runs from right to left."""
    words = ("المرصد السوري", "قصفاً", "حلب", "يوم الجمعة", "مدنيين", "7 مدنيين")
    with told(tmp_path / "arabic.db", ARABIC, "ar", "قصف على حلب", "وكالة", words) as made:
        yield made


def told(path: Path, text: str, language: str, title: str, outlet: str, words: tuple[str, ...]) -> Any:
    """A ledger of one report with one claim of a speaker, actor, place, day, target and count in these words."""
    speaker, actor, place, when, target, count = words
    digest, document = by_hand.document(text, language, date(2016, 10, 28), outlet)
    document = replace(document, title=title)
    friday = When(date(2016, 10, 28), date(2016, 10, 28), "day", "stated", *by_hand.at(text, when))
    claim = by_hand.claim(
        document, text, actor, "shelling", friday,
        actors=(Party(None, actor, *by_hand.at(text, actor)),),
        targets=(Party(None, target, *by_hand.at(text, target)),),
        places=(by_hand.where(text, place, None, None),),
        counts=(Count("killed", "civilians", 7, None, False, *by_hand.at(text, count)),),
        attribution=(Speaker(None, speaker, *by_hand.at(text, speaker), text.split()[0], "claims"),),
    )  # fmt: skip
    numbers = (EventCount("killed", "civilians", 7, 7, None, (SourceCount(speaker, 7, None, (claim.id,)),)),)
    event = Event(
        short_id("e", claim.id), "shelling", friday, claim.places, claim.actors, claim.targets, numbers, (claim.id,),
        (Named(None, speaker),), "contested",
        (Disagreement("actors", (Reading(actor, (claim.id,)), Reading(target, (claim.id,)))),),
    )  # fmt: skip
    toll = Toll(event.id, "killed", "civilians", 7, None, False, None, None, speaker, (claim.id,))
    source = Source(speaker, speaker, None, None, (outlet,), 1, 0, 0)
    made = Ledger.create(path)
    made.set_meta({"run": "1"})
    made.add(ShardResult((Outcome(digest, title, document, "[]", (claim,)),)), [(digest, title)], 1)
    made.replace_story(by_hand.Story(events=(event,), tolls=(toll,), sources=(source,), notes=(title,)), ())
    return made


@pytest.fixture
def saved(tmp_path: Path, knowledge: Knowledge) -> Callable[..., Path]:
    """Writes the report of a ledger and gives its path."""

    def save(ledger: Ledger, language: str = "en") -> Path:
        path = tmp_path / f"report-{language}.html"
        path.write_text(page(ledger, knowledge, language), encoding="utf-8")
        return path

    return save
