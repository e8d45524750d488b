"""The parts of a document: what is the report's own voice, and what stands around it.

1. Paragraphs (reading/paragraphs.py). Readers' comments are found first (reading/comments.py).
2. At the head: the title (as metadata give it, or a first line that reads as one), dates, bylines, the
   page's words, each on its line or, where line ends were lost, in front of the report (reading/heads.py).
3. Each paragraph by its own words (reading/furniture.py); the first that is the report's is the lead.
4. Within and behind paragraphs: captions, tags, links, credits (reading/tails.py).

Each segment stays within one paragraph; together they hold all that is not blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.model import Role, Segment
from dragoman.reading import furniture, heads, tails
from dragoman.reading.comments import comment_block
from dragoman.reading.paragraphs import Span, paragraphs
from dragoman.reading.pieces import Piece, trimmed
from dragoman.reading.rules import Rules, rules
from dragoman.reading.titles import repeats, squeezed, title_end, variants

# Bylines and dates stand in the first and last paragraphs; the title among the first.
_EDGE = 8
_TAIL_EDGE = 4
# So many links may follow a label such as "Related:".
_LINKS = 6


@dataclass(slots=True)
class _Page:
    """A text on the way through the steps."""

    text: str
    paragraphs: list[Span]
    rules: Rules
    forms: tuple[str, ...]
    said: str = ""


def segments(text: str, language: str, title: str | None = None, comments_at: int | None = None) -> tuple[Segment, ...]:
    """The segments of a text; readers' comments begin at `comments_at` where the page's markup told them
    apart."""
    page = _Page(text, list(paragraphs(text)), rules(language), variants(title))
    if not page.paragraphs:
        return ()
    pieces = _with_repeats(page, _with_lead(_pieces(page, comments_at)))
    return tuple(Segment(piece.role, piece.start, piece.end) for piece in pieces)


def title_in(text: str, parts: Iterable[Segment]) -> str | None:
    """The words of the first title segment."""
    return next((text[part.start : part.end] for part in parts if part.role == "title"), None)


def _pieces(page: _Page, comments_at: int | None) -> Iterator[Piece]:
    """The pieces paragraph by paragraph, in order; the report's own paragraphs are all `body` here."""
    own, rest = _parted(page, comments_at)
    headline = _headline(page, own)
    if headline is not None:
        page.said = squeezed(page.text[slice(*own[headline])])
    begun = False
    links = 0
    for index, span in enumerate(own):
        if index == headline or (headline is not None and index < headline and not _spoken(page, span)):
            yield Piece("title" if index == headline else "furniture", *span)
            continue
        role = _role(page, span, index, len(own), begun)
        links = _LINKS if role == "furniture" and furniture.is_label(page.text[slice(*span)], page.rules) else links - 1
        if role == "body" and links > 0 and links < _LINKS and furniture.may_follow_label(page.text, span):
            role = "furniture"
        elif role == "body":
            links = 0
        if role != "body":
            yield Piece(role, *span)
            continue
        yield from _inside(page, span, not begun, index >= len(own) - 2)
        begun = True
    yield from rest


def _parted(page: _Page, comments_at: int | None) -> tuple[list[Span], list[Piece]]:
    """The paragraphs that may be the report's, and the pieces of the readers' comments behind them."""
    spans = page.paragraphs
    if comments_at is not None:
        own = [span for span in spans if span[0] < comments_at]
        return own, [Piece("comment", *span) for span in spans[len(own) :]]
    block = comment_block(page.text, spans, page.rules)
    if block is None:
        return spans, []
    pieces = [Piece("furniture", *spans[block.heading])]
    pieces += [Piece("comment", *span) for span in spans[block.heading + 1 : block.end]]
    behind = spans[block.end :]
    pieces += [Piece(_behind(page, span, index, block.closed), *span) for index, span in enumerate(behind)]
    return spans[: block.heading], pieces


