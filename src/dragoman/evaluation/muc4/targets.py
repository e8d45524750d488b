"""The targets of an incident as slots of MUC-4: what each is, how many, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.evaluation.muc4.incidents import Incident, Telling
from dragoman.evaluation.muc4.phrases import Phrase, names_in
from dragoman.evaluation.muc4.reading import Filler
from dragoman.evaluation.muc4.setlists import item, stem, words_of
from dragoman.evaluation.muc4.slots import (
    DESCRIPTION,
    HUMAN_EFFECT,
    HUMAN_NUMBER,
    HUMAN_TYPE,
    NAME,
    PHYSICAL,
    PHYSICAL_EFFECT,
    PHYSICAL_NUMBER,
    PHYSICAL_TYPE,
)
from dragoman.evaluation.muc4.told import Told
from dragoman.model import Claim, Count

_HARM = {"killed": "DEATH", "injured": "INJURY"}
_TYPED_HARM = {"killing": "DEATH", "injury": "INJURY"}
# Nouns for persons by their endings ("missionaries", "vendors"), and what kind of target harm befalls.
_ACTING = re.compile(r"(?:ER|OR|IST|MAN|MEN|ARY|ARIE|ANT|ENT|IAN|EE|ESS)S?$")
_KINDS = {"killing": "human", "injury": "human", "abduction": "human"}
_PASSED = frozenset({"TRANSPORTATION ROUTE", "TRANSPORTATION FACILITY", "COMMUNICATIONS"})
_BY = 60  # characters behind a word of harm within which its victim is named
_ARMED = frozenset({"ACTIVE MILITARY", "LAW ENFORCEMENT"})
_FORMER = frozenset({"FORMER", "RETIRED", "EX"})
_PLURALS = frozenset({"PEOPLE", "MEN", "WOMEN", "CHILDREN", "POLICE", "POLICEMEN", "NEWSMEN"})
# General words for those whom a report tells of by others, too.
_NEUTRAL = frozenset({"MEMBER", "GROUP", "NUMBER", "PAIR", "COUPLE", "DOZEN", "TOTAL", "OTHER", "LOT", "SERIE"})
_GENERAL = frozenset(
    {
        "PEOPLE",
        "CIVILIAN",
        "POPULATION",
        "CITIZEN",
        "INHABITANT",
        "RESIDENT",
        "PERSON",
        "VICTIM",
        "CASUALTY",
        "CASUALTIE",
        "DEAD",
        "WOUNDED",
        "INJURED",
        "MEN",
        "MAN",
    }
)


# Words for who suffers beside the one that is meant.
_ALONG = frozenset(
    [
        *(
            "DRIVER",
            "BODYGUARD",
            "GUARD",
            "ESCORT",
            "WIFE",
            "HUSBAND",
            "SON",
            "DAUGHTER",
            "MOTHER",
            "FATHER",
            "BROTHER",
        ),
        *("BROTHER", "SISTER", "NIECE", "NEPHEW", "CHILD", "WOMAN", "GIRL", "BOY", "MAID", "PASSERBY", "PASSENGER"),
        *("POLICEMAN", "SOLDIER", "COMPANION", "SECRETARY", "PERSON", "EMPLOYEE", "WATCHMAN", "PILOT", "COOK"),
    ]
)
_OTHERS = frozenset({"PERSON", "VICTIM", "CASUALTY", "CASUALTIE", "DEAD", "WOUNDED", "INJURED"})


@dataclass(frozen=True, slots=True)
class Target:
    """One target: a person's name or none, the words that describe it, how many, and what became of it."""

    name: str
    description: str
    number: str
    effect: str | None
    head: str = ""
    kind: str = ""  # what it is where the lists do not have its noun: "human" or "physical"

    @property
    def tag(self) -> str:
        """What the other slots call it by: the name, else the description."""
        return self.name or self.description


def targets(incident: Incident, told: Told) -> list[Target]:
    """Who and what suffered an incident, each once, persons by the fullest name that the report has."""
    names = {name for tree in told.trees for name in names_in(told.text, tree)}
    return _distinct(replace(one, name=_fullest(one.name, names)) for one in _targets(incident.tellings))


