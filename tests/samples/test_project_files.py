"""The project's own pages: links lead somewhere, and the pages name every word of the contract's records."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest

from dragoman import model

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CHANGELOG.md",
    "samples/README.md",
    "docs/concepts.md",
    "docs/formats.md",
    "docs/method.md",
)
RECORDS = (
    model.Document,
    model.Published,
    model.Segment,
    model.Claim,
    model.Party,
    model.Where,
    model.When,
    model.Count,
    model.Speaker,
    model.Event,
    model.EventCount,
    model.SourceCount,
    model.Reading,
    model.Disagreement,
    model.Control,
    model.Toll,
    model.Source,
)
CHOICES = (
    model.Voice,
    model.Phase,
    model.Realis,
    model.Role,
    model.PlacePrecision,
    model.DayPrecision,
    model.DayBasis,
    model.PublishedBasis,
    model.Stance,
    model.What,
    model.Grade,
)


def words(page: str) -> set[str]:
    """Every word that a page sets as code, alone or in a list of fields."""
    code = re.findall(r"`([^`\n]+)`", (ROOT / page).read_text(encoding="utf-8"))
    return {word for piece in code for word in re.findall(r"[a-z_0-9]+", piece)}


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if not link.startswith("https://")]
    assert [link for link in local if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_formats_page_names_every_exported_field(record: type) -> None:
    fields = {field.name for field in dataclasses.fields(record)}
    exported = {"from" if name == "since" else name for name in fields}
    assert sorted(exported - words("docs/formats.md")) == []


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_formats_page_names_every_value(choice: object) -> None:
    assert sorted(set(get_args(choice)) - words("docs/formats.md")) == []


def test_the_licence_is_the_apache_licence_in_full() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert re.search(r"9\. Accepting Warranty or Additional Liability", licence)
