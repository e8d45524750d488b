"""Whose word a claim is: the innermost speaker, else the outlet or the agency that it took the text from.

Copies count once: where a sentence stands nearly equal in several reports, all of them are the earliest
one's word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from dragoman.events.ground import Ground, folded
from dragoman.model import Claim, Document, Named

# How far from its beginning and end a report names the agency that it comes from.
_MARGIN = 250
# "(Reuters) -", "[AFP]", "/ Hina /", "Quelle: dpa"
_CREDITS = (
    re.compile(r"[(\[/]\s*([^()\[\]/\n]{2,40}?)\s*[)\]/]"),
    re.compile(r"(?m)(?:^|[.\s])(?:Source|Quelle|Izvor)\s*:\s*([^\n.,;]{2,40})"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """An originator: `key` is what counts as one voice, the pack's id or else the folded name."""

    key: str
    named: Named


class Voices:
    """The originator of every claim, and the outlet or agency of every document."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Mapping[str, Document],
        copies: Mapping[str, int],
        ground: Ground,
    ) -> None:
        self._ground = ground
        self._apart: dict[tuple[str, str], bool] = {}
        self._known: dict[tuple[str | None, str], Voice] = {}
        self.outlets = {key: outlet_of(documents[key], ground) for key in sorted(documents)}
        self._documents = documents
        self._voices = self._originators(tuple(claims), copies)

    def of(self, claim: Claim) -> Voice:
        """The originator of the claim."""
        return self._voices[claim.id]

    def side(self, voice: Voice) -> str | None:
        """The side that the originator speaks for; None for a neutral or unknown one."""
        return self._ground.side(voice.key)

    def one_side(self, one: str, other: str) -> bool:
        """Do two bodies belong together, or stand on one side?"""
        side = self._ground.side(one)
        return self._ground.related(one, other) or (side is not None and side == self._ground.side(other))

    def independent(self, voices: Iterable[Voice]) -> tuple[Voice, ...]:
        """One voice for each that speaks for itself: a spokesman and his ministry are one."""
        kept: list[Voice] = []
        for voice in sorted(set(voices), key=self._breadth):
            if all(self.apart(voice, other) for other in kept):
                kept.append(voice)
        return tuple(kept)

    def apart(self, one: Voice, other: Voice) -> bool:
        """Are the two independent of each other?"""
        pair = (one.key, other.key)
        if pair not in self._apart:
            self._apart[pair] = not self._may_be_one(*pair)
        return self._apart[pair]

    def _may_be_one(self, one: str, other: str) -> bool:
        """Is the one a part of the other, or a common noun ("a monitor") that may stand for the other?"""
        if self._ground.related(one, other):
            return True
        vague = self._ground.generic(one) or self._ground.generic(other)
        return vague and self._ground.kind(one) == self._ground.kind(other)

    def _breadth(self, voice: Voice) -> tuple[int, str, str]:
        return len(self._ground.lineage(voice.key)), voice.key, voice.named.name

    def carrier(self, claim: Claim) -> Voice:
        """The outlet in which the claim stands."""
        return self.outlets.get(claim.document) or _unnamed(claim.document)

    def _originators(self, claims: tuple[Claim, ...], copies: Mapping[str, int]) -> dict[str, Voice]:
        voices = {claim.id: self._speaker(claim) or self.carrier(claim) for claim in claims}
        for group in _copied(claims, copies):
            own = [claim for claim in group if self._speaker(claim) is None]
            if own:
                first = min(own, key=self._appeared)
                voices.update((claim.id, voices[first.id]) for claim in own)
        return voices

    def _speaker(self, claim: Claim) -> Voice | None:
        """The innermost speaker with a name; "the statement" is the word of whoever passes it on."""
        for speaker in reversed(claim.attribution):
            if speaker.id is not None or not anonymous(speaker.name):
                return self._named(speaker.id, speaker.name)
        return None

    def _named(self, key: str | None, name: str) -> Voice:
        """The voice of a name, made once: a million claims have some thousand speakers."""
        if (key, name) not in self._known:
            self._known[key, name] = Voice(key or f"~{folded(name)}", Named(key, name))
        return self._known[key, name]

    def _appeared(self, claim: Claim) -> tuple[date, str, str]:
        document = self._documents.get(claim.document)
        published = document.published.start if document is not None else None
        return published or date.max, claim.document, claim.id


def anonymous(name: str) -> bool:
    """Is the name of a speaker whom no pack knows a mere noun ("The group", "spokeswoman")?"""
    if name.lower() == name.upper():  # a script without case tells nothing
        return False
    first, *rest = name.split()
    return first == first.lower() or (bool(rest) and all(word == word.lower() for word in rest))


def _copied(claims: Iterable[Claim], copies: Mapping[str, int]) -> Iterator[list[Claim]]:
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in copies:
            groups[copies[claim.id]].append(claim)
    yield from (groups[number] for number in sorted(groups))


def outlet_of(document: Document, ground: Ground) -> Voice:
    """Who prints a report: the agency that the report credits, else its outlet, else the host of its address."""
    agency = _credited(document, ground)
    if agency is not None:
        return Voice(agency, Named(agency, ground.knowledge.actors[agency].name))
    name = document.outlet or _host(document.uri)
    if name is None:
        return _unnamed(document.id)
    key = ground.outlet(name)
    return Voice(key or f"~{folded(name)}", Named(key, ground.knowledge.actors[key].name if key else name))


def _unnamed(document: str) -> Voice:
    name = f"unnamed outlet of {document}"
    return Voice(f"~{folded(name)}", Named(None, name))


def _host(uri: str) -> str | None:
    host = urlsplit(uri).hostname if "://" in uri else None
    return host.removeprefix("www.") if host else None


def _credited(document: Document, ground: Ground) -> str | None:
    """The agency that stands in brackets or after "Source:" at the beginning or the end of the report."""
    margins = (document.text[:_MARGIN], document.text[-_MARGIN:])
    for margin in margins:
        for pattern in _CREDITS:
            for found in pattern.finditer(margin):
                if (key := ground.agencies.get(folded(found[1]))) is not None:
                    return key
    return None
