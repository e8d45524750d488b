"""German frames: who does what to whom in every order of the words, and what only looks like a happening."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "de"
ARMY, FORCES, REBELS, IS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels", "islamic-state"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]

ROWS: list[tuple[str, str, dict[str, object]]] = [
    # active, in every order
    ("Die syrische Armee nahm Palmyra ein.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Palmyra nahm die syrische Armee nach drei Wochen ein.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Den Ort Salma nahm die syrische Armee im Januar ein.", "capture", {"actors": [ARMY], "places": ["Salma"]}),
    ("Im Januar nahm die syrische Armee den Ort Salma ein.", "capture", {"actors": [ARMY], "places": ["Salma"]}),
    ("Die syrische Armee hat Palmyra eingenommen.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    (
        "Es hieß, dass die syrische Armee Palmyra einnahm.",
        "capture",
        {"actors": [ARMY], "places": ["Palmyra"]},
    ),
    ("Die syrische Armee versucht, Palmyra einzunehmen.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("Die Rebellen vertrieb der Islamische Staat aus Rakka.", "displacement", {"actors": [IS], "targets": [REBELS]}),
    ("Den Rebellen entriss die syrische Armee den Ort Salma.", "capture", {"actors": [ARMY], "places": ["Salma"]}),
    ("Die Armee drängte die Rebellen aus Daraja zurück.", "withdrawal", {"places": ["Darayya"]}),
    ("Die Rebellen zogen sich in der Nacht auf Montag aus Daraja zurück.", "withdrawal", {"actors": [REBELS]}),
    ("Die Rebellen zogen in der Nacht aus Daraja ab.", "withdrawal", {"actors": [REBELS], "places": ["Darayya"]}),
    (
        "Die Armee brachte am Sonntag nach heftigen Gefechten den Ort Salma unter Kontrolle.",
        "capture",
        {"actors": [FORCES], "places": ["Salma"]},
    ),
    # passive, with and without an agent
    ("Palmyra wurde eingenommen.", "capture", {"actors": [], "places": ["Palmyra"]}),
    ("Palmyra wurde von der syrischen Armee eingenommen.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Von der syrischen Armee wurde Palmyra eingenommen.", "capture", {"actors": [ARMY], "places": ["Palmyra"]}),
    ("Drei Rebellen wurden durch Beschuss der Armee getötet.", "killing", {"targets": [REBELS]}),
    (
        "In Idlib wurden Zivilisten von Rebellen verschleppt.",
        "abduction",
        {"actors": [REBELS], "targets": ["civilians"]},
    ),
    ("Zwanzig Rebellen wurden in Homs festgenommen.", "detention", {"actors": [], "targets": [REBELS]}),
    ("Der Ort Salma ist von Rebellen besetzt worden.", "capture", {"actors": [REBELS], "places": ["Salma"]}),
    ("Ein russischer Hubschrauber wurde bei Sarakib abgeschossen.", "destruction", {"places": ["Saraqib"]}),
    # relative clauses and participles before their noun
    ("Die Stadt Palmyra, die der Islamische Staat eroberte, liegt in Trümmern.", "capture", {"actors": [IS]}),
    ("Die Kämpfer des Islamischen Staates, die Palmyra eroberten, zogen weiter.", "capture", {"actors": [IS]}),
    ("Die von Rebellen gehaltenen Viertel von Homs wurden beschossen.", "control", {"actors": [REBELS]}),
    ("Die vom Islamischen Staat eroberte Stadt Palmyra wurde bombardiert.", "capture", {"actors": [IS]}),
    ("Die von der syrischen Armee belagerte Stadt Duma hungert.", "siege", {"actors": [ARMY], "places": ["Douma"]}),
    (
        "Die Armee rückte auf den Ort Salma vor, den die Rebellen halten.",
        "capture",
        {"actors": [FORCES], "targets": [], "places": ["Salma"]},
    ),
    # nouns with their doer and their aim
    ("Die Luftangriffe Russlands auf Idlib dauern an.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    ("Russische Luftangriffe auf Idlib dauern an.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    (
        "Die Offensive der syrischen Armee gegen die Rebellen stockt.",
        "offensive",
        {"actors": [ARMY], "targets": [REBELS]},
    ),
    (
        "Bei Angriffen der Rebellen auf die syrische Armee starben Soldaten.",
        "attack",
        {"actors": [REBELS], "targets": [ARMY]},
    ),
    ("Der Beschuss von Duma durch die syrische Armee hält an.", "shelling", {"actors": [ARMY], "places": ["Douma"]}),
    ("Russland führte Luftangriffe auf Idlib durch.", "airstrike", {"actors": ["russia"], "places": ["Idlib"]}),
    (
        "Die russische Luftwaffe flog Angriffe auf Idlib.",
        "airstrike",
        {"actors": ["russian-air-force"], "places": ["Idlib"]},
    ),
    (
        "Angriffe auf Idlib flog die russische Luftwaffe.",
        "airstrike",
        {"actors": ["russian-air-force"], "places": ["Idlib"]},
    ),
    ("Der Islamische Staat verübte in Homs einen Anschlag.", "attack", {"actors": [IS], "places": ["Homs"]}),
    ("Bei Zusammenstößen zwischen Armee und Rebellen in Homs starb ein Kind.", "clash", {"places": ["Homs"]}),
    # idioms
    ("Das Viertel geriet unter Beschuss der Rebellen. Die Bewohner von Homs fliehen.", "shelling", {}),
    ("Die Armee schlug die Rebellen bei Homs in die Flucht.", "withdrawal", {"places": ["Homs"]}),
    (
        "Die Rebellen nahmen Stellungen der Armee in Homs unter Feuer.",
        "attack",
        {"actors": [REBELS], "places": ["Homs"]},
    ),
    ("Die Armee eröffnete in Homs das Feuer auf Demonstranten.", "attack", {"actors": [FORCES], "places": ["Homs"]}),
    (
        "Die Rebellen durchbrachen am Abend die Belagerung von Homs.",
        "siege_broken",
        {"actors": [REBELS], "places": ["Homs"]},
    ),
    ("In Homs legten die Rebellen die Waffen nieder.", "withdrawal", {"actors": [REBELS], "places": ["Homs"]}),
    (
        "In Homs sitzen seit Wochen Hunderte Zivilisten fest.",
        "besieged",
        {"targets": ["civilians"], "places": ["Homs"]},
    ),
    ("Die Türkei schickte Hunderte Soldaten an die Grenze.", "deployment", {"actors": ["turkey"]}),
    ("Das Rote Kreuz brachte dreißig Verletzte aus Homs in Sicherheit.", "evacuation", {"actors": ["icrc"]}),
    ("Die Armee ließ den Hilfskonvoi nicht nach Duma.", "aid_blocked", {"actors": [FORCES], "places": ["Douma"]}),
    ("Die Armee hielt einen Hilfskonvoi vor Duma auf.", "aid_delivery", {}),
    ("Russland legte gegen die Resolution ein Veto ein.", "rejection", {"actors": ["russia"]}),
    ("Russland wies den Vorwurf zurück.", "denial", {"actors": ["russia"]}),
    ("Iran sagte Damaskus weitere Unterstützung zu.", "support", {"actors": ["iran"]}),
    ("Die EU verhängte Sanktionen gegen Syrien.", "sanction", {"actors": ["eu"]}),
    # control and raising
    ("Die Armee zwang die Rebellen zum Rückzug aus Homs.", "withdrawal", {"places": ["Homs"]}),
    (
        "Die Türkei forderte die Rebellen auf, Idlib zu verlassen.",
        "demand",
        {"actors": ["turkey"], "targets": [REBELS]},
    ),
    ("Russland drohte, Idlib zu bombardieren.", "airstrike", {"realis": "planned", "actors": ["russia"]}),
    (
        "Der Sprecher der Rebellen warf der Armee vor, in Duma auf Familien geschossen zu haben.",
        "attack",
        {"actors": [FORCES]},
    ),
    # coordination
    ("Russland und Iran unterstützen Damaskus.", "support", {"actors": ["russia", "iran"]}),
    (
        "Die Rebellen griffen Salma und Khan Tuman an.",
        "attack",
        {"actors": [REBELS], "places": ["Salma", "Khan Tuman"]},
    ),
    ("Die syrische Armee und die Hisbollah eroberten Salma.", "capture", {"actors": [ARMY, "hezbollah"]}),
    ("Die Armee nahm Salma ein und tötete zehn Rebellen.", "killing", {"actors": [FORCES], "targets": [REBELS]}),
    # headlines
    ("Zehn Tote bei Anschlag in Homs", "killing", {"counts": [("killed", "people", 10, 10)], "places": ["Homs"]}),
    ("Rebellen erobern Salma", "capture", {"actors": [REBELS], "places": ["Salma"]}),
    ("Mehr als hundert Zivilisten in Duma getötet", "killing", {"actors": [], "targets": ["civilians"]}),
    ("Russische Jets greifen Idlib an", "attack", {"places": ["Idlib"]}),
]


@pytest.mark.parametrize(("text", "type_", "asked"), ROWS)
def test_frames(text: str, type_: str, asked: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [facts(claim, asked) for claim in claims_of(text) if claim.type == type_]
    assert asked in found


SILENT = [
    "Der Angriff auf Platz drei der Tabelle begann in Homs.",
    "Die Mannschaft aus Homs verteidigte ihren Titel.",
    "Der Minister in Damaskus geriet unter Druck.",
    "Der Kampf gegen die Inflation geht in Damaskus weiter.",
    "In Damaskus explodieren die Preise.",
    "Die Regierung in Damaskus nahm Kredite auf.",
    "Er griff in Damaskus zum Telefon.",
    "Der Stürmer aus Aleppo schoss drei Tore.",
    "Das Unternehmen eroberte in Syrien neue Märkte.",
    "Wegen Bauarbeiten ist die Straße nach Homs gesperrt.",
    "Die Feuerwehr brachte den Brand in Homs unter Kontrolle.",
    "In Homs wurde ein Spieler am Knie verletzt.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_claim(text: str, claims_of: Read) -> None:
    assert [(claim.type, claim.trigger.text) for claim in claims_of(text)] == []
