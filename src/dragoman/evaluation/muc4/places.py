"""Where an incident was, as MUC-4 writes it: the country, then places from the widest to the narrowest, with kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dragoman.evaluation.muc4.setlists import capitals
from dragoman.evaluation.muc4.told import Told
from dragoman.knowledge.entries import Place
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Where

Kinds = Mapping[str, Sequence[str]]

_COUNTRIES: Mapping[str, str] = {
    "SV": "EL SALVADOR",
    "GT": "GUATEMALA",
    "HN": "HONDURAS",
    "AR": "ARGENTINA",
    "BO": "BOLIVIA",
    "CL": "CHILE",
    "CO": "COLOMBIA",
    "EC": "ECUADOR",
    "PE": "PERU",
}
_BY_ADJECTIVE: Mapping[str, str] = {
    "SALVADORAN": "SV",
    "GUATEMALAN": "GT",
    "HONDURAN": "HN",
    "ARGENTINE": "AR",
    "BOLIVIAN": "BO",
    "CHILEAN": "CL",
    "COLOMBIAN": "CO",
    "ECUADORAN": "EC",
    "PERUVIAN": "PE",
}
_LINE = re.compile(r"^([^()]+?) \(([A-Z ]+)\)$")
# By precision, the kinds of the list that may be meant, the likeliest first.
_KINDS: Mapping[str, Sequence[str]] = {
    "neighbourhood": ("NEIGHBORHOOD",),
    "town": ("CITY", "TOWN", "VILLAGE", "MUNICIPALITY", "PORT", "SUBURB"),
    "district": ("MUNICIPALITY", "DISTRICT", "REGION", "AREA", "PROVINCE", "CITY", "TOWN"),
    "province": ("DEPARTMENT", "PROVINCE", "REGION", "STATE", "OFFICIAL REGION"),
    "exact": ("FARM", "AIRPORT", "UNIVERSITY", "AREA"),
    "unresolved": ("CITY", "TOWN", "MUNICIPALITY", "VILLAGE", "DEPARTMENT", "NEIGHBORHOOD", "FARM", "REGION"),
}
_ORDER = ("exact", "neighbourhood", "town", "unresolved", "district", "province", "country")


def read_kinds(path: Path) -> Kinds:
    """The kinds of each place of the task's list of places (`set-list-location`); empty where it is not there."""
    found: dict[str, list[str]] = {}
    for line in path.read_text("latin-1").splitlines() if path.is_file() else ():
        if entry := _LINE.match(line.strip()):
            found.setdefault(entry[1], []).append(entry[2])
    return found


def in_question(location: str) -> bool:
    """Whether a location lies in one of the nine countries that the set is about."""
    return location.partition(":")[0] in _COUNTRIES.values()


def location(claims: Sequence[Claim], told: Told, knowledge: Knowledge, kinds: Kinds) -> str | None:
    """The narrowest place that the claims name, with what contains it and is named in the report.

    A place in a country that the report does not name is taken for one of the same name at home.
    """
    own = [place for claim in claims if "place.passage" not in claim.rules for place in claim.places]
    home = _home(told, knowledge)
    countries = set(_countries(told.text, knowledge, outright=True)) | {home}
    for place in _narrowest(own):
        country = knowledge.country(place.id) if place.id else home
        known = country in countries
        where = country if known else home
        if where is not None and (known or country in _COUNTRIES):
            chain = _chain(f"{told.text} {told.report.place}", place, known, knowledge, kinds)
            return ": ".join([capitals(knowledge.places[where].name), *chain])
    return capitals(knowledge.places[home].name) if home else None


def _home(told: Told, knowledge: Knowledge) -> str | None:
    """The country that a report is about: the dateline's, or where that is another, the one that it names most."""
    sent_from = _countries(told.report.place.title(), knowledge)
    first = next(iter(sent_from), None)
    if first in _COUNTRIES:
        return first
    named = Counter(country for country in _countries(told.text, knowledge) if country in _COUNTRIES)
    return max(named, key=lambda country: (named[country], country)) if named else first


def _countries(text: str, knowledge: Knowledge, outright: bool = False) -> Iterator[str]:
    """The country of each name, by place or by adjective ("Colombian"); `outright`: where a country itself is named."""
    for name in knowledge.names(text, "en"):
        ids = [
            country for one in name.places if (country := knowledge.country(one)) and not (outright and one != country)
        ]
        ids += [_BY_ADJECTIVE[word] for word in capitals(name.text).split() if word in _BY_ADJECTIVE]
        yield from ids[:1]


def _narrowest(found: Iterable[Where]) -> list[Where]:
    return sorted(found, key=lambda place: _ORDER.index(place.precision))


def _chain(text: str, place: Where, known: bool, knowledge: Knowledge, kinds: Kinds) -> list[str]:
    """The place with its containers that the text names, the widest first; none for what has no kind."""
    said = capitals(text)
    chain = [(place.precision, _name(place, kinds))]
    for container in knowledge.within(place.id) if place.id and known else ():
        entry = knowledge.places[container]
        if entry.precision != "country" and (name := _said(entry, said, kinds)):
            chain.append((entry.precision, name))
    kinded = [f"{name} ({kind})" for precision, name in chain if (kind := _kind(precision, name, kinds))]
    return kinded[::-1]


def _said(entry: Place, said: str, kinds: Kinds) -> str | None:
    """The name of a place that the list has and the text says."""
    names = [capitals(name) for name in (entry.name, *(name for names in entry.names.values() for name in names))]
    return next((name for name in names if name in kinds and name in said), None)


def _name(place: Where, kinds: Kinds) -> str:
    """The name as the list has it: by the words of the report, or by the pack's."""
    words, known = capitals(place.text), capitals(place.name)
    return next((name for name in (words, known) if name in kinds), known)


def _kind(precision: str, name: str, kinds: Kinds) -> str | None:
    if precision == "country":
        return None
    listed = kinds.get(name, ())
    wanted = _KINDS[precision]
    return next((kind for kind in wanted if kind in listed), listed[0] if listed else None)
