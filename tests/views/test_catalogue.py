"""Each page of the small ledger."""

import json
from collections.abc import Callable

import pytest
from tests.views.making import WIRE, reports

from dragoman.ledger import Ledger
from dragoman.views import Catalogue, NotFound, Question, Shelf


@pytest.fixture
def shelled(pages, ask):
    return pages.events(ask(type="shelling"))["events"][0]


def test_the_first_page(pages):
    page = pages.overview()
    counted = ("documents", "claims", "events", "contested", "undated", "left_out", "voices", "pending")
    assert [page[name] for name in counted] == [5, 6, 4, 1, 1, 0, 2, 0]
    assert (page["first"], page["last"]) == ("2016-10-28", "2016-10-30")
    assert page["grades"] == {"contested": 1, "corroborated": 1, "single": 2}
    assert page["notes"] == ["one block was cut"]
    assert [one["id"] for one in page["languages"]] == ["en", "ar", "hr", "ru"]
    largest = page["figures"][0]
    assert (largest["low"], largest["high"], largest["scope"]["id"], largest["until"]) == (
        90,
        None,
        "homs",
        "2016-10-28",
    )
    assert len(page["latest"]) == 4


def test_an_event_card_tells_the_event_in_one_sentence(shelled):
    assert shelled["sentence"] == (
        "There was shelling in Homs; 7 civilians were killed, according to the Syrian Observatory for Human Rights."
    )
    assert shelled["remarks"][0].startswith("Disputed – the day: 28 October 2016")
    assert any(remark.startswith("Denied") for remark in shelled["remarks"])
    assert shelled["cited"] == "[1]"
    assert shelled["sources"][0].startswith("[1] Syrian Observatory for Human Rights, quoted by Wire")
    assert (shelled["reports"], shelled["languages"]) == (2, ["en"])
    assert shelled["review"] == {"decisions": 0, "grade": None}


def test_an_event_with_its_claims(pages, shelled):
    page = pages.event(shelled["id"])
    assert page["event"] == shelled
    assert [claim["id"] for claim in page["claims"]] == shelled["claims"]
    assert {toll["scope"] for toll in page["tolls"]} == {shelled["id"], "homs"}
    assert page["judgements"] == []


def test_a_former_event_leads_to_those_that_tell_its_claims_now(ledger, knowledge, shelled):
    former = json.dumps([*shelled["claims"], "c_gone"])
    ledger.connection.execute("INSERT INTO former_event VALUES ('e_before', ?)", (former,))
    page = Catalogue(ledger, knowledge).event("e_before")
    assert (page["event"], page["claims"]) == (None, [])
    assert [one["id"] for one in page["now"]] == [shelled["id"]]


def test_what_lies_near_an_event(pages, ask):
    taken = pages.events(ask(grade="corroborated"))["events"][0]
    page = pages.event(taken["id"])
    assert [one["type"] for one in page["near"]] == ["capture"]  # of Aleppo, which contains Minyan, two days later
    assert page["links"][0]["reasons"] == ["both are a capture"]
    assert page["reasons"] == ["two voices"]
    assert page["holds"][0]["side"] == "government"


def test_a_claim_card_stands_between_its_neighbours(pages, ask):
    card = pages.claims(ask(q="monitor"))["claims"][0]
    assert "".join(piece["text"] for piece in card["pieces"]) == card["sentence"]["text"]
    assert (card["before"], card["after"]) == ("Troops took Minyan on Friday.", "Nobody slept.")
    assert (card["says"], card["report"]["outlet"]) == ("Syrian Observatory for Human Rights", "Wire")
    assert card["report"]["sha256"] == reports()[0].sha256
    assert (card["corrections"], card["rejected"]) == ([], None)


def test_a_claim_of_an_arabic_report_runs_from_right_to_left(pages, ask):
    card = pages.claims(ask(language="ar"))["claims"][0]
    assert (card["report"]["dir"], card["after"], card["says"]) == ("rtl", "لم ينم أحد.", None)
    assert ("قصفت", ["trigger"]) in [(piece["text"], piece["slots"]) for piece in card["pieces"]]


