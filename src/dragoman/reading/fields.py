"""The fields of a record and the column names under which collectors' tools keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

FIELDS = ("text", "title", "outlet", "published", "captured", "url", "language", "id")

# Names are compared in lower case without spaces, hyphens and underscores, best first. A bare `date` is in no
# list: it is as often the day of the event or of the coding as the day of publication.
KNOWN: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "storytext", "articletext", "fulltext", "body"),
    "title": ("title", "headline", "articletitle"),
    "outlet": ("outlet", "medianame", "sitename", "sourcename", "publisher", "sourcedomain"),
    "published": (
        "published",
        "datepublish",
        "publishdate",
        "datepublished",
        "publicationdate",
        "pubdate",
        "publishedat",
    ),
    "captured": ("captured", "datedownload", "retrieved", "crawldate"),
    "url": ("url", "link", "sourceurl"),
    "language": ("language", "lang"),
    "id": ("id", "storiesid", "articleid", "guid"),
}

_SEPARATORS = re.compile(r"[\s_\-]+")


def columns_of(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Which column holds which field: the user's choice first, then the known names."""
    present = list(names)
    folded = {_folded(name): name for name in reversed(present)}
    found = {field: column for field, column in chosen.items() if column in present}
    for field in FIELDS:
        if field not in chosen:
            match = next((folded[name] for name in KNOWN[field] if name in folded), None)
            if match is not None and match not in found.values():
                found[field] = match
    return found


def missing(names: Iterable[str], chosen: Mapping[str, str]) -> str | None:
    """One line about a chosen column that is not there, or about a text that no column holds; None if all
    is well."""
    present = list(names)
    has = f"the columns are {', '.join(f'`{name}`' for name in present)}"
    for field, column in sorted(chosen.items()):
        if column not in present:
            return f"no column `{column}` (for {field}); {has}"
    if "text" not in columns_of(present, chosen):
        return f"no column holds the text; {has}; name one with text=COLUMN"
    return None


def values(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """The record's fields as text; empty and missing ones left away."""
    found = {field: as_text(record.get(column)) for field, column in columns.items()}
    return {field: value for field, value in found.items() if value}


def as_text(value: Any) -> str:
    """A value of JSON as text: paragraphs of a list stand apart, a dictionary is not text."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(as_text, value)))
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return ""
    return str(value)


def _folded(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()
