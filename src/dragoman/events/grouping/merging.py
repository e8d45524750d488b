"""One event out of the claims that tell it: its type, days, places, parties and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from dragoman.events.counted.numbers import event_counts
from dragoman.events.ground import Ground
from dragoman.events.grouping.groups import Group
from dragoman.events.tellings import Telling, party_key, site_of
from dragoman.events.weighing.grades import Foes, Verdict, weigh
from dragoman.events.weighing.voices import Voices
from dragoman.model import NO_DAY, Event, Named, Party, When, Where, short_id
from dragoman.vocabulary import likeness

# The order in which days are believed: words before the day of publication, precise before vague.
_VAGUE = {"day": 0, "week": 1, "month": 2, "year": 3}


def event(
    group: Group,
    counted: Sequence[Telling],
    rivals: Sequence[Telling],
    foes: Foes,
    voices: Voices,
    ground: Ground,
) -> tuple[Event, Verdict]:
    """The event of a group, with what its claims are worth together; `counted` are its members with the numbers that
    are its own, `rivals` contradict it from outside, `foes` says who fights whom."""
    members = group.members
    kind = event_kind(members)
    verdict = weigh(group, kind, rivals, foes, voices, ground)
    claims = tuple(telling.id for telling in group.claims)
    found = Event(
        id=short_id("e", *claims),
        type=kind,
        when=best_when(members, voices),
        places=_places(members, ground),
        actors=_parties(members, lambda telling: telling.doing),
        targets=_parties(members, lambda telling: telling.suffering),
        counts=event_counts(counted, voices),
        claims=claims,
        originators=_originators(members, voices),
        grade=verdict.grade,
        disagreements=verdict.disagreements,
    )
    return found, verdict


def event_kind(members: Sequence[Telling]) -> str:
    """The type that all claims together are most alike; the ranks decide between equals.

    Deaths and wounds do not name what caused them, so that a shelling that killed is a shelling.
    """
    told = {telling.kind.name: telling.kind for telling in members}
    causes = [kind for kind in told.values() if kind.family != "harm"] or list(told.values())
    alike = {kind.name: sum(likeness(kind.name, t.kind.name) for t in members) for kind in causes}
    return min(causes, key=lambda kind: (-round(alike[kind.name], 6), -kind.rank, kind.name)).name


def best_when(members: Iterable[Telling], voices: Voices) -> When:
    """The days that the best claims give: stated before published, precise before vague, then by the most
    voices.
    """
    days: dict[tuple[int, int], list[Telling]] = defaultdict(list)
    for telling in members:
        if telling.first is not None and telling.last is not None:
            days[telling.first, telling.last].append(telling)
    if not days:
        return _representative(members).claim.when if members else NO_DAY
    best = min(days, key=lambda span: _belief(span, days[span], voices))
    chosen = _representative(days[best])
    return _closed(chosen.claim.when, best)


def _belief(
    span: tuple[int, int], tellings: Sequence[Telling], voices: Voices
) -> tuple[int, int, int, tuple[int, int]]:
    stated = any(telling.stated for telling in tellings)
    vague = _VAGUE[tellings[0].vague or "year"]
    doubt = all("weekday_conflict" in telling.claim.flags for telling in tellings)
    # A stated month or year says less than the day on which a report of it appeared.
    order = 0 if stated and vague < 2 and not doubt else 1 if stated and vague < 2 else 2 if vague < 2 else 3 + vague
    support = len({voices.of(telling.claim).key for telling in tellings})
    return order, vague if order >= 3 else 0, -support, (span[1] - span[0], span[0])


def _closed(when: When, span: tuple[int, int]) -> When:
    """The days of a claim with the bounds that linking used, where the claim left one open."""
    return replace(when, start=when.start or date.fromordinal(span[0]), end=when.end or date.fromordinal(span[1]))


def _representative(tellings: Iterable[Telling]) -> Telling:
    """The claim whose words stand for several: the surest, then the fullest, then the first by id."""
    return min(tellings, key=lambda t: (not t.stated, -t.claim.confidence, -_fullness(t), t.id))


def _fullness(telling: Telling) -> int:
    return len(telling.sites) + len(telling.doers) + len(telling.sufferers) + len(telling.numbers)


def _places(members: Sequence[Telling], ground: Ground) -> tuple[Where, ...]:
    """The members' places, the most specific first, then those that most claims name."""
    named: dict[str, list[tuple[Telling, Where]]] = defaultdict(list)
    sites = {}
    for telling in members:
        for where in telling.claim.places:
            site = site_of(where, ground)
            sites[site.key] = site
            named[site.key].append((telling, where))
    order = sorted(named, key=lambda key: (sites[key].grain, -len(named[key]), key))
    return tuple(_best_mention(named[key]) for key in order)


def _best_mention(mentions: Sequence[tuple[Telling, Where]]) -> Where:
    best = _representative(telling for telling, _ in mentions)
    return min((where for telling, where in mentions if telling.id == best.id), key=lambda where: where.start)


def _parties(members: Sequence[Telling], role: Callable[[Telling], tuple[Party, ...]]) -> tuple[Party, ...]:
    """The members' parties in a role, those that most claims name first."""
    named: dict[str, list[tuple[Telling, Party]]] = defaultdict(list)
    for telling in members:
        for party in role(telling):
            named[party_key(party)].append((telling, party))
    order = sorted(named, key=lambda key: (-len({t.id for t, _ in named[key]}), key[0] == "~", key))
    return tuple(_best_party(named[key]) for key in order)


def _best_party(mentions: Sequence[tuple[Telling, Party]]) -> Party:
    best = _representative(telling for telling, _ in mentions)
    return min((party for telling, party in mentions if telling.id == best.id), key=lambda party: party.start)


def _originators(members: Iterable[Telling], voices: Voices) -> tuple[Named, ...]:
    found = {voice.key: voice.named for voice in (voices.of(telling.claim) for telling in members)}
    return tuple(found[key] for key in sorted(found))
