"""`dragoman judge` and `dragoman relate`: what a person decides of two claims, and events worked out anew."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.building import story_lines
from dragoman.cli.screen import say
from dragoman.errors import InputError
from dragoman.ledger import Ledger
from dragoman.review import Decision
from dragoman.review import decide as taken
from dragoman.review.kinds import PAIR

_LEDGER = typer.Argument(metavar="LEDGER", help="A ledger that `dragoman build` made.")


class Verdict(StrEnum):
    """What a person may decide of two claims; `unsure` takes an earlier decision back."""

    same = "same"
    different = "different"
    unsure = "unsure"


def decide(
    ledger: Annotated[Path, _LEDGER],
    verdict: Annotated[Verdict, typer.Argument(help="Do the two claims tell one happening?")],
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim (c_…).")],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Another one.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, for those who read it later.")],
) -> None:
    """Decide whether two claims tell one happening; decisions go before any score and survive every build."""
    with Ledger.create(_there(ledger)) as opened:
        for one in (claim, other):
            _expect_claim(opened, one)
        if claim == other:
            raise InputError(f"{claim}: name two different claims")
        made = taken(opened, Decision(PAIR, claim, verdict.value, by, datetime.now(UTC), reason, object=other))
    say(f"Judgement {made.id}: {claim} and {other} are {verdict.value}, by {by}: {reason}")
    say(f"It counts from the next `dragoman relate {ledger}` or build on.")


def relate(
    ledger: Annotated[Path, _LEDGER],
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="The packs that it was built with.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Work out events, control, tolls and sources anew, after people judged pairs of claims."""
    from dragoman.running import related

    summary = related(_there(ledger), packs=tuple(pack or ()))
    if not quiet:
        for line in story_lines(summary):
            say(line)


def _there(ledger: Path) -> Path:
    """The path of a ledger that is there: a decision makes no new one."""
    with Ledger.open(ledger):
        return ledger


def _expect_claim(ledger: Ledger, claim: str) -> None:
    if not list(ledger.rows("SELECT 1 FROM claim WHERE id = ?", claim)):
        raise InputError(f"{claim}: there is no such claim in {ledger.path}; `dragoman claims` lists them")
