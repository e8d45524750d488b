"""Records as flat rows for spreadsheets: what is nested becomes columns, lists become `; `-joined words.

A row is a mapping from column to value; None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dragoman.events.counted.deaths import Deaths
from dragoman.events.counted.ranges import TollRange
from dragoman.model import (
    Claim,
    Control,
    Count,
    Document,
    Event,
    EventCount,
    LeftOut,
    Party,
    Source,
    Speaker,
    Toll,
    When,
    Where,
)

Row = dict[str, str | int | float | None]

DEATHS = (
    "side_a", "side_b", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "deaths_best", "deaths_high",
    "deaths_low",
)  # fmt: skip


def document_row(document: Document) -> Row:
    """A report without its text, which a spreadsheet does not hold."""
    published = document.published
    return {
        "id": document.id,
        "uri": document.uri,
        "sha256": document.sha256,
        "captured": document.captured,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "published_start": _day(published.start),
        "published_end": _day(published.end),
        "published_precision": published.precision,
        "published_basis": published.basis,
        "published_reasons": joined(published.reasons),
        "characters": len(document.text),
    }


def claim_row(claim: Claim) -> Row:
    """A claim with its slots; the first place gives the point."""
    return {
        "id": claim.id,
        "document": claim.document,
        "type": claim.type,
        "phase": claim.phase,
        "realis": claim.realis,
        "voice": claim.voice,
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "trigger": claim.trigger.text,
        **_parties("actors", claim.actors),
        **_parties("targets", claim.targets),
        **_where(claim.places),
        **_when(claim.when),
        "when_text": claim.when.text,
        "counts": joined(map(count_words, claim.counts)),
        "attribution": joined(map(_speaker_words, claim.attribution)),
        "attribution_ids": joined(speaker.id or "" for speaker in claim.attribution),
        "confidence": claim.confidence,
        "flags": joined(claim.flags),
        "rules": joined(claim.rules),
    }


def deaths_row(found: Deaths | None) -> Row:
    """The dead of an event in the columns of the UCDP Georeferenced Event Dataset, and the sides that it names."""
    if found is None:
        return dict.fromkeys(DEATHS)
    sides = (found.side_a, found.side_b)
    numbers = (found.a, found.b, found.civilians, found.unknown, found.best, found.high, found.low)
    return dict(zip(DEATHS, (*sides, *numbers), strict=True))


def event_row(event: Event) -> Row:
    """An event with its numbers as ranges over its sources."""
    return {
        "id": event.id,
        "type": event.type,
        **_when(event.when),
        **_where(event.places),
        **_parties("actors", event.actors),
        **_parties("targets", event.targets),
        "counts": joined(map(event_count_words, event.counts)),
        "grade": event.grade,
        "originators": joined(named.name for named in event.originators),
        "disagreements": joined(
            f"{one.field}: {' | '.join(reading.value for reading in one.values)}" for one in event.disagreements
        ),
        "claims": joined(event.claims),
    }


def range_row(found: TollRange) -> Row:
    """Tolls of one source, month or place seen together."""
    return {
        "by": found.by,
        "what": found.what,
        "who": found.who,
        "cumulative": _yes(found.cumulative),
        "low": found.low,
        "best": found.best,
        "high": found.high,
        "rows": found.rows,
        "from": _day(found.since),
        "until": _day(found.until),
    }


def control_row(control: Control) -> Row:
    """One interval of control."""
    return {
        "place": control.place.name,
        "place_id": control.place.id,
        "holder": control.holder.name,
        "holder_id": control.holder.id,
        "from": _day(control.since),
        "until": _day(control.until),
        "contested": _yes(control.contested),
        "claims": joined(control.claims),
    }


def toll_row(toll: Toll) -> Row:
    """One number of victims by one source."""
    return {
        "scope": toll.scope,
        "what": toll.what,
        "who": toll.who,
        "low": toll.low,
        "high": toll.high,
        "cumulative": _yes(toll.cumulative),
        "from": _day(toll.since),
        "until": _day(toll.until),
        "source": toll.source,
        "claims": joined(toll.claims),
    }


def source_row(source: Source) -> Row:
    """One outlet or speaker."""
    return {
        "id": source.id,
        "name": source.name,
        "side": source.side,
        "kind": source.kind,
        "quoted_by": joined(source.quoted_by),
        "claims": source.claims,
        "corroborated": source.corroborated,
        "contradicted": source.contradicted,
    }


def left_out_row(left_out: LeftOut) -> Row:
    """One thing that was not read, or read with a reservation."""
    return {"uri": left_out.uri, "reason": left_out.reason, "detail": left_out.detail}


def joined(words: Iterable[str]) -> str:
    """A list as one cell."""
    return "; ".join(words)


def number_words(low: int, high: int | None) -> str:
    """A range as people write it: `7`, `7–9`, `7+` for at least seven."""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}–{high}"


def count_words(count: Count) -> str:
    """A count as words: `7–9 civilians killed`, with `in all` where it sums a period."""
    who = f" {count.who}" if count.who else ""
    return f"{number_words(count.low, count.high)}{who} {count.what}{' in all' if count.cumulative else ''}"


def event_count_words(count: EventCount) -> str:
    """A number of an event: its range and, in brackets, the best estimate."""
    who = f" {count.who}" if count.who else ""
    return f"{number_words(count.low, count.high)}{who} {count.what} (best {count.best})"


def _parties(name: str, parties: Iterable[Party]) -> Row:
    parties = tuple(parties)
    names = joined(party.name for party in parties)
    return {name: names, f"{name[:-1]}_ids": joined(party.id or "" for party in parties)}


def _where(places: Iterable[Where]) -> Row:
    places = tuple(places)
    point = next((place for place in places if place.lat is not None), None)
    return {
        "places": joined(place.name for place in places),
        "place_ids": joined(place.id or "" for place in places),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "place_precision": point.precision if point else None,
    }


def _when(when: When) -> Row:
    return {
        "start": _day(when.start),
        "end": _day(when.end),
        "day_precision": when.precision,
        "day_basis": when.basis,
        "hours": "–".join(when.hours) if when.hours else None,
    }


def _speaker_words(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.stance})"


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _yes(value: Any) -> str:
    return "yes" if value else "no"
