"""Near-equal sentences in different reports: one text that was copied or lightly rewritten, not two voices.

Sentences are compared as sets of three-word runs. Only sentences that share one of their smallest run
hashes are compared at all, so that the cost grows with the sentences and not with their pairs.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dragoman.events.ground import folded
from dragoman.model import Claim

# Shorter sentences ("Clashes continued in the city.") are equal by chance.
_SHORTEST = 7
_RUN = 3
# Share of runs that two sentences have in common from which on they are one text.
_ALIKE = 0.6
# With this share in common, six smallest hashes miss a pair once in 250 times; eight would double the work.
_SKETCH = 6
_BLOCK = 40


def copies(claims: Sequence[Claim]) -> dict[str, int]:
    """Claim ids whose sentence stands nearly equal in another document too, with the number of its group."""
    texts = {claim.id: folded(claim.sentence.text) for claim in claims}
    groups = _groups(sorted(set(texts.values())))
    members: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if texts[claim.id] in groups:
            members[groups[texts[claim.id]]].append(claim)
    shared = sorted(group for group, found in members.items() if len({c.document for c in found}) > 1)
    return {claim.id: number for number, group in enumerate(shared) for claim in members[group]}


def _groups(texts: Sequence[str]) -> Mapping[str, int]:
    """The group of every text of some length; near-equal texts are in one."""
    runs = {text: found for text in texts if (found := _runs(text))}
    leader = {text: text for text in runs}
    for one, other in sorted(_candidates(runs)):
        if _alike(runs[one], runs[other]):
            low, high = sorted((_find(leader, one), _find(leader, other)))
            leader[high] = low
    numbers = {text: number for number, text in enumerate(runs)}
    return {text: numbers[_find(leader, text)] for text in runs}


def _runs(text: str) -> frozenset[int]:
    words = text.split()
    if len(words) < _SHORTEST:
        return frozenset()
    runs = (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def _candidates(runs: Mapping[str, frozenset[int]]) -> Iterable[tuple[str, str]]:
    blocks: dict[int, list[str]] = defaultdict(list)
    for text, found in runs.items():
        for value in sorted(found)[:_SKETCH]:
            blocks[value].append(text)
    return {pair for texts in blocks.values() for pair in _block_pairs(texts)}


def _block_pairs(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a block; of a large one (a common phrase) only neighbours in the order of the alphabet."""
    if len(texts) <= _BLOCK:
        yield from combinations(texts, 2)
    else:
        yield from pairwise(texts)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


def _find(leader: dict[str, str], text: str) -> str:
    while leader[text] != text:
        leader[text] = leader[leader[text]]
        text = leader[text]
    return text
