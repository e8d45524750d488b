"""What is known before any report is read: languages, actors, places and their names."""

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
