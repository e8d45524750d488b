"""The shipped model: what it reads in each language, and that nothing around a sentence changes its reading."""

import json
import platform
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

import dragoman.analysis.reader
from dragoman.analysis import Analysis, ModelError, Reader, missing, model, tokens
from dragoman.analysis.reader import WEIGHTS

SENTENCES = [
    "The army captured the town.",
    "On Sunday, rebels said they had shot down a government helicopter near Saraqib, killing all five on board.",
    "At least 12 civilians were killed.",
    "No one was hurt.",
    "The bridge at Deir ez-Zor was destroyed by warplanes of the coalition, according to the Syrian Observatory for "
    "Human Rights, which relies on a network of sources on the ground.",
]


def read(text: str, language: str = "en") -> Analysis:
    return model().analyse([tokens(text, 0, len(text), language)], language)[0]


def relation(found: Analysis, word: str) -> tuple[str, str]:
    """A word's relation and the word that it hangs on."""
    node = next(node for node in found.nodes if node.text == word)
    return node.relation, found.nodes[node.head].text if node.head >= 0 else ""


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Rebels captured the village.", {"Rebels": ("nsubj", "captured"), "village": ("obj", "captured")}),
        ("en", "The village was captured.", {"village": ("nsubj:pass", "captured"), "captured": ("root", "")}),
        ("de", "Die Rebellen haben das Dorf erobert.", {"Rebellen": ("nsubj", "erobert"), "Dorf": ("obj", "erobert")}),
        ("de", "Das Dorf wurde erobert.", {"Dorf": ("nsubj:pass", "erobert"), "wurde": ("aux:pass", "erobert")}),
        ("hr", "Pobunjenici su zauzeli selo.", {"Pobunjenici": ("nsubj", "zauzeli"), "selo": ("obj", "zauzeli")}),
        ("hr", "Побуњеници су заузели село.", {"Побуњеници": ("nsubj", "заузели"), "село": ("obj", "заузели")}),
    ],
)
def test_who_does_what(language: str, text: str, wanted: dict[str, tuple[str, str]]) -> None:
    found = read(text, language)
    assert {word: relation(found, word) for word in wanted} == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The army shelled Douma and Harasta on Monday.", {("Douma", "LOC"), ("Harasta", "LOC")}),
        ("de", "Die Armee beschoss am Montag Duma und Harasta.", {("Duma", "LOC"), ("Harasta", "LOC")}),
        ("hr", "Vojska je u ponedjeljak granatirala Dumu i Harastu.", {("Dumu", "LOC"), ("Harastu", "LOC")}),
    ],
)
def test_names(language: str, text: str, wanted: set[tuple[str, str]]) -> None:
    found = read(text, language)
    assert {(found.nodes[name.first].text, name.type) for name in found.names} == wanted


def test_dictionary_forms() -> None:
    found = read("Die Rebellen haben die Dörfer erobert.", "de")
    assert [found.lemma(index) for index in (1, 4, 5)] == ["Rebell", "Dorf", "erobern"]


def test_offsets_are_the_documents() -> None:
    text = "Yes. The army captured it."
    found = model().analyse([tokens(text, 5, len(text), "en")], "en")[0]
    assert [text[node.start : node.end] for node in found.nodes] == [node.text for node in found.nodes]


def test_the_same_in_any_batch() -> None:
    """To the last bit: heads, names and vectors do not depend on what is read beside a sentence."""
    cut = [tokens(text, 0, len(text), "en") for text in SENTENCES * 5]
    alone = [model().analyse([one], "en", batch=1)[0] for one in cut]
    for batch in (1, 2, 7, 64):
        together = model().analyse(cut, "en", batch)
        assert [one.nodes for one in together] == [one.nodes for one in alone]
        assert [one.names for one in together] == [one.names for one in alone]
        assert np.stack([one.vector for one in together]).tobytes() == np.stack([one.vector for one in alone]).tobytes()


def test_the_way_of_older_processors_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers are the same whether the processor has integer dot products or not."""
    monkeypatch.setattr(dragoman.analysis.reader, "_overflows", lambda _: True)
    older = Reader(WEIGHTS)
    cut = [tokens(text, 0, len(text), "en") for text in SENTENCES]
    for one, other in zip(older.analyse(cut, "en"), model().analyse(cut, "en"), strict=True):
        assert (one.nodes, one.names, one.vector.tobytes()) == (other.nodes, other.names, other.vector.tobytes())


@pytest.mark.parametrize(
    ("machine", "flags", "overflows"),
    [
        ("x86_64", "flags: avx2 avx512_vnni", False),
        ("AMD64", "flags: avx2", True),
        ("x86_64", None, True),
        ("arm64", None, False),
    ],
)
def test_which_processors_could_overflow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str, flags: str | None, overflows: bool
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    if flags:
        (tmp_path / "cpuinfo").write_text(flags)
    assert dragoman.analysis.reader._overflows(tmp_path / "cpuinfo") == overflows


def test_a_vector_has_length_one() -> None:
    assert float(np.linalg.norm(read("The army captured the town.").vector)) == pytest.approx(1, abs=1e-5)


def test_the_same_happening_is_nearer_than_its_like() -> None:
    english = read("The army captured Palmyra.").vector
    german = read("Die Armee hat Palmyra erobert.", "de").vector
    other = read("Die Armee hat Palmyra verloren.", "de").vector
    assert english @ german > english @ other


def test_a_sentence_longer_than_the_model_is_read_in_parts() -> None:
    found = read("The army captured the town and " * 120 + "left.")
    assert len(found.nodes) == 6 * 120 + 2
    assert sum(node.head < 0 for node in found.nodes) == 1
    assert all(node.head < len(found.nodes) for node in found.nodes)


def test_nothing_is_read_of_nothing() -> None:
    assert model().analyse([], "en") == []
    assert read("").nodes == ()


def test_the_files_are_those_that_were_made_together() -> None:
    """What stands for the model in a ledger are the labels, which hold the hashes of the rest."""
    made = json.loads((WEIGHTS / "labels.json").read_text("utf-8"))["sha256"]
    assert made == {name: sha256((WEIGHTS / name).read_bytes()).hexdigest() for name in ("reader.onnx", "pieces.json")}


def test_the_model_is_small_enough_for_the_package() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 64_000_000


def test_a_missing_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dragoman.analysis.reader, "WEIGHTS", tmp_path)
    assert missing() == f"no language model: {tmp_path / 'reader.onnx'} is not there"
    with pytest.raises(ModelError, match="is not there"):
        Reader(tmp_path)
