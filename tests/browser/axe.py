"""What axe-core finds on a page: https://github.com/dequelabs/axe-core, the rules of WCAG 2.2 AA."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
})"""
_SERIOUS = ("serious", "critical")
# A place on a map stands where it is, however near the next one (WCAG 2.5.8 excepts it); a table lists them all.
_ON_THE_MAP = "leaflet-marker-icon"


def serious(page: Page) -> list[str]:
    """The serious findings, a line each: the rule, and where."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(f"() => {{ {AXE.read_text('utf-8')} }}")
    found: dict[str, Any] = page.evaluate(_RUN)
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        if one["impact"] in _SERIOUS
        for node in one["nodes"]
        if not (one["id"] == "target-size" and _ON_THE_MAP in node["html"])
    ]