def test_a_claim_with_its_event(pages, shelled):
    page = pages.claim(shelled["claims"][0])
    assert page["event"] == shelled
    assert page["explained"][0].startswith(f"{shelled['claims'][0]} is a claim: shelling")


def test_documents(pages, ask):
    page = pages.documents(ask())
    assert [one["language"] for one in page["documents"]][:1] == ["en"]
    assert page["documents"][-1]["published"]["start"] is None
    assert {one["id"]: one["count"] for one in page["facets"]["source"]} == {
        "Wire": 1, "Dan": 1, "Vesti": 1, "State Paper": 1,
    }  # fmt: skip
    assert [one["outlet"] for one in pages.documents(ask(q="slept"))["documents"]] == ["Wire"]
    arabic = pages.documents(ask(language="ar"))
    assert [one["dir"] for one in arabic["documents"]] == ["rtl"]
    assert {one["id"]: one["count"] for one in arabic["facets"]["language"]} == {"en": 2, "ar": 1, "hr": 1, "ru": 1}
    assert pages.documents(ask(source="Wire", language="ar"))["total"] == 0
    assert [one["outlet"] for one in pages.documents(ask(place="homs"))["documents"]] == ["Wire", "State Paper"]
    assert [one["outlet"] for one in pages.documents(ask(type="shelling", q="quiet"))["documents"]] == ["State Paper"]


def test_a_document_with_all_spans(pages):
    wire = reports()[0]
    page = pages.document(wire.id)
    pieces = [piece for segment in page["segments"] for piece in segment["pieces"]]
    assert "".join(piece["text"] for piece in pieces) == WIRE
    assert "text" not in page["document"]
    trigger = next(piece for piece in pieces if piece["text"] == "took")
    assert [mark["slot"] for mark in trigger["marks"]] == ["sentence", "trigger"]
    assert [claim["type"] for claim in page["claims"]] == ["capture", "shelling"]
    assert page["uris"] == [f"en/{wire.id}.txt"]


def test_places(pages, ask):
    page = pages.places(ask())
    assert [one["id"] for one in page["places"]][:2] == ["aleppo-province", "SY"][::-1]
    assert {one["id"]: one["events"] for one in page["places"]}["aleppo"] == 3
    assert [one["id"] for one in pages.places(ask(q="Halep"))["places"]] == ["aleppo"]
    aleppo = pages.place("aleppo")
    assert (aleppo["total"], [one["id"] for one in aleppo["inside"]]) == (3, ["minyan"])
    assert [one["id"] for one in aleppo["chain"]] == ["aleppo-province", "SY"]
    assert {one["text"] for one in aleppo["spellings"]} == {"Alepu", "حلب"}
    unknown = pages.place("~Džabal")
    assert (unknown["place"]["name"], unknown["total"]) == ("Džabal", 1)


def test_actors(pages, ask):
    army = pages.actor("syrian-arab-army")
    assert army["actor"]["side"] == "government"
    assert (army["spellings"], army["as"]) == (
        [{"text": "Troops", "count": 1}],
        {"actor": 1, "target": 0, "speaker": 0},
    )
    assert [one["id"] for one in pages.actors(ask(q="pobun"))["actors"]] == ["~Pobunjenici"]


def test_sources(pages):
    assert [one["id"] for one in pages.sources()["sources"]] == ["Wire", "sohr"]
    monitor = pages.source("sohr")
    assert (monitor["quoted_by"], monitor["quotes"]) == ([{"id": "Wire", "name": "Wire", "claims": 1}], [])
    assert monitor["with"][0] | {"name": ""} == {"id": "State Paper", "name": "", "agree": 0, "contradict": 1}
    assert monitor["claims"]["total"] == 1
    wire = pages.source("Wire")
    assert [one["id"] for one in wire["reports"]] == [reports()[0].id]
    assert wire["quotes"][0]["id"] == "sohr"


