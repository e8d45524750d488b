"""Every page as a shell, as JSON and as a table."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from tests.server.conftest import Opener

from dragoman.ledger import Ledger
from dragoman.server.pages import LISTS, RECORDS

PAGES = (*LISTS, "review")


def _ids(ledger: Ledger) -> Mapping[str, str]:
    """An id for each kind of record."""
    return {
        "events": next(ledger.events()).id, "claims": next(ledger.claims()).id,
        "documents": next(ledger.documents()).id, "places": "aleppo", "actors": "army", "sources": "monitor",
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_three_forms(friend: Opener, page: str) -> None:
    client = friend()
    assert client.get(f"/{'' if page == 'index' else page}").status_code == 200
    data = client.get(f"/{page}.json")
    assert (data.status_code, data.headers["content-type"]) == (200, "application/json")
    assert isinstance(data.json(), dict)
    table = client.get(f"/{page}.csv")
    assert (table.status_code, table.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert table.headers["content-disposition"] == f'attachment; filename="{page}.csv"'
    header, *rows = csv.reader(io.StringIO(table.text, newline=""))
    assert header
    assert {len(row) for row in rows} <= {len(header)}


@pytest.mark.parametrize("page", RECORDS)
def test_every_record_has_three_forms(friend: Opener, ledger: Ledger, page: str) -> None:
    client, key = friend(), _ids(ledger)[page]
    assert client.get(f"/{page}/{key}").status_code == 200
    assert client.get(f"/{page}/{key}.json").json()
    table = client.get(f"/{page}/{key}.csv")
    assert table.status_code == 200
    assert table.headers["content-disposition"] == f'attachment; filename="{page[:-1]}.csv"'
    assert table.text.splitlines()[0].count(",") > 2


@pytest.mark.parametrize("page", RECORDS)
@pytest.mark.parametrize(
    "key", ["nonsense", "../../etc/passwd", "%2e%2e%2fa", "a'; DROP TABLE claim; --", "%00", "ž" * 300]
)
def test_an_unknown_record_is_not_found(friend: Opener, page: str, key: str) -> None:
    for ending in ("json", "csv"):
        answer = friend().get(f"/{page}/{key.replace('/', '%2F')}.{ending}")
        assert (answer.status_code, list(answer.json())) == (404, ["error"])


@pytest.mark.parametrize(
    "query", ["type=nonsense", "from=yesterday", "from=2016-11&to=2016-10", "page=0", "page=-1", "size=501", "size=x",
              "lang=xx", "sort=random", "unknown=1", "page=99999999999999999999"],
)  # fmt: skip
def test_a_bad_question_gets_one_line(friend: Opener, query: str) -> None:
    client = friend()
    for ending in ("json", "csv"):
        answer = client.get(f"/events.{ending}?{query}")
        assert answer.status_code == 400
        assert "\n" not in answer.json()["error"]


def test_a_table_has_all_pages_unless_one_is_named(friend: Opener, ledger: Ledger) -> None:
    client, number = friend(), sum(1 for _ in ledger.claims())
    assert len(_rows(client.get("/claims.csv?size=1").text)) == number > 1
    assert len(_rows(client.get("/claims.csv?size=1&page=2").text)) == 1
    assert len(_rows(client.get("/claims.csv?type=capture").text)) == 2


def _rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))[1:]


HOSTILE = "=cmd()|<script>alert(1)</script>\u202e\"'\\\x1b[2J\x00" + "a" + "\u0301" * 10_000 + "N" * 5000


def _spoil(ledger: Ledger) -> None:
    """Puts hostile words where reports put theirs."""
    sql = "UPDATE claim SET record = json_set(record, '$.actors[0].name', ?) WHERE record ->> '$.actors[0].name' <> ''"
    ledger.connection.execute(sql, (HOSTILE,))
    ledger.connection.execute("UPDATE document SET title = ?, outlet = ?", (HOSTILE, HOSTILE))
    ledger.connection.execute("UPDATE source SET record = json_set(record, '$.name', ?)", (HOSTILE,))


def test_hostile_words_stay_words(friend: Opener, ledger: Ledger) -> None:
    _spoil(ledger)
    client = friend()
    for page in ("claims", "documents", "sources"):
        assert HOSTILE in _strings(client.get(f"/{page}.json").json())
        cells = [cell for row in _rows(client.get(f"/{page}.csv").text) for cell in row]
        assert "'" + HOSTILE in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def _strings(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [one for part in inner for one in _strings(part)]


def test_the_same_question_gets_the_same_bytes(friend: Opener) -> None:
    client = friend()
    for page in PAGES:
        assert client.get(f"/{page}.json").content == client.get(f"/{page}.json").content


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_the_language_is_the_readers(friend: Opener, language: str) -> None:
    events = friend().get(f"/events.json?lang={language}").json()["events"]
    assert all(event["sentence"] for event in events)


def test_a_page_that_is_not_there(friend: Opener) -> None:
    client = friend()
    page = client.get("/nowhere")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "<h1>" in page.text
    assert json.loads(client.get("/nowhere.json").text) == {"error": "There is no such page here."}
