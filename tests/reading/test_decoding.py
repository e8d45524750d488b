"""From bytes to text: marks, declared and guessed encodings, line ends, signs without width."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.decoding import clean, decode

CROATIAN = (
    "Vojska je u četvrtak ušla u općinu, a žrtve su prevezene u bolnicu. Načelnik je to potvrdio novinarima. " * 3
)
GERMAN = "Die Kämpfe dauern an, hieß es aus der Führung. Über dreißig Häuser wurden zerstört. " * 3


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (codecs.BOM_UTF8 + CROATIAN.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + CROATIAN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + CROATIAN.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + CROATIAN.encode("utf-32-le"), "utf-32-le"),
        (CROATIAN.encode(), "utf-8"),
    ],
)
def test_marks_and_utf_8_need_no_guess(raw, encoding):
    found = decode(raw, "a")
    assert (found.text, found.encoding, found.notes) == (CROATIAN, encoding, ())


@pytest.mark.parametrize(("text", "encoding"), [(CROATIAN, "cp1250"), (CROATIAN, "utf-16-le"), (GERMAN, "cp1252")])
def test_a_guess_is_right_and_said(text, encoding):
    found = decode(text.encode(encoding), "a")
    assert found.text == text
    assert [note.reason for note in found.notes] == ["guessed_encoding"]
    assert found.notes[0].detail == f"a: no encoding is declared and it is not UTF-8; guessed {found.encoding}"


def test_a_declared_encoding_is_believed():
    found = decode(CROATIAN.encode("cp1250"), "a", "cp1250")
    assert (found.text, found.notes) == (CROATIAN, ())


def test_utf_8_with_a_flaw_stays_utf_8():
    raw = CROATIAN.encode()
    found = decode(raw[:40] + b"\xff" + raw[40:], "a")
    assert found.encoding == "utf-8"
    assert [note.reason for note in found.notes] == ["broken_bytes"]
    assert found.text.count("\ufffd") == 1


def test_text_is_stored_in_normal_form():
    assert clean("a\r\nb\rc\u2028d\x00e\xadf\u200bg\ufeff") == "a\nb\nc\nd efg"
    assert clean("c\u030c") == "č"


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.binary(), st.sampled_from([None, "utf-8", "cp1250", "utf-16", "no-such"]))
def test_any_bytes_become_text(raw, declared):
    assert isinstance(decode(raw, "a", declared).text, str)
