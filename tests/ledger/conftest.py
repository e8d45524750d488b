"""A ledger with a little of everything in it: two reports, four claims, one event, made by hand."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.ledger.results import KnownPlace
from dragoman.model import (
    NO_DAY,
    Claim,
    Control,
    Count,
    Disagreement,
    Document,
    Event,
    EventCount,
    Named,
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

ENGLISH = "Troops took Minyan on Friday. The monitor said that shells killed 7 civilians in Homs.\n=odd"
CROATIAN = "Pobunjenici su zauzeli Džabal u Alepu."


@dataclass(frozen=True)
class Link:
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    events: tuple[Event, ...] = ()
    control: tuple[Control, ...] = ()
    tolls: tuple[Toll, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def document(text: str, language: str, day: date | None, outlet: str | None) -> tuple[str, Document]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(day, day, "day" if day else "open", "metadata" if day else "unknown", ())
    segments = (Segment("body", 0, len(text)),)
    fields = (digest, None, language, None, outlet, published, segments, text)
    return digest, Document(short_id("d", digest), "", *fields)


def at(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return words, start, start + len(words)


def claim(document: Document, sentence: str, trigger: str, type: str, when: When = NO_DAY, **slots: object) -> Claim:
    text = document.text
    empty: dict[str, object] = {"actors": (), "targets": (), "places": (), "counts": (), "attribution": ()}
    return Claim(
        id=short_id("c", document.id, trigger, type),
        document=document.id,
        sentence=Span(*at(text, sentence)),
        voice="report",
        type=type,
        phase=None,
        realis="happened",
        trigger=Span(*at(text, trigger)),
        when=when,
        confidence=0.75,
        flags=("hearsay",),
        rules=("r1", "r2"),
        **(empty | slots),  # type: ignore[arg-type]
    )


def where(text: str, words: str, key: str | None, within: str | None) -> Where:
    return Where(key, words, *at(text, words), 36.2, 37.1, "town", within)


def fill(ledger: Ledger) -> None:
    """Two reports, their claims, and a story that rests on them."""
    key, english = document(ENGLISH, "en", date(2016, 10, 28), "Wire")
    other, croatian = document(CROATIAN, "hr", None, None)
    friday = When(date(2016, 10, 28), date(2016, 10, 28), "day", "anchored", *at(ENGLISH, "on Friday"))
    first = ENGLISH.split(". ")[0] + "."
    second = ENGLISH[len(first) + 1 :].split("\n")[0]
    capture = claim(
        english, first, "took", "capture", friday,
        actors=(Party("army", "Syrian Army", *at(ENGLISH, "Troops")),),
        places=(where(ENGLISH, "Minyan", "minyan", "aleppo"),),
    )  # fmt: skip
    shelling = claim(
        english, second, "shells", "shelling",
        places=(where(ENGLISH, "Homs", "homs", "homs-province"),),
        counts=(Count("killed", "civilians", 7, 7, False, *at(ENGLISH, "7 civilians")),),
        attribution=(Speaker("monitor", "The Monitor", *at(ENGLISH, "The monitor"), "said", "reports"),),
    )  # fmt: skip
    november = When(date(2016, 11, 1), date(2016, 11, 30), "month", "published", None, None, None)
    rebels = claim(
        croatian, CROATIAN, "zauzeli", "capture", november,
        actors=(Party(None, "Pobunjenici", *at(CROATIAN, "Pobunjenici")),),
        places=(where(CROATIAN, "Džabal", None, None), where(CROATIAN, "Alepu", "aleppo", "aleppo-province")),
    )  # fmt: skip
    outcomes = (
        Outcome(key, "a/wire.txt", english, '["wire"]', (capture, shelling)),
        Outcome(other, "b/dan.txt", croatian, '["dan"]', (rebels,)),
    )
    ledger.set_meta({"run": "1"})
    ledger.add(ShardResult(outcomes), [(key, "a/wire.txt"), (key, "z/copy.txt"), (other, "b/dan.txt")], 1)
    ledger.replace_story(story(capture, shelling, rebels), PLACES)


PLACES = (
    KnownPlace("aleppo", "Aleppo", "aleppo-province"),
    KnownPlace("aleppo-province", "Aleppo province", "SY"),
    KnownPlace("homs", "Homs", "homs-province"),
    KnownPlace("homs-province", "Homs province", "SY"),
    KnownPlace("minyan", "Minyan", "aleppo"),
    KnownPlace("SY", "Syria", None),
)


def story(capture: Claim, shelling: Claim, rebels: Claim) -> Story:
    taken = Event(
        short_id("e", *sorted((capture.id, rebels.id))), "capture", capture.when, capture.places,
        capture.actors, (), (), tuple(sorted((capture.id, rebels.id))), (Named(None, "Wire"),), "contested",
        (Disagreement("who", (Reading("Syrian Army", (capture.id,)), Reading("Pobunjenici", (rebels.id,)))),),
    )  # fmt: skip
    shelled = Event(
        short_id("e", shelling.id), "shelling", NO_DAY, shelling.places, (), (),
        (EventCount("killed", "civilians", 7, 7, 7, (SourceCount("monitor", 7, 7, (shelling.id,)),)),),
        (shelling.id,), (Named("monitor", "The Monitor"),), "single", (),
    )  # fmt: skip
    held = Control(
        Named("minyan", "Minyan"), Named("army", "Syrian Army"), date(2016, 10, 28), None, True, (capture.id,)
    )
    toll = Toll(shelled.id, "killed", "civilians", 7, 7, False, None, None, "monitor", (shelling.id,))
    return Story(
        events=tuple(sorted((taken, shelled), key=lambda event: event.id)),
        control=(held,),
        tolls=(toll,),
        sources=(Source("monitor", "The Monitor", "neutral", "monitor", ("Wire",), 1, 0, 0),),
        links=(Link(*sorted((capture.id, rebels.id)), 0.75, ("both are a capture", "Minyan is in Aleppo")),),
        reasons={taken.id: ("Wire says Syrian Army, another says Pobunjenici",)},
        notes=("a block of 9 pairs was cut",),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db") as made:
        fill(made)
        yield made
