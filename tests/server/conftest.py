"""The hand-made ledger of tests/ledger behind a server, and a browser's part that stands for the real one."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.server.app import application
from dragoman.server.settings import Settings

_spec = importlib.util.spec_from_file_location("ledger_by_hand", Path(__file__).parents[1] / "ledger" / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
_by_hand = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_by_hand)

ledger = _by_hand.ledger

HOST = "http://127.0.0.1:8765"
TOKEN = "let-me-in"
# What a browser says of a request that a page of ours makes.
OWN = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty", "Origin": HOST}

Opener = Callable[..., TestClient]


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A browser's part of three files, with some beside it that nobody may have."""
    folder = tmp_path / "web"
    (folder / "vendor").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><html><div id=app></div>", "utf-8")
    (folder / "vendor" / "preact.js").write_text("export const h = 1;", "utf-8")
    (folder / "__init__.py").write_text("secret = 1", "utf-8")
    (tmp_path / "secret.json").write_text("{}", "utf-8")
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    return folder


@pytest.fixture
def client(ledger: Ledger, web: Path, tmp_path: Path) -> Opener:
    """Makes a client of a server that has not started."""

    def made(**settings: object) -> TestClient:
        chosen = Settings(port=8765, token=TOKEN, web=web, project=tmp_path / "project", **settings)  # type: ignore[arg-type]
        return TestClient(application(ledger.path, chosen), HOST, raise_server_exceptions=False)

    return made


@pytest.fixture
def stranger(client: Opener) -> Iterator[Opener]:
    """Makes a client of a running server, without a cookie."""
    with ExitStack() as running:
        yield lambda **settings: running.enter_context(client(**settings))


@pytest.fixture
def friend(stranger: Opener) -> Opener:
    """Makes a client that came in by the start-up link."""

    def open_one(**settings: object) -> TestClient:
        client = stranger(**settings)
        assert client.get(f"/?token={TOKEN}").status_code == 200
        client.headers.update(OWN)
        return client

    return open_one
