"""Places of a GeoNames dump in a project's own pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge import add_places, check, load


def dump_line(
    number: int, name: str, *, alternates: str = "", lat: str = "1.5", code: str = "P.PPL", people: str = "0"
) -> str:
    feature, kind = code.split(".")
    cells = [
        str(number),
        name,
        name,
        alternates,
        lat,
        "2.5",
        feature,
        kind,
        "SY",
        "",
        "09",
        "",
        "",
        "",
        people,
    ]
    return "\t".join([*cells, "", "300", "Asia/Damascus", "2020-01-01"])


def written(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "XX.txt"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_places_are_found_after_they_were_added(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        dump_line(1, "Tall Zarqūn", alternates="Tell Zarqun,تل زرقون,TZQ", people="12000"),
        dump_line(2, "Zarqun River", code="H.STM"),
        dump_line(3, "Zarqun Airbase", code="S.AIRB"),
    )
    added = add_places(file, tmp_path / "own")
    assert (added.places, added.skipped, added.problems) == (2, 1, ())
    knowledge = load((), (tmp_path / "own",))
    place = knowledge.places["geo-1"]
    assert (place.name, place.kind, place.lat, place.lon, place.within, place.population) == (
        "Tall Zarqun",
        "town",
        1.5,
        2.5,
        "SY",
        12000,
    )
    assert place.names == {"en": ("Tall Zarqun", "Tell Zarqun"), "ar": ("تل زرقون",)}
    (name,) = knowledge.names("near Tell Zarqun.", "en")
    assert name.places == ("geo-1",)
    assert knowledge.places["geo-3"].kind == "airbase"
    assert check([tmp_path / "own"]) == []


def test_a_second_dump_adds_and_replaces(tmp_path: Path) -> None:
    own = tmp_path / "own"
    add_places(written(tmp_path, dump_line(1, "Zarqun"), dump_line(2, "Marqun")), own)
    add_places(written(tmp_path, dump_line(2, "Marqun", lat="9.5"), dump_line(3, "Harqun")), own)
    rows = [line.split("\t")[:4] for line in (own / "places.tsv").read_text("utf-8").splitlines()[1:]]
    assert rows == [
        ["geo-1", "Zarqun", "village", "1.50000"],
        ["geo-2", "Marqun", "village", "9.50000"],
        ["geo-3", "Harqun", "village", "1.50000"],
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("1\tZarqun", "2 columns where a GeoNames dump has 19"),
        (dump_line(1, "Zarqun", lat="north"), 'latitude "north" is no number from -90 to 90'),
        (dump_line(1, "Zarqun", lat="nan"), 'latitude "nan" is no number'),
        (dump_line(1, "Zarqun", people="many"), 'population "many" is no whole number'),
        (dump_line(1, "Zarqun").replace("1\t", "x\t", 1), '"x" is no GeoNames number'),
    ],
)
def test_a_wrong_line_is_said_and_the_rest_is_read(tmp_path: Path, line: str, what: str) -> None:
    file = written(tmp_path, dump_line(7, "Marqun"), line)
    added = add_places(file, tmp_path / "own")
    assert added.places == 1
    assert [str(problem).startswith(f"{file}:2: {what}") for problem in added.problems] == [True]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"not a dump\n"])
def test_a_file_that_is_no_dump(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "XX.txt"
    file.write_bytes(content)
    with pytest.raises(PackError, match=r"XX\.txt:1: "):
        add_places(file, tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_a_folder_that_add_places_did_not_write_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "places.tsv").write_text("id\tname\n", "utf-8")
    with pytest.raises(PackError, match="not written by add-places"):
        add_places(written(tmp_path, dump_line(1, "Zarqun")), own)
    assert (own / "places.tsv").read_text("utf-8") == "id\tname\n"
