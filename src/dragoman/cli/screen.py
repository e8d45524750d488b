"""What appears on the terminal: tables, lines and complaints, and nothing that a terminal would obey."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded when a table is made: much of what the program says needs none
    from rich.console import Console
    from rich.table import Table

# Control characters, and those that turn the direction of writing: both can make a terminal lie.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# In JSON everything below a space is escaped already.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Wide enough for a table's every column where no terminal says how wide it is.
PIPE_WIDTH = 160


def console(*, errors: bool = False) -> Console:
    """Where to print; colours and the width are the terminal's, if it is one."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() else PIPE_WIDTH
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def safe(text: str) -> str:
    """Report text with line ends and tabs as spaces and other control characters as their numbers."""
    return _UNSAFE.sub(_escaped, text)


def safe_json(line: str) -> str:
    """The same JSON, with characters escaped that a terminal would obey."""
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def complain(line: str) -> None:
    """One line on standard error."""
    print(f"dragoman: {safe(line)}", file=sys.stderr)


def say(line: str = "") -> None:
    """One line on standard output, as it is but for control characters; long lines are not broken."""
    print(safe(line))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose cells are words, never markup; the last column takes the room that is left."""
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns[:-1]:
        made.add_column(column, overflow="fold")
    made.add_column(columns[-1], overflow="fold", ratio=1)
    for row in rows:
        made.add_row(*(Text(safe(cell)) for cell in row))
    return made


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in "\t\n\r":
        return " "
    return f"\\x{ord(letter):02x}" if ord(letter) < 0x100 else f"\\u{ord(letter):04x}"
