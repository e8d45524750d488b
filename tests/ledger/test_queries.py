"""Filters find what they ask for by id, name or part of a name, and say what is near what is not there."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.errors import QueryError
from dragoman.ledger import Filters, Ledger, queries
from dragoman.ledger.records import to_json
from dragoman.model import Named


@pytest.mark.parametrize(
    ("filters", "triggers"),
    [
        (Filters(), ["took", "zauzeli", "shells"]),
        (Filters(actor="army"), ["took"]),
        (Filters(actor="syrian ARMY"), ["took"]),
        (Filters(actor="pobunjenici"), ["zauzeli"]),
        (Filters(actor="monitor"), ["shells"]),
        (Filters(place="Minyan"), ["took"]),
        (Filters(place="aleppo"), ["took", "zauzeli"]),
        (Filters(place="dzabal"), ["zauzeli"]),
        (Filters(place="SY"), ["took", "zauzeli", "shells"]),
        (Filters(place="Aleppo province"), ["took", "zauzeli"]),
        (Filters(type="capture"), ["took", "zauzeli"]),
        (Filters(start=date(2016, 10, 29)), ["zauzeli"]),
        (Filters(start=date(2016, 11, 30)), ["zauzeli"]),
        (Filters(end=date(2016, 10, 28)), ["took"]),
        (Filters(start=date(2016, 10, 1), end=date(2016, 10, 27)), []),
        (Filters(grade="contested"), ["took", "zauzeli"]),
        (Filters(grade="single"), ["shells"]),
        (Filters(language="hr"), ["zauzeli"]),
        (Filters(text="dzabal"), ["zauzeli"]),
        (Filters(text="civilians shells"), ["shells"]),
        (Filters(text='"civilians shells"'), []),
        (Filters(text='killed OR NEAR( * "'), []),
        (Filters(source="The Monitor"), ["shells"]),
        (Filters(source="Wire"), ["took", "shells"]),
        (Filters(place="aleppo", language="en"), ["took"]),
    ],
    ids=str,
)
def test_claims(ledger: Ledger, filters: Filters, triggers: list[str]) -> None:
    assert [claim.trigger.text for claim in queries.claims(ledger, filters)] == triggers


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (Filters(), ["capture", "shelling"]),
        (Filters(place="aleppo"), ["capture"]),
        (Filters(actor="army"), ["capture"]),
        (Filters(language="hr"), ["capture"]),
        (Filters(text="civilians"), ["shelling"]),
        (Filters(grade="single"), ["shelling"]),
        (Filters(start=date(2016, 10, 28), end=date(2016, 10, 28)), ["capture"]),
        (Filters(source="monitor"), ["shelling"]),
    ],
    ids=str,
)
def test_events(ledger: Ledger, filters: Filters, types: list[str]) -> None:
    assert [event.type for event in queries.events(ledger, filters)] == types


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), 1), (Filters(place="aleppo"), 1), (Filters(place="homs"), 0), (Filters(actor="army"), 1),
        (Filters(start=date(2020, 1, 1)), 1), (Filters(end=date(2016, 10, 27)), 0),
    ],
    ids=str,
)  # fmt: skip
def test_control(ledger: Ledger, filters: Filters, found: int) -> None:
    assert len(list(queries.control(ledger, filters))) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), 1), (Filters(place="homs-province"), 1), (Filters(place="aleppo"), 0),
        (Filters(type="killed"), 1),
        (Filters(type="injured"), 0),
        (Filters(source="the monitor"), 1),
        (Filters(start=date(2016, 1, 1)), 0),
    ],
    ids=str,
)  # fmt: skip
def test_tolls(ledger: Ledger, filters: Filters, found: int) -> None:
    assert len(list(queries.tolls(ledger, filters))) == found


@pytest.mark.parametrize(("text", "found"), [(None, 1), ("monit", 1), ("monitor", 1), ("nobody", 0)])
def test_sources(ledger: Ledger, text: str | None, found: int) -> None:
    assert len(list(queries.sources(ledger, Filters(text=text)))) == found


def test_an_unknown_name_says_what_is_near(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match=r"no place 'Minjan' in .*a\.db; did you mean Minyan\?"):
        queries.named(ledger, "place", "Minjan")
    with pytest.raises(QueryError, match=r"no actor '!' in .*a\.db$"):
        queries.named(ledger, "actor", "!")


@pytest.mark.parametrize(("place", "found"), [("minyan", 2), ("SY", 2), ("Minyan", 2), ("dzabal", 0)])
def test_a_part_without_a_name_of_its_own_is_found_by_its_place(ledger: Ledger, place: str, found: int) -> None:
    (whole,) = ledger.control()
    part = replace(whole, place=Named(None, "western part of Minyan"))
    values = (None, part.place.name, whole.holder.id, whole.holder.name, "2016-10-28", None, to_json(part))
    ledger.connection.execute("INSERT INTO control VALUES (99, ?, ?, ?, ?, ?, ?, ?)", values)
    assert len(list(queries.control(ledger, Filters(place=place)))) == found
