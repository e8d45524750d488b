"""What the claims of one event are worth together: its grade, the reasons, and where the voices disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.events.ground import ARMED, Ground
from dragoman.events.grouping.groups import Group
from dragoman.events.linking.weights import weights
from dragoman.events.tellings import Telling
from dragoman.events.weighing.disagreeing import Dispute, disputes
from dragoman.events.weighing.voices import Voices
from dragoman.model import Disagreement, Grade
from dragoman.vocabulary import likeness

# For each side the sides that it fights.
Foes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade with the sentences that give its reasons, and the fields on which the claims differ."""

    grade: Grade
    reasons: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    holder_disputed: bool


def weigh(group: Group, kind: str, rivals: Sequence[Telling], foes: Foes, voices: Voices, ground: Ground) -> Verdict:
    """Grades a group, an event of type `kind`; `rivals` are claims of other groups that contradict it (an
    opposite outcome).

    1. contested: independent voices disagree on a material field, or one denies it.
    2. conceded: the side confirms it for whom it is bad news.
    3. corroborated, repeated, single: by independent voices, then by reports.
    """
    found = tuple(disputes(group.members, voices, ground))
    contests = (*_contests(found), *_denials(group, voices), *_opposites(rivals, voices))
    concessions = tuple(_concessions(group.members, foes, voices, ground))
    support, grade = _support(group.members, kind, voices)
    if contests:
        grade = "contested"
    elif concessions:
        grade = "conceded"
    reasons = (*contests, *concessions, support, *_announced(group.members))
    who = any(dispute.material and dispute.disagreement.field == "actors" for dispute in found)
    holder_disputed = who or bool(group.denials) or bool(rivals)
    return Verdict(grade, reasons, tuple(dispute.disagreement for dispute in found), holder_disputed)


def _contests(found: Iterable[Dispute]) -> Iterator[str]:
    for dispute in found:
        if dispute.material:
            values = " / ".join(reading.value for reading in dispute.disagreement.values)
            yield f"contested: the voices disagree on {dispute.disagreement.field} ({values})"


def _denials(group: Group, voices: Voices) -> Iterator[str]:
    for name in sorted({voices.of(denial.claim).named.name for denial in group.denials}):
        yield f"contested: {name} denies it"


def _opposites(rivals: Iterable[Telling], voices: Voices) -> Iterator[str]:
    for rival in rivals:
        teller = voices.of(rival.claim).named.name
        told = f"says that a {rival.missed.name} failed" if rival.missed else "gives the place to another side"
        yield f"contested: {teller} {told} ({rival.id})"


def _support(members: Sequence[Telling], kind: str, voices: Voices) -> tuple[str, Grade]:
    """By how many voices the event is told; who only tells of an unlike part of it corroborates nothing."""
    agreeing = [t for t in members if likeness(kind, t.kind.name) >= weights().agreement] or members
    independent = voices.independent(voices.of(telling.claim) for telling in agreeing)
    names = ", ".join(voice.named.name for voice in independent)
    if len(independent) > 1:
        return f"corroborated: {len(independent)} independent voices ({names})", "corroborated"
    documents = len({telling.claim.document for telling in agreeing})
    if documents > 1:
        return f"repeated: {documents} reports, all on the word of {names}", "repeated"
    return f"single: on the word of {names}", "single"


def _announced(members: Sequence[Telling]) -> Iterator[str]:
    if all(telling.mode == "planned" for telling in members):
        yield "announced: no claim says that it came to pass"


# Who only watches gives nothing of its own away, however near to a side it is.
WATCHING = frozenset({"monitor", "people"})


def _concessions(members: Sequence[Telling], foes: Foes, voices: Voices, ground: Ground) -> Iterator[str]:
    """Voices whose own side loses by what they confirm; a sentence each."""
    conceding: dict[str, str] = {}
    for telling in members:
        if telling.mode != "planned" and conceded(telling, members, foes, voices, ground):
            voice = voices.of(telling.claim)
            conceding.setdefault(voice.named.name, telling.id)
    for name in sorted(conceding):
        yield f"conceded: {name} confirms what is adverse to its own side ({conceding[name]})"


def conceded(telling: Telling, members: Sequence[Telling], foes: Foes, voices: Voices, ground: Ground) -> bool:
    """Does the claim's voice confirm something that is bad news for its own side?"""
    if "concession" in telling.claim.flags:
        return True
    voice = voices.of(telling.claim)
    if voice.named.id is not None and ground.kind(voice.named.id) in WATCHING:
        return False
    side = voices.side(voice)
    return side is not None and side in _losing_sides(telling, members, foes, ground)


def _losing_sides(telling: Telling, members: Sequence[Telling], foes: Foes, ground: Ground) -> frozenset[str]:
    """The sides to which the happening, as this claim tells it, is adverse."""
    doers, sufferers = _sides(telling.doers, ground), _sides(telling.sufferers, ground)
    adverse = "actor" if telling.mode == "failed" else telling.kind.adverse
    if adverse == "actor":
        return doers - sufferers
    if adverse == "target":
        named = sufferers or _sides((key for t in members for key in t.sufferers), ground)
        return (named or frozenset(foe for doer in doers for foe in foes.get(doer, ()))) - doers
    if adverse == "losses":
        return _bereaved(telling, doers, ground)
    return frozenset()


def _bereaved(telling: Telling, doers: frozenset[str], ground: Ground) -> frozenset[str]:
    """Who loses by a deadly deed: the side whose fighters fell; where civilians did, the side that did it."""
    fallen = {count.who for count in telling.numbers}
    armed = [key for key in telling.sufferers if ground.kind(key) in ARMED]
    if "fighters" in fallen or (armed and not fallen & {"civilians", "children", "women"}):
        return _sides(armed or telling.sufferers, ground) - doers if telling.numbers else frozenset()
    return doers if fallen & {"civilians", "children", "women"} else frozenset()


def _sides(keys: Iterable[str], ground: Ground) -> frozenset[str]:
    return frozenset(side for key in keys if (side := ground.side(key)) is not None)


def foes(tellings: Iterable[Telling], ground: Ground) -> Foes:
    """Who fights whom by the claims' own account: the sides that violence is done to, and by."""
    found: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.kind.violent:
            for doer in _sides(telling.doers, ground):
                for sufferer in _sides(telling.sufferers, ground) - {doer}:
                    found[doer].add(sufferer)
                    found[sufferer].add(doer)
    return {side: frozenset(found[side]) for side in sorted(found)}
