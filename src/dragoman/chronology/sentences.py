"""One sentence for an event, made from its slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.chronology import templates
from dragoman.chronology.days import Days
from dragoman.chronology.naming import Naming
from dragoman.chronology.numbers import Number, Numbers, told
from dragoman.chronology.phrases import Phrase, fixed
from dragoman.chronology.places import Places
from dragoman.chronology.sums import Sum
from dragoman.chronology.templates import Slot
from dragoman.chronology.wording import Wording
from dragoman.model import Claim, Event, Named, Party
from dragoman.vocabulary import event_type

# How an event is told: as what happened, or as what its claims say of it besides.
Mode = Literal["told", "planned", "ongoing", "failed", "ended"]

# What a type counts by itself: "12 civilians were killed" needs no other sentence.
_OWN_COUNT = {
    "killing": "killed", "injury": "injured", "detention": "detained", "displacement": "displaced",
    "besieged": "besieged", "siege": "besieged",
}  # fmt: skip
# What can be done to human beings alone.
_OF_PEOPLE = frozenset({"killing", "injury", "detention", "abduction", "displacement"})


@dataclass(frozen=True, slots=True)
class Slots:
    """The phrases of one event, by the letters of the templates."""

    phrases: Mapping[str, Slot]
    stand_ins: Mapping[str, Slot]

    def get(self, name: str) -> Slot:
        """The phrase of a slot; X is the place or, without one, who suffered it."""
        if name[:1] == "X":
            return self.phrases.get("O") or self.phrases.get("T")
        return self.phrases.get(name if name.islower() else name[:1])

    def case(self, name: str) -> str:
        """Who suffers it and the place itself are objects, all others subjects."""
        return "accusative" if name[:1] in "TOX" else "nominative"

    def default(self, name: str) -> Slot:
        """A place that is not named for the place itself, nothing for where it was."""
        letter = name[:1]
        return self.stand_ins.get("O" if letter == "X" else letter)


class Sentences:
    """Events as sentences of one language."""

    def __init__(self, wording: Wording, naming: Naming, places: Places, numbers: Numbers) -> None:
        self._wording = wording
        self._naming = naming
        self._places = places
        self._numbers = numbers
        self._days = Days(wording)
        self._stems: Mapping[str, str] = wording.words.get("stems", {})

    def of(self, event: Event, claims: Sequence[Claim], voice: Named | None, sums: Sequence[Sum] = ()) -> str:
        """The sentence of an event; `voice` is whose word alone it is, where it is not the outlet's own, and `sums`
        are told where it has no numbers.
        """
        mode = mode_of(claims)
        counts: dict[str, Number] = {**told(event.counts), **told(sums)}
        own = _own(event, counts, mode)
        there = own.places if isinstance(own, Sum) else event.places
        whole, event = event, undisputed(replace(event, places=there))
        slots = self._slots(event)
        sentence = self._counted(event, own, slots) if own is not None else self._told(event, mode, slots)
        for count in counts.values():
            if count is not own:
                counted = self._happened(count, where=self._elsewhere(count, whole))
                sentence = self._frame("and_count", sentence=sentence, count=counted)
        if voice is not None:
            sentence = self._according(event, sentence, voice)
        return f"{sentence[:1].upper()}{sentence[1:]}."

    def _according(self, event: Event, sentence: str, voice: Named) -> str:
        """The sentence with whose word it is; who makes a statement need not be named again."""
        own = voice.id is not None and [actor.id for actor in event.actors] == [voice.id]
        if own and not event_type(event.type).material:
            return sentence
        frame = "own" if own and not self._naming.is_person(voice) else "according"
        return self.said(self._wording.frame(frame), self._naming.party(voice), sentence=sentence)

    def said(self, frame: str, voice: Phrase, **words: Slot) -> str:
        """What is said with whose word it is."""
        return self._fill(frame, self._with(None, S=voice, **words))

    def _told(self, event: Event, mode: Mode, slots: Slots) -> str:
        table = self._wording.types[event.type]
        if mode == "ended" or (mode == "failed" and table.get("quiet")) or (mode == "planned" and mode not in table):
            return self._of_noun(table["noun"], f"{mode}_noun", slots)
        own = table.get(mode) if mode in ("planned", "ongoing") else None
        road = table.get("road") if self._places.are_roads(event.places) else None
        sentence = self._chosen(own or road or table, slots)
        if mode == "failed":
            return self._frame("failed", sentence=sentence)
        lasting = event_type(event.type).lasting
        return self._frame("ongoing", sentence=sentence) if mode == "ongoing" and not own and not lasting else sentence

    def _chosen(self, table: Mapping[str, Any], slots: Slots) -> str:
        """The template that tells most of what is known, and in brackets who is not in it."""
        template = next(template for template in _candidates(table, slots) if templates.fillable(template, slots))
        sentence = self._fill(template, slots)
        letters = templates.named(template, slots)
        said = "T" in letters or "B" in letters or ("X" in letters and slots.get("O") is None)
        return sentence + self._concerned(slots, slots.get("C") if said else slots.get("E"))

    def _counted(self, event: Event, count: Number, slots: Slots) -> str:
        """Who was killed and how many, with whoever did it."""
        if slots.get("A") is not None:
            number = self._numbers.counted(count).nominative + self._over(count)
            return self._frame("among", sentence=self._told(event, "told", slots), count=number)
        sentence = self._happened(count, where=slots.get("P"))
        others = self._naming.parties(party for party in event.targets if party.id != count.who)
        return sentence + self._concerned(slots, others)

    def _happened(self, count: Number, where: Slot) -> str:
        slots = self._with(K=self._numbers.counted(count), P=where)
        return self._fill(self._numbers.happened(count), slots) + self._over(count)

    def _over(self, count: Number) -> str:
        """In brackets that a number is a sum."""
        return f" ({self.total(count)})" if isinstance(count, Sum) else ""

    def total(self, count: Sum) -> str:
        """The days of a sum, and whose it is."""
        days, voices = self._days.total(count.since, count.until), self._naming.parties(count.voices)
        return days if voices is None else self.said(self._wording.frame("according"), voices, sentence=days)

    def _elsewhere(self, count: Number, event: Event) -> Slot:
        """Where a sum was counted, if not where the event was."""
        known = {(where.id, where.name) for where in event.places}
        if not isinstance(count, Sum) or {(where.id, where.name) for where in count.places} <= known:
            return None
        return _spaced(self._places.inside(count.places))

    def _concerned(self, slots: Slots, parties: Slot) -> str:
        """Who is named besides, in brackets."""
        return "" if parties is None else self._fill(self._wording.frame("concerned"), self._with(slots, C=parties))

    def _of_noun(self, noun: str, frame: str, slots: Slots) -> str:
        name, _, group = noun.partition("|")
        gender: Any = group[:1] if group[:1] in ("m", "f", "n") else "m"
        phrase = fixed(name, plural=group.endswith("p"), gender=gender)
        return self._fill(self._wording.frame(frame).replace("{noun}", "{N}"), self._with(slots, N=phrase))

    def _slots(self, event: Event) -> Slots:
        named = self._places.named(event.places)
        harmed = [(party, self._harmed(event, party)) for party in event.targets]
        return self._with(
            A=self._naming.parties(event.actors),
            T=self._naming.joined(phrase for _, phrase in harmed if phrase is not None),
            C=self._naming.parties(party for party, phrase in harmed if phrase is None),
            E=self._naming.parties(event.targets),
            B=self._naming.parties((*event.actors, *event.targets)),
            P=_spaced(self._places.inside(event.places)),
            F=_spaced(self._places.outside(event.places)),
            O=self._places.whole(event.places),
            L=self._frame("named_place", place=named) if named else None,
        )

    def _harmed(self, event: Event, party: Party) -> Phrase | None:
        """Who suffers an event: of a body that is killed its members; None who can only stand in brackets."""
        return self._naming.members(party) if event.type in _OF_PEOPLE else self._naming.party(party)

    def _with(self, slots: Slots | None = None, **phrases: Slot) -> Slots:
        stand_ins: dict[str, Slot] = {"O": self._places.unnamed, "P": "", "F": "", "L": ""}
        return Slots({**(slots.phrases if slots else {}), **phrases}, stand_ins)

    def _frame(self, name: str, **words: str) -> str:
        frame = self._wording.frame(name)
        for word, value in words.items():
            frame = frame.replace(f"{{{word}}}", value)
        return frame

    def _fill(self, template: str, slots: Slots) -> str:
        sentence = templates.filled(template, slots, self._stems)
        for long, short in self._wording.names.get("contractions", {}).items():
            sentence = sentence.replace(f" {long} ", f" {short} ")
        return sentence


def _own(event: Event, counts: Mapping[str, Number], mode: Mode) -> Number | None:
    """The number that is the event itself, where it is told as what happened; a sum always is."""
    count = counts.get(_OWN_COUNT.get(event.type, ""))
    return count if isinstance(count, Sum) or mode in ("told", "ended") else None


def undisputed(event: Event) -> Event:
    """A contested event without the parties and places on which its voices differ: the remarks below tell those."""
    if event.grade != "contested":
        return event
    disputed = {
        one.field: {name for reading in one.values for name in reading.value.split(", ")} for one in event.disagreements
    }
    doers = disputed.get("actors", set())
    # Where both do the same, their names stand together in a disagreement on who did it.
    sufferers = disputed.get("targets", set()) | (doers if event_type(event.type).mutual else set())
    actors = tuple(one for one in event.actors if one.name not in doers)
    targets = tuple(one for one in event.targets if one.name not in sufferers)
    places = tuple(one for one in event.places if one.name not in disputed.get("places", ()))
    return replace(event, actors=actors, targets=targets, places=places)


def mode_of(claims: Iterable[Claim]) -> Mode:
    """What all claims that do not deny the event say of it."""
    asserted = [claim for claim in claims if not denies(claim)]
    modes = {_mode(claim) for claim in asserted}
    return modes.pop() if len(modes) == 1 else "told"


def denies(claim: Claim) -> bool:
    """Whether the claim says that it was not so."""
    return claim.realis == "denied" or bool(claim.attribution and claim.attribution[-1].stance == "denies")


def _mode(claim: Claim) -> Mode:
    if claim.realis == "planned":
        return "planned"
    if claim.realis == "failed":
        return "failed"
    if claim.phase == "end" and event_type(claim.type).end is None:
        return "ended"
    return "ongoing" if claim.realis == "ongoing" else "told"


def _candidates(table: Mapping[str, Any], slots: Slots) -> list[str]:
    """The templates that may be used, the one that tells most first."""
    acts, suffers = slots.get("A") is not None, slots.get("T") is not None
    if "both" in table and acts and suffers:
        keys = ["both", "active"]
    elif acts:
        keys = ["active", "alone"] if suffers else ["alone", "active"]
    elif suffers:
        keys = ["passive"]
    else:
        keys = []
    return [table[key] for key in (*keys, "bare") if key in table]


def _spaced(words: str | None) -> str | None:
    return f" {words}" if words else None
