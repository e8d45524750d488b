"""Working events out anew, in a process of its own; and how far that, or a build beside us, has come."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from dragoman.errors import DragomanError

# How long a run may take to end when it is told to, in seconds.
_PATIENCE = 5.0
# As much of what it complained of as fits a screen.
_TAIL = 2000


class BusyError(DragomanError):
    """There is a run already; two would only do the same work twice."""


class Runs:
    """At most one run of `dragoman relate` at a time, which ends when the server does."""

    def __init__(self, ledger: Path, packs: Sequence[str]) -> None:
        options = [word for pack in packs for word in ("--pack", pack)]
        self._command = [sys.executable, "-m", "dragoman.cli", "relate", str(ledger), "--quiet", *options]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    def start(self) -> None:
        """Starts a run; BusyError where one is."""
        with self._lock:
            if self._is_running():
                raise BusyError("the events are being worked out already; wait until that ends")
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 (read when the process has ended)
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._said,
                start_new_session=True,
            )  # fmt: skip

    @property
    def running(self) -> int | None:
        """The number of the process of the run that goes on; None where none does."""
        with self._lock:
            return self._process.pid if self._process is not None and self._is_running() else None

    @property
    def failed(self) -> str | None:
        """What the last run complained of, where it did not come to its end; None where it did."""
        with self._lock:
            ended = self._process is not None and not self._is_running() and self._process.returncode != 0
            return self._complaint() if ended else None

    def stop(self) -> None:
        """Ends the run, if there is one; what it has not finished changes nothing in the ledger."""
        with self._lock:
            if self._process is None or not self._is_running():
                return
            _tell(self._process, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE)
            _tell(self._process, signal.SIGKILL)
            self._process.wait()

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _complaint(self) -> str:
        assert self._said is not None
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][-_TAIL:] if lines else "the run ended without a word"


def _tell(process: subprocess.Popen[bytes], sign: signal.Signals) -> None:
    """A signal to the run and to the workers that it may have started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, sign)
