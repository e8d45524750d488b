"""The signs by which two claims are held to tell one happening: each gives points and a short reason.

A sign is a function of what two tellings say; its points stand in `weights.toml`, under its group and name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.events.ground import Ground, distance_km
from dragoman.events.linking.weights import Sign, Weights
from dragoman.events.tellings import Site, Telling
from dragoman.model import Count
from dragoman.vocabulary import likeness

_NEAR = "near places"
_PARTS = frozenset({"children", "women"})  # whom a sum counts once more beside all the others


class Between(NamedTuple):
    """How two tellings lie to each other: `b` is `days` after `a` (below 0: before it), 0 where their days meet.

    `together` says that their first days are one; the others that one report, or one outlet, tells both.
    """

    days: int
    together: bool
    one_report: bool
    one_outlet: bool


def type_signs(a: Telling, b: Telling, table: Weights) -> Iterator[Sign]:
    """Equal or kindred types; one failed or only announced."""
    same = a.kind.name == b.kind.name
    names = a.kind.name if same else " and ".join(sorted((a.kind.name, b.kind.name)))
    kindred = f"{'same type' if same else 'kindred types'} ({names})"
    alike = likeness(a.kind.name, b.kind.name)
    yield table.sign("type", "same", kindred, alike)
    if alike >= table.limits["akin"] and (a.kind.rare or b.kind.rare):
        yield table.sign("type", "rare", "a seldom type")
    if alike >= table.limits["akin"] and a.begins and b.begins:
        yield table.sign("type", "beginning", "both tell its beginning")
    if a.summed != b.summed:
        yield table.sign("count", "period", "one sums up a period")
    modes = {a.mode, b.mode} - {"denied"}
    if "planned" in modes and len(modes) == 2:
        yield table.sign("type", "planned", "one announces it, the other tells that it happened")
    elif "failed" in modes and len(modes) == 2:
        yield table.sign("type", "failed", "one says that it failed")


def time_signs(a: Telling, b: Telling, between: Between, table: Weights) -> Iterator[Sign]:
    """How near the days lie, as far as they are known."""
    if a.vague is None or b.vague is None:
        yield table.sign("time", "undated", "one has no day")
        return
    if between.days:
        yield _days_apart(a, b, between, table)
    elif a.vague == b.vague == "day" or (between.one_report and not a.stated and not b.stated):
        yield table.sign("time", *_same_day(a, b))
    elif a.ahead or b.ahead:
        yield table.sign("time", "ahead", "announced for a day to come")
    elif between.together and "open" in (a.claim.when.precision, b.claim.when.precision):
        yield table.sign("time", "same_start", "beginning on the same day")
    else:
        vague = max((a.vague, b.vague), key=("day", "week", "month", "year").index)
        yield table.sign("time", vague, f"days within one {vague}")
    if between.days == 0 and _same_hours(a, b):
        yield table.sign("time", "same_hours", "overlapping hours")


def _same_day(a: Telling, b: Telling) -> tuple[str, str]:
    if a.stated and b.stated:
        return "same_day", "same day"
    return "same_day_published", "same day, by publication"


def _days_apart(a: Telling, b: Telling, between: Between, table: Weights) -> Sign:
    gap = abs(between.days)
    if a.kind.lasting and b.kind.lasting:
        return table.sign("time", "lasting", f"a lasting state, mentioned {gap} days apart")
    if gap == 1 and (a.doubted or b.doubted) and a.vague == b.vague == "day":
        return table.sign("time", "doubted", "a day apart, under a wrong weekday")
    earlier, later = (a, b) if between.days > 0 else (b, a)
    if gap == 1 and earlier.stated and not later.stated and not between.one_outlet:
        return table.sign("time", "published_after", "published the day after")
    if gap == 1:
        return table.sign("time", "next_day", "a day apart")
    return table.sign("time", "two_days_stated" if a.stated and b.stated else "two_days", f"{gap} days apart")


def _same_hours(a: Telling, b: Telling) -> bool:
    one, other = a.claim.when.hours, b.claim.when.hours
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def place_sign(ones: Sequence[Site], others: Sequence[Site], one_report: bool, ground: Ground, table: Weights) -> Sign:
    """The best meeting of a place of the one claim with a place of the other."""
    if not ones or not others:
        return table.sign("place", "unknown", "one names no place")
    best = max(_meeting(one, other, ground, table) for one in ones for other in others)
    if best.reason.startswith(_NEAR) and one_report:
        return table.sign("place", "near_in_report", best.reason)
    return best


def _meeting(one: Site, other: Site, ground: Ground, table: Weights) -> Sign:
    if one.key == other.key:
        return _shared(one, ground, table)
    if one.key in other.chain or other.key in one.chain:
        outer, inner = (one, other) if one.key in other.chain else (other, one)
        return _contained(outer, inner, ground, table)
    return _apart(one, other, ground, table)


def _shared(site: Site, ground: Ground, table: Weights) -> Sign:
    grain = _grain_name(site, ground, table)
    return table.sign("place", grain, f"same {grain} ({site.where.name})")


def _grain_name(site: Site, ground: Ground, table: Weights) -> str:
    precision = site.where.precision
    if precision == "town" and _is_city(site.key, ground, table):
        return "city"
    return "area" if precision == "district" and site.fine else precision


def _is_city(place: str, ground: Ground, table: Weights) -> bool:
    return ground.populous(place, table.limit("city_population"))


def _contained(outer: Site, inner: Site, ground: Ground, table: Weights) -> Sign:
    reason = f"{inner.where.name} lies in {outer.where.name}"
    if outer.fine:
        return table.sign("place", "contained_in_city" if _is_city(outer.key, ground, table) else "contained", reason)
    return table.sign("place", "unknown" if outer.where.precision == "country" else "contained_coarse", reason)


def _apart(one: Site, other: Site, ground: Ground, table: Weights) -> Sign:
    names = " and ".join(sorted((one.where.name, other.where.name)))
    if one.fine and other.fine:
        kilometres = site_distance(one, other)
        if kilometres is not None and kilometres < table.limits["near_km"]:
            shared = any(_is_city(outer, ground, table) for outer in one.chain[1:] if outer in other.chain)
            return table.sign("place", "near_in_city" if shared else "near", f"{_NEAR} ({names}, {kilometres:.1f} km)")
    if one.where.id is None or other.where.id is None:
        return table.sign("place", "unknown", f"an unresolved place ({names})")
    return table.sign("place", "apart", f"different places ({names})")


def site_distance(one: Site, other: Site) -> float | None:
    """Kilometres between two places; None where a point is missing."""
    (a, b), (c, d) = ((site.where.lat, site.where.lon) for site in (one, other))
    if a is None or b is None or c is None or d is None:
        return None
    return distance_km((a, b), (c, d))


def party_sign(role: str, ones: Sequence[str], others: Sequence[str], ground: Ground, table: Weights) -> Sign:
    """The closest kinship between a party of the one claim and a party of the other, in one role."""
    if not ones or not others:
        return table.sign(role, "unnamed", f"{role} not named by one")
    found = {kinship(one, other, ground) for one in ones for other in others}
    return max(table.sign(role, name, _KINSHIP[name].format(role=role)) for name in sorted(found))


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


def count_signs(ones: Sequence[Count], others: Sequence[Count], table: Weights) -> Iterator[Sign]:
    """The most telling agreement of two numbers of one thing, or their disagreement."""
    met = [(one, other) for one in ones for other in others if same_kind(one, other)]
    told = [_numbers(one, other, table) for one, other in met if same_thing(one, other) or overlap(one, other)]
    if told:
        yield max(told)


def same_kind(one: Count, other: Count) -> bool:
    """May two numbers count the same? The "people" of the one may be the "civilians" of the other, but no part."""
    ones, others = one.who or "people", other.who or "people"
    return one.what == other.what and (
        ones == others or ("people" in (ones, others) and _PARTS.isdisjoint((ones, others)))
    )


def same_thing(one: Count, other: Count) -> bool:
    """Do two numbers count the same? "People" and an unnamed whole are one whole."""
    return one.what == other.what and (one.who or "people") == (other.who or "people")


def overlap(one: Count, other: Count) -> bool:
    """Can one number satisfy both? "At least 15" and 20 can."""
    return (one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high)


def _numbers(one: Count, other: Count, table: Weights) -> Sign:
    if one.low == other.low and one.high == other.high:
        name = "equal" if one.low >= table.limit("telling") else "equal_small"
        return table.sign("count", name, f"same number ({one.low} {one.what})")
    low, high = sorted((one.low, other.low))
    if not overlap(one, other) or low * table.limits["times"] < high:
        return table.sign("count", "disjoint", f"different numbers of {one.what}")
    if one.high is None and other.high is None:
        return table.sign("count", "at_least", f"at least {one.low} and at least {other.low} {one.what}")
    return table.sign("count", "overlap", f"numbers of {one.what} that overlap")


def word_signs(
    copied: bool, word: str | None, again: str | None, one_type: bool | None, table: Weights
) -> Iterator[Sign]:
    """Near-equal sentences; the `word` that triggers both; what one sentence tells in one breath.

    `again` names how one report comes back to what it told, one of AGAIN; `one_type` is None for two sentences.
    """
    if copied:
        yield table.sign("words", "copy", "nearly the same sentence")
    elif word is not None:
        yield table.sign("words", "trigger", f"same word (“{word}”)")
    if again is not None:
        yield table.sign("words", again, AGAIN[again])
    if one_type is not None:
        name = "told_twice" if one_type else "one_breath"
        yield table.sign("words", name, "told apart in one sentence" if one_type else "told in one sentence")


AGAIN = {"refers": "one goes back to what the report told before", "again": "told again in one report"}


def alike_signs(share: float, table: Weights) -> Iterator[Sign]:
    """How near the vectors of two sentences are: 1 for like, -1 for unlike ones, 0 where they say nothing."""
    if share:
        yield table.sign("words", "alike", "like sentences" if share > 0 else "unlike sentences", share)
