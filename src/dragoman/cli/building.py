"""`dragoman build`: the main job, with a progress bar while it runs and a summary at its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import console, say
from dragoman.errors import InputError

if TYPE_CHECKING:
    from dragoman.running import Progress, Summary
    from dragoman.running.progress import Report

_STEPS = {"find": "finding", "read": "reading", "date": "dating", "relate": "linking"}
# As many lines of each kind as a person reads.
_LINES = 3


def build(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORTS…",
            help="Files, folders, globs, or - (standard input): text, HTML, RSS/Atom, WARC, JSON lines, CSV.",
            show_default=False,
        ),
    ],
    ledger: Annotated[Path, typer.Option("--output", "-o", metavar="LEDGER", help="The ledger to make or to add to.")],
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="What a CSV's or JSON's columns hold: text=article_content …"),
    ] = None,
    theatre: Annotated[list[str] | None, typer.Option(help="Theatre packs (default: syria).")] = None,
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="A pack of your own.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="All inputs are in this one.")] = None,
    encoding: Annotated[str | None, typer.Option(help="All inputs have this one.")] = None,
    workers: Annotated[int, typer.Option(help="Processes (0: one for each processor).")] = 0,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Empty the ledger first; people's judgements stay.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> int:
    """Read reports into a ledger and work out what they tell together.

    Killed at any point and started again, it goes on where it stopped. Reports that are in the ledger already
    are not read again.
    """
    from dragoman.running import BuildOptions
    from dragoman.running import build as run

    options = BuildOptions(
        theatres=tuple(theatre or ("syria",)),
        packs=tuple(pack or ()),
        columns=tuple(map(_column, column or ())),
        language=language,
        encoding=encoding,
        rebuild=rebuild,
    )
    with _progress(quiet) as progress:
        summary = run(reports, ledger, options=options, workers=workers or _processors(), progress=progress)
    if not quiet:
        for line in summary_lines(summary):
            say(line)
    return 0 if summary.documents else 1


def summary_lines(summary: Summary) -> Iterator[str]:
    """What a build found, for a person: read, left out and why, claims, events, and where to look next."""
    known = f", {summary.known} were known" if summary.known else ""
    repeated = f", {summary.repeated} came again word for word" if summary.repeated else ""
    yield f"Read {summary.added} reports{known}{repeated}; {summary.ledger} holds {summary.documents}"
    yield f"  languages: {_counted(summary.languages)}; without a publication day: {summary.undated}"
    yield f"Claims: {sum(number for _, number in summary.claims)}"
    yield f"  by type: {_counted(summary.claims)}"
    yield from _event_lines(summary)
    yield from _left_out_lines(summary)
    yield from (f"Note: {note}" for note in summary.notes)
    yield from _next_lines(summary)


def story_lines(summary: Summary) -> Iterator[str]:
    """What follows from the claims that are there, for a person: events, and where to look next."""
    yield from _event_lines(summary)
    yield from (f"Note: {note}" for note in summary.notes)
    yield from _next_lines(summary)


def _event_lines(summary: Summary) -> Iterator[str]:
    yield f"Events: {summary.events}"
    yield f"  by grade: {_counted(summary.grades)}"


def _left_out_lines(summary: Summary) -> Iterator[str]:
    if summary.left_out:
        yield "Left out, or read with a reservation (all of it: dragoman export, left_out):"
    for reason, lines in summary.left_out:
        yield f"  {reason}: {len(lines)}"
        for line in lines[:_LINES]:
            yield f"    {line.detail if line.uri in line.detail else f'{line.uri}: {line.detail}'}"


def _next_lines(summary: Summary) -> Iterator[str]:
    if summary.events:
        grades = dict(summary.grades)
        grade = "contested" if "contested" in grades else next(iter(grades))
        yield "Look next at:"
        yield f"  dragoman events {summary.ledger} --grade {grade}"
        yield f"  dragoman explain {summary.ledger} {summary.look_at}"
        yield f"  dragoman export {summary.ledger} --format csv --out tables"
    elif not summary.documents:
        yield "Nothing could be read."


def _counted(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts) or "none"


def _column(words: str) -> tuple[str, str]:
    field, equals, column = words.partition("=")
    if not (field and equals and column):
        raise InputError(f"--column {words}: write FIELD=COLUMN, as text=article_content")
    return field, column


def _processors() -> int:
    """The processors that this program may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def _progress(quiet: bool) -> Iterator[Report | None]:
    """A bar with the rate on standard error, where that is a terminal; nothing where it is not."""
    screen = console(errors=True)
    if quiet or not screen.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    with Bar(*columns, TimeElapsedColumn(), console=screen, transient=True) as bar:
        task = bar.add_task("finding", total=None, rate="")

        def report(progress: Progress) -> None:
            seconds = bar.tasks[0].elapsed or 1e-9
            rate = f"{progress.done / seconds:.0f} reports/s {progress.characters / seconds / 1000:.0f} kB/s"
            shown = rate if progress.step == "read" else ""
            words = _STEPS[progress.step]
            bar.update(task, description=words, completed=progress.done, total=progress.total, rate=shown)

        yield report
