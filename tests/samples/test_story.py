"""What the samples tell together: agreement, contradiction, a concession, a wrong weekday, two sieges a year apart."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dragoman.ledger import Ledger, check
from dragoman.model import Claim, Document, Event


@pytest.fixture(scope="module")
def ledger(samples: Path) -> Iterator[Ledger]:
    with Ledger.open(samples) as opened:
        yield opened


@pytest.fixture(scope="module")
def documents(ledger: Ledger) -> dict[str, Document]:
    return {document.id: document for document in ledger.documents()}


@pytest.fixture(scope="module")
def claims(ledger: Ledger) -> dict[str, Claim]:
    return {claim.id: claim for claim in ledger.claims()}


@pytest.fixture(scope="module")
def events(ledger: Ledger) -> list[Event]:
    return list(ledger.events())


def at(event: Event, type_: str, place: str, day: str) -> bool:
    """Whether an event is of a type, at a place, on a day."""
    when = event.when
    return (
        event.type == type_
        and any(where.id == place for where in event.places)
        and when.start is not None
        and when.end is not None
        and when.start <= date.fromisoformat(day) <= when.end
    )


def languages(event: Event, claims: dict[str, Claim], documents: dict[str, Document]) -> set[str]:
    return {documents[claims[one].document].language for one in event.claims}


def test_the_ledger_proves_itself(ledger: Ledger) -> None:
    assert check(ledger) == []


@pytest.mark.parametrize(("begins", "day"), [("04-", "2016-10-30"), ("14-", "2016-11-13"), ("16-", "2016-11-28")])
def test_reports_without_a_day_are_dated(documents: dict[str, Document], begins: str, day: str) -> None:
    (document,) = [one for one in documents.values() if one.uri.startswith(begins)]
    published, slack = document.published, timedelta(days=1)
    assert published.basis in ("dateline", "inferred")
    assert published.start is not None
    assert published.end is not None
    assert date.fromisoformat(day) - slack <= published.start <= published.end <= date.fromisoformat(day) + slack
    assert published.reasons


def test_only_the_report_speaks(documents: dict[str, Document], claims: dict[str, Claim]) -> None:
    silent = {"furniture", "byline", "caption", "comment"}
    for claim in claims.values():
        segments = documents[claim.document].segments
        role = next(s.role for s in segments if s.start <= claim.trigger.start < s.end)
        assert role not in silent or (role == "comment" and claim.voice == "comment")
    assert any(claim.voice == "comment" for claim in claims.values())


def test_the_offensive_is_told_in_several_languages(
    events: list[Event], claims: dict[str, Claim], documents: dict[str, Document]
) -> None:
    (offensive,) = [e for e in events if at(e, "offensive", "west-aleppo", "2016-10-28") and len(e.originators) > 2]
    assert offensive.grade == "corroborated"
    assert {"en", "hr"} <= languages(offensive, claims, documents)


def test_a_denied_capture_is_contested(events: list[Event]) -> None:
    captures = [e for e in events if at(e, "capture", "dahiyet-al-assad", "2016-10-28")]
    assert [e.grade for e in captures if len(e.originators) > 1] == ["contested"]


def test_the_losing_side_concedes(events: list[Event], claims: dict[str, Claim]) -> None:
    conceded = [e for e in events if e.grade == "conceded"]
    assert any("concession" in claims[one].flags for event in conceded for one in event.claims)


def test_the_wrong_weekday_is_flagged(claims: dict[str, Claim]) -> None:
    flagged = [c for c in claims.values() if "weekday_conflict" in c.flags]
    assert {c.when.start for c in flagged if c.when.text == "Saturday 28 October"} == {date(2016, 10, 28)}


def test_nothing_joins_two_years(events: list[Event], claims: dict[str, Claim]) -> None:
    for event in events:
        years = {claims[one].when.start.year for one in event.claims if claims[one].when.start}  # type: ignore[union-attr]
        assert not {2015, 2016} <= years


def test_an_unknown_place_stays_and_erases_nothing(claims: dict[str, Claim]) -> None:
    unresolved = [w for c in claims.values() for w in c.places if w.precision == "unresolved"]
    assert all(where.id is None and where.lat is None for where in unresolved)
