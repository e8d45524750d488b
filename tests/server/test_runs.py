"""What runs beside the pages: loading, working events out anew, ending; and seeing how far that is."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.server.conftest import TOKEN, Opener

from dragoman.ledger import Ledger
from dragoman.server.runs import BusyError, Runs
from dragoman.views.index import stamp

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def wait_for(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Returns when it holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@pytest.fixture
def sleeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs that take a minute instead of relating."""
    made = Runs.__init__

    def init(self: Runs, ledger: Path, packs: tuple[str, ...]) -> None:
        made(self, ledger, packs)
        self._command = SLEEP

    monkeypatch.setattr(Runs, "__init__", init)


def test_decisions_wait_until_they_are_worked_in(friend: Opener, ledger: Ledger) -> None:
    client = friend()
    claim = next(ledger.claims()).id
    idle = client.get("/progress.json").json()
    assert (idle["running"], idle["failed"], idle["complete"], idle["pending"]) == (None, None, True, 0)
    decision = {"kind": "claim", "subject": claim, "verdict": "rejected", "user": "Ana", "reason": "a headline"}
    client.post("/decisions", json=decision)
    assert client.get("/progress.json").json()["pending"] == 1
    started = client.post("/relate", json={})
    assert started.status_code == 202
    assert started.json()["running"]["step"] == "relate"
    wait_for(lambda: client.get("/progress.json").json()["running"] is None)
    done = client.get("/progress.json").json()
    assert (done["failed"], done["complete"], done["pending"]) == (None, True, 0)
    assert claim not in {one for event in ledger.events() for one in event.claims}
    assert client.get("/events.json").json()["total"] == len(list(ledger.events()))


@pytest.mark.usefixtures("sleeping")
def test_one_run_at_a_time(friend: Opener) -> None:
    client = friend()
    assert client.post("/relate", json={}).status_code == 202
    second = client.post("/relate", json={})
    assert (second.status_code, "already" in second.json()["error"]) == (409, True)


@pytest.mark.usefixtures("sleeping")
def test_a_run_ends_with_the_server(client: Opener) -> None:
    with client() as program:
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        process = program.post("/relate", json={}, headers=bearer).json()["running"]["by"]
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_a_run_complained_of_is_shown(friend: Opener) -> None:
    client = friend()
    runs = Runs(Path("nowhere.db"), ())
    runs.start()
    wait_for(lambda: runs.running is None)
    assert runs.failed == (
        "dragoman: nowhere.db: there is no such ledger; build one: dragoman build REPORTS… -o nowhere.db"
    )
    assert client.get("/progress.json").json()["failed"] is None


@pytest.mark.usefixtures("sleeping")
def test_a_run_knows_that_it_is_running(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "a.db", ())
    assert (runs.running, runs.failed) == (None, None)
    runs.stop()
    runs.start()
    with pytest.raises(BusyError):
        runs.start()
    runs.stop()
    assert runs.running is None


def test_a_build_beside_shows_how_far_it_is(friend: Opener, ledger: Ledger) -> None:
    client = friend()
    news = {"step": "read", "done": 3, "total": 10, "by": os.getpid()}
    ledger.set_meta({"progress": json.dumps(news)})
    assert client.get("/progress.json").json()["running"] == news
    busy = client.post("/relate", json={})
    assert (busy.status_code, str(os.getpid()) in busy.json()["error"]) == (409, True)
    # Its news do not make the server read the whole ledger anew.
    marked = stamp(ledger)
    ledger.set_meta({"progress": json.dumps({**news, "done": 4})})
    assert stamp(ledger) == marked
    # Its process is gone, so it is not running, whatever it left behind.
    ledger.set_meta({"progress": json.dumps({**news, "by": 2**22 + 1})})
    assert client.get("/progress.json").json()["running"] is None


def test_who_waits_when_the_server_ends_is_let_go(client: Opener) -> None:
    program = client()  # not started: nothing is loaded, so a page would wait
    program.app.state.stop()  # type: ignore[attr-defined]
    answer = program.get("/events.json", headers={"Authorization": f"Bearer {TOKEN}"})
    assert (answer.status_code, "has been ended" in answer.json()["error"]) == (503, True)


def test_a_pack_that_is_wrong_is_said(friend: Opener, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "actors.toml").write_text("[[actor]]\nid = 7\n", "utf-8")
    client = friend(packs=(str(tmp_path / "bad"),))
    answer = client.get("/events.json")
    assert (answer.status_code, "actors.toml:" in answer.json()["error"]) == (503, True)
    assert "actors.toml:" in caplog.text
    assert client.get("/").status_code == 200
