"""What the validator says about wrong packs, with the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge import check

GOOD = '[[actor]]\nid = "a-one"\nname = "A One"\nkind = "rebel"\n'


def said(folder: Path) -> list[str]:
    return [f"{Path(problem.file).name}:{problem.line}: {problem.what}" for problem in check([folder])]


@pytest.mark.parametrize(
    ("actors", "start"),
    [
        ('[[actor]\nid = "x"\n', "actors.toml:1: not TOML: "),
        (GOOD + 'kind = "rebel"\n', "actors.toml:5: not TOML: "),
        ('[[actor]]\nname = "X"\nkind = "rebel"\n', 'actors.toml:1: actor without "id"'),
        ('[[actor]]\nid = "x"\nkind = "rebel"\n', 'actors.toml:1: actor without "name"'),
        ('[[actor]]\nid = "x"\nname = " "\nkind = "rebel"\n', 'actors.toml:3: actor without "name"'),
        (GOOD.replace("rebel", "army"), 'actors.toml:4: unknown kind "army"; one of agency coalition'),
        (GOOD + 'side = "blue"\n', 'actors.toml:5: unknown side "blue"'),
        (GOOD + 'parent = "nobody"\n', 'actors.toml:2: parent "nobody" of "a-one" is no actor'),
        (GOOD + 'parent = "a-one"\n', 'actors.toml:2: "a-one" is its own parent'),
        (GOOD + 'from = "2016-02-30"\n', "actors.toml:5: \"from\" is no day: '2016-02-30'"),
        (
            GOOD + 'from = "2016-02-03"\nuntil = "2016-02-02"\n',
            'actors.toml:6: "until" 2016-02-02 lies before',
        ),
        (GOOD + 'colour = "red"\n', 'actors.toml:5: unknown key "colour"; an actor has adjectives'),
        (GOOD + 'names.en = ["A", "B", "A"]\n', 'actors.toml:5: names.en has "A" twice'),
        (GOOD + 'names.en = [\n  "A",\n  "",\n]\n', "actors.toml:5: names.en has an empty name ''"),
        (GOOD + 'names.en = "A"\n', "actors.toml:5: names.en is no list of texts"),
        (GOOD + "names.en = [1]\n", "actors.toml:5: names.en is no list of texts"),
        (
            GOOD + '\n# again\n[[actor]]\nid = "a-one"\nname = "B"\nkind = "ngo"\n',
            'actors.toml:8: id "a-one" stands in',
        ),
        ('[[agent]]\nid = "x"\n', 'actors.toml:1: unknown table "agent"'),
    ],
)
def test_a_wrong_actor(pack: Callable[..., Path], actors: str, start: str) -> None:
    (line,) = said(pack(actors))
    assert line.startswith(start)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("p\tP\ttown\t1\t2\tSY\t\t\t\t", "10 columns where the header has 11"),
        ("\tP\ttown\t1\t2\tSY\t\t\t\t\t", 'place without "id"'),
        ("p\tP\thamlet\t1\t2\tSY\t\t\t\t\t", 'unknown kind "hamlet"'),
        ("p\tP\ttown\t91\t2\tSY\t\t\t\t\t", 'lat "91" is no number from -90 to 90'),
        ("p\tP\ttown\t1\tx\tSY\t\t\t\t\t", 'lon "x" is no number from -180 to 180'),
        ("p\tP\ttown\tnan\t2\tSY\t\t\t\t\t", 'lat "nan" is no number'),
        ("p\tP\ttown\t1\t\tSY\t\t\t\t\t", "only one of lat and lon"),
        ("p\tP\ttown\t1\t2\tnowhere\t\t\t\t\t", '"p" lies within "nowhere", which is no place'),
        ("p\tP\ttown\t1\t2\tSY\t\tA;;B\t\t\t", 'column "en" has an empty spelling'),
        ("p\tP\ttown\t1\t2\tSY\t\tA;A\t\t\t", 'column "en" has "A" twice'),
    ],
)
def test_a_wrong_place(pack: Callable[..., Path], row: str, what: str) -> None:
    good = "q\tQ\ttown\t1\t2\tSY\t\t\t\t\t"
    (line,) = said(pack(places=(good, row)))
    assert line.startswith(f"places.tsv:3: {what}")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('colour = "red"\n', 'pack.toml:5: unknown key "colour"'),
        ("[colours]\n", "pack.toml:5: unknown table [colours]"),
        ('[sides]\n\nrussia = "red"\n', 'pack.toml:7: unknown side "red"'),
        ('[sides]\nnobody = "neutral"\n', 'pack.toml:6: [sides] names "nobody", which is no actor'),
        ('[admin1]\n01 = "x"\n', 'pack.toml:6: [admin1] 01 is "x", which is no place'),
        ('[governments]\nSY = "x"\n', 'pack.toml:6: [governments] SY is "x", which is no actor'),
    ],
)
def test_a_wrong_head(pack: Callable[..., Path], head: str, expected: str) -> None:
    (line,) = said(pack(head=head))
    assert line.startswith(expected)


def test_every_problem_is_said_in_order(pack: Callable[..., Path]) -> None:
    actors = GOOD.replace("rebel", "army") + 'side = "blue"\n\n[[actor]]\nid = "b"\nname = "B"\n'
    lines = [line.split(":")[1] for line in said(pack(actors))]
    assert lines == ["4", "5", "7"]


def test_bytes_that_are_no_text(pack: Callable[..., Path]) -> None:
    folder = pack()
    (folder / "actors.toml").write_bytes(b'# one\nname = "\xff"\n')
    assert said(folder) == ["actors.toml:2: not UTF-8; save the file as UTF-8"]


def test_places_that_are_no_text(pack: Callable[..., Path]) -> None:
    folder = pack()
    (folder / "places.tsv").write_bytes(b"id\tname\n\xff\tx\n")
    assert said(folder) == ["places.tsv:2: not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("names.toml", 'heads = ["a"]\ncolour = 1\n', 'names.toml:2: unknown key "colour"'),
        ("names.toml", 'heads = "a"\n', 'names.toml:1: "heads" is not a list of texts'),
        ("names.toml", '[[noun]]\nforms = ["a"]\n', 'names.toml:1: no "endings"'),
        (
            "names.toml",
            '\n[[noun]]\nendings = ["a"]\nforms = ["a"]\njoined = "no"\n',
            'names.toml:5: "joined" is not true',
        ),
        ("counts.toml", '[numbers]\none = 1\ntwo = "2"\n', 'counts.toml:3: "two" is not a whole number'),
        ("colours.toml", 'red = "x"\n', 'colours.toml:1: unknown table "colours"'),
        ("realis.toml", "shade = 3\n", 'realis.toml:1: "shade" is no table'),
        ("dates.toml", "a = \n", "dates.toml:1: not TOML"),
        (
            "triggers.toml",
            '[[trigger]]\ntype = "attack"\n\n[[trigger]]\ntype = "attack"\nneeds = "town"\n',
            'triggers.toml:6: "needs" is not one of actor armed target place near_place place_subject count',
        ),
        (
            "triggers.toml",
            '[[trigger]]\ntype = "attack"\nphase = 1\n',
            'triggers.toml:3: "phase" is not one of start ongoing end; mend the value',
        ),
        ("triggers.toml", '[voice]\npassive = ["was"]\n', 'triggers.toml:2: unknown key "passive"'),
        ("attribution.toml", 'acording = ["per"]\n', 'attribution.toml:1: unknown key "acording"'),
        ("attribution.toml", '[verbs]\nlaughs = ["ha"]\n', 'attribution.toml:2: unknown key "laughs"'),
        ("realis.toml", '[[shade]]\nrealis = "real"\n', 'realis.toml:2: "realis" is not one of happened'),
        ("counts.toml", '[[counted]]\nwhat = "dead"\nwords = []\n', 'counts.toml:2: "what" is not one of'),
        ("counts.toml", '[bounds]\nroughly = ["some"]\n', 'counts.toml:2: unknown key "roughly"'),
        ("mentions.toml", 'locative = ["in"]\n', 'mentions.toml:1: unknown key "locative"'),
        ("mentions.toml", '[references]\nriver = ["it"]\n', 'mentions.toml:2: unknown key "river"'),
    ],
)
def test_a_wrong_language_table(tmp_path: Path, file: str, text: str, expected: str) -> None:
    folder = tmp_path / "languages" / "xx"
    folder.mkdir(parents=True)
    (folder / file).write_text(text, "utf-8")
    (line,) = said(folder)
    assert line.startswith(expected)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such folder"):
        check([tmp_path / "gone"])


def test_the_shipped_packs_are_right() -> None:
    assert [str(problem) for problem in check()] == []
