"""Numbers in Croatian, Bosnian and Serbian: what each counts, what befell them, and those that count nobody."""

from collections.abc import Callable

import pytest
from tests.traps.counted import Counted, injured, killed

from dragoman.model import Claim

LANGUAGE = "hr"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]
REBELS, ARMY = "syrian-rebels", "syrian-arab-army"


ROWS: list[tuple[str, str, list[Counted]]] = [
    # the number and its verb; nouns in the genitive plural
    ("U Homsu je poginulo 12 ljudi.", "killing", [killed(12)]),
    ("U Homsu je poginulo dvanaest ljudi, a 30 ih je ranjeno.", "killing", [killed(12)]),
    ("U Homsu je poginulo dvanaest ljudi, a 30 ih je ranjeno.", "injury", [injured(30)]),
    ("U Homsu je ubijeno 12, a ranjeno 30 civila.", "killing", [killed(12)]),
    ("U Homsu je ubijeno 12, a ranjeno 30 civila.", "injury", [injured(30, who="civilians")]),
    ("Zračni napad na Homs ubio je devet ljudi.", "killing", [killed(9)]),
    ("Devet mrtvih i 14 ranjenih u napadu na Homs", "killing", [killed(9)]),
    ("Devet mrtvih i 14 ranjenih u napadu na Homs", "injury", [injured(14)]),
    ("U Homsu je život izgubilo sedam osoba.", "killing", [killed(7)]),
    ("Napad na Homs odnio je sedam života.", "killing", [killed(7)]),
    ("Napad na Homs odnio je živote sedam civila.", "killing", [killed(7, who="civilians")]),
    ("U Homsu su pronađena tijela dvanaest vojnika.", "killing", [killed(12, who="fighters")]),
    ("Broj poginulih u eksploziji u Homsu porastao je na 45.", "killing", [killed(45)]),
    ("U borbama u Homsu ubijeno je 20 vojnika i 14 pobunjenika.", "killing",
     [killed(20, who="fighters"), killed(14, who=REBELS)]),
    ("U Homsu su ubijene dvije žene i četiri dječaka.", "killing",
     [killed(2, who="women"), killed(4, who="children")]),
    ("Šest vojnika koji su poginuli u Homsu pokopano je u petak.", "killing", [killed(6, who="fighters")]),
    # collective numerals
    ("U Homsu je poginulo dvoje djece.", "killing", [killed(2, who="children")]),
    ("U Homsu je ubijeno petero civila.", "killing", [killed(5, who="civilians")]),
    ("U Homsu su poginula trojica vojnika.", "killing", [killed(3, who="fighters")]),
    ("U Homsu je ubijen jedan novinar.", "killing", [killed(1, who="journalists")]),
    ("U Homsu je ranjeno desetak ljudi.", "injury", [injured(10)]),
    ("U Homsu je ranjeno petnaestak civila.", "injury", [injured(15, who="civilians")]),
    ("U Homsu je poginula 21 osoba.", "killing", [killed(21)]),
    # how many at the least and at the most
    ("U Homsu je poginulo najmanje 12 ljudi.", "killing", [killed(12, None)]),
    ("U Homsu je poginulo više od 20 civila.", "killing", [killed(20, None, "civilians")]),
    ("U Homsu je poginulo između 10 i 15 boraca.", "killing", [killed(10, 15, "fighters")]),
    ("U Homsu je ranjeno oko 30 ljudi.", "injury", [injured(30)]),
    ("U Homsu su poginuli deseci ljudi.", "killing", [killed(20, None)]),
    ("Stotine ljudi ubijene su u Homsu.", "killing", [killed(200, None)]),
    ("Najmanje 12 osoba ubijeno je, a više desetina ranjeno u Homsu.", "killing", [killed(12, None)]),
    # parts inside wholes
    ("U Homsu je poginulo 12 ljudi, među kojima troje djece.", "killing", [killed(12), killed(3, who="children")]),
    ("U Homsu je poginulo 12 ljudi, uključujući tri žene.", "killing", [killed(12), killed(3, who="women")]),
    ("U Homsu je poginulo 12 ljudi, od kojih četvero djece.", "killing", [killed(12), killed(4, who="children")]),
    ("U Homsu je poginulo 12 ljudi, među njima dvije žene i troje djece.", "killing",
     [killed(12), killed(2, who="women"), killed(3, who="children")]),
    ("Dvanaest osoba, među kojima troje djece, ubijeno je u Homsu.", "killing",
     [killed(12), killed(3, who="children")]),
    ("U Homsu je poginulo 12 ljudi, većinom civila.", "killing", [killed(12)]),
    # one clause's number is not another's
    ("Dvanaest vojnika ubilo je pet pobunjenika u Homsu.", "killing", [killed(5, who=REBELS)]),
    ("U Homsu je ubijeno jedno dijete, dok je 200 obitelji napustilo grad.", "killing", [killed(1, who="children")]),
    ("Oko 40 boraca upalo je u Homs i ubilo tri policajca.", "killing", [killed(3, who="fighters")]),
    ("Šest ljudi poginulo je u Homsu, gradu sa 600.000 stanovnika.", "killing", [killed(6)]),
    ("U Homsu se 12 ljudi vodi kao nestalo, a četvero je ubijeno.", "killing", [killed(4)]),
    # numbers that count nobody
    ("U Homsu je ubijen 30-godišnji muškarac i dvoje djece.", "killing", [killed(2, who="children")]),
    ("Granata je ubila troje ljudi 12 kilometara od Homsa.", "killing", [killed(3)]),
    ("Raketa kalibra 122 mm ubila je troje ljudi u Homsu.", "killing", [killed(3)]),
    ("U 9.30 sati u Homsu je ubijeno četvero ljudi.", "killing", [killed(4)]),
    ("Dana 12. svibnja 2016. u Homsu je ubijeno četvero ljudi.", "killing", [killed(4)]),
    ("Oko 80 posto ranjenih su civili, a u Homsu je ubijeno četvero ljudi.", "killing", [killed(4)]),
    ("Bomba od 500 kg ubila je četvero ljudi u Homsu.", "killing", [killed(4)]),
    ("U Homsu su poginula četvorica vojnika 4. divizije.", "killing", [killed(4, who="4th-armoured-division")]),
    ("U dva sata u Homsu je ubijeno četvero ljudi.", "killing", [killed(4)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "counts"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_numbers_are_bound(text: str, kind: str, counts: list[Counted], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, {"counts": 0})["counts"] for claim in found] == [counts]


SUMMED: list[tuple[str, list[bool]]] = [
    ("Od ožujka 2011. u Siriji je ubijeno više od 400.000 ljudi.", [True]),
    ("U proteklom tjednu u Homsu je ubijeno najmanje 50 ljudi.", [True]),
    ("Građanski rat u Siriji odnio je više od 250.000 života.", [True]),
    ("U četvrtak je u Homsu ubijeno 12 ljudi.", [False]),
    ("Broj poginulih u eksploziji u Homsu porastao je na 45.", [False]),
    ("U Homsu, koji je pod opsadom od 2012., ubijeno je 12 ljudi.", [False]),
]


@pytest.mark.parametrize(("text", "summed"), SUMMED, ids=[text for text, _ in SUMMED])
def test_sums_of_a_period_are_told_from_an_incident(
    text: str, summed: list[bool], claims_of: Read, facts: Facts
) -> None:
    found = [claim for claim in claims_of(text) if claim.type == "killing"]
    assert [facts(claim, {"summed": 0})["summed"] for claim in found] == [summed]


def test_a_sum_has_its_period_for_its_days(claims_of: Read) -> None:
    (claim,) = claims_of("Od ožujka 2011. u Siriji je ubijeno više od 400.000 ljudi.")
    assert (str(claim.when.start), claim.counts[0].cumulative) == ("2011-03-01", True)
