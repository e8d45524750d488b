"""What goes into a ledger comes out of it, in the order of ids; a writer adds everything or nothing."""

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.ledger.connection import create, fold, schema_steps
from dragoman.model import LeftOut


def test_readers_stream_in_the_order_of_ids(ledger: Ledger) -> None:
    assert [one.uri for one in ledger.documents()] == sorted(["a/wire.txt", "b/dan.txt"], key=_document_id(ledger))
    claims = list(ledger.claims())
    assert [claim.id for claim in claims] == sorted(claim.id for claim in claims)
    assert sorted(claim.type for claim in claims) == ["capture", "capture", "shelling"]
    assert [event.grade for event in sorted(ledger.events(), key=lambda event: event.type)] == [
        "contested",
        "single",
    ]
    assert [(one.place.name, one.contested) for one in ledger.control()] == [("Minyan", True)]
    assert [(one.low, one.source) for one in ledger.tolls()] == [(7, "monitor")]
    assert [one.quoted_by for one in ledger.sources()] == [("Wire",)]
    assert ledger.complete


def test_a_document_has_the_smallest_of_its_names(ledger: Ledger) -> None:
    document = next(one for one in ledger.documents() if one.language == "en")
    with ledger:
        ledger.add(ShardResult(), [(key_of(ledger, document.id), "a/earlier.txt")], 2)
        assert ledger.document(document.id).uri == "a/earlier.txt"
        assert list(ledger.left_out()) == [
            LeftOut("a/wire.txt", "duplicate", "the same report as a/earlier.txt"),
            LeftOut("z/copy.txt", "duplicate", "the same report as a/earlier.txt"),
        ]


def test_a_left_out_item_is_said_of_each_of_its_names(ledger: Ledger) -> None:
    outcome = Outcome("k", "n.txt", left_out=LeftOut("n.txt", "empty", "n.txt: nothing in it"))
    ledger.add(ShardResult((outcome,)), [("k", "n.txt"), ("k", "m.txt")], 1)
    assert [one.detail for one in ledger.left_out() if one.reason == "empty"] == [
        "m.txt: nothing in it",
        "n.txt: nothing in it",
    ]


def test_a_shard_is_written_as_a_whole_or_not_at_all(ledger: Ledger) -> None:
    claim = next(ledger.claims())
    document = ledger.document(claim.document)
    twice = Outcome("new", "n.txt", document)  # its id is there already
    good = Outcome("good", "g.txt", left_out=LeftOut("g.txt", "empty", "nothing"))
    with pytest.raises(LedgerError, match="UNIQUE"):
        ledger.add(ShardResult((good, twice)), [("good", "g.txt")], 1)
    assert not ledger.is_marked("good")
    assert ledger.complete


def test_new_claims_make_the_story_incomplete(ledger: Ledger) -> None:
    ledger.add(ShardResult((Outcome("k", "n.txt", left_out=LeftOut("n.txt", "empty", "nothing")),)))
    assert not ledger.complete
    assert list(ledger.events()) == []
    assert len(list(ledger.claims())) == 3


def test_there_is_no_such_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"none\.db: there is no such ledger; build one"):
        Ledger.open(tmp_path / "none.db")


@pytest.mark.parametrize("content", [b"words, no database " * 300, b"short"])
def test_not_a_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    for opened in (Ledger.open, Ledger.create):
        with pytest.raises(LedgerError, match="it is not a dragoman ledger"):
            opened(path)
    assert path.read_bytes() == content


def test_another_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(LedgerError, match="it is not a dragoman ledger"):
        Ledger.create(path)


def test_a_newer_schema_is_refused(ledger: Ledger) -> None:
    newest = max(schema_steps())
    ledger.connection.execute(f"PRAGMA user_version = {newest + 1}")
    ledger.close()
    for opened in (Ledger.open, Ledger.create):
        with pytest.raises(LedgerError) as error:
            opened(ledger.path)
        assert str(error.value) == (
            f"{ledger.path}: the ledger has schema version {newest + 1}, this dragoman knows up to {newest}; "
            "install a newer dragoman or build again into a new file"
        )


def test_migrations_are_applied_in_order_and_once(tmp_path: Path) -> None:
    first = {1: schema_steps()[1]}
    create(tmp_path / "a.db", first).close()
    later = {
        **first,
        3: "UPDATE grown SET what = what || ' and 3';",
        2: "CREATE TABLE grown (what TEXT); INSERT INTO grown VALUES ('2');",
    }
    for _ in range(2):
        connection = create(tmp_path / "a.db", later)
        assert [row["what"] for row in connection.execute("SELECT what FROM grown")] == ["2 and 3"]
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
        connection.close()


def test_a_broken_migration_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    first = {1: schema_steps()[1]}
    create(tmp_path / "a.db", first).close()
    with pytest.raises(LedgerError, match="no such table: nowhere"):
        create(tmp_path / "a.db", {**first, 2: "CREATE TABLE grown (a); INSERT INTO nowhere VALUES (1);"})
    connection = create(tmp_path / "a.db", first)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'grown'").fetchone()[0] == 0
    connection.close()


def test_a_ledger_is_read_while_it_is_written(ledger: Ledger) -> None:
    ledger.connection.execute("BEGIN IMMEDIATE")
    with Ledger.open(ledger.path) as reader:
        assert len(list(reader.claims())) == 3
    ledger.connection.execute("ROLLBACK")


def test_reading_writes_nothing(ledger: Ledger) -> None:
    with Ledger.open(ledger.path) as reader, pytest.raises(LedgerError, match="it may not be written"):
        reader.set_meta({"a": "b"})


@pytest.mark.parametrize(("words", "folded"), [("Džabhat", "dzabhat"), ("al-Bāb’s", "al bab s"), (None, "")])
def test_fold(words: str | None, folded: str) -> None:
    assert fold(words) == folded


def key_of(ledger: Ledger, document: str) -> str:
    return str(next(ledger.rows("SELECT key FROM document WHERE id = ?", document))["key"])


def _document_id(ledger: Ledger):  # type: ignore[no-untyped-def]
    ids = {one.uri: one.id for one in ledger.documents()}
    return ids.__getitem__
