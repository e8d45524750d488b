"""Near-equal sentences in different reports: one text that was copied or lightly rewritten, not two voices.

Sentences are compared as sets of three-word runs. Only sentences that share one of their smallest run
hashes are compared at all, so that the cost grows with the sentences and not with their pairs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.events.ground import folded
from dragoman.events.pairing.census import Numbers
from dragoman.model import Claim

# Shorter sentences ("Clashes continued in the city.") are equal by chance.
_SHORTEST = 7
_RUN = 3
# Share of runs that two sentences have in common from which on they are one text.
_ALIKE = 0.6
# The share of bits that such sentences have in common at the least, a few runs having one bit by chance.
_GLANCE = 0.5
# With this share in common, six smallest hashes miss a pair once in 250 times; eight would double the work.
_SKETCH = 6
_BLOCK = 40

Integers = NDArray[np.int64]


def copies(claims: Iterable[Claim]) -> dict[str, int]:
    """Claim ids whose sentence stands nearly equal in another document too, with the number of its group."""
    sentences, numbers = _Sentences(), Numbers[str]()
    ids, documents = [], array("i")
    for claim in claims:
        ids.append(claim.id)
        documents.append(numbers.of(claim.document, claim.document))
        sentences.note(claim.sentence.text)
    groups = sentences.copies(np.array(documents, np.int64))
    return {ids[place]: int(groups[place]) for place in np.flatnonzero(groups >= 0).tolist()}


class _Sentences:
    """The sentences of claims as sets of run hashes, equal sentences once."""

    def __init__(self) -> None:
        self._known: dict[bytes, int] = {b"": -1}
        self._of_claims = array("i")
        self._runs = array("I")
        self._ends = array("q", [0])

    def note(self, sentence: str) -> None:
        """The sentence of the next claim."""
        words = folded(sentence).encode("utf-8", "surrogatepass").split()
        key = blake2b(b" ".join(words), digest_size=8).digest() if len(words) >= _SHORTEST else b""
        number = self._known.setdefault(key, len(self._known) - 1)
        if number == len(self._ends) - 1:
            runs = map(b" ".join, zip(*(words[first:] for first in range(_RUN)), strict=False))
            self._runs.extend(sorted(set(map(crc32, runs))))
            self._ends.append(len(self._runs))
        self._of_claims.append(number)

    def copies(self, documents: Integers) -> Integers:
        """For each claim the number of its group of near-equal sentences, -1 where no other document has one.

        `documents` are numbers of the claims' documents; groups are numbered in the order of their first claims.
        """
        if not self._runs:
            return np.full(len(documents), -1)
        texts = np.array(self._of_claims, np.int64)
        groups = np.where(texts < 0, -1, np.append(self._groups(), -1)[texts])
        told = np.unique(np.stack((groups, documents)), axis=1)[0]
        shared = np.bincount(told[told >= 0], minlength=len(self._ends)) > 1
        groups[(groups < 0) | ~shared[groups]] = -1
        kept, firsts, places = np.unique(groups, return_index=True, return_inverse=True)
        ranks = np.argsort(np.argsort(np.where(kept < 0, -1, firsts)))
        return np.where(groups < 0, -1, ranks[places] - (kept[0] < 0))

    def _groups(self) -> Integers:
        """For each text the least number among those that are nearly equal to it, directly or through others."""
        leaders = list(range(len(self._ends) - 1))
        for one, other in np.unique(np.concatenate(list(self._candidates()), axis=1), axis=1).T.tolist():
            low, high = sorted((_find(leaders, one), _find(leaders, other)))
            if low != high and self._alike(one, other):
                leaders[high] = low
        return np.array([_find(leaders, text) for text in range(len(leaders))], np.int64)

    def _candidates(self) -> Iterator[Integers]:
        """Pairs of texts that share one of their smallest hashes, in columns; of a hash that many share (a common
        phrase) only neighbours in the order of their hashes. Most fall by a glance at their bits.
        """
        hashes, texts = self._sketches()
        bits = self._bits()
        _, blocks, sizes = np.unique(hashes, return_inverse=True, return_counts=True)
        small = sizes[blocks] <= _BLOCK
        for step in range(1, _BLOCK):
            together = np.flatnonzero((blocks[step:] == blocks[:-step]) & (small[step:] | (step == 1)))
            one, other = texts[together], texts[together + step]
            kept = _ones(bits[one] & bits[other]) >= _GLANCE * _ones(bits[one] | bits[other])
            yield np.stack((one[kept], other[kept]))

    def _bits(self) -> NDArray[np.uint64]:
        """For each text 256 bits, of which each of its runs sets one."""
        texts = np.repeat(np.arange(len(self._ends) - 1), np.diff(np.array(self._ends)))
        runs = np.array(self._runs, np.uint64)
        bits = np.zeros((len(self._ends) - 1, 4), np.uint64)
        for word in range(4):
            found = np.flatnonzero(runs >> np.uint64(6) & np.uint64(3) == word)
            np.bitwise_or.at(bits[:, word], texts[found], np.uint64(1) << (runs[found] & np.uint64(63)))
        return bits

    def _sketches(self) -> tuple[Integers, Integers]:
        """The smallest hashes of all texts with the texts; equal ones side by side, then like texts."""
        runs, ends = np.array(self._runs, np.int64), np.array(self._ends)
        places = ends[:-1, None] + np.arange(_SKETCH)
        sketch = np.where(places < ends[1:, None], runs[np.minimum(places, len(runs) - 1)], -1)
        keys = np.frombuffer(b"".join(key for key in self._known if key), np.uint64)
        order = np.lexsort((keys, *sketch.T[::-1]))
        hashes, texts = sketch[order].ravel(), np.repeat(order, _SKETCH)
        kept = np.flatnonzero(hashes >= 0)
        kept = kept[np.argsort(hashes[kept], kind="stable")]
        return hashes[kept], texts[kept]

    def _alike(self, one: int, other: int) -> bool:
        a, b = (set(self._runs[self._ends[text] : self._ends[text + 1]]) for text in (one, other))
        return len(a & b) >= _ALIKE * len(a | b)


def _ones(bits: NDArray[np.uint64]) -> Integers:
    counted: Integers = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counted


def _find(leaders: list[int], text: int) -> int:
    while leaders[text] != text:
        leaders[text] = leaders[leaders[text]]
        text = leaders[text]
    return text
