"""A real server and a real browser: Debian's Chromium, driven by Playwright.

Whatever a page asks for beyond its own server, whatever it complains about, and whatever breaks in it fails the test
that opened it. Pictures of the pages stay under build/screens.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

SCREENS = Path(__file__).parents[2] / "build" / "screens"
SIZES = {"laptop": (1280, 720), "tablet": (768, 1024), "desk": (1920, 1080)}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-quic"]
LINK = re.compile(r"http://\S+/\?token=\S+")


# For a file of tests at a time: two that were open at once in a process would get into each other's way.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (apt-get install chromium): the screen was not tested")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@dataclass
class Watch:
    """What a page did that it should not: requests that leave, complaints of the console, errors."""

    home: str
    allowed: tuple[str, ...] = ()
    left: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", lambda said: said.type == "error" and self._complain(said.text))
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("dialog", lambda dialog: (self._complain(f"dialog {dialog.message}"), dialog.dismiss()))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.left.append(request.url)

    def _complain(self, said: str) -> None:
        if not any(words in said for words in self.allowed):
            self.complaints.append(said)

    def expect_nothing(self) -> None:
        assert self.left == []
        assert self.complaints == []


@dataclass(frozen=True)
class Served:
    """A running server: its start-up link, and its address without the token."""

    link: str
    home: str


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[Served]:
    """`dragoman serve` as a person starts it, at a free port."""
    command = [sys.executable, "-m", "dragoman.cli", "serve", str(ledger), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert process.stdout is not None
            said = []
            for line in process.stdout:
                said.append(line)
                if found := LINK.search(line):
                    yield Served(found.group(), found.group().split("/?")[0])
                    break
            else:
                raise AssertionError("".join(said))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(10)


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens a page of a server as somebody who has its link; at the end nothing must have gone wrong."""
    watches, contexts = [], []

    def start(served: Served, path: str = "/", size: str = "laptop", complaints: tuple[str, ...] = ()) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        watch = Watch(served.home, complaints)
        watch.follow(page)
        watches.append(watch)
        page.goto(served.link)
        if path != "/":
            page.goto(served.home + path)
        page.wait_for_load_state("networkidle")
        return page

    yield start
    for context in contexts:
        context.close()
    for watch in watches:
        watch.expect_nothing()


Shoot = Callable[..., None]


@pytest.fixture(scope="session")
def shoot() -> Shoot:
    """Keeps pictures of a page at the three sizes (or those that are named), and says where it is wider than that."""

    def take(page: Page, name: str, *sizes: str) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        for size, (width, height) in ((one, SIZES[one]) for one in sizes or SIZES):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(150)
            page.screenshot(path=SCREENS / f"{name}-{size}.png")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} is {wide} pixels wider than a {size}"
        page.set_viewport_size({"width": 1280, "height": 720})

    return take


@pytest.fixture(scope="module")
def served(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The samples, served for all tests of a file that do not mind each other's decisions."""
    own = shutil.copy(samples, tmp_path_factory.mktemp("served") / "aleppo.db")
    with serving(Path(own), "--user", "Ana") as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _no_proxies() -> None:
    """What is asked of this machine stays on it."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        os.environ.pop(name, None)
