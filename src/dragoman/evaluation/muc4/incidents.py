"""The incidents of a report, as MUC-4 parts them: by date, place, kind, perpetrator and target (definitions, 5.0).

Events that a ledger keeps apart for want of evidence are one incident here where nothing speaks against it: a report
goes on about the deed that it began with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dragoman.evaluation.muc4.phrases import Phrase, Seated, around, seated
from dragoman.evaluation.muc4.setlists import capitals, item, stem
from dragoman.evaluation.muc4.told import Told
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Published

TYPES: Mapping[str, str] = {
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
STAGES: Mapping[str, str] = {
    "happened": "ACCOMPLISHED",
    "ongoing": "ACCOMPLISHED",
    "failed": "ATTEMPTED",
    "planned": "THREATENED",
}
# Bombs from the air are an ATTACK, the set's documentation says.
_FROM_AFAR = frozenset({"airstrike", "shelling"})
_SET_FIRE = re.compile(r"\bSET\w*\b.* FIRE\b|\bCAUGHT FIRE\b")
RECENT = timedelta(days=62)
_LONGEST = timedelta(days=31)  # of one incident; what spans more sums up a campaign
_NEAR = 600  # characters between two tellings of what is likely one incident


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of violence with the phrases in its seats, and the kind of incident that its word tells."""

    claim: Claim
    seats: Seated
    type: str
    near: tuple[Phrase, ...] = ()

    @property
    def persons(self) -> frozenset[str]:
        """The words of the names of those who suffered it."""
        return frozenset(word for phrase in self.seats.sufferers for word in phrase.name.split())

    @property
    def heads(self) -> frozenset[str]:
        """The nouns for what suffered it."""
        return frozenset(stem(phrase.head) for phrase in self.seats.sufferers)


@dataclass(slots=True)
class Incident:
    """The tellings of one incident."""

    tellings: list[Telling]

    @property
    def claims(self) -> Sequence[Claim]:
        """Its claims."""
        return [telling.claim for telling in self.tellings]

    @property
    def type(self) -> str:
        """The type that a telling says; anything before the general ATTACK."""
        return next((one.type for one in self.tellings if one.type != "ATTACK"), "ATTACK")

    @property
    def persons(self) -> frozenset[str]:
        """The words of the names of those who suffered it."""
        return frozenset().union(*(one.persons for one in self.tellings))

    @property
    def heads(self) -> frozenset[str]:
        """The nouns for what suffered it."""
        return frozenset().union(*(one.heads for one in self.tellings))

    @property
    def end(self) -> int:
        """Where it was told last."""
        return max(one.claim.trigger.end for one in self.tellings)


def incidents(told: Told, knowledge: Knowledge) -> list[Incident]:
    """The incidents of a report, in its order."""
    found: list[Incident] = []
    for event in told.events:
        tellings = list(_tellings(told, event))
        if not tellings:
            continue
        new = Incident(tellings)
        fitting = [(merit, at) for at, one in enumerate(found) if (merit := _likeness(one, new, knowledge)) > 0]
        if fitting:
            found[max(fitting)[1]].tellings += new.tellings
        else:
            found.append(new)
    return found


def _tellings(told: Told, claims: Iterable[Claim]) -> Iterator[Telling]:
    """The claims that tell an incident in the report's own voice or in a quotation."""
    for claim in claims:
        if claim.voice == "comment" or claim.type not in TYPES or claim.realis not in STAGES:
            continue
        if claim.type == "threat" and "THREAT" not in capitals(claim.trigger.text):
            continue  # a warning of what may come
        if not _recent(claim, told.document.published) or not _specific(claim):
            continue
        tree = told.tree(claim)
        inverse = any(rule.endswith(".inverse") for rule in claim.rules)
        seats = seated(told.text, tree, claim.trigger.start, claim.trigger.end, inverse) if tree else Seated()
        near = tuple(around(told.text, tree, claim.trigger.start, claim.trigger.end)) if tree else ()
        yield Telling(claim, seats, _type(claim), near)


