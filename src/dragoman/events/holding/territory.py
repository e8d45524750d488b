"""The words of a language that say how much of a place is meant (`territory.toml` of its pack), ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.tables import language_table


class Vocables:
    """A set of words in which some stand for all that begin or end alike ("advance*", "*-held")."""

    def __init__(self, entries: Iterable[str]) -> None:
        words = frozenset(word for entry in entries for word in entry.split("|"))
        self._exact = frozenset(word for word in words if "*" not in word)
        self._heads = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
        self._tails = tuple(sorted(word[1:] for word in words if word.startswith("*")))

    def __contains__(self, key: object) -> bool:
        return key in self._exact or (
            isinstance(key, str) and (key.startswith(self._heads) or key.endswith(self._tails))
        )


@dataclass(frozen=True, slots=True)
class Territory:
    """A language's `territory.toml`, with the small words of `mentions.toml` that may stand before a name.

    `sides` are the words of direction by the name that they give to a part ("western").
    """

    parts: Vocables
    shares: Vocables
    quarters: Vocables
    settlements: Vocables
    every: Vocables
    wholes: Vocables
    partly: Vocables
    inside: Vocables
    beside: Vocables
    outskirts: Vocables
    between: Vocables
    advances: Vocables
    yielding: Vocables
    relatives: Vocables
    agents: Vocables
    articles: Vocables
    links: Vocables
    coordination: Vocables
    sides: tuple[tuple[str, Vocables], ...]

    def side(self, key: str) -> str | None:
        """The side of a place that the word names, as "western"."""
        return next((name for name, words in self.sides if key in words), None)


@cache
def territory(language: str) -> Territory:
    """The words of the language; none where its pack does not have the table."""
    table, mentions = language_table(language, "territory"), language_table(language, "mentions")

    def words(*keys: str) -> Vocables:
        return Vocables(entry for key in keys for entry in _entries(table, mentions, key))

    return Territory(
        parts=words("parts"),
        shares=words("shares"),
        quarters=words("quarters"),
        settlements=words("settlements"),
        every=words("every"),
        wholes=words("wholes"),
        partly=words("partly"),
        inside=words("inside"),
        beside=words("beside"),
        outskirts=words("outskirts"),
        between=words("between", "articles", "genitives", "links", "place_heads"),
        advances=words("advances"),
        yielding=words("yielding"),
        relatives=words("relatives"),
        agents=words("agents"),
        articles=words("articles"),
        links=words("genitives", "links", "articles", "between"),
        coordination=words("coordination"),
        sides=tuple((name, Vocables(entries)) for name, entries in sorted(table.get("directions", {}).items())),
    )


def _entries(table: dict[str, list[str]], mentions: dict[str, list[str]], key: str) -> Iterator[str]:
    yield from table.get(key, ())
    yield from mentions.get(key, ())
