"""Checks packs against each other: every id that an entry points at must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.countries import countries, governments
from dragoman.knowledge.packs import Pack, read_pack, shown
from dragoman.knowledge.problems import Problem
from dragoman.knowledge.tables import check_language


def check(folders: Iterable[str | Path] = ()) -> list[Problem]:
    """Everything wrong in packs, by file and line; without folders, in every pack that ships with dragoman.

    A folder is a theatre pack (or a project's own), checked together with `world`; a folder in one that is
    called "languages" is a language pack.
    """
    home = Path(str(files("dragoman.knowledge")))
    world = home / "theatres" / "world"
    chosen = [Path(folder) for folder in folders] or [
        *_subfolders(home / "theatres"),
        *_subfolders(home / "languages"),
    ]
    theatres = [folder for folder in chosen if not _is_language(folder)]
    languages = [folder for folder in chosen if _is_language(folder)]
    found = [problem for folder in languages for problem in check_language(folder)]
    packs = [read_pack(folder) for folder in dict.fromkeys([*theatres, *_companions(theatres, home), world])]
    own = {shown(path) for folder in theatres for path in folder.iterdir()}
    return sorted([*found, *(problem for problem in problems_of(packs, world) if problem.file in own)])


def _companions(theatres: Sequence[Path], home: Path) -> list[Path]:
    """A project's own pack may point at what any theatre has."""
    own = any(folder.parent != home / "theatres" for folder in theatres)
    return _subfolders(home / "theatres") if own else []


def _subfolders(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.is_dir())


def _is_language(folder: Path) -> bool:
    if not folder.is_dir():
        raise PackError(f"{folder}:0: no such folder; name a pack's folder")
    return folder.parent.name == "languages"


def problems_of(packs: Sequence[Pack], world: Path) -> list[Problem]:
    """Everything wrong in packs that are loaded together, by file and line."""
    found = [problem for pack in packs for problem in pack.problems]
    return sorted([*found, *_dangling(packs, world)])


def _dangling(packs: Sequence[Pack], world: Path) -> Iterator[Problem]:
    own = {iso: actor for pack in packs for iso, actor in pack.governments.items()}
    actors = {actor.id for pack in packs for actor in pack.actors}.union(
        actor.id for iso, actor in governments(world).items() if iso not in own
    )
    places = {place.id for pack in packs for place in pack.places}.union(place.id for place in countries(world))
    for pack in packs:
        yield from _parents(pack, actors)
        yield from _containers(pack, places)
        yield from _heads(pack, actors, places)


def _parents(pack: Pack, actors: Iterable[str]) -> Iterator[Problem]:
    for actor in pack.actors:
        if actor.parent is not None and actor.parent not in actors:
            file, line = pack.lines[actor.id]
            yield Problem(file, line, f'parent "{actor.parent}" of "{actor.id}" is no actor; add it or mend the id')
        if actor.parent == actor.id:
            file, line = pack.lines[actor.id]
            yield Problem(file, line, f'"{actor.id}" is its own parent; take the line out')


def _containers(pack: Pack, places: Iterable[str]) -> Iterator[Problem]:
    for place in pack.places:
        if place.within is not None and place.within not in places:
            file, line = pack.lines[place.id]
            yield Problem(file, line, f'"{place.id}" lies within "{place.within}", which is no place; mend the id')


def _heads(pack: Pack, actors: Iterable[str], places: Iterable[str]) -> Iterator[Problem]:
    for actor in pack.sides:
        if actor not in actors:
            file, line = pack.lines[f"sides:{actor}"]
            yield Problem(file, line, f'[sides] names "{actor}", which is no actor; mend the id')
    for code, place in pack.admin1.items():
        if place not in places:
            file, line = pack.lines[f"admin1:{code}"]
            yield Problem(file, line, f'[admin1] {code} is "{place}", which is no place; mend the id')
    for iso, actor in pack.governments.items():
        if actor not in actors:
            file, line = pack.lines[f"governments:{iso}"]
            yield Problem(file, line, f'[governments] {iso} is "{actor}", which is no actor; mend the id')
