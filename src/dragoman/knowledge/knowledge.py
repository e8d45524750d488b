"""Everything that is known before any report is read: actors, places, their names, and the languages.

    load(("syria",))  ─▶  project packs, then theatre packs, then `world`, then the gazetteer  ─▶  Knowledge

An earlier pack wins over a later one, in its entries as in the order of the ids that a name may mean; a later
entry of the same id adds its names.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import PackError
from dragoman.knowledge.checking import problems_of
from dragoman.knowledge.cities import enriched, towns
from dragoman.knowledge.countries import countries, governments
from dragoman.knowledge.entries import Actor, Names, Place
from dragoman.knowledge.inflection import inflection
from dragoman.knowledge.matching import Matcher, Name
from dragoman.knowledge.naming import Naming, adjectives_of
from dragoman.knowledge.packs import Pack, read_pack
from dragoman.knowledge.tables import language_table

_Entry = TypeVar("_Entry", Actor, Place)

WORLD = "world"


def home() -> Path:
    """The folder of the packs that ship with dragoman."""
    return Path(str(files("dragoman.knowledge")))


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A language and its tables, as they stand on disk."""

    code: str
    name: str

    def table(self, name: str) -> dict[str, Any]:
        """The parsed table `name` (as "dates"); empty where the language has none."""
        return language_table(self.code, name)


class Knowledge:
    """The actors and places of the loaded packs, and the names that carry them; made by `load`."""

    def __init__(self, packs: Sequence[Pack], fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self._theatre_countries = frozenset(country for pack in packs for country in pack.countries)
        own = {iso: actor for pack in packs for iso, actor in pack.governments.items()}
        world = home() / "theatres" / WORLD
        self._own_governments = own
        self.actors: Mapping[str, Actor] = _completed(
            [*_actors(packs), *(actor for iso, actor in governments(world).items() if iso not in own)]
        )
        self._sides = {actor: side for pack in reversed(packs) for actor, side in pack.sides.items()}
        self.places: Mapping[str, Place] = _with_towns(packs, _completed([*_places(packs), *countries(world)]))
        self._pack_places = frozenset(place.id for pack in packs for place in pack.places)
        self._matchers: dict[str, Matcher] = {}
        self._last: tuple[tuple[str, str], tuple[Name, ...]] = (("", ""), ())

    def language(self, code: str) -> LanguagePack:
        """A language's pack; one that dragoman does not know has empty tables."""
        return LanguagePack(code, language_table(code, "pack").get("pack", {}).get("name", code))

    def names(self, text: str, language: str) -> tuple[Name, ...]:
        """The names in a text: leftmost, longest, at the borders of words, inflected as the language does.

        The last answer is kept, because a report is asked for its names by each step that it goes through.
        """
        asked, names = self._last
        if asked != (text, language):
            names = self._matcher(language).names(text)
            self._last = ((text, language), names)
        return names

    def within(self, place: str) -> tuple[str, ...]:
        """What contains a place, from the nearest outward: city, province, country; not the place itself."""
        chain: list[str] = []
        found = self.places.get(place)
        while found and found.within and found.within not in chain and found.within != place:
            chain.append(found.within)
            found = self.places.get(found.within)
        return tuple(chain)

    def province(self, place: str) -> str | None:
        """The province that a place is or lies in."""
        return self._container(place, "province")

    def country(self, place: str) -> str | None:
        """The country (ISO 3166 code) that a place is or lies in."""
        return self._container(place, "country")

    def _container(self, place: str, kind: str) -> str | None:
        chain = (place, *self.within(place))
        found = (self.places[each] for each in chain if each in self.places)
        return next((each.id for each in found if each.kind == kind), None)

    def lineage(self, actor: str) -> tuple[str, ...]:
        """An actor, what it is a part of, and so on."""
        chain: list[str] = []
        next_one: str | None = actor
        while next_one and next_one in self.actors and next_one not in chain:
            chain.append(next_one)
            next_one = self.actors[next_one].parent
        return tuple(chain)

    def side(self, actor: str) -> str | None:
        """The side that an actor is on in the loaded theatre: its own, or that of what it is a part of."""
        for member in self.lineage(actor):
            side = self._sides.get(member) or self.actors[member].side
            if side:
                return side
        return None

    def is_adjective(self, actor: str, text: str) -> bool:
        """Whether the words are a demonym that only qualifies the next noun ("Russian", "syrische")."""
        return text.lower() in self._adjectives.get(actor, frozenset())

    @cached_property
    def _adjectives(self) -> Mapping[str, frozenset[str]]:
        return {actor.id: adjectives_of(actor) for actor in self.actors.values() if actor.adjectives}

    def _matcher(self, language: str) -> Matcher:
        if language not in self._matchers:
            capitals = bool(language_table(language, "names").get("capitals_are_names", False))
            with _without_collection():
                forms = self._naming.forms(language, inflection(language))
                self._matchers[language] = Matcher(forms, capitals_are_names=capitals)
        return self._matchers[language]

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self)

    def country_government(self, country: str) -> str | None:
        """The actor that a theatre pack names as a country's own government."""
        return self._own_governments.get(country)

    def in_theatre(self, country: str | None) -> bool:
        """Whether a country is one that a loaded theatre is about."""
        return country in self._theatre_countries

    def in_pack(self, place: str) -> bool:
        """Whether a place is of a pack, so that it goes before the gazetteer's."""
        return place in self._pack_places


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pauses the garbage collector: a matcher is a hundred thousand objects, and all of them stay."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def load(theatres: Iterable[str] = ("syria",), extra: Iterable[str | Path] = ()) -> Knowledge:
    """The knowledge of some theatres (and `world`) and of a project's own pack folders, once in a process.

    Raises PackError, beginning with `file:line:`, where a pack is wrong or does not exist.
    """
    return _loaded(tuple(theatres), tuple(str(folder) for folder in extra))


