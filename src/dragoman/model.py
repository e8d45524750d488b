"""The words that every part of dragoman passes on: documents, claims, events, control, tolls and sources.

The field names and their order are those of the exported files (docs/formats.md), so a record is its own
description. Offsets count Unicode code points into `Document.text`; days are `datetime.date`; the unknown is None.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, cast

Voice = Literal["report", "quote", "comment"]
Phase = Literal["start", "ongoing", "end"]
Realis = Literal["happened", "ongoing", "planned", "demanded", "predicted", "hypothetical", "failed", "denied"]
Role = Literal["title", "byline", "lead", "body", "caption", "comment", "furniture"]
PlacePrecision = Literal["exact", "neighbourhood", "town", "district", "province", "country", "unresolved"]
DayPrecision = Literal["hour", "part_of_day", "day", "week", "month", "season", "year", "open"]
DayBasis = Literal["stated", "anchored", "published", "unknown"]
PublishedBasis = Literal["metadata", "dateline", "inferred", "unknown"]
Stance = Literal["reports", "claims", "confirms", "denies", "accuses", "hopes"]
What = Literal[
    "killed", "injured", "missing", "detained", "displaced", "besieged",
    "fighters", "strikes", "vehicles", "corridors", "other",
]  # fmt: skip
Grade = Literal["single", "repeated", "corroborated", "conceded", "contested"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document: `text == document.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """The days between which a document appeared; `reasons` says what an inferred day rests on."""

    start: date | None
    end: date | None
    precision: DayPrecision
    basis: PublishedBasis
    reasons: tuple[str, ...] = ()


UNDATED = Published(None, None, "open", "unknown")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document and the part that it plays: the report's own voice, or what stands around it."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it is stored: NFC text, its segments, and the hash of the bytes that it came from."""

    id: str
    uri: str
    sha256: str
    captured: str | None
    language: str
    title: str | None
    outlet: str | None
    published: Published
    segments: tuple[Segment, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, with the role of the segment that it stands in."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or a target in a claim's slot; `id` is a pack's, or None for words that no pack knows."""

    id: str | None
    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a claim's slot; latitude and longitude in degrees (WGS 84), None where unresolved."""

    id: str | None
    name: str
    text: str
    start: int
    end: int
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    within: str | None


@dataclass(frozen=True, slots=True)
class When:
    """The days between which a claim's happening lies, and the words that say so (None: the publication day)."""

    start: date | None
    end: date | None
    precision: DayPrecision
    basis: DayBasis
    text: str | None
    span_start: int | None
    span_end: int | None
    hours: tuple[str, str] | None = None


NO_DAY = When(None, None, "open", "unknown", None, None, None)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what; `high` None means "at least"; `cumulative` where it sums a period, not this incident."""

    what: What
    who: str | None
    low: int
    high: int | None
    cumulative: bool
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of attribution, with the word that hands over (`cue`) and the speaker's stance."""

    id: str | None
    name: str
    text: str
    start: int
    end: int
    cue: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that something happened. The record that everything else is computed from."""

    id: str
    document: str
    sentence: Span
    voice: Voice
    type: str
    phase: Phase | None
    realis: Realis
    trigger: Span
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    places: tuple[Where, ...]
    when: When
    counts: tuple[Count, ...]
    attribution: tuple[Speaker, ...]
    confidence: float
    flags: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, a place or a source by its pack id and its canonical name."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What one source says of a number."""

    source: str
    low: int
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventCount:
    """A number of an event as a range over its sources."""

    what: What
    who: str | None
    low: int
    best: int
    high: int | None
    by_source: tuple[SourceCount, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a disputed field and the claims that hold it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which the claims of one event differ."""

    field: str
    values: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, computed from the claims that tell it."""

    id: str
    type: str
    when: When
    places: tuple[Where, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    counts: tuple[EventCount, ...]
    claims: tuple[str, ...]
    originators: tuple[Named, ...]
    grade: Grade
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """Who is said to hold a place between two days; `until` None: not reported otherwise."""

    place: Named
    holder: Named
    since: date | None
    until: date | None
    contested: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of victims by one source, for an event (`scope` an event id) or for a period of a place."""

    scope: str
    what: What
    who: str | None
    low: int
    high: int | None
    cumulative: bool
    since: date | None
    until: date | None
    source: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or a speaker, who quotes it, and how often others agreed or disagreed with it."""

    id: str
    name: str
    side: str | None
    kind: str | None
    quoted_by: tuple[str, ...]
    claims: int
    corroborated: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not read, and why: `uri` says where, `reason` is one word, `detail` one clear line."""

    uri: str
    reason: str
    detail: str


# `from` is a word of Python's own; the exported files have it as it is.
_EXPORTED = {"since": "from"}
_JSON = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """A record as JSON values, keys in the contract's order; days as `YYYY-MM-DD`."""
    kind = type(value)
    if kind in _JSON:
        return value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    fields = _exported_fields(cast(Hashable, kind))
    return {key: plain(getattr(value, name)) for name, key in fields} if fields else value


@cache
def _exported_fields(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record, each with its key in the exported files; none where it is no record."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple((field.name, _EXPORTED.get(field.name, field.name)) for field in dataclasses.fields(kind))


def short_id(prefix: str, *parts: str) -> str:
    """A short content hash with its prefix letter, as `c_1f0a52c9b3de`: 48 bits, the same in every run."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}_{digest.hexdigest()[:12]}"
