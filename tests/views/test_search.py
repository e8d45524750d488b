"""Filters, facets and words, in every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import QueryError
from dragoman.ledger import Filters, queries
from dragoman.views.search import matching


def types(page):
    return [event["type"] for event in page["events"]]


def facet(page, field):
    return {one["id"]: one["count"] for one in page["facets"][field]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("الطائرات", ["airstrike"]),  # Arabic
        ("حل", ["airstrike", "capture"]),  # a word only begun: also what lies in Aleppo, by its Arabic name
        ("взяли", ["capture"]),  # Cyrillic
        ("миньян", ["capture"]),  # without its capital
        ("dzabal", ["capture"]),  # without the mark
        ("dzab", ["capture"]),
        ("dzab ", []),  # a whole word
        ('"dzab"', []),
        ('"7 civilians"', ["shelling"]),
        ('"civilians 7"', []),
        ("civilians shells", ["shelling"]),
        ("quiet", ["shelling"]),  # a title
        ("Haleb", ["capture", "airstrike"]),  # a name of Aleppo in another language, and what lies within it
        ("observatory", ["shelling"]),  # a speaker's name
        ("!?", []),
        ("nothing-of-this", []),
        ('" NEAR( * ^ {a} : -', []),
    ],
)
def test_words_are_found_in_every_script(pages, ask, words, found):
    asked = types(pages.events(ask(q=words)))
    assert set(asked) == set(found)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_words_make_a_query_without_operators(words):
    query = matching(words)
    assert query is None or query.count('"') % 2 == 0


def test_each_filter_finds_what_the_ledgers_own_questions_find(pages, ledger, ask):
    cases = [
        ({"type": "capture"}, Filters(type="capture")),
        ({"place": "aleppo"}, Filters(place="aleppo")),
        ({"place": "aleppo-province"}, Filters(place="aleppo-province")),
        ({"actor": "syrian-arab-army"}, Filters(actor="syrian-arab-army")),
        ({"actor": "pobunjenici"}, Filters(actor="pobunjenici")),
        ({"grade": "contested"}, Filters(grade="contested")),
        ({"language": "ar"}, Filters(language="ar")),
        ({"source": "sohr"}, Filters(source="sohr")),
        ({"from": "2016-10-29"}, Filters(start=ask(from_="2016-10-29").start)),
        ({"to": "2016-10-29"}, Filters(end=ask(to="2016-10-29").end)),
        ({}, Filters()),
    ]
    for parameters, filters in cases:
        asked = ask(**{"from_" if name == "from" else name: value for name, value in parameters.items()})
        found = [event["id"] for event in pages.events(asked)["events"]]
        assert found == [event.id for event in queries.events(ledger, filters)], parameters
        told = [claim["id"] for claim in pages.claims(asked)["claims"]]
        assert told == [claim.id for claim in queries.claims(ledger, filters)], parameters


def test_a_facet_counts_without_its_own_choice(pages, ask):
    free, chosen = pages.events(ask()), pages.events(ask(type="capture"))
    assert chosen["total"] == 2
    assert facet(chosen, "type") == facet(free, "type") == {"capture": 2, "airstrike": 1, "shelling": 1}
    assert facet(chosen, "grade") == {"corroborated": 1, "single": 1}


def test_each_count_is_what_choosing_the_value_finds(pages, ask):
    for field, listed in pages.events(ask())["facets"].items():
        for one in listed:
            assert pages.events(ask(**{field: one["id"]}))["total"] == one["count"], (field, one)


def test_what_is_chosen_is_listed_though_nothing_has_it(pages, ask):
    page = pages.events(ask(type="shelling", actor="syrian-arab-army"))
    assert page["total"] == 0
    assert facet(page, "actor") == {"syrian-arab-army": 0}


def test_several_values_widen_a_field_and_several_fields_narrow(pages, ask):
    assert pages.events(ask(type=["shelling", "airstrike"]))["total"] == 2
    assert pages.events(ask(type=["shelling", "airstrike"], language="ar"))["total"] == 1


def test_names_stand_in_the_readers_language(ledger, knowledge, shelf, ask):
    from dragoman.views import Catalogue

    german = Catalogue(ledger, knowledge, shelf, "de").events(ask())
    names = {one["id"]: one["name"] for one in german["facets"]["actor"]}
    assert names["syrian-arab-army"] != "Syrian Arab Army"
    assert names["~Pobunjenici"] == "Pobunjenici"


def test_a_name_that_is_not_there_is_said_with_near_ones(pages, ask):
    with pytest.raises(QueryError, match="place=Hom: none in this ledger"):
        pages.events(ask(place="Hom"))
    with pytest.raises(QueryError, match="did you mean Minyan"):
        pages.events(ask(place="Minyam"))


def test_orders(pages, ask):
    days = [event["when"]["start"] for event in pages.events(ask())["events"]]
    assert days == ["2016-10-28", "2016-10-28", "2016-10-30", None]
    told = [len(event["claims"]) for event in pages.events(ask(sort="claims"))["events"]]
    assert told == [2, 2, 1, 1]
    assert pages.events(ask(sort="grade"))["events"][0]["grade"] == "contested"
    assert pages.claims(ask(sort="confidence"))["claims"][-1]["confidence"] == 0.5


def test_pages(pages, ask):
    one, two, beyond = (pages.events(ask(size="3", page=page)) for page in ("1", "2", "9"))
    assert (one["total"], one["pages"], len(one["events"]), len(two["events"])) == (4, 2, 3, 1)
    assert beyond["events"] == []
    assert [*one["events"], *two["events"]] == pages.events(ask())["events"]


def test_bins_are_not_cut_by_the_days_that_are_asked_for(pages, ask):
    bins = pages.events(ask(from_="2017"))["bins"]
    assert [(one["day"], one["corroborated"], one["contested"], one["single"]) for one in bins] == [
        ("2016-10-28", 1, 1, 0), ("2016-10-30", 0, 0, 1),
    ]  # fmt: skip
    assert pages.events(ask(type="shelling"))["bins"] == [
        {"day": "2016-10-28", "single": 0, "repeated": 0, "corroborated": 0, "conceded": 0, "contested": 1}
    ]
