"""The real steps over the samples: the same bytes by every way to build them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.exports import export
from dragoman.ledger import Ledger, check

SAMPLES = Path(__file__).parents[2] / "samples" / "aleppo"


def built(path: Path, *calls: list[Path], workers: int, seed: int) -> dict[str, bytes]:
    """The exports of a ledger that was built by these calls of the program, one after the other."""
    paths = os.pathsep.join(one for one in sys.path if one)
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": str(seed)}
    for inputs in calls:
        options = ["-o", str(path), "--workers", str(workers), "--quiet"]
        command = [sys.executable, "-m", "dragoman.cli", "build", *map(str, inputs), *options]
        subprocess.run(command, check=True, env=environment)
    with Ledger.open(path) as ledger:
        assert check(ledger) == []
        return {file.name: file.read_bytes() for file in export(ledger, "jsonl", path.with_suffix(".out"))}


@pytest.mark.skipif(not any(SAMPLES.glob("*.*")), reason="the samples are not in this checkout")
def test_every_way_leads_to_the_same_bytes(tmp_path: Path) -> None:
    files = [file for file in sorted(SAMPLES.iterdir()) if file.suffix != ".toml"]
    wanted = built(tmp_path / "one.db", files, workers=1, seed=0)
    assert wanted["claims.jsonl"].count(b"\n") > len(files)
    parts = files[::-2], files[-2::-2]
    assert built(tmp_path / "two.db", *map(list, parts), workers=2, seed=1) == wanted