def _behind(page: _Page, span: Span, index: int, closed: bool) -> Role:
    """What follows closed comments is the page's foot; only a long paragraph may be the report's again."""
    if closed and (index == 0 or span[1] - span[0] < 200):
        return "furniture"
    return furniture.role_of(page.text, span, page.rules, at_edge=True)


def _headline(page: _Page, own: list[Span]) -> int | None:
    """Which paragraph is the title: the one that metadata name, else the first that reads as one before
    the report."""
    for index, span in enumerate(own[:_EDGE]):
        if title_end(page.text, *span, page.forms) == span[1]:
            return index
    for index, span in enumerate(own[:_EDGE]):
        role = furniture.role_of(page.text, span, page.rules, at_edge=True)
        if role == "body":
            alone = len(own) == 1 or (page.forms and heads_title(page, span))
            return index if not alone and furniture.is_title(page.text, span) else None
    return None


def heads_title(page: _Page, span: Span) -> bool:
    """Whether the title that metadata name stands within a paragraph's front."""
    return any(piece.role == "title" for piece in heads.head(page.text, *span, page.rules, page.forms))


def _spoken(page: _Page, span: Span) -> bool:
    """Whether a paragraph above the title has a role of its own, and is no kicker or section name."""
    return furniture.role_of(page.text, span, page.rules, at_edge=True) != "body"


def _role(page: _Page, span: Span, index: int, count: int, begun: bool) -> Role:
    again = page.said and squeezed(page.text[slice(*span)]) == page.said
    if again or (page.forms and title_end(page.text, *span, page.forms) == span[1]):
        return "furniture"
    edge = not begun or index < _EDGE or index >= count - _TAIL_EDGE
    return furniture.role_of(page.text, span, page.rules, edge)


def _inside(page: _Page, span: Span, first: bool, last: bool) -> Iterator[Piece]:
    """A paragraph of the report with what stands before, within and behind its sentences."""
    front = list(heads.head(page.text, *span, page.rules, page.forms)) if first else []
    start = span[0]
    if front:
        start = heads.after(page.text, front[-1].end, span[1])
        front[-1] = front[-1]._replace(end=start)
    back = sorted(tails.tail(page.text, start, span[1], page.rules, last), key=_start)
    end = back[0].start if back else span[1]
    middle = _disjoint(sorted(tails.within(page.text, start, end, page.rules), key=_start))
    yield from _filled(page.text, span, [*front, *middle, *back])


def _start(piece: Piece) -> int:
    return piece.start


def _disjoint(pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _filled(text: str, span: Span, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, and `body` for all between them; signs alone between two pieces belong to the former."""
    at = span[0]
    for piece in [*pieces, Piece("body", span[1], span[1])]:
        gap = text[at : piece.start]
        if squeezed(gap):
            yield from _trimmed(text, Piece("body", at, piece.start))
        elif gap.strip():
            yield from _trimmed(text, Piece("furniture", at, piece.start))
        yield from _trimmed(text, piece)
        at = piece.end


def _trimmed(text: str, piece: Piece) -> Iterator[Piece]:
    bare = trimmed(text, piece)
    if bare is not None:
        yield bare


def _with_lead(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The first piece of the report becomes its lead. In a one-line report that is its first paragraph,
    too."""
    led = False
    for piece in pieces:
        if piece.role == "body" and not led:
            led = True
            yield piece._replace(role="lead")
        else:
            yield piece


def _with_repeats(page: _Page, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The title's words, where they stand again in the report, are furniture."""
    title = ""
    for piece in pieces:
        if piece.role == "title":
            title = title or page.text[piece.start : piece.end]
        elif title and piece.role in ("lead", "body"):
            yield from _without(page.text, piece, list(repeats(page.text, piece.start, piece.end, title)))
            continue
        yield piece


def _without(text: str, piece: Piece, spans: list[Span]) -> Iterator[Piece]:
    at, role = piece.start, piece.role
    for start, end in spans:
        yield from _trimmed(text, Piece(role, at, start))
        yield from _trimmed(text, Piece("furniture", start, end))
        role = "body" if text[piece.start : start].strip() else role
        at = end
    yield from _trimmed(text, Piece(role, at, piece.end))
