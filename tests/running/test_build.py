"""A build gives the same bytes whatever the workers, the order, the instalments and the interruptions."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import fake_steps
import pytest

from dragoman.errors import DragomanError, InputError, LedgerError
from dragoman.exports import export
from dragoman.ledger import Ledger, check
from dragoman.running import BuildOptions, Progress, build
from dragoman.running.steps import Steps

HERE = Path(__file__).parent


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Fifty reports, so that there are several shards, with everything that can happen to one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(45):
        day = "" if number % 5 == 0 else f"2016-10-{1 + number % 28:02}"
        lines = [
            day,
            f"Army captured in Town{number % 7}",
            f"Rebels attacked in Town{number % 4}",
            f"no {number}",
        ]
        lines += {3: ["odd"], 4: ["raise"], 6: ["unreadable"]}.get(number, [])
        (folder / f"{number:03}.txt").write_text("\n".join(lines))
    (folder / "twin.txt").write_text("\nArmy captured in Town3\n")
    (folder / "a-twin.txt").write_text("\nArmy captured in Town3\n")
    for name in ("x-dated", "b-dated"):
        (folder / f"{name}.txt").write_text("2015-10-01\nArmy captured in Town8\n")
    (folder / "undated.txt").write_text("\nArmy captured in Town8\n")
    (folder / "also-unreadable.txt").write_text((folder / "006.txt").read_text())
    return folder


def run(inputs: list[Path], ledger: Path, workers: int = 1) -> dict[str, bytes]:
    build([str(one) for one in inputs], ledger, workers=workers, maker=fake_steps.make)
    return exported(ledger)


def exported(path: Path) -> dict[str, bytes]:
    """Every exported file, of a ledger that holds together."""
    with Ledger.open(path) as ledger:
        assert check(ledger) == []
        out = path.with_suffix(".out")
        return {file.name: file.read_bytes() for form in ("jsonl", "csv") for file in export(ledger, form, out)}


@pytest.fixture
def wanted(reports: Path, tmp_path: Path) -> dict[str, bytes]:
    return run([reports], tmp_path / "wanted.db")


def test_a_build_finds_everything(wanted: dict[str, bytes]) -> None:
    # 45 reports less two that cannot be read, and the twins as one.
    assert wanted["documents.jsonl"].count(b"\n") == 46
    assert wanted["claims.jsonl"].count(b"\n") == 2 * 43 + 3
    assert wanted["left_out.jsonl"].decode().splitlines() == [
        '{"uri": "003.txt", "reason": "encoding", "detail": "003.txt: guessed"}',
        '{"uri": "004.txt", "reason": "error", "detail": "unexpected RuntimeError: no such luck;'
        ' this is a bug in dragoman"}',
        '{"uri": "006.txt", "reason": "binary", "detail": "006.txt: not a text"}',
        '{"uri": "also-unreadable.txt", "reason": "binary", "detail": "also-unreadable.txt: not a text"}',
        '{"uri": "twin.txt", "reason": "duplicate", "detail": "the same report as a-twin.txt"}',
        '{"uri": "x-dated.txt", "reason": "duplicate", "detail": "the same report as b-dated.txt"}',
    ]


def test_neighbours_date_the_undated(wanted: dict[str, bytes]) -> None:
    reason = b'"2015-10-01", "precision": "day", "basis": "inferred", "reasons": ["b-dated.txt says so"]'
    assert reason in wanted["documents.jsonl"]
    assert b'"start": null' not in wanted["claims.jsonl"]


def test_workers_change_nothing(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    assert run([reports], tmp_path / "two.db", workers=2) == wanted


@pytest.mark.parametrize("seed", [1])
def test_order_changes_nothing(reports: Path, tmp_path: Path, wanted: dict[str, bytes], seed: int) -> None:
    files = sorted(reports.iterdir())
    random.Random(seed).shuffle(files)
    assert run(files, tmp_path / "shuffled.db") == wanted


@pytest.mark.parametrize("cut", [1, 30])
def test_instalments_change_nothing(reports: Path, tmp_path: Path, wanted: dict[str, bytes], cut: int) -> None:
    files = sorted(reports.iterdir(), reverse=True)
    run(files[:cut], tmp_path / "instalments.db")
    assert run(files[cut:], tmp_path / "instalments.db") == wanted


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_hash_seeds_change_nothing(reports: Path, tmp_path: Path, wanted: dict[str, bytes], seed: str) -> None:
    ledger = tmp_path / "seeded.db"
    subprocess.run(_command(reports, ledger), check=True, env=_environment() | {"PYTHONHASHSEED": seed})
    assert exported(ledger) == wanted


def test_a_killed_build_goes_on(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    """Killed at the n-th SQL statement, again and again: within transactions and between them."""
    ledger = tmp_path / "killed.db"
    points = random.Random(7)
    ends = []
    for _ in range(5):
        command = _command(reports, ledger, points.randrange(20, 300))
        ends.append(subprocess.run(command, env=_environment(), check=False).returncode)
    assert ends.count(-signal.SIGKILL) >= 3
    assert run([reports], ledger) == wanted


def test_a_kill_while_events_are_written(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    ledger = tmp_path / "killed.db"
    killed = subprocess.run([*_command(reports, ledger), "INSERT INTO event VALUES"], env=_environment(), check=False)
    assert killed.returncode == -signal.SIGKILL
    with Ledger.open(ledger) as opened:
        assert not opened.complete
        assert list(opened.events()) == []
        assert check(opened) == []
    assert run([reports], ledger) == wanted


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "a.txt").write_text(f"linger {tmp_path / 'pid'}")
    build_process = subprocess.Popen(_command(tmp_path / "r", tmp_path / "a.db", workers=2), env=_environment())
    pid = int(_soon(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text()))
    build_process.kill()
    build_process.wait()
    assert _soon(lambda: not _lives(pid))


def test_a_report_that_kills_its_worker_is_left_out(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    (reports / "killer.txt").write_text("die")
    files = run([reports], tmp_path / "deadly.db", workers=2)
    lines = files["left_out.jsonl"].decode().splitlines()
    said = [line for line in lines if "killer" in line]
    assert said == [
        '{"uri": "killer.txt", "reason": "error", "detail": "the worker process died while reading it'
        ' (out of memory, or a fault in a library)"}'
    ]
    assert {name: files[name] for name in files if "left_out" not in name} == {
        name: wanted[name] for name in wanted if "left_out" not in name
    }


def test_a_full_disk_is_one_line_and_the_rerun_goes_on(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    ledger = tmp_path / "full.db"
    Ledger.create(ledger).close()
    with _no_file_beyond(ledger.stat().st_size + 90_000), pytest.raises(LedgerError) as error:
        build([str(reports)], ledger, maker=fake_steps.make)
    assert "free some space and run the same command again" in str(error.value)
    assert "\n" not in str(error.value)
    with Ledger.open(ledger) as opened:
        assert check(opened) == []
    assert run([reports], ledger) == wanted


def test_known_reports_are_not_read_again(reports: Path, tmp_path: Path) -> None:
    read: list[str] = []
    build([str(reports)], tmp_path / "a.db", maker=lambda options: _watched(options, read))
    assert len(read) == 48
    (reports / "new.txt").write_text("2016-10-02\nArmy captured in Town1")
    again = build([str(reports)], tmp_path / "a.db", maker=lambda options: _watched(options, read))
    assert read[48:] == ["new.txt"]
    assert (again.added, again.known, again.documents) == (1, 48, 47)


def test_nothing_new_leaves_the_events_alone(reports: Path, tmp_path: Path) -> None:
    build([str(reports)], tmp_path / "a.db", maker=fake_steps.make)
    build([str(reports)], tmp_path / "a.db", maker=_without_events)


def test_a_name_that_becomes_readable_is_no_longer_left_out(tmp_path: Path) -> None:
    missing = tmp_path / "late.txt"
    run([missing], tmp_path / "a.db")
    missing.write_text("2016-10-02\nArmy captured in Town1")
    assert run([missing], tmp_path / "a.db")["left_out.jsonl"] == b""


def test_other_packs_are_refused_and_rebuild_serves(reports: Path, tmp_path: Path, wanted: dict[str, bytes]) -> None:
    ledger = tmp_path / "a.db"
    run([reports], ledger)
    with pytest.raises(LedgerError, match=r"it was built with other packs .*add --rebuild"):
        build([str(reports)], ledger, maker=_other_packs)
    with Ledger.open(ledger) as opened:
        assert opened.meta()["packs"] == "fakes"
    build([str(reports)], ledger, options=BuildOptions(rebuild=True), maker=_other_packs)
    assert exported(ledger) == wanted


def test_progress_is_told(reports: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    build([str(reports)], tmp_path / "a.db", maker=fake_steps.make, progress=told.append)
    read = [one for one in told if one.step == "read"]
    assert [one.done for one in read] == sorted(one.done for one in read)
    assert (read[-1].done, read[-1].total) == (51, 51)
    assert told[-1].step == "relate"


def test_no_workers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--workers 0: at least one"):
        build([], tmp_path / "a.db", workers=0, maker=fake_steps.make)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="it cannot be opened; check the folder"):
        build([], tmp_path / "none" / "a.db", maker=fake_steps.make)


def _watched(options: BuildOptions, read: list[str]) -> Steps:
    def document(item: fake_steps.Item) -> object:
        read.append(item.uri)
        return fake_steps.document(item)

    return replace(fake_steps.make(options), document=document)


def _without_events(options: BuildOptions) -> Steps:
    return replace(fake_steps.make(options), relate=None)


def _other_packs(options: BuildOptions) -> Steps:
    return replace(fake_steps.make(options), fingerprint="others")


def _command(reports: Path, ledger: Path, kill_at: int = 0, workers: int = 1) -> list[str]:
    return [
        sys.executable,
        str(HERE / "killed_build.py"),
        str(reports),
        str(ledger),
        str(kill_at),
        str(workers),
    ]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _soon(holds) -> object:  # type: ignore[no-untyped-def]
    """What `holds` gives once it is true; a test that waits in vain fails."""
    for _ in range(200):
        if found := holds():
            return found
        time.sleep(0.05)
    pytest.fail("it did not come true within ten seconds")


def _lives(pid: int) -> bool:
    """Whether the process runs; one that is dead and not waited for does not."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
