"""What is said in which language: the tables of `languages/<code>/`, and the check that they say everything."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from dragoman.errors import PackError
from dragoman.model import Grade, What
from dragoman.vocabulary import event_types

LANGUAGES = ("de", "en", "hr")
_TABLES = ("words", "types", "names")


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's sentences (`types`), what is said around them (`words`), and how names stand in them (`names`)."""

    code: str
    words: Mapping[str, Any]
    types: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, Any]

    @property
    def locale(self) -> str:
        """CLDR's name of the language."""
        return str(self.words["locale"])

    def frame(self, name: str) -> str:
        """A sentence that goes around an event's own."""
        return str(self.words["frames"][name])


@cache
def wording(code: str) -> Wording:
    """The wording of a language; PackError where the chronology does not have it or a table lacks something."""
    if code not in LANGUAGES:
        raise PackError(f"a chronology cannot be told in '{code}'; use one of {', '.join(LANGUAGES)}")
    folder = files("dragoman.chronology") / "languages" / code
    words, types, names = (tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in _TABLES)
    found = Wording(code, words, types, names)
    for problem in missing(found):
        raise PackError(f"chronology/languages/{code}: {problem}")
    return found


def missing(found: Wording) -> Iterator[str]:
    """What a wording must have and has not: a sentence for every type, a word for every grade and number."""
    for name, kind in event_types().items():
        table = found.types.get(name, {})
        needed = ("noun", "active", "bare", *(("planned",) if kind.announced else ()))
        yield from (f"types.toml: {name} has no {key}" for key in needed if key not in table)
    yield from (f"types.toml: {name} is no event type" for name in found.types if name not in event_types())
    yield from (f"words.toml: no grade {grade}" for grade in get_args(Grade) if grade not in found.words["grades"])
    yield from (f"words.toml: no word for {what}" for what in get_args(What) if what not in found.words["counted"])
