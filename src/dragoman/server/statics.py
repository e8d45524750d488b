"""The files that the browser gets: a table of names made at the start; no path of a request is ever opened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import InputError

_KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
# What must be there for a page to be drawn at all; the second is copied from a package at build time.
_NEEDED = ("index.html", "vendor/preact.js")
# Kept, and asked for again with its ETag each time: an update of dragoman shows at once.
_CACHED = {"Cache-Control": "private, no-cache"}
# Kept for good: the address has the mark of the files as they are, and other files have another.
_MARK = re.compile(r"v-[0-9a-f]{16}")
_FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}


def files_of(web: Path) -> Mapping[str, Path]:
    """Every file that may be asked for, by its name under /web/; InputError where the folder was not built."""
    lacking = [name for name in _NEEDED if not (web / name).is_file()]
    if lacking:
        raise InputError(f"{web}: the browser's part is not built ({lacking[0]} is missing); run: make web")
    return dict(_files(web))


def _files(web: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(web.rglob("*")):
        if path.suffix in _KINDS and path.is_file() and not path.is_symlink():
            yield path.relative_to(web).as_posix(), path


def static(files: Mapping[str, Path]) -> Callable[[Request], Response]:
    """The endpoint that gives the files of the table, by exactly their names."""

    def answer(request: Request) -> Response:
        mark, _, marked = request.path_params["name"].partition("/")
        name, kept = (marked, _FOREVER) if _MARK.fullmatch(mark) else (request.path_params["name"], _CACHED)
        path = files.get(name)
        if path is None:
            raise HTTPException(404)
        return unless_known(request, path.read_bytes(), _KINDS[path.suffix], kept)

    return answer


def mark_of(files: Mapping[str, Path]) -> str:
    """A word that is another one where any of the files is."""
    states = [(name, stat.st_mtime_ns, stat.st_size) for name, stat in ((one, files[one].stat()) for one in files)]
    return f"v-{hashlib.sha256(repr(states).encode()).hexdigest()[:16]}"


def unless_known(request: Request, content: bytes, kind: str, kept: Mapping[str, str] = _CACHED) -> Response:
    """The content with its ETag, or only the word that the browser has it already."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = {**kept, "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    charset = "" if kind.startswith(("image/", "font/")) else "; charset=utf-8"
    return Response(content, headers={**headers, "Content-Type": kind + charset})
