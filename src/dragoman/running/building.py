"""A build: reports into a ledger.

1. Find the items; those that are marked in the ledger are only seen, not read again.
2. Read the others in shards, over the workers; each shard is one transaction.
3. Ask the whole collection for publication days; where it changes one, that report's claims are made anew.
4. Work out events, control, tolls and sources from all claims.

Steps 3 and 4 start from what the reports say by themselves, so instalments and interruptions leave no trace.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import dragoman
from dragoman.errors import InputError, LedgerError
from dragoman.ledger import Ledger, ShardResult
from dragoman.ledger.judgements import last_judgement
from dragoman.model import Document, LeftOut
from dragoman.review.corrections import Corrections
from dragoman.review.grading import graded
from dragoman.review.pairs import judged_pairs
from dragoman.review.standing import digest, standing
from dragoman.running.options import BuildOptions
from dragoman.running.progress import Board, Progress, Report, nobody_looks
from dragoman.running.real import real_steps
from dragoman.running.shard import document_shards, shards
from dragoman.running.steps import Collection, Item, Steps, StepsMaker
from dragoman.running.summary import Summary, summed_up
from dragoman.running.workers import Crew

# Names are written in groups as they are found; a killed build only sees them again.
SIGHTINGS = 1000


def build(
    inputs: Sequence[str],
    ledger_path: str | Path,
    *,
    options: BuildOptions | None = None,
    workers: int = 1,
    progress: Report | None = None,
    maker: StepsMaker = real_steps,
) -> Summary:
    """Reads the inputs into the ledger at this path and works out what they tell together.

    Raises DragomanError where the ledger, the packs or the options do not serve; what is wrong with single
    reports stands in the ledger instead.
    """
    options = options or BuildOptions()
    if workers < 1:
        raise InputError(f"--workers {workers}: at least one is needed")
    steps = maker(options)
    with Ledger.create(ledger_path) as ledger:
        work = _Build(ledger, Crew(workers, maker, options, steps), progress or nobody_looks)
        work.begin()
        with work.board:
            work.read(inputs)
            work.date()
            work.relate()
        summary = summed_up(ledger, work.added, work.found, work.run)
        return summary if steps.lacking is None else replace(summary, notes=(steps.lacking, *summary.notes))


def related(ledger_path: str | Path, packs: Sequence[str] = (), maker: StepsMaker = real_steps) -> Summary:
    """Works out anew what the claims of a ledger tell together, where a judgement, a claim or a pack is new.

    A pack may have gained names since the reports were read: they count for who is on which side and what lies where,
    and reports are read with them by the next build. Raises DragomanError where the rules or the theatres are others.
    """
    with Ledger.create(ledger_path) as ledger:
        options = BuildOptions(theatres=tuple(json.loads(ledger.meta().get("theatres", "[]"))), packs=tuple(packs))
        work = _Build(ledger, Crew(1, maker, options, maker(options)), nobody_looks)
        work.begin(reading=False)
        with work.board:
            work.relate()
        return summed_up(ledger, work.added, work.found, work.run)


class _Build:
    """One build in progress: the ledger, the workers, and what was counted so far."""

    def __init__(self, ledger: Ledger, crew: Crew, report: Report) -> None:
        self.ledger = ledger
        self.crew = crew
        self.steps = crew.steps
        self.quiet = report is nobody_looks
        self.board = Board(ledger, report)
        self.report = self.board.show
        self.run = 0
        self.added = 0
        self.found = 0
        self.passed = 0
        self._pending: set[str] = set()
        self._sightings: list[tuple[str, str]] = []
        self._left_out: list[LeftOut] = []

    def begin(self, *, reading: bool = True) -> None:
        """Makes sure that the ledger was built as this build would build it; with which packs matters for `reading`."""
        wanted = _identity(self.steps, self.crew.options)
        if not reading:
            wanted["packs"] = self.ledger.meta().get("packs", wanted["packs"])
        if self.crew.options.rebuild:
            self.ledger.forget_reading()
        found = self.ledger.meta()
        _expect_same(self.ledger.path, found, wanted)
        self.run = int(found.get("run", "0")) + 1
        self.ledger.set_meta({**wanted, "run": str(self.run)})

    def read(self, inputs: Sequence[str]) -> None:
        """Steps 1 and 2: every report that is not in the ledger yet."""
        total = self._count(inputs)
        characters = 0
        self.report(Progress("read", 0, total))
        for result in self.crew.results(shards(self._unread(inputs))):
            self._write(result)
            characters += sum(len(one.document.text) for one in result.outcomes if one.document)
            self.report(Progress("read", self.added + self.passed, total, characters))
        self._write(ShardResult())
        self.ledger.settle_left_out(self.run)

    def date(self) -> None:
        """Step 3: publication days by the collection, and the claims that rest on them."""
        self.report(Progress("date", 0, None))
        for number, result in enumerate(self.crew.results(document_shards(self._redated())), start=1):
            self._write(result)
            self.report(Progress("date", number, None))

    def relate(self) -> None:
        """Step 4: what all claims tell together; nothing to do where no claim and no judgement is new."""
        decided, last = standing(self.ledger), last_judgement(self.ledger)
        if self.ledger.complete and self._is_related(digest(decided)):
            return
        self.report(Progress("relate", 0, None))
        claims = Corrections.of(decided).apply(self.ledger.claims())
        judged = judged_pairs(self.ledger, decided)
        found = Collection(claims, StoredDocuments(self.ledger), StoredVectors(self.ledger), judged)
        story = graded(self.steps.relate(found), decided)
        ids = [row["id"] for row in self.ledger.rows(_PLACE_IDS)]
        self.ledger.replace_story(story, self.steps.places(ids))
        told = {"judged": digest(decided), "judged_until": str(last), "related_with": self.steps.fingerprint}
        self.ledger.set_meta(told)

    def _is_related(self, decided: str) -> bool:
        """Do the events follow from these decisions and these packs?"""
        meta = self.ledger.meta()
        return (meta.get("judged"), meta.get("related_with", meta["packs"])) == (decided, self.steps.fingerprint)

    def _count(self, inputs: Sequence[str]) -> int | None:
        """Reports to come, for the progress bar; standard input can be read only once."""
        if self.quiet or "-" in inputs:
            return None
        total = 0
        for found in self._items(inputs):
            total += not isinstance(found, LeftOut)
            if total % 100 == 0:
                self.report(Progress("find", total, None))
        return total

    def _items(self, inputs: Sequence[str]) -> Iterator[Item | LeftOut]:
        """What the inputs hold, without the ledger itself, which may lie in a folder of reports."""
        own = set(_own_names(self.ledger.path, inputs))
        return (found for found in self.steps.items(inputs) if found.uri not in own)

    def _unread(self, inputs: Sequence[str]) -> Iterator[Item]:
        for found in self._items(inputs):
            if isinstance(found, LeftOut):
                self._left_out.append(found)
                continue
            self.found += 1
            self._sightings.append((found.key, found.uri))
            if len(self._sightings) >= SIGHTINGS:
                self._write(ShardResult())
            if self._is_known(found.key):
                self.passed += 1
            else:
                self._pending.add(found.key)
                yield found

    def _is_known(self, key: str) -> bool:
        return key in self._pending or self.ledger.is_marked(key)

    def _write(self, result: ShardResult) -> None:
        sightings, self._sightings = self._sightings, []
        left_out, self._left_out = self._left_out, []
        self.ledger.add_left_out(left_out, self.run)
        self.ledger.add(result, sightings, self.run)
        self.added += len(result.outcomes)
        self._pending.difference_update(one.key for one in result.outcomes)

    def _redated(self) -> Iterator[Document]:
        dated = self.steps.by_neighbours(self.ledger.evidence())
        changed = [
            (document, dated.get(document, own))
            for document, own, now in self.ledger.own_published()
            if dated.get(document, own) != now
        ]
        for document, published in changed:
            yield replace(self.ledger.document(document), published=published)


_PLACE_IDS = "SELECT DISTINCT id FROM claim_place WHERE id IS NOT NULL ORDER BY id"


class StoredDocuments(Mapping[str, Document]):
    """The documents of a ledger by id, fetched as they are asked for: not all texts at once are in memory."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._fetch = lru_cache(maxsize=1024)(ledger.document)

    def __getitem__(self, document: str) -> Document:
        try:
            return self._fetch(document)
        except LedgerError as error:
            raise KeyError(document) from error

    def __iter__(self) -> Iterator[str]:
        return (row["id"] for row in self._ledger.rows("SELECT id FROM document ORDER BY id"))

    def __len__(self) -> int:
        return int(next(self._ledger.rows("SELECT count(*) FROM document"))[0])


