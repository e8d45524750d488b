"""Expectations of a story: each kind holds or says why it does not, on a story of our own."""

from datetime import date
from pathlib import Path

import pytest
from tests.evaluation.small_story import claim, event

from dragoman.errors import InputError
from dragoman.evaluation.expectations import Expectation, Written, expectations
from dragoman.evaluation.story import EXPECTED
from dragoman.model import Claim, Control, Named

CLAIMS = {
    one.id: one
    for one in (
        claim("c_1", "d_1", "offensive", "oakham", on="2030-03-14", by=["league"]),
        claim("c_2", "d_2", "offensive", "oakham", on="2030-03-14/2030-03-16", by=["league"]),
        claim("c_3", "d_2", "capture", "oakham", on="2030-03-15", by=["league"], speakers=["crown-army"]),
        claim("c_4", "d_1", "capture", "oakham", on="2030-03-20", by=["crown-army"]),
        claim("c_5", "d_1", "ceasefire"),
    )
}


def hold(holder: str, since: date | None, until: date | None) -> Control:
    return Control(Named("oakham", "Oakham"), Named(holder, holder), since, until, False, ())


def story(claims: dict[str, Claim] = CLAIMS) -> Written:
    return Written(
        claims,
        {key: one.document.replace("d_", "00") for key, one in claims.items()},
        (
            event("e_1", "c_1", "c_2", on="2030-03-14", grade="corroborated", disputes={"when": {"14": ("c_1",)}}),
            event("e_2", "c_3", grade="conceded"),
            event("e_3", "c_4"),
        ),
        (hold("crown-army", date(2030, 3, 20), None), hold("league", date(2030, 3, 15), date(2030, 3, 20))),
    )


def one(folder: Path, text: str) -> Expectation:
    path = folder / "story.toml"
    path.write_text(text, encoding="utf-8")
    (found,) = expectations(path)
    return found


@pytest.mark.parametrize(
    ("asked", "failure"),
    [
        ("", None),
        ('grade = "corroborated"\ndisagreement = "when"\ndays = [2030-03-14, 2030-03-14]', None),
        ('grade = "contested"', "e_1: is corroborated"),
        ('disagreement = "places"', "e_1: nothing on places"),
        ("days = [2030-03-14, 2030-03-15]", "e_1: on 2030-03-14..2030-03-14"),
    ],
)
def test_one_event_is_told_by_all_and_is_of_its_kind(tmp_path: Path, asked: str, failure: str | None) -> None:
    tellings = '[{ report = "001", type = ["attack", "offensive"] }, { report = "002", from = 2030-03-16 }]'
    found = one(tmp_path, f'[[one_event]]\nsays = "one"\ntellings = {tellings}\n{asked}')
    assert found.failure(story()) == failure


@pytest.mark.parametrize(
    ("tellings", "failure"),
    [
        ('[{ report = "001", type = "offensive" }, { type = "capture", actor = "league" }]', "apart: e_1 | e_2"),
        ('[{ report = "001", type = "ceasefire" }]', "in no event: 001 ceasefire"),
        ('[{ type = "offensive", count = 3 }]', "in no event: offensive 3"),
        # two tellings of one claim are one telling
        ('[{ speaker = "crown-army" }, { type = "capture", actor = "league" }]', "apart: e_2 | e_2"),
    ],
)
def test_one_event_says_what_is_missing(tmp_path: Path, tellings: str, failure: str) -> None:
    assert one(tmp_path, f'[[one_event]]\nsays = "one"\ntellings = {tellings}').failure(story()) == failure


@pytest.mark.parametrize(
    ("other", "failure"),
    [
        ('{ actor = "crown-army" }', None),
        ('{ report = "002", until = 2030-03-14 }', "one event: e_1"),
        ('{ place = "elmham" }', "in no event: elmham"),
    ],
)
def test_what_is_apart_shares_no_event_and_is_told(tmp_path: Path, other: str, failure: str | None) -> None:
    text = f'[[apart]]\nsays = "apart"\none = {{ report = "001", place = "oakham" }}\nother = {other}'
    if failure is None:
        text = text.replace('report = "001"', 'report = "002"')
    assert one(tmp_path, text).failure(story()) == failure


@pytest.mark.parametrize(
    ("holds", "failure"),
    [
        ('[{ holder = ["league", "rebels"], until = 2030-03-20 }, { holder = "crown-army", until = "" }]', None),
        ('[{ holder = "league" }]', "league 2030-03-15..2030-03-20; crown-army 2030-03-20.."),
        (
            '[{ holder = "league", until = "" }, { holder = "crown-army" }]',
            "league 2030-03-15..2030-03-20; crown-army 2030-03-20..",
        ),
    ],
)
def test_a_history_is_told_in_order_and_whole(tmp_path: Path, holds: str, failure: str | None) -> None:
    found = one(tmp_path, f'[[control]]\nsays = "held"\nplace = "oakham"\nholds = {holds}')
    assert found.failure(story()) == failure


def test_a_place_that_nobody_holds_has_no_history(tmp_path: Path) -> None:
    assert one(tmp_path, '[[control]]\nsays = "held"\nplace = "elmham"\nholds = []').failure(story()) is None


@pytest.mark.parametrize(
    "text",
    [
        '[[together]]\nsays = "a kind that is none"',
        '[[apart]]\nsays = "with one side"\none = { report = "001" }',
        '[[one_event]]\nsays = "by a slot that is none"\ntellings = [{ colour = "red" }]',
    ],
)
def test_what_is_no_expectation_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"story\.toml: \w+ 1 is no expectation"):
        one(tmp_path, text)


def test_the_file_of_expectations_is_read_and_each_is_said_once() -> None:
    said = [one.says for one in expectations(EXPECTED)]
    assert len(said) == len(set(said)) > 40
