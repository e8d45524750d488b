"""What is known before any report is read: languages, actors, places and their names."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.knowledge.additions import Added, add_places
    from dragoman.knowledge.checking import check
    from dragoman.knowledge.entries import Actor, Place
    from dragoman.knowledge.knowledge import Knowledge, LanguagePack, load
    from dragoman.knowledge.matching import Name
    from dragoman.knowledge.problems import Problem

__all__ = [
    "Actor",
    "Added",
    "Knowledge",
    "LanguagePack",
    "Name",
    "Place",
    "Problem",
    "add_places",
    "check",
    "load",
]

_HOMES = {
    "Actor": "entries",
    "Added": "additions",
    "Knowledge": "knowledge",
    "LanguagePack": "knowledge",
    "Name": "matching",
    "Place": "entries",
    "Problem": "problems",
    "add_places": "additions",
    "check": "checking",
    "load": "knowledge",
}


def __getattr__(name: str) -> Any:
    """A name of this package, imported when it is asked for: who wants one part starts without the others."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
