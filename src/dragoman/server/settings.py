"""How one server is set up: under which names it listens, who may come in, and what may be changed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

# A page that is opened on this machine may call it by any of these.
LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})


def web_folder() -> Path:
    """The folder with what the browser gets."""
    return Path(str(files("dragoman"))) / "web"


@dataclass(frozen=True, slots=True)
class Settings:
    """One server's settings; `names` are the host names under which a request may ask for it, in small
    letters; `web` is the folder with what the browser gets.
    """

    port: int
    project: Path
    web: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    names: frozenset[str] = LOOPBACK_NAMES
    packs: tuple[str, ...] = ()
    user: str = ""
    read_only: bool = False

    @property
    def cookie(self) -> str:
        """The cookie's name: browsers tell cookies apart by host but not by port, so the name does it."""
        return f"dragoman-{self.port}"


def project_of(ledger: Path) -> Path:
    """The folder of the project's own pack where none is named: beside the ledger, with its name."""
    return ledger.with_name(f"{ledger.stem}-pack")
