"""The file of happenings: three languages each, and one clear line where it is wrong."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.happenings import GOLD, LANGUAGES, told

ROOT = Path(__file__).parents[2]


def test_every_happening_is_told_once_in_each_language() -> None:
    found = Counter((one.happening, one.language) for one in told(ROOT / GOLD))
    happenings = {happening for happening, _ in found}
    assert len(happenings) >= 60
    assert found == Counter({(happening, language): 1 for happening in happenings for language in LANGUAGES})


@pytest.mark.parametrize("line", ["family\thappening\ten", "family\thappening\tfr\ttexte", ""])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "happenings.tsv"
    path.write_text(f"f\th\ten\ttext\n{line}\n", "utf-8")
    with pytest.raises(InputError, match=r"happenings\.tsv:2: expected family"):
        list(told(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(told(tmp_path / "none.tsv"))
