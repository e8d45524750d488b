"""Quotations as attributions, and one clear line where a file is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.overlap import Attribution
from dragoman.evaluation.quotations import texts

TEXT = "Es regnet, so Ida."


def told(**parts: Any) -> dict[str, Any]:
    spans = [(0, 2), (3, 9), (9, 10), (11, 13), (14, 17), (17, 18)]
    return {
        "documentName": "eigen",
        "originalText": TEXT,
        "tokens": [{"id": n, "charBegin": start, "charEnd": end} for n, (start, end) in enumerate(spans)],
        "annotations": [{name: {"tokenIds": found} for name, found in parts.items()}],
    }


def written(folder: Path, found: Any) -> Path:
    (folder / "eigen.json").write_text(found if isinstance(found, str) else json.dumps(found), "utf-8")
    return folder


def test_parts_are_the_spans_of_their_tokens(tmp_path: Path) -> None:
    (found,) = texts(written(tmp_path, told(quote=[1, 0, 1], speaker=[4], cue=[3], frame=[3, 4])))
    assert (found.name, found.language, len(found.tokens)) == ("eigen", "de", 6)
    assert found.attributions == (
        Attribution(((0, 2), (3, 9)), ((14, 17),), ((11, 13),), frame=((11, 13), (14, 17)), addressee=()),
    )


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ("{\n,", r"eigen\.json:2: no JSON"),
        (told(quote=[0, 6]), r"eigen\.json: annotation 1 names a token that there is not"),
        (told(quote=[-1]), r"eigen\.json: annotation 1 names a token that there is not"),
        (told() | {"annotations": [{"quote": 3}]}, r"eigen\.json: annotation 1 is not as it should be"),
        (told() | {"tokens": [{"charBegin": 0}]}, r"eigen\.json: the text is not as it should be: 'charEnd'"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, found: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(texts(written(tmp_path, found)))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        list(texts(tmp_path / "none"))
