"""The command line. Commands are imported when one is called: `dragoman --version` answers at once."""

from __future__ import annotations

import sys


def main() -> None:
    """What the `dragoman` program does."""
    if sys.argv[1:] == ["--version"]:
        from dragoman import __version__

        print(f"dragoman {__version__}")
        return
    from dragoman.cli.app import run

    sys.exit(run(sys.argv[1:]))
