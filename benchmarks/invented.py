"""An invented war over the real places and parties of the `syria` pack: claims of which it is known what they tell.

Every day some happenings begin, most of them told once or twice, few in thirty reports. Each telling says them in other
words, now and then in copied ones; with other numbers, a coarser place or none, the day of publication for want of a
better one, a vague or a wrong day, or as a denial. Sieges are told of for months. More claims are more days, not more
claims a day: 10,000 are a month of the war, a million eight years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import (
    NO_DAY,
    Claim,
    Count,
    Document,
    Party,
    Published,
    Span,
    Speaker,
    When,
    Where,
    short_id,
)

BEGIN = date(2012, 1, 1)
HAPPENINGS = 104  # a day; some 340 claims in 23 reports
# How often a happening is told, and how many in a hundred are.
TELLINGS = {1: 55, 2: 20, 3: 10, 5: 6, 8: 4, 12: 2, 18: 2, 30: 1}
SIEGE_TELLINGS, SIEGE_DAYS = 24, 150
LAGS = {0: 60, 1: 30, 2: 10}  # days from a happening to a report of it
REPORT = 15  # claims in a report

# Types, how many in a hundred there are of each, and the words that tell them.
TYPES = {
    "airstrike": (18, ("bombed", "struck from the air", "carried out raids on", "targeted with warplanes")),
    "shelling": (18, ("shelled", "fired shells at", "pounded", "rained rockets on")),
    "attack": (18, ("attacked", "stormed positions in", "assaulted", "launched an attack on")),
    "clash": (10, ("fought around", "clashed in", "traded fire in", "battled over")),
    "bombing": (8, ("blew up a car in", "detonated a bomb in", "set off a blast in")),
    "capture": (8, ("captured", "seized", "took full control of", "overran")),
    "withdrawal": (3, ("withdrew from", "pulled out of", "left")),
    "siege": (0.3, ("besieged", "tightened the siege of", "kept surrounding", "blockaded")),
    "ceasefire": (2, ("agreed to a truce in", "declared a pause in", "signed a ceasefire for")),
    "aid_delivery": (3, ("brought food into", "delivered medicine to", "sent a relief convoy to")),
    "abduction": (3, ("kidnapped residents of", "abducted men in", "took hostages in")),
    "evacuation": (3, ("evacuated families from", "bused people out of", "brought the wounded out of")),
    "protest": (4, ("marched in", "demonstrated in", "rallied in")),
    "statement": (2, ("spoke of the situation in", "commented on events in")),
}
DEADLY = frozenset({"airstrike", "shelling", "attack", "clash", "bombing"})
DENIED = frozenset({"airstrike", "shelling", "capture", "bombing"})
SIDES = ("government", "opposition", "islamic-state", "kurdish")
ARMED = frozenset({"military", "rebel", "jihadist", "militia", "government"})
CIVIL = ("civilians", "residents")
DEATHS = ("killing {n} {whom}", "leaving {n} {whom} dead", "in which {n} {whom} lost their lives", "{n} {whom} died")
OPENINGS = ("On {day}", "Early on {day}", "Late on {day}", "In the night to {day}", "Local sources: on {day}", "{day}:")
ENDINGS = (
    "as fighting in the area went on for another week",
    "while medics called for help from neighbouring towns",
    "according to people who live near the main road",
    "after several quiet days along that stretch of the front",
    "and smoke was seen rising over the northern outskirts",
    "witnesses reached over a poor telephone line recounted",
    "the circumstances remained unclear until the evening hours",
    "although earlier accounts had spoken of a smaller incident",
    "which has changed hands more than once since the spring",
    "as schools and bakeries stayed shut for fear of more",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """What came to pass: `number` is the truth that linking is measured against."""

    number: int
    type: str
    day: int
    place: str
    doer: str
    sufferer: str
    killed: int


@dataclass(frozen=True, slots=True)
class Told:
    """One telling that waits for its report; `denied` by the doer's side."""

    happening: Happening
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A document, its claims, and of each claim the number of the happening that it tells."""

    document: Document
    claims: tuple[Claim, ...]
    truth: tuple[int, ...]


class War:
    """The same claims for the same seed, report by report in the order of their days, without end."""

    def __init__(self, knowledge: Knowledge, seed: int = 7) -> None:
        self._dice = Random(seed)
        self._knowledge = knowledge
        self._places = sorted(self._syrian(), key=lambda key: (-knowledge.places[key].population, key))
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(len(self._places))))
        self._bodies = {side: self._armed(side) for side in SIDES}
        self._outlets = tuple(sorted(k for k, a in knowledge.actors.items() if a.kind in ("outlet", "agency")))
        self._speakers = {side: self._speaking(side) for side in (*SIDES, "neutral")}
        self._due: dict[int, list[Told]] = defaultdict(list)
        self._said: dict[int, str] = {}
        self._begun = 0

    def reports(self) -> Iterator[Report]:
        """Every report with its claims."""
        day = 0
        while True:
            for _ in range(HAPPENINGS):
                self._begin(day)
            due = self._due.pop(day, [])
            self._dice.shuffle(due)
            for first in range(0, len(due), REPORT):
                yield self._report(day, first, due[first : first + REPORT])
            day += 1

    def _begin(self, day: int) -> None:
        """A happening of the day, and when it will be told."""
        dice = self._dice
        kind = self._drawn({name: share for name, (share, _) in TYPES.items()})
        doer, sufferer = dice.sample(SIDES, 2)
        happening = Happening(
            number=self._begun,
            type=kind,
            day=day,
            place=dice.choices(self._places, cum_weights=self._weights)[0],
            doer=dice.choice(self._bodies[doer]),
            sufferer=dice.choice(CIVIL) if dice.random() < 0.4 else dice.choice(self._bodies[sufferer]),
            killed=int(dice.paretovariate(0.9)) if kind in DEADLY and dice.random() < 0.5 else 0,
        )
        self._begun += 1
        if kind == "siege":
            days = [day + dice.randrange(SIEGE_DAYS) for _ in range(SIEGE_TELLINGS)]
        else:
            days = [day + self._drawn(LAGS) for _ in range(self._drawn(TELLINGS))]
        for appears in days:
            self._due[appears].append(Told(happening))
        if kind in DENIED and dice.random() < 0.03:
            self._due[day + 1].append(Told(happening, denied=True))

    def _report(self, day: int, first: int, told: Sequence[Told]) -> Report:
        """One report of the day."""
        key = short_id("d", str(day), str(first))
        outlet = self._knowledge.actors[self._dice.choice(self._outlets)].name
        appeared = BEGIN + timedelta(days=day)
        document = Document(
            id=key,
            uri=f"{key}.txt",
            sha256="0" * 64,
            captured=None,
            language="en",
            title=None,
            outlet=outlet,
            published=Published(appeared, appeared, "day", "metadata"),
            segments=(),
            text="",
        )
        claims: list[Claim] = []
        truth: list[int] = []
        for telling in told:
            claims.extend(self._claims(telling, key, day, start=200 * len(claims)))
            truth.extend([telling.happening.number] * (len(claims) - len(truth)))
        return Report(document, tuple(claims), tuple(truth))

    def _claims(self, told: Told, document: str, day: int, start: int) -> Iterator[Claim]:
        """What one sentence tells: the deed, and now and then its dead as a claim of their own."""
        happening, dice = told.happening, self._dice
        verb = dice.choice(TYPES[happening.type][1])
        killed = self._killed(happening)
        sentence = self._sentence(happening, verb, killed)
        claim = Claim(
            id=short_id("c", document, str(start)),
            document=document,
            sentence=Span(sentence, start, start + len(sentence)),
            voice="report",
            type=happening.type,
            phase=None,
            realis="failed" if happening.type == "capture" and happening.number % 12 == 0 else "happened",
            trigger=Span(verb, start + 12, start + 12 + len(verb)),
            actors=self._doers(happening, start),
            targets=(self._party(happening.sufferer, start + 50),) if dice.random() < 0.35 else (),
            places=self._named(happening, start),
            when=self._when(happening, day, start),
            counts=(_count(killed, start + 90),) if killed else (),
            attribution=self._attribution(told, start),
            confidence=0.8,
            flags=(),
            rules=(f"{happening.type}.verb:{verb}", "roles.tree"),
        )
        if _doubtful(claim, happening):
            claim = replace(claim, flags=("weekday_conflict",))
        yield claim
        if killed and dice.random() < 0.4:
            died = Span("killed", start + 92, start + 98)
            yield replace(
                claim, id=short_id("c", document, str(start), "killing"), type="killing", realis="happened",
                trigger=died, targets=(self._party(CIVIL[0], start + 95),),
            )  # fmt: skip

    def _sentence(self, happening: Happening, verb: str, killed: int) -> str:
        """The telling in words: one in eight is copied from the telling before."""
        dice, places = self._dice, self._knowledge.places
        if dice.random() < 0.12 and happening.number in self._said:
            return self._said[happening.number]
        day = (BEGIN + timedelta(days=happening.day)).strftime("%A")
        toll = dice.choice(DEATHS).format(n=killed, whom=happening.sufferer) if killed else "without known losses"
        who, where = self._knowledge.actors[happening.doer].name, places[happening.place].name
        opening = dice.choice(OPENINGS).format(day=day)
        sentence = f"{opening} {who} {verb} {where}, {toll}, {dice.choice(ENDINGS)}."
        if len(self._said) > 5000:
            self._said.clear()
        self._said[happening.number] = sentence
        return sentence

    def _killed(self, happening: Happening) -> int:
        """The number as this telling has it; 0 where it gives none."""
        if not happening.killed or self._dice.random() < 0.35:
            return 0
        doubt = self._dice.choice((0, 0, 0, 0, 1, -1, 2)) if happening.killed > 3 else 0
        return happening.killed + doubt

    def _doers(self, happening: Happening, start: int) -> tuple[Party, ...]:
        """Who did it: the body, what it is a part of, or nobody named."""
        chance, lineage = self._dice.random(), self._knowledge.lineage(happening.doer)
        if chance < 0.4:
            return ()
        outer = next((key for key in lineage[1:] if key in self._knowledge.actors), happening.doer)
        return (self._party(happening.doer if chance < 0.85 else outer, start + 20),)

    def _named(self, happening: Happening, start: int) -> tuple[Where, ...]:
        """Where it was: the place, what contains it, or nothing."""
        chance, outer = self._dice.random(), self._knowledge.within(happening.place)
        if chance < 0.05:
            return ()
        return (self._where(outer[0] if chance < 0.13 and outer else happening.place, start + 40),)

    def _when(self, happening: Happening, day: int, start: int) -> When:
        """When it was: the stated day, the day of publication, a vague span, a wrong day, none."""
        chance, true, appeared = (
            self._dice.random(),
            BEGIN + timedelta(days=happening.day if happening.type != "siege" else day),
            BEGIN + timedelta(days=day),
        )
        if chance < 0.40:
            return When(appeared, appeared, "day", "published", None, None, None)
        words = (true.strftime("%A"), start + 3, start + 10)
        if chance < 0.95:
            return When(true, true, "day", "anchored" if chance < 0.7 else "stated", *words)
        if chance < 0.98:
            return When(true - timedelta(days=true.weekday()), true + timedelta(days=2), "week", "stated", *words)
        if chance < 0.99:
            return When(true + timedelta(days=1), true + timedelta(days=1), "day", "stated", *words)
        return NO_DAY

    def _attribution(self, told: Told, start: int) -> tuple[Speaker, ...]:
        """On whose word: the report's own, a party's, an observer's; of a denial the doer's."""
        happening = told.happening
        side = self._knowledge.side(happening.doer) or "neutral"
        if told.denied:
            return (self._speaker(side, "denies", start),)
        chance = self._dice.random()
        if chance < 0.55:
            return ()
        other = self._knowledge.side(happening.sufferer)
        speaking = "neutral" if chance < 0.75 else side if chance < 0.9 or other not in SIDES else other
        return (self._speaker(speaking, "reports", start),)

    def _speaker(self, side: str, stance: Any, start: int) -> Speaker:
        actor = self._knowledge.actors[self._dice.choice(self._speakers[side])]
        return Speaker(actor.id, actor.name, actor.name, start + 130, start + 130 + len(actor.name), "said", stance)

    def _party(self, key: str, start: int) -> Party:
        name = self._knowledge.actors[key].name if key in self._knowledge.actors else key
        return Party(key if key in self._knowledge.actors else None, name, name, start, start + len(name))

    def _where(self, key: str, start: int) -> Where:
        place = self._knowledge.places[key]
        span = (place.name, start, start + len(place.name))
        return Where(place.id, place.name, *span, place.lat, place.lon, place.precision, place.within)

    def _drawn(self, shares: dict[Any, Any]) -> Any:
        return self._dice.choices(tuple(shares), weights=tuple(shares.values()))[0]

    def _syrian(self) -> Iterator[str]:
        fine = ("town", "neighbourhood", "exact")
        return (
            k for k, p in self._knowledge.places.items() if p.precision in fine and "SY" in self._knowledge.within(k)
        )

    def _armed(self, side: str) -> tuple[str, ...]:
        found = (k for k, a in self._knowledge.actors.items() if a.kind in ARMED and self._knowledge.side(k) == side)
        return tuple(sorted(found)[:40])

    def _speaking(self, side: str) -> tuple[str, ...]:
        kinds = ("ministry", "monitor", "agency", "political", "military", "rebel", "jihadist", "militia")
        found = (k for k, a in self._knowledge.actors.items() if a.kind in kinds and self._knowledge.side(k) == side)
        return tuple(sorted(found)[:25])


def _count(killed: int, start: int) -> Count:
    return Count("killed", "civilians", killed, killed, False, str(killed), start, start + len(str(killed)))


def _doubtful(claim: Claim, happening: Happening) -> bool:
    """Does the telling give the day after under the name of the true weekday?"""
    stated = claim.when.basis == "stated" and claim.when.precision == "day"
    return stated and happening.type != "siege" and claim.when.start != BEGIN + timedelta(days=happening.day)
