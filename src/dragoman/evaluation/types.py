"""`eval types`: which kind of happening a snippet tells, on the snippets of CASE 2021 task 2 (ACLED sub-event types).

Each snippet is read as a document of one sentence. Each of its claims has a sub-event type by the tables of the
package (`vocabulary.toml`): its type's own, or a finer one by who took part and what is told beside it. Of the claims
those that happened go before those that did not (yet), then the vocabulary's rank, which says how specific a type is,
then the first. Labels that those tables do not hold (disasters, organised crime, diplomacy) cannot be right: the
weighted F1 goes over the labels that they hold, once on their snippets alone and once on all, where a snippet of
another label that is taken for one of them counts as false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman import analysis
from dragoman.analysis import Reader
from dragoman.claims import extract
from dragoman.errors import InputError
from dragoman.evaluation.plain import document
from dragoman.events.subevents import SubEvent, sub_event
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim, Segment, Sentence
from dragoman.running import BuildOptions
from dragoman.vocabulary import event_types, finer

# The set's labels and ACLED's names for them; None for the five that the set has beyond ACLED.
LABELS: Mapping[str, str | None] = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "ATTRIB": None,
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DIPLO": None,
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MAN_MADE_DISASTER": None,
    "MOB_VIOL": "Mob violence",
    "NATURAL_DISASTER": None,
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "ORG_CRIME": None,
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}
NOTHING = "nothing"
_HEADER = "id\tEventSnippet\tSubType"
_REAL = frozenset({"happened", "ongoing"})
_AVERTED = "Disrupted weapons use"  # an attack that did not happen, and an event of its own to ACLED


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet and its label."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Class:
    """How often a label is the gold's, the system's and both."""

    gold: int
    system: int
    both: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = self.gold + self.system
        return 2 * self.both / whole if whole else 0.0


def measure(data: Path, console: Console) -> dict[str, float]:
    """The weighted F1 over the vocabulary's labels, on their snippets (`held`) and on `all`; prints a table.

    Raises InputError where the set is not there.
    """
    knowledge = load(BuildOptions().theatres)
    model = None if analysis.missing() else analysis.model()
    read = snippets(data / "gold" / "types" / "case2021.tsv")
    told = judged(read, lambda text: claims(text, knowledge, model), knowledge)
    return report(told, console)


def report(told: Sequence[tuple[str, str]], console: Console) -> dict[str, float]:
    """The scores of pairs of labels, the gold's and dragoman's; prints the table of confusion."""
    within = [pair for pair in told if pair[0] in held()]
    scores = {
        "held": weighted_f1(within),
        "all": weighted_f1(told),
        "accuracy": sum(one == other for one, other in within) / len(within) if within else 0.0,
    }
    console.print(_table(told))
    console.print(
        f"{len(within)} of {len(told)} snippets have a label that the vocabulary holds: weighted F1"
        f" {100 * scores['held']:.1f}, right {100 * scores['accuracy']:.1f} %;"
        f" with the other snippets as false ones: weighted F1 {100 * scores['all']:.1f}"
    )
    return scores


def snippets(path: Path) -> Iterator[Snippet]:
    """The snippets of a file; InputError where it or a line of it is wrong."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; it should hold the snippets of CASE 2021 task 2")
    for number, line in enumerate(path.read_text("utf-8").rstrip("\n").split("\n"), start=1):
        if number == 1:
            if line != _HEADER:
                raise InputError(f"{path}:1: expected id, EventSnippet and SubType with tabs between them")
            continue
        cells = line.split("\t")
        if len(cells) != 3 or cells[2] not in LABELS:
            raise InputError(f"{path}:{number}: expected id, snippet and one of {', '.join(LABELS)}")
        yield Snippet(cells[1].strip(), cells[2])


def held() -> frozenset[str]:
    """The labels whose sub-event type the vocabulary has, for a type or finer."""
    codes = {kind.acled[1] for kind in event_types().values()} | {entry.acled[1] for entry in finer()}
    return frozenset(label for label, code in LABELS.items() if code in codes)


def claims(text: str, knowledge: Knowledge, model: Reader | None) -> list[Claim]:
    """The claims of an English text that is read as one sentence."""
    read = document(text, "en", [Segment("body", 0, len(text))])
    return list(extract(read, [Sentence(0, len(text), "body")], knowledge, model))


def judged(
    found: Iterable[Snippet], read: Callable[[str], Iterable[Claim]], knowledge: Knowledge
) -> list[tuple[str, str]]:
    """Pairs of labels: the snippet's, and what dragoman takes it for (`nothing` where it makes no claim)."""
    return [(one.label, label_of(main_sub_event(read(one.text), knowledge))) for one in found]


def main_sub_event(found: Iterable[Claim], knowledge: Knowledge) -> str | None:
    """The sub-event type that a snippet is about, None where nothing is claimed."""
    told = list(found)
    named = [(claim, sub_event(claim, told, knowledge)) for claim in told]
    best = min(named, key=lambda pair: _weight(*pair), default=None)
    return best[1].name if best else None


def _weight(claim: Claim, told: SubEvent) -> tuple[bool, int, int]:
    real = claim.realis in _REAL or told.name == _AVERTED
    return (not real, -told.rank, claim.trigger.start)


def label_of(sub_event: str | None) -> str:
    """The label of a sub-event type of ACLED."""
    return next((label for label, name in LABELS.items() if name == sub_event), NOTHING) if sub_event else NOTHING


def classes(told: Iterable[tuple[str, str]]) -> dict[str, Class]:
    """The counts of every label that the vocabulary holds, in the order of `LABELS`."""
    listed = list(told)
    gold, system = Counter(one for one, _ in listed), Counter(other for _, other in listed)
    both = Counter(one for one, other in listed if one == other)
    return {label: Class(gold[label], system[label], both[label]) for label in LABELS if label in held()}


def weighted_f1(told: Iterable[tuple[str, str]]) -> float:
    """The mean of the F1 of the vocabulary's labels, each weighing as many snippets as it has in the gold."""
    found = classes(told).values()
    weight = sum(one.gold for one in found)
    return sum(one.f1 * one.gold for one in found) / weight if weight else 0.0


def _table(told: Sequence[tuple[str, str]]) -> Table:
    table = Table("label", "snippets", "F1", "taken for", title="Kinds of happenings on snippets")
    found = classes(told)
    for label in LABELS:
        others = Counter(other for one, other in told if one == label)
        if others:
            ordered = sorted(others.items(), key=lambda item: (-item[1], item[0]))
            f1 = f"{100 * found[label].f1:.1f}" if label in found else "–"
            table.add_row(label, str(others.total()), f1, ", ".join(f"{other} {count}" for other, count in ordered))
    return table
