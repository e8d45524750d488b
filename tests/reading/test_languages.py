"""The language of texts, short and long, and what metadata say of it."""

from __future__ import annotations

import pytest

from dragoman.reading.languages import language_of, normal, plain_language, settled

LONG_EN = "The army took the village on Monday, residents said, and the families who had fled came back. " * 4
LONG_FR = "Les forces du gouvernement ont pris le village lundi, ont dit des habitants de la province. " * 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rebels took the hill near Idlib", "en"),
        ("Two killed in shelling of Homs", "en"),
        ("Der Angriff auf die Stadt ist gescheitert", "de"),
        ("Kämpfe in Aleppo", "de"),
        ("Vojska je ušla u grad", "hr"),
        ("Predsednik je rekao da nije vreme za razgovore", "hr"),
        ("Vojska je u ponedjeljak zauzela selo, kažu mještani.", "hr"),
        ("Rat u Siriji: poginulo 15 civila", "hr"),
        ("Председник је рекао да није време за разговоре", "sr"),
        ("Les rebelles ont attaqué la ville dans la nuit", "fr"),
        ("Los rebeldes atacaron la ciudad durante la noche", "es"),
        ("الجيش يسيطر على القرية يوم الاثنين", "ar"),
        ("Сирийские войска в понедельник взяли деревню", "ru"),
        ("Vojska je v ponedeljek zavzela vas, so povedali domačini", "sl"),
        (LONG_EN, "en"),
        ("1234 5678", "und"),
        ("", "und"),
    ],
)
def test_the_language_of_a_text(text, language):
    assert language_of(text)[0] == language


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en-US", "en"),
        ("English", "en"),
        ("deu", "de"),
        ("hrv", "hr"),
        ("sr-Latn-RS", "hr"),
        ("bs", "hr"),
        ("", None),
        ("?", None),
    ],
)
def test_languages_as_metadata_write_them(said, code):
    assert normal(said) == code


def test_serbian_in_cyrillic_letters_is_not_taken_for_croatian():
    assert normal("sr", "Војска је ушла у село.") == "sr"


def test_metadata_win_over_a_short_text_and_lose_against_a_long_one():
    assert settled("Aleppo", "de") == ("de", False)
    assert settled(LONG_FR, "fr") == ("fr", False)
    assert settled(LONG_FR, "en") == ("fr", True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG_EN, "en"),
        ("Die Armee hat das Dorf eingenommen, und die Familien sind aus der Stadt in den Norden geflohen. " * 4, "de"),
        (LONG_FR, None),
        ("Die regering het Dinsdag gesê dat die ministers oor die mense en hul huise gepraat het. " * 4, None),
        ("Vlada je v torek povedala, da so se ministri na seji pogovarjali o novih letalih in domovih. " * 4, None),
        ("The army took the hill", None),
        ("", None),
    ],
)
def test_a_language_is_plain_by_its_function_words_or_not(text, language):
    assert plain_language(text) == language
