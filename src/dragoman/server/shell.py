"""The application's shell: the same for every page. It names all modules, so that a browser asks for them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath

from starlette.requests import Request
from starlette.responses import Response

from dragoman.server.statics import mark_of, unless_known

ENTRY = "app/main.js"
_IMPORT = re.compile(r"""^(?:import|export)\b[^;"']*?["'](\.{1,2}/[^"']+)["']""", re.M)


def shell(files: Mapping[str, Path]) -> Callable[[Request], Response]:
    """The endpoint that gives the shell.

    A browser that only followed the imports would ask for a module when it has read the one before, some six times in
    a row. The modules' addresses have the files' mark, so that a browser that has them asks for none.
    """

    @lru_cache(maxsize=1)
    def written(mark: str) -> bytes:
        text = files["index.html"].read_text("utf-8")
        links = "".join(_LINK.format(name) for name in modules(files, (ENTRY,)))
        return text.replace("</head>", f"{links}</head>").replace('"/web/', f'"/web/{mark}/').encode()

    return lambda request: unless_known(request, written(mark_of(files)), "text/html")


_LINK = '<link rel="modulepreload" href="/web/{}">\n'


def modules(files: Mapping[str, Path], entries: Iterable[str]) -> list[str]:
    """The modules among the entries and all that they import, in the order in which they are met."""
    found: dict[str, None] = {}
    waiting = list(entries)
    for name in waiting:
        if name in files and name not in found:
            found[name] = None
            imported = _IMPORT.findall(files[name].read_text("utf-8"))
            waiting.extend(normpath(join(dirname(name), address)) for address in imported)
    return list(found)
