"""Finding a report's title in its text, though spaces, signs and the site's name differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SITE = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")
_SIGN = re.compile(r"[\W_]+")

# A title of fewer letters may be any words of the text.
_SHORTEST = 12
# How far a title may stretch in a text, in multiples of its own length.
_STRETCH = 2


def variants(title: str | None) -> tuple[str, ...]:
    """The title, and without the site's name before or after it; squeezed to letters and digits, longest
    first."""
    if not title:
        return ()
    parts = _SITE.split(title)
    forms = {squeezed(title)}
    for cut in range(1, len(parts)):
        forms |= {squeezed(" ".join(parts[:cut])), squeezed(" ".join(parts[cut:]))}
    return tuple(sorted((form for form in forms if len(form) >= _SHORTEST), key=lambda form: (-len(form), form)))


def squeezed(text: str) -> str:
    """A text's letters and digits alone, in lower case."""
    return _SIGN.sub("", text).casefold()


def title_end(text: str, start: int, end: int, forms: tuple[str, ...]) -> int | None:
    """Where the title ends that begins at `start`, its full stop included; None if none of the forms
    stands there."""
    for form in forms:
        stop = _matched(text, start, end, form)
        if stop is not None:
            return stop
    return None


def _matched(text: str, start: int, end: int, form: str) -> int | None:
    taken = 0
    for at in range(start, min(end, start + len(form) * _STRETCH)):
        letter = squeezed(text[at])
        if not form.startswith(letter, taken):
            return None
        taken += len(letter)
        if taken == len(form):
            return _closed(text, at + 1, end)
    return None


def _closed(text: str, at: int, end: int) -> int | None:
    """The end of a title past its closing signs; None in the middle of a word."""
    if at < end and text[at].isalnum():
        return None
    while at < end and text[at] in "\"'”’»“.!?…":
        at += 1
    return at + 2 if text.startswith(" . ", at) else at


def repeats(text: str, start: int, end: int, title: str) -> Iterator[tuple[int, int]]:
    """Where the words of a found title stand again, whole."""
    words = [re.escape(word) for word in _SIGN.split(title) if word]
    if len(words) >= 5:
        pattern = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + r"(?![^\W_])", re.IGNORECASE)
        for match in pattern.finditer(text, start, end):
            yield match.span()
