"""From a web page to its text: the report as paragraphs, its readers' comments apart, and what its head
says of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from dragoman.reading.limits import NESTING

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")

# Elements that a parser closes by itself, or that hold nothing, do not nest.
_FLAT = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option
    thead tbody tfoot
    """.split()  # noqa: SIM905 - a list of forty quoted words is harder to read
)
_BLOCKS = frozenset(
    """
    address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul
    """.split()  # noqa: SIM905 - a list of forty quoted words is harder to read
)
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "iframe", "svg"))
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_META_CHARSET = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]+)|<\?xml[^>]+encoding=[\"']([a-zA-Z0-9_.:-]+)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's report, its readers' comments, and the metadata that its markup gives."""

    text: str
    comments: str = ""
    metadata: dict[str, str] = field(default_factory=dict)


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page names in its first bytes, where HTML wants it."""
    match = _META_CHARSET.search(raw[:2048])
    name = (match.group(1) or match.group(2)).decode("ascii") if match else None
    return None if name is None or name.lower().startswith("utf-16") else name


def page(html: str, url: str | None) -> Page:
    """The report of a page; where no report can be told from the rest, all text of the page."""
    flat = flattened(html)
    found = _extracted(flat, url)
    if found is None or not (found.text or "").strip():
        return Page(fragment(flat))
    return Page(_paragraphs(found.text), _paragraphs(found.comments or ""), _metadata(found))


def _extracted(html: str, url: str | None) -> Any:
    """Trafilatura's reading. Its parsers raise many things on broken pages, and a broken page must not end
    a run."""
    import trafilatura

    # The day must come from the markup: a day that is searched for in the text ends at the present day.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    try:
        return trafilatura.bare_extraction(
            html,
            url=url,
            include_comments=True,
            with_metadata=True,
            favor_recall=True,
            date_extraction_params=dates,
        )
    except Exception:
        return None


def _metadata(found: Any) -> dict[str, str]:
    names = {
        "title": found.title,
        "outlet": found.sitename,
        "published": found.date,
        "language": found.language,
    }
    return {name: value for name, value in names.items() if value}


def _paragraphs(text: str) -> str:
    """Trafilatura ends each paragraph with one line end; a blank line makes that plain."""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def flattened(html: str) -> str:
    """The page without the tags that nest deeper than parsers bear; their text stays."""
    depth = 0
    cut = False

    def keep(match: re.Match[str]) -> str:
        nonlocal depth, cut
        closing, name = match.group(1) or match.group(3), (match.group(2) or match.group(4)).lower()
        if name in _FLAT or match.group(0).endswith("/>"):
            return match.group(0)
        if not closing:
            depth += 1
            cut = cut or depth > NESTING
            return match.group(0) if depth <= NESTING else " "
        depth = max(0, depth - 1)
        return match.group(0) if depth < NESTING else " "

    flat = _TAG.sub(keep, html)
    return flat if cut else html


def fragment(html: str) -> str:
    """All text of a piece of HTML, blocks as paragraphs."""
    import lxml.etree  # type: ignore[import-untyped]
    import lxml.html  # type: ignore[import-untyped]

    try:
        root = lxml.html.fromstring(f"<div>{flattened(html)}</div>")
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return re.sub(r"<[^>]*>", " ", html)
    return _paragraphs(_SPACES_AT_LINE.sub("\n", "".join(_texts(root))))


_SPACES_AT_LINE = re.compile(r" *\n *")


def _texts(root: Any) -> list[str]:
    """The texts of a tree in order, with a line end around each block."""
    import lxml.etree

    parts: list[str] = []
    silent = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in _SILENT
            parts.append("\n" if name in _BLOCKS else "")
            parts.append(_SPACES.sub(" ", element.text or "") if not silent else "")
        else:
            silent -= event == "end" and name in _SILENT
            parts.append("\n" if name in _BLOCKS else "")
            parts.append(_SPACES.sub(" ", element.tail or "") if not silent else "")
    return parts