@cache
def _loaded(theatres: tuple[str, ...], extra: tuple[str, ...]) -> Knowledge:
    folders = _folders(theatres, extra)
    with _without_collection():
        packs = [read_pack(folder) for folder in folders]
    problems = problems_of(packs, home() / "theatres" / WORLD)
    if problems:
        more = f" (and {len(problems) - 1} more; see `dragoman pack check`)" if len(problems) > 1 else ""
        raise PackError(f"{problems[0]}{more}")
    return Knowledge(packs, fingerprint(folders))


def _folders(theatres: Iterable[str], extra: Iterable[str]) -> list[Path]:
    own = home() / "theatres"
    found = [Path(folder) for folder in extra] + [own / theatre for theatre in (*theatres, WORLD)]
    for folder in found:
        if not folder.is_dir():
            known = ", ".join(sorted(each.name for each in own.iterdir() if each.is_dir()))
            raise PackError(f"{folder}:0: no such pack; name a folder or one of: {known}")
    return list(dict.fromkeys(found))


def fingerprint(folders: Iterable[Path]) -> str:
    """A sha256 over every file that knowledge rests on: packs, languages, gazetteer."""
    own = home()
    shared = [*sorted((own / "languages").rglob("*.toml")), *sorted((own / "gazetteer").glob("*.tsv*"))]
    digest = hashlib.sha256()
    for path in [*shared, *(path for folder in folders for path in _pack_files(folder))]:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _pack_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".toml", ".tsv"))


def _completed(entries: Iterable[_Entry]) -> dict[str, _Entry]:
    """The entries by id; the first of an id stays, with the names that later packs know besides."""
    found: dict[str, _Entry] = {}
    for entry in entries:
        known = found.setdefault(entry.id, entry)
        if known is not entry:
            found[entry.id] = replace(known, names=_joined(known.names, entry.names))
    return found


def _joined(names: Names, more: Names) -> Names:
    languages = dict.fromkeys((*names, *more))
    return {
        language: tuple(dict.fromkeys((*names.get(language, ()), *more.get(language, ())))) for language in languages
    }


def _actors(packs: Sequence[Pack]) -> Iterator[Actor]:
    return (actor for pack in packs for actor in pack.actors)


def _places(packs: Sequence[Pack]) -> Iterator[Place]:
    return (place for pack in packs for place in pack.places)


def _with_towns(packs: Sequence[Pack], places: dict[str, Place]) -> dict[str, Place]:
    """The places with the gazetteer's towns, each by itself or folded into the pack's own."""
    replaced = {number: own for pack in reversed(packs) for number, own in pack.replaces.items()}
    provinces = dict(_provinces(packs))
    for town in towns(provinces):
        own = replaced.get(town.id)
        if own is None:
            places.setdefault(town.id, town)
        else:
            places[own] = enriched(places[own], town)
    return places


def _provinces(packs: Sequence[Pack]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each pack's places by country and GeoNames' code; a code may name its country itself ("SV.10")."""
    for pack in packs:
        for code, place in pack.admin1.items():
            country, dot, own = code.rpartition(".")
            for each in (country,) if dot else pack.countries:
                yield (each, own), place
