"""The signs by which two claims are held to tell one happening: each gives points and a short reason.

A sign is `(points, reason)`, a function of what two tellings say; the points stand in `weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.ground import Ground, distance_km
from dragoman.events.tellings import Site, Telling
from dragoman.events.weights import weights
from dragoman.model import Count
from dragoman.vocabulary import likeness

Sign = tuple[float, str]
_NEAR = "near places"


def type_signs(a: Telling, b: Telling) -> Iterator[Sign]:
    """Equal or kindred types; one failed or only announced."""
    points = weights().type
    same = a.kind.name == b.kind.name
    names = a.kind.name if same else " and ".join(sorted((a.kind.name, b.kind.name)))
    yield (
        points["same"] * likeness(a.kind.name, b.kind.name),
        f"{'same type' if same else 'kindred types'} ({names})",
    )
    modes = {a.mode, b.mode} - {"denied"}
    if "planned" in modes and len(modes) == 2:
        yield points["planned"], "one announces it, the other tells that it happened"
    elif "failed" in modes and len(modes) == 2:
        yield points["failed"], "one says that it failed"


def time_signs(a: Telling, b: Telling, gap: int) -> Iterator[Sign]:
    """How near the days lie, as far as they are known; `gap` days lie between them."""
    points = weights().time
    if a.vague is None or b.vague is None:
        yield points["undated"], "one has no day"
        return
    if a.vague == b.vague == "day":
        yield _days_apart(gap, a.stated and b.stated, a.kind.lasting and b.kind.lasting)
    elif gap and a.kind.lasting and b.kind.lasting:
        yield points["lasting"], f"a lasting state, mentioned {gap} days apart"
    else:
        vague = max((a.vague, b.vague), key=("day", "week", "month", "year").index)
        yield points[vague], f"days within one {vague}"
    if gap == 0 and _same_hours(a, b):
        yield points["same_hours"], "overlapping hours"


def _days_apart(gap: int, stated: bool, lasting: bool) -> Sign:
    points = weights().time
    if gap == 0:
        return (
            (points["same_day"], "same day") if stated else (points["same_day_published"], "same day, by publication")
        )
    if lasting:
        return points["lasting"], f"a lasting state, mentioned {gap} days apart"
    return (points["next_day"], "a day apart") if gap == 1 else (points["two_days"], f"{gap} days apart")


def _same_hours(a: Telling, b: Telling) -> bool:
    one, other = a.claim.when.hours, b.claim.when.hours
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def place_sign(ones: Sequence[Site], others: Sequence[Site], one_report: bool, ground: Ground) -> Sign:
    """The best meeting of a place of the one claim with a place of the other."""
    if not ones or not others:
        return weights().place["unknown"], "one names no place"
    best = max(_meeting(one, other, ground) for one in ones for other in others)
    if best[1].startswith(_NEAR) and one_report:
        return weights().place["near_in_report"], best[1]
    return best


def _meeting(one: Site, other: Site, ground: Ground) -> Sign:
    if one.key == other.key:
        return _shared(one, ground)
    if one.key in other.chain or other.key in one.chain:
        outer, inner = (one, other) if one.key in other.chain else (other, one)
        return _contained(outer, inner)
    return _apart(one, other)


def _shared(site: Site, ground: Ground) -> Sign:
    grain = _grain_name(site, ground)
    return weights().place[grain], f"same {grain} ({site.where.name})"


def _grain_name(site: Site, ground: Ground) -> str:
    precision = site.where.precision
    if precision == "town" and ground.populous(site.key, weights().limit("city_population")):
        return "city"
    return "area" if precision == "district" and site.fine else precision


def _contained(outer: Site, inner: Site) -> Sign:
    name = "contained" if outer.fine else "contained_coarse"
    return weights().place[name], f"{inner.where.name} lies in {outer.where.name}"


def _apart(one: Site, other: Site) -> Sign:
    points, names = weights().place, " and ".join(sorted((one.where.name, other.where.name)))
    if one.fine and other.fine:
        kilometres = site_distance(one, other)
        if kilometres is not None and kilometres < weights().limits["near_km"]:
            return points["near"], f"{_NEAR} ({names}, {kilometres:.1f} km)"
    if one.where.id is None or other.where.id is None:
        return points["unknown"], f"an unresolved place ({names})"
    return points["apart"], f"different places ({names})"


def site_distance(one: Site, other: Site) -> float | None:
    """Kilometres between two places; None where a point is missing."""
    (a, b), (c, d) = ((site.where.lat, site.where.lon) for site in (one, other))
    if a is None or b is None or c is None or d is None:
        return None
    return distance_km((a, b), (c, d))


def party_sign(role: str, ones: Sequence[str], others: Sequence[str], ground: Ground) -> Sign:
    """The closest kinship between a party of the one claim and a party of the other, in one role."""
    points = weights().actor if role == "actor" else weights().target
    if not ones or not others:
        return points["unnamed"], f"{role} not named by one"
    closest = max((kinship(one, other, ground) for one in ones for other in others), key=points.__getitem__)
    return points[closest], _KINSHIP[closest].format(role=role)


_KINSHIP = {
    "same": "same {role}",
    "lineage": "{role} and part of it",
    "side": "{role}s of one side",
    "other_of_side": "different {role}s of one side",
    "apart": "different {role}s",
    "unnamed": "{role} of no known side",
}


def kinship(one: str, other: str, ground: Ground) -> str:
    """How two parties are akin: same, lineage, side, other_of_side, apart, or unnamed (nobody knows)."""
    if one == other:
        return "same"
    if ground.related(one, other):
        return "lineage"
    sides = ground.side(one), ground.side(other)
    if None in sides:
        # A name that no pack knows may be anybody, and a common noun ("residents") anybody's people; two
        # particular bodies without a side are two.
        vague = any(key[0] == "~" or ground.generic(key) for key in (one, other))
        return "unnamed" if vague or sides != (None, None) else "apart"
    if sides[0] != sides[1]:
        return "apart"
    return "side" if ground.generic(one) or ground.generic(other) else "other_of_side"


def count_signs(ones: Sequence[Count], others: Sequence[Count]) -> Iterator[Sign]:
    """The most telling agreement of two numbers of one thing, or their disagreement."""
    met = [_numbers(one, other) for one in ones for other in others if same_thing(one, other)]
    if met:
        yield max(met)


def same_thing(one: Count, other: Count) -> bool:
    """Do two numbers count the same? "People" and an unnamed whole are one whole."""
    return one.what == other.what and (one.who or "people") == (other.who or "people")


def overlap(one: Count, other: Count) -> bool:
    """Can one number satisfy both? "At least 15" and 20 can."""
    return (one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high)


def _numbers(one: Count, other: Count) -> Sign:
    points = weights().count
    if one.low == other.low and one.high == other.high:
        name = "equal" if one.low >= weights().limit("telling") else "equal_small"
        return points[name], f"same number ({one.low} {one.what})"
    if overlap(one, other):
        return points["overlap"], f"numbers of {one.what} that overlap"
    return points["disjoint"], f"different numbers of {one.what}"


def word_signs(a: Telling, b: Telling, copied: bool, one_sentence: bool) -> Iterator[Sign]:
    """Near-equal sentences, equal trigger words, and what one sentence tells in one breath."""
    points = weights().words
    if copied:
        yield points["copy"], "nearly the same sentence"
    elif a.trigger == b.trigger:
        yield points["trigger"], f"same word (“{a.claim.trigger.text}”)"
    if one_sentence:
        yield _one_sentence(a, b)


def _one_sentence(a: Telling, b: Telling) -> Sign:
    points = weights().words
    if a.kind.name == b.kind.name:
        return points["told_twice"], "told apart in one sentence"
    return points["one_breath"], "told in one sentence"
