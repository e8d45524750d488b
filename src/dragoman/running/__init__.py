"""Drives the steps over all reports: in shards, over workers, and on from where a killed build stopped."""

from dragoman.running.building import build, related
from dragoman.running.options import BuildOptions
from dragoman.running.progress import Progress, running
from dragoman.running.summary import Summary

__all__ = ["BuildOptions", "Progress", "Summary", "build", "related", "running"]
