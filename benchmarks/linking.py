"""Claims linked into events, at growing sizes, each in a fresh process: `python benchmarks/linking.py`.

The claims are invented (benchmarks/invented.py), so that it is known which of them tell one happening. They are made
while they are read, since a million would not fit the memory that is asked for: the seconds are those of linking alone,
without the making, and the memory is the most that the process and its workers held, the knowledge packs included.
Timings on a shared machine are noisy: compare the ratios of one run, not the seconds of two.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import comb
from typing import Any

from invented import War

from dragoman.events import Story, relate
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim, Document, plain

SIZES = (10_000, 100_000, 1_000_000)
# Until this size the claims are held in a list, too, and related once more in another order.
SHUFFLED = 100_000
AIM_SECONDS, AIM_MEMORY = 180, 2000


@dataclass(slots=True)
class Stream:
    """So many claims of the war, made while they are read; `documents` fills with their reports."""

    knowledge: Knowledge
    size: int
    documents: dict[str, Document] = field(default_factory=dict)
    wall: float = 0.0
    processor: float = 0.0

    def told(self) -> Iterator[tuple[Claim, int]]:
        """The claims, each with the number of the happening that it tells."""
        pairs = (
            pair
            for report in War(self.knowledge).reports()
            if self.documents.setdefault(report.document.id, report.document)
            for pair in zip(report.claims, report.truth, strict=True)
        )
        return islice(pairs, self.size)

    def claims(self) -> Iterator[Claim]:
        """The claims alone; the seconds that it takes to make them are counted apart."""
        told = self.told()
        while True:
            wall, processor = time.perf_counter(), time.process_time()
            batch = [claim for claim, _ in islice(told, 1000)]
            self.wall += time.perf_counter() - wall
            self.processor += time.process_time() - processor
            if not batch:
                return
            yield from batch


def main() -> int:
    """Prints seconds, memory, quality and growth at each size, and whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--own", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.own:
        print(json.dumps(measured(given.own)))
        return 0
    base = row = measured_apart(given.sizes[0])
    for size in given.sizes:
        row = base if size == base["claims"] else measured_apart(size)
        show(row, linear=row["processor"] / base["processor"] / (row["claims"] / base["claims"]))
    met = row["wall"] <= AIM_SECONDS and row["memory"] <= AIM_MEMORY
    print(f"aim at {SIZES[-1]:,}: {AIM_SECONDS} s, {AIM_MEMORY} MB: ", end="")
    print(("met" if met else "not met") if row["claims"] == SIZES[-1] else "not measured")
    return 0


def show(row: dict[str, Any], linear: float) -> None:
    """Prints the measures of one size."""
    print(
        f"{row['claims']:>9,} claims: {row['wall']:7.1f} s on the wall, {row['processor']:7.1f} s of processor, "
        f"{linear:.2f} of linear; peak memory {row['memory']:5.0f} MB; {row['events']:,} events, "
        f"{row['links']:,} links; pairs: precision {row['precision']:.3f}, recall {row['recall']:.3f}; "
        f"other order: {row['shuffled']}; (made in {row['made']:.1f} s)"
    )
    for note in row["notes"]:
        print(f"{'':>17} {note}", flush=True)


def measured_apart(size: int) -> dict[str, Any]:
    """The measures of one size out of a process of its own."""
    command = [sys.executable, __file__, "--own", str(size)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def measured(size: int) -> dict[str, Any]:
    """Links so many claims, and measures it."""
    knowledge = load(("syria",))
    stream = Stream(knowledge, size)
    wall, processor = time.perf_counter(), _processor()
    story = relate(stream.claims(), stream.documents, knowledge)
    wall, processor = time.perf_counter() - wall, _processor() - processor
    memory = _memory()
    precision, recall = quality(story, Stream(knowledge, size))
    return {
        "claims": size,
        "wall": wall - stream.wall,
        "processor": processor - stream.processor,
        "made": stream.processor,
        "memory": memory,
        "events": len(story.events),
        "links": len(story.links),
        "precision": precision,
        "recall": recall,
        "shuffled": shuffled(story, Stream(knowledge, size)) if size <= SHUFFLED else "not tried",
        "notes": story.notes[-2:],
    }


def quality(story: Story, stream: Stream) -> tuple[float, float]:
    """Precision and recall over pairs of claims: those of one event against those of one happening."""
    event_of = {claim: number for number, event in enumerate(story.events) for claim in event.claims}
    cells = Counter((event_of.get(claim.id), happening) for claim, happening in stream.told())
    both = sum(comb(n, 2) for (event, _), n in cells.items() if event is not None)
    found = sum(comb(len(event.claims), 2) for event in story.events)
    sizes: Counter[int] = Counter()
    for (_, happening), n in cells.items():
        sizes[happening] += n
    return both / found, both / sum(comb(n, 2) for n in sizes.values())


def shuffled(story: Story, stream: Stream) -> str:
    """Do the same claims in another order tell the same story?"""
    before = digest(story)
    claims = list(stream.claims())
    random.Random(3).shuffle(claims)
    del story
    gc.collect()
    return "same" if digest(relate(claims, stream.documents, stream.knowledge)) == before else "DIFFERENT"


def digest(story: Story) -> str:
    """A hash over everything that a story holds."""
    found = hashlib.sha256()
    for part in (story.events, story.control, story.tolls, story.sources, story.links, sorted(story.reasons.items())):
        for record in part:
            found.update(json.dumps(plain(record)).encode("utf-8", "surrogatepass"))
    found.update(json.dumps(story.notes).encode())
    return found.hexdigest()


def _processor() -> float:
    """Processor seconds of this process and of its workers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _memory() -> float:
    """The most memory that this process and a worker held, in MB; what they share counts twice."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_maxrss for one in used) / 1024


if __name__ == "__main__":
    sys.exit(main())
