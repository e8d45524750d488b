"""TimeML in and out: the same text, mark for mark, and the same expressions; what is none is said in a line."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import find
from dragoman.dates.timeml import Timex, parsed_timeml, read_timeml, timexes, unwritable, write_timeml
from dragoman.errors import InputError
from dragoman.model import Published

DAY = date(2016, 11, 12)
TIMEML = """<?xml version="1.0"?>
<TimeML>
<DOCID> wire-7 </DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="{day}">12 November</TIMEX3></DCT>
<TITLE>On <TIMEX3 type="DATE" value="2016">no text</TIMEX3></TITLE>
<TEXT>It <EVENT eid="e1">rained</EVENT> <SIGNAL>on</SIGNAL>
<TIMEX3 tid="t1" type="DATE" value="2016-11-10">Thursday</TIMEX3> &amp; <TIMEX3 tid="t2" type="TIME"
value="2016-11-11TNI">the <EVENT>next</EVENT> night</TIMEX3>.</TEXT>
</TimeML>"""


def _parsed(words: str) -> tuple[str, date | None, tuple[Timex, ...]]:
    found = parsed_timeml(words.encode(), "a.tml", "a")
    return found.text, found.created, found.timexes


def test_a_document_is_read() -> None:
    found = parsed_timeml(TIMEML.format(day="2016-11-12T08:00").encode(), "a.tml", "a")
    assert found.id == "wire-7"
    assert found.created == DAY
    assert found.text == "It rained on\nThursday & the next night."
    words = [(found.text[one.start : one.end], one.type, one.value) for one in found.timexes]
    assert words == [("Thursday", "DATE", "2016-11-10"), ("the next night", "TIME", "2016-11-11TNI")]


def test_without_an_id_the_file_gives_it(tmp_path: Path) -> None:
    path = tmp_path / "seven.tml"
    path.write_text("<TimeML><TEXT>x</TEXT></TimeML>")
    assert read_timeml(path).id == "seven"
    assert read_timeml(path).created is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("<TimeML><TEXT>", "a.tml: no TimeML: no element found"),
        ("no XML", "a.tml: no TimeML: syntax error"),
        ("", "a.tml: no TimeML: no element found"),
        ("<TimeML></TimeML>", "a.tml: no TimeML: it has no TEXT"),
        ("<TEXT>x</TEXT>", "a.tml: no TimeML: it has no TEXT"),
        (TIMEML.format(day="2016-13-40"), "a.tml: no TimeML: month must be in 1..12"),
        ('<?xml version="1.0" encoding="klingon"?><TimeML/>', "a.tml: no TimeML: unknown encoding"),
        ('<?xml version="1.0" encoding="utf-7"?><TimeML/>', "a.tml: no TimeML: "),
    ],
)
def test_what_is_none_is_said_in_a_line(words: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        _parsed(words)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_no_depth_is_too_much() -> None:
    deep = "<s>" * 20_000 + '<TIMEX3 type="DATE" value="2016">2016</TIMEX3>' + "</s>" * 20_000
    assert _parsed(f"<TimeML><TEXT>{deep}</TEXT></TimeML>") == ("2016", None, (Timex(0, 4, "DATE", "2016"),))


def test_line_ends_in_a_file_are_what_xml_makes_of_them() -> None:
    assert _parsed("<TimeML><TEXT>a\r\nb&#13;\nc</TEXT></TimeML>")[0] == "a\nb\r\nc"


def test_a_control_sign_that_xml_cannot_hold_keeps_its_place() -> None:
    text = "a\x00b\x0c 2016\ufffe"
    written = write_timeml("a", text, DAY, [Timex(5, 9, "DATE", "2016")])
    assert unwritable(text) == 3
    assert _parsed(written) == ("a\ufffdb\ufffd 2016\ufffd", DAY, (Timex(5, 9, "DATE", "2016"),))


def test_a_terminal_is_not_obeyed() -> None:
    written = write_timeml("a", "\x1b[31m \x9b2J \u202e", None, [])
    assert not set("\x1b\x9b\u202e") & set(written)


MARKS = st.sampled_from(
    ["\r\n", "\r", "\n", "\t", "&", "<", ">", '"', "'", "]]>", "&#13;", "😀", "𝔄", "\x85", "\u2028"]
)
TEXTS = st.lists(MARKS | st.text(max_size=8), max_size=12).map("".join)
VALUES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=8)


@st.composite
def _documents(draw: st.DrawFn) -> tuple[str, list[Timex]]:
    text = draw(TEXTS.filter(lambda text: not unwritable(text)))
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = zip(borders[::2], borders[1::2], strict=False)
    kinds = st.sampled_from(["DATE", "TIME", "DURATION", "SET"])
    return text, [Timex(start, end, draw(kinds), draw(VALUES)) for start, end in spans]


@given(document=_documents(), day=st.none() | st.dates())
def test_what_is_written_is_read_again(document: tuple[str, list[Timex]], day: date | None) -> None:
    text, found = document
    assert _parsed(write_timeml("a", text, day, found)) == (text, day, tuple(found))


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("From 5 May to 7 May 2016 it rained.", "en", {"5 May": "2016-05-05", "7 May 2016": "2016-05-07"}),
        ("Vom 5. bis zum 7. Mai 2016 regnete es.", "de", {"5": "2016-05-05", "7. Mai 2016": "2016-05-07"}),
        ("He came on Friday, 11 November 2016.", "en", {"Friday, 11 November 2016": "2016-11-11"}),
    ],
)
def test_a_range_is_its_two_ends(text: str, language: str, words: dict[str, str]) -> None:
    found = timexes(find(text, language, Published(DAY, DAY, "day", "metadata")))
    assert {one.value for one in found} == set(words.values())
    assert all(one.type == "DATE" and text[one.start : one.end].startswith(tuple(words)) for one in found)
