"""Which values of a field a reader's words name: by key, by letters alone, or by a part of a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from dragoman.errors import QueryError
from dragoman.ledger.connection import fold
from dragoman.views.columns import Values


class Names:
    """The names of the values of one field, folded: the ledger's own and those of the packs in every language."""

    def __init__(self, what: str, values: Values, spellings: Callable[[str], Iterable[str]]) -> None:
        self._what = what
        self._values = values
        self._own: dict[str, list[int]] = {}
        self._all: list[tuple[str, int]] = []
        for code, value in enumerate(values.all):
            self._own.setdefault(fold(value.name), []).append(code)
            folded = {fold(name) for name in (value.name, *spellings(value.key))}
            self._all.extend((f" {name} ", code) for name in sorted(folded) if name)

    def codes(self, words: str) -> Sequence[int]:
        """What the words name: a key, else a name, else a part of names.

        Raises QueryError, with names that are near, where they name nothing.
        """
        if words in self._values.codes:
            return (self._values.codes[words],)
        found = self._own.get(fold(words)) or self.having(words)
        if not found:
            raise QueryError(f"{self._what}={words}: none in this ledger{self._near(words)}")
        return found

    def having(self, words: str, *, begun: bool = False) -> list[int]:
        """The values that have these words in a name, in any language; with `begun` the last may be only begun."""
        asked = fold(words)
        if not asked:
            return []
        wanted = f" {asked}" if begun else f" {asked} "
        return sorted({code for name, code in self._all if wanted in name})

    def _near(self, words: str) -> str:
        names = {fold(value.name): value.name for value in self._values.all}
        near = get_close_matches(fold(words), sorted(names), n=3, cutoff=0.6)
        return f"; did you mean {', '.join(names[one] for one in near)}?" if near else ""
