"""Words cut at the borders of what is marked in them, so that a screen can set each piece off.

Offsets count Unicode code points; marks may overlap, lie within each other or reach beyond the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from dragoman.model import Claim

Label = TypeVar("Label")

# The slots of a claim, in the order in which a piece names them.
SLOTS = ("trigger", "actor", "target", "place", "when", "count", "speaker", "cue")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Label]):
    """A stretch of a text, from `start` up to `end`, and what it is."""

    start: int
    end: int
    label: Label


def pieces(text: str, start: int, end: int, marks: Iterable[Mark[Label]]) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """The words `text[start:end]` as pieces, each with the labels of the marks over it, in the order of the marks.

    The pieces joined are the words; none is empty, and two neighbours differ in their labels.
    """
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, end)]
    borders = {start, end}
    for mark in inside:
        borders |= {max(mark.start, start), min(mark.end, end)}
    opened, closed = _events(inside, start, end)
    live: dict[int, Label] = {}
    waiting: tuple[str, tuple[Label, ...]] | None = None
    for first, last in pairwise(sorted(borders)):
        live.update(opened.get(first, ()))
        for number in closed.get(first, ()):
            live.pop(number, None)
        labels = tuple(dict.fromkeys(live[number] for number in sorted(live)))
        if waiting is not None and waiting[1] == labels:
            waiting = waiting[0] + text[first:last], labels
            continue
        if waiting is not None:
            yield waiting
        waiting = text[first:last], labels
    if waiting is not None:
        yield waiting


def _events(
    marks: Iterable[Mark[Label]], start: int, end: int
) -> tuple[dict[int, list[tuple[int, Label]]], dict[int, list[int]]]:
    """By offset the marks that begin there, and those that end there."""
    opened: dict[int, list[tuple[int, Label]]] = {}
    closed: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        opened.setdefault(max(mark.start, start), []).append((number, mark.label))
        closed.setdefault(min(mark.end, end), []).append(number)
    return opened, closed


def slot_marks(claim: Claim, text: str, offset: int = 0) -> Iterator[Mark[str]]:
    """The spans of a claim with their slots; `text` are the words from `offset` on, in which cues are looked for."""
    yield Mark(claim.trigger.start, claim.trigger.end, "trigger")
    for slot, spans in (("actor", claim.actors), ("target", claim.targets), ("place", claim.places)):
        yield from (Mark(span.start, span.end, slot) for span in spans)
    if claim.when.span_start is not None and claim.when.span_end is not None:
        yield Mark(claim.when.span_start, claim.when.span_end, "when")
    yield from (Mark(span.start, span.end, "count") for span in claim.counts)
    for speaker in claim.attribution:
        yield Mark(speaker.start, speaker.end, "speaker")
        at = _nearest(text, speaker.cue, speaker.start - offset, speaker.end - offset)
        if at is not None:
            yield Mark(offset + at, offset + at + len(speaker.cue), "cue")


def _nearest(text: str, cue: str, start: int, end: int) -> int | None:
    """Where the handing word stands that is nearest to the speaker: a claim keeps its letters alone."""
    found, at = [], text.find(cue) if cue else -1
    while at >= 0:
        found.append(at)
        at = text.find(cue, at + 1)
    return min(found, key=lambda at: (max(start - at - len(cue), at - end), at), default=None)
