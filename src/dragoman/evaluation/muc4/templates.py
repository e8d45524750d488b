"""The claims of a report as templates of MUC-4.

Claims of one event make one template. Told are happenings and threats of violence; what is denied, demanded or only
possible is not. By the task's definition of relevance (1.0) fighting between armed forces is left out, and so is an
attack on nothing that the claims name. Which item of a list a word stands for is `setlists.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dragoman.evaluation.muc4 import targets
from dragoman.evaluation.muc4.reading import Filler, Template
from dragoman.evaluation.muc4.setlists import capitals, item
from dragoman.evaluation.muc4.slots import (
    CATEGORY,
    CONFIDENCE,
    DATE,
    HUMAN_TYPE,
    INDIVIDUAL,
    LOCATION,
    ORGANIZATION,
    PHYSICAL,
    STAGE,
    TYPE,
)
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Party, Published, When, Where

_TYPES: Mapping[str, str] = {
    "attack": "ATTACK",
    "airstrike": "ATTACK",
    "shelling": "ATTACK",
    "chemical_attack": "ATTACK",
    "killing": "ATTACK",
    "injury": "ATTACK",
    "destruction": "ATTACK",
    "threat": "ATTACK",
    "bombing": "BOMBING",
    "suicide_attack": "BOMBING",
    "abduction": "KIDNAPPING",
}
_STAGES: Mapping[str, str] = {
    "happened": "ACCOMPLISHED",
    "ongoing": "ACCOMPLISHED",
    "failed": "ATTEMPTED",
    "planned": "THREATENED",
}
_STAGE_ORDER = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
# From the narrowest; what has no name in the list of places ("exact") is told by what contains it.
_PLACES = {"neighbourhood": "NEIGHBORHOOD", "town": "CITY", "district": "MUNICIPALITY", "province": "DEPARTMENT"}
_ARMED = frozenset({"ACTIVE MILITARY", "LAW ENFORCEMENT"})


def templates(
    message: str, published: Published, events: Iterable[Sequence[Claim]], knowledge: Knowledge
) -> list[Template]:
    """The templates of one report, numbered from 1; `events` are its claims, those of one event together.

    A report without any has one empty template, as the format asks for.
    """
    found = [fillers for claims in events if (fillers := _fillers(list(_told(claims)), published, knowledge))]
    numbered = [Template(message, number, fillers) for number, fillers in enumerate(found, start=1)]
    return numbered or [Template(message, None, {})]


def _told(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that tell an incident in the report's own voice or in a quotation."""
    return (c for c in claims if c.voice != "comment" and c.type in _TYPES and c.realis in _STAGES)


def _fillers(claims: Sequence[Claim], published: Published, knowledge: Knowledge) -> dict[int, tuple[Filler, ...]]:
    """The slots of one incident that are not empty; none at all where it is not relevant."""
    if not claims:
        return {}
    type_ = _type(claims)
    slots = {
        DATE: _one(_date([claim.when for claim in claims], published)),
        LOCATION: _one(_location([place for claim in claims for place in claim.places], knowledge)),
        TYPE: _one(type_),
        STAGE: _one(_stage(claims)),
        **_perpetrators(claims),
        **targets.fillers(claims, kidnapping=type_ == "KIDNAPPING"),
    }
    return {slot: found for slot, found in slots.items() if found} if _relevant(type_, slots) else {}


def _one(value: str | None) -> tuple[Filler, ...]:
    return (Filler((value,)),) if value else ()


def _relevant(type_: str, slots: Mapping[int, tuple[Filler, ...]]) -> bool:
    """Whether the incident has a target that is not armed, or is of a kind that says what it was."""
    kinds = {filler.values[0] for filler in slots.get(HUMAN_TYPE, ())}
    if slots.get(PHYSICAL) or kinds - _ARMED:
        return True
    return not kinds and type_ != "ATTACK"


def _type(claims: Sequence[Claim]) -> str:
    """The type that a claim's own word says, else that of its kind; anything before the general ATTACK."""
    said = [item("incident", claim.trigger.text) or _TYPES[claim.type] for claim in claims]
    return next((type_ for type_ in said if type_ != "ATTACK"), "ATTACK")


def _stage(claims: Sequence[Claim]) -> str:
    stages = {"THREATENED" if claim.type == "threat" else _STAGES[claim.realis] for claim in claims}
    return next(stage for stage in _STAGE_ORDER if stage in stages)


def _date(days: Sequence[When], published: Published) -> str | None:
    """The first stated day or days; else all days up to the day of the report, which is the task's default."""
    for when in days:
        if when.basis in ("stated", "anchored") and when.end:
            if when.start is None:
                return f"- {_day(when.end)}"
            return _day(when.end) if when.start == when.end else f"{_day(when.start)} - {_day(when.end)}"
    return f"- {_day(published.end)}" if published.end else None


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def _location(places: Sequence[Where], knowledge: Knowledge) -> str | None:
    """A country and the narrowest place in it that has a kind, as `COUNTRY: NAME (CITY)`; the country alone else."""
    known = [(place.id, place) for place in places if place.id and place.precision != "unresolved"]
    order = [*_PLACES, "exact", "country"]
    for place_id, place in sorted(known, key=lambda pair: order.index(pair[1].precision)):
        country = knowledge.country(place_id)
        if country is None:
            continue
        name = capitals(knowledge.places[country].name)
        kind = _PLACES.get(place.precision)
        return f"{name}: {capitals(place.name)} ({kind})" if kind else name
    return None


def _perpetrators(claims: Sequence[Claim]) -> dict[int, tuple[Filler, ...]]:
    """Persons, organizations and how surely each of these did it, and the category of the incident."""
    acting: dict[str, tuple[Party, Claim]] = {}
    for claim in claims:
        for party in claim.actors:
            acting.setdefault(capitals(party.text), (party, claim))
    persons = [name for name in acting if item("perpetrator", name) == "individual"]
    bodies = [name for name in acting if name not in persons]
    state = any(targets.is_state(name) for name in acting)
    category = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
    return {
        CATEGORY: _one(category if acting else None),
        INDIVIDUAL: tuple(Filler((name,)) for name in persons),
        ORGANIZATION: tuple(Filler((name,)) for name in bodies),
        CONFIDENCE: tuple(Filler((_confidence(*acting[name]),), (name,)) for name in bodies),
    }


def _confidence(party: Party, claim: Claim) -> str:
    """By the task's decision tree: the perpetrator's own word, then a doubt or an accusation and whose it is."""
    speakers = claim.attribution
    if any((one.id or one.name) == (party.id or party.name) and one.stance != "denies" for one in speakers):
        return "CLAIMED OR ADMITTED"
    accusers = [one for one in speakers if one.stance == "accuses"]
    if any(item("speaker", one.name) for one in accusers):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    if accusers or "hearsay" in claim.flags or any(one.stance == "hopes" for one in speakers):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"
