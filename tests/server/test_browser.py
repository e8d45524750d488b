"""What a real browser makes of it: the way in, and pages of other sites that try to read and to change."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.server.test_serving import served

from dragoman.ledger import Ledger
from dragoman.ledger.judgements import judgements

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP evil.example 127.0.0.1",
]  # fmt: skip

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's Chromium")

# Everything that a page of another site may try with the browser of somebody who is let in.
_ATTACK = """
async (goal) => {
  const told = {};
  const attempt = async (name, options) => {
    try { told[name] = (await fetch(goal + "/events.json", options)).type; } catch { told[name] = "refused"; }
  };
  await attempt("read", { credentials: "include" });
  await attempt("blind", { credentials: "include", mode: "no-cors" });
  const decision = JSON.stringify({ kind: "claim", subject: "CLAIM", verdict: "rejected", user: "evil", reason: "x" });
  for (const kind of ["text/plain", "application/json"]) {
    const headers = { "Content-Type": kind };
    const options = { method: "POST", credentials: "include", mode: "no-cors", body: decision, headers };
    try { await fetch(goal + "/decisions", options); } catch { /* what counts is the ledger */ }
  }
  const loads = (tag, fields) => new Promise((done) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.onload = () => done("loaded");
    made.onerror = () => done("refused");
    document.body.append(made);
  });
  told.script = await loads("script", { src: goal + "/web/vendor/preact.js" });
  told.style = await loads("link", { rel: "stylesheet", href: goal + "/web/vendor/preact.js" });
  return told;
}
"""


class _Page(BaseHTTPRequestHandler):
    """An empty page of another site."""

    def do_GET(self) -> None:
        body = f"<title>evil</title><a id=go href='http://127.0.0.1:{self.server.goal}/events'>look</a>"  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def other_site(goal: int) -> Iterator[int]:
    """A web server at another port, whose page has a link to ours."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Page) as server:
        server.goal = goal  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_browser_comes_in_and_others_stay_out(ledger: Ledger, web: Path) -> None:
    claim = next(ledger.claims()).id
    (web / "index.html").write_text(
        "<!doctype html><html><script>document.title = 'inline'</script><p style='color:red'>", "utf-8"
    )
    with served(ledger, web) as (_, link), playwright.sync_playwright() as program:
        goal = urlsplit(link)
        assert goal.port is not None
        own = f"http://127.0.0.1:{goal.port}"
        browser = program.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page()
        page.goto(link)
        assert page.url == f"{own}/"
        assert page.title() == ""  # no inline script runs
        assert page.evaluate("document.cookie") == ""
        assert page.evaluate("fetch('/events.json').then((answer) => answer.status)") == 200
        with other_site(goal.port) as port:
            for host in ("localhost", "127.0.0.1", "evil.example"):
                page.goto(f"http://{host}:{port}/")
                told = page.evaluate(_ATTACK.replace("CLAIM", claim), own)
                assert told == {"read": "refused", "blind": "refused", "script": "refused", "style": "refused"}, host
            # Rebinding: the page's own name leads to our server.
            page.goto(f"http://evil.example:{port}/")
            rebound = page.goto(f"http://evil.example:{goal.port}/events.json")
            assert rebound.status == 421
            # A link from elsewhere leads to a page that offers the way in, since the cookie stays at home.
            page.goto(f"http://localhost:{port}/")
            page.click("#go")
            page.wait_for_selector("text=Not let in")
            page.click("text=open this page again")
            page.wait_for_url(f"{own}/events")
            assert page.evaluate("fetch('/progress.json').then((answer) => answer.status)") == 200
        browser.close()
    assert not list(judgements(ledger, standing=False))
