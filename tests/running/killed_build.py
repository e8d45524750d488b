"""A build in a process of its own that kills itself at a given SQL statement.

Arguments: REPORTS LEDGER N WORKERS [WORDS]. At the N-th statement (0: never), or at one that begins with
WORDS (if given), the process gets SIGKILL.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import fake_steps

from dragoman.ledger import Ledger
from dragoman.running import build

reports, path, number, workers, *words = sys.argv[1:]
left = int(number)


def watched(connection: sqlite3.Connection) -> sqlite3.Connection:
    def trace(sql: str) -> None:
        global left
        left -= 1
        if left == 0 or (words and sql.startswith(words[0])):
            os.kill(os.getpid(), signal.SIGKILL)

    connection.set_trace_callback(trace)
    return connection


if __name__ == "__main__":
    create = Ledger.create

    def watched_ledger(path: str | Path) -> Ledger:
        ledger = create(path)
        watched(ledger.connection)
        return ledger

    Ledger.create = watched_ledger  # type: ignore[method-assign, assignment]
    build([reports], path, workers=int(workers), maker=fake_steps.make)
