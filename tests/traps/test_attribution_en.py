"""Who says it, in English: the same happening told by one, by two, by nobody, and by the side that it is adverse to."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "en"
ARMY, FORCES, REBELS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels"
SOHR, SANA, REUTERS, RUSSIA = "sohr", "sana", "reuters", "russia"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]

ROWS: list[tuple[str, str, dict[str, object]]] = [
    # where the words of saying stand
    ("The army, the Observatory said, captured Khan Tuman on Monday.", "capture",
     {"actors": [FORCES], "speakers": [(SOHR, "reports")]}),
    ("As the Observatory reported, the army captured Khan Tuman.", "capture", {"speakers": [(SOHR, "reports")]}),
    ("The mayor of Aleppo said that the army shelled the market.", "shelling",
     {"names": ["mayor"], "actors": [FORCES]}),
    ("It was reported by SANA that the army had captured Khan Tuman.", "capture",
     {"speakers": [(SANA, "reports")]}),
    ("The rebels issued a statement saying they had captured Khan Tuman.", "capture",
     {"actors": [REBELS], "speakers": [(REBELS, "reports")]}),
    ("The army, which says it captured Khan Tuman, sent more troops.", "capture",
     {"speakers": [(FORCES, "reports")]}),
    ("Activists believe that the army shelled Aleppo.", "shelling",
     {"realis": "happened", "speakers": [("activists", "reports")]}),
    ("State media: rebels shell Aleppo", "shelling", {"speakers": [("syrian-state-media", "reports")]}),
    ("Warplanes struck Idlib, the Observatory said, adding that rebels had shelled Aleppo.", "shelling",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    # chains, outermost first
    ("Rebels in Idlib told Reuters that the army had captured Khan Tuman.", "capture",
     {"speakers": [(REUTERS, "reports"), (REBELS, "reports")]}),
    ("The army said in an interview with Reuters that it had captured Khan Tuman.", "capture",
     {"speakers": [(REUTERS, "reports"), (FORCES, "reports")]}),
    ("SANA, quoting a military source, said the army had captured Khan Tuman.", "capture",
     {"speakers": [(SANA, "reports"), ("military-sources", "reports")]}),
    ("According to state TV, citing the army, rebels shelled Aleppo.", "shelling",
     {"speakers": [("syrian-state-tv", "reports"), (FORCES, "reports")]}),
    ("Reuters quoted a rebel commander as saying the army had captured Khan Tuman.", "capture",
     {"speakers": [(REUTERS, "reports"), (REBELS, "reports")]}),
    # stance, and whose deed it is
    ("Moscow rejected claims that the army bombed Aleppo.", "airstrike",
     {"realis": "denied", "actors": [FORCES], "speakers": [(RUSSIA, "denies")]}),
    ("Russia's claim that rebels shelled Aleppo was rejected by the opposition.", "shelling",
     {"realis": "denied", "speakers": [("syrian-opposition", "denies")]}),
    ("The army has denied shelling Aleppo.", "shelling",
     {"realis": "denied", "actors": [FORCES], "speakers": [(FORCES, "denies")]}),
    ("Rebels are accused by Russia of shelling Aleppo.", "shelling",
     {"actors": [REBELS], "speakers": [(RUSSIA, "accuses")]}),
    ("Activists hope that the army will withdraw from Aleppo.", "withdrawal",
     {"realis": "hypothetical", "speakers": [("activists", "hopes")]}),
    ("The rebels want the army to withdraw from Aleppo.", "withdrawal", {"actors": [FORCES], "speakers": []}),
    # who does not confirm it has not said it
    ("Neither the army nor the rebels confirmed that Khan Tuman was captured.", "capture", {"speakers": []}),
    ("The army did not say whether it captured Khan Tuman.", "capture", {"realis": "hypothetical", "speakers": []}),
    # concessions
    ("The army confirms it withdrew from Khan Tuman.", "withdrawal",
     {"speakers": [(FORCES, "confirms")], "flags": ["concession"]}),
    ("Rebels admit loss of Khan Tuman.", "capture",
     {"actors": [], "targets": [REBELS], "speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("The Syrian army acknowledged that rebels had captured Khan Tuman.", "capture",
     {"actors": [REBELS], "speakers": [(ARMY, "confirms")], "flags": ["concession"]}),
    ("The rebels acknowledged that twelve of their fighters were killed in Khan Tuman.", "killing",
     {"speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("The army admitted that it had bombed a hospital in Aleppo, killing ten civilians.", "killing",
     {"actors": [FORCES], "flags": ["concession"]}),
    # nothing conceded: a watcher, a boast, an accusation
    ("The monitor confirmed the loss of Khan Tuman.", "capture", {"speakers": [("monitors", "confirms")], "flags": []}),
    ("The rebels confirmed they had captured Khan Tuman.", "capture", {"flags": []}),
    ("The rebels said the army killed ten civilians in Aleppo.", "killing", {"actors": [FORCES], "flags": []}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_trap(text: str, kind: str, expected: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, expected) for claim in found] == [expected]


def test_the_speaker_goes_on_in_his_quotation(claims_of: Read, facts: Facts) -> None:
    text = '"Jets bombed Aleppo," a resident said. "The army then captured Khan Tuman."'
    found = [facts(claim, {"speakers": [], "voice": ""}) for claim in claims_of(text) if claim.type == "capture"]
    assert found == [{"speakers": [("residents", "reports")], "voice": "quote"}]
