"""What is known before any report is read: languages, actors, places and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

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

__getattr__ = parts(
    __name__,
    {
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
    },
)
