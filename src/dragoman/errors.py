"""What can go wrong, as one small tree.

DragomanError            everything that a user can mend; its text is one line that says what, where, what to do
├── InputError           a report, a folder or a column that cannot be read
├── PackError            an entry of a knowledge pack that is wrong, with file and line
├── LedgerError          a ledger that cannot be opened, written or trusted
└── QueryError           a filter, an id or an option that names nothing
"""

from __future__ import annotations


class DragomanError(Exception):
    """A mistake that the user can mend; the command line prints its text as one line."""


class InputError(DragomanError):
    """A report that cannot be read, or an option about reports that fits none."""


class PackError(DragomanError):
    """An entry of a knowledge pack that is wrong; the text begins with ``file:line:``."""


class LedgerError(DragomanError):
    """A ledger that cannot be opened, written or trusted."""


class QueryError(DragomanError):
    """A filter or an id that names nothing in the ledger."""