class StoredVectors(Mapping[tuple[str, int], bytes]):
    """The sentence vectors of a ledger by document and first character, fetched as they are asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._fetch = lru_cache(maxsize=65536)(ledger.vector)

    def __getitem__(self, sentence: tuple[str, int]) -> bytes:
        found = self._fetch(*sentence)
        if found is None:
            raise KeyError(sentence)
        return found

    def __iter__(self) -> Iterator[tuple[str, int]]:
        sql = "SELECT document, start FROM sentence_vector ORDER BY document, start"
        return ((row["document"], row["start"]) for row in self._ledger.rows(sql))

    def __len__(self) -> int:
        return int(next(self._ledger.rows("SELECT count(*) FROM sentence_vector"))[0])


def _own_names(ledger: Path, inputs: Sequence[str]) -> Iterator[str]:
    """The names under which the inputs lead to the ledger and to the files that SQLite keeps beside it."""
    place = ledger.resolve()
    for folder in (Path(given).resolve() for given in inputs if given != "-"):
        if place.is_relative_to(folder):
            name = place.name if place == folder else place.relative_to(folder).as_posix()
            yield from (f"{name}{end}" for end in ("", "-wal", "-shm", "-journal"))


def _identity(steps: Steps, options: BuildOptions) -> dict[str, str]:
    """What decides the results besides the reports: it must be the same over all instalments of a ledger."""
    return {
        "version": dragoman.__version__,
        "theatres": json.dumps(options.theatres),
        "packs": steps.fingerprint,
        "model": steps.model,
    }


def _expect_same(path: Path, found: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    for name, value in wanted.items():
        before = found.get(name, value)
        if before != value:
            raise LedgerError(
                f"{path}: it was built with other {_NAMES[name]} ({before[:40]}, now {value[:40]}); "
                "add --rebuild to read all its reports again from the inputs, or build into a new file"
            )


_NAMES = {
    "version": "rules (dragoman's version)",
    "theatres": "theatres",
    "packs": "packs",
    "model": "weights of the language model",
}
