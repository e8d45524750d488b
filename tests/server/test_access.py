"""Who comes in, and what every answer carries."""

import re

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tests.server.conftest import HOST, OWN, TOKEN, Opener

from dragoman.server.access import HEADERS

PAGES = ("/", "/events", "/events.json", "/events.csv", "/progress.json", "/web/vendor/preact.js", "/nowhere")
COOKIE = {"Cookie": f"dragoman-8765={TOKEN}"}
DECISION = {"kind": "claim", "subject": "c_1", "verdict": "rejected", "user": "Ana", "reason": "no"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("headers", [{}, {"Cookie": "dragoman-8765=wrong"}, {"Authorization": "Bearer wrong"}])
def test_nobody_comes_in_without_the_token(stranger: Opener, page: str, headers: dict[str, str]) -> None:
    answer = stranger().get(page, headers=headers)
    assert answer.status_code == 403
    assert "dragoman serve" in answer.text
    assert TOKEN not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "žeton", "%ff%fe"])
def test_a_wrong_token_lets_nobody_in(stranger: Opener, token: str) -> None:
    client = stranger()
    assert client.get(f"/?token={token}").status_code == 403
    assert not client.cookies


def test_the_token_becomes_a_cookie_and_goes_from_the_address(stranger: Opener) -> None:
    client = stranger()
    answer = client.get(f"/events?type=capture&token={TOKEN}&q=a%26b", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?type=capture&q=a%26b")
    flags = answer.headers["set-cookie"].lower()
    assert flags.startswith(f"dragoman-8765={TOKEN}")
    assert all(flag in flags for flag in ("httponly", "samesite=strict", "path=/"))
    assert "domain" not in flags
    assert client.get("/events").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/%5Cevil.example", "///evil.example", "/%2F%2Fevil.example"])
def test_the_way_in_leads_nowhere_else(stranger: Opener, path: str) -> None:
    answer = stranger().get(f"{HOST}{path}?token={TOKEN}", follow_redirects=False)
    assert re.match(r"/[^/\\]", answer.headers["location"])


def test_a_program_comes_in_by_a_header(stranger: Opener) -> None:
    client = stranger()
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/progress.json", headers=bearer).status_code == 200
    # A page of another site can send no such header, so a program needs no Origin.
    assert client.post("/decisions", json={}, headers=bearer).status_code == 400


def test_a_token_opens_no_post(stranger: Opener) -> None:
    assert stranger().post(f"/relate?token={TOKEN}", json={}, headers=OWN).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "[::2]",
             "127.0.0.1@evil.example", "192.168.1.7:8765", "localhost, evil.example", "2130706433"],
)  # fmt: skip
@pytest.mark.parametrize("page", ["/", "/events.json", "/?token=" + TOKEN])
def test_another_name_is_not_answered(stranger: Opener, host: str, page: str) -> None:
    answer = stranger().get(page, headers={**COOKIE, "Host": host})
    assert answer.status_code == 421
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765", "localhost:9000"])
def test_our_names_are_answered(stranger: Opener, host: str) -> None:
    assert stranger().get("/progress.json", headers={**COOKIE, "Host": host}).status_code == 200


FOREIGN = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:3000"},
    {"Origin": "https://127.0.0.1:8765"},
    {"Sec-Fetch-Site": "cross-site", "Origin": HOST},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    {},
)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/decisions", "/decisions/1/undo", "/names", "/relate"])
def test_another_site_changes_nothing(stranger: Opener, path: str, headers: dict[str, str]) -> None:
    answer = stranger().post(path, json=DECISION, headers={**COOKIE, **headers})
    assert answer.status_code == 403
    assert "another site" in answer.json()["error"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(friend: Opener, kind: str) -> None:
    answer = friend().post("/decisions", content=b"{}", headers={"Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("page", PAGES)
def test_another_site_reads_nothing(stranger: Opener, page: str, site: str) -> None:
    script = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
    frame = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    client = stranger()
    assert [client.get(page, headers={**COOKIE, **one}).status_code for one in (script, frame)] == [403, 403]


def test_a_link_of_another_site_may_lead_here(stranger: Opener) -> None:
    client = stranger()
    leads = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/", headers={**COOKIE, **leads}).status_code == 200
    # SameSite=Strict leaves the cookie at home: the page offers the way that brings it.
    answer = client.get("/events?q=%22%3E%3Cscript%3E&token=old", headers=leads)
    assert answer.status_code == 403
    assert '<a href="/events?q=%22%3E%3Cscript%3E">' in answer.text


def test_read_only(friend: Opener) -> None:
    client = friend(read_only=True)
    for path in ("/decisions", "/decisions/1/undo", "/names", "/relate"):
        answer = client.post(path, json=DECISION)
        assert (answer.status_code, "--read-only" in answer.json()["error"]) == (403, True)
    assert client.get("/progress.json").json()["read_only"] is True
    assert client.get("/events.json").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(friend: Opener, method: str) -> None:
    answer = friend().request(method, "/events", headers={"Content-Type": "application/json"})
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


def _answers(stranger: TestClient, friend: TestClient) -> dict[str, tuple[int, dict[str, str]]]:
    """An answer of every sort."""
    asked = {
        "refused": stranger.get("/"),
        "misdirected": stranger.get("/", headers={"Host": "evil.example"}),
        "let in": stranger.get(f"/?token={TOKEN}", follow_redirects=False),
        "shell": friend.get("/events/e_1"),
        "static": friend.get("/web/vendor/preact.js"),
        "data": friend.get("/events.json"),
        "table": friend.get("/events.csv"),
        "bad": friend.get("/events.json?type=nonsense"),
        "lost": friend.get("/nowhere"),
        "method": friend.delete("/events", headers={"Content-Type": "application/json"}),
        "bad body": friend.post("/decisions", json=[]),
    }
    return {name: (answer.status_code, dict(answer.headers)) for name, answer in asked.items()}


def test_every_answer_carries_the_protective_headers(stranger: Opener, friend: Opener) -> None:
    answers = _answers(stranger(), friend())
    assert [code for code, _ in answers.values()] == [403, 421, 303, 200, 200, 200, 200, 400, 404, 405, 400]
    for name, (_, headers) in answers.items():
        for header, value in HEADERS.items():
            assert headers.get(header.lower()) == value, (name, header)
        wanted = "private, no-cache" if name in ("shell", "static") else "no-store"
        assert headers["cache-control"] == wanted, name
        assert "server" not in headers


def test_the_policy_lets_no_inline_script_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert all(part in policy for part in ("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"))


def test_no_web_sockets(stranger: Opener) -> None:
    with pytest.raises(WebSocketDisconnect), stranger().websocket_connect("/"):
        pass


def test_a_bug_shows_no_inside(
    friend: Opener, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("very private")

    client = friend()
    monkeypatch.setattr("dragoman.server.library.Ledger.open", broken)
    answer = client.get("/events.json")
    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "private" not in answer.text
    assert "Traceback" not in answer.text
    assert "very private" in caplog.text
