"""What a build is asked to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How reports are read and with which packs.

    `theatres` and `packs` (folders) hold for a whole ledger. `columns`, `language` and `encoding` are about
    the inputs of one call: they are part of what each report is known by, so instalments may differ in them.
    """

    theatres: tuple[str, ...] = ("syria",)
    packs: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    language: str | None = None
    encoding: str | None = None
    rebuild: bool = False
