"""Each format becomes documents with what its metadata say."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.model import UNDATED
from dragoman.reading import ReadOptions, document, items, sentences

GOOD = "The army took the village on Monday, residents said. Two people were hurt in the fighting."
MORE = "A local doctor said that eleven wounded people had been brought to the clinic before noon that day."
DAY = date(2016, 11, 3)

_spec = importlib.util.spec_from_file_location("bad_input", Path(__file__).with_name("test_bad_input.py"))
bad_input = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bad_input)

PAGE = f"""<!doctype html><html lang="en"><head><title>Village falls | The Site</title>
<meta property="og:title" content="Village falls"><meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2016-11-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Village falls</h1><p>{GOOD}</p><p>{MORE}</p><p>{GOOD.replace("Monday", "Tuesday")}</p></article>
<section id="comments"><h2>Comments</h2><ol class="comment-list"><li class="comment"><p>I was there and saw
no army.</p></li></ol> </section><footer>All rights reserved</footer></body></html>"""


def test_a_text_with_a_side_file(write, readings):
    write(
        "a.toml",
        'url = "https://example.org/a"\ntitle = "Village falls"\noutlet = "The Site"\npublished = 2016-11-03\n',
    )
    path = write("a.txt", f"Village falls\n\n{GOOD}")
    documents, notes = readings(path)
    (found,) = documents
    assert notes == []
    assert (found.uri, found.title, found.outlet, found.language) == (
        "https://example.org/a",
        "Village falls",
        "The Site",
        "en",
    )
    assert (found.published.start, found.published.basis) == (DAY, "metadata")
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.captured is None


def test_a_text_alone_is_undated_and_takes_its_first_line_for_title(write, readings):
    documents, _ = readings(write("a.txt", f"Village falls\n\n{GOOD}"))
    assert (documents[0].title, documents[0].published) == ("Village falls", UNDATED)


def test_a_folder_is_read_in_the_order_of_its_names(write, split):
    for name in ("b/c.txt", "b/a.md", "a.html", "z.txt", ".hidden"):
        folder = write(name, GOOD).parent
    root = folder
    kept, left = split(root)
    assert [entry.uri for entry in kept] == ["a.html", "b/a.md", "b/c.txt", "z.txt"]
    assert [note.detail for note in left] == [".hidden: hidden (its name begins with a dot); not read"]


def test_a_pattern(write, split, tmp_path):
    write("x/a.txt", GOOD), write("x/y/b.txt", GOOD), write("x/c.csv", GOOD)
    assert [entry.uri for entry in split(tmp_path / "**/*.txt")[0]] == ["x/a.txt", "x/y/b.txt"]


def test_the_key_holds_all_that_decides_and_not_the_name(write, split):
    same = split(write("a.txt", GOOD), write("b.txt", GOOD))[0]
    assert same[0].key == same[1].key
    write("b.toml", 'title = "Another"')
    assert split(write("b.txt", GOOD))[0][0].key != same[0].key
    assert split(write("a.txt", GOOD), options=ReadOptions(language="de"))[0][0].key != same[0].key


def test_a_page(write, readings):
    documents, notes = readings(write("a.html", PAGE))
    (found,) = documents
    assert notes == []
    assert (found.title, found.outlet, found.published.start, found.language) == (
        "Village falls",
        "The Site",
        DAY,
        "en",
    )
    words = dict.fromkeys(("title", "lead", "body", "comment"), "")
    for part in found.segments:
        words[part.role] = words.get(part.role, "") + found.text[part.start : part.end]
    assert (words["title"], words["lead"]) == ("Village falls", GOOD)
    assert words["body"].startswith(MORE)
    assert "I was there" not in words["lead"] + words["body"]


def test_a_page_without_a_known_extension(write, split):
    assert [entry.media for entry in split(write("page", PAGE), write("note", GOOD))[0]] == ["html", "text"]


def test_rss(write, readings):
    feed = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Site</title>
    <language>en-gb</language>
    <item><title>Village falls</title><link>https://example.org/1</link>
    <pubDate>Thu, 03 Nov 2016 08:00:00 GMT</pubDate>
    <description>&lt;p&gt;{GOOD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description></item>
    <item><title>No text</title></item></channel></rss>"""
    documents, notes = readings(write("a.xml", feed))
    (found,) = documents
    assert (found.uri, found.title, found.outlet) == ("https://example.org/1", "Village falls", "The Site")
    assert (found.published.start, found.text) == (DAY, f"Village falls\n\n{GOOD}\n\n{MORE}")
    assert [note.detail for note in notes] == ["a.xml#2: the entry has no text"]


