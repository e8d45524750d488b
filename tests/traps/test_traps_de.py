"""Minimal pairs in German: one word more or less, and somebody else did it, or it never happened."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "de"
ARMY, FORCES, REBELS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]


T = "Khan Tuman"
ROWS: list[tuple[str, str, dict[str, object]]] = [
    # who is accused did it; a town that falls; what is not let through
    (
        "Damaskus machte den Islamischen Staat für den Angriff in Homs verantwortlich.",
        "attack",
        {"actors": ["islamic-state"]},
    ),
    (
        "Aktivisten bestritten, dass Salma vollständig gefallen sei.",
        "capture",
        {"realis": "denied", "places": ["Salma"]},
    ),
    ("Die Armee ließ medizinische Güter nicht nach Duma passieren.", "aid_blocked", {"actors": [FORCES]}),
    # who takes a place
    (
        "Die syrische Armee eroberte am Montag den Ort Chan Tuman.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]},
    ),
    (
        "Der Ort Chan Tuman wurde am Montag von der syrischen Armee erobert.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]},
    ),
    ("Die syrische Armee hat Chan Tuman nicht erobert.", "capture", {"realis": "denied", "actors": [ARMY]}),
    ("Die syrische Armee will Chan Tuman erobern.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("Die syrische Armee könnte Chan Tuman erobern.", "capture", {"realis": "hypothetical"}),
    (
        "Der syrischen Armee ist es nicht gelungen, Chan Tuman zu erobern.",
        "capture",
        {"realis": "failed", "actors": [ARMY], "places": [T]},
    ),
    (
        "Die syrische Armee bestritt, Chan Tuman erobert zu haben.",
        "capture",
        {"realis": "denied", "speakers": [(ARMY, "denies")]},
    ),
    (
        "Die syrische Armee soll Chan Tuman erobert haben.",
        "capture",
        {"realis": "happened", "actors": [ARMY], "flags": ["hearsay"]},
    ),
    (
        "Die Rebellen haben nach eigenen Angaben Chan Tuman erobert.",
        "capture",
        {"realis": "happened", "speakers": [(REBELS, "claims")], "places": [T]},
    ),
    (
        "Die Rebellen hätten Chan Tuman erobert, sagte ein Sprecher der syrischen Armee.",
        "capture",
        {"realis": "happened", "actors": [REBELS], "places": [T], "flags": ["concession"]},
    ),
    ("Die Armee brachte Chan Tuman unter ihre Kontrolle.", "capture", {"actors": [FORCES], "places": [T]}),
    (
        "Die Rebellen verloren die Kontrolle über Chan Tuman.",
        "capture",
        {"actors": [], "targets": [REBELS], "places": [T]},
    ),
    ("Die Rebellen kontrollieren den Ort Chan Tuman.", "control", {"realis": "ongoing", "actors": [REBELS]}),
    (
        "Rebellen erobern Chan Tuman zurück.",
        "capture",
        {"realis": "happened", "actors": [REBELS], "places": [T]},
    ),
    (
        "Wie die Armee mitteilte, wurde der Ort Chan Tuman eingenommen.",
        "capture",
        {"actors": [], "places": [T], "speakers": [(FORCES, "reports")]},
    ),
    (
        "Die Rebellen versuchten, den Westen von Chan Tuman von der syrischen Armee zu befreien.",
        "capture",
        {"realis": "planned", "actors": [REBELS], "targets": [ARMY], "places": [T]},
    ),
    (
        "Die Rebellen haben die Einnahme von Chan Tuman bestätigt.",
        "capture",
        {"speakers": [(REBELS, "confirms")]},
    ),
    # who attacks whom
    (
        "Die syrische Armee griff die Rebellen in Chan Tuman an.",
        "attack",
        {"actors": [ARMY], "targets": [REBELS], "places": [T]},
    ),
    (
        "Am Montag griff die syrische Armee die Rebellen in Chan Tuman an.",
        "attack",
        {"actors": [ARMY], "targets": [REBELS], "places": [T]},
    ),
    (
        "Am Montag griffen Rebellen die syrische Armee in Chan Tuman an.",
        "attack",
        {"actors": [REBELS], "targets": [ARMY], "places": [T]},
    ),
    (
        "Die Rebellen wurden in Chan Tuman von der syrischen Armee angegriffen.",
        "attack",
        {"actors": [ARMY], "targets": [REBELS], "places": [T]},
    ),
    (
        "Wenn die Armee Idlib angreift, fliehen die Bewohner.",
        "attack",
        {"realis": "hypothetical", "actors": [FORCES]},
    ),
    (
        "Der Angriff der Rebellen auf Chan Tuman ist gescheitert.",
        "attack",
        {"realis": "failed", "actors": [REBELS], "places": [T]},
    ),
    (
        "Die Rebellen drohten mit einem Angriff auf Aleppo.",
        "attack",
        {"realis": "planned", "actors": [REBELS]},
    ),
    (
        "Die syrische Armee wehrte einen Angriff der Rebellen auf Aleppo ab.",
        "attack_repelled",
        {"realis": "happened", "actors": [ARMY], "targets": [REBELS], "places": ["Aleppo"]},
    ),
    (
        "Ein Angriff der Rebellen auf Aleppo wurde von der syrischen Armee abgewehrt.",
        "attack_repelled",
        {"realis": "happened", "actors": [ARMY], "targets": [REBELS], "places": ["Aleppo"]},
    ),
    (
        "Die Armee bereitet eine Offensive auf Idlib vor.",
        "offensive",
        {"realis": "planned", "actors": [FORCES], "places": ["Idlib"]},
    ),
    (
        "Die Armee setzte ihre Offensive in Idlib fort.",
        "offensive",
        {"realis": "ongoing", "phase": "ongoing"},
    ),
    (
        "Die Kämpfe in Aleppo dauern an.",
        "clash",
        {"realis": "ongoing", "phase": "ongoing", "places": ["Aleppo"]},
    ),
    # from afar
    (
        "Die syrische Luftwaffe flog über 30 Luftangriffe auf Aleppo.",
        "airstrike",
        {"actors": ["syrian-air-force"], "counts": [("strikes", None, 30, None)], "places": ["Aleppo"]},
    ),
    ("Es gab keine Luftangriffe auf Aleppo.", "airstrike", {"realis": "denied", "places": ["Aleppo"]}),
    (
        "Moskau dementierte, dass russische Flugzeuge eine Schule in Idlib bombardiert hätten.",
        "airstrike",
        {
            "realis": "denied",
            "actors": ["russian-air-force"],
            "places": ["Idlib"],
            "speakers": [("russia", "denies")],
        },
    ),
    (
        "Die von den Rebellen kontrollierten Viertel von Aleppo wurden bombardiert.",
        "airstrike",
        {"actors": [], "places": ["Aleppo"]},
    ),
    (
        "Russland wirft den Rebellen vor, in Aleppo Giftgas eingesetzt zu haben.",
        "chemical_attack",
        {"realis": "happened", "actors": [REBELS], "places": ["Aleppo"], "speakers": [("russia", "accuses")]},
    ),
    (
        "Russland wirft den Rebellen vor, in Aleppo Giftgas eingesetzt zu haben.",
        "accusation",
        {"actors": ["russia"], "targets": [REBELS]},
    ),
    # losses
    (
        "Bei Luftangriffen auf Idlib starben mindestens zwölf Zivilisten, darunter drei Kinder.",
        "killing",
        {"counts": [("killed", "civilians", 12, None), ("killed", "children", 3, 3)], "places": ["Idlib"]},
    ),
    (
        "Bei russischen Luftangriffen auf Idlib starben mindestens zwölf Zivilisten.",
        "killing",
        {"actors": ["russia"], "targets": ["civilians"]},
    ),
    (
        "Laut Syrischer Beobachtungsstelle für Menschenrechte wurden 15 Menschen in Aleppo getötet.",
        "killing",
        {"counts": [("killed", "people", 15, 15)], "speakers": [("sohr", "reports")], "flags": []},
    ),
    (
        "Aktivisten zufolge wurden in Aleppo fünf Menschen getötet.",
        "killing",
        {"speakers": [("activists", "reports")], "flags": []},
    ),
    (
        "Berichten zufolge wurden in Aleppo fünf Menschen getötet.",
        "killing",
        {"speakers": [], "flags": ["hearsay"]},
    ),
    (
        "Fünf Menschen seien in Aleppo getötet worden, teilte das Verteidigungsministerium in Moskau mit.",
        "killing",
        {"counts": [("killed", "people", 5, 5)], "speakers": [("russian-defence-ministry", "reports")]},
    ),
    (
        "Die Rebellen haben in Aleppo fünf Soldaten getötet.",
        "killing",
        {"actors": [REBELS], "counts": [("killed", "fighters", 5, 5)]},
    ),
    (
        "Russland habe keine Zivilisten getötet, erklärte das russische Verteidigungsministerium.",
        "killing",
        {"realis": "denied", "speakers": [("russian-defence-ministry", "reports")], "actors": ["russia"]},
    ),
    (
        "Seit Jahresbeginn wurden in Aleppo insgesamt 900 Zivilisten getötet.",
        "killing",
        {"counts": [("killed", "civilians", 900, 900)], "summed": [True]},
    ),
    (
        "Gestern wurden in Aleppo neun Zivilisten getötet.",
        "killing",
        {"counts": [("killed", "civilians", 9, 9)], "summed": [False]},
    ),
    ("In Aleppo wurde niemand verletzt.", "injury", {"realis": "denied"}),
    (
        "In Aleppo wurden vier Kinder verletzt.",
        "injury",
        {"realis": "happened", "counts": [("injured", "children", 4, 4)]},
    ),
    # ground lost and freed
    (
        "Die Rebellen zogen sich aus Chan Tuman zurück.",
        "withdrawal",
        {"realis": "happened", "actors": [REBELS], "places": [T]},
    ),
    (
        "Die Rebellen wollen sich nicht aus Chan Tuman zurückziehen.",
        "withdrawal",
        {"realis": "denied", "actors": [REBELS], "places": [T]},
    ),
    (
        "Russland rief die Rebellen auf, den Osten von Aleppo zu verlassen.",
        "demand",
        {"actors": ["russia"], "targets": [REBELS]},
    ),
    (
        "Rebellen durchbrachen den Belagerungsring um Aleppo.",
        "siege_broken",
        {"realis": "happened", "actors": [REBELS], "places": ["Aleppo"]},
    ),
    (
        "Die Belagerung von Aleppo wurde durchbrochen.",
        "siege_broken",
        {"realis": "happened", "places": ["Aleppo"]},
    ),
    (
        "Die Opposition forderte ein Ende der Belagerung von Aleppo.",
        "siege_broken",
        {"realis": "demanded", "places": ["Aleppo"]},
    ),
    ("Die Armee hat Idlib vollständig eingekesselt.", "siege", {"actors": [FORCES], "places": ["Idlib"]}),
    (
        "In Aleppo sind 250.000 Menschen eingeschlossen.",
        "besieged",
        {"counts": [("besieged", "people", 250000, 250000)], "places": ["Aleppo"]},
    ),
    # truces and help
    ("Die Rebellen lehnten die Waffenruhe ab.", "rejection", {"realis": "happened", "actors": [REBELS]}),
    ("Die Rebellen lehnten die Waffenruhe ab.", "ceasefire", {"realis": "denied"}),
    (
        "Russland kündigte eine humanitäre Feuerpause in Aleppo an.",
        "ceasefire",
        {"realis": "planned", "places": ["Aleppo"], "speakers": [("russia", "reports")]},
    ),
    (
        "Die Waffenruhe in Aleppo trat am Freitag in Kraft.",
        "ceasefire",
        {"realis": "happened", "phase": "start"},
    ),
    ("Die Feuerpause in Aleppo ist beendet.", "ceasefire", {"realis": "happened", "phase": "end"}),
    (
        "Ein Hilfskonvoi mit 20 Lastwagen erreichte Aleppo.",
        "aid_delivery",
        {"counts": [("vehicles", None, 20, 20)], "places": ["Aleppo"]},
    ),
    (
        "Die Armee blockierte einen Hilfskonvoi nach Aleppo.",
        "aid_blocked",
        {"actors": [FORCES], "places": ["Aleppo"]},
    ),
    (
        "Der Iran schickt weitere Soldaten nach Aleppo.",
        "deployment",
        {"actors": ["iran"], "places": ["Aleppo"]},
    ),
    (
        "Die USA verhängten neue Sanktionen gegen Syrien.",
        "sanction",
        {"actors": ["usa"], "targets": ["syrian-government"]},
    ),
    ("Zehn Zivilisten starben in Homs durch Beschuss der Rebellen.", "shelling", {"actors": [REBELS]}),
    ("Die Offensive, die die Rebellen am Samstag begannen, brach in Homs zusammen.", "offensive", {"actors": [REBELS]}),
    ("Nach Beginn ihrer Offensive in Homs haben die Rebellen drei Dörfer erobert.", "offensive", {"actors": [REBELS]}),
    ("Die Armee unterstützte den Vormarsch in Homs mit Luftangriffen.", "airstrike", {"actors": [FORCES]}),
    (
        "Seit dem 1. März schafften es die Rebellen nicht, Erfolge ihrer Operation in Homs zu erzielen.",
        "offensive",
        {"actors": [REBELS]},
    ),
]

# What the code does not read yet, by the sentence and its type.
OPEN: dict[tuple[str, str], str] = {
    ("Am Montag griffen Rebellen die syrische Armee in Chan Tuman an.", "attack"): (
        "a bare plural that begins behind its verb is no subject yet"
    ),
}


def _row(text: str, kind: str, expected: dict[str, object]) -> object:
    reason = OPEN.get((text, kind))
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(text, kind, expected, marks=marks)


@pytest.mark.parametrize(("text", "kind", "expected"), [_row(*row) for row in ROWS])
def test_trap(text: str, kind: str, expected: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, expected) for claim in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister griff in Aleppo in den Streit ein.",
        "Der Brand in Aleppo ist unter Kontrolle der Feuerwehr.",
        "Die Entscheidung über Aleppo ist gefallen.",
        "In Aleppo fiel der Preis für Brot.",
        "Die Straße von Aleppo nach Idlib ist 60 Kilometer lang.",
    ],
)
def test_nothing_happened(text: str, claims_of: Read) -> None:
    assert claims_of(text) == []


def test_every_open_row_is_one() -> None:
    assert {(text, kind) for text, kind, _ in ROWS} >= set(OPEN)
