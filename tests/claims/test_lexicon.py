"""The pattern language of the packs."""

import pytest

from dragoman.claims.lexicon import Lexicon
from dragoman.claims.words import words


def found(patterns: dict[str, str | None], text: str) -> list[tuple[str, str]]:
    sentence = words(text, 0, len(text))
    return [
        (" ".join(sentence[i].text for i in match.own), match.payload)
        for match in Lexicon(patterns.items()).find(sentence)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("captur*", "They captured it", ["captured"]),
        ("*beschuss", "Der Artilleriebeschuss hielt an", ["Artilleriebeschuss"]),
        ("*angriff*", "Gegenangriffe der Armee", ["Gegenangriffe"]),
        ("took|taken over", "was taken over", ["taken over"]),
        ("took ... control", "took complete and lasting control", ["took control"]),
        ("took ... control", "took one two three four five control", []),
        ("took ... control", "took it, control came later", []),
        ("air strike*", "Air Strikes began", ["Air Strikes"]),
        ("gained ?full control", "gained control", ["gained control"]),
        ("gained ?full control", "gained full control", ["gained full control"]),
        ("held _ talks", "held peace talks", ["held peace talks"]),
    ],
)
def test_patterns(pattern: str, text: str, expected: list[str]) -> None:
    assert [words for words, _ in found({pattern: "x"}, text)] == expected


def test_the_longest_pattern_takes_the_words() -> None:
    patterns = {"siege": "siege", "broke ... siege": "siege_broken"}
    assert found(patterns, "They broke the siege") == [("broke siege", "siege_broken")]
    assert found(patterns, "The siege goes on") == [("siege", "siege")]


def test_an_ignored_pattern_takes_words_away() -> None:
    patterns = {"attack*": "attack", "heart attack*": None}
    assert found(patterns, "He had a heart attack") == []
    assert found(patterns, "an attack") == [("attack", "attack")]


def test_possessives_are_no_part_of_a_word() -> None:
    assert found({"regime": "x"}, "the regime’s forces") == [("regime’s", "x")]
