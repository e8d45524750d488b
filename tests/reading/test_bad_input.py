"""Bad input costs one clear line each, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import sys
import time
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.reading import ReadOptions
from dragoman.reading.limits import NESTING, REPORT_BYTES

GOOD = "The army took the village on Monday, residents said. Two people were hurt in the fighting."


def warc_record(url: str, body: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(body):06d}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2016-11-03T10:20:30Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(words: str) -> str:
    return f"<html><head><title>A page</title></head><body><article><p>{words}</p></article></body></html>"


@pytest.mark.parametrize("content", [b"", b" \n\n\t "])
def test_an_empty_file(write, readings, content):
    write("a.txt", content)
    write("b.txt", GOOD)
    documents, notes = readings(write("a.txt", content).parent)
    assert [note.detail for note in notes] == ["a.txt: the file is empty"]
    assert [document.text for document in documents] == [GOOD]


def test_a_binary_file(write, readings):
    documents, notes = readings(write("a.txt", b"%PDF-1.7 \x00\x01"), write("b.txt", bytes(range(256)) * 8))
    assert documents == []
    assert [note.detail for note in notes] == [
        "a.txt: a PDF, no text; convert it to text first",
        "b.txt: binary data, no text; convert it to text first",
    ]


def test_a_wrong_declared_encoding_is_said_and_the_text_is_right(write, readings):
    path = write("a.txt", "Vojska je u četvrtak ušla u grad, rekao je načelnik općine.")
    documents, notes = readings(path, options=ReadOptions(encoding="ascii"))
    assert [note.detail for note in notes] == ["a.txt: the declared encoding `ascii` does not fit; read as utf-8"]
    assert documents[0].text == path.read_text("utf-8")


def test_an_encoding_that_python_does_not_know_is_the_users_mistake():
    with pytest.raises(InputError, match="encoding `utf-99`: not known"):
        ReadOptions(encoding="utf-99")


def test_a_page_that_names_an_encoding_of_its_own_fancy_is_read(write, readings):
    html = page(GOOD).replace("<head>", '<head><meta charset="martian">')
    documents, notes = readings(write("a.html", html))
    assert [note.reason for note in notes] == ["wrong_encoding"]
    assert GOOD in documents[0].text


@pytest.mark.parametrize("name", ["cut.warc.gz", "cut.gz", "cut"])
def test_the_records_before_the_cut_of_an_archive_are_read(write, readings, name):
    records = [warc_record(f"https://example.org/{n}", page(GOOD)) for n in range(3)]
    whole = b"".join(gzip.compress(record, mtime=0) for record in records)
    documents, notes = readings(write(name, whole[: len(whole) - 60]))
    assert [document.uri for document in documents][:2] == ["https://example.org/0", "https://example.org/1"]
    assert [note.reason for note in notes] == ["damaged_archive"]
    assert "the records before are read" in notes[0].detail


def test_the_records_before_the_cut_of_a_plain_archive_are_read(write, readings):
    whole = b"".join(warc_record(f"https://example.org/{n}", page(GOOD)) for n in range(3))
    documents, notes = readings(write("cut.warc", whole[: len(whole) - 60]))
    assert [document.uri for document in documents][:2] == ["https://example.org/0", "https://example.org/1"]
    assert [note.reason for note in notes] == ["damaged_archive"]


@pytest.mark.parametrize(
    ("tag", "count"),
    [("div", 100_000), ("b", 100_000), ("table", 100_000), ("x-any", 100_000), ("p", 10_000), ("li", 10_000)],
)
def test_html_that_nests_a_hundred_thousand_deep(write, readings, tag, count):
    html = f"<html><body><p>{GOOD}</p>{f'<{tag}>' * count}{GOOD}{f'</{tag}>' * count}</body></html>"
    started = time.perf_counter()
    documents, _ = readings(write("deep.html", html))
    assert GOOD in documents[0].text
    assert time.perf_counter() - started < 20


def test_html_of_a_sane_depth_is_left_as_it_is():
    from dragoman.reading.webpages import flattened

    sane = "<div>" * (NESTING - 1) + GOOD + "</div>" * (NESTING - 1)
    assert flattened(sane) == sane


def test_a_line_of_fifty_megabytes(write, readings):
    started = time.perf_counter()
    documents, notes = readings(write("a.txt", b"word " * (10 * 2**20)), write("b.txt", GOOD))
    assert [note.detail for note in notes] == ["a.txt: more than 16 MB; split it into single reports"]
    assert [document.text for document in documents] == [GOOD]
    assert time.perf_counter() - started < 5


def test_the_largest_report_that_is_read_has_bounded_sentences():
    from dragoman.reading.borders import borders
    from dragoman.reading.limits import SENTENCE_CHARS

    text = "word " * (2**20 // 5)
    spans = list(borders(text, 0, len(text), "en"))
    assert max(end - start for start, end in spans) <= SENTENCE_CHARS
    assert sum(len(text[start:end].split()) for start, end in spans) == len(text.split())
    assert REPORT_BYTES == 16 * 2**20


def test_a_table_without_the_mapped_column(write, readings):
    path = write("a.csv", "id,words\n1,Text\n")
    documents, notes = readings(path, options=ReadOptions(columns={"text": "story"}))
    assert documents == []
    assert [note.detail for note in notes] == ["a.csv: no column `story` (for text); the columns are `id`, `words`"]


def test_a_table_in_which_no_column_is_known(write, readings):
    _, notes = readings(write("a.csv", "id,words\n1,Text\n"))
    assert [note.detail for note in notes] == [
        "a.csv: no column holds the text; the columns are `id`, `words`; name one with text=COLUMN"
    ]


def test_a_field_that_does_not_exist_is_the_users_mistake():
    with pytest.raises(InputError, match="column option `body`: no such field; use one of text, title"):
        ReadOptions(columns={"body": "x"})


def test_a_broken_line_of_json(write, readings):
    path = write("a.jsonl", f'{{"text": "{GOOD}"}}\n{{"text": \n\n["no object"]\n{{"text": "{GOOD} Again."}}\n')
    documents, notes = readings(path)
    assert len(documents) == 2
    assert [note.detail for note in notes] == [
        "a.jsonl:2: not JSON: Expecting value at column 10",
        "a.jsonl:4: not a JSON object with fields",
    ]


def test_json_that_nests_too_deep(write, readings):
    documents, notes = readings(write("a.jsonl", '{"text": ' + "[" * 200_000 + "\n" + f'{{"text": "{GOOD}"}}\n'))
    assert [document.text for document in documents] == [GOOD]
    assert [note.reason for note in notes] == ["broken_json"]


def test_a_file_that_may_not_be_opened(write, readings, monkeypatch):
    locked, good = write("a.txt", GOOD), write("b.txt", GOOD)
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    documents, notes = readings(locked, good)
    assert [note.detail for note in notes] == ["a.txt: cannot be read: permission denied"]
    assert [document.uri for document in documents] == ["b.txt"]


def test_links_that_lead_in_a_circle(write, readings, tmp_path):
    write("reports/a.txt", GOOD)
    (tmp_path / "reports" / "loop").symlink_to(tmp_path / "reports", target_is_directory=True)
    documents, notes = readings(tmp_path / "reports")
    assert [document.uri for document in documents] == ["a.txt"]
    assert [note.detail for note in notes] == ["loop: a link back to a folder that holds it; not followed"]


def test_a_link_to_itself_and_a_link_to_nothing(readings, tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    documents, notes = readings(tmp_path)
    assert documents == []
    assert [(note.uri, note.reason) for note in notes] == [("a.txt", "missing"), ("b.txt", "missing")]


def test_a_path_that_is_not_there(readings):
    _, notes = readings("/nowhere/at/all.txt", "/nowhere/*.txt")
    assert [note.detail for note in notes] == [
        "/nowhere/at/all.txt: no such file or folder",
        "/nowhere/*.txt: no file matches",
    ]


def test_a_pipe_is_not_waited_for(readings, tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    _, notes = readings(tmp_path)
    assert [note.reason for note in notes] == ["not_a_file"]


def test_nul_bytes_become_spaces(write, readings):
    documents, notes = readings(write("a.txt", GOOD.replace("on Monday", "on\x00Monday")))
    assert documents[0].text == GOOD
    assert [note.detail for note in notes] == ["a.txt: 1 control signs (such as NUL); each stands as a space"]


def test_a_huge_field_and_a_quotation_mark_that_never_closes(write, readings, monkeypatch):
    monkeypatch.setattr("dragoman.reading.tables.RECORD_BYTES", 2**20)
    huge = f"{GOOD} " * 3000
    path = write("a.csv", f'text\n"{huge}"\n"{GOOD}"\n"{GOOD}\n' + "more\n" * (2**20 // 5))
    documents, notes = readings(path)
    assert [document.text for document in documents[:2]] == [huge.strip(), GOOD]
    assert notes[0].detail == "a.csv:4: not a row: longer than 1 MB; is a quotation mark not closed?"


def test_a_row_with_too_many_cells(write, readings):
    documents, notes = readings(write("a.csv", f'text,title\n"{GOOD}",A title,extra\n'))
    assert [document.title for document in documents] == ["A title"]
    assert [note.detail for note in notes] == ["a.csv:2: 3 cells under 2 columns; what is past the last is left out"]


def test_a_record_without_text(write, readings):
    _, notes = readings(write("a.csv", "id,text\n7,\n"))
    assert [(note.uri, note.detail) for note in notes] == [("a.csv#7", "a.csv:2: the record has no text")]


def test_side_files_that_are_wrong(write, readings):
    write("a.txt", GOOD)
    write("a.toml", 'title = "A title"\nauther = "x"\n')
    write("b.txt", GOOD)
    write("b.toml", "title = \n")
    write("c.txt", GOOD)
    folder = write("c.json", "[1]").parent
    documents, notes = readings(folder)
    assert [document.title for document in documents] == ["A title", None, None]
    assert [note.detail for note in notes] == [
        "a.toml: unknown key `auther`; use url, title, outlet, published, captured, language",
        "b.toml: cannot be read: Invalid value (at line 1, column 9); the report is read without it",
        "c.json: cannot be read: it must hold one object with keys; the report is read without it",
    ]


def test_a_feed_that_is_none(write, readings):
    _, notes = readings(write("a.rss", "<rss><channel><item>"), write("b.xml", "<note>x</note>"))
    assert [note.reason for note in notes] == ["broken_feed", "empty", "unknown_kind"]


def test_standard_input(monkeypatch, readings):
    class Pipe:
        buffer = io.BytesIO(f'{{"text": "{GOOD}"}}\n'.encode())

    monkeypatch.setattr(sys, "stdin", Pipe())
    documents, notes = readings("-")
    assert ([document.uri for document in documents], notes) == (["stdin#1"], [])


@pytest.mark.parametrize(
    "piece", ["3 Comments\n\n", "The end. Related News ", "Hit [AFP] ", "End. Tags Syria ", "(", '."']
)
def test_a_text_of_one_piece_over_and_over_takes_bounded_time(readings, write, piece):
    started = time.perf_counter()
    documents, _ = readings(write("a.txt", f"{GOOD}\n\n" + piece * (200_000 // len(piece))))
    assert GOOD in documents[0].text
    assert time.perf_counter() - started < 10
