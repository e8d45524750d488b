"""The spellings that one written name stands for: articles, apostrophes, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.knowledge.folding import APOSTROPHES

# The Arabic article as it is written in Latin letters, assimilated to the consonant behind it or not.
_ARTICLE = re.compile(
    r"(?<![^\s-])(?:al|el|a(?P<a>sch|sh|th|dh|[tdsznrlšž])|e(?P<e>sch|sh|th|dh|[tdsznrlšž]))"
    r"[ -](?=(?P<next>\w))",
    re.IGNORECASE,
)
_SUN = re.compile(r"sch|sh|th|dh|[tdsznrlšžŝṣḍṭẓ]", re.IGNORECASE)
_MARKS = frozenset(APOSTROPHES)
_STYLES = ("al", "el", "a", "e")
_SHORTEST_WITHOUT = 5  # letters: "Dar'a" without its mark is a first name


def spellings(name: str) -> Iterator[str]:
    """The name, the same with its articles in each style, and both without apostrophes."""
    if name.isalpha():
        yield name
        return
    seen: set[str] = set()
    for spelling in (name, *_restyled(name)):
        for variant in (spelling, _without_apostrophes(spelling)):
            if variant not in seen:
                seen.add(variant)
                yield variant


def _restyled(name: str) -> Iterator[str]:
    if not _ARTICLE.search(name):
        return
    for style in _STYLES:
        yield _ARTICLE.sub(lambda match, style=style: _article(match, style), name)  # type: ignore[misc]


def _article(match: re.Match[str], style: str) -> str:
    """The article in a style; a word that only looks like one ("Ar" before "Manbij") stays as it is."""
    behind = _SUN.match(match.string, match.start("next"))
    written = match["a"] or match["e"]
    if written and (behind is None or behind[0].lower() != written.lower()):
        return match[0]
    if len(style) == 2:
        return f"{style}-"
    return f"{style}{behind[0].lower()}-" if behind else f"{style}l-"


def _without_apostrophes(name: str) -> str:
    if _MARKS.isdisjoint(name):
        return name
    bare = "".join(character for character in name if character not in APOSTROPHES)
    return bare if len(bare) >= _SHORTEST_WITHOUT else name
