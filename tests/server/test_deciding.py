"""Decisions over the wire: taken, taken back, refused, and raced for."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.server.conftest import Opener

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judgements


@pytest.fixture
def claim(ledger: Ledger) -> str:
    return next(ledger.claims()).id


def rejection(claim: str, user: str = "Ana", **more: Any) -> dict[str, Any]:
    return {"kind": "claim", "subject": claim, "verdict": "rejected", "user": user, "reason": "a headline", **more}


def test_a_decision_is_kept_with_who_when_and_why(friend: Opener, ledger: Ledger, claim: str) -> None:
    answer = friend().post("/decisions", json=rejection(claim, seen=0))
    assert answer.status_code == 201
    made = answer.json()["judgement"]
    assert (made["subject"], made["verdict"], made["user"], made["reason"]) == (claim, "rejected", "Ana", "a headline")
    assert made["time"].startswith("20")
    assert answer.json()["judgements"] == [made]
    assert [one.id for one in judgements(ledger)] == [made["id"]]


def test_a_decision_of_two_claims(friend: Opener, ledger: Ledger) -> None:
    one, other, *_ = (claim.id for claim in ledger.claims())
    asked = {"kind": "pair", "subject": one, "object": other, "verdict": "same", "user": "Ana", "reason": ""}
    answer = friend().post("/decisions", json=asked)
    assert (answer.status_code, answer.json()["judgement"]["object"]) == (201, other)


def test_undoing_adds_a_row(friend: Opener, ledger: Ledger, claim: str) -> None:
    client = friend()
    number = client.post("/decisions", json=rejection(claim)).json()["judgement"]["id"]
    answer = client.post(f"/decisions/{number}/undo", json={"user": "Ana", "reason": "a slip"})
    assert answer.status_code == 201
    assert answer.json()["judgement"]["supersedes"] == number
    assert [one["standing"] for one in answer.json()["judgements"]] == [False, False]
    assert len(list(judgements(ledger, standing=False))) == 2


def test_the_other_decision_comes_back_as_a_conflict(friend: Opener, ledger: Ledger, claim: str) -> None:
    ana, ben = friend(), friend()
    first = ana.post("/decisions", json=rejection(claim, "Ana", seen=0)).json()["judgement"]
    second = ben.post("/decisions", json={**rejection(claim, "Ben", seen=0), "verdict": "accepted"})
    assert second.status_code == 409
    assert "Ana" in second.json()["error"]
    assert second.json()["judgements"] == [first]
    assert len(list(judgements(ledger, standing=False))) == 1
    again = ben.post("/decisions", json={**rejection(claim, "Ben", seen=first["id"]), "verdict": "accepted"})
    assert (again.status_code, len(again.json()["judgements"])) == (201, 2)


def test_of_many_at_once_one_is_first_and_the_others_learn_of_it(friend: Opener, ledger: Ledger, claim: str) -> None:
    client, start = friend(), threading.Barrier(8)

    def decide(number: int) -> tuple[int, dict[str, Any]]:
        start.wait()
        answer = client.post("/decisions", json=rejection(claim, f"user {number}", seen=0))
        return answer.status_code, answer.json()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(decide, range(8)))
    assert sorted(code for code, _ in answers) == [201] + [409] * 7
    (made,) = (body["judgement"] for code, body in answers if code == 201)
    assert all(body["judgements"] == [made] for code, body in answers if code == 409)
    assert [one.user for one in judgements(ledger, standing=False)] == [made["user"]]


def test_two_servers_on_one_ledger_lose_nothing(friend: Opener, ledger: Ledger) -> None:
    clients, claims = (friend(), friend()), [claim.id for claim in ledger.claims()]

    def decide(given: tuple[TestClient, int]) -> int:
        client, number = given
        return client.post("/decisions", json=rejection(claims[number % len(claims)], f"u{number}")).status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(decide, [(client, number) for number in range(30) for client in clients]))
    assert codes == [201] * 60
    assert len(list(judgements(ledger, standing=False))) == 60


BAD: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", 400, "not JSON"),
    "no JSON": (b"{user: 1}", 400, "not JSON"),
    "no object": (b"[1]", 400, "no JSON object"),
    "no text": (b'{"user": "\xff"}', 400, "UTF-8"),
    "half a pair": (b'{"user": "\\ud800"}', 400, "UTF-8"),
    "not a number": (b'{"seen": NaN}', 400, "NaN"),
    "twice": (b'{"user": "a", "user": "b"}', 400, "twice"),
    "deep": (b'{"value": ' + b"[" * 9 + b"]" * 9 + b"}", 400, "nested"),
    "bottomless": (b"[" * 60_000, 400, "not JSON"),
    "unknown field": (b'{"kind": "claim", "admin": true}', 400, "admin"),
    "no user": (b'{"kind": "claim", "subject": "c", "verdict": "rejected"}', 400, "user"),
    "a list": (b'{"kind": ["claim"]}', 400, "kind"),
    "a bad number": (b'{"kind": "claim", "subject": "c", "verdict": "rejected", "user": "a", "seen": -1}', 400, "seen"),
    "a truth": (b'{"kind": "claim", "subject": "c", "verdict": "rejected", "user": "a", "seen": true}', 400, "seen"),
    "no kind": (b'{"kind": "rumour", "subject": "c", "verdict": "rejected", "user": "a"}', 400, "kind"),
    "no claim": (b'{"kind": "claim", "subject": "c_0", "verdict": "rejected", "user": "a"}', 400, "c_0"),
    "too long": (b'{"reason": "' + b"x" * 65_536 + b'"}', 413, "longer"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_body_gets_one_line_and_changes_nothing(friend: Opener, ledger: Ledger, name: str) -> None:
    content, status, words = BAD[name]
    answer = friend().post("/decisions", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert words in answer.json()["error"]
    assert "\n" not in answer.json()["error"]
    assert not list(judgements(ledger, standing=False))


def test_a_long_body_is_not_read_to_its_end(friend: Opener) -> None:
    given = 0

    def chunks() -> Any:
        nonlocal given
        for _ in range(1000):
            given += 65_536
            yield b" " * 65_536

    answer = friend().post("/decisions", content=chunks(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_undoing_what_is_not_there(friend: Opener) -> None:
    client = friend()
    assert client.post("/decisions/7/undo", json={"user": "Ana", "reason": ""}).status_code in (400, 404)
    assert client.post("/decisions/x/undo", json={"user": "Ana", "reason": ""}).status_code == 404
    assert client.post("/decisions/99999999999999999999/undo", json={"user": "Ana", "reason": ""}).status_code in (
        400,
        404,
    )


def test_hostile_words_of_a_reviewer_stay_words(friend: Opener, claim: str) -> None:
    words = "<img src=x onerror=alert(1)>\u202e'; DROP TABLE judgement; --"
    made = friend().post("/decisions", json=rejection(claim, words, reason=words)).json()["judgement"]
    assert (made["user"], made["reason"]) == (words, words)


def test_who_decides_may_be_set_at_the_start(friend: Opener, claim: str) -> None:
    client = friend(user="Ana")
    asked = {name: value for name, value in rejection(claim).items() if name != "user"}
    assert client.post("/decisions", json=asked).json()["judgement"]["user"] == "Ana"
    assert client.get("/progress.json").json()["user"] == "Ana"


def test_a_ledger_that_is_gone_is_not_made_anew(friend: Opener, ledger: Ledger, claim: str) -> None:
    client = friend()
    ledger.path.rename(ledger.path.with_name("away.db"))
    answer = client.post("/decisions", json=rejection(claim))
    assert (answer.status_code, "gone" in answer.json()["error"]) == (503, True)
    assert not ledger.path.exists()


NAME = {"role": "actor", "name": "Levant Front", "language": "en", "kind": "rebel", "side": "opposition", "user": "Ana",
        "reason": "a coalition"}  # fmt: skip


def test_a_name_goes_into_the_projects_pack(friend: Opener, ledger: Ledger, tmp_path: Path) -> None:
    client = friend()
    answer = client.post("/names", json=NAME)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert Path(told["file"]).is_relative_to(tmp_path / "project")
    assert "Levant Front" in Path(told["file"]).read_text("utf-8")
    assert told["entry"]["id"] == "levant-front"
    assert f"--pack {tmp_path / 'project'}" in told["command"]
    (row,) = judgements(ledger)
    assert (row.kind, row.subject, row.object, row.user) == ("name", "Levant Front", "actor", "Ana")


def test_names_that_come_at_once_are_all_there(friend: Opener, tmp_path: Path) -> None:
    clients = (friend(), friend())

    def enter(number: int) -> int:
        return clients[number % 2].post("/names", json={**NAME, "name": f"Brigade {number}"}).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(enter, range(24))) == {201}
    text = (tmp_path / "project" / "actors.toml").read_text("utf-8")
    assert all(f'"Brigade {number}"' in text for number in range(24))


@pytest.mark.parametrize(
    "change",
    [{"role": "rumour"}, {"name": " "}, {"name": "a\nb"}, {"language": "../x"}, {"lat": "north"}, {"lat": True},
     {"kind": "nonsense"}, {"id": "nobody"}, {"path": "/etc"}],
)  # fmt: skip
def test_a_bad_name_changes_nothing(friend: Opener, ledger: Ledger, tmp_path: Path, change: dict[str, Any]) -> None:
    answer = friend().post("/names", json={**NAME, **change})
    assert answer.status_code == 400
    assert not (tmp_path / "project" / "actors.toml").exists()
    assert not list(judgements(ledger))
