"""The events that the samples tell together, whole: all that several reports tell, or that hold by more than one word.

`EVENTS` holds what a careful reader finds too; `MISREAD` what is written beside it and should not be, with the reason.
An event is a row of type, day, place, grade, the reports that tell it, and the fields on which they differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger

Row = tuple[str, str, str | None, str, tuple[str, ...], tuple[str, ...]]


@pytest.fixture(scope="module")
def rows(samples: Path) -> Iterator[set[Row]]:
    with Ledger.open(samples) as ledger:
        yield set(_rows(ledger))


def _rows(ledger: Ledger) -> Iterator[Row]:
    reports = {document.id: document.uri.rsplit("/", 1)[-1] for document in ledger.documents()}
    home = {claim.id: claim.document for claim in ledger.claims()}
    for event in ledger.events():
        told = tuple(sorted({reports[home[claim]] for claim in event.claims}))
        if len(told) > 1 or event.grade != "single":
            place = event.places[0].id or event.places[0].name if event.places else None
            fields = tuple(one.field for one in event.disagreements)
            yield event.type, str(event.when.start), place, event.grade, told, fields


EVENTS: set[Row] = {
    ("route_opened", "2015-11-04", "ithriya", "corroborated", ("kuweires", "otvorena-cesta-do-alepa"), ()),
    ("siege_broken", "2015-11-10", "kweires-airbase", "corroborated", ("airbase-relieved", "kuweires"), ()),
    ("airstrike", "2016-09-19", "urum-al-kubra", "contested", ("aleppo-siege",), ()),
    ("attack", "2016-10-28", "minyan", "corroborated",
     ("04-kaempfe-um-minyan.txt", "07-disputed-toll.html", "14-zwei-wochen-spaeter.txt"), ()),
    ("attack_repelled", "2016-10-28", "dahiyet-al-assad", "corroborated",
     ("army-repels-attack", "ofenziva-na-zapadni-alep"), ()),
    ("bombing", "2016-10-28", "dahiyet-al-assad", "corroborated", ("1187", "army-repels-attack"), ()),
    ("capture", "2016-10-28", "dahiyet-al-assad", "contested",
     ("04-kaempfe-um-minyan.txt", "07-disputed-toll.html", "1187", "army-repels-attack",
      "ofenziva-na-zapadni-alep"), ()),
    ("offensive", "2016-10-28", "west-aleppo", "corroborated", ("1187", "ofenziva-na-zapadni-alep"), ()),
    ("shelling", "2016-10-28", "west-aleppo", "corroborated", ("07-disputed-toll.html", "rights-office-toll"), ()),
    ("airstrike", "2016-10-29", "khan-tuman", "corroborated", ("1187", "ofenziva-na-zapadni-alep"), ()),
    ("withdrawal", "2016-10-29", "dahiyet-al-assad", "conceded", ("04-kaempfe-um-minyan.txt",), ()),
    ("clash", "2016-10-30", "west-aleppo", "contested", ("04-kaempfe-um-minyan.txt", "07-disputed-toll.html"), ()),
    ("control", "2016-10-30", "dahiyet-al-assad", "corroborated",
     ("07-disputed-toll.html", "vojska-u-projektu-1070"), ()),
    ("shelling", "2016-10-30", None, "contested", ("07-disputed-toll.html",), ()),
    ("shelling", "2016-10-30", "hamdaniya", "corroborated", ("optuzbe-zbog-otrovnog-gasa", "three-days"), ()),
    ("denial", "2016-10-31", None, "corroborated", ("07-disputed-toll.html", "optuzbe-zbog-otrovnog-gasa"), ()),
    ("ceasefire", "2016-11-04", "aleppo", "repeated",
     ("beschuss-auf-korridor", "general-staff-announces-pause"), ()),
    ("corridor", "2016-11-04", "aleppo", "contested", ("few-leave-aleppo", "general-staff-announces-pause"), ()),
    ("corridor", "2016-11-04", "castello-road", "corroborated", ("beschuss-auf-korridor",), ()),
    ("capture", "2016-11-08", "1070-apartments", "contested",
     ("14-zwei-wochen-spaeter.txt", "apartments-cleared", "vojska-u-projektu-1070"), ()),
    ("capture", "2016-11-12", "dahiyet-al-assad", "conceded",
     ("1203", "14-zwei-wochen-spaeter.txt", "vojska-vratila-naselje"), ()),
    ("withdrawal", "2016-11-12", "dahiyet-al-assad", "repeated", ("1203", "14-zwei-wochen-spaeter.txt"), ()),
    ("airstrike", "2016-11-15", "east-aleppo", "corroborated", ("air-strikes-resume",), ()),
    ("airstrike", "2016-11-15", "haydariya", "contested", ("air-strikes-resume",), ()),
    ("airstrike", "2016-11-15", "idlib", "corroborated", ("air-strikes-resume",), ()),
    ("capture", "2016-11-26", "hanano", "corroborated", ("16-egzodus-iz-istocnog-alepa.txt", "masaken-hanano"), ()),
    ("capture", "2016-11-28", "sakhour", "corroborated",
     ("16-egzodus-iz-istocnog-alepa.txt", "twelve-districts"), ()),
    ("withdrawal", "2016-11-28", "haydariya", "conceded", ("twelve-districts",), ()),
}  # fmt: skip
MISREAD: dict[Row, str] = {
    ("attack", "2015-11-10", "west-aleppo", "corroborated", ("airbase-relieved",), ()):
        "on the way to the airbase, and on one report's word",
    ("besieged", "2015-11-10", "kweires-airbase", "corroborated", ("kuweires",), ()):
        "how many there are is said to be unclear",
    ("attack", "2016-10-29", "3000-apartments", "corroborated", ("04-kaempfe-um-minyan.txt", "1187"), ()):
        "of a place and a day that the report does not name",
    ("clash", "2016-10-29", "1070-apartments", "contested",
     ("04-kaempfe-um-minyan.txt", "07-disputed-toll.html", "1187", "ofenziva-na-zapadni-alep",
      "optuzbe-zbog-otrovnog-gasa"), ("when",)):
        "fighting of three days in one",
    ("shelling", "2016-10-31", "hamdaniya", "corroborated", ("07-disputed-toll.html", "three-days"), ()):
        "a sum of three days",
    ("ceasefire", "2016-11-02", "aleppo", "contested",
     ("09-rebellen-lehnen-ab.html", "general-staff-announces-pause"), ("actors", "attribution")):
        "the pause of the fourth, announced on the second",
    ("attack", "2016-11-03", "3000-apartments", "corroborated",
     ("09-rebellen-lehnen-ab.html", "beschuss-auf-korridor"), ()):
        "raids on suburbs and the next day's attack in it",
    ("airstrike", "2016-11-09", "1070-apartments", "corroborated", ("vojska-u-projektu-1070",), ()):
        "raids of several days, a shelling elsewhere and mines",
    ("injury", "2016-11-09", "dahiyet-al-assad", "contested", ("apartments-cleared", "vojska-u-projektu-1070"), ()):
        "in Halab al-Jadida on the eighth, and not what is denied",
}  # fmt: skip


def test_events(rows: set[Row]) -> None:
    assert rows == EVENTS | MISREAD.keys()


def test_an_event_is_either_found_or_misread() -> None:
    assert not EVENTS & MISREAD.keys()
