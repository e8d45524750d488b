"""German news with every quotation, direct or not, its speaker, cue, frame and addressee: one JSON file a text.

A file has `documentName`, `originalText`, `tokens` (with `charBegin` and `charEnd`, code points) and `annotations`,
whose parts are lists of token numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.evaluation.overlap import Attribution, Marked, Spans, tokens_of

_PARTS = {"content": "quote", "source": "speaker", "cue": "cue", "frame": "frame", "addressee": "addressee"}


def texts(folder: Path) -> Iterator[Marked]:
    """The texts of a folder by file name; InputError where it is not there or a file is wrong."""
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; it should hold the German quotations")
    for path in sorted(folder.glob("*.json")):
        yield text(path)


def text(path: Path) -> Marked:
    """One file."""
    found = _loaded(path)
    where = "the text"
    try:
        tokens = tuple((int(token["charBegin"]), int(token["charEnd"])) for token in found["tokens"])
        read: list[Attribution] = []
        for number, one in enumerate(found["annotations"], start=1):
            where = f"annotation {number}"
            read.append(_attribution(one, tokens))
        return Marked(found["documentName"], "de", found["originalText"], tokens, tuple(read))
    except IndexError as error:
        raise InputError(f"{path}: {where} names a token that there is not") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: {where} is not as it should be: {error}") from error


def _loaded(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: no JSON: {error.msg}") from error


def _attribution(one: Mapping[str, Any], tokens: Spans) -> Attribution:
    numbers = {part: sorted(set(one.get(key, {}).get("tokenIds", ()))) for part, key in _PARTS.items()}
    return Attribution(**{part: tuple(tokens_of(tokens, found)) for part, found in numbers.items()})
