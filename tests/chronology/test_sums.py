"""Sums of a period: told as such, with their days, where an event has no number of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.chronology.making import (
    ARMY,
    PAPER,
    RUSSIA,
    SOHR,
    WIRE,
    Story,
    claim,
    event,
    number,
    party,
    place,
)

from dragoman.chronology import chronicle
from dragoman.knowledge import load
from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.model import Claim, Event, Speaker, Toll

HOMS = place("homs")
SPRING = (date(2016, 3, 5), date(2016, 4, 20))


def toll(who: str | None, low: int, high: int | None, claims: Sequence[Claim], days: Any = SPRING, **more: Any) -> Toll:
    scope, source = more.get("scope", "homs"), more.get("source", "sohr")
    return Toll(scope, more.get("what", "killed"), who, low, high, True, *days, source, tuple(one.id for one in claims))


def told(folder: Path, code: str, made: Event, claims: Sequence[Claim], *tolls: Toll) -> list[str]:
    """The lines of one event without their marks, each as one line."""
    with Ledger.create(folder / "one.db") as ledger:
        outcomes = tuple(
            Outcome(one.sha256, one.uri, one, "[]", tuple(said for said in claims if said.document == one.id))
            for one in (WIRE, PAPER)
        )
        ledger.add(ShardResult(outcomes), [(one.sha256, one.uri) for one in (WIRE, PAPER)], 1)
        ledger.replace_story(Story((made,), tolls=tolls))
        lines = " ".join(" ".join(chronicle(ledger, [made], load(("syria",)), code)).split())
    story = lines.split(" - ", 1)[1].split(" ## ")[0]
    return story.split(" - ")


DEAD = claim(WIRE, "one", "killing", by=(SOHR,), places=(HOMS,))
KILLING = event("killing", (DEAD,), places=(HOMS,))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "At least 800 civilians were killed in Homs (total from 5 March to 20 April 2016), according to the "
               "Syrian Observatory for Human Rights. (one voice) [1]"),
        ("de", "Mindestens 800 Zivilisten wurden in Homs getötet (insgesamt vom 5. März bis zum 20. April 2016), so "
               "die Syrische Beobachtungsstelle für Menschenrechte. (eine Stimme) [1]"),
        ("hr", "Ubijeno je najmanje 800 civila u Homsu (ukupno od 5. ožujka do 20. travnja 2016.), kako navodi "
               "Sirijski opservatorij za ljudska prava. (jedan glas) [1]"),
    ],
)  # fmt: skip
def test_a_sum_is_told_as_a_sum(tmp_path: Path, code: str, line: str) -> None:
    assert told(tmp_path, code, KILLING, [DEAD], toll("civilians", 800, None, [DEAD])) == [line]


def test_a_number_of_the_event_keeps_sums_out(tmp_path: Path) -> None:
    made = replace(KILLING, counts=(number("killed", None, 7),))
    (line,) = told(tmp_path, "en", made, [DEAD], toll("people", 800, None, [DEAD]))
    assert line.startswith("7 people were killed in Homs, according to")


def test_a_number_of_things_does_not(tmp_path: Path) -> None:
    made = replace(KILLING, counts=(number("vehicles", None, 7),))
    assert "800" in told(tmp_path, "en", made, [DEAD], toll("people", 800, None, [DEAD]))[0]


def test_the_toll_of_an_event_is_no_sum(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "en", KILLING, [DEAD], replace(toll("people", 8, 8, [DEAD]), cumulative=False))
    assert line.startswith("There were deaths in Homs")


def test_the_widest_stands_in_the_sentence_and_the_others_below(tmp_path: Path) -> None:
    tolls = (toll("children", 30, 30, [DEAD]), toll("people", 90, 100, [DEAD]), toll("people", 80, 80, [DEAD]))
    sentence, *below = told(tmp_path, "en", KILLING, [DEAD], *tolls)
    assert sentence.startswith("90 to 100 people were killed in Homs (total from 5 March to 20 April 2016)")
    assert sorted(below) == [
        "Killed (children): 30 (total from 5 March to 20 April 2016) [1]",
        "Killed: 80 (total from 5 March to 20 April 2016) [1]",
    ]


STRUCK = claim(WIRE, "two", "airstrike", actors=(RUSSIA,), places=(place("aleppo"),))
COUNTED = claim(PAPER, "five", "airstrike", by=(SOHR,), places=(place("aleppo-province"),))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "Russia carried out an air attack in Aleppo; 2 people were killed in Aleppo province (total of March "
               "2016, according to the Syrian Observatory for Human Rights)."),
        ("de", "Russland griff in Aleppo aus der Luft an; 2 Personen wurden in der Provinz Aleppo getötet (insgesamt "
               "im März 2016, so die Syrische Beobachtungsstelle für Menschenrechte)."),
        ("hr", "Rusija je izvela zračni napad u Alepu; ubijene su 2 osobe u pokrajini Alep (ukupno tijekom ožujka "
               "2016., kako navodi Sirijski opservatorij za ljudska prava)."),
    ],
)  # fmt: skip
def test_whose_it_is_and_where_if_the_event_is_told_otherwise(tmp_path: Path, code: str, sentence: str) -> None:
    made = event("airstrike", (STRUCK, COUNTED), "repeated", actors=(RUSSIA,), places=(place("aleppo"),))
    march = (date(2016, 3, 1), date(2016, 3, 31))
    counted = toll(None, 2, 2, [COUNTED], march, scope="aleppo-province")
    (line,) = told(tmp_path, code, made, [STRUCK, COUNTED], counted)
    assert line.startswith(sentence)


def test_beside_who_did_it(tmp_path: Path) -> None:
    dead = claim(WIRE, "one", "killing", actors=(ARMY,), places=(HOMS,))
    made = event("killing", (dead,), actors=(ARMY,), targets=(party("civilians"),), places=(HOMS,))
    (line,) = told(tmp_path, "en", made, [dead], toll("civilians", 90, 90, [dead], (None, SPRING[1])))
    assert line.startswith("The Syrian Arab Army killed civilians in Homs: 90 civilians (total up to 20 April 2016).")


def test_who_denies_an_event_gives_it_no_sum(tmp_path: Path) -> None:
    speaker = Speaker("russia", "Russia", "three", 0, 1, "denied", "denies")
    denied = replace(claim(WIRE, "three", "killing", places=(HOMS,)), attribution=(speaker,))
    made = event("killing", (DEAD, denied), "contested", places=(HOMS,))
    lines = told(tmp_path, "en", made, [DEAD, denied], toll("people", 800, None, [denied]))
    assert "800" not in " ".join(lines)
