"""ES modules, styles and data made ready to stand inside one HTML file.

Modules become `data:` addresses in an import map, each under the bare name that the others import it by; so the browser
finds all of them in the page itself. Data is JSON in which nothing can end a script element.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from dragoman import web

PREFIX = "dragoman/"

# Static imports and re-exports with a relative address; the modules of the package have no other form.
_IMPORT = re.compile(r"""^(?P<before>\s*(?:import|export)\b[^;"']*?["'])(?P<address>\.{1,2}/[^"']+)(?=["'])""", re.M)
_ADDRESS = re.compile(r"""url\((?P<quote>["']?)(?P<address>[^)"']+)(?P=quote)\)""")
_IMAGES = {".png": "image/png", ".svg": "image/svg+xml"}

# What could end a script element or a line of JavaScript inside of JSON; JSON may write any letter by its number.
_RISKY = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def modules(entry: str) -> dict[str, str]:
    """The module `entry` and all that it imports, by their paths in the package, with bare names for addresses.

    The names are in alphabetical order, so that the same files give the same bytes.
    """
    found: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        path = waiting.pop()
        if path not in found:
            text = web.text(path)
            found[path] = _bare(text, path)
            waiting.extend(_beside(path, match["address"]) for match in _IMPORT.finditer(text))
    return dict(sorted(found.items()))


def import_map(sources: Mapping[str, str]) -> str:
    """The import map by which the modules find each other."""
    return data({"imports": {PREFIX + path: _data_address("text/javascript", text) for path, text in sources.items()}})


def styles(paths: Iterable[str]) -> str:
    """Style sheets one after the other, their images inside them."""
    return "\n".join(_filled(web.text(path), path) for path in paths)


def data(value: Any) -> str:
    """A value as JSON that is safe inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_RISKY)


def digest(text: str) -> str:
    """What a Content-Security-Policy names an inline script or style by."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _bare(text: str, path: str) -> str:
    return _IMPORT.sub(lambda match: f"{match['before']}{PREFIX}{_beside(path, match['address'])}", text)


def _beside(path: str, address: str) -> str:
    return normpath(join(dirname(path), address))


def _filled(text: str, path: str) -> str:
    return _ADDRESS.sub(lambda match: _image(match, path), text)


def _image(match: re.Match[str], path: str) -> str:
    address = match["address"]
    kind = next((kind for ending, kind in _IMAGES.items() if address.endswith(ending)), None)
    if kind is None:  # a reference into the page itself, as #shadow
        return match[0]
    content = web.file(_beside(path, address)).read_bytes()
    return f'url("data:{kind};base64,{b64encode(content).decode()}")'


def _data_address(kind: str, text: str) -> str:
    return f"data:{kind};base64,{b64encode(text.encode()).decode()}"
