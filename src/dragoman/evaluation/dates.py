"""`eval dates`: the expressions of time in public gold, by the definitions of TempEval-3.

Every third document of a set, by file name, is kept aside while rules are written; both parts are told. What is
scored is what `dragoman dates --timeml` writes: the text alone, with the day of its creation.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.dates import find
from dragoman.dates.timeml import TimemlDocument, Timex, read_timeml, timexes
from dragoman.evaluation import reports
from dragoman.evaluation.timexes import Tally, tally
from dragoman.model import Published

# Gold of our own lies in the repository; an installed package has none.
_OWN = Path(__file__).parents[3] / "evals"
_KEPT = 3  # every third document is kept aside
_TIMEX2 = re.compile(r"<(/?)TIMEX2([^>]*)>")
_VALUE = re.compile(r'\bval="([^"]*)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set of gold: its language, its folder under `gold/dates`, the ending of its files and how they are read.

    The documents of a `narrative` set tell of the past and come without a day. An `own` set lies in `evals`.
    """

    language: str
    folder: str
    ending: str = ".tml"
    narrative: bool = False
    own: bool = False

    def documents(self, data: Path) -> Iterator[tuple[Path, TimemlDocument]]:
        """The set's documents with their files, by name."""
        read = read_timex2 if self.narrative else read_timeml
        folder = _OWN if self.own else data / "gold" / "dates"
        for path in sorted((folder / self.folder).glob(f"*{self.ending}")):
            yield path, read(path)


SETS: Mapping[str, GoldSet] = {
    "aquaint": GoldSet("en", "en/aquaint"),
    "timebank": GoldSet("en", "en/timebank"),
    "dolomiten42": GoldSet("de", "de/KRAUTS_Dolomiten-42"),
    "dolomiten100": GoldSet("de", "de/KRAUTS_Dolomiten-100"),
    "wikiwarsde": GoldSet("de", "de/wikiwars_de/keyinline", ".key.xml", narrative=True),
    "croatian": GoldSet("hr", "dates-hr", own=True),
}


def read_timex2(path: Path) -> TimemlDocument:
    """A document of WikiWars, with its TIMEX2 marks as TIMEX3; of nested marks the outer stands."""
    body = path.read_text("utf-8").partition("<TEXT>")[2].partition("</TEXT>")[0]
    pieces: list[str] = []
    found: list[Timex] = []
    open_: list[tuple[int, str]] = []
    last = length = 0
    for mark in _TIMEX2.finditer(body):
        pieces.append(html.unescape(body[last : mark.start()]))
        length += len(pieces[-1])
        last = mark.end()
        if not mark[1]:
            value = _VALUE.search(mark[2])
            open_.append((length, value[1] if value else ""))
            continue
        start, value_ = open_.pop()
        if not open_:
            found.append(Timex(start, length, _type(value_), value_))
    pieces.append(html.unescape(body[last:]))
    return TimemlDocument(path.name.partition(".")[0], "".join(pieces), None, tuple(found))


def _type(value: str) -> str:
    return "DURATION" if value.startswith("P") and value[1:2] in "0123456789XT" else "TIME" if "T" in value else "DATE"


Tagger = Callable[[TimemlDocument, GoldSet], tuple[Timex, ...]]


def tagged(document: TimemlDocument, gold: GoldSet) -> tuple[Timex, ...]:
    """What dragoman finds in a document."""
    day = document.created
    published = Published(day, day, "day", "metadata") if day else None
    return timexes(find(document.text, gold.language, published))


def tallies(name: str, data: Path, tagger: Tagger = tagged) -> dict[str, Tally]:
    """The tallies of a set's parts: `open` (rules were written on it), `kept` aside, and `all`."""
    return parts_of(tally(found.timexes, tagger(found, SETS[name])) for _, found in SETS[name].documents(data))


def parts_of(tallied: Iterable[Tally]) -> dict[str, Tally]:
    """The tallies of a set's documents, in the order of their names, added up by part."""
    parts = {"open": Tally(), "kept": Tally()}
    for number, one in enumerate(tallied, start=1):
        parts["kept" if number % _KEPT == 0 else "open"] += one
    return parts | {"all": parts["open"] + parts["kept"]}


def measure(data: Path, console: Console) -> dict[str, float]:
    """Strict, relaxed and value F1 of every set, by part, and the counts on the five reports."""
    scores = {name: tallies(name, data) for name in SETS}
    console.print(_table(scores))
    told = reports.total(data)
    counts = {name: getattr(told, name) for name in reports.Count.__slots__}
    console.print(f"reports: {', '.join(f'{name} {number}' for name, number in counts.items())}")
    return {
        f"{name}_{part}_{score}": found.f1(score)
        for name, parts in scores.items()
        for part, found in parts.items()
        for score in ("strict", "relaxed", "value")
    } | {f"reports_{name}": float(number) for name, number in counts.items()}


def _table(scores: Mapping[str, Mapping[str, Tally]]) -> Table:
    table = Table("set", "part", "expressions", "strict F1", "relaxed F1", "value F1", title="Dates on gold")
    for name, parts in scores.items():
        for part, found in parts.items():
            table.add_row(name, part, str(found.gold), *_shares(found, ("strict", "relaxed", "value")))
    return table


def _shares(found: Tally, names: Iterable[str]) -> Iterator[str]:
    return (f"{100 * found.f1(name):.1f}" for name in names)
