"""The picture of the README: an event of the samples in the review application, `python scripts/picture.py`.

Needs /usr/bin/chromium (`make chromium`). Its bytes depend on the browser and the fonts, so no test compares them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from dragoman.ledger import Ledger

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "screen.png"
SIZE = {"width": 1280, "height": 860}
DRAGOMAN = [sys.executable, "-m", "dragoman.cli"]
# The fall of the estate, told in three languages and denied in a fourth report.
SHOWN = """
SELECT event.id FROM event JOIN event_place ON event_place.event = event.id
WHERE event.type = 'capture' AND event.grade = 'contested' AND event_place.id = 'dahiyet-al-assad'
"""


def main() -> None:
    """Builds the samples, serves them, and keeps what Chromium shows."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "aleppo.db"
        subprocess.run([*DRAGOMAN, "build", str(ROOT / "samples" / "aleppo"), "-o", str(ledger), "-q"], check=True)
        with Ledger.open(ledger) as opened:
            event = next(opened.rows(SHOWN))["id"]
        with served(ledger) as link, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE)
            page.goto(link)
            page.goto(f"{link.split('/?')[0]}/events/{event}")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=PICTURE)
            browser.close()


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """`dragoman serve`, by its start-up link."""
    command = [*DRAGOMAN, "serve", str(ledger), "--user", "Ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield next(found.group() for line in process.stdout if (found := re.search(r"http://\S+token=\S+", line)))
        process.terminate()


if __name__ == "__main__":
    main()
