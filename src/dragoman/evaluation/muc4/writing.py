"""Templates written as the responses of MUC-4: one filler a line, `-` for none, `*` where a slot does not apply."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.evaluation.muc4.reading import Filler, Template
from dragoman.evaluation.muc4.slots import INSTRUMENT, INSTRUMENT_TYPE, MESSAGE, PHYSICAL, SLOTS, TEMPLATE, TYPE, Slot

_WIDTH = 35
_INSTRUMENTS = frozenset({INSTRUMENT, INSTRUMENT_TYPE})
_NOT_FOR = {"ARSON": _INSTRUMENTS, "KIDNAPPING": _INSTRUMENTS | frozenset(range(PHYSICAL, PHYSICAL + 6))}


def write_template(template: Template) -> str:
    """The lines of one template; of a filler's alternatives the first is written, for a response may have no more."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(template))


def _lines(template: Template) -> Iterator[str]:
    type_ = template[TYPE][0].values[0] if template[TYPE] else ""
    for number, slot in SLOTS.items():
        head = f"{number}.".ljust(4) + slot.label
        texts = [_text(slot, filler) for filler in template[number]] or ["-"]
        if number == MESSAGE:
            texts = [template.message]
        elif template.number is None or number in _NOT_FOR.get(type_, ()):
            texts = ["*"]
        elif number == TEMPLATE:
            texts = [f"{template.number} (OPTIONAL)" if template.optional else str(template.number)]
        for text in texts:
            yield head.ljust(_WIDTH) + text
            head = ""


def _text(slot: Slot, filler: Filler) -> str:
    value = _quoted(filler.values[0]) if slot.kind == "string" else filler.values[0]
    return f"{value}: {_quoted(filler.tags[0])}" if filler.tags else value


def _quoted(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
