"""`check` has one line for everything that can be wrong: each test breaks one thing and reads the line."""

import json

import pytest

from dragoman.ledger import Ledger, check


def test_nothing_is_wrong(ledger: Ledger) -> None:
    assert check(ledger) == []


def broken(ledger: Ledger, sql: str, *values: object) -> list[str]:
    ledger.connection.execute("PRAGMA foreign_keys = OFF")
    ledger.connection.execute(sql, values)
    return check(ledger)


def claim_of(ledger: Ledger, trigger: str) -> str:
    return next(claim.id for claim in ledger.claims() if claim.trigger.text == trigger)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("$.sentence.text", "other", "sentence: 'other' does not stand at 0–29"),
        ("$.trigger.start", 5, "trigger: 'took' does not stand at 5–11"),
        ("$.trigger.end", 999, "trigger: 'took' does not stand at 7–999"),
        ("$.actors[0].text", "Army", "actors: 'Army' does not stand at 0–6"),
        ("$.places[0].end", 19, "places: 'Minyan' does not stand at 12–19"),
        ("$.when.span_start", 20, "when: 'on Friday' does not stand at 20–28"),
        ("$.when.end", "2016-10-27", "when: it ends on 2016-10-27, before it starts on 2016-10-28"),
        ("$.voice", "rumour", "voice: 'rumour' is not one of report, quote, comment"),
        ("$.when.basis", "felt", "when.basis: 'felt' is not one of stated, anchored, published, unknown"),
        ("$.phase", "middle", "phase: 'middle' is not one of start, ongoing, end, None"),
        ("$.confidence", 1.5, "confidence 1.5 is not between 0 and 1"),
        ("$.flags[0]", "shiny", "unknown flag 'shiny'"),
        ("$.places[0].within", "nowhere", "Minyan lies within nowhere, which no pack knows"),
    ],
)
def test_a_claims_slots(ledger: Ledger, path: str, value: object, said: str) -> None:
    claim = claim_of(ledger, "took")
    change = "UPDATE claim SET record = json_set(record, ?, ?) WHERE id = ?"
    problems = broken(ledger, change, path, value, claim)
    # What a filter column repeats is said once more, of that column.
    assert [one for one in problems if "the column" not in one] == [f"claim {claim}: {said}"]


def test_a_documents_id_and_hash(ledger: Ledger) -> None:
    document = next(one for one in ledger.documents() if one.language == "en")
    assert broken(ledger, "UPDATE document SET sha256 = 'abc' WHERE id = ?", document.id) == [
        f"document {document.id}: sha256 is not 64 hexadecimal digits: 'abc'"
    ]
    ledger.connection.execute("UPDATE document SET sha256 = ? WHERE id = ?", (document.sha256, document.id))
    assert broken(ledger, "UPDATE item SET key = 'other' WHERE document = ?", document.id) == [
        f"document {document.id}: the id is not the hash of the item other"
    ]


@pytest.mark.parametrize(
    "segments",
    [
        [["body", 0, 20], ["title", 10, 30]],
        [["body", 0, 999]],
        [["body", 5, 5]],
        [["body", 9, 20], ["title", 0, 4]],
    ],
)
def test_a_documents_segments(ledger: Ledger, segments: list[list[object]]) -> None:
    plain = [dict(zip(("role", "start", "end"), segment, strict=True)) for segment in segments]
    problems = broken(ledger, "UPDATE document SET segments = ? WHERE language = 'en'", json.dumps(plain))
    assert len(problems) == 1
    assert problems[0].endswith("overlaps another or leaves the text")


def test_references(ledger: Ledger) -> None:
    claim = claim_of(ledger, "shells")
    event = next(one.id for one in ledger.events() if one.type == "shelling")
    change = "UPDATE event SET record = json_set(record, '$.claims[0]', 'c_0') WHERE id = ?"
    assert broken(ledger, change, event) == [
        f"event {event}: its rows of claims are not what the record says",
        f"event {event}: the id is not the hash of its claims",
        f"event {event}: the claim c_0 is not there",
        f"event {event}: the claim {claim} is not there",
    ]


def test_tolls_point_to_events(ledger: Ledger) -> None:
    assert broken(ledger, "UPDATE toll SET record = json_set(record, '$.scope', 'e_0')") == [
        "toll: the event e_0 is not there"
    ]


def test_foreign_keys(ledger: Ledger) -> None:
    event = next(one.id for one in ledger.events() if one.type == "shelling")
    assert broken(ledger, "UPDATE event_claim SET claim = 'c_0' WHERE event = ?", event) == [
        "database: a row of event_claim points to a row of claim that is not there"
    ]


@pytest.mark.parametrize("change", ["type = 'siege'", "first = NULL", "realis = 'failed'"])
def test_columns_beside_their_record(ledger: Ledger, change: str) -> None:
    claim = claim_of(ledger, "took")
    column = change.split()[0]
    assert broken(ledger, f"UPDATE claim SET {change} WHERE id = ?", claim) == [
        f"claim {claim}: the column {column} is not what the record says"
    ]


def test_an_event_that_lost_a_claim(ledger: Ledger) -> None:
    event = next(one.id for one in ledger.events() if one.type == "shelling")
    assert broken(ledger, "DELETE FROM event_claim WHERE event = ?", event) == [
        f"event {event}: its rows of claims are not what the record says"
    ]


@pytest.mark.parametrize("index", ["claim_words", "document_words"])
def test_a_word_index_that_is_out_of_step(ledger: Ledger, index: str) -> None:
    assert f"{index}: the word index does not agree with its table" in broken(
        ledger, f"INSERT INTO {index} ({index}) VALUES ('delete-all')"
    )


def test_words_that_changed_under_their_index(ledger: Ledger) -> None:
    problems = broken(ledger, "UPDATE claim SET sentence = 'quite other words'")
    assert problems[0] == "claim_words: the word index does not agree with its table"
