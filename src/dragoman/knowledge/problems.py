"""What is wrong in a pack file, and on which line."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HEADER = re.compile(r"\s*\[{1,2}\s*([A-Za-z0-9_.\"'-]+)\s*\]{1,2}\s*(?:#|$)")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One wrong entry; as text one line that says where, what, and what to do."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class TomlFile:
    """A parsed TOML file that still knows on which line an entry and its keys stand."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._lines: list[str] = []
        self._headers: list[int] = []  # the indexes of the lines that open a table
        self._by_name: dict[str, list[int]] = {}
        self.table: dict[str, Any] = self._parsed(path)

    def _parsed(self, path: Path) -> dict[str, Any]:
        try:
            text = path.read_text("utf-8")
            self._lines = text.splitlines()
            self._find_headers()
            return tomllib.loads(text)
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.problems.append(Problem(self.name, line, "not UTF-8; save the file as UTF-8"))
        except tomllib.TOMLDecodeError as error:
            self.problems.append(self._syntax(str(error)))
        return {}

    def _syntax(self, message: str) -> Problem:
        found = _AT_LINE.search(message)
        line = int(found[1]) if found else max(1, len(self._lines))
        return Problem(self.name, line, f"not TOML: {_AT_LINE.sub('', message)}; mend the syntax")

    def add(self, what: str, table: str = "", number: int = 0, key: str = "") -> None:
        """Records a problem of a key in the `number`-th entry of `[[table]]`, of `[table]`, or of the top."""
        self.problems.append(Problem(self.name, self.line(table, number, key), what))

    def has_table(self, table: str) -> bool:
        """Whether a table has a header of its own."""
        return table in self._by_name

    def line(self, table: str = "", number: int = 0, key: str = "") -> int:
        """The line of a key in an entry; the entry's own line where the key does not stand there."""
        start, end = self._entry(table, number)
        wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*(=|\.|$)""")
        for index in range(start, end):
            if key and wanted.match(self._lines[index]):
                return index + 1
        return max(1, start)

    def _entry(self, table: str, number: int) -> tuple[int, int]:
        """The indexes of the lines behind an entry's header, up to the next header."""
        if not table:
            return 0, self._headers[0] if self._headers else len(self._lines)
        own = self._by_name.get(table)
        if not own:
            return 0, len(self._lines)
        start = own[min(number, len(own) - 1)]
        behind = bisect_right(self._headers, start)
        return start + 1, self._headers[behind] if behind < len(self._headers) else len(self._lines)

    def _find_headers(self) -> None:
        for at, line in enumerate(self._lines):
            if line.lstrip().startswith("[") and (found := _HEADER.match(line)):
                self._headers.append(at)
                self._by_name.setdefault(found[1], []).append(at)
