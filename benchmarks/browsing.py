"""The same pages in a browser: what a person waits for, from the click until the new list is painted.

Chromium (Debian's, driven by Playwright) opens the pages that `dragoman serve` gives, each time with an empty cache;
"cold" is the first page after the server's start. The server's own processor time says what of it is its part.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
LINK = re.compile(r"http://\S+/\?token=\S+")
VIEW = {"width": 1280, "height": 720}
# What is on a page when its content is there.
CONTENT = {
    "/": ".numbers",
    "/events": ".items > .item",
    "/review": ".review-item, .items > .item",
    "/map": ".leaflet-marker-icon",
    "an event": ".voices .claim",
}
# Notes when the content was painted: the time after the frame in which it was first there.
_WATCH = """
selector => new Promise(done => {
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  const there = () => document.querySelector(selector) && (watcher.disconnect(), painted());
  const watcher = new MutationObserver(there);
  watcher.observe(document, {childList: true, subtree: true});
  there();
})
"""
# Begins to watch for one list to be asked for and painted; `painted` tells when that was and when its answer had come.
_ARM = """
kind => {
  performance.clearResourceTimings();
  let [from, asked] = [0, false];
  addEventListener(kind, event => { from = event.timeStamp; }, {capture: true, once: true});
  window.painted = new Promise(done => {
    const settled = records => {
      asked ||= records.some(one => one.attributeName === "aria-busy");
      if (!asked || document.querySelector(".loaded")?.getAttribute("aria-busy") !== "false") return;
      watcher.disconnect();
      const answers = performance.getEntriesByType("resource").filter(one => one.name.includes("/events.json"));
      const answered = answers.at(-1)?.responseEnd ?? from;
      requestAnimationFrame(() => setTimeout(() => done([performance.now() - from, answered - from])));
    };
    const watcher = new MutationObserver(settled);
    watcher.observe(document.body, {attributeFilter: ["aria-busy"], subtree: true});
  });
}
"""
# The facets whose values are clicked, as their groups are called; and words that are typed.
FACETS = ("Grade", "What happened", "Place", "Language")
WORDS = ("shelled", "hospital", "barrel bombs", "aleppo", "school", "homs", "army")


@dataclass(frozen=True, slots=True)
class Waited:
    """Milliseconds until all is painted, until the first paint or the answer, and of the server's processor."""

    whole: float
    part: float
    server: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running `dragoman serve`."""

    link: str
    process: int

    @property
    def home(self) -> str:
        """Its address without the token."""
        return self.link.split("/?")[0]

    @property
    def processor(self) -> float:
        """Milliseconds of the processor that it has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(ledger: Path) -> Iterator[Server]:
    """The server as a person starts it, at a free port."""
    command = [sys.executable, "-m", "dragoman.cli", "serve", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        found = next(filter(None, map(LINK.search, process.stdout)), None)
        if found is None:
            raise RuntimeError("dragoman serve did not start")
        yield Server(found.group(), process.pid)
        process.send_signal(signal.SIGINT)


def browsed(ledger: Path, times: int) -> Iterator[tuple[str, bool, list[Waited]]]:
    """What is waited for, whether it is a page (else a filter), and how long each time."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield "/ right after the start", True, [_started(browser, ledger) for _ in range(times)]
        with serving(ledger) as server:
            visit(browser, server, "/events", CONTENT["/events"])
            event = _event(browser, server)
            for name, content in CONTENT.items():
                path = event if name == "an event" else name
                both = [visit(browser, server, path, content) for _ in range(times)]
                yield f"{name}, first visit", True, [first for first, _ in both]
                yield f"{name}, again", True, [again for _, again in both]
            yield from _filtered(browser, server, times)
        browser.close()


def _started(browser: Browser, ledger: Path) -> Waited:
    with serving(ledger) as server:
        return visit(browser, server, "/", CONTENT["/"])[0]


def _event(browser: Browser, server: Server) -> str:
    """The path of the event that is told most."""
    with _opened(browser, server) as page:
        answer: dict[str, Any] = page.request.get(f"{server.home}/events.json?sort=claims&size=1").json()
    return f"/events/{answer['events'][0]['id']}"


@contextmanager
def _opened(browser: Browser, server: Server) -> Iterator[Page]:
    """A page of somebody who has been let in, with an empty cache."""
    context = browser.new_context(viewport=VIEW, locale="en-GB")
    context.request.get(server.link, max_redirects=0)
    yield context.new_page()
    context.close()


def visit(browser: Browser, server: Server, path: str, content: str) -> tuple[Waited, Waited]:
    """Opens a page for the first time, and then again with what the browser kept."""
    with _opened(browser, server) as page:
        return _gone(page, server, path, content), _gone(page, server, path, content)


def _gone(page: Page, server: Server, path: str, content: str) -> Waited:
    before = server.processor
    page.goto(server.home + path, wait_until="commit")
    there = page.evaluate(_WATCH, content)
    used = server.processor - before
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    page.wait_for_load_state("networkidle")
    return Waited(there, paint, used)


def _filtered(browser: Browser, server: Server, times: int) -> Iterator[tuple[str, bool, list[Waited]]]:
    """Acts on the list of events, each time with another value, so that none is in the browser's own memory."""
    with _opened(browser, server) as page:
        page.goto(server.home + "/events")
        page.wait_for_selector(CONTENT["/events"])
        acting = Acting(page, server)
        for name in FACETS:
            yield f"/events, {name} clicked", False, [acting.chosen(name, number) for number in range(times)]
        yield "/events, words typed", False, [acting.typed(words) for words in WORDS[:times]]
        acting.typed("")
        yield "/events, next page", False, [acting.turned() for _ in range(times)]
        yield "/events, days brushed", False, [acting.brushed(number) for number in range(times)]


@dataclass(frozen=True, slots=True)
class Acting:
    """What a person does with a list, and how long it takes until the new one is painted."""

    page: Page
    server: Server

    def chosen(self, facet: str, number: int) -> Waited:
        """One value of a facet; it is let go of again."""
        boxes = self.page.get_by_role("group", name=facet, exact=True).get_by_role("checkbox")
        box = boxes.nth(number % boxes.count())
        waited = self._timed("click", box.click)
        self._timed("click", box.click)
        return waited

    def typed(self, words: str) -> Waited:
        """Words at once; the field waits a moment for more of them."""
        return self._timed("input", lambda: self.page.locator("input[type=search]").fill(words))

    def turned(self) -> Waited:
        """The next page."""
        return self._timed("click", self.page.locator(".pager a[rel=next]").click)

    def brushed(self, number: int) -> Waited:
        """A part of the time, now the first and now the last, so that the drag never begins within what is chosen."""
        self.page.evaluate("scrollTo(0, 0)")
        box = self.page.locator(".brush .overlay").bounding_box()
        assert box is not None
        left, middle = box["x"] + box["width"] * (0.35 if number % 2 else 0.02), box["y"] + box["height"] / 2
        mouse = self.page.mouse
        mouse.move(left, middle)
        mouse.down()
        mouse.move(left + box["width"] * (0.3 + 0.02 * number), middle, steps=4)
        return self._timed("pointerup", mouse.up)

    def _timed(self, kind: str, act: Callable[[], Any]) -> Waited:
        self.page.wait_for_load_state("networkidle")
        before = self.server.processor
        self.page.evaluate(_ARM, kind)
        act()
        whole, answer = self.page.evaluate("() => window.painted")
        return Waited(whole, answer, self.server.processor - before)


def told(name: str, page: bool, waits: Sequence[Waited]) -> str:
    """One line: least, median and most of what a person waits for."""
    wholes = sorted(waited.whole for waited in waits)
    part, server = (statistics.median(getattr(waited, field) for waited in waits) for field in ("part", "server"))
    wall = f"{wholes[0]:8.0f} {statistics.median(wholes):8.0f} {wholes[-1]:8.0f} ms"
    return f"{name:<34} {wall}, {'first paint' if page else 'answer':<11} {part:6.0f}, server's processor {server:6.0f}"


def main() -> int:
    """Prints what is waited for in each page and for each filter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}, {os.cpu_count()} cores")
    for name, page, waits in browsed(given.ledger, given.times):
        print(told(name, page, waits), flush=True)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
