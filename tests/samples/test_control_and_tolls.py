"""What the samples say of control and of tolls, whole, as a careful reader finds it in their words.

Three tables each: what the reports say and the ledger has; what the ledger has and they do not say, with the reason;
and what they say and the ledger has not. A row that leaves the second or third table is a fault mended.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.model import Toll


@pytest.fixture(scope="module")
def ledger(samples: Path) -> Iterator[Ledger]:
    with Ledger.open(samples) as opened:
        yield opened


ARMY, FORCES, REBELS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels"

# place, holder, from, until, contested
CONTROL = {
    ("1070 Apartments", ARMY, "2016-11-08", None, True),  # the rebels deny it on the day after
    ("Dahiyet al-Assad", REBELS, "2016-10-28", "2016-11-12", True),  # the army denies it at first
    ("Dahiyet al-Assad", ARMY, "2016-11-12", None, False),  # the rebels concede it
    ("part of Dahiyet al-Assad", ARMY, None, "2016-10-29", False),  # "aus einem großen Teil des Viertels"
    ("East Aleppo", REBELS, "2012-01-01", None, False),
    ("northern part of East Aleppo", REBELS, None, "2016-11-28", False),
    ("Haydariya", REBELS, None, "2016-11-28", False),
    ("Kuweires", FORCES, "2015-11-10", None, False),  # the besieged soldiers held it
    ("Masaken Hanano", REBELS, "2012-01-01", "2016-11-26", False),
    ("Masaken Hanano", ARMY, "2016-11-26", None, False),
    ("Minyan", "militants", None, "2016-11-09", False),
    ("Sakhour", REBELS, None, "2016-11-28", False),
    ("Sakhour", ARMY, "2016-11-28", None, False),
    ("Sheikh Maqsoud", "kurds", "2016-11-28", None, False),
}
CONTROL_MISREAD = {
    ("Aleppo", REBELS, None, "2016-11-03", False): "they reject the withdrawal",
    ("Bustan al-Basha", "kurdish-forces", "2016-11-26", None, False): "the day of another sentence",
    ("Ramouseh", "jaish-al-fatah", "2016-08-06", "2016-09-04", False): "the day of the military colleges",
    ("Ramouseh", FORCES, "2016-09-04", None, False): "the day of the military colleges",
    ("Minyan", FORCES, "2016-11-09", None, False): "the day of the sentence before",
    ("part of Minyan", FORCES, "2016-10-28", "2016-11-09", False): "the estate that they hold is Dahiyat al-Assad",
}
CONTROL_UNTOLD = {
    ("1070 Apartments", REBELS, "2016-10-21", "2016-11-08", False): "the estate that they entered has no place",
    ("3000 Apartment Project", FORCES, "2016-10-31", None, False): "the claim is not found",
    ("Dahiyet al-Assad", FORCES, "2016-10-28", None, True): "the estate is taken for another place",
    ("Jabal Badro", FORCES, "2016-11-27", None, False): "the place is not known by its German name",
    ("Minyan", FORCES, "2016-11-12", None, False): "the day is that of the sentence before",
    ("Ramouseh", FORCES, "2016-09-08", None, False): "the day is that of the military colleges",
    ("Sheikh Ahmad", ARMY, "2015-11-10", None, False): "the captor is not named in the sentence",
}

STATE_TV, UN = "syrian-state-tv", "united-nations"
# place of the event or of the sum, type of the event, first day, last day, what, who, low, high, source
TOLLS = {
    ("west-aleppo", "sum", "2016-10-28", "2016-10-31", "killed", "children", 16, 16, "sohr"),
    ("west-aleppo", "shelling", "2016-10-28", "2016-10-28", "injured", "people", 100, None, "sohr"),
    ("west-aleppo", "shelling", "2016-10-28", "2016-10-28", "killed", "civilians", 15, None, "sohr"),
    ("west-aleppo", "sum", "2016-10-28", "2016-10-31", "killed", "civilians", 41, 41, "sohr"),
    ("west-aleppo", "sum", "2016-10-28", "2016-11-01", "killed", "children", 10, None, UN),
    ("west-aleppo", "sum", "2016-10-28", "2016-11-01", "killed", "civilians", 30, None, UN),
    ("khan-tuman", "killing", "2016-10-29", "2016-10-29", "killed", "children", 1, 1, "activists"),
    ("khan-tuman", "killing", "2016-10-29", "2016-10-29", "killed", "people", 3, None, "activists"),
    ("hamdaniya", "shelling", "2016-10-30", "2016-10-30", "injured", "people", 35, 35, "sana"),
    ("hamdaniya", "shelling", "2016-10-30", "2016-10-30", "injured", "people", 35, 35, STATE_TV),
    ("hamdaniya", "shelling", "2016-10-30", "2016-10-30", "killed", "children", 3, 3, STATE_TV),
    ("castello-road", "injury", "2016-11-04", "2016-11-04", "injured", "russian-armed-forces", 2, 2,
     "Morgenländische Rundschau"),
    ("east-aleppo", "airstrike", "2016-11-15", "2016-11-15", "killed", "children", 1, 1, "sohr"),
    ("east-aleppo", "airstrike", "2016-11-15", "2016-11-15", "killed", "people", 5, None, "sohr"),
    (None, "displacement", "2016-11-27", "2016-11-27", "displaced", "residents", 200, None,
     "elbtaler-nachrichten.example.org"),
    ("sheikh-maqsoud", "displacement", "2016-11-28", "2016-11-29", "displaced", "people", 6000, 6000,
     "unnamed outlet of 16-egzodus-iz-istocnog-alepa.txt"),
}  # fmt: skip
TOLLS_MISREAD = {
    ("west-aleppo", "attack", "2015-11-10", "2015-11-10", "killed", "islamic-state", 2, None, "military-sources"):
        "on the way to the airbase",
    ("kweires-airbase", "besieged", "2015-11-10", "2015-11-10", "besieged", "fighters", 2, None,
     "Elbtaler Nachrichten"): "how many there are is said to be unclear",
    ("3000-apartments", "attack", "2016-10-29", "2016-10-29", "killed", "children", 3, 3, STATE_TV):
        "of a place and a day that the report does not name",
    ("3000-apartments", "attack", "2016-10-29", "2016-10-29", "killed", "people", 7, 7, STATE_TV):
        "of a place and a day that the report does not name",
    ("hamdaniya", "shelling", "2016-10-30", "2016-10-30", "killed", "people", 7, 7, STATE_TV): "seven or more",
    ("hamdaniya", "shelling", "2016-10-31", "2016-10-31", "killed", "people", 84, 84, "Halyard News Agency"):
        "the army's sum of three days",
    ("hamdaniya", "shelling", "2016-10-31", "2016-10-31", "killed", "people", 84, 84, FORCES): "a sum of three days",
    ("hamdaniya", "shelling", "2016-10-31", "2016-10-31", "injured", "people", 280, 280, FORCES): "a sum of three days",
    ("unspecified", "sum", "2016-10-31", "2016-10-31", "killed", "people", 84, 84, ARMY): "of three days, in the west",
    ("unspecified", "sum", "2016-10-31", "2016-10-31", "injured", "people", 280, 280, ARMY):
        "of three days, in the west",
    ("west-aleppo", "injury", "2016-11-01", "2016-11-01", "injured", "people", 24, None, "Halyard News Agency"):
        "it belongs to the sum of the United Nations",
    ("minyan", "airstrike", "2016-11-03", "2016-11-03", "killed", "people", 9, None, "rescuers"): "suburbs",
    ("minyan", "airstrike", "2016-11-03", "2016-11-03", "killed", "women", 2, 2, "rescuers"): "suburbs",
    (None, "injury", "2016-11-04", "2016-11-04", "injured", "russian-armed-forces", 2, 2, "russian-defence-ministry"):
        "on the Castello Road: the same two",
    ("dahiyet-al-assad", "injury", "2016-11-09", "2016-11-09", "injured", "people", 2, 2, "Citadel Wire"):
        "in Halab al-Jadida on the eighth",
    ("1070-apartments", "airstrike", "2016-11-09", "2016-11-09", "injured", "people", 5, 5, STATE_TV):
        "in the western districts",
    ("1070-apartments", "airstrike", "2016-11-09", "2016-11-09", "injured", "children", 2, 2, STATE_TV):
        "in the western districts",
    (None, "killing", "2016-11-09", "2016-11-09", "killed", "people", 24, None, STATE_TV):
        "militants, on the last day of fighting for the 1070 Apartments",
    (None, "killing", "2016-11-13", "2016-11-13", "killed", "militants", 20, None, STATE_TV): "in Dahiyat al-Assad",
    (None, "airstrike", "2016-11-13", "2016-11-13", "killed", "civilians", 11, None, REBELS): "in Dahiyat al-Assad",
    (None, "airstrike", "2016-11-13", "2016-11-13", "killed", "children", 4, 4, REBELS): "in Dahiyat al-Assad",
    ("minyan", "besieged", "2016-11-13", "2016-11-13", "besieged", "people", 250000, 250000, UN): "in the east",
    ("haydariya", "airstrike", "2016-11-15", "2016-11-15", "killed", "people", 10, 10, "halyard-news.example.org"):
        "the word of the rescuers",
    ("hanano", "sum", "2016-11-15", "2016-11-27", "killed", "civilians", 200, None, "sohr"): "in all of the east",
    ("hanano", "sum", "2016-11-15", "2016-11-27", "killed", "children", 27, 27, "sohr"): "in all of the east",
    ("bustan-al-basha", "sum", "2016-11-26", "2016-11-29", "displaced", "civilians", 10000, 10000, "sohr"):
        "from all eastern districts",
    (None, "shelling", "2016-11-27", "2016-11-27", "killed", "civilians", 27, 27, "elbtaler-nachrichten.example.org"):
        "a sum of the same days, in the west",
}  # fmt: skip
# what, who, low, high, source
TOLLS_UNTOLD = {
    ("besieged", "people", 275000, 275000, UN): "the number of people trapped",
    ("besieged", "people", 250000, None, UN): "at least so many are besieged there",
    ("killed", "fighters", 200, None, "sohr"): "mehrere Hundert getötete Kämpfer",
    ("displaced", "civilians", 80000, None, "russian-defence-ministry"): "freed",
    ("displaced", "people", 10000, 10000, "sohr"): "puts the number at nearly so many",
}


def test_control(ledger: Ledger) -> None:
    found = {
        (row.place.name, row.holder.id or row.holder.name, _day(row.since), _day(row.until), row.contested)
        for row in ledger.control()
    }
    assert found == CONTROL | CONTROL_MISREAD.keys()
    assert not found & CONTROL_UNTOLD.keys()


def test_tolls(ledger: Ledger) -> None:
    found = [_told(toll, ledger) for toll in ledger.tolls()]
    assert set(found) == TOLLS | TOLLS_MISREAD.keys()
    assert len(found) == len(set(found))
    assert not {row[4:] for row in found} & TOLLS_UNTOLD.keys()


def _told(toll: Toll, ledger: Ledger) -> tuple[object, ...]:
    """A toll as a row of the tables above."""
    event = next((one for one in ledger.events() if one.id == toll.scope), None)
    place: str | None = toll.scope
    if event is not None:
        place = event.places[0].id if event.places else None
    days = _day(toll.since), _day(toll.until)
    kind = event.type if event is not None else "sum"
    assert (kind == "sum") == toll.cumulative
    return place, kind, *days, toll.what, toll.who, toll.low, toll.high, _source(toll.source, ledger)


def _source(name: str, ledger: Ledger) -> str:
    """A source's name, with the file in the place of a document's id."""
    for document in ledger.documents():
        name = name.replace(document.id, document.uri)
    return name


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
