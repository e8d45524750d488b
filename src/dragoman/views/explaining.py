"""Plain sentences about a claim, an event or a document: what `dragoman explain` says.

A line is one thought; two spaces before it make it a detail of the line above.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from dragoman.errors import QueryError
from dragoman.exports.flat import count_words, event_count_words
from dragoman.ledger import Ledger
from dragoman.ledger.records import from_json
from dragoman.model import Claim, Document, Event, Party, Published, Speaker, When, Where

_TABLES = {"c": "claim", "e": "event", "d": "document"}
_VOICES = {
    "report": "the report's own voice",
    "quote": "words that the report quotes",
    "comment": "a reader's comment",
}
_STANCES = {
    "reports": "reports it", "claims": "claims it", "confirms": "confirms it", "denies": "denies it",
    "accuses": "accuses another of it", "hopes": "hopes for it",
}  # fmt: skip
_REALIS = {
    "happened": "it is said to have happened", "ongoing": "it is said to go on", "planned": "it is planned",
    "demanded": "it is demanded", "predicted": "it is predicted", "hypothetical": "it is only thought of",
    "failed": "it is said to have failed", "denied": "it is denied",
}  # fmt: skip
_FLAGS = {
    "hearsay": "The words themselves mark it as hearsay.",
    "weekday_conflict": "Its weekday and its date contradict each other.",
    "concession": "It is said by the side that it is adverse to.",
    "translated_name": "A name was read through its translation.",
    "ambiguous_actor": "The actor's name may mean another one.",
    "ambiguous_place": "The place's name may mean another one.",
}
_GRADES = {
    "single": "one voice tells it",
    "repeated": "several reports tell it, all after one voice",
    "corroborated": "independent voices agree on it",
    "conceded": "the side that it is adverse to confirms it",
    "contested": "voices disagree on it, or one denies it",
}


def explained(ledger: Ledger, words: str) -> Iterator[str]:
    """What is known of the record whose id is `words` or begins with it; QueryError where there is none."""
    kind, record = _found(ledger, words)
    if kind == "claim":
        return _claim(ledger, from_json(Claim, record))
    if kind == "event":
        return _event(ledger, from_json(Event, record))
    return _document(ledger, ledger.document(record))


def _found(ledger: Ledger, words: str) -> tuple[str, str]:
    kind = _TABLES.get(words[:1])
    if kind is None or words[1:2] != "_":
        raise QueryError(f"'{words}' is no id; ids begin with c_ (claim), e_ (event) or d_ (document)")
    column = "id" if kind == "document" else "record"
    sql = f"SELECT id, {column} AS record FROM {kind} WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 4"
    rows = list(ledger.rows(sql, len(words), words))
    if not rows:
        raise QueryError(f"there is no {kind} {words} in {ledger.path}")
    if len(rows) > 1:
        raise QueryError(f"'{words}' begins several ids ({', '.join(row['id'] for row in rows)} …); give more of it")
    return kind, rows[0]["record"]


def _claim(ledger: Ledger, claim: Claim) -> Iterator[str]:
    document = ledger.document(claim.document)
    phase = f", its {claim.phase}" if claim.phase else ""
    yield f"{claim.id} is a claim: {claim.type}{phase}; {_REALIS[claim.realis]}."
    yield f"It stands in {_VOICES[claim.voice]}."
    yield f"Words: “{claim.sentence.text}” (characters {claim.sentence.start}–{claim.sentence.end})"
    yield f"  What happened is told by “{claim.trigger.text}”."
    yield from (f"  Who: {_party(actor)}" for actor in claim.actors)
    yield from (f"  To whom: {_party(target)}" for target in claim.targets)
    yield from (f"  Where: {_place(place)}" for place in claim.places)
    yield from (f"  How many: {count_words(count)}, from “{count.text}”." for count in claim.counts)
    yield f"When: {when_words(claim.when)}"
    yield from _attribution(claim, document)
    yield f"Confidence: {claim.confidence:.2f}."
    yield from (_FLAGS.get(flag, flag) for flag in claim.flags)
    yield f"Rules that fired: {', '.join(claim.rules) or 'none'}."
    yield from _report(document)
    yield from _events_of(ledger, claim.id)


def _party(party: Party) -> str:
    known = f"{party.name} [{party.id}]" if party.id else f"{party.name} (no pack knows it)"
    return f"{known}, from “{party.text}”."


def _place(place: Where) -> str:
    known = f"{place.name} [{place.id}]" if place.id else f"{place.name} (no pack knows it)"
    point = "" if place.lat is None else f" at {place.lat:.4f}, {place.lon:.4f}"
    within = f", within {place.within}" if place.within else ""
    return f"{known}, from “{place.text}”: {place.precision}{point}{within}."


def when_words(when: When) -> str:
    """A claim's days and what they rest on."""
    if when.start is None and when.end is None:
        return f"not known{f' (the words say “{when.text}”)' if when.text else ''}."
    hours = f", {when.hours[0]}–{when.hours[1]}" if when.hours else ""
    ground = {
        "stated": f"stated by “{when.text}”",
        "anchored": f"from “{when.text}” and another date of the text",
        "published": f"from “{when.text}” and the day of publication"
        if when.text
        else "the day of publication, since no words give another",
        "unknown": "on no known ground",
    }[when.basis]
    return f"{_days(when.start, when.end)}{hours} (to the {when.precision.replace('_', ' ')}); {ground}."


