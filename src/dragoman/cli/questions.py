"""`dragoman claims|events|control|tolls|sources`: what the ledger holds, as a table, JSON lines or CSV."""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dragoman.cli.screen import complain, console, safe, safe_json, table
from dragoman.errors import QueryError
from dragoman.events.counted.ranges import TollRange, month, ranges
from dragoman.exports import flat, spreadsheet
from dragoman.ledger import Filters, Ledger, queries
from dragoman.ledger.records import to_json
from dragoman.model import Claim, Control, Event, Grade, Source, Toll, What

# A screenful or two; JSON and CSV are for programs and have no limit of their own.
TABLE_LIMIT = 50

_Ledger = Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")]
Actor = Annotated[str | None, typer.Option(help="An actor's id or name; its spelling by letters alone.")]
Place = Annotated[str | None, typer.Option(help="A place's id or name, with all that lies within it.")]
Type = Annotated[str | None, typer.Option(help="An event type, as airstrike.")]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day: 2016-10-28, 2016-10, 2016.")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, in the same forms.")]
GradeOf = Annotated[str | None, typer.Option(help=f"How well it holds: {', '.join(get_args(Grade))}.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Told by a report in this language.")]
Text = Annotated[str | None, typer.Option(help='Words of the sentence, all of them; "a phrase" as it stands.')]
SourceOf = Annotated[str | None, typer.Option(help="An outlet or a speaker, by id or name.")]
_Limit = Annotated[int | None, typer.Option(min=0, help=f"At most so many (tables: {TABLE_LIMIT}; 0: all).")]
_Json = Annotated[bool, typer.Option("--json", help="JSON lines, as `dragoman export` writes them.")]
_Csv = Annotated[bool, typer.Option("--csv", help="CSV, as `dragoman export --format csv` writes it.")]


def _scope_names(ledger: Ledger) -> Callable[[Toll], str]:
    """The name of the place that a toll is about: of an event its most specific place."""
    first = "SELECT id, json_extract(record, '$.places[0].name') AS name FROM event"
    names = {row["id"]: row["name"] for row in ledger.rows(f"SELECT id, name FROM place UNION ALL {first}")}
    return lambda toll: names.get(toll.scope, toll.scope) or "no place"


# Under which name a toll stands in each of the views of ranges.
_BY: Mapping[str, Callable[[Ledger], Callable[[Toll], str]]] = {
    "source": lambda _: lambda toll: toll.source,
    "period": lambda _: month,
    "place": _scope_names,
}


def claims(
    ledger: _Ledger,
    actor: Actor = None,
    place: Place = None,
    type: Type = None,
    start: From = None,
    end: To = None,
    grade: GradeOf = None,
    language: Language = None,
    text: Text = None,
    source: SourceOf = None,
    limit: _Limit = None,
    as_json: _Json = False,
    as_csv: _Csv = False,
) -> None:
    """Who says that what happened: the claims, in the order of the days that they tell of."""
    days = day(start), day(end, last=True)
    filters = Filters(actor, place, type, *days, one_of(grade, "grade", get_args(Grade)), language, text, source)
    _show(ledger, filters, queries.claims, CLAIMS, limit, as_json, as_csv)


def events(
    ledger: _Ledger,
    actor: Actor = None,
    place: Place = None,
    type: Type = None,
    start: From = None,
    end: To = None,
    grade: GradeOf = None,
    language: Language = None,
    text: Text = None,
    source: SourceOf = None,
    limit: _Limit = None,
    as_json: _Json = False,
    as_csv: _Csv = False,
) -> None:
    """What happened by all accounts together: the events, with their grade."""
    days = day(start), day(end, last=True)
    filters = Filters(actor, place, type, *days, one_of(grade, "grade", get_args(Grade)), language, text, source)
    _show(ledger, filters, queries.events, EVENTS, limit, as_json, as_csv)


def control(
    ledger: _Ledger,
    actor: Actor = None,
    place: Place = None,
    start: From = None,
    end: To = None,
    limit: _Limit = None,
    as_json: _Json = False,
    as_csv: _Csv = False,
) -> None:
    """Who is said to have held which place, from when until when."""
    filters = Filters(actor=actor, place=place, start=day(start), end=day(end, last=True))
    _show(ledger, filters, queries.control, CONTROL, limit, as_json, as_csv)


