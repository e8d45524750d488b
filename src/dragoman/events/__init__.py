"""Events: which claims tell one happening, what they are worth together, who held what, and at what toll."""

from dragoman.events.relate import relate
from dragoman.events.story import Link, Story

__all__ = ["Link", "Story", "relate"]
