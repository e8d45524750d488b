"""Texts wholly in capitals in the letters of ordinary print."""

import pytest

from dragoman.analysis.casing import in_capitals, recased
from dragoman.knowledge.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE BRIDGE FELL.", True),
        ("A McDONALD SAW THE BRIDGE FALL AND CALLED THE MAYOR; HE WAS AT HOME, AS HE SAID LATER ON.", True),
        ("The bridge fell.", False),
        ("the bridge fell", False),
        ("12 + 7", False),
    ],
)
def test_what_is_in_capitals(text: str, expected: bool) -> None:
    assert in_capitals(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE FARMERS WENT HOME.", "The farmers went home."),
        ("SHE FLEW TO COLOMBIA WITH THE UNITED NATIONS.", "She flew to Colombia with the United Nations."),
        ("BAKER TORVALDINO SAID SO IN SAN QUERTILLO.", "Baker Torvaldino said so in San Quertillo."),
        ("THE PEOPLE WHO CAME TOLD US.", "The people who came told us."),
        ("COLONEL MIGUEL ZUTRANO LEFT.", "Colonel Miguel Zutrano left."),
        ("THE TRVK GREW.", "The TRVK grew."),
        ("THE RED VALLEY UNION (RVU) GREW; RVU MEN SANG.", "The Red Valley Union (RVU) grew; RVU men sang."),
        ("AN ULTRARIGHTIST BAND WITH M-16 RIFLES.", "An ultrarightist band with M-16 rifles."),
    ],
)
def test_capitals_and_small_letters(text: str, expected: str, knowledge: Knowledge) -> None:
    assert recased(text, [0], "en", knowledge) == expected


def test_offsets_stay(knowledge: Knowledge) -> None:
    text = "İZMIR AND THE STRASSE OF ŠIBENIK.  ÜBER ALL, FIVE MEN\nOF ČAČAK SPOKE."
    assert len(recased(text, [0, 36], "en", knowledge)) == len(text)
