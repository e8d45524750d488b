"""Numbers in German: what each counts, what befell them, and the numbers that count nobody."""

from collections.abc import Callable

import pytest
from tests.traps.counted import Counted, injured, killed

from dragoman.model import Claim

LANGUAGE = "de"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]
REBELS, ARMY = "syrian-rebels", "syrian-arab-army"


ROWS: list[tuple[str, str, list[Counted]]] = [
    # the number and its verb
    ("In Homs kamen zwölf Menschen ums Leben.", "killing", [killed(12)]),
    ("Der Luftangriff auf Homs tötete zwölf Menschen.", "killing", [killed(12)]),
    ("In Homs wurden zwölf Menschen getötet und 30 verletzt.", "killing", [killed(12)]),
    ("In Homs wurden zwölf Menschen getötet und 30 verletzt.", "injury", [injured(30)]),
    ("In Homs starben vier Kinder.", "killing", [killed(4, who="children")]),
    ("In Homs gab es neun Tote und 14 Verletzte.", "killing", [killed(9)]),
    ("In Homs gab es neun Tote und 14 Verletzte.", "injury", [injured(14)]),
    ("Neun Tote bei Anschlag in Homs", "killing", [killed(9)]),
    ("Bei dem Angriff auf Homs verloren sieben Menschen ihr Leben.", "killing", [killed(7)]),
    ("Der Angriff auf Homs kostete sieben Menschen das Leben.", "killing", [killed(7)]),
    ("Dem Anschlag in Homs fielen sieben Menschen zum Opfer.", "killing", [killed(7)]),
    ("Der Anschlag in Homs forderte sieben Todesopfer.", "killing", [killed(7)]),
    ("Der Anschlag in Homs forderte das Leben von sieben Zivilisten.", "killing", [killed(7, who="civilians")]),
    ("In Homs wurden die Leichen von zwölf Soldaten gefunden.", "killing", [killed(12, who="fighters")]),
    ("Die Zahl der Toten nach dem Anschlag in Homs stieg auf 45.", "killing", [killed(45)]),
    ("Bei Kämpfen in Homs wurden 20 Soldaten und 14 Rebellen getötet.", "killing",
     [killed(20, who="fighters"), killed(14, who=REBELS)]),
    ("Granaten töteten in Homs eine Frau und ihre zwei Kinder.", "killing",
     [killed(1, who="women"), killed(2, who="children")]),
    ("Die sechs in Homs getöteten Soldaten wurden am Freitag beerdigt.", "killing", [killed(6, who="fighters")]),
    # how many at the least and at the most
    ("In Homs wurden mindestens zwölf Menschen getötet.", "killing", [killed(12, None)]),
    ("In Homs wurden bis zu 40 Menschen getötet.", "killing", [killed(0, 40)]),
    ("In Homs wurden mehr als 20 Zivilisten verletzt.", "injury", [injured(20, None, "civilians")]),
    ("In Homs wurden zwischen zehn und 15 Kämpfer getötet.", "killing", [killed(10, 15, "fighters")]),
    ("In Homs wurden rund 30 Menschen verletzt.", "injury", [injured(30)]),
    ("In Homs wurden Dutzende Menschen getötet.", "killing", [killed(24, None)]),
    ("In Homs wurden Hunderte verletzt.", "injury", [injured(200, None)]),
    ("In Homs starben Dutzende von Zivilisten.", "killing", [killed(24, None, "civilians")]),
    ("In Homs sind etwa ein Dutzend Menschen gestorben.", "killing", [killed(12)]),
    # parts inside wholes
    ("In Homs wurden zwölf Menschen getötet, darunter drei Kinder.", "killing",
     [killed(12), killed(3, who="children")]),
    ("In Homs wurden zwölf Menschen getötet, unter ihnen vier Frauen und drei Kinder.", "killing",
     [killed(12), killed(4, who="women"), killed(3, who="children")]),
    ("Zwölf Menschen, darunter drei Kinder, sind in Homs ums Leben gekommen.", "killing",
     [killed(12), killed(3, who="children")]),
    ("In Homs wurden zwölf Menschen getötet, drei davon Kinder.", "killing",
     [killed(12), killed(3, who="children")]),
    ("In Homs wurden zwölf Menschen getötet, die meisten von ihnen Zivilisten.", "killing", [killed(12)]),
    # one clause's number is not another's
    ("Zwölf Soldaten töteten in Homs fünf Rebellen.", "killing", [killed(5, who=REBELS)]),
    ("In Homs wurde ein Kind getötet, während 200 Familien die Stadt verließen.", "killing",
     [killed(1, who="children")]),
    ("Rund 40 Kämpfer stürmten Homs und töteten drei Polizisten.", "killing", [killed(3, who="fighters")]),
    ("Sechs Menschen starben in Homs, einer Stadt mit 600.000 Einwohnern.", "killing", [killed(6)]),
    ("Drei Bewaffnete töteten in Homs einen Journalisten.", "killing", [killed(1, who="journalists")]),
    ("In Homs werden zwölf Menschen vermisst und vier wurden getötet.", "killing", [killed(4)]),
    # numbers that count nobody
    ("Ein 30-jähriger Mann wurde in Homs getötet.", "killing", [killed(1)]),
    ("Eine Granate tötete drei Menschen 12 Kilometer von Homs entfernt.", "killing", [killed(3)]),
    ("Eine 122-mm-Rakete tötete drei Menschen in Homs.", "killing", [killed(3)]),
    ("Um 9.30 Uhr wurden in Homs vier Menschen getötet.", "killing", [killed(4)]),
    ("Am 12. Mai 2016 wurden in Homs vier Menschen getötet.", "killing", [killed(4)]),
    ("Rund 80 Prozent der Verletzten waren Zivilisten, vier Menschen wurden in Homs getötet.", "killing",
     [killed(4)]),
    ("Eine 500 Kilogramm schwere Bombe tötete in Homs vier Menschen.", "killing", [killed(4)]),
    ("Vier Soldaten der 4. Division wurden in Homs getötet.", "killing", [killed(4, who="4th-armoured-division")]),
    ("Binnen zwei Stunden wurden in Homs vier Menschen getötet.", "killing", [killed(4)]),
    ("Der 34 Jahre alte Fahrer und drei Helfer wurden in Homs getötet.", "killing", [killed(3, who="aid-workers")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "counts"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_numbers_are_bound(text: str, kind: str, counts: list[Counted], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, {"counts": 0})["counts"] for claim in found] == [counts]


SUMMED: list[tuple[str, list[bool]]] = [
    ("Seit März 2011 wurden in Syrien mehr als 400.000 Menschen getötet.", [True]),
    ("In der vergangenen Woche wurden in Homs mindestens 50 Menschen getötet.", [True]),
    ("Damit stieg die Zahl der in Homs seit Jahresbeginn getöteten Zivilisten auf 45.", [True]),
    ("Der Bürgerkrieg in Syrien hat mehr als 250.000 Menschen das Leben gekostet.", [True]),
    ("Am Donnerstag wurden in Homs zwölf Menschen getötet.", [False]),
    ("Die Zahl der Toten nach dem Anschlag in Homs stieg auf 45.", [False]),
    ("In Homs, das seit Monaten belagert wird, wurden zwölf Menschen getötet.", [False]),
]


@pytest.mark.parametrize(("text", "summed"), SUMMED, ids=[text for text, _ in SUMMED])
def test_sums_of_a_period_are_told_from_an_incident(
    text: str, summed: list[bool], claims_of: Read, facts: Facts
) -> None:
    found = [claim for claim in claims_of(text) if claim.type == "killing"]
    assert [facts(claim, {"summed": 0})["summed"] for claim in found] == [summed]


def test_a_sum_has_its_period_for_its_days(claims_of: Read) -> None:
    (claim,) = claims_of("Seit März 2011 wurden in Syrien mehr als 400.000 Menschen getötet.")
    assert (str(claim.when.start), claim.counts[0].cumulative) == ("2011-03-01", True)
