"""The pages of a large ledger, each asked for several times: `python benchmarks/screen.py`.

The ledger is invented (benchmarks/invented.py): 100,000 claims in some 6,700 reports, linked into events by the program
itself; it is made once and kept. Every time is that of a whole answer as JSON text. The greatest is mostly the first,
since an event that was told once is not told anew. Timings on a shared machine are noisy: compare the ratios of one
run, not the seconds of two.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from invented import Report, War

from dragoman.events import relate
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.ledger.results import KnownPlace
from dragoman.model import Claim, Segment, Span
from dragoman.views import Catalogue, Question, Shelf

CLAIMS = 100_000
KEPT = Path("build/benchmarks/screen.db")
# A tenth of the reports are in another script, so that words of both can be looked for.
ARABIC = "قصفت الطائرات حي الشعار في حلب وقتلت مدنيين."
FIRST_PAINT, FILTER = 1000.0, 200.0
# Milliseconds on the wall and of the processor.
Times = tuple[float, float]


def made(path: Path, knowledge: Knowledge, size: int) -> None:
    """Writes the ledger: documents with their claims in shards, then the story."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".part")
    waiting.unlink(missing_ok=True)
    with Ledger.create(waiting) as ledger:
        ledger.set_meta({"run": "1", "theatres": '["syria"]', "version": "0", "model": "", "packs": ""})
        documents, claims = {}, []
        for outcomes in _shards(knowledge, size):
            ledger.add(ShardResult(tuple(outcomes)), [(one.key, one.uri) for one in outcomes], 1)
            documents.update({one.document.id: one.document for one in outcomes if one.document})
            claims.extend(claim for one in outcomes for claim in one.claims)
        places = (KnownPlace(place.id, place.name, place.within) for place in knowledge.places.values())
        ledger.replace_story(relate(claims, documents, knowledge), places)
    waiting.rename(path)


def _shards(knowledge: Knowledge, size: int) -> Iterator[list[Outcome]]:
    outcomes: list[Outcome] = []
    left = size
    for number, report in enumerate(War(knowledge).reports()):
        outcome = _outcome(report, report.claims[:left], arabic=number % 10 == 0)
        left -= len(outcome.claims)
        outcomes.append(outcome)
        if len(outcomes) == 500 or not left:
            yield outcomes
            outcomes = []
        if not left:
            return


def _outcome(report: Report, claims: Sequence[Claim], *, arabic: bool) -> Outcome:
    """The report with a text and a title; of some the first claim is told in another script."""
    if arabic:
        start = claims[0].sentence.start
        claims = (replace(claims[0], sentence=Span(ARABIC, start, start + len(ARABIC))), *claims[1:])
    letters = [" "] * max(claim.sentence.end for claim in claims)
    for claim in claims:
        letters[claim.sentence.start : claim.sentence.end] = claim.sentence.text
    language, title = ("ar" if arabic else "en"), f"{report.document.outlet}, {report.document.published.start}"
    segments = (Segment("body", 0, len(letters)),)
    document = replace(report.document, title=title, language=language, segments=segments, text="".join(letters))
    return Outcome(document.id, document.uri, document, "[]", tuple(claims))


def asked(opened: Catalogue) -> Iterator[tuple[str, float, Callable[[], Any]]]:
    """Every page and every filter, with the milliseconds that it may take."""

    def question(**parameters: str) -> Question:
        return Question.of({name.rstrip("_"): [value] for name, value in parameters.items()})

    most = opened.events(question(sort="claims"))
    facets = most["facets"]
    yield "first page", FIRST_PAINT, opened.overview
    yield "events", FIRST_PAINT, lambda: opened.events(question())
    yield "claims", FIRST_PAINT, lambda: opened.claims(question())
    for field, values in facets.items():
        for value in (values[0], values[min(5, len(values) - 1)]):
            chosen = question(**{field: value["id"]})
            yield f"events, {field} {value['name']}", FILTER, partial(opened.events, chosen)
        yield (
            f"claims, {field} {values[0]['name']}",
            FILTER,
            partial(opened.claims, question(**{field: values[0]["id"]})),
        )
    yield (
        "events, three filters",
        FILTER,
        lambda: opened.events(question(type="airstrike", place="aleppo-province", from_="2012-03", to="2012-06")),
    )
    for words in ("shelled Aleppo", "alep", "الطائرات", "حلب", '"poor telephone line"', "dzabhat"):
        yield f"events, words {words}", FILTER, partial(opened.events, question(q=words))
        yield f"claims, words {words}", FILTER, partial(opened.claims, question(q=words))
    event = most["events"][0]
    yield "an event", FIRST_PAINT, lambda: opened.event(event["id"])
    yield "a claim", FIRST_PAINT, lambda: opened.claim(event["claims"][0])
    yield "documents", FIRST_PAINT, lambda: opened.documents(question())
    yield "chronology", FIRST_PAINT, lambda: opened.chronology(question())
    yield "map", FIRST_PAINT, lambda: opened.map(question())
    yield "map, one month", FILTER, lambda: opened.map(question(from_="2012-05", to="2012-05"))
    yield "tolls", FIRST_PAINT, lambda: opened.tolls(question())
    yield "sources", FIRST_PAINT, opened.sources
    yield "places", FIRST_PAINT, lambda: opened.places(question())
    yield "a place", FIRST_PAINT, lambda: opened.place("aleppo")
    yield "actors", FIRST_PAINT, lambda: opened.actors(question())
    for queue in ("contested", "pairs", "doubtful", "names"):
        yield f"queue {queue}", FIRST_PAINT, partial(opened.review, queue, 20)
    yield "a source", FIRST_PAINT, lambda: opened.source(opened.sources()["sources"][0]["id"])


def timed(ask: Callable[[], Any], times: int) -> list[Times]:
    """What whole answers take, as JSON text."""
    return [milliseconds(lambda: json.dumps(ask(), ensure_ascii=False)) for _ in range(times)]


def milliseconds(ask: Callable[[], Any]) -> Times:
    """What one call takes on the wall and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    ask()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)


def main() -> int:
    """Prints what each answer takes, and which take longer than they may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path, nargs="?", default=KEPT, help="made where it is not there")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    knowledge = load(("syria",))
    if not given.ledger.exists():
        made(given.ledger, knowledge, given.claims)
    with Ledger.open(given.ledger) as ledger:
        shelves = [Shelf(knowledge) for _ in range(3)]
        show("building the index", 3000.0, [milliseconds(partial(shelf.state, ledger)) for shelf in shelves])
        opened = Catalogue(ledger, knowledge, shelves[0])
        slow = [name for name, most, ask in asked(opened) if not show(name, most, timed(ask, given.times))]
    print(f"slower than they may be: {', '.join(slow) or 'none'}")
    return 0


def show(name: str, most: float, found: Sequence[Times]) -> bool:
    """One line; whether the median of the processor's milliseconds is within what it may be."""
    walls = [wall for wall, _ in found]
    processor = statistics.median(one for _, one in found)
    wall = f"{min(walls):8.1f} {statistics.median(walls):8.1f} {max(walls):8.1f} ms on the wall"
    print(f"{name:<44} {wall}, {processor:8.1f} of the processor (at most {most:.0f})", flush=True)
    return processor <= most


if __name__ == "__main__":
    raise SystemExit(main())