def tolls(
    ledger: _Ledger,
    place: Place = None,
    what: Annotated[str | None, typer.Option(help=f"What is counted: {', '.join(get_args(What))}.")] = None,
    start: From = None,
    end: To = None,
    source: SourceOf = None,
    by: Annotated[str | None, typer.Option(help=f"Their ranges by one of: {', '.join(_BY)}.")] = None,
    limit: _Limit = None,
    as_json: _Json = False,
    as_csv: _Csv = False,
) -> None:
    """Numbers of victims as ranges by source; what counts may overlap, so nothing is added up."""
    wanted = one_of(what, "what", get_args(What))
    filters = Filters(place=place, type=wanted, start=day(start), end=day(end, last=True), source=source)
    grouped = one_of(by, "by", tuple(_BY))
    if grouped is None:
        _show(ledger, filters, queries.tolls, TOLLS, limit, as_json, as_csv)
        return
    _show(ledger, filters, _ranges(_BY[grouped]), RANGES, limit, as_json, as_csv)
    complain(
        "a range is from the least to the greatest single number; numbers may count the same people: never add them"
    )


def _ranges(naming: Callable[[Ledger], Callable[[Toll], str]]) -> Callable[[Ledger, Filters], Iterator[TollRange]]:
    """A question for the ranges of tolls under the names that `naming` gives them in a ledger."""
    return lambda ledger, filters: ranges(queries.tolls(ledger, filters), naming(ledger))


def sources(
    ledger: _Ledger, text: Text = None, limit: _Limit = None, as_json: _Json = False, as_csv: _Csv = False
) -> None:
    """Outlets and speakers: who quotes them, and how often others agreed or disagreed with them."""
    _show(ledger, Filters(text=text), queries.sources, SOURCES, limit, as_json, as_csv)


def day(words: str | None, *, last: bool = False) -> date | None:
    """The first or the last day of `2016-10-28`, `2016-10` or `2016`; QueryError where it is no day."""
    if words is None:
        return None
    found = _DAY.fullmatch(words.strip())
    year, month, number = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    try:
        return _day(year, month, number, last)
    except ValueError:
        raise QueryError(f"'{words}' is no day; write it as 2016-10-28, 2016-10 or 2016") from None


def one_of(value: str | None, name: str, allowed: Sequence[str]) -> str | None:
    """The value, which must be one of those that there are."""
    if value is not None and value not in allowed:
        raise QueryError(f"--{name} {value}: not known; use one of {', '.join(allowed)}")
    return value


_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _day(year: int, month: int, number: int, last: bool) -> date:
    month = month or (12 if last else 1)
    return date(year, month, number or (monthrange(year, month)[1] if last else 1))


@dataclass(frozen=True, slots=True)
class View:
    """How one kind of record is shown: as a table for people, as CSV for programs."""

    name: str
    columns: tuple[str, ...]
    cells: Callable[[Any], tuple[str, ...]]
    csv_columns: tuple[str, ...]
    csv_row: Callable[[Any], flat.Row]