def test_atom(write, readings):
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Site</title>
    <entry><title>Village falls</title>
    <link href="https://example.org/1"/><published>2016-11-03T08:00:00Z</published>
    <content type="text">{GOOD}</content>
    </entry></feed>"""
    documents, _ = readings(write("a.atom", feed))
    assert (documents[0].published.start, documents[0].text) == (DAY, f"Village falls\n\n{GOOD}")


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(write, readings, packed):
    records = [
        bad_input.warc_record("https://example.org/page", PAGE),
        bad_input.warc_record("https://example.org/text", GOOD, "text/plain"),
        bad_input.warc_record("https://example.org/gone", GOOD, status="404 Not Found"),
        bad_input.warc_record("https://example.org/image", "x", "image/png"),
    ]
    raw = b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)
    documents, notes = readings(write("a.warc.gz" if packed else "a.warc", raw))
    assert [(found.uri, found.captured) for found in documents] == [
        ("https://example.org/page", "2016-11-03T10:20:30Z"),
        ("https://example.org/text", "2016-11-03T10:20:30Z"),
    ]
    assert [note.detail.partition(": ")[2] for note in notes] == ["2 records hold no report: image/png 1, status 404 1"]


def test_json_lines_of_a_news_crawler(write, readings):
    record = {
        "maintext": GOOD,
        "title": "Village falls",
        "date_publish": "2016-11-03 08:00:00",
        "source_domain": "example.org",
        "url": "https://example.org/1",
        "language": "en",
        "date_download": "2016-11-04 09:00:00",
        "authors": ["X"],
    }
    line = json.dumps(record)
    documents, notes = readings(write("a.jsonl", line + "\n"))
    (found,) = documents
    assert (found.text, found.title, found.outlet, found.uri) == (
        GOOD,
        "Village falls",
        "example.org",
        record["url"],
    )
    assert (found.published.start, found.captured, notes) == (DAY, "2016-11-04T09:00:00", [])
    assert found.sha256 == hashlib.sha256(line.encode()).hexdigest()


@pytest.mark.parametrize("whole", [{"text": GOOD}, [{"text": GOOD}]])
def test_json_that_fills_its_file(write, readings, whole):
    documents, _ = readings(write("a.json", json.dumps(whole, indent=2)))
    assert [found.text for found in documents] == [GOOD]


def test_a_table_of_a_media_archive(write, readings):
    head = "stories_id;publish_date;title;url;language;media_name;story text\n"
    documents, notes = readings(write("a.csv", f"{head}7;2016-11-03;Village falls;;en;The Site;{GOOD}\n"))
    (found,) = documents
    assert (found.uri, found.text, found.outlet, found.published.start) == ("a.csv#7", GOOD, "The Site", DAY)
    assert notes == []


def test_a_table_with_columns_of_its_own(write, readings):
    options = ReadOptions(columns={"text": "words", "title": "heading", "id": "unit"})
    path = write("a.tsv", f"unit\theading\twords\tdate\n9\tVillage falls\t{GOOD}\t11/4/2016\n")
    documents, notes = readings(path, options=options)
    assert (documents[0].uri, documents[0].title, documents[0].published, notes) == (
        "a.tsv#9",
        "Village falls",
        UNDATED,
        [],
    )
    options = ReadOptions(columns={"text": "words", "published": "date"})
    documents, notes = readings(path, options=options)
    assert documents[0].published == UNDATED
    assert notes[0].detail == "a.tsv#1: published `11/4/2016` is 2016-04-11 or 2016-11-04; write it as YYYY-MM-DD"


def test_a_table_in_an_older_encoding(write, readings):
    text = "Vojska je u četvrtak ušla u općinu, a žrtve su prevezene u bolnicu. Načelnik je to potvrdio."
    documents, notes = readings(write("a.csv", f'text\n"{text}"\n'.encode("cp1250")))
    assert [found.text for found in documents] == [text]
    assert [note.reason for note in notes] == ["guessed_encoding"]


def test_a_language_without_a_pack_is_kept_and_said(write, readings):
    documents, notes = readings(write("a.txt", "Les forces du gouvernement ont pris le village lundi matin. " * 4))
    assert documents[0].language == "fr"
    assert [note.reason for note in notes] == ["no_pack"]


def test_a_language_that_the_user_sets(write, readings):
    documents, _ = readings(write("a.txt", GOOD), options=ReadOptions(language="hr"))
    assert documents[0].language == "hr"


def test_the_same_input_gives_the_same_documents(write, readings):
    folder = write("a.html", PAGE).parent
    write("b.txt", GOOD)
    assert readings(folder) == readings(folder)


def test_sentences_carry_the_role_of_their_segment(write):
    (only,) = items([str(write("a.txt", f"Village falls\n\n{GOOD}\n\n{MORE}"))])
    found = document(only).document
    assert [(found.text[s.start : s.end], s.role) for s in sentences(found)] == [
        ("Village falls", "title"),
        ("The army took the village on Monday, residents said.", "lead"),
        ("Two people were hurt in the fighting.", "lead"),
        (MORE, "body"),
    ]


def test_an_id_that_comes_again_gets_its_row(tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text("unit_id,text\n7,Shells fell on the town.\n7,The town was quiet.\n", "utf-8")
    found = list(items([str(table)], ReadOptions(columns={"id": "unit_id"})))
    assert [item.uri for item in found] == ["reports.csv#7", "reports.csv#7@2"]
