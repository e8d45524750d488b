"""The HTML of the report: one page with its scripts, styles, words and data inside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from string import Template
from typing import Any

from dragoman import web
from dragoman.chronology import LANGUAGES, Teller
from dragoman.errors import QueryError
from dragoman.knowledge.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.report import bundle
from dragoman.report.ground import ground
from dragoman.report.naming import named
from dragoman.report.slim import slim
from dragoman.views.labels import Labels
from dragoman.views.whole import whole

_CLASSIC = ("vendor/d3.min.js", "vendor/leaflet.js")
_ENTRY = "report/main.js"
# A script that a trusted one adds is trusted with all that it imports ('strict-dynamic'); one in the markup is not.
_START = f"""const entry = document.createElement("script");
entry.type = "module";
entry.src = import.meta.resolve("{bundle.PREFIX}{_ENTRY}");
document.body.append(entry);"""

_STYLES = ("tokens", "base", "told", "cards", "charts", "layout", "report", "print")
_WORDS = ("vocabulary", "charts", "report")

_PAGE = Template("""<!doctype html>
<html lang="$language" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>$style</style>
</head>
<body>
<noscript><p class="noscript">$noscript</p></noscript>
<div id="report"></div>
<script type="application/json" id="messages">$messages</script>
<script type="application/json" id="basemap">$basemap</script>
<script type="application/json" id="data">$data</script>
$scripts
</body>
</html>
""")


def page(ledger: Ledger, knowledge: Knowledge, language: str = "en") -> str:
    """The whole report of a ledger as HTML, told in a language; the same ledger gives the same text.

    Raises QueryError for a language that it is not told in, and DragomanError where the libraries of the page were not
    built.
    """
    if language not in LANGUAGES:
        raise QueryError(f"language={language}: the report is told in {', '.join(LANGUAGES)}")
    labels = Labels(Teller.of(ledger, knowledge, language))
    return assembled(named(slim(whole(ledger, knowledge, language)), labels), language)


def assembled(story: Mapping[str, Any], language: str) -> str:
    """The page around the data that the report draws."""
    words = {name: json.loads(web.text(f"messages/{language}/{name}.json")) for name in _WORDS}
    style = bundle.styles(["vendor/leaflet.css", *(f"style/{name}.css" for name in _STYLES)])
    scripts = [*((None, web.text(path)) for path in _CLASSIC), *_modules()]
    own = words["report"]["report"]
    return _PAGE.substitute(
        language=language,
        policy=escape(_policy((text for _, text in scripts), style)),
        title=escape(f"{own['title']} – {story['overview']['ledger']}"),
        style=style,
        noscript=escape(own["noscript"]),
        messages=bundle.data(list(words.values())),
        basemap=bundle.data(ground(_points(story))),
        data=bundle.data(story),
        scripts="\n".join(_script(kind, text) for kind, text in scripts),
    )


def _modules() -> list[tuple[str | None, str]]:
    """The import map and the script that starts the entry."""
    return [("importmap", bundle.import_map(bundle.modules(_ENTRY))), ("module", _START)]


def _policy(scripts: Iterable[str], style: str) -> str:
    """Only the scripts and styles of the page itself run, and nothing is ever fetched or sent."""
    hashes = " ".join(bundle.digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src 'strict-dynamic' {hashes}; style-src {bundle.digest(style)}; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _script(kind: str | None, text: str) -> str:
    opened = "<script>" if kind is None else f'<script type="{kind}">'
    return f"{opened}{text}</script>"


def _points(story: Mapping[str, Any]) -> list[tuple[float, float]]:
    return [(one["lat"], one["lon"]) for one in (*story["points"], *story["holds"]) if one["lat"] is not None]