def _type(claim: Claim) -> str:
    """The kind of incident that a claim's own word says, else that of its type."""
    if claim.type in _FROM_AFAR:
        return TYPES[claim.type]
    if _SET_FIRE.search(capitals(claim.trigger.text)):
        return "ARSON"
    return item("incident", claim.trigger.text) or TYPES[claim.type]


def _recent(claim: Claim, published: Published) -> bool:
    """Whether the claim's days are within two months of the report's, or not known (definitions, 1.0)."""
    when = claim.when
    dated = when.basis in ("stated", "anchored") and when.end is not None and published.start is not None
    return not dated or when.end >= published.start - RECENT  # type: ignore[operator]


def _specific(claim: Claim) -> bool:
    """Whether one incident is told and not a sum over a period."""
    when = claim.when
    if any(count.cumulative for count in claim.counts):
        return False
    return when.basis == "unknown" or not when.start or not when.end or when.end - when.start <= _LONGEST


def _likeness(one: Incident, new: Incident, knowledge: Knowledge) -> int:
    """How much speaks for the two being one; 0 where something speaks against it."""
    if _same_victims(one, new):
        return 9
    if _apart(one, new, knowledge):
        return 0
    gap = min(one.claim.trigger.start for one in new.tellings) - one.end
    same_sentence = any(a.sentence.start == b.sentence.start for a in one.claims for b in new.claims)
    shared = 3 * bool(one.persons & new.persons) + 2 * bool(one.heads & new.heads)
    return shared + 2 * same_sentence + (gap < _NEAR) + (not new.heads and not new.persons)


def _apart(one: Incident, new: Incident, knowledge: Knowledge) -> bool:
    types = {one.type, new.type}
    special = types - {"ATTACK"}
    return (
        len(special) > 1
        or ("KIDNAPPING" in special and len(types) > 1 and one.heads.isdisjoint(new.heads))
        or _other_days(one, new)
        or _other_places(one, new, knowledge)
        or bool(one.persons and new.persons and one.persons.isdisjoint(new.persons) and not _one_breath(one, new))
    )


def _same_victims(one: Incident, new: Incident) -> bool:
    """Whether a person is named, or people are counted, whom both tell of as killed or taken: that happens once."""
    return not set(_victims(one)).isdisjoint(_victims(new))


def _victims(incident: Incident) -> Iterator[tuple[str, int]]:
    for telling in incident.tellings:
        if telling.claim.type in ("killing", "abduction"):
            for phrase in telling.seats.sufferers:
                if phrase.name:
                    yield phrase.name.split()[-1], 1
                elif phrase.low and phrase.low > 1 and phrase.low == phrase.high:
                    yield stem(phrase.head), phrase.low


def _one_breath(one: Incident, new: Incident) -> bool:
    return any(a.sentence.start == b.sentence.start for a in one.claims for b in new.claims)


def _other_days(one: Incident, new: Incident) -> bool:
    mine, theirs = list(_days(one)), list(_days(new))
    return bool(mine and theirs) and not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)


def _days(incident: Incident) -> Iterator[tuple[int, int]]:
    for claim in incident.claims:
        when = claim.when
        if "when:passage" not in claim.rules and when.basis in ("stated", "anchored") and when.start and when.end:
            yield when.start.toordinal(), when.end.toordinal()


def _other_places(one: Incident, new: Incident, knowledge: Knowledge) -> bool:
    mine, theirs = _places(one), _places(new)
    if not mine or not theirs:
        return False
    return not any(a == b or a in knowledge.within(b) or b in knowledge.within(a) for a in mine for b in theirs)


def _places(incident: Incident) -> frozenset[str]:
    return frozenset(
        place.id or capitals(place.name)
        for claim in incident.claims
        if "place.passage" not in claim.rules
        for place in claim.places
        if place.precision != "country"
    )
