"""Numbers in English: what each counts, what befell them, and the numbers that count nobody."""

from collections.abc import Callable

import pytest
from tests.traps.counted import Counted, injured, killed

from dragoman.model import Claim

LANGUAGE = "en"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]
REBELS, ARMY, MILITANTS = "syrian-rebels", "syrian-arab-army", "militants"


ROWS: list[tuple[str, str, list[Counted]]] = [
    # the number and its verb
    ("A blast in Idlib killed 12.", "killing", [killed(12)]),
    ("A blast hit a market in Idlib, killing 12.", "killing", [killed(12)]),
    ("Warplanes bombed Idlib, killing 12 and wounding 30.", "killing", [killed(12)]),
    ("Warplanes bombed Idlib, killing 12 and wounding 30.", "injury", [injured(30)]),
    ("In Idlib, 12 were killed and 30 wounded.", "killing", [killed(12)]),
    ("In Idlib, 12 were killed and 30 wounded.", "injury", [injured(30)]),
    ("The strike on Douma left 12 people dead and 30 others injured.", "killing", [killed(12)]),
    ("The strike on Douma left 12 people dead and 30 others injured.", "injury", [injured(30)]),
    ("A mortar attack on Douma left nine dead.", "killing", [killed(9)]),
    ("Four children died in Homs.", "killing", [killed(4, who="children")]),
    ("Seven people lost their lives in Homs.", "killing", [killed(7)]),
    ("The raid on Homs claimed seven lives.", "killing", [killed(7)]),
    ("The raid on Homs claimed the lives of seven civilians.", "killing", [killed(7, who="civilians")]),
    ("The raid on Homs led to the deaths of seven civilians.", "killing", [killed(7, who="civilians")]),
    ("The bodies of 12 soldiers were found in Homs.", "killing", [killed(12, who="fighters")]),
    ("The death toll from the blast in Homs rose to 45.", "killing", [killed(45)]),
    ("Six people who were killed in Homs were buried on Friday.", "killing", [killed(6)]),
    ("The five soldiers killed in Homs came from Tartus.", "killing", [killed(5, who="fighters")]),
    ("Fighting in Homs killed 20 soldiers and 14 rebels.", "killing",
     [killed(20, who="fighters"), killed(14, who=REBELS)]),
    ("Shells on Homs killed a woman and her two children.", "killing",
     [killed(1, who="women"), killed(2, who="children")]),
    # how many at the least and at the most
    ("At least 12 people were killed in Homs.", "killing", [killed(12, None)]),
    ("Up to 40 people were killed in Homs.", "killing", [killed(0, 40)]),
    ("More than 20 civilians were wounded in Homs.", "injury", [injured(20, None, "civilians")]),
    ("Between 10 and 15 fighters were killed in Homs.", "killing", [killed(10, 15, "fighters")]),
    ("Around 30 people were injured in Homs.", "injury", [injured(30)]),
    ("Dozens of people were killed in Homs.", "killing", [killed(24, None)]),
    ("Scores of civilians were killed in Homs.", "killing", [killed(40, None, "civilians")]),
    ("Hundreds were killed in Homs.", "killing", [killed(200, None)]),
    ("As many as 25 were wounded in Homs, eight of them seriously.", "injury", [injured(0, 25)]),
    ("Two thirds of the 90 people killed in Homs were men.", "killing", [killed(90)]),
    # parts inside wholes
    ("The shelling of Homs killed 12 civilians, including four women and three children.", "killing",
     [killed(12, who="civilians"), killed(4, who="women"), killed(3, who="children")]),
    ("At least 12 people, including three children, were killed in Homs.", "killing",
     [killed(12, None), killed(3, who="children")]),
    ("Twelve people were killed in Homs, among them three children.", "killing",
     [killed(12), killed(3, who="children")]),
    ("Twelve people were killed in Homs, three of them children.", "killing",
     [killed(12), killed(3, who="children")]),
    ("Twelve people were killed in Homs, most of them civilians.", "killing", [killed(12)]),
    ("Twelve civilians were killed and 30 injured in Homs, including three children.", "injury",
     [injured(30), injured(3, who="children")]),
    # one clause's number is not another's
    ("Twelve soldiers killed five rebels in Homs.", "killing", [killed(5, who=REBELS)]),
    ("Airstrikes hit Idlib while clashes in Homs killed 12 rebels.", "airstrike", []),
    ("Airstrikes hit Idlib while clashes in Homs killed 12 rebels.", "killing", [killed(12, who=REBELS)]),
    ("A boy was killed in Homs where 200 families live.", "killing", [killed(1, who="children")]),
    ("Some 40 fighters stormed Homs and killed three guards.", "killing", [killed(3, who="fighters")]),
    ("A blast killed six people in Homs, a city of 600,000 people.", "killing", [killed(6)]),
    ("Three gunmen killed a teacher in Homs.", "killing", [killed(1)]),
    ("The army killed 12 militants and arrested five in Homs.", "killing", [killed(12, who=MILITANTS)]),
    ("The army killed 12 militants and arrested five in Homs.", "detention", [("detained", "people", 5, 5)]),
    ("Twelve people are missing and four were killed in Homs.", "killing", [killed(4)]),
    # headlines and tickers leave out their commas
    ("6 persons killed 31 others injured by shells in Homs", "killing", [killed(6)]),
    ("6 persons killed 31 others injured by shells in Homs", "injury", [injured(31)]),
    ("Mortar fire on Homs kills 12 wounds 50", "killing", [killed(12)]),
    ("Mortar fire on Homs kills 12 wounds 50", "injury", [injured(50)]),
    ("Civilian killed 3 injured in shelling of Homs", "injury", [injured(3)]),
    ("A bomber killed 30 people injured 90 in Homs.", "killing", [killed(30)]),
    ("Six children among 19 dead in raid on Homs", "killing", [killed(6, who="children"), killed(19)]),
    # what goes on, and what only sums up
    ("Strikes killed 45 civilians in Homs and 22 in Hama.", "killing",
     [killed(45, who="civilians"), killed(22, who="civilians")]),
    ("A total of 54 civilians were killed in Homs.", "killing", [killed(54, who="civilians")]),
    ("A family of six was killed in Homs.", "killing", [killed(6)]),
    ("More than a quarter of a million people were killed in Syria.", "killing", [killed(250000, None)]),
    ("Raids left hundreds of people injured in Homs.", "injury", [injured(200, None)]),
    ("Raids in Homs killed 31 fighters and wounded dozens of them.", "injury", [injured(24, None)]),
    # numbers that count nobody
    ("A 30-year-old man was killed in Homs.", "killing", [killed(1)]),
    ("A soldier aged 23 was killed in Homs.", "killing", [killed(1, who="fighters")]),
    ("Two men, 34 and 41 years old, were killed in Homs.", "killing", [killed(2)]),
    ("A shell killed three people 12 km from Homs.", "killing", [killed(3)]),
    ("A 122mm rocket killed three people in Homs.", "killing", [killed(3)]),
    ("A T-72 tank crew of three was killed in Homs.", "killing", [killed(3)]),
    ("Four people were killed at 9:30 in Homs.", "killing", [killed(4)]),
    ("Four people were killed in Homs on May 12, 2016.", "killing", [killed(4)]),
    ("Some 80 percent of the wounded were civilians and four people were killed in Homs.", "killing", [killed(4)]),
    ("Four people were killed in Homs for $500.", "killing", [killed(4)]),
    ("A 500 kg bomb killed four people in Homs.", "killing", [killed(4)]),
    ("Four soldiers of the 4th Division were killed in Homs.", "killing", [killed(4, who="4th-armoured-division")]),
    ("Four people were killed within two hours in Homs.", "killing", [killed(4)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "counts"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_numbers_are_bound(text: str, kind: str, counts: list[Counted], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, {"counts": 0})["counts"] for claim in found] == [counts]


SUMMED: list[tuple[str, list[bool]]] = [
    ("More than 400,000 people have been killed in Syria since March 2011.", [True]),
    ("At least 50 people have been killed in Homs in the past week.", [True]),
    ("The raid brings to 45 the number of people killed in Homs this month.", [True]),
    ("The conflict in Syria has killed more than 250,000 people.", [True]),
    ("Twelve people were killed in Homs on Thursday.", [False]),
    ("The death toll from Thursday's blast in Homs rose to 45.", [False]),
    ("Twelve people were killed in Homs, which the army has besieged since 2012.", [False]),
    ("Twelve people were killed in Homs, in the deadliest attack this year.", [False]),
]


@pytest.mark.parametrize(("text", "summed"), SUMMED, ids=[text for text, _ in SUMMED])
def test_sums_of_a_period_are_told_from_an_incident(
    text: str, summed: list[bool], claims_of: Read, facts: Facts
) -> None:
    found = [claim for claim in claims_of(text) if claim.type == "killing"]
    assert [facts(claim, {"summed": 0})["summed"] for claim in found] == [summed]


def test_a_sum_has_its_period_for_its_days(claims_of: Read) -> None:
    (claim,) = claims_of("Since March 2011 more than 400,000 people have been killed in Syria.")
    assert (str(claim.when.start), claim.counts[0].cumulative) == ("2011-03-01", True)


def test_a_sum_of_an_unnamed_period_is_of_no_day(claims_of: Read) -> None:
    (claim,) = claims_of("The conflict in Syria has killed more than 250,000 people.")
    assert (claim.when.start, claim.when.precision) == (None, "open")
