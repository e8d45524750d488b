"""One filler against another, by slot, as the scoring guidelines say (section 3).

Set fills and tags are judged as the official program does. Strings, dates, places and numbers that differ were shown
to people; their judgements are followed by rule: strings as `strings` says, dates and numbers as spelled out here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dragoman.evaluation.muc4.reading import Filler
from dragoman.evaluation.muc4.slots import (
    CONFIDENCE,
    HUMAN_EFFECT,
    HUMAN_TYPE,
    INSTRUMENT_TYPE,
    NAME,
    PHYSICAL_EFFECT,
    PHYSICAL_TYPE,
    SLOTS,
    TYPE,
)
from dragoman.evaluation.muc4.strings import Verdict, best

# By slot: what may stand for what with half a point, the response's value first.
_HALVES: Mapping[int, frozenset[tuple[str, str]]] = {
    CONFIDENCE: frozenset({("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")}),
    PHYSICAL_TYPE: frozenset({("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")}),
    PHYSICAL_EFFECT: frozenset({("DESTROYED", "SOME DAMAGE")}),
    HUMAN_TYPE: frozenset(
        {
            ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
            ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
            ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
        }
    ),
    HUMAN_EFFECT: frozenset({("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")}),
}
# The instruments that stand above another.
_ABOVE: Mapping[str, str] = {
    "MACHINE GUN": "GUN",
    "MORTAR": "GUN",
    "HANDGUN": "GUN",
    "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE",
    "VEHICLE BOMB": "BOMB",
    "DYNAMITE": "BOMB",
    "MINE": "BOMB",
    "AERIAL BOMB": "BOMB",
    "GRENADE": "EXPLOSIVE",
    "MOLOTOV COCKTAIL": "EXPLOSIVE",
    "MISSILE": "PROJECTILE",
    "ROCKET": "PROJECTILE",
}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{2}|\d{4})\b")
_NUMBER = re.compile(r"(~?)\s*(\d*)\s*(-?)\s*(\d*)")
_CLOSE = timedelta(days=1)  # how far before an open date's day a day is "close" to it


def judge(slot: int, key: Filler, response: Filler) -> Verdict:
    """The best judgement of a response's filler among the key filler's alternatives."""
    (value,) = response.values[:1] or ("",)
    found = max(_JUDGES[SLOTS[slot].kind](slot, value, wanted) for wanted in key.values)
    if found is Verdict.CORRECT and SLOTS[slot].tagged and not _same_tag(key, response):
        return Verdict.PARTIAL
    return found


def _same_tag(key: Filler, response: Filler) -> bool:
    """Whether both speak of the same filler of another slot, or both of none."""
    if not key.tags or not response.tags:
        return not key.tags and not response.tags
    return best(response.tags[0], key.tags) is Verdict.CORRECT


def _set(slot: int, value: str, wanted: str) -> Verdict:
    """The item, or one that the guidelines let pass for half: ATTACK for any incident, a kind above an instrument."""
    if value == wanted:
        return Verdict.CORRECT
    half = (value, wanted) in _HALVES.get(slot, ())
    half |= slot == TYPE and value == "ATTACK"
    half |= slot == INSTRUMENT_TYPE and value in _kinds_above(wanted)
    return Verdict(half)


def _kinds_above(instrument: str) -> frozenset[str]:
    above = _ABOVE.get(instrument)
    return _kinds_above(above) | {above} if above else frozenset()


def _string(slot: int, value: str, wanted: str) -> Verdict:
    return best(value, (wanted,), name=slot == NAME)


def _location(slot: int, value: str, wanted: str) -> Verdict:
    """The same country and places are correct; the same country with other places, or none, is half, and so are the
    same places in another country."""
    del slot
    (country, *places), (asked_country, *asked_places) = _places(value), _places(wanted)
    if country == asked_country:
        return Verdict.CORRECT if places == asked_places else Verdict.PARTIAL
    return Verdict(bool(places) and places == asked_places)


def _places(text: str) -> list[str]:
    """A country and the places in it, from the widest to the narrowest."""
    return [" ".join(part.split()) for part in text.split(":")]


def _date(slot: int, value: str, wanted: str) -> Verdict:
    """The same days are correct. Half is given for a part of the key's days, and for an open `- day` where the day is
    the key's or its last. Of a key that is open, the day itself and the one before it are a part: in the guidelines'
    examples nothing earlier is, and where people judged, farther days mostly failed."""
    del slot
    said, asked = _days(value), _days(wanted)
    if said is None or asked is None:
        return Verdict.CORRECT if value == wanted else Verdict.INCORRECT
    if said == asked:
        return Verdict.CORRECT
    if said[0] is None:
        return Verdict(said[1] == asked[1])
    return Verdict((asked[0] or asked[1] - _CLOSE) <= said[0] and said[1] <= asked[1])


def _days(text: str) -> tuple[date | None, date] | None:
    """First and last day; none first where the text begins with a hyphen."""
    found = [_day(*match) for match in _DAY.findall(text)]
    if not 1 <= len(found) <= 2 or None in found:
        return None
    last = found[-1]
    assert last is not None
    return (None if text.lstrip().startswith("-") else found[0]), last


def _day(day: str, month: str, year: str) -> date | None:
    if month not in _MONTHS:
        return None
    try:
        return date(int(year) % 100 + 1900, _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _number(slot: int, value: str, wanted: str) -> Verdict:
    """The same number or range is correct; a number that bounds the key's range, or that it is about, is half."""
    del slot
    said, asked = _NUMBER.fullmatch(value), _NUMBER.fullmatch(wanted)
    if said is None or asked is None:
        return Verdict.CORRECT if value == wanted else Verdict.INCORRECT
    if said.groups() == asked.groups():
        return Verdict.CORRECT
    plain = not said[1] and not said[3]
    return Verdict(plain and (asked[1] or asked[3]) != "" and said[2] in (asked[2], asked[4]))


_JUDGES: Mapping[str, Callable[[int, str, str], Verdict]] = {
    "set": _set,
    "string": _string,
    "location": _location,
    "date": _date,
    "number": _number,
}
