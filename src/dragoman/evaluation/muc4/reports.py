"""The reports of MUC-4 as a build would get them: each with its day, its source and where it was sent from.

A file holds many reports, each behind a line with its id. A report begins with a dateline and remarks in square
brackets (`SAN JOSE, 3 JUN 89 (AGENCY) -- [TEXT] …`), whose form the set documents (`dev/text-headers-info`): they are
read here as metadata, since no page or feed has them within its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.reading import Item
from dragoman.reading.item import item

_ID = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*$", re.MULTILINE)
_DATELINE = re.compile(
    r"\s*(?P<place>[^,\[]{2,60}?)\s*,\s*(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z]{3})\w*\.?(?:\s+(?P<year>\d{2}))?|NO DATE)"
    r"\s*(?:\((?P<source>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*--\s*"
)
_REMARKS = re.compile(r"(?:\[[^\]]{0,300}\]\s*)*\[(?:TEXT|SUMMARY|EXCERPTS?)\]\s*")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its id in the keys, the item that a build reads, and the place of its dateline."""

    message: str
    item: Item
    place: str


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file, in its order; InputError where it is not there or holds none."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; it should hold reports of MUC-4")
    text = path.read_text("latin-1").replace("\r\n", "\n")
    heads = list(_ID.finditer(text))
    if not heads:
        raise InputError(f"{path}: no line begins with an id such as DEV-MUC3-0001; is it a file of MUC-4's reports?")
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        yield _report(head[1], text[head.end() : after.start() if after else len(text)], f"{path.name}#{head[1]}")


def _report(message: str, text: str, uri: str) -> Report:
    line = _DATELINE.match(text)
    body = text[line.end() :] if line else text
    remarks = _REMARKS.match(body)
    body = body[remarks.end() :] if remarks else body
    told = {"set_language": "en", "outlet": line["source"] if line else None, "published": _day(line) if line else None}
    known = {name: value for name, value in told.items() if value}
    return Report(message, item(uri, "text", body.strip().encode(), known), line["place"] if line else "")


def _day(line: re.Match[str]) -> str | None:
    if line["year"] is None or line["month"] not in _MONTHS:
        return None
    return f"19{line['year']}-{_MONTHS.index(line['month']) + 1:02}-{int(line['day']):02}"
