"""`dragoman chronology`: the story of a ledger in order, in the reader's language."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Annotated, get_args

import typer

from dragoman.cli import questions as asked
from dragoman.cli.screen import complain, say
from dragoman.ledger import Filters, Ledger, queries
from dragoman.model import Grade


def chronology(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")],
    language: Annotated[str, typer.Option(metavar="CODE", help="The reader's language: de, en or hr.")] = "en",
    ids: Annotated[bool, typer.Option("--ids", help="Each event's id behind it, for `dragoman explain`.")] = False,
    actor: asked.Actor = None,
    place: asked.Place = None,
    type: asked.Type = None,
    start: asked.From = None,
    end: asked.To = None,
    grade: asked.GradeOf = None,
    report_language: asked.Language = None,
    text: asked.Text = None,
    source: asked.SourceOf = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many events (0: all, as without it).")] = None,
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="Packs of your own, for names.")] = None,
) -> None:
    """The story in order: a sentence an event, its grade, its numbers and its sources.

    Sentences are made from what the ledger knows of an event, not copied from reports. What voices disagree on is told
    below it, voice by voice; the numbers in brackets lead to the list of sources at the end.
    """
    from dragoman.chronology import chronicle
    from dragoman.knowledge import load

    days = asked.day(start), asked.day(end, last=True)
    known_grade = asked.one_of(grade, "grade", get_args(Grade))
    filters = Filters(actor, place, type, *days, known_grade, report_language, text, source)
    asked.one_of(language, "language", ("de", "en", "hr"))
    with Ledger.open(ledger) as opened:
        asked.warn(opened)
        asked.expect_known(opened, filters)
        events = list(islice(queries.events(opened, filters), limit or None))
        if not events:
            complain("no events that match")
            return
        knowledge = load(tuple(json.loads(opened.meta().get("theatres", "[]"))), tuple(pack or ()))
        for line in chronicle(opened, events, knowledge, language, ids=ids):
            say(line)
