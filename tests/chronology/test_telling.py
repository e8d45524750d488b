"""The whole chronology of a small ledger, in three languages."""

import random
from dataclasses import replace
from datetime import date

import pytest

from dragoman.chronology import LANGUAGES, chronicle
from dragoman.errors import PackError
from dragoman.knowledge import load
from dragoman.ledger import Ledger
from dragoman.model import Event

ENGLISH = """
# Chronology

4 events from 2 reports.

## Friday, 28 October 2016

- Syrian rebels and Jaish al-Fatah captured Dahiyet al-Assad (Aleppo); 12 to 20 civilians were
  killed. (contested) [1][2]
  - Denied by military sources [3]
  - Disputed – killed (civilians): 12 to 20, best figure 12 (12 [1], 20 [2])

## Saturday, 29 October 2016

- The Syrian Arab Army withdrew from Dahiyet al-Assad (Aleppo), by its own account. (conceded) [4]
  - Conceded by the Syrian Arab Army [4]

## In November 2016

- A ceasefire was announced (involving Russia), by its own account. (one voice; date of the report)
  [5]

## Day not known

- There was shelling in Homs; 2 people were killed. (one voice) [6]
  - Vehicles: 3

## Sources

[1] Wire, “Morning report”, 29 October 2016. wire.txt
[2] Syrian Observatory for Human Rights, quoted by an outlet that is not named, undated. paper.txt
[3] military sources, quoted by Wire, “Morning report”, 29 October 2016. wire.txt
[4] Syrian Arab Army, quoted by Wire, “Morning report”, 29 October 2016. wire.txt
[5] Russia, quoted by an outlet that is not named, undated. paper.txt
[6] outlet not named, undated. paper.txt
"""
GERMAN = """
# Chronologie

4 Ereignisse aus 2 Berichten.

## Freitag, 28. Oktober 2016

- Syrische Rebellen und Dschaisch al-Fatah nahmen den Stadtteil al-Assad (Aleppo) ein; 12 bis 20
  Zivilisten wurden getötet. (umstritten) [1][2]
  - Bestritten von Militärkreisen [3]
  - Umstritten – Getötete (Zivilisten): 12 bis 20, beste Angabe 12 (12 [1], 20 [2])

## Samstag, 29. Oktober 2016

- Die syrische Armee zog sich aus dem Stadtteil al-Assad (Aleppo) zurück, nach eigenen Angaben.
  (eingeräumt) [4]
  - Eingeräumt von der syrischen Armee [4]

## Im November 2016

- Angekündigt wurde eine Waffenruhe (beteiligt: Russland), nach eigenen Angaben. (eine Stimme; Datum
  des Berichts) [5]

## Tag nicht bekannt

- Es gab in Homs Beschuss; 2 Personen wurden getötet. (eine Stimme) [6]
  - Fahrzeuge: 3

## Quellen

[1] Wire, „Morning report“, 29. Oktober 2016. wire.txt
[2] Syrische Beobachtungsstelle für Menschenrechte, zitiert von einem nicht genannten Medium,
    undatiert. paper.txt
[3] Militärkreise, zitiert bei Wire, „Morning report“, 29. Oktober 2016. wire.txt
[4] syrische Armee, zitiert bei Wire, „Morning report“, 29. Oktober 2016. wire.txt
[5] Russland, zitiert von einem nicht genannten Medium, undatiert. paper.txt
[6] Medium nicht genannt, undatiert. paper.txt
"""
CROATIAN = """
# Kronologija

4 događaja iz 2 izvješća.

## Petak, 28. listopada 2016.

- Sirijski pobunjenici i Džaiš al-Fatah su zauzeli četvrt al-Asad (Alep); ubijeno je 12 do 20
  civila. (sporno) [1][2]
  - To poriču vojni izvori [3]
  - Sporno – ubijeni (civili): 12 do 20, najbolja brojka 12 (12 [1], 20 [2])

## Subota, 29. listopada 2016.

- Sirijska vojska se povukla iz četvrti al-Asad (Alep), prema vlastitim navodima. (priznato) [4]
  - To priznaje sirijska vojska [4]

## Tijekom studenoga 2016.

- Najavljeno je primirje (sudionik: Rusija), prema vlastitim navodima. (jedan glas; datum izvješća)
  [5]

## Dan nije poznat

- Došlo je do granatiranja u Homsu; ubijene su 2 osobe. (jedan glas) [6]
  - Vozila: 3

## Izvori

[1] Wire, „Morning report”, 29. listopada 2016. wire.txt
[2] Sirijski opservatorij za ljudska prava (prenosi medij koji nije naveden), bez datuma. paper.txt
[3] vojni izvori (prenosi: Wire), „Morning report”, 29. listopada 2016. wire.txt
[4] sirijska vojska (prenosi: Wire), „Morning report”, 29. listopada 2016. wire.txt
[5] Rusija (prenosi medij koji nije naveden), bez datuma. paper.txt
[6] medij nije naveden, bez datuma. paper.txt
"""
GOLDEN = {"en": ENGLISH, "de": GERMAN, "hr": CROATIAN}


def lines(ledger: Ledger, code: str, events: list[Event] | None = None, *, ids: bool = False) -> list[str]:
    told = ledger.events() if events is None else events
    return list(chronicle(ledger, told, load(("syria",)), code, ids=ids))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_story_in_three_languages(ledger: Ledger, code: str) -> None:
    assert "\n".join(lines(ledger, code)) == GOLDEN[code].strip()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_order_in_which_events_come_does_not_matter(ledger: Ledger, code: str) -> None:
    events = list(ledger.events())
    random.Random(7).shuffle(events)
    assert lines(ledger, code, events) == lines(ledger, code, events[::-1])


def test_ids_can_be_shown(ledger: Ledger) -> None:
    told = " ".join(lines(ledger, "en", ids=True))
    assert all(event.id in told for event in ledger.events())
    assert "e_" not in " ".join(lines(ledger, "en"))


def test_lines_are_no_wider_than_a_page(ledger: Ledger) -> None:
    assert max(map(len, lines(ledger, "de"))) <= 100


def test_without_events_there_is_none(ledger: Ledger) -> None:
    assert lines(ledger, "hr", []) == ["# Kronologija", "", "Nema događaja."]


def test_a_language_that_it_is_not_told_in(ledger: Ledger) -> None:
    with pytest.raises(PackError, match="use one of de, en, hr"):
        lines(ledger, "fr")


def test_events_of_one_day_stand_by_place_and_the_undated_last(ledger: Ledger) -> None:
    events = list(ledger.events())
    same = [replace(event, when=replace(event.when, start=date(2016, 1, 1), end=date(2016, 1, 1))) for event in events]
    first, *_, last = [line for line in lines(ledger, "en", same) if line.startswith("- ")]
    assert "Dahiyet al-Assad" in first
    assert "ceasefire" in last
    headings = [line for line in lines(ledger, "en") if line.startswith("## ")]
    assert headings[-2:] == ["## Day not known", "## Sources"]
