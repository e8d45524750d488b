"""Templates as MUC-4 writes them, in keys and in systems' responses alike.

A slot holds fillers, one a line. A filler of a key may offer alternatives (`"A" / "B"`), may be optional (`? "A"`) and
may speak of fillers of another slot (`DEATH: "A" / "B"`); a line that ends with a slash goes on in the next one. `-`
stands for no filler, `*` for a slot that does not apply, and a template number `*` for a report without an incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluation.muc4.slots import MESSAGE, SLOTS, TEMPLATE

_HEAD = re.compile(r"\s{0,3}(\d{1,2})\.\s+([A-Z]+(?: [A-Z]+)?: .*)$")
# Where a filler is cut: quoted words and what stands in round brackets stay whole.
_PIECES = re.compile(r'"(?:\\.|[^"\\])*"|\((?:[^()]|\([^()]*\))*\)|[/:]|[^"(/:]+|.')
_BLANK = re.compile(r"[-*?\s]*")


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler: its alternatives without quotes, the alternatives of the filler it speaks of, and if it may lack."""

    values: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its report, its number (none where the report has no incident), and the fillers by slot."""

    message: str
    number: int | None
    fillers: Mapping[int, tuple[Filler, ...]]
    optional: bool = False

    def __getitem__(self, slot: int) -> tuple[Filler, ...]:
        return self.fillers.get(slot, ())


def read_templates(path: Path) -> Iterator[Template]:
    """The templates of a file, in its order; InputError with file and line where one cannot be read."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; it should hold templates of MUC-4")
    # The files are older than any declared encoding; what they quote is upper-case English.
    lines = list(_slot_lines(path, path.read_text("latin-1").splitlines()))
    starts = [place for place, (_, slot, _) in enumerate(lines) if slot == MESSAGE]
    if lines and (not starts or starts[0]):
        raise InputError(f"{path}:{lines[0][0]}: a slot before the first {SLOTS[MESSAGE].label}")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _template(path, lines[start:end])


def by_message(templates: Sequence[Template]) -> Mapping[str, Sequence[Template]]:
    """The templates with an incident by report, in the order of the reports; a report without one has none."""
    groups = groupby(sorted(templates, key=lambda one: one.message), key=lambda one: one.message)
    return {name: [one for one in group if one.number is not None] for name, group in groups}


def _slot_lines(path: Path, lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Line number, slot and one filler each; comments and what stands before the first slot are left out."""
    slot = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith(";"):
            continue
        head = _HEAD.match(line)
        if head is None:
            # A filler of its own line is indented; the official program leaves out what is not.
            if slot is not None and line[0].isspace():
                yield number, slot, line.strip()
            continue
        slot = int(head[1])
        if slot not in SLOTS or not head[2].startswith(SLOTS[slot].label):
            raise InputError(f"{path}:{number}: {line.strip()[:40]!r}: MUC-4 has no such slot")
        yield number, slot, head[2].removeprefix(SLOTS[slot].label).strip()


def _template(path: Path, lines: Sequence[tuple[int, int, str]]) -> Template:
    found: dict[int, list[str]] = {}
    for _, slot, text in lines:
        texts = found.setdefault(slot, [])
        if texts and (texts[-1].endswith(("/", ":")) or text.startswith("/")):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    if not found[MESSAGE][0]:
        raise InputError(f"{path}:{lines[0][0]}: {SLOTS[MESSAGE].label} is empty")
    number, _, remark = found.get(TEMPLATE, ["*"])[0].partition(" ")
    if not number.isdigit() and not _blank(number):
        raise InputError(f"{path}:{lines[0][0]}: the template's number is {number!r}, not a number")
    fillers = {
        slot: tuple(filler(text, slot) for text in stated)
        for slot, texts in found.items()
        if SLOTS[slot].section and (stated := [text for text in texts if not _blank(text)])
    }
    return Template(found[MESSAGE][0], int(number) if number.isdigit() else None, fillers, "OPTIONAL" in remark)


def filler(text: str, slot: int) -> Filler:
    """One filler as it is written; an alternative of `-` says that it may lack."""
    body = text.removeprefix("?").strip()
    parts: list[list[str]] = [[""]]
    for piece in _PIECES.findall(body):
        if piece == ":" and SLOTS[slot].tagged:
            parts.append([""])
        elif piece == "/":
            parts[-1].append("")
        else:
            parts[-1][-1] += piece
    values = tuple(_bare(value) for value in _options(parts[0]))
    tags = tuple(_bare(value) for value in _options(parts[-1])) if len(parts) > 1 else ()
    stated = tuple(value for value in values if not _blank(value)) or values
    return Filler(stated, tags, body != text or stated != values)


def _options(values: Sequence[str]) -> Iterator[str]:
    """The alternatives, those in round brackets taken apart."""
    for value in map(str.strip, values):
        inner = value[1:-1].strip() if value.startswith("(") and value.endswith(")") else ""
        if "/" in inner and '"' not in inner:
            yield from map(str.strip, inner.split("/"))
        else:
            yield inner or value


def _blank(value: str) -> bool:
    return _BLANK.fullmatch(value) is not None


def _bare(value: str) -> str:
    """A value without its quotes, spaces as one."""
    words = " ".join(value.replace('\\"', "\x00").replace('"', "").replace("\x00", '"').split())
    return words.upper()
