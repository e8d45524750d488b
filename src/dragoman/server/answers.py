"""What goes back to a browser: JSON, tables, and plain pages for what went wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_NO_STORE = {"Cache-Control": "no-store"}
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} · dragoman</title>
<h1>{title}</h1>
<p>{words}</p>
{more}
</html>
"""


def json_answer(data: Any, status: int = 200) -> Response:
    """The data as JSON in UTF-8; half of a surrogate pair, which UTF-8 cannot hold, stays the escape that it was."""
    words = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    content = words.encode("utf-8", "backslashreplace")
    return Response(content, status, _NO_STORE, media_type="application/json")


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """A table to be saved as `name`.csv; its cells are such already that no spreadsheet takes one for a formula."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    content = buffer.getvalue().encode("utf-8", "backslashreplace")
    headers = {**_NO_STORE, "Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(content, headers=headers, media_type="text/csv; charset=utf-8")


def failure(request: Request, status: int, line: str, title: str = "This does not work", more: str = "") -> Response:
    """What went wrong in one line: as JSON where a program asked, as a page where a person did.

    `more` is HTML of our own.
    """
    if wants_data(request):
        return json_answer({"error": line}, status)
    return HTMLResponse(_PAGE.format(title=escape(title), words=escape(line), more=more), status, _NO_STORE)


def wants_data(request: Request) -> bool:
    """Whether the answer is read by a program: it asked for data, or it sent some."""
    return request.method not in ("GET", "HEAD") or request.url.path.endswith((".json", ".csv"))
