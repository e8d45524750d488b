"""Writes into the pages what the program prints: `python scripts/refresh_docs.py`, or `--check` to compare only.

A block in a page stands between `<!-- run: COMMAND -->` and `<!-- end -->`; COMMAND is run on a ledger that is built
from the samples, under the name `aleppo.db`.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/chronology.md")
_BLOCK = re.compile(r"(<!-- run: (?P<command>[^\n]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Refreshes the blocks; with --check, 1 where one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        run("dragoman build samples/aleppo --output aleppo.db --quiet", Path(folder))
        wanted = {ROOT / page: refreshed((ROOT / page).read_text("utf-8"), Path(folder)) for page in PAGES}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: {'differs from the program' if check else 'refreshed'}")  # noqa: T201
        if not check:
            path.write_text(wanted[path], "utf-8")
    return 1 if check and stale else 0


def refreshed(page: str, folder: Path) -> str:
    """The page with every block as the program prints it now."""
    return _BLOCK.sub(
        lambda block: f"{block[1]}\n```\n$ {block['command']}\n{run(block['command'], folder)}```\n\n{block[3]}", page
    )


def run(command: str, folder: Path) -> str:
    """What a command prints; it runs beside the ledger, and finds the samples."""
    words = [str(ROOT / word) if word.startswith("samples") else word for word in shlex.split(command)[1:]]
    environment = os.environ | {"NO_COLOR": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", *words],
        cwd=folder, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    sys.exit(main())
