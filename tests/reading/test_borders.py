"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.borders import borders
from dragoman.reading.limits import SENTENCE_CHARS

# Each text with a bar where a sentence ends.
CASES = {
    "en": [
        "The army left. | Rebels took the hill.",
        "The U.S. Army left Idlib. | It went to the U.S. | The troops stayed.",
        "Gen. A. B. Smith met Dr. Jones at 5 p.m. | They talked.",
        "About 3.5 million fled. | No. 7 was hit.",
        'He said: "We will stay." | Then he left.',
        '"We stay!" he said. | "Do you?" asked the other.',
        "Shells fell on the town.The next day brought more.",
        "They fled (…) to the north. | Many died ... | Others stayed.",
        "At least 30 died in 2015. | More died in 2016.",
        "The group [...] denied it. | Nobody else did.",
        "A source told an agency . | The source gave no name .",
        "See www.Example.org for more. | It is free.",
        "Sgt. Miller and Lt. Col. Brown came, e.g. by car. | All lived.",
        "The Security Council passed Res. 2254. | Was it kept? | Hardly!",
    ],
    "de": [
        "Am 02. November gab es Kämpfe. | Am 3. November nicht.",
        "Das war im 19. Jahrhundert. | Die Stadt fiel im Jahr 2015. | Die Armee zog ab.",
        "Die 4. Panzerdivision griff an. | Es starben 15. | Die Zahl steigt.",
        "Das sagte Dr. Maier z.B. am Montag. | Er ging bzw. fuhr.",
        "Bis zum 1. Mai blieb es ruhig. | Seit dem 2. Mai nicht mehr.",
        "„Wir bleiben.“ | Das sagte der General.",
        "Rund 3.000 Menschen flohen. | Etwa 2,5 Mio. Menschen blieben.",
        "Am Freitag, den 4. November, um 9.30 Uhr begann die Pause.",
    ],
    "hr": [
        "Vojska je 22. rujna povela ofenzivu. | Pobunjenici su uzvratili.",
        "Rat traje od 2011. godine. | Sukob je počeo 2011. | Rusija se uključila 2015. godine.",
        "Intervenira od rujna 2015. tvrdeći da gađa ciljeve.",
        "U 2015. Rusija je napala. | U ratu je poginulo 300.000 ljudi.",
        "To je rekao gen. Marić, tzv. vođa. | Dodao je npr. da ostaje.",
        "Zatražili su udare (...) na istok grada. | Odgovora nije bilo.",
        '"Ostajemo", rekao je. | "Nećemo otići."',
        "Ubijeno je 15. | U gradu je mirno.",
        "Napala je 4. gardijska brigada. | Borbe traju.",
    ],
}


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in borders(text, 0, len(text), language)]


@pytest.mark.parametrize(("language", "marked"), [(code, text) for code in CASES for text in CASES[code]])
def test_sentences_end_where_a_reader_ends_them(language, marked):
    if "town.The" in marked:
        assert split(marked, language) == ["Shells fell on the town.", "The next day brought more."]
    else:
        assert split(marked.replace(" | ", " "), language) == marked.split(" | ")


@given(st.text(alphabet='Aab .!?…"”()0159\nšŠ-,;:“', max_size=300), st.sampled_from(["en", "de", "hr", "ar"]))
def test_sentences_hold_every_sign_that_is_no_space_once(text, language):
    spans = list(borders(text, 0, len(text), language))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())


@given(st.integers(0, 40), st.integers(0, 3000))
def test_sentences_stay_within_their_bounds(before, length):
    text = "x" * before + "word, " * (length // 6) + "z" * 2000
    spans = list(borders(text, before, len(text), "en"))
    assert all(before <= start < end <= len(text) for start, end in spans)
    assert all(end - start <= SENTENCE_CHARS for start, end in spans)


def test_the_number_of_an_entry_belongs_to_its_sentence():
    assert split("2. The army left. It came back.", "en") == ["2. The army left.", "It came back."]
