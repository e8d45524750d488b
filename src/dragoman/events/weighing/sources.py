"""The record of each source: who quotes it, and how often independent voices agreed or disagreed with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.events.ground import Ground, folded
from dragoman.events.weighing.voices import Voice, Voices
from dragoman.model import Claim, Event, Named, Source


@dataclass(slots=True)
class _Record:
    named: Named
    quoted_by: set[str] = field(default_factory=set)
    tally: Counter[str] = field(default_factory=Counter)


def sources(
    claims: Sequence[Claim], events: Iterable[Event], denials: frozenset[str], voices: Voices, ground: Ground
) -> tuple[Source, ...]:
    """Every outlet and every speaker, in the order of their ids; `denials` are claims that deny their
    event.
    """
    records: dict[str, _Record] = {}
    for voice in voices.outlets.values():
        records.setdefault(voice.key, _Record(voice.named))
    for claim in claims:
        _note(claim, records, voices)
    by_id = {claim.id: claim for claim in claims}
    for event in events:
        _judge(event, by_id, denials, records, voices)
    return tuple(sorted((_source(key, record, ground) for key, record in records.items()), key=lambda s: s.id))


def _note(claim: Claim, records: dict[str, _Record], voices: Voices) -> None:
    """Counts the claim for its originator, and notes along the chain of speakers who quotes whom."""
    voice = voices.of(claim)
    records.setdefault(voice.key, _Record(voice.named)).tally["claims"] += 1
    quoting = _name(voices.carrier(claim).named)
    for speaker in claim.attribution:
        named = Named(speaker.id, speaker.name)
        record = records.setdefault(speaker.id or f"~{folded(speaker.name)}", _Record(named))
        record.quoted_by.add(quoting)
        quoting = _name(named)


def _judge(
    event: Event,
    claims: Mapping[str, Claim],
    denials: frozenset[str],
    records: dict[str, _Record],
    voices: Voices,
) -> None:
    """Counts for each claim of the event whether independent voices agree with it or contradict it."""
    against = _contradictions(event, denials)
    told = {key: voices.of(claims[key]) for key in event.claims}
    for key in event.claims:
        others = [other for other in event.claims if _independent(told[key], told[other], voices)]
        tally = records[told[key].key].tally
        tally["contradicted"] += any(other in against[key] for other in others)
        tally["corroborated"] += any(other not in against[key] and other not in denials for other in others) and (
            key not in denials
        )


def _contradictions(event: Event, denials: frozenset[str]) -> dict[str, set[str]]:
    """For each claim of the event the claims that hold another value of a field, or deny what it tells."""
    against: dict[str, set[str]] = defaultdict(set)
    for disagreement in event.disagreements:
        for reading in disagreement.values:
            rest = {claim for other in disagreement.values if other is not reading for claim in other.claims}
            for claim in reading.claims:
                against[claim] |= rest - set(reading.claims)
    denying = denials.intersection(event.claims)
    for claim in event.claims:
        against[claim] |= set(event.claims) - denying if claim in denying else denying
    return against


def _independent(one: Voice, other: Voice, voices: Voices) -> bool:
    return voices.apart(one, other)


def _source(key: str, record: _Record, ground: Ground) -> Source:
    actor = ground.knowledge.actors.get(key)
    return Source(
        id=_name(record.named),
        name=record.named.name,
        side=actor.side if actor is not None and actor.side is not None else ground.side(key),
        kind=ground.kind(key),
        quoted_by=tuple(sorted(record.quoted_by)),
        claims=record.tally["claims"],
        corroborated=record.tally["corroborated"],
        contradicted=record.tally["contradicted"],
    )


def _name(named: Named) -> str:
    """What other records call a source: the pack's id, or else its name."""
    return named.id or named.name
