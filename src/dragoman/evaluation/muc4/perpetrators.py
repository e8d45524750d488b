"""Who did it, as MUC-4 writes it: persons, organizations, and how surely each of these did."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.evaluation.muc4.incidents import Incident
from dragoman.evaluation.muc4.phrases import Phrase
from dragoman.evaluation.muc4.reading import Filler
from dragoman.evaluation.muc4.setlists import capitals, item, words_of
from dragoman.evaluation.muc4.slots import CATEGORY, CONFIDENCE, INDIVIDUAL, ORGANIZATION
from dragoman.evaluation.muc4.told import Told
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim

_REACH = 1200  # characters behind an incident in which a report says whose deed it was
_ARMED = frozenset({"rebel", "jihadist", "militia"})
_GROUPS = _ARMED | {"political", "military", "police", "government", "ministry", "coalition"}


def fillers(incident: Incident, told: Told, knowledge: Knowledge) -> dict[int, tuple[Filler, ...]]:
    """The perpetrators' slots and the category of the incident."""
    persons = dict.fromkeys(
        phrase.text for telling in incident.tellings for phrase in telling.seats.doers if _is_person(phrase)
    )
    bodies = dict(_acting(incident, told, knowledge)) or dict(_answering(incident, told, knowledge))
    if persons and not bodies:
        bodies = dict(_only(told, knowledge))
    state = any(is_state(name) for name in (*persons, *bodies))
    category = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
    return {
        CATEGORY: (Filler((category,)),) if persons or bodies else (),
        INDIVIDUAL: tuple(Filler((name,)) for name in persons),
        ORGANIZATION: tuple(Filler((name,)) for name in bodies),
        CONFIDENCE: tuple(Filler((value,), (name,)) for name, value in bodies.items()),
    }


def is_state(name: str) -> bool:
    """Whether words name a state's forces or government."""
    return any(item("perpetrator", word) == "state" for word in words_of(name))


def _is_person(phrase: Phrase) -> bool:
    return item("perpetrator", phrase.description) == "individual"


def _acting(incident: Incident, told: Told, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The organizations in the phrase of who does it, and the armed groups that act in a claim; with how surely."""
    known: set[str] = set()
    for telling in incident.tellings:
        claim = telling.claim
        spans = [(phrase.start, phrase.end, _GROUPS) for phrase in telling.seats.doers]
        spans += [(party.start, party.end, _ARMED) for party in claim.actors]
        for start, end, kinds in spans:
            for actor, name in _named(told.text[start:end], kinds, knowledge):
                if actor not in known:
                    known.add(actor)
                    yield name, _confidence(actor, claim)


def _answering(incident: Incident, told: Told, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The armed groups of the sentences from the incident on that say whose deed it is, or who is thought to be."""
    start = min(telling.claim.sentence.start for telling in incident.tellings)
    for first, last in told.sentences:
        sentence = told.document.text[first:last]
        if start <= first <= incident.end + _REACH and (said := item("doubt", sentence)):
            known = dict(_named(told.text[first:last], _ARMED, knowledge))
            if known:
                yield from ((name, _by_whom(said, sentence)) for name in list(known.values())[:1])
                return


def _only(told: Told, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The armed group of a report that names no other: its guerrillas are that group's."""
    known = dict(_named(told.text, _ARMED, knowledge))
    if len(known) == 1:
        yield from ((name, "REPORTED AS FACT") for name in known.values())


def _named(text: str, kinds: frozenset[str], knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The organizations of some kinds that a text names, by id, without their members."""
    for name in knowledge.names(text, "en"):
        actor = next((knowledge.actors[one] for one in name.actors), None)
        if actor and not actor.generic and actor.kind in kinds and not name.places:
            words = capitals(name.text).split()
            while len(words) > 1 and item("perpetrator", words[-1]) == "individual":
                words.pop()
            yield actor.id, " ".join(words)


def _confidence(actor: str, claim: Claim) -> str:
    """By the task's decision tree: the perpetrator's own word, then a doubt or an accusation and whose it is."""
    if any(one.id == actor and one.stance != "denies" for one in claim.attribution):
        return "CLAIMED OR ADMITTED"
    said = item("doubt", claim.sentence.text)
    doubted = any(one.stance in ("accuses", "hopes") for one in claim.attribution) or "hearsay" in claim.flags
    if said is None and not doubted:
        return "REPORTED AS FACT"
    return _by_whom(said or "SUSPECTED OR ACCUSED", claim.sentence.text)


def _by_whom(said: str, sentence: str) -> str:
    """A suspicion with whose it is."""
    if said == "SUSPECTED OR ACCUSED" and item("speaker", sentence):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return said