def _days(start: date | None, end: date | None) -> str:
    if start == end:
        return f"{start}"
    return f"between {start or 'an unknown day'} and {end or 'an unknown day'}"


def _attribution(claim: Claim, document: Document) -> Iterator[str]:
    outlet = document.outlet or "the report, whose outlet is not known"
    if not claim.attribution:
        yield f"Who says so: {outlet}, in its own voice."
        return
    yield f"Who says so: {outlet}, and behind it, from the outermost to the innermost:"
    yield from (f"  {_speaker(speaker)}" for speaker in claim.attribution)


def _speaker(speaker: Speaker) -> str:
    known = f"{speaker.name} [{speaker.id}]" if speaker.id else speaker.name
    cue = f", by the words “{speaker.cue}”" if speaker.cue else ""
    return f"{known} {_STANCES[speaker.stance]}{cue} (named as “{speaker.text}”)."


def _report(document: Document) -> Iterator[str]:
    title = f" “{document.title}”" if document.title else ""
    yield f"Report: {document.uri}{title} [{document.id}], language {document.language}."
    yield from (f"  {line}" for line in _published(document.published))


def _published(published: Published) -> Iterator[str]:
    if published.start is None and published.end is None:
        yield "Its day of publication is not known."
    else:
        ground = {
            "metadata": "its metadata say so", "dateline": "its dateline says so",
            "inferred": "inferred from", "unknown": "on no known ground",
        }[published.basis]  # fmt: skip
        stop = ":" if published.reasons else "."
        yield f"Published {_days(published.start, published.end)}: {ground}{stop}"
    yield from (f"  {reason}" for reason in published.reasons)


def _events_of(ledger: Ledger, claim: str) -> Iterator[str]:
    told = "SELECT event FROM event_claim WHERE claim = ?"
    sql = f"SELECT id, type, grade FROM event WHERE id IN ({told}) ORDER BY id"
    events = list(ledger.rows(sql, claim))
    for event in events:
        yield f"Event: it is one of the claims of {event['id']} ({event['type']}, {event['grade']})."
    if not events:
        yield "Event: none rests on it."


def _document(ledger: Ledger, document: Document) -> Iterator[str]:
    size = len(document.text)
    yield f"{document.id} is a report in {document.language}, {size} characters, sha256 {document.sha256}."
    outlet = document.outlet or "not known"
    yield f"Found as {document.uri}; title: {document.title or 'none'}; outlet: {outlet}."
    yield from _published(document.published)
    roles: dict[str, int] = {}
    for segment in document.segments:
        roles[segment.role] = roles.get(segment.role, 0) + segment.end - segment.start
    parts = ", ".join(f"{role} {size}" for role, size in sorted(roles.items()))
    yield f"Parts, in characters: {parts or 'none'}."
    claims = sum(1 for _ in ledger.claims_of(document.id))
    yield f"Claims: {claims}."


def _event(ledger: Ledger, event: Event) -> Iterator[str]:
    yield f"{event.id} is an event: {event.type}, {_days(event.when.start, event.when.end)}."
    yield f"Grade: {event.grade}, since {_GRADES[event.grade]}."
    row = next(ledger.rows("SELECT reasons FROM event WHERE id = ?", event.id))
    yield from (f"  {reason}" for reason in json.loads(row["reasons"]))
    yield from (f"Who: {_party(actor)}" for actor in event.actors)
    yield from (f"To whom: {_party(target)}" for target in event.targets)
    yield from (f"Where: {_place(place)}" for place in event.places)
    for count in event.counts:
        yield f"How many: {event_count_words(count)}."
        yield from (f"  {one.source}: {one.low}–{one.high or '…'} ({', '.join(one.claims)})" for one in count.by_source)
    for disagreement in event.disagreements:
        yield f"Disagreement on {disagreement.field}:"
        yield from (f"  {reading.value}: {', '.join(reading.claims)}" for reading in disagreement.values)
    yield from _told(ledger, event)
    yield from _links(ledger, event)


def _told(ledger: Ledger, event: Event) -> Iterator[str]:
    """The claims of an event, under the voice from which each comes."""
    yield f"Voices: {', '.join(named.name for named in event.originators)}."
    told: dict[str, list[Claim]] = {}
    for row in ledger.rows("SELECT record FROM claim JOIN event_claim ON claim = id WHERE event = ?", event.id):
        claim = from_json(Claim, row["record"])
        told.setdefault(_voice(ledger, claim), []).append(claim)
    for voice in sorted(told):
        yield f"Told by {voice}:"
        for claim in sorted(told[voice], key=lambda claim: claim.id):
            yield f"  {claim.id} ({claim.realis}) “{claim.sentence.text}”"


def _voice(ledger: Ledger, claim: Claim) -> str:
    if claim.attribution:
        return claim.attribution[-1].name
    document = ledger.document(claim.document)
    return document.outlet or f"an unnamed outlet ({document.uri})"


def _links(ledger: Ledger, event: Event) -> Iterator[str]:
    """Which claims were held against each other, and what spoke for and against their being one."""
    known = json.dumps(event.claims)
    inside = "(SELECT value FROM json_each(?))"
    sql = f"SELECT * FROM link WHERE a IN {inside} AND b IN {inside} ORDER BY score DESC, a, b"
    links = list(ledger.rows(sql, known, known))
    if links:
        yield "Why these claims are one event:"
    for link in links:
        yield f"  {link['a']} and {link['b']}: {link['score']:.2f}; {'; '.join(json.loads(link['reasons']))}"
