"""What a user may say about the reports: which column holds what, their encoding, their language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.errors import InputError
from dragoman.reading.fields import FIELDS


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`columns` maps a field (`text`, `title`, …) to a column's name; `encoding` and `language` hold for
    all inputs.

    Raises InputError where a field does not exist or an encoding is not known to Python.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        for name in self.columns:
            if name not in FIELDS:
                raise InputError(f"column option `{name}`: no such field; use one of {', '.join(FIELDS)}")
        if self.encoding is not None:
            check_encoding(self.encoding)


def check_encoding(name: str) -> None:
    """Raise InputError where Python knows no text encoding of that name."""
    try:
        b"".decode(name)
        "".encode(name)
    except (LookupError, ValueError):
        raise InputError(f"encoding `{name}`: not known; use a name such as utf-8, cp1250 or iso-8859-2") from None
