"""Names that people know end up in a pack that loads, and nothing that stands there is lost."""

from pathlib import Path

import pytest

from dragoman.errors import QueryError
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.review import NewName, add_entry

SYRIA = load(("syria",))


def loaded(folder: Path) -> Knowledge:
    return load(("syria",), (folder,))


def test_another_spelling_of_a_known_actor(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    written = add_entry(folder, NewName("actor", "the Halyard column", "en", id="syrian-arab-army"), SYRIA)
    assert (written.file, written.entry["names"]) == (folder / "actors.toml", {"en": ["the Halyard column"]})
    known = loaded(folder)
    assert known.side("syrian-arab-army") == SYRIA.side("syrian-arab-army") == "government"
    found = known.names("Then the Halyard column arrived.", "en")
    assert [(name.text, name.actors[0]) for name in found] == [("the Halyard column", "syrian-arab-army")]


def test_a_new_actor_and_a_new_place(tmp_path: Path) -> None:
    add_entry(tmp_path, NewName("actor", "Quarry Guards", "en", kind="militia", side="government"), SYRIA)
    add_entry(tmp_path, NewName("place", "Zzarquwa", "en", kind="village", lat=36.1, lon=37.2, within="aleppo"), SYRIA)
    known = loaded(tmp_path)
    assert (known.actors["quarry-guards"].kind, known.side("quarry-guards")) == ("militia", "government")
    assert (known.places["zzarquwa"].lat, known.places["zzarquwa"].within) == (36.1, "aleppo")


def test_a_second_spelling_joins_the_first(tmp_path: Path) -> None:
    for name, language in (("Zzarquwa", "en"), ("Zzarkuwa", "de"), ("Zzarquwah", "en"), ("Zzarquwa", "en")):
        add_entry(tmp_path, NewName("place", name, language, id="minyan"), SYRIA)
    header, row = (tmp_path / "places.tsv").read_text("utf-8").splitlines()
    cells = dict(zip(header.split("\t"), row.split("\t"), strict=True))
    assert (cells["id"], cells["en"], cells["de"]) == ("minyan", "Zzarquwa;Zzarquwah", "Zzarkuwa")
    assert loaded(tmp_path).places["minyan"].lat == SYRIA.places["minyan"].lat


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewName("person", "X", "en"), "role: 'person' is not known"),
        (NewName("actor", " ", "en", kind="militia"), "name: at most 200 letters"),
        (NewName("place", "a\tb", "en", kind="town"), "name: at most 200 letters"),
        (NewName("place", "a;b", "en", kind="town"), "without ';'"),
        (NewName("actor", "Guards", "English", kind="militia"), "language: 'English' is no language code"),
        (NewName("actor", "Guards", "en", kind="army"), "kind: 'army' is none of an actor's"),
        (NewName("actor", "Guards", "en", kind="militia", side="ours"), "side: 'ours' is not known"),
        (NewName("place", "Hill 7", "en", kind="hill", lat=1.0), "lat, lon: give both or none"),
        (NewName("place", "Hill 7", "en", kind="hill", lat=91.0, lon=1.0), "lat, lon: degrees"),
        (NewName("place", "Hill 7", "en", kind="hill", within="nowhere"), "within: no place has the id 'nowhere'"),
        (NewName("actor", "Guards", "en", id="nobody"), "id: no actor has the id 'nobody'"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path: Path, new: NewName, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        add_entry(tmp_path, new, SYRIA)
    assert said in str(caught.value)
    assert not (tmp_path / "actors.toml").exists()
    assert not (tmp_path / "places.tsv").exists()
