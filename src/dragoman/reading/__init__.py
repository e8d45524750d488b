"""From files to documents: formats, encodings, furniture, language, sentences."""

from dragoman.reading.documents import document, read, sentences
from dragoman.reading.inputs import items
from dragoman.reading.item import Item, Read
from dragoman.reading.options import ReadOptions

__all__ = ["Item", "Read", "ReadOptions", "document", "items", "read", "sentences"]
