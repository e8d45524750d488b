"""Records from their JSON values: the way back from `model.plain`, exact for every record of the contract.

A decoder is built once for each record from its type hints, so the model alone says what a record looks like.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from dragoman import model

Record = TypeVar("Record")
Decoder = Callable[[Any], Any]

# A string up to this length is likely to come again.
_SHORT = 40
# Made once: `json.dumps` makes one for every record. Records hold no circles, so none are looked for.
_WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def to_json(value: Any) -> str:
    """A record, or a list of them, as one line of JSON in the contract's key order."""
    return _WRITER.encode(model.plain(value))


def from_json(kind: type[Record], text: str) -> Record:
    """The record of this kind that `to_json` wrote."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[Record], value: Any) -> Record:
    """The record of this kind whose `model.plain` is `value`; KeyError or ValueError where it is not one."""
    record: Record = decoder(typing.cast(Hashable, kind))(value)
    return record


@cache
def decoder(hint: Hashable) -> Decoder:
    """The function that turns the JSON value of a type hint back into what it was."""
    if dataclasses.is_dataclass(hint):
        return _record_decoder(typing.cast(type, hint))
    if typing.get_origin(hint) is tuple:
        return _tuple_decoder(typing.get_args(hint))
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _optional_decoder(typing.get_args(hint))
    if hint is str or typing.get_origin(hint) is typing.Literal:
        return _shared
    return date.fromisoformat if hint is date else _as_it_is


def exported_name(field: str) -> str:
    """The key under which a field stands in the exported files (`since` is `from` there)."""
    return "from" if field == "since" else field


def _as_it_is(value: Any) -> Any:
    return value


def _shared(value: Any) -> Any:
    """Ids, names and words come again in a million records: of each short one there is one string."""
    return sys.intern(value) if type(value) is str and len(value) <= _SHORT else value


def _record_decoder(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    fields = [(name, exported_name(name), decoder(hints[name])) for name in names]

    def decode(value: Mapping[str, Any]) -> Any:
        return kind(**{name: read(value[key]) for name, key, read in fields})

    return decode


def _tuple_decoder(hints: tuple[Any, ...]) -> Decoder:
    read = decoder(hints[0])
    return tuple if read is _as_it_is else lambda value: tuple(read(item) for item in value)


def _optional_decoder(hints: tuple[Any, ...]) -> Decoder:
    (hint,) = (hint for hint in hints if hint is not type(None))
    read = decoder(hint)
    return read if read in (_as_it_is, _shared) else lambda value: None if value is None else read(value)
