"""Worker processes for the shards: a bounded number in flight, and a worker's death costs one report.

Workers are started afresh (never forked), since the progress bar and the databases have threads. A worker
ends by itself when the process that started it is gone, also after SIGKILL.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process

from dragoman.ledger.results import ShardResult
from dragoman.running.options import BuildOptions
from dragoman.running.shard import Shard, process
from dragoman.running.steps import Steps, StepsMaker

# Keeps every worker busy while the parent writes, and no more than this in memory.
SHARDS_PER_WORKER = 2
DIED = "the worker process died while reading it (out of memory, or a fault in a library)"

Pending = dict[Future[ShardResult], Shard]

_steps: Steps | None = None


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: this process where `workers` is 1, else so many of their own."""

    workers: int
    maker: StepsMaker
    options: BuildOptions
    steps: Steps

    def results(self, shards: Iterable[Shard]) -> Iterator[ShardResult]:
        """The results of the shards, in the order in which they are done."""
        if self.workers == 1:
            yield from (process(self.steps, shard) for shard in shards)
        else:
            yield from self._in_processes(iter(shards))

    def _in_processes(self, shards: Iterator[Shard]) -> Iterator[ShardResult]:
        """Shards in parallel; those in flight when a worker dies are done again, one report at a time."""
        lost: list[Shard] = [Shard()]
        while lost:
            pending: Pending = {}
            lost = []
            with _closing(self._executor(self.workers)) as executor:
                try:
                    yield from self._spread(executor, shards, pending)
                except BrokenProcessPool:
                    lost = list(pending.values())
            yield from self._one_by_one(lost)

    def _spread(
        self, executor: ProcessPoolExecutor, shards: Iterator[Shard], pending: Pending
    ) -> Iterator[ShardResult]:
        for shard in shards:
            pending[executor.submit(_work, shard)] = shard
            if len(pending) >= self.workers * SHARDS_PER_WORKER:
                yield from _done(pending)
        while pending:
            yield from _done(pending)

    def _one_by_one(self, lost: Iterable[Shard]) -> Iterator[ShardResult]:
        left = deque(single for shard in lost for single in shard.split())
        while left:
            with _closing(self._executor(1)) as executor:
                yield from _until_death(executor, left)

    def _executor(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (self.maker, self.options))


@contextmanager
def _closing(executor: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """Ends an executor; on a way out by an exception it does not wait for work that nobody wants any more."""
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _done(pending: Pending) -> Iterator[ShardResult]:
    finished, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in finished:
        result = future.result()
        del pending[future]
        yield result


def _until_death(executor: ProcessPoolExecutor, left: deque[Shard]) -> Iterator[ShardResult]:
    """Single reports until they are done or the worker dies, which is then the fault of the one in hand."""
    while left:
        shard = left[0]
        try:
            result = executor.submit(_work, shard).result()
        except BrokenProcessPool:
            left.popleft()
            yield shard.given_up(DIED)
            return
        left.popleft()
        yield result


def _begin(maker: StepsMaker, options: BuildOptions) -> None:
    """Makes a new process a worker: it has the steps at hand and lives as long as its parent."""
    global _steps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _steps = maker(options)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(shard: Shard) -> ShardResult:
    assert _steps is not None
    return process(_steps, shard)
