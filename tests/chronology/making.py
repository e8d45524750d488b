"""A small story made by hand, and the means to make an event with few words."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from dragoman.chronology.naming import Naming
from dragoman.chronology.numbers import Numbers
from dragoman.chronology.places import Places
from dragoman.chronology.sentences import Sentences
from dragoman.chronology.wording import wording
from dragoman.knowledge import load
from dragoman.model import (
    NO_DAY,
    Claim,
    Control,
    Disagreement,
    Document,
    Event,
    EventCount,
    Party,
    Published,
    Reading,
    Segment,
    Source,
    SourceCount,
    Span,
    Speaker,
    Toll,
    When,
    Where,
    short_id,
)  # fmt: skip

Tell = Callable[..., str]


@dataclass(frozen=True)
class Story:
    """What the ledger is given as the outcome of all claims."""

    events: tuple[Event, ...] = ()
    control: tuple[Control, ...] = ()
    tolls: tuple[Toll, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Any, ...] = ()
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def day(year: int, month: int, number: int, last: date | None = None, basis: Any = "stated") -> When:
    first = date(year, month, number)
    return When(first, last or first, "day", basis, None, None, None)


def party(key: str | None, name: str | None = None) -> Party:
    known = load(("syria",)).actors.get(key or "")
    return Party(key, name or (known.name if known else str(key)), "x", 0, 1)


def place(key: str | None, name: str | None = None) -> Where:
    known = load(("syria",)).places.get(key or "")
    called = name or (known.name if known else str(key))
    return Where(key, called, "x", 0, 1, None, None, known.precision if known else "unresolved", None)


def number(
    what: Any, who: str | None, low: int, high: int | None = None, best: int | None = None, sources: Any = ()
) -> EventCount:
    by_source = tuple(sources) or (SourceCount("x", low, high or low, ()),)
    return EventCount(what, who, low, best or low, high or low, by_source)


def claim(document: Document, word: str, type: str, *, by: Sequence[Party] = (), **slots: Any) -> Claim:
    """A claim of the document that the word triggers; `by` are its speakers, the outermost first."""
    start = document.text.index(word)
    speakers = tuple(Speaker(one.id, one.name, word, start, start + 1, "said", "reports") for one in by)
    slots = {"actors": (), "targets": (), "places": (), "counts": (), "phase": None, "realis": "happened"} | slots
    return Claim(
        id=short_id("c", document.id, word, type),
        document=document.id,
        sentence=Span(document.text, 0, len(document.text)),
        voice="report",
        type=type,
        trigger=Span(word, start, start + len(word)),
        when=slots.pop("when", NO_DAY),
        attribution=speakers,
        confidence=0.8,
        flags=(),
        rules=(),
        **slots,
    )


def event(type: str, claims: Sequence[Claim] = (), grade: Any = "single", **slots: Any) -> Event:
    ids = tuple(sorted(one.id for one in claims))
    slots = {"when": NO_DAY, "places": (), "actors": (), "targets": (), "counts": (), "disagreements": ()} | slots
    return Event(short_id("e", type, *ids), type, claims=ids, originators=(), grade=grade, **slots)


@cache
def sentences(code: str) -> Sentences:
    words, knowledge = wording(code), load(("syria",))
    naming = Naming(knowledge, words)
    return Sentences(words, naming, Places(knowledge, words), Numbers(words, lambda one: naming.name(one, one)))


def document(name: str, text: str, outlet: str | None, title: str | None = None, on: date | None = None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(on, on, "day" if on else "open", "metadata" if on else "unknown")
    segments = (Segment("body", 0, len(text)),)
    return Document(short_id("d", digest), name, digest, None, "en", title, outlet, published, segments, text)


WIRE = document("wire.txt", "one two three four", "Wire", "Morning report", date(2016, 10, 29))
PAPER = document("paper.txt", "five six seven", None, None, None)
REBELS, ARMY, FATAH = party("syrian-rebels"), party("syrian-arab-army"), party("jaish-al-fatah")
SOHR, MILITARY, RUSSIA = party("sohr"), party("military-sources"), party("russia")
ESTATE = place("dahiyet-al-assad")


def told() -> tuple[tuple[Claim, ...], Story]:
    """A capture that is contested, a withdrawal that is conceded, an announced pause, and shells without a day."""
    friday, saturday = day(2016, 10, 28), day(2016, 10, 29)
    taken = claim(WIRE, "one", "capture", actors=(REBELS, FATAH), places=(ESTATE,), when=friday)
    heard = claim(PAPER, "five", "capture", by=(SOHR,), actors=(REBELS,), places=(ESTATE,), when=friday)
    denied = claim(WIRE, "two", "capture", by=(MILITARY,), realis="denied", places=(ESTATE,))
    left = claim(WIRE, "three", "withdrawal", by=(ARMY,), actors=(ARMY,), places=(ESTATE,), when=saturday)
    pause = claim(PAPER, "six", "ceasefire", by=(RUSSIA,), realis="planned", actors=(RUSSIA,))
    shells = claim(PAPER, "seven", "shelling", places=(place("homs"),))
    fewer, more = SourceCount("Wire", 12, 12, (taken.id,)), SourceCount("sohr", 20, 20, (heard.id,))
    readings = (Reading("12", (taken.id,)), Reading("20", (heard.id,)))
    captured = event(
        "capture", (taken, heard, denied), "contested", when=friday, places=(ESTATE,), actors=(REBELS, FATAH),
        counts=(number("killed", "civilians", 12, 20, 12, (fewer, more)),),
        disagreements=(Disagreement("killed civilians", readings),),
    )  # fmt: skip
    withdrawn = event("withdrawal", (left,), "conceded", when=saturday, places=(ESTATE,), actors=(ARMY,))
    month = When(date(2016, 11, 1), date(2016, 11, 30), "month", "published", None, None, None)
    announced = event("ceasefire", (pause,), when=month, actors=(RUSSIA,))
    vehicles = number("vehicles", None, 3)
    shelled = event("shelling", (shells,), places=(place("homs"),), counts=(number("killed", None, 2), vehicles))
    reasons = {withdrawn.id: (f"conceded: Syrian Arab Army confirms what is adverse to its own side ({left.id})",)}
    events = (captured, withdrawn, announced, shelled)
    story = Story(tuple(sorted(events, key=lambda one: one.id)), reasons=reasons)
    return (taken, heard, denied, left, pause, shells), story