def _fullest(name: str, names: Iterable[str]) -> str:
    own = set(name.split())
    return max((one for one in names if own and own <= set(one.split())), key=lambda one: (len(one), one), default=name)


def fillers(incident: Incident, found: Sequence[Target]) -> dict[int, tuple[Filler, ...]]:
    """The slots of physical and human targets; a kidnapping has no physical ones."""
    things = [t for t in found if is_thing(t) and incident.type != "KIDNAPPING"]
    persons = [t for t in found if is_person(t)]
    return {
        PHYSICAL: tuple(Filler((t.tag,)) for t in things),
        PHYSICAL_TYPE: tuple(Filler((physical_type(t.tag),), (t.tag,)) for t in things),
        PHYSICAL_NUMBER: tuple(Filler((t.number,), (t.tag,)) for t in things),
        PHYSICAL_EFFECT: tuple(Filler((t.effect,), (t.tag,)) for t in things if t.effect),
        NAME: tuple(Filler((t.name,)) for t in persons if t.name),
        DESCRIPTION: tuple(Filler((t.description,), (t.name,) if t.name else ()) for t in persons if t.description),
        HUMAN_TYPE: tuple(Filler((human_type(t.description),), (t.tag,)) for t in persons),
        HUMAN_NUMBER: tuple(Filler((t.number,), (t.tag,)) for t in persons),
        HUMAN_EFFECT: tuple(Filler((t.effect,), (t.tag,)) for t in persons if t.effect),
    }


def is_thing(target: Target) -> bool:
    """Whether a target is physical: the last listed word of its head is a thing's and no person's."""
    return not target.name and _kind(target) == "physical"


def is_person(target: Target) -> bool:
    """Whether a target is a person or people: one with a name, or one whose head is a word for people."""
    return bool(target.name) or _kind(target) == "human"


def _kind(target: Target) -> str | None:
    """What the noun at the head is; of "members of the council" and the like, what the rest is."""
    if stem(target.head) in _NEUTRAL:
        return next((table for table in ("human", "physical") if item(table, target.description)), None)
    listed = next((table for table in ("human", "physical") if item(table, target.head)), None)
    return listed or target.kind or None


def is_military(target: Target) -> bool:
    """Whether a target belongs to armed forces or is one of their members."""
    if is_person(target):
        return human_type(target.description) in _ARMED
    return item("military", target.description) is not None


def is_vague(target: Target) -> bool:
    """Whether a target is people in general, unnamed and uncounted."""
    return not target.name and not target.number[:1].isdigit() and stem(target.head) in _GENERAL


def physical_type(description: str) -> str:
    """The kind of a physical target: the head's, else that of a word with a kind of its own ("electric facilities")."""
    kinds = [kind for word in reversed(words_of(description)) if (kind := item("physical", word))]
    said = item("physical", description) or "OTHER"
    return said if said != "OTHER" else next((kind for kind in kinds if kind != "OTHER"), "OTHER")


def human_type(description: str) -> str:
    """The kind of a human target; who is not known to be anything else is a civilian."""
    kind = item("human", description) or "CIVILIAN"
    former = f"FORMER {kind}"
    held = former in ("FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY") and _FORMER & set(words_of(description))
    return former if held else kind


def _targets(tellings: Iterable[Telling]) -> Iterator[Target]:
    """Who and what sits in the seats of those who suffered it; where nobody does, what stood there, or stands near."""
    for telling in tellings:
        claim = telling.claim
        for target in _seated(telling):
            yield replace(target, effect=_damage(claim) if is_thing(target) else _TYPED_HARM.get(claim.type))


