"""What decisions do to the claims that events are worked out from."""

from dataclasses import replace
from datetime import date

import pytest
from tests.ledger.conftest import story
from tests.review.conftest import Judge

from dragoman.errors import QueryError
from dragoman.ledger import Ledger
from dragoman.model import Claim, Event, plain
from dragoman.review.corrections import Corrections
from dragoman.review.grading import graded
from dragoman.review.pairs import JudgedPair, judged_pairs
from dragoman.review.standing import digest, standing


def corrected(ledger: Ledger) -> dict[str, Claim]:
    found = Corrections.of(standing(ledger)).apply(ledger.claims())
    return {claim.trigger.text: claim for claim in found}


def test_without_decisions_claims_are_as_they_were(ledger: Ledger, claims: dict[str, Claim]) -> None:
    assert corrected(ledger) == claims
    assert digest(standing(ledger)) == digest(())


def test_a_rejected_claim_tells_nothing(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    ana("claim", claims["took"].id, "rejected")
    assert set(corrected(ledger)) == {"shells", "zauzeli"}
    ana("claim", claims["took"].id, "accepted")
    assert set(corrected(ledger)) == {"shells", "took", "zauzeli"}


def test_a_corrected_slot_stands_in_its_place(ledger: Ledger, claims: dict[str, Claim], ana: Judge) -> None:
    claim = claims["shells"]
    when = plain(replace(claims["took"].when, text=None, span_start=None, span_end=None, basis="published"))
    ana("slot", claim.id, "corrected", object="when", value=when)
    ana("slot", claim.id, "corrected", object="type", value="airstrike")
    found = corrected(ledger)["shells"]
    assert (found.type, found.when.start, found.when.basis) == ("airstrike", date(2016, 10, 28), "published")
    assert found.counts == claim.counts
    assert {one.trigger.text: one for one in ledger.claims()}["shells"] == claim


def test_a_correction_must_stand_in_the_words(claims: dict[str, Claim], ana: Judge) -> None:
    claim = claims["took"]
    places = plain(claim.places)
    places[0]["start"] += 1
    with pytest.raises(QueryError, match="the words 'Minyan' do not stand at"):
        ana("slot", claim.id, "corrected", object="places", value=places)
    with pytest.raises(QueryError, match="must have the fields id, name, text, start, end and no other"):
        ana("slot", claim.id, "corrected", object="actors", value=[{"id": "army"}])


def test_merged_names_become_the_known_one(ledger: Ledger, ana: Judge) -> None:
    ana("merge", "Pobunjenici", "same", object="army", value={"what": "actor"})
    ana("merge", "Džabal", "same", object="minyan", value={"what": "place"})
    found = corrected(ledger)["zauzeli"]
    assert [(one.id, one.name, one.text) for one in found.actors] == [("army", "Syrian Army", "Pobunjenici")]
    assert [(one.id, one.lat, one.within) for one in found.places] == [
        ("minyan", 36.2, "aleppo"), ("aleppo", 36.2, "aleppo-province"),
    ]  # fmt: skip


def test_a_circle_of_merges_ends(ledger: Ledger, ana: Judge) -> None:
    ana("merge", "minyan", "same", object="aleppo", value={"what": "place"})
    ana("merge", "aleppo", "same", object="minyan", value={"what": "place"})
    assert [one.id for one in corrected(ledger)["took"].places] == ["minyan"]


def test_a_split_sets_each_against_each(
    ledger: Ledger, claims: dict[str, Claim], events: dict[str, Event], ana: Judge
) -> None:
    one, other = sorted((claims["took"].id, claims["zauzeli"].id))
    ana("pair", one, "same", object=other)
    ana("split", events["capture"].id, "split", value={"apart": [other], "rest": [one]})
    assert judged_pairs(ledger, standing(ledger)) == (JudgedPair(one, other, same=False),)


def test_a_grade_holds_while_the_claims_are_the_same(
    ledger: Ledger, claims: dict[str, Claim], events: dict[str, Event], ana: Judge
) -> None:
    event = events["capture"]
    ana("grade", event.id, "corroborated", value={"claims": list(event.claims)}, reason="two eyewitnesses")
    told = story(claims["took"], claims["shells"], claims["zauzeli"])
    found = graded(told, standing(ledger))
    assert {one.type: one.grade for one in found.events} == {"capture": "corroborated", "shelling": "single"}
    assert found.reasons[event.id][0] == "Ana set the grade to corroborated: two eyewitnesses (worked out as contested)"
    grown = replace(event, claims=(*event.claims, claims["shells"].id))
    assert graded(replace(told, events=(grown,)), standing(ledger)).events == (grown,)
