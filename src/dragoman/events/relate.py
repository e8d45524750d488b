"""From all claims to the story that they tell together: the one entrance of the events step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.analysis.vectors import NO_VECTORS, Vectors
from dragoman.events.counted.sums import counted_once, with_sums
from dragoman.events.counted.tolls import tolls
from dragoman.events.ground import Ground, Knowledge
from dragoman.events.grouping.groups import Grouping
from dragoman.events.grouping.merging import event
from dragoman.events.grouping.opposites import opposites
from dragoman.events.holding.control import control
from dragoman.events.holding.statements import Statements
from dragoman.events.linking.judged import Judged, JudgedPair, judged
from dragoman.events.linking.learning import learnt, moved
from dragoman.events.linking.linker import Linker
from dragoman.events.linking.weights import weights
from dragoman.events.pairing.census import Census
from dragoman.events.pairing.copies import copies
from dragoman.events.pairing.pairs import Candidates
from dragoman.events.story import Story
from dragoman.events.tellings import Telling, tellings
from dragoman.events.weighing.grades import foes
from dragoman.events.weighing.sources import sources
from dragoman.events.weighing.voices import Voices
from dragoman.model import Claim, Document


def relate(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    knowledge: Knowledge,
    vectors: Vectors = NO_VECTORS,
    judgements: Iterable[JudgedPair] = (),
) -> Story:
    """Links the claims into events and weighs them; the same story for any order of the claims.

    1. What each claim really tells (`tellings`), whose word it is (`voices`), which sentences are copies.
    2. Candidate pairs (SQL), their scores, and groups under constraints.
    3. Events with their grades; then control, tolls and sources out of events and claims.
    """
    ordered = with_sums(sorted(claims, key=lambda claim: claim.id))
    ground = Ground(knowledge)
    shared = copies(ordered)
    voices = Voices(ordered, documents, shared, ground)
    told = tuple(tellings(ordered, documents, ground))
    census = Census(told, shared)
    found, decided = Candidates(census, ground), judged(judgements, told)
    linker, lessons = _taught(Linker(census, vectors, ground, weights()), decided, told)
    grouping = Grouping(told, census, linker.linked(found.slices()), linker, decided)
    groups = tuple(grouping.groups())
    rivals, enemies = opposites(groups, voices, ground), foes(told, ground)
    counted = counted_once(groups)
    made = [
        event(group, members, rivals.get(n, ()), enemies, voices, ground)
        for n, (group, members) in enumerate(zip(groups, counted, strict=True))
    ]
    events = tuple(sorted((one for one, _ in made), key=lambda one: one.id))
    verdicts = {one.id: verdict for one, verdict in made}
    by_id = {telling.id: telling for telling in told}
    denials = frozenset(denial.id for group in groups for denial in group.denials)
    disputed = frozenset(key for key, verdict in verdicts.items() if verdict.holder_disputed)
    return Story(
        events=events,
        control=control(events, Statements(by_id, disputed, voices, ground, documents), ground),
        tolls=tolls(ordered, events, voices, ground),
        sources=sources(ordered, events, denials, voices, ground),
        links=grouping.links(),
        reasons={key: verdicts[key].reasons for key in sorted(verdicts)},
        notes=(*found.notes, *moved(weights(), linker.table, lessons)),
    )


def _taught(linker: Linker, decided: Judged, told: Sequence[Telling]) -> tuple[Linker, int]:
    """The linker with the weights that people's decisions ask for, and how many decisions there are."""
    by_id = {telling.id: telling for telling in told}
    apart = ((by_id[a], by_id[b]) for a, others in decided.apart.items() for b in sorted(others) if a < b)
    lessons = [(linker.signs(a, b), True) for a, b in decided.same]
    lessons += [(linker.signs(a, b), False) for a, b in apart]
    return (linker.taught(learnt(linker.table, lessons)) if lessons else linker), len(lessons)
