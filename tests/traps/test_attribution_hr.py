"""Tko to kaže: the speaker before, behind and inside, chains, pronouns left out, and what a side concedes."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "hr"
FORCES, REBELS, SOHR, SANA, RUSSIA = "syrian-government-forces", "syrian-rebels", "sohr", "sana", "russia"
MILITARY = "military-sources"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]

ROWS: list[tuple[str, str, dict[str, object]]] = [
    # where the words of saying stand
    ("Vojska je zauzela Khan Tuman, javlja agencija SANA.", "capture",
     {"actors": [FORCES], "speakers": [(SANA, "reports")]}),
    ("Prema navodima Opservatorija, vojska je zauzela Khan Tuman.", "capture", {"speakers": [(SOHR, "reports")]}),
    ("Vojska je, prema Opservatoriju, zauzela Khan Tuman.", "capture", {"speakers": [(SOHR, "reports")]}),
    ("Kako prenosi SANA, pobunjenici su granatirali Alep.", "shelling",
     {"actors": [REBELS], "speakers": [(SANA, "reports")]}),
    ("Pobunjenici su, kaže Opservatorij, granatirali Alep.", "shelling", {"speakers": [(SOHR, "reports")]}),
    ("U priopćenju vojske navodi se da je Khan Tuman zauzet.", "capture", {"speakers": [(FORCES, "reports")]}),
    ("Liječnik iz Alepa kaže da su zrakoplovi bombardirali bolnicu.", "airstrike",
     {"speakers": [("medics", "reports")]}),
    ("Stanovnici tvrde da su zrakoplovi bombardirali Alep.", "airstrike", {"speakers": [("residents", "claims")]}),
    ("Opservatorij tvrdi da je vojska zauzela Khan Tuman i da su pobunjenici granatirali Alep.", "shelling",
     {"actors": [REBELS], "speakers": [(SOHR, "claims")]}),
    # chains, outermost first
    ("SANA je, pozivajući se na vojni izvor, objavila da je vojska zauzela Khan Tuman.", "capture",
     {"speakers": [(SANA, "reports"), (MILITARY, "reports")]}),
    ("Zapovjednik pobunjenika rekao je za Reuters da je vojska zauzela Khan Tuman.", "capture",
     {"speakers": [("reuters", "reports"), ("rebel-sources", "reports")], "flags": ["concession"]}),
    # stance, and whose deed it is
    ("Moskva je odbacila tvrdnje da je bombardirala Alep.", "airstrike",
     {"realis": "denied", "speakers": [(RUSSIA, "denies")]}),
    ("Rusija negira da je bombardirala Alep.", "airstrike",
     {"realis": "denied", "actors": [RUSSIA], "speakers": [(RUSSIA, "denies")]}),
    ("Rusija je optužila pobunjenike da su granatirali Alep.", "shelling",
     {"actors": [REBELS], "speakers": [(RUSSIA, "accuses")]}),
    ("Pobunjenici žele da se vojska povuče iz Alepa.", "withdrawal", {"speakers": []}),
    ("Vojska nije potvrdila da su pobunjenici zauzeli Khan Tuman.", "capture", {"speakers": []}),
    # concessions
    ("Vojska je potvrdila da se povukla iz Khan Tumana.", "withdrawal",
     {"actors": [FORCES], "speakers": [(FORCES, "confirms")], "flags": ["concession"]}),
    ("Pobunjenici su priznali gubitak Khan Tumana.", "capture",
     {"targets": [REBELS], "speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("Pobunjenici su priznali da je dvanaest njihovih boraca ubijeno u Alepu.", "killing",
     {"speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("Vojska je priznala da je bombardirala bolnicu u Alepu i ubila deset civila.", "killing",
     {"actors": [FORCES], "flags": ["concession"]}),
    ("Pobunjenici su potvrdili da su zauzeli Khan Tuman.", "capture", {"actors": [REBELS], "flags": []}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_trap(text: str, kind: str, expected: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, expected) for claim in found] == [expected]


def test_the_speaker_goes_on_without_being_named(claims_of: Read, facts: Facts) -> None:
    text = "Opservatorij je izvijestio o sukobima. Dodao je da je vojska zauzela Khan Tuman."
    found = [facts(claim, {"speakers": []}) for claim in claims_of(text) if claim.type == "capture"]
    assert found == [{"speakers": [(SOHR, "reports")]}]
