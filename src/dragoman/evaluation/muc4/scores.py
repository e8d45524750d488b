"""The scores of a set of reports, in the four views of MUC-4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluation.muc4.counts import Counts
from dragoman.evaluation.muc4.mapping import Pair, mapped
from dragoman.evaluation.muc4.reading import Template, by_message
from dragoman.evaluation.muc4.slots import SCORED


@dataclass(frozen=True, slots=True)
class Scores:
    """The mapped, missing and spurious templates of a run.

    In a view that leaves out missing or spurious templates, only templates that were mapped count on that side.
    """

    pairs: Sequence[Pair]

    @property
    def all_templates(self) -> Counts:
        """ALL TEMPLATES, the official score: what is missing and what is spurious counts in full."""
        return _total(self.pairs)

    @property
    def matched_missing(self) -> Counts:
        """MATCHED/MISSING: spurious templates are left out."""
        return _total(pair for pair in self.pairs if pair.key)

    @property
    def matched_spurious(self) -> Counts:
        """MATCHED/SPURIOUS: missing templates are left out."""
        return _total(pair for pair in self.pairs if pair.response)

    @property
    def matched_only(self) -> Counts:
        """MATCHED ONLY: pairs alone."""
        return _total(pair for pair in self.pairs if pair.key and pair.response)

    @property
    def by_slot(self) -> Mapping[int, Counts]:
        """The counts of each slot over all templates."""
        return {slot: sum((pair.counts[slot] for pair in self.pairs), Counts()) for slot in SCORED}

    def over(self, slots: Iterable[int]) -> Counts:
        """The counts of some slots together, over all templates."""
        return sum((self.by_slot[slot] for slot in slots), Counts())


def score(keys: Iterable[Template], responses: Iterable[Template]) -> Scores:
    """Score responses against keys, report by report; a report that one side lacks has no incident there."""
    wanted, found = by_message(tuple(keys)), by_message(tuple(responses))
    reports = sorted(wanted.keys() | found.keys())
    return Scores([pair for name in reports for pair in mapped(wanted.get(name, ()), found.get(name, ()))])


def _total(pairs: Iterable[Pair]) -> Counts:
    return sum((pair.total for pair in pairs), Counts())
