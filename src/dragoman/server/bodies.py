"""What a browser sends: small JSON objects, looked at before anything is done with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.errors import QueryError

# A decision is a few hundred bytes; the longest, a split of an event with its claims, some thousand.
MOST_BYTES = 64 * 1024
MOST_DEPTH = 8


async def body(request: Request) -> dict[str, Any]:
    """The JSON object that was sent; QueryError says what is wrong with it, 413 that it is too long."""
    found = _parsed(await _bytes(request))
    if not isinstance(found, dict):
        raise QueryError('the body is no JSON object; send one, as {"user": …}')
    if _depth(found) > MOST_DEPTH:
        raise QueryError(f"the JSON is nested more than {MOST_DEPTH} deep; send the fields of the documented shape")
    return found


async def _bytes(request: Request) -> bytes:
    """The body, read no further than it may be long, whatever its header says."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > MOST_BYTES:
            raise HTTPException(413, f"the body is longer than {MOST_BYTES} bytes; send one decision at a time")
    return bytes(found)


def _parsed(content: bytes) -> Any:
    try:
        found = json.loads(content.decode(), object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except UnicodeError:
        raise QueryError("the body is not UTF-8 text; send JSON in UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise QueryError(f"the body is not JSON ({error}); send one object") from None
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands in it twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def expect_fields(given: Mapping[str, Any], known: frozenset[str]) -> None:
    """QueryError where a field is there that nobody would read."""
    unknown = sorted(set(given) - known)
    if unknown:
        raise QueryError(f"{unknown[0]}: there is no such field; send some of {', '.join(sorted(known))}")


def text(given: Mapping[str, Any], name: str, usual: str | None = None) -> str:
    """A field that is words; `usual` where it is not there, QueryError where there is none for that."""
    found = given.get(name)
    if found is None and usual is not None:
        return usual
    if not isinstance(found, str) or not found.strip():
        raise QueryError(f"{name}: words are expected; send a text that is not empty")
    return found.strip()


def optional_text(given: Mapping[str, Any], name: str) -> str | None:
    """A field that is words, or is not there."""
    return None if given.get(name) is None else text(given, name)


def optional_number(given: Mapping[str, Any], name: str) -> int | None:
    """A field that is a whole number from 0 on, or is not there."""
    found = given.get(name)
    if found is None:
        return None
    if type(found) is not int or found < 0:
        raise QueryError(f"{name}: a whole number from 0 on is expected")
    return found
