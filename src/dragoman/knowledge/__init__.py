"""What is known before any report is read: languages, actors, places and their names."""

from dragoman.knowledge.entries import Actor, Place
from dragoman.knowledge.knowledge import Knowledge, LanguagePack, load
from dragoman.knowledge.matching import Name

__all__ = ["Actor", "Knowledge", "LanguagePack", "Name", "Place", "load"]
