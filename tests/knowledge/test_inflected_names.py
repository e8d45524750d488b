"""Names of the shipped packs in sentences, in the cases of each language."""

from __future__ import annotations

import pytest

from dragoman.knowledge import load

SENTENCES = [
    ("hr", "Granate su pale u istočnom Alepu.", [("istočnom Alepu", "east-aleppo")]),
    ("hr", "Bježe iz Istočne Gute.", [("Istočne Gute", "eastern-ghouta")]),
    ("hr", "Sela u pokrajini Idlib su prazna.", [("pokrajini Idlib", "idlib-province")]),
    ("hr", "Na graničnom prijelazu Bab al-Hava", [("graničnom prijelazu Bab al-Hava", "bab-al-hawa")]),
    ("hr", "Iz izbjegličkog kampa Jarmuk odlaze ljudi.", [("izbjegličkog kampa Jarmuk", "yarmouk")]),
    ("hr", "Pregovarali su s režimom Bashara al-Asada.", [("režimom Bashara al-Asada", "syrian-government")]),
    ("hr", "Pad Asadova režima nitko ne očekuje.", [("Asadova režima", "syrian-government")]),
    ("hr", "To javljaju iz Belih šlemova.", [("Belih šlemova", "syria-civil-defence")]),
    ("hr", "Uz pomoć Bijelih kaciga izvukli su ranjene.", [("Bijelih kaciga", "syria-civil-defence")]),
    ("hr", "Tenkovi 4. oklopne divizije stoje na cesti.", [("4. oklopne divizije", "4th-armoured-division")]),
    ("de", "Im östlichen Aleppo fehlt das Wasser.", [("östlichen Aleppo", "east-aleppo")]),
    ("de", "Viele fliehen aus der östlichen Ghuta.", [("östlichen Ghuta", "eastern-ghouta")]),
    ("de", "Das Tor des Flüchtlingslagers Jarmuk ist zu.", [("Flüchtlingslagers Jarmuk", "yarmouk")]),
    ("de", "Wachen des Grenzübergangs Bab al-Hawa", [("Grenzübergangs Bab al-Hawa", "bab-al-hawa")]),
    (
        "de",
        "Nach Zählung der Syrischen Beobachtungsstelle für Menschenrechte",
        [("Syrischen Beobachtungsstelle für Menschenrechte", "sohr")],
    ),
    ("en", "SANA's report and Syria's army", [("SANA", "sana"), ("Syria's army", "syrian-arab-army")]),
    ("en", "Syrias army left", [("Syrias army", "syrian-arab-army")]),
    ("en", "the US-led coalition struck", [("US-led coalition", "us-led-coalition")]),
    ("en", "Hezbollah-led fighters", [("Hezbollah", "hezbollah"), ("fighters", "fighters")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_names_in_sentences(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    names = load().names(text, language)
    assert [(name.text, (name.actors + name.places)[0]) for name in names] == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [("in rebel-held streets", {"syrian-rebels"}), ("in regime-controlled streets", {"syrian-government"})],
)
def test_a_hyphened_holder_is_the_side_and_no_group_of_its_own(text: str, named: set[str]) -> None:
    assert {actor for name in load().names(text, "en") for actor in name.actors} == named
