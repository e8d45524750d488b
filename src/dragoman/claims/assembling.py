"""From a draft to the claim that is kept: spans, flags, confidence, id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.claims.lexicon import Found
from dragoman.claims.reality.realis import Reality
from dragoman.claims.seating.roles import Roles
from dragoman.claims.tables import Frame, grammar
from dragoman.claims.when import Dated
from dragoman.claims.words import Word
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Count, Document, Party, Span, Speaker, Where, short_id

# Types that are good news for whoever does them and bad news for whoever suffers them.
_GAINS = frozenset(["capture", "attack_repelled", "siege_broken", "route_cut", "control"])
_LOSSES = frozenset(["withdrawal"])
_HARMS = frozenset(
    ["killing", "injury", "detention", "abduction", "destruction", "airstrike", "shelling", "bombing", "attack"]
)
# Sides at war with each other; a third party that confirms a gain concedes nothing.
_FOES = frozenset(
    map(
        frozenset,
        (
            ("government", "opposition"), ("government", "islamic-state"), ("opposition", "islamic-state"),
            ("kurdish", "islamic-state"), ("kurdish", "turkey"), ("turkey", "islamic-state"),
            ("us-coalition", "islamic-state"), ("government", "us-coalition"), ("government", "israel"),
        ),
    )
)  # fmt: skip
CLASS = "class:"  # begins the rule that tells a trigger's class
_BASE = 0.9
_DOUBTS = {  # what each makes of a claim's confidence: factors, judged by reading
    "actor.pronoun": 0.85,
    "actor.same_deed": 0.9,
    "place.passage": 0.85,
    "when:passage": 0.95,
    "when:published": 0.9,
    "when:unknown": 0.7,
    "hearsay": 0.8,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with its slots, before it is a claim."""

    reading: tuple[int, int]
    trigger: Found[Frame]
    words: tuple[Word, ...]
    voice: str
    reality: Reality
    roles: Roles
    places: tuple[Where, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    dated: Dated
    counts: tuple[Count, ...]
    speakers: tuple[Speaker, ...]
    hearsay: tuple[str, ...]
    language: str
    rules: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def claim(document: Document, draft: Draft, knowledge: Knowledge) -> Claim:
    """The claim of a draft; its id hashes the document, the words and the type, so that it is the same in every run."""
    frame = draft.trigger.payload
    trigger = _span(document.text, draft.words[draft.trigger.first].start, draft.words[draft.trigger.last].end)
    rules = _rules(draft)
    flags = _flags(draft, knowledge)
    return Claim(
        id=short_id("c", document.id, frame.type, str(trigger.start), str(trigger.end)),
        document=document.id,
        sentence=_span(document.text, *draft.reading),
        voice=draft.voice,  # type: ignore[arg-type]
        type=frame.type,
        phase=draft.reality.phase,
        realis=draft.reality.realis,
        trigger=trigger,
        actors=draft.actors,
        targets=draft.targets,
        places=_without_containers(draft.places, knowledge),
        when=draft.dated.when,
        counts=draft.counts,
        attribution=draft.speakers,
        confidence=_confidence(rules, flags),
        flags=flags,
        rules=rules,
    )


def quoted_from(text: str, found: Claim) -> Claim:
    """A claim that was read in another view of a text of the same length, with the words of the text itself."""
    when = found.when
    if when.span_start is not None:
        when = replace(when, text=text[when.span_start : when.span_end])
    return replace(
        found,
        sentence=_span(text, found.sentence.start, found.sentence.end),
        trigger=_span(text, found.trigger.start, found.trigger.end),
        actors=tuple(replace(one, text=text[one.start : one.end]) for one in found.actors),
        targets=tuple(replace(one, text=text[one.start : one.end]) for one in found.targets),
        places=tuple(replace(one, text=text[one.start : one.end]) for one in found.places),
        counts=tuple(replace(one, text=text[one.start : one.end]) for one in found.counts),
        attribution=tuple(replace(one, text=text[one.start : one.end]) for one in found.attribution),
        when=when,
    )


def _span(text: str, start: int, end: int) -> Span:
    return Span(text[start:end], start, end)


def _without_containers(places: tuple[Where, ...], knowledge: Knowledge) -> tuple[Where, ...]:
    """The places without those that contain another of them: the finer one says it all."""
    held = {container for place in places if place.id for container in knowledge.within(place.id)}
    kept: dict[tuple[str | None, str], Where] = {}
    for place in places:
        if place.id not in held:
            kept.setdefault((place.id, place.name), place)
    return tuple(kept.values())


def _rules(draft: Draft) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            (
                draft.trigger.payload.rule,
                *_class(draft.trigger.payload),
                *draft.roles.rules,
                *draft.rules,
                draft.dated.rule,
                *draft.dated.other,
                *draft.reality.rules,
            )
        )
    )