def _show(
    path: Path,
    filters: Filters,
    ask: Callable[[Ledger, Filters], Iterator[Any]],
    view: View,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Asks the ledger and prints what it answers in the form that is wanted."""
    with Ledger.open(path) as ledger:
        warn(ledger)
        expect_known(ledger, filters)
        found = ask(ledger, filters)
        if as_json or as_csv:
            _print_lines(islice(found, limit or None), view, as_json)
        else:
            _print_table(found, view, TABLE_LIMIT if limit is None else limit)


def _print_lines(found: Iterable[Any], view: View, as_json: bool) -> None:
    lines: Iterator[str]
    if as_json:
        lines = (safe_json(to_json(record)) + "\n" for record in found)
    else:
        lines = spreadsheet.lines(found, view.csv_row, view.csv_columns)
    # A program gets a cell's characters as they are, a terminal does not.
    guard = safe if sys.stdout.isatty() and not as_json else None
    for line in lines:
        sys.stdout.write(f"{guard(line.rstrip())}\n" if guard else line)


def _print_table(found: Iterator[Any], view: View, limit: int) -> None:
    shown = list(islice(found, limit or None))
    if not shown:
        complain(f"no {view.name} that match")
        return
    console().print(table(view.columns, map(view.cells, shown)))
    if limit and next(found, None) is not None:
        complain(f"the first {limit} {view.name} are shown; --limit 0 shows all")


def warn(ledger: Ledger) -> None:
    if not ledger.complete:
        complain(f"{ledger.path}: its build did not come to its end; run the same build again to have its events")


def expect_known(ledger: Ledger, filters: Filters) -> None:
    """A type or a language that the ledger does not have is more often a slip than a question."""
    if filters.type is not None and filters.type not in get_args(What):
        known = [row[0] for row in ledger.rows("SELECT DISTINCT type FROM claim ORDER BY 1")]
        one_of(filters.type, "type", known)
    if filters.language is not None:
        known = [row[0] for row in ledger.rows("SELECT DISTINCT language FROM document ORDER BY 1")]
        one_of(filters.language, "language", known)


def _names(named: Iterable[Any]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in named))


def days_words(start: date | None, end: date | None) -> str:
    """A day, or two with what lies between; `?` where it is not known."""
    if start == end:
        return "?" if start is None else start.isoformat()
    return f"{start or '…'} – {end or '…'}"


def _claim_cells(claim: Claim) -> tuple[str, ...]:
    speakers = " < ".join(speaker.name for speaker in reversed(claim.attribution))
    counts = ", ".join(map(flat.count_words, claim.counts))
    what = claim.type if claim.realis == "happened" else f"{claim.type} ({claim.realis})"
    when = days_words(claim.when.start, claim.when.end)
    acts = f"{_names(claim.actors)} → {_names(claim.targets)}" if claim.targets else _names(claim.actors)
    return claim.id, when, what, acts, _names(claim.places), counts, speakers, claim.sentence.text


def _event_cells(event: Event) -> tuple[str, ...]:
    counts = ", ".join(map(flat.event_count_words, event.counts))
    when = days_words(event.when.start, event.when.end)
    acts = f"{_names(event.actors)} → {_names(event.targets)}" if event.targets else _names(event.actors)
    told = str(len(event.claims))
    voices = _names(event.originators)
    return event.id, when, event.type, acts, _names(event.places), counts, event.grade, told, voices


def _control_cells(control: Control) -> tuple[str, ...]:
    contested = "contested" if control.contested else ""
    since, until = (one.isoformat() if one else "" for one in (control.since, control.until))
    return control.place.name, control.holder.name, since or "?", until, contested, ", ".join(control.claims)


def _toll_cells(toll: Toll) -> tuple[str, ...]:
    number = flat.number_words(toll.low, toll.high)
    kind = "in all" if toll.cumulative else "incident"
    days = days_words(toll.since, toll.until)
    return toll.scope, toll.what, toll.who or "", number, kind, days, toll.source, ", ".join(toll.claims)


def _range_cells(found: TollRange) -> tuple[str, ...]:
    kind = "in all" if found.cumulative else "incident"
    low, high = str(found.low), "" if found.high is None else str(found.high)
    days = days_words(found.since, found.until)
    return found.by, found.what, found.who or "", kind, low, str(found.best), high or "?", str(found.rows), days


def _source_cells(source: Source) -> tuple[str, ...]:
    numbers = map(str, (source.claims, source.corroborated, source.contradicted))
    return source.id, source.name, source.side or "", source.kind or "", *numbers, ", ".join(source.quoted_by)


CLAIMS = View(
    "claims",
    ("id", "when", "what", "who → whom", "where", "numbers", "says", "words"),
    _claim_cells, spreadsheet.CLAIM, flat.claim_row,
)  # fmt: skip
EVENTS = View(
    "events",
    ("id", "when", "what", "who → whom", "where", "numbers", "grade", "claims", "voices"),
    _event_cells, spreadsheet.EVENT, flat.event_row,
)  # fmt: skip
CONTROL = View(
    "control", ("place", "holder", "from", "until", "", "claims"),
    _control_cells, spreadsheet.CONTROL, flat.control_row,
)  # fmt: skip
TOLLS = View(
    "tolls", ("scope", "what", "who", "number", "kind", "days", "source", "claims"),
    _toll_cells, spreadsheet.TOLL, flat.toll_row,
)  # fmt: skip
RANGES = View(
    "tolls", ("", "what", "who", "kind", "low", "best", "high", "numbers", "days"),
    _range_cells, spreadsheet.RANGE, flat.range_row,
)  # fmt: skip
SOURCES = View(
    "sources", ("id", "name", "side", "kind", "claims", "agreed", "disagreed", "quoted by"),
    _source_cells, spreadsheet.SOURCE, flat.source_row,
)  # fmt: skip
