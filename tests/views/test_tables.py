"""Pages as tables for spreadsheets."""

import csv
import io

import pytest

from dragoman.errors import QueryError
from dragoman.views import table


def test_each_page_with_a_list_is_a_table(pages, ask):
    event = pages.events(ask())["events"][0]
    asked = {
        "overview": pages.overview(), "events": pages.events(ask()), "event": pages.event(event["id"]),
        "claims": pages.claims(ask()), "documents": pages.documents(ask()), "places": pages.places(ask()),
        "document": pages.document(pages.documents(ask())["documents"][0]["id"]), "place": pages.place("aleppo"),
        "actors": pages.actors(ask()), "actor": pages.actor("syrian-arab-army"), "sources": pages.sources(),
        "source": pages.source("Wire"), "map": pages.map(ask()), "tolls": pages.tolls(ask()),
        "chronology": pages.chronology(ask()), "left-out": pages.left_out(), "history": pages.history(ask()),
    }  # fmt: skip
    for name, data in asked.items():
        columns, rows = table(name, data)
        assert all(tuple(row) == columns for row in rows), name
        assert bool(rows) == (name not in ("left-out", "history")), name
        csv.DictWriter(io.StringIO(), columns).writerows(rows)


def test_the_rows_are_those_of_the_page(pages, ask):
    columns, rows = table("chronology", pages.chronology(ask()))
    assert [row["id"] for row in rows] == [event["id"] for event in pages.events(ask())["events"]]
    assert rows[0]["sentence"] and "sentence" in columns


def test_no_cell_is_a_formula(pages, ask):
    page = pages.claims(ask())
    card = page["claims"][0]
    card["report"] = {**card["report"], "title": '=HYPERLINK("http://x")', "outlet": "+1", "uri": "@x\r\n-y"}
    row = table("claims", page)[1][0]
    assert (row["title"], row["outlet"], row["uri"]) == ('\'=HYPERLINK("http://x")', "'+1", "'@x\n-y")


def test_a_page_without_a_list_says_so():
    with pytest.raises(QueryError, match="nothing: no table; tables are about"):
        table("nothing", {})