def _class(frame: Frame) -> Iterator[str]:
    """The rule that tells the trigger's class."""
    if frame.class_:
        yield f"{CLASS}{frame.class_}"


def _flags(draft: Draft, knowledge: Knowledge) -> tuple[str, ...]:
    flags = {*draft.flags, *draft.dated.flags}
    if draft.hearsay:
        flags.add("hearsay")
    if _conceded(draft, knowledge):
        flags.add("concession")
    return tuple(sorted(flags))


def _conceded(draft: Draft, knowledge: Knowledge) -> bool:
    """Whether the innermost speaker's side is the one to which the happening is adverse.

    A foe's gain and an own withdrawal are adverse whoever tells them; own losses, and what the own side did to people
    of no side, are where the speaker confirms them, for otherwise he accuses or boasts.
    """
    if not draft.speakers or draft.reality.realis not in ("happened", "ongoing"):
        return False
    speaker = draft.speakers[-1]
    side = knowledge.side(speaker.id) if speaker.id else None
    if side in (None, "neutral") or speaker.stance in ("denies", "accuses") or _watches(speaker.id, knowledge):
        return False
    type_ = draft.trigger.payload.type
    doers = {knowledge.side(p.id) for p in draft.actors if p.id} - {None, "neutral"}
    victims = {knowledge.side(p.id) for p in draft.targets if p.id} - {None, "neutral"}
    if type_ in _GAINS:
        by_foes = bool(doers) and side not in doers and any(frozenset((side, doer)) in _FOES for doer in doers)
        return by_foes or (not draft.actors and type_ == "capture" and victims == {side})
    if type_ in _LOSSES:
        return side in doers
    if speaker.stance != "confirms":
        return False
    if type_ in _HARMS and _own_fighters(draft, knowledge):
        return True
    own_deed = type_ in _HARMS and side in doers and any(_is_people(p.id, knowledge) for p in draft.targets)
    return own_deed or (type_ in _HARMS and side in victims and side not in doers)


def _own_fighters(draft: Draft, knowledge: Knowledge) -> bool:
    """ "Twelve of their fighters were killed": fighters of no name with a possessive before them are the speaker's."""
    possessives = grammar(draft.language).possessives
    return any(
        word.end <= party.start and party.start - word.end <= 1 and word.key in possessives
        for party in draft.targets
        if party.id and knowledge.actors[party.id].generic
        for word in draft.words
    )


def _is_people(party: str | None, knowledge: Knowledge) -> bool:
    return party is not None and knowledge.actors[party].kind == "people"


def _watches(speaker: str | None, knowledge: Knowledge) -> bool:
    """Whether the speaker only watches: a monitor near to a side gives nothing of its own away."""
    return speaker is not None and knowledge.actors[speaker].kind in ("monitor", "people")


def _confidence(rules: tuple[str, ...], flags: tuple[str, ...]) -> float:
    confidence = _BASE
    for doubt in (*rules, *flags):
        confidence *= _DOUBTS.get(doubt, 1.0)
    return round(confidence, 2)
