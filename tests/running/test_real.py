"""The real steps over the samples: the same bytes by every way to build them."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman.analysis.reader
from dragoman.errors import LedgerError
from dragoman.exports import export
from dragoman.ledger import Ledger, check
from dragoman.running import build

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


@pytest.mark.skipif(not any(SAMPLES.glob("*.*")), reason="the samples are not in this checkout")
def test_a_killed_build_goes_on(tmp_path: Path) -> None:
    """Killed at random moments, then the same command again: nothing tells it from an uninterrupted build."""
    moments = random.Random(11)
    path = tmp_path / "killed.db"
    command = [sys.executable, "-m", "dragoman.cli", "build", str(SAMPLES), "-o", str(path), "--quiet"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    killed = 0
    for _ in range(4):
        build = subprocess.Popen([*command, "--workers", "1"], env=environment)
        try:
            build.wait(timeout=moments.uniform(0.8, 3.0))
        except subprocess.TimeoutExpired:
            build.kill()
            build.wait()
            killed += 1
    assert killed
    files = [SAMPLES]
    assert built(path, files, workers=1, seed=0) == built(tmp_path / "whole.db", files, workers=1, seed=0)


@pytest.mark.parametrize("name", ["own.db", "ledgers/own.db"])
def test_the_ledger_among_the_reports_is_no_report(tmp_path: Path, name: str) -> None:
    """Neither it nor the files that SQLite keeps beside it, in this folder or in one below."""
    reports = tmp_path / "reports"
    path = reports / name
    path.parent.mkdir(parents=True, exist_ok=True)
    (reports / "one.txt").write_text("Rebels captured the village of Oakham on 3 March 2016.", "utf-8")
    exported = built(path, [reports], [reports], workers=1, seed=0)
    assert exported["documents.jsonl"].count(b"\n") == 1
    with Ledger.open(path) as ledger:
        assert [one.uri for one in ledger.left_out() if one.uri.startswith(name)] == []


def test_without_the_model_names_in_reach_fill_the_seats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so once, and in every claim; a ledger is not built on with another model."""
    report = tmp_path / "report.txt"
    report.write_text("4 November 2016. The Syrian army captured Minyan on Friday.\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(dragoman.analysis.reader, "WEIGHTS", tmp_path / "none")
        summary = build([str(report)], tmp_path / "without.db", workers=1)
    assert [note.partition(":")[0] for note in summary.notes] == ["no language model"]
    assert "roles.reach" in summary.notes[0]
    with Ledger.open(tmp_path / "without.db") as ledger:
        (claim,) = ledger.claims()
    assert "roles.reach" in claim.rules and "roles.tree" not in claim.rules
    with pytest.raises(LedgerError, match="weights of the language model"):
        build([str(report)], tmp_path / "without.db", workers=1)


def test_with_the_model_the_tree_fills_the_seats(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("4 November 2016. The Syrian army captured Minyan on Friday.\n", "utf-8")
    summary = build([str(report)], tmp_path / "with.db", workers=1)
    assert summary.notes == ()
    with Ledger.open(tmp_path / "with.db") as ledger:
        (claim,) = ledger.claims()
    assert "roles.tree" in claim.rules
