"""What the claims of one sentence lend each other: reality, doers, and the words for one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.claims.assembling import Draft
from dragoman.claims.tables import Grammar

VIOLENT = frozenset(
    [
        "offensive",
        "attack",
        "attack_repelled",
        "clash",
        "airstrike",
        "shelling",
        "bombing",
        "suicide_attack",
        "chemical_attack",
    ]
)
_STRIKING = VIOLENT - {"clash", "attack_repelled"}
_HARM = frozenset({"killing", "injury", "destruction", "displacement"})
# What shows that a party fought, and what a disaster does as well.
_FOUGHT = VIOLENT - {"attack", "bombing", "chemical_attack"}
_SUFFERED = VIOLENT | _HARM | {"evacuation", "besieged", "service_cut", "threat"}


def alike(drafts: Iterable[Draft], grammar_: Grammar) -> Iterator[Draft]:
    """What is joined to a happening is as real as that is, unless words of its own say otherwise.

    "Six corridors will be opened …, along with two corridors"; "vowed to retake the town and break the siege".
    """
    first: dict[str, Draft] = {}
    previous: Draft | None = None
    for draft in drafts:
        model = first.setdefault(draft.trigger.payload.type, draft)
        if _is_joined(draft, grammar_) and previous is not None and previous.trigger.payload.form == "verb":
            model = previous
        bare = not draft.reality.rules and draft.reality.realis == "happened"
        if model is not draft and bare and model.reality.realis in ("planned", "demanded", "hypothetical"):
            draft = replace(draft, reality=replace(draft.reality, realis=model.reality.realis))
        previous = draft
        yield draft


def _is_joined(draft: Draft, grammar_: Grammar) -> bool:
    """Whether "and" stands right before a verb."""
    before = draft.trigger.first - 1
    return draft.trigger.payload.form == "verb" and before >= 0 and draft.words[before].key in grammar_.coordination


def asked(drafts: Iterable[Draft], grammar_: Grammar) -> Iterator[Draft]:
    """Of whom something is demanded shall do it: "called on the rebels to withdraw"."""
    demand: Draft | None = None
    for draft in drafts:
        before = draft.words[draft.trigger.first - 1].key if draft.trigger.first else ""
        if draft.trigger.payload.type == "demand":
            demand = draft
        elif demand and demand.targets and before in grammar_.infinitive_marks and draft.reality.realis == "demanded":
            draft = replace(draft, actors=demand.targets, rules=(*draft.rules, "actor.asked"))
        yield draft


def accused(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Who is blamed for a deed did it, by the accuser's word; nobody else: "blamed X for the attack"."""
    known = list(drafts)
    charge = next((d for d in known if d.trigger.payload.type == "accusation" and d.actors and d.targets), None)
    for draft in known:
        deed = draft.trigger.payload.type in VIOLENT or draft.trigger.payload.type in _HARM
        if charge and deed and {p.name for p in draft.actors} <= {p.name for p in charge.actors}:
            draft = replace(draft, actors=charge.targets, rules=(*draft.rules, "actor.accused"))
        yield draft


def by_the_same(drafts: Iterable[Draft], grammar_: Grammar) -> Iterator[Draft]:
    """Harm that names no doer was done by whoever struck in the same breath: "shelled …, in which ten died".

    A participle that follows ("…, killing ten") has no subject of its own, whatever name stands nearer.
    """
    struck: Draft | None = None
    for draft in drafts:
        type_ = draft.trigger.payload.type
        following = type_ in _HARM and _follows(draft, grammar_)
        if type_ in _STRIKING and draft.actors and draft.reality.realis in ("happened", "ongoing"):
            struck = draft
        elif type_ in _HARM and struck and (following or not draft.actors) and draft.speakers == struck.speakers:
            others = tuple(p for p in struck.actors if all(p.name != t.name for t in draft.targets))
            if others:
                draft = replace(draft, actors=others, rules=(*draft.rules, "actor.same_deed"))
        yield draft


def _follows(draft: Draft, grammar_: Grammar) -> bool:
    """Whether the trigger is a participle that carries on the clause before it."""
    index = draft.trigger.first
    before = draft.words[index - 1].key if index else ""
    free = not grammar_.preposition(before) and not grammar_.verbal(before)
    return draft.words[index].key in grammar_.gerunds and free and index > 0


def by_nobody(drafts: Iterable[Draft], grammar_: Grammar) -> Iterator[Draft]:
    """Without the harm of disasters and accidents: what an earthquake or a gas leak does, no party did.

    A sentence that also tells of fighting keeps all ("shelling caused a gas explosion").
    """
    known = list(drafts)
    fought = any(d.trigger.payload.type in _FOUGHT or _did(d) for d in known)
    happened = bool(known) and not fought and bool(grammar_.accidents.find(known[0].words))
    yield from (d for d in known if not (happened and d.trigger.payload.type in _SUFFERED))


def _did(draft: Draft) -> bool:
    """Whether somebody is said to have struck, in a verb."""
    frame = draft.trigger.payload
    return frame.type in VIOLENT and frame.form == "verb" and bool(draft.actors)


def searched(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Without raids that are made to seize people, which is told beside them: "arrested ten in raids"."""
    known = list(drafts)
    seized = any(d.trigger.payload.type in ("detention", "abduction") for d in known)
    yield from (d for d in known if not (seized and d.trigger.payload.class_ == "search"))


def once(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each type and set of slots: "captured … taking control" tells one capture.

    The first one stays, unless a later one tells more by its class: "a demonstration turned into a riot".
    """
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = _told(draft)
        known = kept.setdefault(key, draft)
        if known.trigger.payload.class_ is None and draft.trigger.payload.class_:
            kept[key] = draft
    return list(kept.values())


def _told(draft: Draft) -> tuple[object, ...]:
    return (
        draft.trigger.payload.type, draft.reality.realis, draft.reality.phase,
        tuple(p.name for p in draft.actors), tuple(p.name for p in draft.places),
        tuple(p.name for p in draft.targets), draft.dated.when, draft.counts, draft.speakers,
    )  # fmt: skip
