"""PolNeAR (Newell, Margolin and Ruths 2018): English political news, each attribution with its source, cue and content.

    text/NAME.txt                 the text as it is
    attributions/NAME_WHO.ann     brat's stand-off marks by one annotator: T lines are spans, E lines join them

Offsets are code points. Of a text with several annotators the first by file name counts. Spans that only tell what the
annotators talked about or set aside (`Discuss`, `Discard`) are none of an attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluation.overlap import Attribution, Marked, Spans

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARK = re.compile(r"(T\d+)\t([^\t ]+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_JOINED = re.compile(r"E\d+\t(\S+:T\d+(?: \S+:T\d+)*) *$")
_PARTS = {"Content": "content", "Source": "source", "Cue": "cue"}


def texts(folder: Path) -> Iterator[Marked]:
    """The texts of a folder by name; InputError where it is not there or a line of it is wrong."""
    marks = folder / "attributions"
    if not marks.is_dir():
        raise InputError(f"{marks}: there is no such folder; it should hold PolNeAR's marks")
    for name, files in groupby(sorted(marks.glob("*.ann"), key=lambda path: (_name(path), path.name)), key=_name):
        path = folder / "text" / f"{name}.txt"
        if not path.is_file():
            raise InputError(f"{path}: there is no such file; it should hold the text of {name}")
        text = path.read_bytes().decode("utf-8")
        yield Marked(name, "en", text, tokens(text), tuple(attributions(next(files), len(text))))


def _name(path: Path) -> str:
    return path.stem.rpartition("_")[0]


def tokens(text: str) -> Spans:
    """Runs of letters and digits, and every other visible sign by itself; PolNeAR's texts come without tokens."""
    return tuple(match.span() for match in _TOKEN.finditer(text))


def attributions(path: Path, length: int) -> Iterator[Attribution]:
    """The attributions of one file that have a content; `length` is the text's, in code points."""
    lines = list(enumerate(path.read_text("utf-8").splitlines(), start=1))
    marks = dict(_mark(path, number, line, length) for number, line in lines if line.startswith("T"))
    for number, line in lines:
        if not line.startswith("E"):
            continue
        joined = _JOINED.match(line)
        if joined is None:
            raise InputError(f"{path}:{number}: expected E1, a tab and ROLE:T1 …")
        found = _attribution(joined[1].split(), marks, f"{path}:{number}")
        if found.content:
            yield found


def _mark(path: Path, number: int, line: str, length: int) -> tuple[str, tuple[str, Spans]]:
    found = _MARK.match(line)
    if found is None:
        raise InputError(f"{path}:{number}: expected T1, a tab, LABEL START END")
    spans = tuple((int(start), int(end)) for start, end in (span.split() for span in found[3].split(";")))
    if any(not start < end <= length for start, end in spans):
        raise InputError(f"{path}:{number}: a span lies outside of the text or is empty")
    return found[1], (found[2], spans)


def _attribution(members: Iterable[str], marks: Mapping[str, tuple[str, Spans]], where: str) -> Attribution:
    parts: dict[str, list[tuple[int, int]]] = {part: [] for part in _PARTS.values()}
    for member in members:
        key = member.rpartition(":")[2]
        if key not in marks:
            raise InputError(f"{where}: there is no span {key}")
        label, spans = marks[key]
        if label in _PARTS:
            parts[_PARTS[label]] += spans
    return Attribution(**{part: tuple(sorted(spans)) for part, spans in parts.items()})
