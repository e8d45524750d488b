"""Dictionary forms by tag, in each language of a pack."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.lemmas import lemma
from dragoman.knowledge.tables import LANGUAGES

TAGS = ("ADJ", "ADV", "AUX", "NOUN", "PRON", "PROPN", "VERB", "X")

ENGLISH = """
shelled VERB shell, shelling VERB shell, shelling NOUN shelling, besieged VERB besiege, wounded VERB wound,
wounded ADJ wounded, fell VERB fall, fled VERB flee, withdrew VERB withdraw, shot VERB shoot, slain VERB slay,
left VERB leave, left ADJ left, won VERB win, retook VERB retake, bombing VERB bomb, bombings NOUN bombing,
firing VERB fire, repelling VERB repel, repelled VERB repel, guarded VERB guard, signalled VERB signal,
casualties NOUN casualty, airstrikes NOUN airstrike, bodies NOUN body, women NOUN woman, Killed VERB kill,
's AUX be, Homs PROPN Homs
"""

GERMAN = """
gefallen VERB fallen, fielen VERB fallen, eroberten VERB erobern, zurückerobert VERB zurückerobern,
zurückzuerobern VERB zurückerobern, einzunehmen VERB einnehmen, eingekesselt VERB einkesseln, belagert VERB belagern,
bombardiert VERB bombardieren, niedergebrannt VERB niederbrennen, beschossen VERB beschießen, griff VERB greifen,
verloren VERB verlieren, brach VERB brechen, standen VERB stehen, Starben VERB sterben, Luftangriffen NOUN Luftangriff,
Kämpfe NOUN Kampf, Rebellen NOUN Rebell, Tote NOUN Toter, tollen ADJ toll, bewaffneten ADJ bewaffnet, offenen ADJ offen,
offen ADJ offen, hatte AUX haben
"""

CROATIAN = """
ubijeno VERB ubiti, ubijali VERB ubijati, poginulih ADJ poginuo, poginuli VERB poginuti, zauzeli VERB zauzeti,
granatirati VERB granatirati, granatirali VERB granatirati, granatiraju VERB granatirati, bombarduje VERB bombardovati,
bombardirano VERB bombardirati, potiskuju VERB potiskivati, napada VERB napadati, napada NOUN napad, tvrdi VERB tvrditi,
tvrdi ADJ tvrd, opkoljeni VERB opkoliti, prati VERB pratiti, pobegli VERB pobeći, pobjegli VERB pobjeći,
koristi VERB koristiti, pali VERB pasti, rekao VERB reći, Poginuo VERB poginuti, granatiranju NOUN granatiranje,
bombardovanja NOUN bombardovanje, vojnici NOUN vojnik, boraca NOUN borac, militantima NOUN militant,
ruskih ADJ ruski, oklopnoj ADJ oklopan, HDZ-a PROPN HDZ, teško ADV teško
"""

CYRILLIC = """
погинули VERB poginuti, бомбардовање NOUN bombardovanje, бомбардује VERB bombardovati, војници NOUN vojnik,
Њемачка PROPN Njemačka, џихадисти NOUN džihadist, Љубљана PROPN Ljubljana
"""

FORMS = [
    (language, *row.split())
    for language, rows in (("en", ENGLISH), ("de", GERMAN), ("hr", CROATIAN), ("hr", CYRILLIC))
    for row in rows.split(",")
]


@pytest.mark.parametrize(("language", "form", "upos", "expected"), FORMS)
def test_dictionary_forms(language, form, upos, expected):
    assert lemma(form, upos, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@given(form=st.text(min_size=1, max_size=30), upos=st.sampled_from(TAGS))
def test_no_word_loses_all_its_letters(language, form, upos):
    assert lemma(form, upos, language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(form=st.text("abcčeilnorštuäöß-'", min_size=1, max_size=12), upos=st.sampled_from(TAGS))
def test_no_made_up_word_loses_all_its_letters(language, form, upos):
    assert lemma(form, upos, language)


@pytest.mark.parametrize("ending", ["-a", "-om", "ings", "nje"])
def test_an_ending_alone_stays_a_word(ending):
    assert all(lemma(ending, upos, language) for upos in TAGS for language in LANGUAGES)


def test_a_language_without_a_word_list_leaves_the_word():
    assert lemma("Обстреляли", "VERB", "ru") == "обстреляли"
    assert lemma("Москва", "PROPN", "ru") == "Москва"


def test_the_word_list_comes_with_the_first_word():
    code = "import sys, dragoman.analysis.lemmas; sys.exit('simplemma' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
