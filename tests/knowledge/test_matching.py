"""The matcher over names given by hand: borders of words, capitals, longest match, vetoes, offsets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.entries import Veto
from dragoman.knowledge.folding import key
from dragoman.knowledge.inflection import Form, Manner, inflection
from dragoman.knowledge.matching import Bearer, Matcher
from dragoman.knowledge.spelling import spellings

NAMES: tuple[tuple[str, Manner, str], ...] = (
    ("Aleppo", "proper", "aleppo"),
    ("Hama", "proper", "hama"),
    ("Homs", "proper", "homs"),
    ("Hamas", "body", "hamas-movement"),
    ("Deir ez-Zor", "proper", "deir"),
    ("al-Nusra Front", "body", "nusra"),
    ("rebels", "body", "rebels"),
    ("Free Syrian Army", "body", "fsa"),
    ("Syrian Army", "body", "army"),
    ("U.S.", "body", "usa"),
    ("Sana", "proper", "sana-town"),
    ("Ra's al-Ayn", "proper", "ras"),
)
PLACES = frozenset({"aleppo", "hama", "homs", "deir", "sana-town", "ras"})


def bearer(id: str, **more: object) -> Bearer:
    return Bearer(id, id in PLACES, (0, 0), **more)  # type: ignore[arg-type]


def forms(language: str = "en") -> Iterator[tuple[Form, Bearer]]:
    for name, manner, own in NAMES:
        for spelling in spellings(name):
            yield from ((form, bearer(own)) for form in inflection(language).forms(spelling, manner))


ENGLISH = Matcher(forms(), capitals_are_names=True)


def found(text: str, matcher: Matcher = ENGLISH) -> list[tuple[str, str]]:
    return [(name.text, (name.actors + name.places)[0]) for name in matcher.names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shells hit Aleppo.", [("Aleppo", "aleppo")]),
        ("Aleppo's west", [("Aleppo", "aleppo")]),
        ("Aleppos west", [("Aleppos", "aleppo")]),
        ("Aleppoan bakers", []),
        ("NeoAleppo", []),
        ("the Aleppo-Damascus road", [("Aleppo", "aleppo")]),
        ("aleppo pepper", []),
        ("BATTLE OF ALEPPO", [("ALEPPO", "aleppo")]),
        ("Rebels and REBELS and rebels", [("Rebels", "rebels"), ("REBELS", "rebels"), ("rebels", "rebels")]),
        ("Hamas fired", [("Hamas", "hamas-movement")]),
        ("Hama fell, Homss did not", [("Hama", "hama"), ("Homss", "homs")]),
        ("the Free Syrian Army", [("Free Syrian Army", "fsa")]),
        ("the Free\nSyrian Army", [("Free\nSyrian Army", "fsa")]),
        ("the Free. Syrian Army", [("Syrian Army", "army")]),
        ("the Al-Nusra Front", [("Al-Nusra Front", "nusra")]),
        ("the an-Nusra Front", [("an-Nusra Front", "nusra")]),
        ("the el Nusra Front", [("el Nusra Front", "nusra")]),
        ("in Deir el-Zor and Deir Ezzor", [("Deir el-Zor", "deir")]),
        ("in Deir al-Zor, Deir ez‑Zor", [("Deir al-Zor", "deir"), ("Deir ez‑Zor", "deir")]),
        ("a U.S. jet; a U S jet", [("U.S.", "usa")]),
        ("SANA said", []),
        ("SANA, Yemen", [("SANA", "sana-town")]),
        ("WAR IN SANA", [("SANA", "sana-town")]),
        ("Ra‘s al-Ayn, Ras el-Ayn", [("Ra‘s al-Ayn", "ras"), ("Ras el-Ayn", "ras")]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_ids_of_one_name_come_likeliest_first() -> None:
    near = Bearer("near", True, (0, -5))
    far = Bearer("far", True, (3, -900))
    actor = Bearer("actor", False, (0, 1))
    form = Form("Tripoli", frozenset({""}), "")
    matcher = Matcher([(form, far), (form, actor), (form, near)], capitals_are_names=True)
    (name,) = matcher.names("in Tripoli today")
    assert (name.actors, name.places) == (("actor",), ("near", "far"))


def test_a_veto_looks_at_the_words_beside() -> None:
    veto = Veto(before=frozenset({"times"}), after=frozenset({"michael"}))
    form = Form("Jordan", frozenset({""}), "")
    matcher = Matcher([(form, bearer("jordan", veto=veto))], capitals_are_names=True)
    assert [found(text, matcher) for text in ("Jordan Times", "Michael Jordan", "in Jordan")] == [
        [],
        [],
        [("Jordan", "jordan")],
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("in Lincoln on Friday", 1),
        ("so said Abraham Lincoln", 0),
        ("Lincoln Riley", 0),
        ("It rained. Lincoln slept", 1),
        ("Today Lincoln slept", 1),
    ],
)
def test_a_far_town_gives_way_beside_a_capital(text: str, count: int) -> None:
    form = Form("Lincoln", frozenset({""}), "")
    matcher = Matcher([(form, bearer("lincoln", shy=True))], capitals_are_names=True)
    assert len(matcher.names(text)) == count


def test_where_every_noun_has_a_capital_the_neighbour_says_nothing() -> None:
    form = Form("Lincoln", frozenset({""}), "")
    matcher = Matcher([(form, bearer("lincoln", shy=True))], capitals_are_names=False)
    assert found("Stadt Lincoln", matcher) == [("Lincoln", "lincoln")]


FILLER = st.text(alphabet="ab XY.-'’\n\u00a0éßİñ,", max_size=12)


@given(st.lists(st.tuples(FILLER, st.sampled_from([name for name, _, _ in NAMES])), max_size=6), FILLER)
def test_offsets_are_the_texts_own_and_names_do_not_overlap(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(filler + name for filler, name in parts) + end
    names = ENGLISH.names(text)
    assert all(name.text == text[name.start : name.end] for name in names)
    assert all(before.end <= after.start for before, after in pairwise(names))


@given(FILLER, st.sampled_from(["Aleppo", "Deir ez-Zor", "Free Syrian Army"]), FILLER)
def test_a_name_between_blanks_is_always_found(before: str, name: str, after: str) -> None:
    text = f"{before} ; {name} ; {after}"
    at = len(before) + 3
    assert (at, at + len(name)) in {(hit.start, hit.end) for hit in ENGLISH.names(text)}


@given(st.text())
def test_a_key_is_as_long_as_its_text(text: str) -> None:
    assert len(key(text)) == len(text)
    assert key(key(text)) == key(text)
