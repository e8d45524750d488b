"""Exports hold what the ledger holds, in the contract's order, complete or not at all, and harmless."""

import csv
import io
import json
import resource
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.errors import LedgerError, QueryError
from dragoman.exports import export, flat, spreadsheet
from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judge
from dragoman.ledger.records import from_plain
from dragoman.model import Claim, Control, Document, Event, Source, Toll

NAMES = ("claims", "control", "documents", "events", "left_out", "sources", "tolls")


def test_jsonl_is_the_contract(ledger: Ledger, tmp_path: Path) -> None:
    written = export(ledger, "jsonl", tmp_path / "out")
    assert sorted(path.name for path in written) == [f"{name}.jsonl" for name in NAMES]
    kinds = {
        "documents": (Document, ledger.documents()), "claims": (Claim, ledger.claims()),
        "events": (Event, ledger.events()), "control": (Control, ledger.control()),
        "tolls": (Toll, ledger.tolls()), "sources": (Source, ledger.sources()),
    }  # fmt: skip
    for name, (kind, records) in kinds.items():
        text = (tmp_path / "out" / f"{name}.jsonl").read_bytes().decode("utf-8")
        assert text.endswith("\n")
        assert [from_plain(kind, json.loads(line)) for line in text.splitlines()] == list(records)


def test_decisions_go_out_where_there_are_any(ledger: Ledger, tmp_path: Path) -> None:
    claim = next(ledger.claims()).id
    noon = datetime(2026, 1, 2, 12, tzinfo=UTC)
    judge(ledger, kind="claim", subject=claim, verdict="rejected", user="Ana", time=noon, reason="a dream")
    export(ledger, "jsonl", tmp_path)
    assert json.loads((tmp_path / "judgements.jsonl").read_text("utf-8")) == {
        "id": 1, "kind": "claim", "subject": claim, "object": None, "verdict": "rejected", "value": None,
        "user": "Ana", "time": "2026-01-02T12:00:00+00:00", "reason": "a dream", "supersedes": None,
    }  # fmt: skip


def test_keys_stand_in_the_contracts_order(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path)
    first = {name: json.loads((tmp_path / f"{name}.jsonl").read_text().splitlines()[0]) for name in NAMES}
    assert " ".join(first["claims"]) == (
        "id document sentence voice type phase realis trigger actors targets places when counts attribution"
        " confidence flags rules"
    )
    assert " ".join(first["documents"]) == ("id uri sha256 captured language title outlet published segments text")
    assert " ".join(first["control"]) == "place holder from until contested claims"
    assert " ".join(first["tolls"]) == "scope what who low high cumulative from until source claims"


def test_letters_are_themselves(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path)
    assert "Džabal" in (tmp_path / "claims.jsonl").read_text("utf-8")


def test_csv_has_every_record(ledger: Ledger, tmp_path: Path) -> None:
    written = export(ledger, "csv", tmp_path)
    assert sorted(path.name for path in written) == [f"{name}.csv" for name in NAMES]
    rows = {name: list(csv.DictReader((tmp_path / f"{name}.csv").open(newline=""))) for name in NAMES}
    shelling = next(row for row in rows["claims"] if row["type"] == "shelling")
    assert shelling["counts"] == "7 civilians killed"
    assert shelling["attribution"] == "The Monitor (reports)"
    assert (shelling["lat"], shelling["lon"], shelling["start"]) == ("36.2", "37.1", "")
    taken = next(row for row in rows["events"] if row["type"] == "capture")
    assert taken["disagreements"] == "who: Syrian Army | Pobunjenici"
    assert (taken["start"], taken["places"], taken["actor_ids"]) == ("2016-10-28", "Minyan", "army")
    told = [row for row in rows["events"] if row["deaths_best"]]
    assert [[row[name] for name in flat.DEATHS[2:]] for row in told] == [["0", "0", "7", "0", "7", "7", "7"]]
    assert rows["control"][0] | {"claims": ""} == {
        "place": "Minyan", "place_id": "minyan", "holder": "Syrian Army", "holder_id": "army",
        "from": "2016-10-28", "until": "", "contested": "yes", "claims": "",
    }  # fmt: skip
    assert rows["left_out"] == [{"uri": "z/copy.txt", "reason": "duplicate", "detail": "the same report as a/wire.txt"}]


@given(st.text(max_size=12))
def test_no_cell_is_a_formula(words: str) -> None:
    cell = spreadsheet.safe(words)
    assert isinstance(cell, str)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\n", "\r"))
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    assert cell in (plain, f"'{plain}")


def test_numbers_stay_numbers() -> None:
    assert spreadsheet.safe(-3.5) == -3.5
    assert spreadsheet.safe(None) is None
    assert spreadsheet.safe("=HYPERLINK()") == "'=HYPERLINK()"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@example("a\rb")
def test_a_cell_comes_back_from_csv(words: str) -> None:
    line = list(
        spreadsheet.lines([words], lambda text: {"uri": text, "reason": None, "detail": 1}, spreadsheet.LEFT_OUT)
    )
    (row,) = csv.DictReader(io.StringIO("".join(line), newline=""))
    assert row == {"uri": str(spreadsheet.safe(words)), "reason": "", "detail": "1"}


@pytest.mark.parametrize(("low", "high", "words"), [(7, 7, "7"), (7, 9, "7–9"), (7, None, "7+"), (0, 0, "0")])
def test_numbers_as_words(low: int, high: int | None, words: str) -> None:
    assert flat.number_words(low, high) == words


def test_a_second_export_is_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    for form in ("jsonl", "csv"):
        first = {path.name: path.read_bytes() for path in export(ledger, form, tmp_path / "1")}
        second = {path.name: path.read_bytes() for path in export(ledger, form, tmp_path / "2")}
        assert first == second


def test_an_unknown_format(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="--format xls: not known; use one of csv, jsonl"):
        export(ledger, "xls", tmp_path)


def test_a_folder_that_is_a_file(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(LedgerError, match=r"out: the export cannot be written \(.*\); nothing was changed"):
        export(ledger, "csv", tmp_path / "out")


def test_a_full_disk_leaves_the_old_export(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1200, hard))
    try:
        with pytest.raises(LedgerError, match=r"cannot be written \(File too large\); nothing was changed"):
            export(ledger, "jsonl", tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")} == before
    assert not list(tmp_path.glob(".dragoman-*"))