def test_the_map(pages, ask):
    page = pages.map(ask())
    assert {point["place"]["id"]: len(point["events"]) for point in page["points"]} == {
        "aleppo": 2, "minyan": 1, "homs": 1, "~Džabal": 1,
    }  # fmt: skip
    assert page["days"] == ["2016-10-28", "2016-10-30"]
    assert page["holds"][0] | {"lat": 0, "lon": 0} == {
        "place": {"id": "minyan", "name": "Minyan"}, "lat": 0, "lon": 0,
        "holder": {"id": "syrian-arab-army", "name": "Syrian Arab Army"}, "side": "government", "from": "2016-10-28",
        "until": None, "contested": False, "claims": page["holds"][0]["claims"],
    }  # fmt: skip
    assert page["sides"] == [{"id": "government", "name": "government"}]
    assert pages.map(ask(to="2016-10-27"))["holds"] == []
    assert pages.map(ask(place="homs"))["holds"] == []


def test_tolls(pages, ask):
    page = pages.tolls(ask())
    assert [(toll["low"], toll["place_name"], toll["from_name"]) for toll in page["tolls"]] == [
        (90, "Homs", "Syrian Observatory for Human Rights"), (7, "Homs", "Syrian Observatory for Human Rights"),
    ]  # fmt: skip
    assert [(one["cumulative"], one["low"]) for one in page["ranges"]] == [(False, 7), (True, 90)]
    assert pages.tolls(ask(type="capture"))["total"] == 0


def test_the_chronology_numbers_its_sources_through_the_page(pages, ask):
    page = pages.chronology(ask())
    assert [day["heading"] for day in page["days"]] == [
        "Friday, 28 October 2016", "Sunday, 30 October 2016", "Day not known",
    ]  # fmt: skip
    assert page["summary"] == "4 events from 5 reports."
    assert [line.split()[0] for line in page["sources"]] == [f"[{n}]" for n in range(1, len(page["sources"]) + 1)]


def test_the_rest(pages):
    assert pages.left_out() == {"left_out": [], "notes": ["one block was cut"]}
    about = pages.about()
    assert (about["version"], about["theatres"], about["undated_claims"]) == ("0.1.0", ["syria"], 1)


@pytest.mark.parametrize(
    ("page", "id"),
    [("event", "e_0"), ("claim", "c_0"), ("document", "d_0"), ("place", "x"), ("actor", "x"), ("source", "x")],
)
def test_what_is_not_there_is_not_found(pages, page, id):
    with pytest.raises(NotFound, match=f"there is no {page} {id}"):
        getattr(pages, page)(id)


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_the_same_ledger_gives_the_same_bytes(ledger, knowledge, language):
    def bytes_of() -> list[str]:
        made = Catalogue(ledger, knowledge, Shelf(knowledge), language)
        asked: list[Callable[..., object]] = [
            made.events, made.claims, made.documents, made.places, made.actors, made.map, made.tolls, made.chronology,
        ]  # fmt: skip
        return [json.dumps(page(Question()), ensure_ascii=False) for page in asked] + [json.dumps(made.overview())]

    assert bytes_of() == bytes_of()


def test_an_empty_ledger_has_all_pages(tmp_path, knowledge):
    with Ledger.create(tmp_path / "empty.db") as empty:
        made = Catalogue(empty, knowledge)
        for page in (made.events, made.claims, made.documents, made.places, made.actors, made.chronology):
            assert page(Question())["total"] == 0
        assert made.map(Question()) == {"points": [], "holds": [], "days": [None, None], "sides": []}
        assert made.overview()["events"] == 0
        assert made.events(Question(text="x"))["events"] == []
        assert made.everything()["quotes"] == []


def test_the_words_of_a_report_stay_as_they_are(pages):
    page = pages.document(reports()[4].id)
    assert "<script>alert(1)</script>" in "".join(one["text"] for one in page["segments"][0]["pieces"])
