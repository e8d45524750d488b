"""The real steps, imported only when a build begins."""

from __future__ import annotations

from dragoman.running.options import BuildOptions
from dragoman.running.steps import Steps


def real_steps(options: BuildOptions) -> Steps:
    raise NotImplementedError
