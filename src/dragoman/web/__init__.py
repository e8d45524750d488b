"""What the browser gets: pages, styles and scripts; the libraries and the basemap come from npm (`make web`)."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import DragomanError

_BUILT = ("vendor", "basemap")


def file(name: str) -> Traversable:
    """A file of this package by its path, such as ``vendor/leaflet.js``.

    Raises DragomanError where there is none; for what the build makes, the text says how. `name` comes from the
    program and never from a request.
    """
    found = files(__name__).joinpath(name)
    if not found.is_file():
        mend = "run make web" if name.split("/")[0] in _BUILT else "install dragoman anew"
        raise DragomanError(f"dragoman.web: no {name}; {mend}")
    return found


def text(name: str) -> str:
    """A file's text; see `file`."""
    return file(name).read_text(encoding="utf-8")