def _seated(telling: Telling) -> list[Target]:
    """The targets in the seats; else what stood at the site of a strike; else who or what is named right by."""
    claim, seats = telling.claim, telling.seats
    found = [target for phrase in seats.sufferers if _is_any(target := _target(phrase, claim.counts, claim.type))]
    if found:
        return found
    harm = claim.type in _TYPED_HARM or telling.type == "KIDNAPPING"
    doers = {phrase.start for phrase in seats.doers}
    near = [phrase for phrase in telling.near if phrase.start not in doers]
    if harm:
        after = [phrase for phrase in near if 0 <= phrase.start - claim.trigger.end <= _BY]
        return [target for phrase in after if is_person(target := _target(phrase, claim.counts))][:1]
    found = [target for phrase in (*seats.sites, *near) if _is_site(target := _target(phrase, claim.counts))]
    return found[: max(1, len(seats.sites))]


def _is_site(target: Target) -> bool:
    """Whether a thing near a strike may be what was struck: no road, and no station that tells of it."""
    return is_thing(target) and physical_type(target.description) not in _PASSED


def _target(phrase: Phrase, counts: Sequence[Count], type_: str = "") -> Target:
    """A phrase as a target; what harm of a type befell tells what an unlisted noun is."""
    kind = _KINDS.get(type_, "") if phrase.read and _ACTING.search(phrase.head) else ""
    return Target(phrase.name, phrase.description, _number(phrase, counts), None, phrase.head, kind)


def _is_any(target: Target) -> bool:
    return is_thing(target) or is_person(target)


def _distinct(targets: Iterable[Target]) -> list[Target]:
    """The targets, each once: a name by its fullest form, a description by its head; general words give way."""
    found: list[Target] = []
    for target in targets:
        at = next((at for at, one in enumerate(found) if _same(one, target)), None)
        if at is None:
            found.append(target)
        else:
            found[at] = _joined(found[at], target)
    found = _with_roles(found)
    special = [one for one in found if one.name or _head(one) not in _OTHERS]
    return special or found


def _with_roles(found: Sequence[Target]) -> list[Target]:
    """Where one person is named, another single one is the same by his role, unless the word is for who goes along."""
    named = [one for one in found if one.name]
    roles = [one for one in found if not one.name and one.number == "1" and is_person(one) and not _goes_along(one)]
    if len(named) != 1 or not roles:
        return list(found)
    (person,) = named
    whole = replace(person, description=person.description or roles[0].description)
    return [whole if one is person else one for one in found if one not in roles]


def _goes_along(target: Target) -> bool:
    return stem(target.head) in _ALONG


def _same(one: Target, other: Target) -> bool:
    if one.name and other.name:
        mine, theirs = set(one.name.split()), set(other.name.split())
        return mine <= theirs or theirs <= mine
    if one.name or other.name:
        return (
            bool(one.description and other.description)
            and _head(one) == _head(other)
            and one.number == other.number == "1"
        )
    return _head(one) == _head(other)


def _head(target: Target) -> str:
    return stem(target.head)


def _joined(one: Target, other: Target) -> Target:
    name = max(one.name, other.name, key=len)
    description = one.description or other.description
    number = one.number if one.number.isdigit() or not other.number.isdigit() else other.number
    effects = (one.effect, other.effect)
    effect = "DEATH" if "DEATH" in effects else one.effect or other.effect
    return Target(name, description, number, effect, one.head, one.kind)


def _number(phrase: Phrase, counts: Sequence[Count]) -> str:
    if phrase.name:
        return "1"
    low, high = phrase.low, phrase.high
    if low is None and not phrase.plural:
        count = next((c for c in counts if c.start < phrase.end and phrase.start < c.end), None)
        low, high = (count.low, count.high) if count else (None, None)
    if low is None:
        several = phrase.head in _PLURALS or (stem(phrase.head) != phrase.head and _is_listed(phrase.head))
        return "PLURAL" if phrase.plural or several else "1"
    if high is None:
        return f"{low} -"
    return str(low) if low == high else f"{low} - {high}"


def _is_listed(word: str) -> bool:
    return (item("human", word) or item("physical", word)) is not None


def _damage(claim: Claim) -> str | None:
    return item("damage", claim.trigger.text) or ("DESTROYED" if claim.type == "destruction" else None)
