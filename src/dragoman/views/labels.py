"""Names of values in the reader's language."""

from __future__ import annotations

from typing import Any

from dragoman.chronology import Teller
from dragoman.views.columns import Value


class Labels:
    """How actors, places and sources are called in one language; all else is said by the screen itself."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def of(self, field: str, value: Value) -> str:
        """The name of a field's value."""
        if field == "place":
            return self.place(value.key, value.name)
        return self.party(value.key, value.name) if field in ("actor", "source") else value.name

    def place(self, key: str, name: str) -> str:
        """A place's name; one that no pack knows is its own words."""
        return self._teller.places.called(key, name)

    def party(self, key: str, name: str) -> str:
        """An actor's or a source's name; one that no pack knows is its own words."""
        return self._teller.naming.name(key, name)

    def named(self, field: str, value: Value) -> dict[str, Any]:
        """A value as `{id, name}`."""
        return {"id": value.key, "name": self.of(field, value)}
