"""The small ledger of the ledger's own tests, to decide about."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.conftest import fill

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import Judgement
from dragoman.model import Claim, Event
from dragoman.review import Decision, decide

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
Judge = Callable[..., Judgement]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db") as made:
        fill(made)
        yield made


@pytest.fixture
def claims(ledger: Ledger) -> dict[str, Claim]:
    """The claims by their trigger words."""
    return {claim.trigger.text: claim for claim in ledger.claims()}


@pytest.fixture
def events(ledger: Ledger) -> dict[str, Event]:
    """The events by their type."""
    return {event.type: event for event in ledger.events()}


@pytest.fixture
def ana(ledger: Ledger) -> Judge:
    """Ana decides."""

    def decided(kind: str, subject: str, verdict: str, **more: Any) -> Judgement:
        user, reason = more.pop("user", "Ana"), more.pop("reason", "read it")
        return decide(ledger, Decision(kind, subject, verdict, user, NOON, reason, **more))

    return decided
