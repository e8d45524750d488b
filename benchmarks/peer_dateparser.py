"""dateparser's search over a list of texts, in the peers' own environment; the output is that of HeidelTimeWarm.java.

Arguments: the language, a list (lines of a text's file, a tab, its day or nothing), and the file to write.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates

WARM = 5
# What relative dates hang on in a text without a day: any fixed one, so that runs repeat.
NO_DAY = "2000-01-01"


def main() -> None:
    """Searches every text; the first ones once before, unseen, to warm up."""
    language, listed, out = sys.argv[1:]
    rows = [line.split("\t") for line in Path(listed).read_text("utf-8").splitlines()]
    texts = [(path, Path(path).read_bytes().decode(), day or NO_DAY) for path, day in rows]
    for _, text, day in texts[:WARM]:
        list(lines(text, language, day))
    with Path(out).open("w", encoding="utf-8") as file:
        for path, text, day in texts:
            begun = time.perf_counter_ns()
            found = list(lines(text, language, day))
            file.write("\n".join([f"doc\t{path}\t{time.perf_counter_ns() - begun}", *found]) + "\n")


def lines(text: str, language: str, day: str) -> Iterator[str]:
    """What it finds, with the offsets that it does not tell: each next place where the words stand."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
    last = 0
    for words, found in search_dates(text, languages=[language], settings=settings) or ():
        start = text.find(words, last)
        if start >= 0:
            last = start + len(words)
            yield f"timex\t{start}\t{last}\tDATE\t{found:%Y-%m-%dT%H:%M}"


if __name__ == "__main__":
    main()
