"""Opening the ledger's file: pragmas, schema version, migrations, and SQLite's errors in plain words."""

from __future__ import annotations

import contextlib
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import LedgerError

# "drgm": tells a ledger from any other SQLite file.
APPLICATION_ID = 0x6472676D
# Long enough for another process's shard to be written, short enough that nobody thinks that we hang.
BUSY_SECONDS = 20.0

_INTACT = "what was written before is intact: free some space and run the same command again"
_PLAIN = {
    "full": f"the disk is full; {_INTACT}",
    "disk i/o": f"the disk takes no more (is it full, or over a quota?); {_INTACT}",
    "locked": "another program is writing it; wait until that ends, then run the same command again",
    "readonly": "it may not be written; check its permissions or name another file",
    "not a database": "it is not a dragoman ledger; name another file",
    "malformed": "the file is damaged; restore a copy or build it again into a new file",
    "unable to open": "it cannot be opened; check the folder and its permissions",
}


def schema_steps() -> Mapping[int, str]:
    """The SQL that leads to version n from the one before, by n: schema.sql, then migrations/NNNN_*.sql."""
    folder = files("dragoman.ledger")
    steps = {1: (folder / "schema.sql").read_text("utf-8")}
    for file in (folder / "migrations").iterdir():
        if file.name.endswith(".sql"):
            steps[int(file.name[:4])] = file.read_text("utf-8")
    return dict(sorted(steps.items()))


def create(path: Path, steps: Mapping[int, str] | None = None) -> sqlite3.Connection:
    """A connection for writing, to a new ledger or to one that is there, brought to the newest schema."""
    with plainly(path):
        connection = _prepared(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None))
        try:
            _expect_ledger(path, connection, may_be_new=True)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            migrate(path, connection, schema_steps() if steps is None else steps)
        except BaseException:
            connection.close()
            raise
        return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads; an older schema is brought up to date first."""
    if not path.is_file():
        raise LedgerError(f"{path}: there is no such ledger; build one: dragoman build REPORTS… -o {path}")
    with plainly(path):
        connection = _read_only(path)
        _expect_ledger(path, connection, may_be_new=False)
        newest, version = max(schema_steps()), _version(connection)
    if version < newest:
        connection.close()
        create(path).close()
        return open_to_read(path)
    _refuse_newer(path, version, newest)
    return connection


def migrate(path: Path, connection: sqlite3.Connection, steps: Mapping[int, str]) -> None:
    """Applies, in order and each as one transaction, the steps that the file does not have yet."""
    _refuse_newer(path, _version(connection), max(steps))
    for version in sorted(steps):
        if version > _version(connection):
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version};"
            connection.executescript(f"BEGIN IMMEDIATE; {marks}\n{steps[version]}\nCOMMIT;")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may already have rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into one line that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {_explained(error)}") from error


@cache
def fold(text: str | None) -> str:
    """Letters and digits without case and marks, to compare names by: `Džabhat` and `dzabhat` are one."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    bare = (letter for letter in decomposed if not unicodedata.combining(letter))
    kept = "".join(letter if letter.isalnum() else " " for letter in bare)
    return " ".join(kept.casefold().split())


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """SQLite wants its shared-memory file even to read; in a folder without leave to write we do without."""
    uri = path.resolve().as_uri()
    connection = _prepared(_uri_connection(f"{uri}?mode=ro"))
    try:
        _version(connection)
    except sqlite3.OperationalError:
        connection.close()
        return _prepared(_uri_connection(f"{uri}?mode=ro&immutable=1"))
    return connection


def _uri_connection(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _expect_ledger(path: Path, connection: sqlite3.Connection, *, may_be_new: bool) -> None:
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if identity != APPLICATION_ID and not (empty and may_be_new):
        connection.close()
        raise LedgerError(f"{path}: it is not a dragoman ledger; name another file")


def _refuse_newer(path: Path, version: int, newest: int) -> None:
    if version > newest:
        raise LedgerError(
            f"{path}: the ledger has schema version {version}, this dragoman knows up to {newest}; "
            "install a newer dragoman or build again into a new file"
        )


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _explained(error: sqlite3.Error) -> str:
    words = str(error)
    return next((plain for sign, plain in _PLAIN.items() if sign in words.lower()), words)
