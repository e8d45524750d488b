"""The sample reports: all are there, well formed, and say when and by whom, except those that must not."""

from __future__ import annotations

import json
import runpy
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType

SAMPLES = Path(__file__).parents[2] / "samples"
ALEPPO = SAMPLES / "aleppo"
TEXTS = sorted(ALEPPO.glob("*.txt"))
SIDES = sorted(ALEPPO.glob("*.toml"))
PAGES = sorted(ALEPPO.glob("*.html"))
UNDATED = {
    "04-kaempfe-um-minyan.txt",
    "14-zwei-wochen-spaeter.txt",
    "16-egzodus-iz-istocnog-alepa.txt",
}
PERIODS = ((date(2015, 11, 1), date(2015, 11, 30)), (date(2016, 10, 1), date(2016, 11, 30)))


def crawled() -> list[dict[str, Any]]:
    """The records of the JSON lines file."""
    lines = (ALEPPO / "15-crawl.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def responses() -> list[tuple[str, str, str]]:
    """Address, capture time and page of every archived answer."""
    with (ALEPPO / "12-archived.warc").open("rb") as stream:
        return [
            (
                record.headers["WARC-Target-URI"],
                record.headers["WARC-Date"],
                record.reader.read().decode("utf-8"),
            )
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response)
        ]


def feed() -> list[Any]:
    """The items of the feed."""
    return list(feedparser.parse((ALEPPO / "08-halyard-feed.rss").read_bytes()).entries)


def within_periods(day: date) -> bool:
    """Whether a day lies in one of the two autumns that the samples tell."""
    return any(first <= day <= last for first, last in PERIODS)


def test_the_folder_holds_twenty_five_reports() -> None:
    assert len(TEXTS) == 15
    assert len(PAGES) == 2
    assert (len(feed()), len(responses()), len(crawled())) == (3, 2, 3)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_is_short_clean_and_utf8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert 80 <= len(text.split()) <= 220
    assert text.endswith("\n")
    assert "\t" not in text
    assert "\r" not in text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_has_a_side_file_unless_its_date_must_be_inferred(path: Path) -> None:
    assert path.with_suffix(".toml").exists() == (path.name not in UNDATED)


@pytest.mark.parametrize("path", SIDES, ids=lambda path: path.name)
def test_a_side_file_gives_the_five_known_keys(path: Path) -> None:
    side = tomllib.loads(path.read_text(encoding="utf-8"))
    assert sorted(side) == ["language", "outlet", "published", "title", "url"]
    assert path.with_suffix(".txt").exists()
    assert side["language"] in {"en", "de", "hr", "sr"}
    assert within_periods(date.fromisoformat(side["published"]))
    assert (urlsplit(side["url"]).hostname or "").endswith(".example.org")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_has_metadata_furniture_and_comments(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    metadata = trafilatura.extract_metadata(page)
    assert metadata is not None
    assert within_periods(date.fromisoformat(metadata.date))
    assert (urlsplit(metadata.url).hostname or "").endswith(".example.org")
    assert all(mark in page for mark in ("<nav", "<footer", "<figcaption", "ookie"))


def test_the_feed_is_well_formed_and_carries_full_reports() -> None:
    parsed = feedparser.parse((ALEPPO / "08-halyard-feed.rss").read_bytes())
    assert not parsed.bozo
    days = [date(*entry.published_parsed[:3]) for entry in parsed.entries]
    assert days == [date(2016, 11, 4), date(2016, 11, 2), date(2016, 11, 1)]
    assert all(len(entry.content[0].value.split()) >= 80 for entry in parsed.entries)


def test_the_archive_holds_two_answers_with_their_capture_times() -> None:
    assert [(url, time) for url, time, _ in responses()] == [
        ("https://citadel-wire.example.org/aleppo/apartments-cleared", "2016-11-09T09:15:00Z"),
        ("https://vrbaski-list.example.org/svijet/vojska-vratila-naselje", "2016-11-13T12:40:00Z"),
    ]


def test_the_archive_is_what_its_script_writes() -> None:
    script = runpy.run_path(str(SAMPLES / "make_warc.py"))
    assert b"".join(script["archive"]()) == (ALEPPO / "12-archived.warc").read_bytes()


def test_the_crawl_uses_news_please_fields() -> None:
    assert [record["language"] for record in crawled()] == ["en", "de", "en"]
    assert [record["date_publish"][:10] for record in crawled()] == ["2016-11-15", "2016-11-27", "2016-11-28"]
    assert all(record["maintext"] and record["source_domain"] in record["url"] for record in crawled())


def test_one_report_writes_a_weekday_that_was_not() -> None:
    assert date(2016, 10, 28).strftime("%A") == "Friday"
    assert "Saturday 28 October" in (ALEPPO / "05-three-days-of-fire.txt").read_text(encoding="utf-8")


def test_every_file_is_described_in_the_readme() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = [path.name for path in sorted(ALEPPO.iterdir()) if path.suffix != ".toml"]
    assert [name for name in names if f"`{name}`" not in readme] == []
