"""Over real sockets: ports, names, interruption, and what the command says when it cannot serve."""

import http.client
import logging
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dragoman.cli.app import run
from dragoman.cli.serving import _Safe
from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.server import serving
from dragoman.server.serving import Wishes, is_loopback, link, listening, names_of
from dragoman.server.settings import LOOPBACK_NAMES, Settings, project_of

_SERVE = """
import sys
from pathlib import Path
import dragoman.server.settings as settings
settings.web_folder = lambda: Path(sys.argv[1])
from dragoman.cli.app import run
from dragoman.cli.serving import _Safe
sys.exit(run(sys.argv[2:]))
"""


@contextmanager
def served(ledger: Ledger, web: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command as a process of its own, and the link that it prints."""
    command = [sys.executable, "-c", _SERVE, str(web), "serve", str(ledger.path), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http://" in line, line + (process.stderr.read() if process.stderr else "")
        yield process, line.split()[-1]
    finally:
        process.kill()
        process.communicate()


def test_the_link_works_and_nothing_else_does(ledger: Ledger, web: Path) -> None:
    with served(ledger, web) as (_, link):
        place = urlsplit(link)
        assert (place.hostname, place.port is not None) == ("127.0.0.1", True)
        with closing(http.client.HTTPConnection("127.0.0.1", place.port, timeout=20)) as connection:
            connection.request("GET", "/")
            refused = connection.getresponse()
            assert (refused.status, b"Not let in" in refused.read()) == (403, True)
            connection.request("GET", f"/?{place.query}")
            opened = connection.getresponse()
            opened.read()
            cookie = (opened.headers["set-cookie"] or "").partition(";")[0]
            assert (opened.status, opened.headers["location"]) == (303, "/")
            connection.request("GET", "/events.json", headers={"Cookie": cookie})
            events = connection.getresponse()
            assert (events.status, b'"events"' in events.read()) == (200, True)
            connection.request("GET", "/events.json", headers={"Cookie": cookie, "Host": "evil.example"})
            assert connection.getresponse().status == 421


def status(place: str, port: int, token: str, host: str) -> int:
    """The answer to a program that asks there under this name."""
    with closing(http.client.HTTPConnection(place, port, timeout=20)) as connection:
        headers = {"Authorization": f"Bearer {token}", "Host": host}
        connection.request("GET", "/progress.json", headers=headers)
        return connection.getresponse().status


def test_where_others_are_let_in_only_our_names_are_answered(ledger: Ledger, web: Path) -> None:
    with served(ledger, web, "--host", "0.0.0.0", "--allow-remote") as (_, link):
        place = urlsplit(link)
        assert place.hostname == socket.gethostname().lower()
        assert place.port is not None
        token = place.query.partition("=")[2]
        hosts = ("127.0.0.2", "localhost", socket.gethostname(), "evil.example", "192.0.2.77")
        # 127.0.0.2 is the address at which the connection comes in here.
        codes = [status("127.0.0.2", place.port, token, f"{host}:{place.port}") for host in hosts]
        assert codes == [200, 200, 200, 421, 421]


def _has_ipv6() -> bool:
    try:
        with closing(socket.socket(socket.AF_INET6)) as made:
            made.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6")
def test_the_other_loopback(ledger: Ledger, web: Path) -> None:
    with served(ledger, web, "--host", "::1") as (_, link):
        place = urlsplit(link)
        assert link.startswith(f"http://[::1]:{place.port}/")
        assert place.port is not None
        assert status("::1", place.port, place.query.partition("=")[2], f"[::1]:{place.port}") == 200


def raw(port: int, request: bytes) -> bytes:
    """What comes back for these bytes, as no client would send them."""
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(request)
        connection.settimeout(20)
        return connection.makefile("rb").readline()


def test_requests_that_no_browser_sends(ledger: Ledger, web: Path) -> None:
    with served(ledger, web) as (_, link):
        place = urlsplit(link)
        assert place.port is not None
        token = place.query.partition("=")[2].encode()
        cookie = b"Cookie: dragoman-%d=%s\r\n" % (place.port, token)
        host = b"Host: 127.0.0.1:%d\r\n" % place.port
        asked = {
            "fine": (b"GET /events HTTP/1.1\r\n" + host + cookie, (b"200",)),
            "no host": (b"GET /events HTTP/1.0\r\n" + cookie, (b"421", b"400")),
            "two hosts": (b"GET /events HTTP/1.1\r\n" + host + b"Host: evil.example\r\n" + cookie, (b"421", b"400")),
            "whole address": (b"GET http://evil.example/events HTTP/1.1\r\nHost: evil.example\r\n" + cookie, (b"421",)),
            "traversal": (b"GET /web/../../secret.json HTTP/1.1\r\n" + host + cookie, (b"404",)),
            "encoded": (b"GET /web/%2e%2e/%2e%2e/secret.json HTTP/1.1\r\n" + host + cookie, (b"404",)),
            "upgrade": (b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + host, (b"403",)),
            "long": (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + host + cookie, (b"400", b"404", b"431")),
            "nonsense": (b"\x16\x03\x01\x02\x00\x01", (b"400",)),
        }
        for name, (request, codes) in asked.items():
            assert raw(place.port, request + b"\r\n\r\n").split(b" ")[1] in codes, name


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_it_quietly(ledger: Ledger, web: Path, sign: signal.Signals) -> None:
    with served(ledger, web) as (process, _):
        process.send_signal(sign)
        out, err = process.communicate(timeout=20)
    assert err == ""
    assert "Traceback" not in out
    assert process.returncode == (0 if sign is signal.SIGINT else -sign)


def test_a_second_server_takes_the_next_port(ledger: Ledger, web: Path) -> None:
    with served(ledger, web) as (_, one), served(ledger, web) as (_, other):
        assert urlsplit(one).port != urlsplit(other).port
        assert one.partition("token=")[2] != other.partition("token=")[2]


def test_a_port_that_is_taken() -> None:
    with closing(listening("127.0.0.1", None)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"port {port}: taken by another program; choose one with --port"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_others_come_in_only_where_that_is_meant(
    ledger: Ledger, host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "listening", lambda *_: pytest.fail("it listened"))
    assert run(["serve", str(ledger.path), "--host", host]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert all(word in told for word in ("--allow-remote", "unencrypted", "change it", "TLS"))


def test_what_is_loopback() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "127.1.2.3")] == [True] * 4
    assert [is_loopback(host) for host in ("0.0.0.0", "::", "10.0.0.1")] == [False] * 3
    with pytest.raises(InputError, match="no address"):
        is_loopback("no such name")


def test_the_names_of_a_host() -> None:
    assert names_of("localhost") == LOOPBACK_NAMES
    assert "10.1.2.3" in names_of("10.1.2.3")
    assert "[fd00::1]" in names_of("fd00::1")


def test_the_link(tmp_path: Path) -> None:
    settings = Settings(port=8765, token="t", project=tmp_path, web=tmp_path)
    assert link("127.0.0.1", settings) == "http://127.0.0.1:8765/?token=t"
    assert link("::1", settings) == "http://[::1]:8765/?token=t"
    assert socket.gethostname() in link("0.0.0.0", settings)


def test_tokens_are_long_and_hidden(tmp_path: Path) -> None:
    one, other = (Settings(port=1, project=tmp_path, web=tmp_path) for _ in range(2))
    assert one.token != other.token
    assert len(one.token) >= 40
    assert one.token not in repr(one)


def test_what_cannot_be_served(
    ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["serve", str(tmp_path / "no.db")]) == 2
    assert "there is no such ledger" in capsys.readouterr().err
    monkeypatch.setattr("dragoman.server.settings.web_folder", lambda: tmp_path / "none")
    assert run(["serve", str(ledger.path)]) == 2
    assert "make web" in capsys.readouterr().err


def test_the_projects_pack_lies_beside_the_ledger() -> None:
    assert project_of(Path("a/war.db")) == Path("a/war-pack")
    assert Wishes().host == "127.0.0.1"


def test_errors_reach_the_terminal_as_words() -> None:
    record = logging.LogRecord("dragoman.server", logging.ERROR, "", 0, "at %s\nthere", ("\x1b[2J",), None)
    assert _Safe().format(record) == "dragoman: at \\x1b[2J\nthere"
