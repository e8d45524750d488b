"""Who says it, in German: verbs in halves, Konjunktiv, "so" and "laut", and the side that it is adverse to."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "de"
FORCES, REBELS, SOHR, SANA, RUSSIA = "syrian-government-forces", "syrian-rebels", "sohr", "sana", "russia"
MOSCOW = "russian-defence-ministry"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]

ROWS: list[tuple[str, str, dict[str, object]]] = [
    # where the words of saying stand
    ("Die Armee hat Chan Tuman erobert, teilte die Beobachtungsstelle mit.", "capture",
     {"actors": [FORCES], "speakers": [(SOHR, "reports")]}),
    ("Nach Angaben der Beobachtungsstelle hat die Armee Chan Tuman erobert.", "capture",
     {"speakers": [(SOHR, "reports")]}),
    ("Aktivisten zufolge bombardierten Kampfjets Aleppo.", "airstrike", {"speakers": [("activists", "reports")]}),
    ("Laut einem Bericht der Agentur Sana hat die Armee Chan Tuman erobert.", "capture",
     {"speakers": [(SANA, "reports")]}),
    ("Die Armee, so die Beobachtungsstelle, hat Chan Tuman erobert.", "capture", {"speakers": [(SOHR, "reports")]}),
    ("In einer Erklärung der Rebellen heißt es, man habe Chan Tuman erobert.", "capture",
     {"speakers": [(REBELS, "reports")]}),
    ("Ein Arzt sagte, Kampfjets hätten das Krankenhaus bombardiert.", "airstrike",
     {"speakers": [("medics", "reports")]}),
    ("„Wir haben Chan Tuman erobert“, sagte der Kommandeur Omar Nasser.", "capture",
     {"names": ["Omar Nasser"], "voice": "quote"}),
    ("Die Rebellen haben nach eigenen Angaben Aleppo erobert.", "capture", {"speakers": [(REBELS, "claims")]}),
    ("Aktivisten sprachen von zwölf Toten bei einem Luftangriff auf Idlib.", "airstrike",
     {"speakers": [("activists", "reports")]}),
    # chains, outermost first
    ("Wie die Agentur Sana unter Berufung auf Militärkreise berichtet, hat die Armee Chan Tuman erobert.", "capture",
     {"speakers": [(SANA, "reports"), ("military-sources", "reports")]}),
    ("Die Armee habe Chan Tuman erobert, sagte ein Rebellensprecher im Gespräch mit Reuters.", "capture",
     {"speakers": [("reuters", "reports"), ("rebel-sources", "reports")]}),
    # stance, and whose deed it is
    ("Russland weist den Vorwurf zurück, Aleppo bombardiert zu haben.", "airstrike",
     {"realis": "denied", "speakers": [(RUSSIA, "denies")]}),
    ("Das Verteidigungsministerium in Moskau bestritt, Aleppo bombardiert zu haben.", "airstrike",
     {"realis": "denied", "actors": [MOSCOW], "speakers": [(MOSCOW, "denies")]}),
    ("Die Rebellen behaupten, Chan Tuman erobert zu haben.", "capture",
     {"actors": [REBELS], "speakers": [(REBELS, "claims")]}),
    ("Russland wirft den Rebellen vor, Aleppo beschossen zu haben.", "shelling",
     {"actors": [REBELS], "speakers": [(RUSSIA, "accuses")]}),
    ("Die Rebellen fordern den Abzug der Armee aus Aleppo.", "withdrawal", {"realis": "demanded", "speakers": []}),
    # concessions
    ("Die Armee bestätigt, dass sie sich aus Chan Tuman zurückgezogen habe.", "withdrawal",
     {"speakers": [(FORCES, "confirms")], "flags": ["concession"]}),
    ("Die Armee bestätigte den Verlust der Stadt Chan Tuman.", "capture",
     {"targets": [FORCES], "speakers": [(FORCES, "confirms")], "flags": ["concession"]}),
    ("Die Armee eroberte Chan Tuman, wie die Rebellen bestätigten.", "capture",
     {"actors": [FORCES], "speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("Die Rebellen gaben zu, dass zwölf ihrer Kämpfer getötet wurden.", "killing",
     {"speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("Die Beobachtungsstelle bestätigte, dass die Armee Chan Tuman erobert hat.", "capture", {"flags": []}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_trap(text: str, kind: str, expected: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, expected) for claim in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Die Beobachtungsstelle meldete Kämpfe. Die Armee habe Chan Tuman erobert.",
        "„Es gab Kämpfe in der Stadt“, meldete die Beobachtungsstelle. „Die Armee hat Chan Tuman erobert.“",
    ],
)
def test_the_speaker_goes_on(text: str, claims_of: Read, facts: Facts) -> None:
    found = [facts(claim, {"speakers": []}) for claim in claims_of(text) if claim.type == "capture"]
    assert found == [{"speakers": [(SOHR, "reports")]}]
