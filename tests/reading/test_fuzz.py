"""Whatever bytes come, `document` raises nothing, and offsets hold."""

from __future__ import annotations

import pickle
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import LeftOut
from dragoman.reading import document, sentences
from dragoman.reading.item import item

PIECES = st.sampled_from(
    [
        b"<html>",
        b"<body>",
        b"<p>",
        b"</p>",
        b"<div",
        b">",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"&#0;",
        b"&amp;",
        b"<title>",
        b"The army left on Monday. ",
        b"\xff\xfe",
        b"\x00",
        b"\r\n",
        b"\n\n",
        b"By A Writer",
        b"3 Comments",
        b"<script>",
        "četvrtak ".encode("cp1250"),
        "القصف".encode(),
        b"<meta charset=utf-16>",
        b"<table><tr><td>",
        b"<svg/onload=x>",
    ]
)
METADATA = st.dictionaries(
    st.sampled_from(["title", "outlet", "published", "language", "captured", "declared", "url", "set_language"]),
    st.text(max_size=20),
)


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=200) | st.lists(PIECES, max_size=30).map(b"".join),
    st.sampled_from(["text", "html", "fragment"]),
    METADATA,
)
def test_any_bytes_become_a_document_or_one_line(raw, media, metadata):
    given_item = item("a", media, raw, metadata)
    found = document(given_item)
    if isinstance(found, LeftOut):
        assert "\n" not in found.detail
        return
    text, parts = found.document.text, found.document.segments
    assert all(text[part.start : part.end].strip() == text[part.start : part.end] != "" for part in parts)
    assert all(before.end <= after.start for before, after in pairwise(parts))
    spans = [(part.start, part.end, part.role) for part in parts]
    for sentence in sentences(found.document):
        words = text[sentence.start : sentence.end]
        assert words.strip() == words != ""
        assert any(
            start <= sentence.start < sentence.end <= end and role == sentence.role for start, end, role in spans
        )
    assert document(pickle.loads(pickle.dumps(given_item))) == found
