"""Paragraphs: the stretches of text that a title, a caption or a sentence cannot cross.

Blank lines part paragraphs. A single line end does so, too, unless the line was wrapped at a margin:
then the next line begins with a small letter, or its first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Margins of wrapped text, from mail to typewriter; beyond, a line is a paragraph by itself.
_NARROWEST, _WIDEST = 40, 140
# How much of the margin a line must fill to count as wrapped.
_FILL = 0.85
# So many quotation marks and brackets may close after a stop.
_CLOSERS = 6

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-*•·–►▪>]+|\d{1,4}[.)]|[a-z]\))\s")
_ENDED = re.compile(r"[.!?…:][\"'”’»“)\]]*$")

Span = tuple[int, int]


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs as offsets, without the space around them; together they hold all that is not blank."""
    for block in _blocks(text):
        yield from _parted(text, block)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines that no blank line parts."""
    block: list[Span] = []
    last = 0
    for match in _LINE.finditer(text):
        line = _stripped(text, *match.span())
        if block and (line is None or match.start() > last + 1):
            yield block
            block = []
        last = match.end()
        if line is not None:
            block.append(line)
    if block:
        yield block


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    begin = start + len(line) - len(line.lstrip())
    return begin, begin + len(bare)


def _parted(text: str, lines: list[Span]) -> Iterator[Span]:
    width = max(end - start for start, end in lines)
    flows = _flows(text, lines)
    begin, end = lines[0]
    for line in lines[1:]:
        if not _is_wrapped(text, (begin, end), line, width, flows):
            yield begin, end
            begin = line[0]
        end = line[1]
    yield begin, end


def _flows(text: str, lines: list[Span]) -> bool:
    """Whether lines end within sentences for the most part, as they do where a margin and no thought ends
    them."""
    return 2 * sum(_ends_sentence(text, line[1]) for line in lines[:-1]) < len(lines) - 1


def _ends_sentence(text: str, end: int) -> bool:
    return _ENDED.search(text, max(0, end - _CLOSERS), end) is not None


def _is_wrapped(text: str, above: Span, line: Span, width: int, flows: bool) -> bool:
    """Whether the paragraph `above` goes on in `line`."""
    if width < _NARROWEST or _BULLET.match(text, *line):
        return False
    last = text.rfind("\n", *above) + 1 or above[0]
    length = above[1] - max(last, above[0])
    if text[line[0]].islower() and length >= width // 3 and not _ends_sentence(text, above[1]):
        return True
    if width > _WIDEST:
        return False
    first = text[line[0] : line[1]].split(maxsplit=1)[0]
    if length + 1 + len(first) < width * _FILL:
        return False
    return flows or not _ends_sentence(text, above[1])
