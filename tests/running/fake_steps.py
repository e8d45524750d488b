"""Small steps in the place of the real ones: a report is lines of `who did what in where`, dated or not.

A word decides what becomes of a report: `unreadable`, `odd`, `raise`, `die` (its worker ends without a word),
`linger` (it names its process in the file that follows and goes on for long).
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.claims import Extract
from dragoman.ledger.results import KnownPlace
from dragoman.model import (
    NO_DAY,
    UNDATED,
    Claim,
    Control,
    Document,
    Event,
    LeftOut,
    Named,
    Party,
    Published,
    Segment,
    Sentence,
    Source,
    Span,
    Toll,
    When,
    Where,
    short_id,
)
from dragoman.running import BuildOptions
from dragoman.running.steps import Collection, Item, Steps


@dataclass(frozen=True)
class FakeItem:
    key: str
    uri: str
    raw: bytes


@dataclass(frozen=True)
class FakeLink:
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class FakeStory:
    events: tuple[Event, ...] = ()
    control: tuple[Control, ...] = ()
    tolls: tuple[Toll, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[FakeLink, ...] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def items(inputs: Sequence[str]) -> Iterator[Item | LeftOut]:
    for name in inputs:
        path = Path(name)
        files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        for file in files:
            if not file.exists():
                yield LeftOut(file.name, "missing", f"{file.name}: there is no such file")
                continue
            raw = file.read_bytes()
            yield FakeItem(hashlib.sha256(raw).hexdigest(), file.name, raw)


def document(item: Item) -> tuple[Document | None, tuple[LeftOut, ...]]:
    text = item.raw.decode()
    if "unreadable" in text:
        return None, (LeftOut(item.uri, "binary", f"{item.uri}: not a text"),)
    if "raise" in text:
        raise RuntimeError("no such luck\nsecond line")
    if "die" in text:
        os._exit(9)
    if "linger" in text:
        Path(text.split()[-1]).write_text(str(os.getpid()))
        time.sleep(60)
    notes = (LeftOut(item.uri, "encoding", f"{item.uri}: guessed"),) if "odd" in text else ()
    return (
        Document(
            id=short_id("d", item.key),
            uri=item.uri,
            sha256=hashlib.sha256(item.raw).hexdigest(),
            captured=None,
            language="en",
            title=None,
            outlet=None,
            published=UNDATED,
            segments=(Segment("body", 0, len(text)),),
            text=text,
        ),
        notes,
    )


def sentences(document: Document) -> tuple[Sentence, ...]:
    found = []
    start = 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            found.append(Sentence(start, start + len(line.rstrip()), "body"))
        start += len(line)
    return tuple(found)


def dated(document: Document, _: Sequence[Sentence]) -> Document:
    first = document.text.split("\n", 1)[0]
    try:
        day = date.fromisoformat(first.strip())
    except ValueError:
        return document
    return _with(document, Published(day, day, "day", "dateline", ()))


def evidence(document: Document, found: Sequence[Sentence]) -> str:
    published = document.published.start
    words = [document.text[s.start : s.end] for s in found]
    day = published and published.isoformat()
    return json.dumps({"id": document.id, "uri": document.uri, "day": day, "lines": words})


def extract(document: Document, found: Sequence[Sentence]) -> Extract:
    return Extract(tuple(claims(document, found)), {sentence.start: b"a vector" for sentence in found})


def claims(document: Document, found: Sequence[Sentence]) -> Iterator[Claim]:
    for sentence in found:
        text = document.text[sentence.start : sentence.end]
        words = text.split()
        if len(words) == 4 and words[2] == "in":
            yield _claim(document, sentence, words)


def by_neighbours(evidence: Iterable[str]) -> dict[str, Published]:
    """An undated report that shares a line with dated ones has the day of the earliest of them."""
    told: dict[str, tuple[str, str]] = {}
    undated = []
    for one in map(json.loads, evidence):
        if one["day"] is None:
            undated.append(one)
        for line in one["lines"] if one["day"] else ():
            told[line] = min((one["day"], one["uri"]), told.get(line, ("9", "")))
    found = {one["id"]: [told[line] for line in one["lines"] if line in told] for one in undated}
    return {identity: _published(*min(days)) for identity, days in found.items() if days}


def _published(words: str, uri: str) -> Published:
    day = date.fromisoformat(words)
    return Published(day, day, "day", "inferred", (f"{uri} says so",))


def relate(found: Collection) -> FakeStory:
    """Claims of one type, place and day are one event."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in found.claims:
        assert found.documents[claim.document].id == claim.document
        assert found.vectors[claim.document, claim.sentence.start] == b"a vector"
        groups.setdefault((claim.type, claim.places[0].name, str(claim.when.start)), []).append(claim)
    events = sorted((_event(group) for group in groups.values()), key=lambda event: event.id)
    links = [
        FakeLink(a.id, b.id, 1.0, ("the same words",))
        for group in groups.values()
        for a, b in itertools.pairwise(group)
    ]
    control = [_control(event) for event in events if event.type == "captured"]
    source = Source("s", "S", None, None, (), sum(map(len, groups.values())), 0, 0)
    reasons = {event.id: ("told once",) for event in events}
    return FakeStory(tuple(events), tuple(control), (), (source,), tuple(links), reasons)


def places(ids: Iterable[str]) -> Iterator[KnownPlace]:
    yield from (KnownPlace(one, one.title(), "land") for one in sorted(ids))
    yield KnownPlace("land", "Land", None)


def make(_: BuildOptions) -> Steps:
    return Steps("fakes", items, document, sentences, dated, evidence, extract, by_neighbours, relate, places)


def _with(document: Document, published: Published) -> Document:
    return dataclasses.replace(document, published=published)


def _claim(document: Document, sentence: Sentence, words: list[str]) -> Claim:
    text = document.text[sentence.start : sentence.end]
    at = {word: sentence.start + text.index(word) for word in words}
    actor, verb, _, place = words
    day = document.published.start
    when = NO_DAY if day is None else When(day, day, "day", "published", None, None, None)
    spans = {word: (word, start, start + len(word)) for word, start in at.items()}
    return Claim(
        id=short_id("c", document.id, str(sentence.start)),
        document=document.id,
        sentence=Span(text, sentence.start, sentence.end),
        voice="report",
        type=verb,
        phase=None,
        realis="happened",
        trigger=Span(*spans[verb]),
        actors=(Party(actor.lower(), actor, *spans[actor]),),
        targets=(),
        places=(Where(place.lower(), place, *spans[place], 36.2, 37.1, "town", "land"),),
        when=when,
        counts=(),
        attribution=(),
        confidence=0.5,
        flags=(),
        rules=("fake",),
    )


def _event(group: list[Claim]) -> Event:
    first = min(group, key=lambda claim: claim.id)
    told = tuple(sorted(claim.id for claim in group))
    return Event(
        id=short_id("e", *told),
        type=first.type,
        when=first.when,
        places=first.places,
        actors=first.actors,
        targets=(),
        counts=(),
        claims=told,
        originators=(Named(None, "S"),),
        grade="single" if len(group) == 1 else "repeated",
        disagreements=(),
    )


def _control(event: Event) -> Control:
    place, actor = event.places[0], event.actors[0]
    return Control(
        Named(place.id, place.name), Named(actor.id, actor.name), event.when.start, None, False, event.claims
    )
